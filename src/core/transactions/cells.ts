/** What a cell of the input holds; `null` is blank. Error values are their text, such as `#N/A`. */
export type Cell = string | number | boolean | null;

/**
 * Consecutive rows of the input by columns, header not among them.
 *
 * Numbers in a column that was asked for as dates are days since 1970-01-01 with the time of day as fraction, whatever date system the
 * source uses.
 */
export interface RowBlock {
  /** Position of the first row among all rows of the source, from 0. */
  readonly firstRow: number;
  readonly rowCount: number;
  /** One array of `rowCount` cells per column of the source, in the source's order; columns nobody asked for may be empty arrays. */
  readonly columns: readonly ArrayLike<Cell>[];
  /** 1 for a row that is hidden or filtered out; absent when none is. */
  readonly hidden?: Uint8Array;
}
