import { formatAddress, formatCell, parseAddress } from "../address";
import type { MemorySheet } from "../memory-sheet";
import type { GridRange } from "../port";
import { readColor, writeArgb } from "./colors";
import type { SheetShell } from "./shell";
import { appendChild, changeAttributes, findChild, findChildren, isTrue, replaceContent, spliceText } from "./xml";

/** What a worksheet part says of its look besides cells; `widths` by 0-based column. */
export interface SheetLook {
  readonly tabColor: string;
  readonly showGridlines: boolean;
  readonly protected: boolean;
  readonly freeze: { readonly rows: number; readonly columns: number };
  readonly widths: Map<number, number>;
  readonly merges: GridRange[];
  readonly links: Map<string, string>;
}

/** A width for all columns to the right end is not spread over each of them. */
const widestSpan = 1024;

interface ColumnSpan {
  first: number;
  last: number;
  readonly attributes: Readonly<Record<string, string>>;
}

function readSpans(shell: SheetShell): ColumnSpan[] {
  return findChildren(shell.get("cols")?.element, "col").map(({ attributes }) => {
    const { min = "1", max = min, ...rest } = attributes;
    return { first: Number(min) - 1, last: Number(max) - 1, attributes: rest };
  });
}

function readWidths(shell: SheetShell): Map<number, number> {
  const widths = new Map<number, number>();
  for (const { first, last, attributes } of readSpans(shell)) {
    if (attributes.width === undefined || last - first >= widestSpan) continue;
    for (let column = first; column <= last; column++) widths.set(column, Number(attributes.width));
  }
  return widths;
}

function readFreeze(shell: SheetShell): { rows: number; columns: number } {
  const pane = findChild(findChild(shell.get("sheetViews")?.element, "sheetView"), "pane");
  const { state, xSplit, ySplit } = pane?.attributes ?? {};
  const frozen = state === "frozen" || state === "frozenSplit";
  return { rows: frozen ? Number(ySplit ?? 0) : 0, columns: frozen ? Number(xSplit ?? 0) : 0 };
}

function readLinks(shell: SheetShell): Map<string, string> {
  const links = new Map<string, string>();
  for (const { attributes } of findChildren(shell.get("hyperlinks")?.element, "hyperlink")) {
    const { ref, location, id } = attributes;
    if (ref === undefined || location === undefined || id !== undefined || ref.includes(":")) continue;
    const { row, column } = parseAddress(ref);
    links.set(`${row},${column}`, location);
  }
  return links;
}

export function readLook(shell: SheetShell, theme: readonly string[]): SheetLook {
  const view = findChild(shell.get("sheetViews")?.element, "sheetView");
  const merges = findChildren(shell.get("mergeCells")?.element, "mergeCell");
  return {
    tabColor: readColor(findChild(shell.get("sheetPr")?.element, "tabColor"), theme) ?? "",
    showGridlines: isTrue(view?.attributes.showGridLines, true),
    protected: isTrue(shell.get("sheetProtection")?.element.attributes.sheet),
    freeze: readFreeze(shell),
    widths: readWidths(shell),
    merges: merges.map(({ attributes }) => parseAddress(attributes.ref ?? "")),
    links: readLinks(shell),
  };
}

export function applyLook(look: SheetLook, sheet: MemorySheet): void {
  sheet.tabColor = look.tabColor;
  sheet.showGridlines = look.showGridlines;
  sheet.protected = look.protected;
  sheet.freeze = { ...look.freeze };
  for (const [column, width] of look.widths) sheet.columnWidths.set(column, width);
  sheet.merges.push(...look.merges);
  for (const [key, target] of look.links) sheet.links.set(key, target);
}

/**
 * Brings the worksheet part's look to that of the model; what is the same stays as it is written.
 *
 * @param formats cell formats of whole columns
 */
export function updateLook(
  shell: SheetShell,
  look: SheetLook,
  sheet: MemorySheet,
  formats: ReadonlyMap<number, number>,
): void {
  if (look.tabColor.toUpperCase() !== sheet.tabColor.toUpperCase()) {
    const color = sheet.tabColor === "" ? "" : shell.write("tabColor", { rgb: writeArgb(sheet.tabColor) });
    updateProperty(shell, "tabColor", color, true);
  }
  if (look.showGridlines !== sheet.showGridlines)
    updateView(shell, { showGridLines: sheet.showGridlines ? undefined : "0" });
  if (look.freeze.rows !== sheet.freeze.rows || look.freeze.columns !== sheet.freeze.columns)
    updateFreeze(shell, sheet);
  updateWidths(shell, look.widths, sheet.columnWidths, formats);
  updateMerges(shell, look.merges, sheet.merges);
  updateLinks(shell, look.links, sheet.links);
}

/** Puts a child into `sheetPr`, first or last, in place of the one of that name; empty text takes it away. */
export function updateProperty(shell: SheetShell, local: string, text: string, first: boolean): void {
  const present = shell.get("sheetPr");
  if (!present) {
    if (text !== "") shell.replace("sheetPr", [shell.write("sheetPr", {}, text)]);
    return;
  }
  const { element, text: whole } = present;
  const old = findChild(element, local);
  if (old) shell.replace("sheetPr", [spliceText(whole, [{ start: old.start, end: old.end, text }])]);
  else if (text !== "") {
    const place =
      first && element.children.length > 0
        ? { start: element.contentStart, end: element.contentStart, text }
        : appendChild(whole, element, text);
    shell.replace("sheetPr", [spliceText(whole, [place])]);
  }
}

/** Changes attributes of the first view of a worksheet. */
export function updateView(shell: SheetShell, attributes: Readonly<Record<string, string | undefined>>): void {
  const present = shell.get("sheetViews");
  const view = findChild(present?.element, "sheetView");
  if (!present || !view) {
    shell.replace("sheetViews", [
      shell.write("sheetViews", {}, shell.write("sheetView", { ...attributes, workbookViewId: 0 })),
    ]);
    return;
  }
  const changed = changeAttributes(present.text.slice(view.start, view.end), attributes);
  shell.replace("sheetViews", [spliceText(present.text, [{ start: view.start, end: view.end, text: changed }])]);
}

function updateFreeze(shell: SheetShell, sheet: MemorySheet): void {
  updateView(shell, {});
  const { text, element } = shell.get("sheetViews")!;
  const view = findChild(element, "sheetView")!;
  const { rows, columns } = sheet.freeze;
  const corner = rows > 0 && columns > 0 ? "bottomRight" : rows > 0 ? "bottomLeft" : "topRight";
  const pane = shell.write("pane", {
    xSplit: columns || undefined,
    ySplit: rows || undefined,
    topLeftCell: formatCell(rows, columns),
    activePane: corner,
    state: "frozen",
  });
  const rest = view.children.filter(({ local }) => local !== "pane" && local !== "selection");
  const content = rest.map(({ start, end }) => text.slice(start, end)).join("");
  const panes = rows + columns === 0 ? "" : pane + shell.write("selection", { pane: corner });
  const changed = replaceContent(text, view, panes + content);
  shell.replace("sheetViews", [spliceText(text, [{ start: view.start, end: view.end, text: changed }])]);
}

/** Gives one column other attributes; the spans come back in order of position. */
function changeColumn(
  spans: readonly ColumnSpan[],
  column: number,
  changes: Readonly<Record<string, string | undefined>>,
): ColumnSpan[] {
  const owner = spans.find(({ first, last }) => first <= column && column <= last);
  const entries = Object.entries({ ...owner?.attributes, ...changes }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  const pieces = owner
    ? [
        { ...owner, last: column - 1 },
        { ...owner, first: column + 1 },
      ]
    : [];
  const own = entries.length === 0 ? [] : [{ first: column, last: column, attributes: Object.fromEntries(entries) }];
  return [...spans.filter((span) => span !== owner), ...pieces.filter(({ first, last }) => first <= last), ...own].sort(
    (a, b) => a.first - b.first,
  );
}

function joinSpans(spans: readonly ColumnSpan[]): ColumnSpan[] {
  const joined: ColumnSpan[] = [];
  for (const span of spans) {
    const last = joined[joined.length - 1];
    const same = last && JSON.stringify(last.attributes) === JSON.stringify(span.attributes);
    if (same && last.last + 1 === span.first) last.last = span.last;
    else joined.push({ ...span });
  }
  return joined;
}

function updateWidths(
  shell: SheetShell,
  before: ReadonlyMap<number, number>,
  widths: ReadonlyMap<number, number>,
  formats: ReadonlyMap<number, number>,
): void {
  let spans = readSpans(shell);
  const first = JSON.stringify(spans);
  for (const column of new Set([...before.keys(), ...widths.keys()])) {
    const width = widths.get(column);
    if (before.get(column) === width) continue;
    const written = width === undefined ? undefined : String(width);
    const customWidth = width === undefined ? undefined : "1";
    spans = changeColumn(spans, column, { width: written, customWidth, bestFit: undefined });
  }
  for (const [column, format] of formats) {
    const owner = spans.find((span) => span.first <= column && column <= span.last);
    if (owner?.attributes.style === String(format)) continue;
    const width = owner?.attributes.width ?? "9.140625";
    spans = changeColumn(spans, column, { width, style: String(format) });
  }
  if (JSON.stringify(spans) === first) return;
  const written = joinSpans(spans).map((span) =>
    shell.write("col", { min: span.first + 1, max: span.last + 1, ...span.attributes }),
  );
  shell.replace("cols", written.length === 0 ? [] : [shell.write("cols", {}, written.join(""))]);
}

function updateMerges(shell: SheetShell, before: readonly GridRange[], merges: readonly GridRange[]): void {
  const wanted = merges.map(formatAddress);
  if (before.map(formatAddress).join() === wanted.join()) return;
  const cells = wanted.map((ref) => shell.write("mergeCell", { ref })).join("");
  shell.replace("mergeCells", wanted.length === 0 ? [] : [shell.write("mergeCells", { count: wanted.length }, cells)]);
}

function updateLinks(shell: SheetShell, before: ReadonlyMap<string, string>, links: ReadonlyMap<string, string>): void {
  const same = before.size === links.size && [...links].every(([key, target]) => before.get(key) === target);
  if (same) return;
  const present = shell.get("hyperlinks");
  const kept = findChildren(present?.element, "hyperlink").filter(({ attributes: { ref = "", location, id } }) => {
    const known = location !== undefined && id === undefined && !ref.includes(":");
    if (!known) return true;
    const { row, column } = parseAddress(ref);
    return links.get(`${row},${column}`) === location;
  });
  const keptTexts = kept.map(({ start, end }) => present!.text.slice(start, end));
  const added = [...links]
    .filter(([key, target]) => before.get(key) !== target)
    .map(([key, location]) => {
      const [row, column] = key.split(",").map(Number);
      return shell.write("hyperlink", { ref: formatCell(row, column), location });
    });
  const all = [...keptTexts, ...added];
  shell.replace("hyperlinks", all.length === 0 ? [] : [shell.write("hyperlinks", {}, all.join(""))]);
}
