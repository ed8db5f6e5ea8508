import type { Cell } from "../core/transactions/cells";
import { parseSerial } from "../workbook/serial-date";
import { readNumbers } from "../engine/worksheet/read-numbers";
import { buildValueError, passError } from "./function-error";
import { functionLimits } from "./limits";

/** A column or a row of cells. */
export interface Line {
  readonly cells: Cell[];
  /** Whether results are spilled downwards; a single cell is a column. */
  readonly upright: boolean;
}

interface DataType {
  readonly type?: unknown;
  readonly code?: unknown;
  readonly text?: unknown;
  readonly basicValue?: unknown;
}

/**
 * What a cell holds. Blank is null, whether Excel says null, nothing or empty text; an error value is its text, such as `#N/A`; of a data
 * type remains the value that the cell shows.
 */
export function readCell(value: unknown): Cell {
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value !== "object") return null;
  const { type, code, text, basicValue } = value as DataType;
  if (typeof code === "string" && code.startsWith("#")) return code;
  if ((type === "Entity" || type === "LinkedEntity") && typeof text === "string") return text;
  return typeof basicValue === "object" ? null : readCell(basicValue);
}

/** The rows of an argument; an omitted one has no rows. */
export function readRows(range: unknown): readonly (readonly unknown[])[] {
  if (range === null || range === undefined) return [];
  if (!Array.isArray(range)) return [[range]];
  return (range as readonly unknown[]).every(Array.isArray)
    ? (range as readonly (readonly unknown[])[])
    : [range as readonly unknown[]];
}

/** Whether an argument that may be left out was: nothing at all, or a single blank cell. */
export function isOmitted(argument: unknown): boolean {
  const rows = readRows(argument);
  return rows.length === 0 || (rows.length === 1 && rows[0].length === 1 && readCell(rows[0][0]) === null);
}

/**
 * The cells of a range that is one column or one row, as long as it is.
 *
 * @throws FunctionError #VALUE! when it has several rows and columns
 */
export function readLine(parameter: string, range: unknown): Line {
  const rows = readRows(range);
  const [first = []] = rows;
  if (rows.length > 1 && first.length > 1) throw buildValueError("notOneLine", { parameter });
  return rows.length > 1 || first.length < 2
    ? { cells: rows.map((row) => readCell(row[0])), upright: true }
    : { cells: first.map(readCell), upright: false };
}

/** Whether a cell of ids or dates is blank: desktop Excel hands over blank cells as 0. */
export function isBlankOrZero(cell: Cell): boolean {
  return cell === null || cell === 0;
}

/**
 * Values without the blank cells at the end. Where more cells are left than a function takes (a whole column), zeros at the end count as
 * blank too, because desktop Excel hands over blank cells as 0; elsewhere 0 is a value.
 */
export function trimValues(cells: readonly Cell[]): Cell[] {
  const trimmed = trimCells(cells, (cell) => cell === null);
  return trimmed.length > functionLimits.rows ? trimCells(trimmed, isBlankOrZero) : trimmed;
}

/** Cells without those at the end that are blank. */
function trimCells(cells: readonly Cell[], isBlank: (cell: Cell) => boolean): Cell[] {
  let count = cells.length;
  while (count > 0 && isBlank(cells[count - 1])) count--;
  return cells.slice(0, count);
}

/** Ids and dates know no 0: it is a blank cell. */
export function readIds(cells: readonly Cell[]): Cell[] {
  return cells.map((cell) => (cell === 0 ? null : cell));
}

/** Serial dates as days since 1970-01-01; text stays, 0 is a blank cell. */
export function readDates(cells: readonly Cell[]): Cell[] {
  return cells.map((cell) => (typeof cell === "number" ? (cell === 0 ? null : parseSerial(cell)) : cell));
}

/** Cells that a single result is made of: an error value among them is the result. @throws FunctionError */
export function passErrors(cells: readonly Cell[]): void {
  const suspects = cells.filter((cell) => typeof cell === "string" && cell.trimStart().startsWith("#"));
  if (suspects.length === 0) return;
  const failure = readNumbers(suspects).errors.indexOf(1);
  if (failure >= 0) throw passError(String(suspects[failure]));
}

/** Spills a list downwards or to the right. */
export function buildSpill(cells: readonly unknown[], upright: boolean): unknown[][] {
  return upright ? cells.map((cell) => [cell]) : [[...cells]];
}
