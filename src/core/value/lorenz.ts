import { sortNumbers } from "../math/quantile";

/** How unequally value is spread. Shares are 0..1, from the poorest customer to the richest. */
export interface LorenzCurve {
  /** Cumulated share of customers, from 0 to 1. */
  customerShare: Float64Array;
  /** Cumulated share of value at that share of customers. */
  valueShare: Float64Array;
  /** Gini coefficient: 0 = all equal, towards 1 = one customer has all; null when there is no positive value. */
  gini: number | null;
  /** Customers with a negative value, which counts as 0 here. */
  clippedCustomers: number;
}

/**
 * Lorenz curve and Gini coefficient of a value column.
 *
 * @param values    in any order, NaN = blank and left out; negative values count as 0 and are reported
 * @param maxPoints at most this many steps on the curve (each at a whole customer), >= 1
 * @returns curves of length 0 when there is no positive value
 * @throws RangeError when `maxPoints` is below 1
 * @see Gastwirth (1972), The estimation of the Lorenz curve and Gini index, Review of Economics and Statistics 54(3)
 */
export function buildLorenzCurve(values: ArrayLike<number>, maxPoints = 100): LorenzCurve {
  if (!Number.isInteger(maxPoints) || maxPoints < 1) {
    throw new RangeError(`maxPoints must be a whole number >= 1; got ${maxPoints}`);
  }
  const sorted = sortNumbers(values);
  const count = sorted.length;
  let clippedCustomers = 0;
  while (clippedCustomers < count && sorted[clippedCustomers] < 0) sorted[clippedCustomers++] = 0;
  let total = 0;
  let weighted = 0;
  for (let i = 0; i < count; i++) {
    total += sorted[i];
    weighted += (2 * (i + 1) - count - 1) * sorted[i];
  }
  if (!(total > 0)) {
    return {
      customerShare: new Float64Array(0),
      valueShare: new Float64Array(0),
      gini: null,
      clippedCustomers,
    };
  }
  const steps = Math.min(maxPoints, count);
  const customerShare = new Float64Array(steps + 1);
  const valueShare = new Float64Array(steps + 1);
  let cumulated = 0;
  for (let step = 1, i = 0; step <= steps; step++) {
    const end = Math.round((step * count) / steps);
    for (; i < end; i++) cumulated += sorted[i];
    customerShare[step] = end / count;
    valueShare[step] = cumulated / total;
  }
  return { customerShare, valueShare, gini: Math.max(0, weighted / (count * total)), clippedCustomers };
}
