import type { MemoryChart, MemorySheet } from "../../workbook/memory-sheet";
import type { ChartContent, ChartSeries } from "../../workbook/port";
import { readBoolean, readColor, readRange, readText, readWhole, refuseAsHost } from "../arguments";
import { boundRanges } from "../../workbook/grid-range";
import type { Host, ObjectClass, RangeTarget } from "../host";
import type { HostObject } from "../host";
import { HostError } from "../host-error";
import { isUnbounded } from "../range-values";

export interface ChartTarget {
  readonly sheet: MemorySheet;
  readonly id: string;
}

interface SeriesTarget extends ChartTarget {
  readonly index: number;
}

interface PointTarget extends SeriesTarget {
  readonly point: number;
}

const typeNames: readonly (readonly [string, ChartContent["kind"]])[] = [
  ["ColumnClustered", "column"],
  ["ColumnStacked", "stackedColumn"],
  ["BarClustered", "bar"],
  ["Line", "line"],
  ["Area", "area"],
  ["XYScatter", "scatter"],
  ["XYScatterLinesNoMarkers", "scatterLines"],
  ["Pie", "pie"],
  ["Doughnut", "doughnut"],
];

function readKind(value: unknown): ChartContent["kind"] {
  const text = readText(value).toLowerCase();
  const found = typeNames.find(([name]) => name.toLowerCase() === text);
  if (!found) throw new HostError("InvalidArgument");
  return found[1];
}

function findIndex({ sheet, id }: ChartTarget): number {
  const index = sheet.charts.findIndex((chart) => chart.id === id);
  if (index < 0) throw new HostError("ItemNotFound");
  return index;
}

export function readChart(target: ChartTarget): MemoryChart {
  return target.sheet.charts[findIndex(target)]!;
}

export function changeChart(target: ChartTarget, change: Partial<ChartContent>, host: Host): void {
  host.checkWritable(target.sheet);
  const index = findIndex(target);
  const next: Record<string, unknown> = { ...target.sheet.charts[index]!, ...change };
  for (const [key, value] of Object.entries(next)) if (value === undefined) delete next[key];
  target.sheet.charts[index] = next as unknown as MemoryChart;
}

/** A chart without axes has no axis titles either. */
function changeType(target: ChartTarget, kind: ChartContent["kind"], host: Host): void {
  const isRound = kind === "pie" || kind === "doughnut";
  const none = {
    categoryAxisTitle: undefined,
    valueAxisTitle: undefined,
    valueNumberFormat: undefined,
    valueMaximum: undefined,
  };
  const hasNumbers = kind === "scatter" || kind === "scatterLines";
  changeChart(target, { kind, ...(isRound ? none : {}), ...(hasNumbers ? {} : { categoryMaximum: undefined }) }, host);
}

function addChart(sheet: MemorySheet, [type, source, seriesBy]: readonly unknown[], host: Host): HostObject {
  host.checkWritable(sheet);
  const kind = readKind(type);
  const data = readRange(source, sheet, host);
  if (isUnbounded(data.range)) throw new HostError("InvalidArgument");
  if (seriesBy !== null && !["auto", "columns", "rows"].includes(readText(seriesBy ?? "Auto").toLowerCase())) {
    throw new HostError("InvalidArgument");
  }
  let number = sheet.charts.length + 1;
  while (sheet.charts.some((chart) => chart.name === `Chart ${number}`)) number += 1;
  const chart = sheet.putChart({
    name: `Chart ${number}`,
    kind,
    title: "Chart Title",
    place: { row: 0, column: 0, rowCount: 15, columnCount: 8 },
    series: readSeries(data, kind),
    legend: "right",
  });
  return host.make("Chart", { sheet, id: chart.id } satisfies ChartTarget);
}

/** One series per column after the first; a pie has one. */
function readSeries({ sheet, range }: RangeTarget, kind: ChartContent["kind"]): ChartSeries[] {
  const hasCategories = range.columnCount > 1;
  const first = hasCategories ? 1 : 0;
  const last = kind === "pie" ? Math.min(range.columnCount, first + 1) : range.columnCount;
  const series: ChartSeries[] = [];
  for (let index = first; index < last; index++) {
    const column = { ...range, column: range.column + index, columnCount: 1 };
    const header = sheet.getValue(range.row, range.column + index);
    series.push({
      name: typeof header === "string" ? header : `Series${series.length + 1}`,
      categories: { ...range, columnCount: 1 },
      values: column,
    });
  }
  return series;
}

function findChart(sheet: MemorySheet, key: unknown): MemoryChart | undefined {
  const text = readText(key);
  return (
    sheet.charts.find((chart) => chart.id === text) ??
    sheet.charts.find((chart) => chart.name.toLowerCase() === text.toLowerCase())
  );
}

export const chartsClass: ObjectClass<MemorySheet> = {
  name: "ChartCollection",
  read: { Count: (sheet) => sheet.charts.length },
  items: (sheet, host) => sheet.charts.map((chart) => host.make("Chart", { sheet, id: chart.id })),
  item: (sheet, key, host) => {
    const chart = findChart(sheet, key);
    if (!chart) throw new HostError("ItemNotFound");
    return host.make("Chart", { sheet, id: chart.id });
  },
  call: { Add: addChart },
};

export const chartClass: ObjectClass<ChartTarget> = {
  name: "Chart",
  identify: ({ id }) => ({ Id: id }),
  read: {
    Id: ({ id }) => id,
    Name: (target) => readChart(target).name,
    ChartType: (target) => typeNames.find(([, kind]) => kind === readChart(target).kind)?.[0],
  },
  write: {
    ChartType: (target, value, host) => changeType(target, readKind(value), host),
    Name: (target, value, host) => {
      const name = readText(value);
      const other = findChart(target.sheet, name);
      if (name === "" || (other && other.id !== target.id)) throw new HostError("InvalidArgument");
      changeChart(target, { name }, host);
    },
  },
  open: {
    Title: (target, host) => host.make("ChartTitle", target),
    Legend: (target, host) => host.make("ChartLegend", target),
    Axes: (target, host) => host.make("ChartAxes", target),
    Series: (target, host) => host.make("ChartSeriesCollection", target),
    DataLabels: (target, host) => host.make("ChartDataLabels", target),
    Worksheet: ({ sheet }, host) => host.make("Worksheet", sheet),
  },
  call: {
    Delete: (target, _args, host) => {
      host.checkWritable(target.sheet);
      target.sheet.charts.splice(findIndex(target), 1);
    },
    SetData: (target, [source], host) => {
      changeChart(target, { series: readSeries(readRange(source, target.sheet, host), readChart(target).kind) }, host);
    },
    SetPosition: (target, [start, end], host) => {
      const first = readRange(start, target.sheet, host).range;
      const last = end === null || end === undefined ? first : readRange(end, target.sheet, host).range;
      changeChart(target, { place: boundRanges(first, last) }, host);
    },
  },
};

function changeSeries(target: SeriesTarget, change: Partial<ChartSeries>, host: Host): void {
  const { series } = readChart(target);
  if (!series[target.index]) throw new HostError("ItemNotFound");
  changeChart(
    target,
    { series: series.map((one, index) => (index === target.index ? { ...one, ...change } : one)) },
    host,
  );
}

function readOne(target: SeriesTarget): ChartSeries {
  const series = readChart(target).series[target.index];
  if (!series) throw new HostError("ItemNotFound");
  return series;
}

export const chartSeriesCollectionClass: ObjectClass<ChartTarget> = {
  name: "ChartSeriesCollection",
  read: { Count: (target) => readChart(target).series.length },
  items: (target, host) => readChart(target).series.map((_, index) => host.make("ChartSeries", { ...target, index })),
  call: {
    Add: (target, [name], host) => {
      const { series } = readChart(target);
      const blank = { row: 0, column: 0, rowCount: 1, columnCount: 1 };
      const added: ChartSeries = {
        name: name === null ? `Series${series.length + 1}` : readText(name),
        categories: blank,
        values: blank,
      };
      changeChart(target, { series: [...series, added] }, host);
      return host.make("ChartSeries", { ...target, index: series.length } satisfies SeriesTarget);
    },
  },
};

export const chartSeriesClass: ObjectClass<SeriesTarget> = {
  name: "ChartSeries",
  read: { Name: (target) => readOne(target).name },
  write: {
    Name: (target, value, host) => changeSeries(target, { name: readText(value) }, host),
    HasDataLabels: (target, value, host) => {
      changeChart(target, { dataLabels: readBoolean(value) || undefined }, host);
    },
    MarkerBackgroundColor: (target, value, host) => changeSeries(target, { color: readColor(value) }, host),
    MarkerForegroundColor: (target, value, host) => changeSeries(target, { color: readColor(value) }, host),
  },
  open: {
    Format: (target, host) => host.make("ChartSeriesFormat", target),
    Points: (target, host) => host.make("ChartPointsCollection", target),
  },
  call: {
    Delete: (target, _args, host) => {
      const { series } = readChart(target);
      changeChart(target, { series: series.filter((_, index) => index !== target.index) }, host);
    },
    SetValues: (target, [source], host) => {
      changeSeries(target, { values: refuseAsHost(() => readRange(source, target.sheet, host).range) }, host);
    },
    SetXAxisValues: (target, [source], host) => {
      changeSeries(target, { categories: readRange(source, target.sheet, host).range }, host);
    },
  },
};

export const chartSeriesFormatClass: ObjectClass<SeriesTarget> = {
  name: "ChartSeriesFormat",
  open: {
    Fill: (target, host) => host.make("ChartSeriesFill", target),
    Line: (target, host) => host.make("ChartSeriesLine", target),
  },
};

export const chartSeriesFillClass: ObjectClass<SeriesTarget> = {
  name: "ChartFill",
  call: { SetSolidColor: (target, [color], host) => changeSeries(target, { color: readColor(color) }, host) },
};

export const chartSeriesLineClass: ObjectClass<SeriesTarget> = {
  name: "ChartLineFormat",
  write: {
    Color: (target, value, host) => changeSeries(target, { color: readColor(value) }, host),
    Weight: () => undefined,
  },
};

export const chartPointsClass: ObjectClass<SeriesTarget> = {
  name: "ChartPointsCollection",
  read: { Count: (target) => countPoints(target) },
  items: (target, host) =>
    Array.from({ length: countPoints(target) }, (_, point) => host.make("ChartPoint", { ...target, point })),
};

function countPoints(target: SeriesTarget): number {
  const { values } = readOne(target);
  return values.rowCount * values.columnCount;
}

export const chartPointClass: ObjectClass<PointTarget> = {
  name: "ChartPoint",
  open: { Format: (target, host) => host.make("ChartPointFormat", target) },
};

export const chartPointFormatClass: ObjectClass<PointTarget> = {
  name: "ChartPointFormat",
  open: { Fill: (target, host) => host.make("ChartPointFill", target) },
};

export const chartPointFillClass: ObjectClass<PointTarget> = {
  name: "ChartFill",
  call: {
    SetSolidColor: (target, [color], host) => {
      const series = readOne(target);
      const colors = Array.from({ length: Math.max(series.pointColors?.length ?? 0, target.point + 1) }, (_, point) =>
        point === readWhole(target.point) ? readColor(color) : (series.pointColors?.[point] ?? ""),
      );
      changeSeries(target, { pointColors: colors }, host);
    },
  },
};
