import { writeXlsx } from "hucre/xlsx";
import type { SheetChart } from "hucre/xlsx";
import { unzipSync, strFromU8 } from "fflate";
import { parseReference } from "../address";
import type { MemorySheet } from "../memory-sheet";
import type { ChartContent, ChartSeries, GridRange } from "../port";
import { formatFixedReference } from "./print";
import { encodeText, escapeXml, unescapeXml } from "./xml";

const gray = "595959";
const lightGray = "D9D9D9";

const kinds: Record<ChartContent["kind"], Pick<SheetChart, "type" | "barGrouping">> = {
  column: { type: "column" },
  stackedColumn: { type: "column", barGrouping: "stacked" },
  bar: { type: "bar" },
  line: { type: "line" },
  area: { type: "area" },
  scatter: { type: "scatter" },
  scatterLines: { type: "scatter" },
  pie: { type: "pie" },
  doughnut: { type: "doughnut" },
};

function plainColor(color: string | undefined): string | undefined {
  return color?.replace("#", "").toUpperCase();
}

function buildSeries(series: ChartSeries, chart: ChartContent, sheet: string): SheetChart["series"][number] {
  const color = plainColor(series.color);
  const lined = chart.kind === "line" || chart.kind === "scatterLines";
  const marker =
    chart.kind === "scatter"
      ? { symbol: "circle" as const, size: 6, ...(color ? { fill: color, line: color } : {}) }
      : undefined;
  return {
    name: series.name,
    values: formatFixedReference(sheet, series.values),
    categories: formatFixedReference(sheet, series.categories),
    ...(color ? { color } : {}),
    ...(lined ? { stroke: { width: 2.25, cap: "rnd" }, marker: { symbol: "none" } } : marker ? { marker } : {}),
    ...(series.pointColors
      ? { dataPoints: series.pointColors.map((point, idx) => ({ idx, fillColor: plainColor(point) })) }
      : {}),
  };
}

function buildChart(chart: ChartContent, sheet: string): SheetChart {
  const round = chart.kind === "pie" || chart.kind === "doughnut";
  const isScatter = chart.kind === "scatter" || chart.kind === "scatterLines";
  const { valueMaximum, categoryMaximum } = chart;
  const format = chart.valueNumberFormat === undefined ? {} : { numberFormat: { formatCode: chart.valueNumberFormat } };
  const upright = chart.kind === "bar" ? "x" : "y";
  const axis = {
    tickLblPos: "low",
    majorTickMark: "none",
    minorTickMark: "none",
    labelColor: gray,
    labelFontSize: 9,
  } as const;
  const turnTitle = (name: string) => (name === upright ? { axisTitleRotation: -90 } : {});
  return {
    ...kinds[chart.kind],
    title: chart.title === "" ? undefined : chart.title,
    showTitle: chart.title !== "",
    autoTitleDeleted: chart.title === "",
    titleFontSize: 12,
    titleBold: true,
    titleColor: "404040",
    series: chart.series.map((series) => buildSeries(series, chart, sheet)),
    anchor: { from: { row: 0, col: 0 } },
    legend: chart.legend === "none" ? false : chart.legend,
    legendFontColor: gray,
    ...(chart.kind === "column" || chart.kind === "bar" || chart.kind === "stackedColumn" ? { gapWidth: 60 } : {}),
    ...(round
      ? { varyColors: true }
      : {
          axes: {
            x: {
              ...axis,
              ...(isScatter && categoryMaximum !== undefined ? { scale: { min: 0, max: categoryMaximum } } : {}),
              ...(chart.categoryAxisTitle ? { title: chart.categoryAxisTitle, ...turnTitle("x") } : {}),
            },
            y: {
              ...axis,
              ...(valueMaximum === undefined ? {} : { scale: { max: valueMaximum } }),
              ...(chart.valueAxisTitle ? { title: chart.valueAxisTitle, ...turnTitle("y") } : {}),
              gridlines: { major: true },
              ...format,
            },
          },
        }),
    ...(chart.dataLabels ? { dataLabels: { showValue: true, fontSize: 9, fontColor: gray, ...format } } : {}),
  };
}

function findCells(reference: string): GridRange | undefined {
  return parseReference(unescapeXml(reference)).areas[0];
}

/** The values that the chart shows now, so that a viewer that does not calculate can draw it. */
function buildCache(kind: string, reference: string, sheet: MemorySheet): string {
  const range = findCells(reference);
  const cells = range ? sheet.readValues(range).flat() : [];
  const points = cells.map((value, index) => {
    const text =
      kind === "num"
        ? typeof value === "number"
          ? String(value)
          : ""
        : value === null
          ? ""
          : encodeText(String(value));
    return text === "" ? "" : `<c:pt idx="${index}"><c:v>${text}</c:v></c:pt>`;
  });
  const format =
    kind === "num" && range
      ? `<c:formatCode>${escapeXml(sheet.getNumberFormat(range.row, range.column))}</c:formatCode>`
      : "";
  return `<c:${kind}Cache>${format}<c:ptCount val="${cells.length}"/>${points.join("")}</c:${kind}Cache>`;
}

/**
 * What the library's writer leaves out or does otherwise: values, the colour of gridlines, straight lines said so, and points of a scatter
 * chart that are not joined.
 */
function refineChart(xml: string, chart: ChartContent, sheet: MemorySheet): string {
  const filled = xml.replace(
    /<c:(str|num)Ref><c:f>([^<]*)<\/c:f><\/c:\1Ref>/g,
    (_, kind: string, reference: string) =>
      `<c:${kind}Ref><c:f>${reference}</c:f>${buildCache(kind, reference, sheet)}</c:${kind}Ref>`,
  );
  const lines = `<c:majorGridlines><c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="${lightGray}"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>`;
  const ruled = filled.replaceAll("<c:majorGridlines/>", lines);
  const lined = chart.kind === "line" || chart.kind === "scatter" || chart.kind === "scatterLines";
  const straight = lined ? ruled.replaceAll("</c:ser>", '<c:smooth val="0"/></c:ser>') : ruled;
  if (chart.kind !== "scatter") return straight;
  return straight.replace(
    /(<c:ser><c:idx[^>]*\/><c:order[^>]*\/>(?:<c:tx>.*?<\/c:tx>)?)(?:<c:spPr>.*?<\/c:spPr>)?/g,
    (_, before: string) => `${before}<c:spPr><a:ln w="19050"><a:noFill/></a:ln></c:spPr>`,
  );
}

/** Chart parts for the charts, in their order. Their values come from the sheet as it is now. */
export async function buildChartParts(charts: readonly ChartContent[], sheet: MemorySheet): Promise<string[]> {
  if (charts.length === 0) return [];
  const bytes = await writeXlsx({
    sheets: [{ name: "Charts", rows: [[null]], charts: charts.map((chart) => buildChart(chart, sheet.name)) }],
  });
  const parts = unzipSync(bytes, { filter: ({ name }) => name.startsWith("xl/charts/chart") });
  return charts.map((chart, index) => refineChart(strFromU8(parts[`xl/charts/chart${index + 1}.xml`]), chart, sheet));
}
