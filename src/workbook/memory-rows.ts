import { parseReference } from "./address";
import { buildRange, checkRange, endColumn, endRow, intersectRanges, sheetColumns, sheetRows } from "./grid-range";
import type { MemorySheet } from "./memory-sheet";
import type { MemoryWorkbook } from "./memory-workbook";
import { labelsKey, parseLabelRecords } from "./output-mark";
import { isOnSheet } from "./plan-labels";
import type { GridRange, RowReference } from "./port";
import { WorkbookError } from "./port";
import type { SheetBlock, SheetBlockReader } from "./sheet-rows";
import { SheetRows } from "./sheet-rows";
import type { SheetCells } from "./table-source";
import { chooseSheetArea, findFormats, formatSearchRows, locateRows } from "./table-source";

/** Where cells of a reference lie. */
interface Target {
  readonly sheet: MemorySheet;
  readonly areas: readonly GridRange[];
}

/** Opens the rows that a reference means. @throws WorkbookError as `WorkbookPort.openRows` */
export async function openMemoryRows(workbook: MemoryWorkbook, reference: RowReference): Promise<SheetRows> {
  const { sheet, areas } = findTarget(workbook, reference);
  const layout = await locateRows(buildSheetCells(workbook, sheet), areas);
  const [run] = layout.runs;
  const head = layout.columns.map((column) => sheet.readColumn(run.row, column, Math.min(run.count, formatSearchRows)));
  const formats = findFormats(head, (column, row) => sheet.getNumberFormat(run.row + row, layout.columns[column]));
  return new SheetRows(layout, formats, buildReader(workbook, sheet));
}

/** How {@link locateRows} reads a sheet in memory. */
export function buildSheetCells(workbook: MemoryWorkbook, sheet: MemorySheet): SheetCells {
  const others = workbook.sheets.filter((other) => other !== sheet).map((other) => other.name);
  const records = parseLabelRecords(workbook.settings.get(labelsKey));
  return {
    sheet: sheet.name,
    tables: sheet.tables,
    labels: records.filter((record) => isOnSheet(record, { key: sheet.id, name: sheet.name, others })),
    readUsedRange: (within) => Promise.resolve(sheet.usedRange(within)),
    readRegion: (row, column) => Promise.resolve(findRegion(sheet, row, column)),
    readValues: (range) => Promise.resolve(sheet.readValues(range)),
  };
}

function findTarget(workbook: MemoryWorkbook, reference: RowReference): Target {
  switch (reference.kind) {
    case "selection":
      return workbook.selection;
    case "table":
      return findTableTarget(workbook, reference.table);
    case "name":
      return findNameTarget(workbook, reference.name);
    case "range":
      return findRangeTarget(workbook, reference.sheet, reference.address);
  }
}

function findTableTarget(workbook: MemoryWorkbook, name: string): Target {
  const found = workbook.getTable(name);
  if (!found) throw new WorkbookError("itemNotFound", "there is no such table", { name });
  return { sheet: found.sheet, areas: [found.table.range] };
}

function findSheet(workbook: MemoryWorkbook, name: string): MemorySheet {
  const sheet = workbook.getSheet(name);
  if (!sheet) throw new WorkbookError("itemNotFound", "there is no such sheet", { name });
  return sheet;
}

function findNameTarget(workbook: MemoryWorkbook, name: string): Target {
  const [, defined] = [...workbook.names].find(([key]) => key.toLowerCase() === name.toLowerCase()) ?? [];
  if (!defined) throw new WorkbookError("itemNotFound", "there is no such name", { name });
  const table = /^=?([^[\]!'(]+)(?:\[#?\w+\])?$/.exec(defined.reference.trim());
  if (table && workbook.getTable(table[1])) return findTableTarget(workbook, table[1]);
  const { sheet, areas } = parseAreas(defined.reference);
  const owner = sheet ?? defined.sheet;
  if (owner === undefined) throw new WorkbookError("invalidSelection", "the name stands for no cells", { name });
  return { sheet: findSheet(workbook, owner), areas };
}

function findRangeTarget(workbook: MemoryWorkbook, sheetName: string | undefined, address: string | undefined): Target {
  const parsed = address === undefined ? undefined : parseAreas(address);
  const name = sheetName ?? parsed?.sheet;
  const sheet = name === undefined ? workbook.activeSheet : findSheet(workbook, name);
  if (parsed) return { sheet, areas: parsed.areas };
  const used = sheet.usedRange();
  if (!used) throw new WorkbookError("emptySource", "the sheet is empty", { sheet: sheet.name });
  return { sheet, areas: [chooseSheetArea(used, sheet.tables)] };
}

function parseAreas(text: string): ReturnType<typeof parseReference> {
  try {
    return parseReference(text);
  } catch (error) {
    throw new WorkbookError("invalidSelection", "the reference cannot be read", { address: text }, error);
  }
}

/** The rectangle around a cell that blank rows and columns surround. */
function findRegion(sheet: MemorySheet, row: number, column: number): GridRange {
  const all = sheet.usedRange();
  let region = buildRange(row, column, 1, 1);
  if (!all) return region;
  for (;;) {
    const top = Math.max(0, region.row - 1);
    const left = Math.max(0, region.column - 1);
    const bottom = Math.min(sheetRows, endRow(region) + 1);
    const right = Math.min(sheetColumns, endColumn(region) + 1);
    const around = checkRange(buildRange(top, left, bottom - top, right - left));
    const grown = growRegion(sheet, region, around, all);
    if (grown === region) return region;
    region = grown;
  }
}

/** Grows by the sides of `around` that hold something; downwards as far as rows go on, because lists are long. */
function growRegion(sheet: MemorySheet, region: GridRange, around: GridRange, all: GridRange): GridRange {
  const isFilled = (part: GridRange) => intersectRanges(part, all) !== null && sheet.usedRange(part) !== null;
  const top = isFilled({ ...around, rowCount: 1 }) ? around.row : region.row;
  const left = isFilled({ ...around, columnCount: 1 }) ? around.column : region.column;
  const right = isFilled({ ...around, column: endColumn(around) - 1, columnCount: 1 })
    ? endColumn(around)
    : endColumn(region);
  let bottom = endRow(region);
  while (bottom < endRow(all) && isFilled({ ...around, row: bottom, rowCount: 1 })) bottom++;
  const grown = buildRange(top, left, bottom - top, right - left);
  return grown.rowCount === region.rowCount && grown.columnCount === region.columnCount ? region : grown;
}

function buildReader(workbook: MemoryWorkbook, sheet: MemorySheet): SheetBlockReader {
  return {
    date1904: workbook.date1904,
    chooseBlockRows: () => 8192,
    readRows: (row, count, columns) => Promise.resolve(readRows(sheet, row, count, columns)),
  };
}

function readRows(sheet: MemorySheet, row: number, count: number, columns: readonly number[]): SheetBlock {
  const cells = columns.map((column) => sheet.readColumn(row, column, count));
  if (sheet.hiddenRows.size === 0) return { columns: cells };
  const hidden = Uint8Array.from({ length: count }, (_, i) => (sheet.hiddenRows.has(row + i) ? 1 : 0));
  return hidden.includes(1) ? { columns: cells, hidden } : { columns: cells };
}
