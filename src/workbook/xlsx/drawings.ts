import type { MemoryChart, MemorySheet } from "../memory-sheet";
import type { ChartContent, GridRange } from "../port";
import { readChart } from "./chart-reader";
import { buildChartParts } from "./chart-writer";
import type { OfficePackage } from "./package";
import { removeTree } from "./part-tree";
import type { SheetShell } from "./shell";
import { toStrict } from "./strict";
import { appendChild, escapeXml, findAll, findChild, findPath, parseXml, readContent, spliceText } from "./xml";
import type { XmlElement } from "./xml";

/** A chart of the model and where the package holds it. */
export interface ChartPlace {
  readonly chart: MemoryChart;
  readonly path: string;
  /** The id of the relationship by which the drawing names the chart. */
  readonly relationship: string;
}

const drawingType = "application/vnd.openxmlformats-officedocument.drawing+xml";
const chartType = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
const spreadsheetDrawing = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
const drawingMain = "http://schemas.openxmlformats.org/drawingml/2006/main";
const chartSpace = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const emptyDrawing = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<xdr:wsDr xmlns:xdr="${spreadsheetDrawing}" xmlns:a="${drawingMain}"></xdr:wsDr>`;

function findDrawing(parts: OfficePackage, path: string, shell: SheetShell): { id: string; path: string } | undefined {
  const id = shell.get("drawing")?.element.attributes.id;
  const found = parts.readRelationships(path).find((relationship) => relationship.id === id);
  return id !== undefined && found && parts.has(found.target) ? { id, path: found.target } : undefined;
}

function readCorner(text: string, corner: XmlElement | undefined, local: string): { at: number; beyond: boolean } {
  const number = (name: string) => Number(readContent(text, findChild(corner, name)) || 0);
  return { at: number(local), beyond: number(`${local}Off`) > 0 };
}

function readPlace(text: string, anchor: XmlElement): GridRange | null {
  const [from, to] = [findChild(anchor, "from"), findChild(anchor, "to")];
  if (!from || !to) return null;
  const [top, left] = [readCorner(text, from, "row").at, readCorner(text, from, "col").at];
  const [bottom, right] = [readCorner(text, to, "row"), readCorner(text, to, "col")];
  const rowCount = Math.max(1, bottom.at + (bottom.beyond ? 1 : 0) - top);
  const columnCount = Math.max(1, right.at + (right.beyond ? 1 : 0) - left);
  return { row: top, column: left, rowCount, columnCount };
}

interface Anchor {
  readonly element: XmlElement;
  readonly relationship: string;
  readonly name: string;
}

function listChartAnchors(root: XmlElement): Anchor[] {
  return root.children.flatMap((element) => {
    const frame = findChild(element, "graphicFrame");
    const chart = findPath(frame, "graphic", "graphicData", "chart");
    const name = findPath(frame, "nvGraphicFramePr", "cNvPr")?.attributes.name ?? "";
    return chart?.attributes.id === undefined ? [] : [{ element, relationship: chart.attributes.id, name }];
  });
}

/** The charts of a worksheet that our model can hold, put on the model's sheet. */
export function readCharts(
  parts: OfficePackage,
  path: string,
  shell: SheetShell,
  sheet: MemorySheet,
  createId: () => string,
): ChartPlace[] {
  const drawing = findDrawing(parts, path, shell);
  if (!drawing) return [];
  const text = parts.readText(drawing.path);
  const targets = new Map(parts.readRelationships(drawing.path).map(({ id, target }) => [id, target]));
  return listChartAnchors(parseXml(text)).flatMap(({ element, relationship, name }) => {
    const target = targets.get(relationship);
    const place = readPlace(text, element);
    if (target === undefined || !parts.has(target) || !place) return [];
    const content = readChart(parts.readText(target), name, place, sheet.name);
    if (!content) return [];
    const chart = { ...content, id: createId() };
    sheet.charts.push(chart);
    return [{ chart, path: target, relationship }];
  });
}

function isSameChart(a: ChartContent, b: ChartContent): boolean {
  const plain = ({
    name,
    kind,
    title,
    place,
    series,
    legend,
    categoryAxisTitle,
    valueAxisTitle,
    valueNumberFormat,
    valueMaximum,
    categoryMaximum,
    dataLabels,
  }: ChartContent) =>
    JSON.stringify([
      name,
      kind,
      title,
      place,
      series,
      legend,
      categoryAxisTitle,
      valueAxisTitle,
      valueNumberFormat,
      valueMaximum,
      categoryMaximum,
      dataLabels ?? false,
    ]);
  return plain(a) === plain(b);
}

function buildAnchor(chart: ChartContent, id: number, relationship: string): string {
  const { row, column, rowCount, columnCount } = chart.place;
  const corner = (tag: string, atRow: number, atColumn: number) =>
    `<xdr:${tag}><xdr:col>${atColumn}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${atRow}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${tag}>`;
  const corners = corner("from", row, column) + corner("to", row + rowCount, column + columnCount);
  const description = chart.title === "" ? "" : ` descr="${escapeXml(chart.title)}"`;
  return `<xdr:twoCellAnchor xmlns:xdr="${spreadsheetDrawing}" xmlns:a="${drawingMain}" editAs="oneCell">${corners}<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${id}" name="${escapeXml(chart.name)}"${description}/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${chartSpace}"><c:chart xmlns:c="${chartSpace}" xmlns:r="${relationships}" r:id="${relationship}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`;
}

/** Brings the drawing of a worksheet to the charts of the model. Pictures, shapes and charts that the model does not hold stay. */
export async function updateCharts(
  parts: OfficePackage,
  path: string,
  shell: SheetShell,
  sheet: MemorySheet,
  before: readonly ChartPlace[],
  renamed: boolean,
): Promise<void> {
  const stays = (place: ChartPlace) =>
    !renamed && sheet.charts.some((chart) => chart.id === place.chart.id && isSameChart(chart, place.chart));
  const kept = before.filter(stays);
  const gone = before.filter((place) => !kept.includes(place));
  const added = sheet.charts.filter((chart) => !kept.some((place) => place.chart.id === chart.id));
  if (gone.length === 0 && added.length === 0) return;
  const convert = (xml: string) => (shell.strict ? toStrict(xml) : xml);
  let drawing = findDrawing(parts, path, shell);
  if (!drawing) {
    const target = parts.findFreePath("xl/drawings/drawing{}.xml");
    parts.addPart(target, drawingType, convert(emptyDrawing));
    drawing = { id: parts.addRelationship(path, "drawing", target, shell.strict), path: target };
    shell.replace("drawing", [shell.write("drawing", { [shell.linkAttribute]: drawing.id })]);
  }
  let text = parts.readText(drawing.path);
  const old = listChartAnchors(parseXml(text)).filter(({ relationship }) =>
    gone.some((place) => place.relationship === relationship),
  );
  text = spliceText(
    text,
    old.map(({ element }) => ({ start: element.start, end: element.end, text: "" })),
  );
  for (const place of gone) {
    parts.removeRelationship(drawing.path, place.relationship);
    removeTree(parts, place.path);
  }
  const ids = findAll(parseXml(text), "cNvPr").map(({ attributes }) => Number(attributes.id) || 0);
  let lastId = Math.max(1, ...ids);
  const contents = await buildChartParts(added, sheet);
  let anchors = "";
  added.forEach((chart, index) => {
    const target = parts.findFreePath("xl/charts/chart{}.xml");
    parts.addPart(target, chartType, convert(contents[index]));
    anchors += convert(
      buildAnchor(chart, ++lastId, parts.addRelationship(drawing.path, "chart", target, shell.strict)),
    );
  });
  if (anchors !== "") text = spliceText(text, [appendChild(text, parseXml(text), anchors)]);
  if (parseXml(text).children.length > 0) {
    parts.write(drawing.path, text);
    return;
  }
  shell.replace("drawing", []);
  parts.removeRelationship(path, drawing.id);
  removeTree(parts, drawing.path);
}
