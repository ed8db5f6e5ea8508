import {
  endColumn,
  endRow,
  intersectRanges,
  isInside,
  isOverlapping,
  sheetColumns,
  sheetRows,
} from "../workbook/grid-range";
import type { MemorySheet, MemoryTable } from "../workbook/memory-sheet";
import type { CellValue, GridRange } from "../workbook/port";
import { isErrorText, readEntry } from "./entry";
import { busyText, calculateFormula, checkCustomCalls } from "./formula/calculate";
import { FormulaSyntaxError, parseFormula } from "./formula/parse";
import type { Host, RangeTarget } from "./host";
import { HostError } from "./host-error";

/** The most cells that one read answers; above it comes null. */
const mostCellsRead = 5_000_000;

export function countCells(range: GridRange): number {
  return range.rowCount * range.columnCount;
}

export function isUnbounded(range: GridRange): boolean {
  return range.rowCount === sheetRows || range.columnCount === sheetColumns;
}

/** One value per cell by rows, or null where Excel answers null. */
export function readMatrix<T>(range: GridRange, read: (row: number, column: number) => T): T[][] | null {
  if (isUnbounded(range) || countCells(range) > mostCellsRead) return null;
  const rows: T[][] = [];
  for (let row = range.row; row < endRow(range); row++) {
    const cells = new Array<T>(range.columnCount);
    for (let index = 0; index < range.columnCount; index++) cells[index] = read(row, range.column + index);
    rows.push(cells);
  }
  return rows;
}

export function readValues(target: RangeTarget): unknown {
  const { sheet, range } = target;
  if (isUnbounded(range) || countCells(range) > mostCellsRead) return null;
  const rows: unknown[][] = sheet.readValues(range);
  for (const row of rows) for (let index = 0; index < row.length; index++) row[index] ??= "";
  return rows;
}

export function readFormulas({ sheet, range }: RangeTarget): unknown {
  return readMatrix(range, (row, column) => sheet.getFormula(row, column) ?? sheet.getValue(row, column) ?? "");
}

export function readTexts({ sheet, range }: RangeTarget): unknown {
  return readMatrix(range, (row, column) => {
    const value = sheet.getValue(row, column);
    return value === null ? "" : typeof value === "boolean" ? (value ? "TRUE" : "FALSE") : String(value);
  });
}

export function readValueTypes({ sheet, range }: RangeTarget): unknown {
  return readMatrix(range, (row, column) => {
    const value = sheet.getValue(row, column);
    if (value === null) return "Empty";
    if (typeof value === "number") return "Double";
    if (typeof value === "boolean") return "Boolean";
    return isErrorText(value) ? "Error" : "String";
  });
}

/** Reads what an assignment gives: rows of cells in the shape of the range, or one value for all its cells. */
export function readAssigned(value: unknown, range: GridRange): (row: number, column: number) => unknown {
  if (!Array.isArray(value)) return () => value;
  const rows = value as unknown[];
  if (rows.length === 1 && Array.isArray(rows[0]) && rows[0].length === 1) {
    const only: unknown = rows[0][0];
    return () => only;
  }
  const fits =
    rows.length === range.rowCount && rows.every((row) => Array.isArray(row) && row.length === range.columnCount);
  if (!fits) {
    throw new HostError("InvalidArgument", "The number of rows or columns in the input array doesn't match the range.");
  }
  return (row, column) => (rows[row] as unknown[])[column];
}

/** Refuses a write that Excel would refuse. */
export function checkCellsWritable(target: RangeTarget, host: Host): void {
  const { sheet, range } = target;
  host.checkWritable(sheet);
  if (sheet.pivots.some((pivot) => isOverlapping(pivot.range, range))) throw new HostError("PivotTableRangeConflict");
  for (const table of sheet.tables) {
    const common = intersectRanges(table.range, range);
    if (common && common.rowCount > 1 && isFiltered(sheet, table)) throw new HostError("FilteredRangeConflict");
  }
}

/** Whether a filter hides rows of the table. */
export function isFiltered(sheet: MemorySheet, table: MemoryTable): boolean {
  if (!table.showFilter) return false;
  for (const row of sheet.hiddenRows) if (row > table.range.row && row < endRow(table.range)) return true;
  return false;
}

/** Puts values or formulas into cells; null leaves a cell as it is. */
export function writeCells(target: RangeTarget, assigned: unknown, host: Host): void {
  const { sheet, range } = target;
  if (isUnbounded(range)) throw new HostError("InvalidArgument");
  const read = readAssigned(assigned, range);
  checkCellsWritable(target, host);
  for (let row = 0; row < range.rowCount; row++) {
    for (let column = 0; column < range.columnCount; column++) {
      const value = read(row, column);
      if (value !== null) writeCell(sheet, range.row + row, range.column + column, value, host);
    }
  }
  nameHeaders(sheet, range);
  host.needsCalculation = true;
}

function writeCell(sheet: MemorySheet, row: number, column: number, value: unknown, host: Host): void {
  if (sheet.merges.length > 0 && isCovered(sheet, row, column)) return;
  if (typeof value === "number" || typeof value === "boolean") {
    sheet.setValue(row, column, sheet.getNumberFormat(row, column) === "@" ? String(value).toUpperCase() : value);
    return;
  }
  if (typeof value !== "string" || value.length > 32767) throw new HostError("InvalidArgument");
  if (value !== "" && sheet.getNumberFormat(row, column) === "@") {
    sheet.setValue(row, column, value);
    return;
  }
  const entry = readEntry(value, host.workbook.date1904);
  if (entry.kind === "value") sheet.setValue(row, column, entry.value);
  else writeFormula(sheet, row, column, entry.formula, host);
}

function writeFormula(sheet: MemorySheet, row: number, column: number, formula: string, host: Host): void {
  if (formula.length > 8192) throw new HostError("FormulaLengthExceedsLimit");
  let isCustom: boolean;
  try {
    isCustom = checkCustomCalls(formula, host);
    parseFormula(formula);
  } catch (error) {
    if (!(error instanceof FormulaSyntaxError)) throw error;
    throw new HostError("InvalidArgument");
  }
  const value = isCustom ? busyText : calculateFormula(formula, { sheet, row, column }, host);
  sheet.endSpill(row, column);
  sheet.setFormula(row, column, formula, value ?? "#NAME?");
}

/** Whether a cell lies under a merged cell but is not its first. */
function isCovered(sheet: MemorySheet, row: number, column: number): boolean {
  const cell = { row, column, rowCount: 1, columnCount: 1 };
  return sheet.merges.some((merge) => isInside(cell, merge) && (merge.row !== row || merge.column !== column));
}

/** Headers of tables are always text, never blank and never twice the same. */
export function nameHeaders(sheet: MemorySheet, changed: GridRange): void {
  for (const table of sheet.tables) {
    const header = { ...table.range, rowCount: 1 };
    if (!isOverlapping(header, changed)) continue;
    const taken = new Set<string>();
    for (let column = header.column; column < endColumn(header); column++) {
      const value = sheet.getValue(header.row, column);
      const name = findFreeName(toHeader(value, column - header.column), taken);
      taken.add(name.toLowerCase());
      if (name !== value) sheet.setValue(header.row, column, name);
    }
  }
}

function toHeader(value: CellValue, position: number): string {
  return value === null ? `Column${position + 1}` : String(value);
}

function findFreeName(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted;
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${wanted}${number}`;
  return name;
}
