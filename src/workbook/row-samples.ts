import type { Cell } from "../core/transactions/cells";

/** A row as it was read: enough to see later whether it still stands where it stood. */
export interface RowSample {
  /** Of the row in its list. */
  readonly position: number;
  /** 0-based columns of the sheet, ascending, and what stood there; dates are serials. */
  readonly columns: readonly number[];
  readonly cells: readonly Cell[];
}

/** How many rows of a block are kept. */
const rowsPerBlock = 8;
/** How many rows are looked at again. */
const mostRows = 64;

/** Some rows of a block, its first and last among them. */
export function sampleBlock(
  firstPosition: number,
  rowCount: number,
  columns: readonly number[],
  cells: readonly ArrayLike<Cell>[],
): RowSample[] {
  const order = columns.map((_, index) => index).sort((a, b) => columns[a] - columns[b]);
  return chooseEvenly(rowCount, rowsPerBlock).map((row) => ({
    position: firstPosition + row,
    columns: order.map((index) => columns[index]),
    cells: order.map((index) => cells[index][row] ?? null),
  }));
}

/** Those of the samples that are looked at again. */
export function chooseSamples(samples: readonly RowSample[]): RowSample[] {
  return chooseEvenly(samples.length, mostRows).map((index) => samples[index]);
}

function chooseEvenly(count: number, most: number): number[] {
  const chosen = Math.min(count, most);
  return Array.from({ length: chosen }, (_, i) => (chosen === 1 ? 0 : Math.round((i * (count - 1)) / (chosen - 1))));
}

/**
 * Whether rows have been moved, sorted, inserted or deleted since they were read. Somebody who edits cells of one column, or a formula in it
 * that changes by itself, moves no row.
 *
 * @param now the cells of each sample as they stand, in the order of its columns
 */
export function haveRowsMoved(samples: readonly RowSample[], now: readonly (readonly Cell[])[]): boolean {
  const changed = new Set<number>();
  let columns = 0;
  samples.forEach((sample, index) => {
    columns = Math.max(columns, sample.columns.length);
    sample.columns.forEach((column, i) => {
      if (sample.cells[i] !== now[index][i]) changed.add(column);
    });
  });
  return changed.size > (columns > 2 ? 1 : 0);
}
