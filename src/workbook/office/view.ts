import { formatAreas } from "../address";
import { buildRange } from "../grid-range";
import { markKey, parseMark } from "../output-mark";
import { listPlaceAreas } from "../place-areas";
import { findHeader, findOwnTable } from "../plan-colors";
import type { CellPlace, CellValue, GridRange, SelectedCell, SheetKey, TableFilter } from "../port";
import { WorkbookError } from "../port";
import { findMarkedSheet } from "../workbook-state";
import { getCells } from "./cell-range";
import { isExcelError } from "./errors";
import { readState } from "./read-state";
import { isExcelApiSupported, readExcel } from "./run-excel";
import { readCellRows } from "./sheet-cells";

/** Shows a sheet and selects cells of it. @throws WorkbookError */
export function selectOfficePlace(place: CellPlace): Promise<void> {
  const areas = listPlaceAreas(place);
  return readExcel(async (context) => {
    const sheet = await findSheet(context, place.sheet);
    sheet.activate();
    const ranges = areas.length > 1 && isExcelApiSupported("1.18") ? sheet.getRanges(formatAreas(areas)) : null;
    // A library may be older than what the host says it supports.
    if (typeof ranges?.select === "function") ranges.select();
    else getCells(sheet, areas[0]).select();
    await context.sync();
  });
}

async function findSheet(context: Excel.RequestContext, key: SheetKey): Promise<Excel.Worksheet> {
  const { worksheets } = context.workbook;
  if ("id" in key) {
    const found = findMarkedSheet(await readState(context), key.id);
    if (!found) throw new WorkbookError("itemNotFound", `no sheet of ours: ${key.id}`);
    return worksheets.getItem(found.key);
  }
  const sheet = worksheets.getItemOrNullObject(key.name);
  sheet.load("id");
  await context.sync();
  if (sheet.isNullObject) throw new WorkbookError("itemNotFound", "there is no such sheet", { name: key.name });
  return sheet;
}

/** The values of a few cells, by rows. @throws WorkbookError */
export function readOfficeCells(key: SheetKey, range: GridRange): Promise<CellValue[][]> {
  return readExcel(async (context) => {
    const cells = getCells(await findSheet(context, key), range).load("values");
    await context.sync();
    return readCellRows(cells.values, range);
  });
}

/** The active cell; null where something else than cells is selected. @throws WorkbookError */
export function readOfficeCell(): Promise<SelectedCell | null> {
  return readExcel(async (context) => {
    const cell = context.workbook.getActiveCell();
    const { worksheet: sheet } = cell;
    const mark = sheet.customProperties.getItemOrNullObject(markKey);
    cell.load("rowIndex,columnIndex");
    sheet.load("name");
    mark.load("value");
    try {
      await context.sync();
    } catch (error) {
      if (isExcelError(error) && error.code === "InvalidSelection") return null;
      throw error;
    }
    const parsed = mark.isNullObject ? null : parseMark(mark.value);
    const { rowIndex: row, columnIndex: column } = cell;
    return { sheet: sheet.name, ...(parsed ? { id: parsed.id } : {}), row, column };
  });
}

/** Filters the table on a sheet of ours, shows it and selects its rows. @throws WorkbookError */
export function filterOfficeTable(filter: TableFilter): Promise<void> {
  return readExcel(async (context) => {
    const found = findOwnTable(await readState(context), filter.sheetId);
    const sheet = context.workbook.worksheets.getItem(found.sheet.key);
    const { range } = found.table;
    const headerRange = { ...range, rowCount: 1 };
    const header = getCells(sheet, headerRange).load("values");
    await context.sync();
    const position = findHeader(readCellRows(header.values, headerRange)[0], filter);
    if (found.sheet.isProtected)
      throw new WorkbookError("accessDenied", "the sheet is protected", { sheet: found.sheet.name });
    const table = sheet.tables.getItem(found.table.key);
    sheet.activate();
    table.clearFilters();
    if (filter.text !== null) table.columns.getItemAt(position).filter.applyValuesFilter([filter.text]);
    getCells(sheet, buildRange(range.row + 1, range.column, range.rowCount - 1, range.columnCount)).select();
    await context.sync();
  });
}
