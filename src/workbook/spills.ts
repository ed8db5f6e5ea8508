import { buildRange, isInside, isOverlapping } from "./grid-range";
import type { GridRange } from "./port";

/** Where the results of formulas of one sheet spill to; each formula stands in the first cell of its range. */
export class Spills {
  private ranges: readonly GridRange[] = [];

  get count(): number {
    return this.ranges.length;
  }

  list(within?: GridRange): readonly GridRange[] {
    return within ? this.ranges.filter((range) => isOverlapping(range, within)) : this.ranges;
  }

  /** The range that covers a cell. */
  find(row: number, column: number): GridRange | undefined {
    if (this.ranges.length === 0) return undefined;
    const cell = buildRange(row, column, 1, 1);
    return this.ranges.find((range) => isInside(cell, range));
  }

  /** Whether the formula of a spilled range stands in the cell. */
  isOwner(row: number, column: number): boolean {
    return this.ranges.some((range) => range.row === row && range.column === column);
  }

  add(range: GridRange): void {
    this.ranges = [...this.ranges, range];
  }

  /** Forgets a range; its cells but the first come back, as ranges. */
  drop(range: GridRange): readonly GridRange[] {
    this.ranges = this.ranges.filter((other) => other !== range);
    return [
      buildRange(range.row, range.column + 1, 1, range.columnCount - 1),
      buildRange(range.row + 1, range.column, range.rowCount - 1, range.columnCount),
    ].filter(({ rowCount, columnCount }) => rowCount > 0 && columnCount > 0);
  }
}
