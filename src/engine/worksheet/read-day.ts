import type { Cell } from "../../core/transactions/cells";
import { BAD_DAY, DateColumn, EMPTY_DAY, ERROR_DAY } from "../../core/transactions/date-column";

/**
 * The day a single cell names, read as dates are read everywhere.
 *
 * @param cell text, or days since 1970-01-01
 * @returns days since 1970-01-01, or null when the cell is no date or day and month could be swapped
 */
export function readDay(cell: Cell): number | null {
  const column = new DateColumn("auto");
  column.push([cell], 0, 1, new Uint8Array(1));
  const [day] = column.days;
  return day === BAD_DAY || day === EMPTY_DAY || day === ERROR_DAY || column.swappableCount > 0 ? null : day;
}
