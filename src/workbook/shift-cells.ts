import { buildRange, endColumn, endRow, isInside } from "./grid-range";
import type { MemorySheet } from "./memory-sheet";
import type { CellStyle, GridRange } from "./port";

interface MovedCell {
  readonly row: number;
  readonly column: number;
  readonly formula: string | undefined;
  readonly value: ReturnType<MemorySheet["getValue"]>;
  readonly style: CellStyle;
  readonly link: string | undefined;
}

/** Deletes cells; those right of them in the same rows move left. Formulas keep their text, because nothing here calculates. */
export function deleteCells(sheet: MemorySheet, range: GridRange): void {
  const used = sheet.usedRange();
  const first = endColumn(range);
  const last = Math.max(first, used ? endColumn(used) : 0);
  const moved: MovedCell[] = [];
  const changed = buildRange(range.row, range.column, range.rowCount, last - range.column);
  for (const spill of sheet.spills.list(changed)) sheet.endSpill(spill.row, spill.column);
  for (let row = range.row; row < endRow(range); row++) {
    for (let column = first; column < last; column++) {
      moved.push({
        row,
        column: column - range.columnCount,
        formula: sheet.getFormula(row, column),
        value: sheet.getValue(row, column),
        style: sheet.getStyle(row, column),
        link: sheet.getLink(row, column),
      });
    }
  }
  const formats = sheet.conditionalFormats.filter(
    (format) => isInside(format.range, changed) && format.range.column >= first,
  );
  sheet.clear(changed);
  for (const cell of moved) {
    if (cell.formula === undefined) sheet.setValue(cell.row, cell.column, cell.value);
    else sheet.setFormula(cell.row, cell.column, cell.formula, cell.value);
    if (Object.keys(cell.style).length > 0) sheet.applyStyle(buildRange(cell.row, cell.column, 1, 1), cell.style);
    if (cell.link !== undefined) sheet.setLink(cell.row, cell.column, cell.link);
  }
  for (const format of formats) {
    sheet.conditionalFormats.push({
      ...format,
      range: { ...format.range, column: format.range.column - range.columnCount },
    });
  }
}
