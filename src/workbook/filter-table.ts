import { endRow } from "./grid-range";
import type { MemorySheet, MemoryTable } from "./memory-sheet";

/** The text by which a filter judges a cell. */
export type ShowCell = (row: number, column: number) => string;

/** A cell's value as text. */
export const showValueOf =
  (sheet: MemorySheet): ShowCell =>
  (row, column) =>
    String(sheet.getValue(row, column) ?? "");

/** Hides the rows of a table whose text in a column is among `texts`, together with what filters of other columns hide. */
export function hideTexts(
  sheet: MemorySheet,
  table: MemoryTable,
  column: number,
  texts: ReadonlySet<string>,
  show: ShowCell,
): void {
  if (texts.size === 0) table.hiddenTexts.delete(column);
  else table.hiddenTexts.set(column, texts);
  const { range } = table;
  for (let row = range.row + 1; row < endRow(range); row++) {
    const isHidden = [...table.hiddenTexts].some(([at, set]) => set.has(show(row, range.column + at)));
    if (isHidden) sheet.hiddenRows.add(row);
    else sheet.hiddenRows.delete(row);
  }
}

/** Shows the rows of a table whose text in a column is among `texts`, in any case, and that no filter of another column hides. */
export function showTexts(sheet: MemorySheet, table: MemoryTable, column: number, texts: readonly string[]): void {
  const show = showValueOf(sheet);
  const wanted = new Set(texts.map((text) => text.toLowerCase()));
  const hidden = new Set<string>();
  for (let row = table.range.row + 1; row < endRow(table.range); row++) {
    const text = show(row, table.range.column + column);
    if (!wanted.has(text.toLowerCase())) hidden.add(text);
  }
  hideTexts(sheet, table, column, hidden, show);
}

/** Shows all rows of a table. */
export function clearFilters(sheet: MemorySheet, table: MemoryTable): void {
  table.hiddenTexts.clear();
  for (let row = table.range.row + 1; row < endRow(table.range); row++) sheet.hiddenRows.delete(row);
}
