import { parseReference } from "../address";
import type { ChartContent, ChartSeries, GridRange } from "../port";
import { readDrawingColor } from "./colors";
import { findAll, findChild, findChildren, findPath, isTrue, parseXml, readContent } from "./xml";
import type { XmlElement } from "./xml";

function readKind(type: XmlElement): ChartContent["kind"] | null {
  const value = (local: string) => findChild(type, local)?.attributes.val;
  switch (type.local) {
    case "barChart": {
      const grouping = value("grouping") ?? "clustered";
      if (value("barDir") === "bar") return grouping === "clustered" ? "bar" : null;
      return grouping === "clustered" ? "column" : grouping === "stacked" ? "stackedColumn" : null;
    }
    case "lineChart":
      return (value("grouping") ?? "standard") === "standard" ? "line" : null;
    case "areaChart":
      return (value("grouping") ?? "standard") === "standard" ? "area" : null;
    case "scatterChart": {
      const line = findPath(type, "ser", "spPr", "ln");
      return line && findChild(line, "noFill") ? "scatter" : "scatterLines";
    }
    case "pieChart":
      return "pie";
    case "doughnutChart":
      return "doughnut";
    default:
      return null;
  }
}

function readText(text: string, element: XmlElement | undefined): string {
  if (!element) return "";
  const runs = findAll(element, "t");
  const pieces = runs.length > 0 ? runs : findAll(element, "v");
  return pieces.map((run) => readContent(text, run)).join("");
}

function readRange(text: string, element: XmlElement | undefined, sheet: string): GridRange | null {
  const formula = element && findAll(element, "f")[0];
  if (!formula) return null;
  try {
    const reference = parseReference(readContent(text, formula));
    const own = reference.sheet?.toLowerCase() === sheet.toLowerCase() && reference.areas.length === 1;
    return own ? reference.areas[0] : null;
  } catch {
    return null;
  }
}

function readPointColors(series: XmlElement): string[] | null {
  const colors: string[] = [];
  for (const point of findChildren(series, "dPt")) {
    const color = readDrawingColor(findPath(point, "spPr", "solidFill"));
    if (color !== undefined) colors[Number(findChild(point, "idx")?.attributes.val ?? 0)] = color;
  }
  const whole =
    colors.length > 0 && colors.length <= 10000 && Array.from(colors, (color) => color !== undefined).every(Boolean);
  return whole ? colors : null;
}

function readSeries(text: string, series: XmlElement, sheet: string): ChartSeries | null {
  const categories = readRange(text, findChild(series, "cat") ?? findChild(series, "xVal"), sheet);
  const values = readRange(text, findChild(series, "val") ?? findChild(series, "yVal"), sheet);
  if (!categories || !values) return null;
  const look = findChild(series, "spPr");
  const color =
    readDrawingColor(findChild(look, "solidFill") ?? findChild(look, "ln")) ??
    readDrawingColor(findPath(series, "marker", "spPr"));
  const pointColors = readPointColors(series);
  return {
    name: readText(text, findChild(series, "tx")),
    categories,
    values,
    ...(color === undefined ? {} : { color }),
    ...(pointColors ? { pointColors } : {}),
  };
}

function readLegend(chart: XmlElement): ChartContent["legend"] | null {
  const legend = findChild(chart, "legend");
  if (!legend) return "none";
  const place = findChild(legend, "legendPos")?.attributes.val ?? "r";
  return place === "b" ? "bottom" : place === "r" ? "right" : null;
}

/** The axes of categories and values; a scatter chart has two of the second kind. */
function findAxes(plot: XmlElement): { category: XmlElement | undefined; value: XmlElement | undefined } {
  const values = findChildren(plot, "valAx");
  const category = findChild(plot, "catAx") ?? findChild(plot, "dateAx");
  return category ? { category, value: values[0] } : { category: values[0], value: values[1] };
}

function readMaximum(axis: XmlElement | undefined): number | undefined {
  const maximum = Number(findPath(axis, "scaling", "max")?.attributes.val ?? NaN);
  return Number.isFinite(maximum) ? maximum : undefined;
}

/** A chart as our model holds it; null for one that it cannot hold, which then stays in its part unread. */
export function readChart(text: string, name: string, place: GridRange, sheet: string): ChartContent | null {
  const chart = findChild(parseXml(text), "chart");
  const plot = findChild(chart, "plotArea");
  const types = plot?.children.filter(({ local }) => local.endsWith("Chart")) ?? [];
  const kind = types.length === 1 ? readKind(types[0]) : null;
  if (!chart || !plot || !kind) return null;
  const series = findChildren(types[0], "ser").map((item) => readSeries(text, item, sheet));
  const legend = readLegend(chart);
  if (!legend || series.length === 0 || series.includes(null)) return null;
  const { category, value } = findAxes(plot);
  const categoryAxisTitle = readText(text, findChild(category, "title"));
  const valueAxisTitle = readText(text, findChild(value, "title"));
  const labels = findChild(types[0], "dLbls") ?? findPath(types[0], "ser", "dLbls");
  const format = (findChild(value, "numFmt") ?? findChild(labels, "numFmt"))?.attributes;
  const valueMaximum = readMaximum(value);
  const categoryMaximum = category?.local === "valAx" ? readMaximum(category) : undefined;
  const linked = isTrue(format?.sourceLinked);
  return {
    name,
    kind,
    title: readText(text, findChild(chart, "title")),
    place,
    series: series as ChartSeries[],
    legend,
    ...(categoryAxisTitle ? { categoryAxisTitle } : {}),
    ...(valueAxisTitle ? { valueAxisTitle } : {}),
    ...(format?.formatCode && !linked ? { valueNumberFormat: format.formatCode } : {}),
    ...(valueMaximum === undefined ? {} : { valueMaximum }),
    ...(categoryMaximum === undefined ? {} : { categoryMaximum }),
    ...(isTrue(findChild(labels, "showVal")?.attributes.val) ? { dataLabels: true } : {}),
  };
}
