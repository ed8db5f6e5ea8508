import { formatAddress } from "../address";
import { buildRange, sheetColumns, sheetRows } from "../grid-range";
import type { GridRange } from "../port";

/**
 * The cells of a range, for use before the next sync only: Excel keeps no track of them, which saves most of the cost of a range.
 */
export function getCells(sheet: Excel.Worksheet, range: GridRange): Excel.Range {
  const whole = range.rowCount === sheetRows || range.columnCount === sheetColumns;
  const cells = whole
    ? sheet.getRange(formatAddress(range))
    : sheet.getRangeByIndexes(range.row, range.column, range.rowCount, range.columnCount);
  return cells.untrack();
}

/** Queues the deletion of a sheet that is hidden: Excel does not delete one that is very hidden. */
export function deleteHidden(sheet: Excel.Worksheet): void {
  sheet.visibility = "Hidden";
  sheet.delete();
}

/** What {@link readRange} needs. */
export const rangeProperties = "rowIndex,columnIndex,rowCount,columnCount";

/** A loaded range as numbers. */
export function readRange(range: Excel.Range): GridRange {
  return buildRange(range.rowIndex, range.columnIndex, range.rowCount, range.columnCount);
}
