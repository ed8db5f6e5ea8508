import { formatAddress, parseAddress } from "../address";
import { boundRanges } from "../grid-range";
import type { MemorySheet } from "../memory-sheet";
import type { MemoryWorkbook } from "../memory-workbook";
import { markKey } from "../output-mark";
import type { GridRange } from "../port";
import { CellPatcher } from "./cell-patcher";
import { updateConditionalFormats } from "./conditional-formats";
import { ensureDynamicArrays } from "./dynamic-arrays";
import { updateCharts } from "./drawings";
import type { LostReferences } from "./formulas";
import { readLook, updateLook, updateView } from "./look";
import { updateProperties } from "./marks";
import type { SheetOrigin } from "./origin";
import type { OfficePackage } from "./package";
import { removeTree } from "./part-tree";
import { isSamePrint, updatePrint } from "./print";
import { splitSheet } from "./sheet-text";
import { buildShell, SheetShell } from "./shell";
import { findStyledArea } from "./styled-area";
import type { StylesPart } from "./styles-part";
import { buildTable, keepsFilter, listTableParts, tableType, updateTable } from "./tables";
import { toStrict } from "./strict";
import { updateValidations } from "./validations";
import { findChild, findChildren, isTrue } from "./xml";
import { EntryBuilder } from "./zip";

/** What the saving of one sheet takes from the whole, and adds to it. */
export interface SaveContext {
  readonly parts: OfficePackage;
  readonly workbook: MemoryWorkbook;
  readonly workbookPath: string;
  readonly styles: StylesPart;
  readonly styleIds: readonly number[];
  readonly strings: readonly string[];
  readonly strict: boolean;
  readonly lost: LostReferences;
  /** The sheet to show, when it is another than in the package. */
  readonly active: MemorySheet | undefined;
  /** Positions in the package of the sheets whose print set-up changed. */
  readonly printChanged: Set<number>;
  lastTableId: number;
  cellsChanged: boolean;
  formulasLost: boolean;
}

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const pieceLength = 1 << 20;

function buildPatcher(context: SaveContext, sheet: MemorySheet, prefix: string, styled: GridRange | null): CellPatcher {
  const { styles, styleIds, strings, workbook, lost } = context;
  return new CellPatcher(
    {
      sheet,
      styles,
      styleIds,
      strings,
      styleTable: workbook.styles,
      date1904: workbook.date1904,
      lost,
      styled,
      findArrayMetadata: () => ensureDynamicArrays(context.parts, context.workbookPath, context.strict),
    },
    prefix,
  );
}

/** Reads what surrounds the cells, and whether any cell differs from the model. */
function compareCells(
  context: SaveContext,
  sheet: MemorySheet,
  path: string,
  styled: GridRange | null,
): { shell: SheetShell; differs: boolean } {
  let head = "";
  let tail = "";
  let differs = false;
  let patcher: CellPatcher | undefined;
  for (const { kind, text, prefix } of splitSheet(context.parts.streamBytes(path))) {
    patcher ??= buildPatcher(context, sheet, prefix, styled);
    if (kind === "head") head = text;
    else if (kind === "tail") tail = text;
    else if (!differs) differs = patcher.patch(text) !== null;
  }
  if (!differs) patcher!.writeRest((text) => (differs ||= text !== ""));
  return { shell: new SheetShell(head, tail), differs };
}

function updateTables(
  context: SaveContext,
  sheet: MemorySheet,
  path: string,
  shell: SheetShell,
  origin: SheetOrigin | undefined,
): void {
  const { parts } = context;
  const before = origin?.tables ?? [];
  const left = new Set(before);
  const added: string[] = [];
  for (const table of sheet.tables) {
    const place =
      before.find((item) => item.table.id === table.id) ??
      before.find((item) => left.has(item) && item.name.toLowerCase() === table.name.toLowerCase());
    if (place) {
      left.delete(place);
      const text = parts.readText(place.path);
      const kept = keepsFilter(table, { rows: place.rowCount, hidden: origin!.hiddenRows }, sheet);
      const changed = updateTable(text, sheet, table, kept);
      if (changed !== text) parts.write(place.path, changed);
      continue;
    }
    const target = parts.findFreePath("xl/tables/table{}.xml");
    const text = buildTable(sheet, table, ++context.lastTableId, main);
    parts.addPart(target, tableType, shell.strict ? toStrict(text) : text);
    added.push(parts.addRelationship(path, "table", target, shell.strict));
  }
  if (left.size === 0 && added.length === 0) return;
  const listed = findChildren(shell.get("tableParts")?.element, "tablePart").map(
    ({ attributes }) => attributes.id ?? "",
  );
  const relationships = parts.readRelationships(path);
  const gone = [...left].map((place) => relationships.find(({ target }) => target === place.path)!.id);
  for (const id of gone) parts.removeRelationship(path, id);
  for (const place of left) removeTree(parts, place.path);
  listTableParts(shell, [...listed.filter((id) => !gone.includes(id)), ...added]);
}

function updateDimension(shell: SheetShell, sheet: MemorySheet): void {
  const used = sheet.usedRange() ?? { row: 0, column: 0, rowCount: 1, columnCount: 1 };
  const before = shell.get("dimension")?.element.attributes.ref;
  shell.change("dimension", {
    ref: formatAddress(before === undefined ? used : boundRanges(used, parseAddress(before))),
  });
}

function updateSelection(context: SaveContext, sheet: MemorySheet, shell: SheetShell): void {
  if (!context.active) return;
  const view = findChild(shell.get("sheetViews")?.element, "sheetView");
  const selected = isTrue(view?.attributes.tabSelected);
  const wanted = sheet === context.active;
  if (selected !== wanted) updateView(shell, { tabSelected: wanted ? "1" : undefined });
}

function writeSheet(
  context: SaveContext,
  sheet: MemorySheet,
  path: string,
  shell: SheetShell,
  exists: boolean,
  styled: GridRange | null,
): void {
  const { parts } = context;
  const encoder = new TextEncoder();
  const builder = new EntryBuilder(exists ? parts.nameOf(path) : path);
  let waiting: string[] = [];
  let length = 0;
  const flush = () => {
    builder.add(encoder.encode(waiting.join("")));
    waiting = [];
    length = 0;
  };
  const write = (text: string) => {
    waiting.push(text);
    length += text.length;
    if (length > pieceLength) flush();
  };
  const patcher = buildPatcher(context, sheet, shell.prefix, styled);
  const { head, tail } = shell.save();
  write(head);
  if (exists) {
    for (const { kind, text } of splitSheet(parts.streamBytes(path)))
      if (kind === "rows") write(patcher.patch(text) ?? text);
  }
  patcher.writeRest(write);
  write(tail);
  flush();
  parts.writeEntry(path, builder.finish());
  if (patcher.formulasLost) context.formulasLost = true;
}

/** Writes one sheet of the model: into its part where it has one and something differs, or into a new part. */
export async function saveSheet(
  context: SaveContext,
  sheet: MemorySheet,
  path: string,
  origin: SheetOrigin | undefined,
): Promise<void> {
  const { parts, styles } = context;
  const { area: styled, columns } = findStyledArea(sheet, !origin || sheet.customProperties.has(markKey));
  const { shell, differs } = origin
    ? compareCells(context, sheet, path, styled)
    : { shell: buildShell(context.strict), differs: true };
  const look = readLook(shell, styles.theme);
  const formats = [...columns].map(([column, style]) => [column, styles.findFormat(0, style, false)] as const);
  updateLook(shell, look, sheet, new Map(formats));
  updateConditionalFormats(shell, sheet.conditionalFormats, styles);
  if (sheet.customProperties.has(markKey)) updateValidations(shell, sheet.validations);
  if (!isSamePrint(origin?.print, sheet.print)) {
    updatePrint(shell, sheet.print);
    if (origin) context.printChanged.add(origin.position);
  }
  updateTables(context, sheet, path, shell, origin);
  await updateCharts(
    parts,
    path,
    shell,
    sheet,
    origin?.charts ?? [],
    origin !== undefined && origin.name !== sheet.name,
  );
  updateProperties(parts, path, shell, sheet);
  updateSelection(context, sheet, shell);
  if (differs) updateDimension(shell, sheet);
  if (differs && origin) context.cellsChanged = true;
  if (differs || shell.changed) writeSheet(context, sheet, path, shell, origin !== undefined, styled);
}
