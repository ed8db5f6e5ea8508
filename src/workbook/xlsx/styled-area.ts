import { boundRanges, endRow, sheetRows } from "../grid-range";
import type { MemorySheet } from "../memory-sheet";
import type { CellStyle, GridRange } from "../port";

/** Where cells are styled, and the styles of columns that are styled down to the end of the sheet. */
export interface StyledArea {
  readonly area: GridRange | null;
  readonly columns: ReadonlyMap<number, CellStyle>;
}

/**
 * Where a sheet can have styled cells without value. A user's sheet gets no such cells from us beyond those that its part has, so there it is
 * the used range with merged cells and tables, which saves a walk over all its styles.
 */
export function findStyledArea(sheet: MemorySheet, ours: boolean): StyledArea {
  const ranges: GridRange[] = [...sheet.merges, ...sheet.tables.map(({ range }) => range)];
  const columns = new Map<number, CellStyle>();
  const used = sheet.usedRange();
  if (used) ranges.push(used);
  if (ours) {
    for (const { range, style } of sheet.styledRanges) {
      if (endRow(range) === sheetRows) columns.set(range.column, style);
      else ranges.push(range);
    }
  }
  return { area: ranges.length === 0 ? null : ranges.reduce(boundRanges), columns };
}
