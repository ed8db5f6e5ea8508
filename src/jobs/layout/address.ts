import type { GridRange } from "../../workbook/port";

/** Letters of a column, 0-based: 0 is A, 26 is AA. */
export function formatColumn(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** A cell as formulas name it: `B7`. */
export function formatCell(row: number, column: number): string {
  return `${formatColumn(column)}${row + 1}`;
}

/** A cell with fixed row and column: `$B$7`. */
export function formatFixedCell(row: number, column: number): string {
  return `$${formatColumn(column)}$${row + 1}`;
}

/** A place in the workbook as links name it, `'Sales 2026'!A17`. */
export function formatPlace(sheet: string, row: number, column: number): string {
  return `'${sheet.replaceAll("'", "''")}'!${formatCell(row, column)}`;
}

/** Text inside a formula, quoted. */
export function formatFormulaText(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** A rectangle of cells. */
export function buildRange(row: number, column: number, rowCount: number, columnCount: number): GridRange {
  return { row, column, rowCount, columnCount };
}
