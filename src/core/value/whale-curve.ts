import { sortNumbers } from "../math/quantile";

/** Cumulated profit from the most to the least profitable customer, in shares of the total (1 = 100%). */
export interface WhaleCurve {
  /** Cumulated share of customers, from 0 to 1. */
  customerShare: Float64Array;
  /** Cumulated share of total profit at that share of customers; above 1 before the loss-makers pull it down. */
  profitShare: Float64Array;
  /** Highest point of the curve as share of total profit, >= 1. */
  peakShare: number;
  /** Customers up to the peak. */
  peakCustomers: number;
  /** What loss-making customers take away: peakShare - 1. */
  erosionShare: number;
}

/**
 * Whale curve of customer profit: how far the profitable customers carry the total, and how much the others cost.
 *
 * @param profits   in any order, NaN = blank and left out
 * @param maxPoints at most this many steps on the curve, each at a whole customer; the peak is found over all customers
 * @returns null when total profit is not positive
 * @throws RangeError when `maxPoints` is below 1
 * @see Kaplan & Narayanan (2001), Measuring and managing customer profitability, Journal of Cost Management 15(5)
 */
export function buildWhaleCurve(profits: ArrayLike<number>, maxPoints = 100): WhaleCurve | null {
  if (!Number.isInteger(maxPoints) || maxPoints < 1) {
    throw new RangeError(`maxPoints must be a whole number >= 1; got ${maxPoints}`);
  }
  const sorted = sortNumbers(profits).reverse();
  const count = sorted.length;
  let total = 0;
  let peak = 0;
  let peakCustomers = 0;
  for (let i = 0; i < count; i++) {
    total += sorted[i];
    if (sorted[i] > 0) {
      peak = total;
      peakCustomers = i + 1;
    }
  }
  if (!(total > 0)) return null;
  const steps = Math.min(maxPoints, count);
  const customerShare = new Float64Array(steps + 1);
  const profitShare = new Float64Array(steps + 1);
  let cumulated = 0;
  for (let step = 1, i = 0; step <= steps; step++) {
    const end = Math.round((step * count) / steps);
    for (; i < end; i++) cumulated += sorted[i];
    customerShare[step] = end / count;
    profitShare[step] = cumulated / total;
  }
  const peakShare = peak / total;
  return { customerShare, profitShare, peakShare, peakCustomers, erosionShare: peakShare - 1 };
}
