import { buildRange } from "../grid-range";
import type { LabelRecord } from "../output-mark";
import { labelsKey, parseLabelRecords } from "../output-mark";
import { isOnSheet } from "../plan-labels";
import type { CellValue, GridRange } from "../port";
import { WorkbookError } from "../port";
import type { SheetCells, SourceTable } from "../table-source";
import { getCells, rangeProperties, readRange } from "./cell-range";

/** Excel's cell as a value: a blank one is `""` there. */
export const readCell = (cell: unknown): CellValue => (cell === "" ? null : (cell as CellValue));

/** Excel's cells by rows. @throws WorkbookError `tooLarge` where Excel gave none, because the range is too large */
export function checkCellRows(values: unknown, range: GridRange): readonly (readonly unknown[])[] {
  if (!Array.isArray(values)) {
    throw new WorkbookError("tooLarge", "Excel gave no values", {
      cells: String(range.rowCount * range.columnCount),
    });
  }
  return values as unknown[][];
}

/** Excel's cells as values. @throws WorkbookError as {@link checkCellRows} */
export function readCellRows(values: unknown, range: GridRange): CellValue[][] {
  return checkCellRows(values, range).map((row) => row.map(readCell));
}

/** How rows are found on a sheet of Excel. Needs two requests. */
export async function openSheetCells(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<SheetCells> {
  const { worksheets, settings } = context.workbook;
  const labels = settings.getItemOrNullObject(labelsKey);
  sheet.load("id,name");
  sheet.tables.load("items/name,items/showTotals");
  worksheets.load("items/id,items/name");
  labels.load("value");
  await context.sync();
  const ranges = sheet.tables.items.map((table) => table.getRange().untrack().load(rangeProperties));
  await context.sync();
  const tables = sheet.tables.items.map((table, index): SourceTable => ({
    name: table.name,
    showTotals: table.showTotals,
    range: readRange(ranges[index]),
  }));
  const others = worksheets.items.filter((other) => other.id !== sheet.id).map((other) => other.name);
  const records: readonly LabelRecord[] = labels.isNullObject ? [] : parseLabelRecords(String(labels.value));
  return {
    sheet: sheet.name,
    tables,
    labels: records.filter((record) => isOnSheet(record, { key: sheet.id, name: sheet.name, others })),
    readUsedRange: async (within) => {
      const used = getCells(sheet, within).getUsedRangeOrNullObject(true).untrack();
      used.load(rangeProperties);
      await context.sync();
      return used.isNullObject ? null : readRange(used);
    },
    readRegion: async (row, column) => {
      const region = getCells(sheet, buildRange(row, column, 1, 1))
        .getSurroundingRegion()
        .untrack();
      region.load(rangeProperties);
      await context.sync();
      return readRange(region);
    },
    readValues: async (range) => {
      const cells = getCells(sheet, range);
      cells.load("values");
      await context.sync();
      return readCellRows(cells.values, range);
    },
  };
}
