import { formatCell } from "../address";
import { endColumn, endRow } from "../grid-range";
import type { ChartContent, ChartSeries } from "../port";
import { getCells } from "./cell-range";
import type { WriteStep } from "./write-steps";
import { buildStep } from "./write-steps";

type OpenSheet = (context: Excel.RequestContext) => Excel.Worksheet;

const types: Readonly<Record<ChartContent["kind"], Excel.ChartType>> = {
  column: "ColumnClustered" as Excel.ChartType,
  stackedColumn: "ColumnStacked" as Excel.ChartType,
  bar: "BarClustered" as Excel.ChartType,
  line: "Line" as Excel.ChartType,
  area: "Area" as Excel.ChartType,
  scatter: "XYScatter" as Excel.ChartType,
  scatterLines: "XYScatterLinesNoMarkers" as Excel.ChartType,
  pie: "Pie" as Excel.ChartType,
  doughnut: "Doughnut" as Excel.ChartType,
};

/**
 * Steps that draw charts. A chart of the same name that stands on the sheet is changed in place.
 *
 * @param standing how many series each standing chart has, by its name in lower case
 */
export function listChartSteps(
  charts: readonly ChartContent[],
  open: OpenSheet,
  standing: ReadonlyMap<string, number> = new Map(),
): WriteStep[] {
  return charts.map((chart) => {
    const points = chart.series.reduce((sum, series) => sum + (series.pointColors?.length ?? 0), 0);
    return buildStep(
      (context) => drawChart(open(context), chart, standing.get(chart.name.toLowerCase())),
      12 + 5 * chart.series.length + 3 * points,
    );
  });
}

/** The old series of a standing chart go last: a chart is never without any. */
function drawChart(sheet: Excel.Worksheet, content: ChartContent, oldSeries: number | undefined): void {
  const isNew = oldSeries === undefined;
  const chart = isNew ? addChart(sheet, content) : sheet.charts.getItem(content.name);
  if (isNew) chart.name = content.name;
  else chart.chartType = types[content.kind];
  content.series.forEach((series, index) => {
    const isFirst = isNew && index === 0;
    drawSeries(sheet, isFirst ? chart.series.getItemAt(0) : chart.series.add(series.name), content, series);
  });
  for (let count = oldSeries ?? 0; count > 0; count--) chart.series.getItemAt(0).delete();
  drawTitles(chart, content, isNew);
  const { place } = content;
  chart.setPosition(formatCell(place.row, place.column), formatCell(endRow(place) - 1, endColumn(place) - 1));
}

/** Excel makes one series of a single column. */
function addChart(sheet: Excel.Worksheet, content: ChartContent): Excel.Chart {
  const source = content.series[0]?.values ?? { ...content.place, rowCount: 1, columnCount: 1 };
  return sheet.charts.add(types[content.kind], getCells(sheet, source), "Columns" as Excel.ChartSeriesBy);
}

function drawSeries(
  sheet: Excel.Worksheet,
  series: Excel.ChartSeries,
  chart: ChartContent,
  content: ChartSeries,
): void {
  series.name = content.name;
  series.setValues(getCells(sheet, content.values));
  series.setXAxisValues(getCells(sheet, content.categories));
  if (content.color !== undefined) paintSeries(series, chart.kind, content.color);
  content.pointColors?.forEach((color, index) => {
    if (color !== "") series.points.getItemAt(index).format.fill.setSolidColor(color);
  });
  series.hasDataLabels = chart.dataLabels ?? false;
}

function paintSeries(series: Excel.ChartSeries, kind: ChartContent["kind"], color: string): void {
  if (kind === "line" || kind === "scatterLines") {
    series.format.line.color = color;
  } else if (kind === "scatter") {
    series.markerBackgroundColor = color;
    series.markerForegroundColor = color;
  } else {
    series.format.fill.setSolidColor(color);
  }
}

function drawTitles(chart: Excel.Chart, content: ChartContent, isNew: boolean): void {
  if (content.title === "") {
    chart.title.visible = false;
  } else {
    chart.title.visible = true;
    chart.title.text = content.title;
  }
  if (content.legend === "none") {
    chart.legend.visible = false;
  } else {
    chart.legend.visible = true;
    chart.legend.position = content.legend === "bottom" ? "Bottom" : "Right";
  }
  if (content.kind === "pie" || content.kind === "doughnut") return;
  const { categoryAxis, valueAxis } = chart.axes;
  drawAxisTitle(categoryAxis, content.categoryAxisTitle, isNew);
  drawAxisTitle(valueAxis, content.valueAxisTitle, isNew);
  if (content.valueNumberFormat !== undefined) valueAxis.numberFormat = content.valueNumberFormat;
  else if (!isNew) valueAxis.numberFormat = "General";
  drawMaximum(valueAxis, content.valueMaximum, isNew);
  if (content.kind === "scatter" || content.kind === "scatterLines") {
    drawMaximum(categoryAxis, content.categoryMaximum, isNew);
    if (content.categoryMaximum !== undefined) categoryAxis.minimum = 0;
    else if (!isNew) categoryAxis.minimum = "";
  }
}

function drawAxisTitle(axis: Excel.ChartAxis, title: string | undefined, isNew: boolean): void {
  if (title !== undefined) axis.title.text = title;
  else if (!isNew) axis.title.visible = false;
}

/** An empty text lets the host choose. */
function drawMaximum(axis: Excel.ChartAxis, maximum: number | undefined, isNew: boolean): void {
  if (maximum !== undefined) axis.maximum = maximum;
  else if (!isNew) axis.maximum = "";
}
