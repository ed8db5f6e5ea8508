/**
 * A column that a tree may split on, one entry per customer.
 *
 * Numbers: NaN = blank. Categories: `codes` index `labels`, -1 = blank or a value without a label; the empty text is a label like any other.
 */
export type TreeColumn =
  | { readonly name: string; readonly kind: "number"; readonly numbers: Float64Array }
  | {
      readonly name: string;
      readonly kind: "category";
      readonly codes: Int32Array;
      readonly labels: readonly string[];
    };

/** Number of entries of a column. */
export function countEntries(column: TreeColumn): number {
  return column.kind === "number" ? column.numbers.length : column.codes.length;
}
