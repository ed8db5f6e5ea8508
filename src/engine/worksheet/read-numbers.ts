import type { Cell } from "../../core/transactions/cells";
import { NumberColumn } from "../../core/transactions/number-column";
import { ERROR } from "../../core/transactions/parse-number";

/** A list of cells as numbers. */
export interface NumberCells {
  /** NaN where a cell holds no number. */
  readonly values: Float64Array;
  /** 1 where a cell holds an error value. */
  readonly errors: Uint8Array;
}

/** Reads cells as amounts are read everywhere: numbers, and text in whatever form a number is written; the list votes on the decimal sign. */
export function readNumbers(cells: readonly Cell[]): NumberCells {
  const count = cells.length;
  if (cells.every((cell) => typeof cell === "number" && Number.isFinite(cell))) {
    return { values: Float64Array.from(cells as readonly number[], (cell) => cell + 0), errors: new Uint8Array(count) };
  }
  const column = new NumberColumn();
  column.push(cells, 0, count, new Uint8Array(count));
  const values = column.finish(count);
  return { values, errors: column.marks.slice(0, count).map((mark) => (mark === ERROR ? 1 : 0)) };
}
