import type { GridRange } from "./port";

/** The size of a worksheet. */
export const sheetRows = 1048576;
export const sheetColumns = 16384;

/** The first row below and the first column right of a range. */
export function endRow(range: GridRange): number {
  return range.row + range.rowCount;
}

export function endColumn(range: GridRange): number {
  return range.column + range.columnCount;
}

export function buildRange(row: number, column: number, rowCount: number, columnCount: number): GridRange {
  return { row, column, rowCount, columnCount };
}

/** The common part of two ranges, or null. */
export function intersectRanges(a: GridRange, b: GridRange): GridRange | null {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rowCount = Math.min(endRow(a), endRow(b)) - row;
  const columnCount = Math.min(endColumn(a), endColumn(b)) - column;
  return rowCount > 0 && columnCount > 0 ? { row, column, rowCount, columnCount } : null;
}

export function isOverlapping(a: GridRange, b: GridRange): boolean {
  return intersectRanges(a, b) !== null;
}

export function isInside(inner: GridRange, outer: GridRange): boolean {
  return (
    inner.row >= outer.row &&
    inner.column >= outer.column &&
    endRow(inner) <= endRow(outer) &&
    endColumn(inner) <= endColumn(outer)
  );
}

export function isSameRange(a: GridRange, b: GridRange): boolean {
  return a.row === b.row && a.column === b.column && a.rowCount === b.rowCount && a.columnCount === b.columnCount;
}

/** The smallest range around both. */
export function boundRanges(a: GridRange, b: GridRange): GridRange {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row,
    column,
    rowCount: Math.max(endRow(a), endRow(b)) - row,
    columnCount: Math.max(endColumn(a), endColumn(b)) - column,
  };
}

/** What is left of a range without another: at most four rectangles (above, below, left, right) that do not overlap. */
export function subtractRange(range: GridRange, taken: GridRange | null): GridRange[] {
  const common = taken && intersectRanges(range, taken);
  if (!common) return [range];
  const rest = [
    buildRange(range.row, range.column, common.row - range.row, range.columnCount),
    buildRange(endRow(common), range.column, endRow(range) - endRow(common), range.columnCount),
    buildRange(common.row, range.column, common.rowCount, common.column - range.column),
    buildRange(common.row, endColumn(common), common.rowCount, endColumn(range) - endColumn(common)),
  ];
  return rest.filter((part) => part.rowCount > 0 && part.columnCount > 0);
}

/** @throws RangeError when the range is empty or not on a worksheet */
export function checkRange(range: GridRange): GridRange {
  const { row, column, rowCount, columnCount } = range;
  const whole = [row, column, rowCount, columnCount].every(Number.isInteger);
  const onSheet =
    row >= 0 &&
    column >= 0 &&
    rowCount >= 1 &&
    columnCount >= 1 &&
    endRow(range) <= sheetRows &&
    endColumn(range) <= sheetColumns;
  if (!whole || !onSheet) {
    throw new RangeError(`range must lie on a sheet; got row ${row}, column ${column}, ${rowCount} x ${columnCount}`);
  }
  return range;
}
