import { clearFilters, showTexts } from "./filter-table";
import { buildRange, isInside } from "./grid-range";
import { findCurrentLabels, listLabelPlaces } from "./memory-labels";
import type { MemorySheet } from "./memory-sheet";
import type { MemoryWorkbook } from "./memory-workbook";
import { describeState, findSheetByKey } from "./memory-write";
import { markKey, parseMark } from "./output-mark";
import { listPlaceAreas } from "./place-areas";
import type { ColoredCells } from "./plan-colors";
import { findHeader, findOwnTable, planLabelColors, planTableColors } from "./plan-colors";
import type { CellPlace, CellValue, GridRange, OutputColors, SelectedCell, SheetKey, TableFilter } from "./port";
import { WorkbookError } from "./port";
import { findMarkedSheet } from "./workbook-state";

function findSheet(workbook: MemoryWorkbook, key: SheetKey): MemorySheet {
  if ("name" in key) {
    const sheet = workbook.getSheet(key.name);
    if (!sheet) throw new WorkbookError("itemNotFound", "there is no such sheet", { name: key.name });
    return sheet;
  }
  const found = findMarkedSheet(describeState(workbook), key.id);
  if (!found) throw new WorkbookError("itemNotFound", `no sheet of ours: ${key.id}`);
  return findSheetByKey(workbook, found.key);
}

function showCells(workbook: MemoryWorkbook, sheet: MemorySheet, areas: GridRange[]): void {
  if (sheet.visibility !== "visible") throw new WorkbookError("refused", "the sheet is hidden", { name: sheet.name });
  workbook.select(sheet, areas);
}

export function selectPlace(workbook: MemoryWorkbook, place: CellPlace): void {
  showCells(workbook, findSheet(workbook, place.sheet), listPlaceAreas(place));
}

export function readSelectedCell({ selection: { sheet, areas } }: MemoryWorkbook): SelectedCell {
  const mark = parseMark(sheet.customProperties.get(markKey));
  const { row, column } = areas[0];
  return { sheet: sheet.name, ...(mark ? { id: mark.id } : {}), row, column };
}

export function readCells(workbook: MemoryWorkbook, key: SheetKey, range: GridRange): CellValue[][] {
  return findSheet(workbook, key).readValues(range);
}

function readHeaders(sheet: MemorySheet, range: GridRange): CellValue[] {
  return sheet.readValues({ ...range, rowCount: 1 })[0];
}

function checkWritable(sheet: MemorySheet): void {
  if (sheet.protected) throw new WorkbookError("accessDenied", "the sheet is protected", { sheet: sheet.name });
}

export function filterTable(workbook: MemoryWorkbook, filter: TableFilter): void {
  const found = findOwnTable(describeState(workbook), filter.sheetId);
  const sheet = findSheetByKey(workbook, found.sheet.key);
  const table = sheet.tables.find(({ id }) => id === found.table.key)!;
  const column = findHeader(readHeaders(sheet, table.range), filter);
  checkWritable(sheet);
  const { range } = table;
  showCells(workbook, sheet, [buildRange(range.row + 1, range.column, range.rowCount - 1, range.columnCount)]);
  clearFilters(sheet, table);
  if (filter.text !== null) showTexts(sheet, table, column, [filter.text]);
}

/** @throws WorkbookError before anything is changed */
export function writeColors(workbook: MemoryWorkbook, colors: OutputColors): void {
  const found = findOwnTable(describeState(workbook), colors.sheetId);
  const sheet = findSheetByKey(workbook, found.sheet.key);
  const labels = listLabelPlaces(workbook);
  for (const one of [sheet, ...labels.map((place) => place.sheet)]) checkWritable(one);
  colorCells(sheet, planTableColors(found.table, readHeaders(sheet, found.table.range), colors));
  for (const { record, sheet: place } of labels) {
    colorCells(place, planLabelColors(record, findCurrentLabels(place, record), colors));
  }
}

function colorCells(sheet: MemorySheet, cells: readonly ColoredCells[]): void {
  const kept = sheet.conditionalFormats.filter((format) => !cells.some(({ range }) => isInside(format.range, range)));
  const added = cells.flatMap(({ formats }) => formats);
  sheet.conditionalFormats.splice(0, sheet.conditionalFormats.length, ...kept, ...added);
}
