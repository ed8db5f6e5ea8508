import type { MemorySheet } from "../memory-sheet";
import type { MemoryWorkbook } from "../memory-workbook";
import { LostReferences } from "./formulas";
import { buildMarkName } from "./marks";
import type { DefinedNameEntry } from "./name-entry";
import { buildNames } from "./names";
import { findRelated, readStrings, readStyles } from "./open";
import type { SheetOrigin, WorkbookOrigin, XlsxWorkbook } from "./origin";
import type { OfficePackage } from "./package";
import { removeTree } from "./part-tree";
import { buildPrintNames, printArea, printTitles } from "./print";
import { saveSheet } from "./save-sheet";
import type { SaveContext } from "./save-sheet";
import { updateSettings } from "./settings";
import { parseXml } from "./xml";
import { WorkbookPart } from "./workbook-part";
import type { SheetEntry } from "./workbook-part";

const stylesType = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";
const worksheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";

/** A sheet as it will stand in the list: the model's, or one that the model does not hold, such as a chart sheet. */
type Listed = { readonly sheet: MemorySheet; readonly origin?: SheetOrigin } | { readonly position: number };

function listSheets(workbook: MemoryWorkbook, origin: WorkbookOrigin, count: number): Listed[] {
  const origins = new Map(origin.sheets.map((item) => [item.sheet, item]));
  const listed: Listed[] = workbook.sheets.map((sheet) => ({ sheet, origin: origins.get(sheet) }));
  const worksheets = new Set(origin.sheets.map(({ position }) => position));
  for (let position = 0; position < count; position++) {
    if (worksheets.has(position)) continue;
    const before = listed.filter((item) => oldPosition(item) >= 0 && oldPosition(item) < position);
    listed.splice(before.length === 0 ? 0 : listed.indexOf(before[before.length - 1]) + 1, 0, { position });
  }
  return listed;
}

function oldPosition(item: Listed): number {
  return "position" in item ? item.position : (item.origin?.position ?? -1);
}

function findLost(workbook: MemoryWorkbook, origin: WorkbookOrigin, removed: readonly SheetOrigin[]): LostReferences {
  const sheets = removed.map(({ name }) => name).filter((name) => !workbook.getSheet(name));
  const before = origin.sheets.flatMap(({ tables }) => tables.map(({ name }) => name));
  return new LostReferences(
    sheets,
    before.filter((name) => !workbook.getTable(name) && !isRenamed(workbook, origin, name)),
  );
}

function isRenamed(workbook: MemoryWorkbook, origin: WorkbookOrigin, name: string): boolean {
  const place = origin.sheets.flatMap(({ tables }) => tables).find((table) => table.name === name);
  return workbook.sheets.some((sheet) => sheet.tables.some((table) => table.id === place?.table.id));
}

/** Names of sheets once each; a sheet of the model gives way to a chart sheet, which the model does not see. */
function chooseNames(listed: readonly Listed[], entries: readonly SheetEntry[]): string[] {
  const taken = new Set(
    listed.flatMap((item) => ("position" in item ? [entries[item.position].name.toLowerCase()] : [])),
  );
  return listed.map((item) => {
    if ("position" in item) return entries[item.position].name;
    let name = item.sheet.name;
    for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${item.sheet.name.slice(0, 26)} (${number})`;
    taken.add(name.toLowerCase());
    return name;
  });
}

function updateStyles(parts: OfficePackage, workbookPath: string, context: SaveContext): void {
  const present = findRelated(parts, workbookPath, "styles");
  if (present && context.styles.changed) parts.write(present, context.styles.save());
  if (present) return;
  parts.addPart("xl/styles.xml", stylesType, context.styles.save());
  parts.addRelationship(workbookPath, "styles", "xl/styles.xml", context.strict);
}

function updateNames(
  main: WorkbookPart,
  source: XlsxWorkbook,
  listed: readonly Listed[],
  entries: readonly SheetEntry[],
  context: SaveContext,
): void {
  const { workbook, origin } = source;
  const positions = entries.map((_, old) => {
    const index = listed.findIndex((item) => oldPosition(item) === old);
    return index < 0 ? undefined : index;
  });
  const reserved: DefinedNameEntry[] = [];
  listed.forEach((item, localSheet) => {
    if ("position" in item) return;
    const mark = buildMarkName(item.sheet);
    if (mark && !reserved.some(({ name }) => name === mark.name)) reserved.push(mark);
    if (item.origin && !context.printChanged.has(item.origin.position)) return;
    const { titles, area } = buildPrintNames(item.sheet);
    if (titles !== undefined) reserved.push({ name: printTitles, reference: titles, localSheet, hidden: false });
    if (area !== undefined) reserved.push({ name: printArea, reference: area, localSheet, hidden: false });
  });
  const wanted = [...workbook.names].map(([name, { reference, sheet }]) => {
    const index = listed.findIndex(
      (item) => "sheet" in item && sheet !== undefined && item.sheet.name.toLowerCase() === sheet.toLowerCase(),
    );
    const unchanged = origin.names.get(name);
    const position =
      sheet === undefined ? undefined : index >= 0 ? index : unchanged && positions[unchanged.position ?? -1];
    return [name, { reference, ...(position === undefined ? {} : { position }) }] as const;
  });
  const renamed = origin.sheets.filter(({ sheet, name }) => workbook.sheets.includes(sheet) && sheet.name !== name);
  main.replaceList(
    "definedNames",
    buildNames(main.text, main.root, {
      positions,
      known: origin.names,
      wanted: new Map(wanted),
      reserved,
      printChanged: context.printChanged,
      lost: context.lost,
      renamed: new Map(renamed.map(({ sheet, name }) => [name.toLowerCase(), sheet.name])),
    }),
  );
}

function findActive(workbook: MemoryWorkbook): MemorySheet {
  const { activeSheet, sheets } = workbook;
  return activeSheet.visibility === "visible"
    ? activeSheet
    : (sheets.find(({ visibility }) => visibility === "visible") ?? activeSheet);
}

/** Chart sheets are not in the model; one that was in front must not stay selected beside the new one. */
function unselectChartSheets(parts: OfficePackage, workbookPath: string): void {
  for (const { kind, target } of parts.readRelationships(workbookPath)) {
    if (kind !== "chartsheet" || !parts.has(target)) continue;
    const text = parts.readText(target);
    const changed = text.replace(/\stabSelected="(?:1|true)"/, "");
    if (changed !== text) parts.write(target, changed);
  }
}

/** The order of calculation may not name a cell without formula; Excel makes it anew where it is missing. */
function updateCalculationChain(
  parts: OfficePackage,
  workbookPath: string,
  removedIds: readonly number[],
  formulasLost: boolean,
): void {
  for (const { id, kind, target } of parts.readRelationships(workbookPath)) {
    if (kind !== "calcChain" || !parts.has(target)) continue;
    const text = parts.readText(target);
    if (!formulasLost && !removedIds.some((sheetId) => text.includes(` i="${sheetId}"`))) continue;
    parts.removeRelationship(workbookPath, id);
    removeTree(parts, target);
  }
}

/** The package with the model's changes laid over; parts that have none keep their bytes. */
export async function writeWorkbook(source: XlsxWorkbook): Promise<Uint8Array> {
  const { workbook, origin } = source;
  const { workbookPath } = origin;
  const parts = origin.parts.copy();
  const main = new WorkbookPart(parts.readText(workbookPath));
  const entries = main.readSheets();
  const removed = origin.sheets.filter(({ sheet }) => !workbook.sheets.includes(sheet));
  const listed = listSheets(workbook, origin, entries.length);
  const names = chooseNames(listed, entries);
  const active = findActive(workbook);
  const moved = origin.sheets.length > 0 && active !== origin.activeSheet;
  const styles = readStyles(parts, workbookPath);
  const context: SaveContext = {
    parts,
    workbook,
    workbookPath,
    styles,
    styleIds: styles.cellStyles.map((style) => workbook.styles.merge(0, style)),
    strings: origin.sheets.length > 0 ? readStrings(parts, workbookPath) : [],
    strict: main.strict,
    lost: findLost(workbook, origin, removed),
    active: moved || origin.sheets.length === 0 ? active : undefined,
    printChanged: new Set(),
    lastTableId: findLastTableId(origin),
    cellsChanged: removed.length > 0,
    formulasLost: false,
  };
  for (const { position, path } of removed) {
    parts.removeRelationship(workbookPath, entries[position].relationship);
    removeTree(parts, path);
  }
  let lastId = Math.max(0, ...entries.map(({ sheetId }) => sheetId));
  const texts: string[] = [];
  for (const [index, item] of listed.entries()) {
    if ("position" in item) texts.push(entries[item.position].text);
    else {
      const { sheet } = item;
      const path = item.origin?.path ?? parts.findFreePath("xl/worksheets/sheet{}.xml");
      await saveSheet(context, sheet, path, item.origin);
      if (item.origin) texts.push(main.changeSheet(entries[item.origin.position], names[index], sheet.visibility));
      else {
        parts.setContentType(path, worksheetType);
        const relationship = parts.addRelationship(workbookPath, "worksheet", path, main.strict);
        texts.push(main.buildSheet(names[index], sheet.visibility, ++lastId, relationship));
      }
    }
  }
  updateNames(main, source, listed, entries, context);
  main.replaceList("sheets", texts);
  const tab =
    moved || texts.length !== entries.length
      ? listed.findIndex((item) => "sheet" in item && item.sheet === active)
      : main.activeTab;
  if (tab !== main.activeTab) main.showTab(tab);
  if (moved) unselectChartSheets(parts, workbookPath);
  const removedIds = removed.map(({ position }) => entries[position].sheetId);
  updateCalculationChain(parts, workbookPath, removedIds, context.formulasLost);
  const computed = workbook.sheets.some((sheet) => sheet.formulaCells.length > 0);
  if (context.cellsChanged && computed) main.requestCalculation();
  updateStyles(parts, workbookPath, context);
  updateSettings(parts, workbookPath, workbook.settings, main.strict);
  if (main.text !== origin.parts.readText(workbookPath)) parts.write(workbookPath, main.text);
  return parts.save();
}

function findLastTableId(origin: WorkbookOrigin): number {
  const paths = origin.sheets.flatMap(({ path }) =>
    origin.parts.readRelationships(path).filter(({ kind }) => kind === "table"),
  );
  const ids = paths
    .filter(({ target }) => origin.parts.has(target))
    .map(({ target }) => Number(parseXml(origin.parts.readText(target)).attributes.id));
  return Math.max(0, ...ids);
}
