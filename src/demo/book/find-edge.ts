import { endColumn, endRow, sheetColumns, sheetRows } from "../../workbook/grid-range";
import type { MemorySheet } from "../../workbook/memory-sheet";

/**
 * Where Ctrl and an arrow lead: within filled cells to the last of them, else to the next filled cell, and where there is none to the
 * edge of the sheet.
 */
export function findEdge(
  sheet: MemorySheet,
  row: number,
  column: number,
  rowStep: number,
  columnStep: number,
): { row: number; column: number } {
  const used = sheet.usedRange();
  const lastRow = rowStep > 0 ? sheetRows - 1 : 0;
  const lastColumn = columnStep > 0 ? sheetColumns - 1 : 0;
  const edge = rowStep === 0 ? { row, column: lastColumn } : { row: lastRow, column };
  const isFilled = (r: number, c: number) => !sheet.isBlank(r, c);
  const canHoldCells = (r: number, c: number) =>
    used !== null &&
    (rowStep > 0 ? r < endRow(used) : r >= used.row || rowStep === 0) &&
    (columnStep > 0 ? c < endColumn(used) : c >= used.column || columnStep === 0);
  let [r, c] = [row + rowStep, column + columnStep];
  if (r < 0 || c < 0 || r >= sheetRows || c >= sheetColumns) return { row, column };
  if (isFilled(row, column) && isFilled(r, c)) {
    while (isFilled(r, c)) [r, c] = [r + rowStep, c + columnStep];
    return { row: r - rowStep, column: c - columnStep };
  }
  while (canHoldCells(r, c) && r >= 0 && c >= 0) {
    if (isFilled(r, c)) return { row: r, column: c };
    [r, c] = [r + rowStep, c + columnStep];
  }
  return edge;
}
