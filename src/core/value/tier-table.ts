import { countGroups, sumByGroup } from "../math/groups";
import { sortIndices } from "../math/index-sort";
import { computeShareCount } from "../math/share-count";
import { computeSum } from "../math/statistics";

/** Shares of the top-share table in basis points: 1, 5, 10, 20 and 50 percent of customers. */
export const TOP_SHARE_BASIS_POINTS = [100, 500, 1000, 2000, 5000] as const;

/**
 * Share of a column's total that the most valuable customers bring.
 *
 * @param ranking     value that orders the customers, largest first, ties in standard order; NaN = blank, left out of the ranking
 * @param measure     column that is summed (revenue, profit), same length; NaN = blank adds nothing
 * @param basisPoints top shares of the ranked customers, counted half up; default 1, 5, 10, 20, 50 percent
 * @returns one share per entry of `basisPoints`; NaN when the column's total is not positive
 * @throws RangeError when the lengths differ or a basis point is out of range
 */
export function computeTopShares(
  ranking: ArrayLike<number>,
  measure: ArrayLike<number>,
  basisPoints: readonly number[] = TOP_SHARE_BASIS_POINTS,
): Float64Array {
  if (ranking.length !== measure.length) {
    throw new RangeError(`columns must be of equal length; got ${ranking.length} and ${measure.length}`);
  }
  const order = sortIndices(ranking, true);
  const cumulated = new Float64Array(order.length + 1);
  for (let i = 0; i < order.length; i++) cumulated[i + 1] = cumulated[i] + (measure[order[i]] || 0);
  const total = computeSum(measure);
  return Float64Array.from(basisPoints, (points) =>
    total > 0 ? cumulated[computeShareCount(points, order.length)] / total : NaN,
  );
}

/** Columns a tier table is made of, one entry per customer, NaN = blank; null where unknown. */
export interface TierColumns {
  value: ArrayLike<number>;
  revenue: ArrayLike<number> | null;
  profit: ArrayLike<number> | null;
}

/** One entry per tier from the top; NaN where a figure cannot be computed. */
export interface TierTable {
  customers: Int32Array;
  customerShare: Float64Array;
  revenue: Float64Array;
  revenueShare: Float64Array;
  profit: Float64Array;
  profitShare: Float64Array;
  meanValue: Float64Array;
  /** Lowest value in the tier. */
  boundaryValue: Float64Array;
}

/**
 * Customers, money and boundary of every tier (or ABC class).
 *
 * @param codes     tier of each customer, 0 = top; -1 = none, left out
 * @param tierCount number of tiers
 * @param columns   same length as `codes`
 */
export function buildTierTable(codes: ArrayLike<number>, tierCount: number, columns: TierColumns): TierTable {
  const { value, revenue, profit } = columns;
  const customers = countGroups(codes, tierCount);
  const ranked = computeSum(customers);
  const boundaryValue = new Float64Array(tierCount).fill(NaN);
  for (let i = 0; i < codes.length; i++) {
    if (codes[i] >= 0 && !(value[i] >= boundaryValue[codes[i]])) boundaryValue[codes[i]] = value[i];
  }
  const sums = (column: ArrayLike<number> | null) =>
    column === null ? new Float64Array(tierCount).fill(NaN) : sumByGroup(codes, tierCount, column);
  const shares = (tierSums: Float64Array, column: ArrayLike<number> | null) => {
    const total = column === null ? NaN : computeSum(column);
    return tierSums.map((sum) => (total > 0 ? sum / total : NaN));
  };
  const revenueSums = sums(revenue);
  const profitSums = sums(profit);
  return {
    customers,
    customerShare: Float64Array.from(customers, (count) => (ranked === 0 ? NaN : count / ranked)),
    revenue: revenueSums,
    revenueShare: shares(revenueSums, revenue),
    profit: profitSums,
    profitShare: shares(profitSums, profit),
    meanValue: sums(value).map((sum, tier) => (customers[tier] === 0 ? NaN : sum / customers[tier])),
    boundaryValue,
  };
}
