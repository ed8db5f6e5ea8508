import { sortIndices } from "../math/index-sort";

/** Customers from the most valuable down, with what they cumulate to. Columns of equal length. */
export interface ParetoCurve {
  /** Position of the customer in the input. */
  customers: Int32Array;
  values: Float64Array;
  /** Share of customers up to this one, 0..1. */
  customerShare: Float64Array;
  /** Share of the positive values up to this one, 0..1; a value of 0 or below adds nothing. */
  valueShare: Float64Array;
}

/**
 * Customers by value descending, ties in the order given, with cumulated shares of customers and of value.
 *
 * @param values NaN = blank and left out
 * @returns null when there is no positive value
 * @see Lorenz (1905), Methods of measuring the concentration of wealth, Publications of the American Statistical Association 9(70)
 */
export function buildParetoCurve(values: ArrayLike<number>): ParetoCurve | null {
  const customers = sortIndices(values, true);
  const sorted = Float64Array.from(customers, (i) => values[i]);
  let total = 0;
  for (let i = 0; i < sorted.length && sorted[i] > 0; i++) total += sorted[i];
  if (!(total > 0)) return null;
  let cumulated = 0;
  return {
    customers,
    values: sorted,
    customerShare: sorted.map((_, i) => (i + 1) / sorted.length),
    valueShare: sorted.map((value) => (cumulated += Math.max(0, value)) / total),
  };
}
