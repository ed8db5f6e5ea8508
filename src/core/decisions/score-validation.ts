import { countGroups, sumByGroup } from "../math/groups";
import { sortIndices } from "../math/index-sort";
import { computeShareCount } from "../math/share-count";
import { computeCorrelation, computeMidRanks, computeSum } from "../math/statistics";
import { combineIndicators } from "./weighted-score";

/** The tenth of customers with the highest scores, in basis points. */
const TOP_DECILE = 1000;

/** What one tier of a score brought afterwards. Unknown figures are null. */
export interface TierOutcome {
  readonly customers: number;
  /** Revenue of the held-out days, in all, as share of all tiers and per customer. */
  readonly revenue: number;
  readonly revenueShare: number | null;
  readonly meanRevenue: number | null;
  /** Share of the tier's customers with any revenue in the held-out days. */
  readonly activeShare: number | null;
}

/** How well scores foretell what customers bring afterwards. Unknown figures are null; plain JSON. */
export interface ScoreValidation {
  /** Customers with a score. */
  readonly customers: number;
  readonly revenue: number;
  /** Rank correlation of score and revenue; null where one of them does not vary. */
  readonly spearman: number | null;
  /** Share of the revenue that the tenth with the highest scores brought; ties count by standard order. */
  readonly topDecileCapture: number | null;
  /** The capture by the share of customers in that tenth: 1 = no better than chance. */
  readonly topDecileLift: number | null;
  readonly tiers: readonly TierOutcome[];
}

/**
 * Rank correlation of two columns over the customers who have both.
 *
 * @param first  NaN = blank
 * @param second same length
 * @returns -1..1; NaN when fewer than two pairs are present or one side does not vary
 * @throws RangeError when the lengths differ
 * @see Spearman (1904), The proof and measurement of association between two things, American Journal of Psychology 15(1)
 */
export function computeSpearman(first: ArrayLike<number>, second: ArrayLike<number>): number {
  if (first.length !== second.length)
    throw new RangeError(`columns must be of equal length; got ${first.length} and ${second.length}`);
  const pick = (own: ArrayLike<number>, other: ArrayLike<number>) =>
    Float64Array.from({ length: own.length }, (_, i) => (other[i] === other[i] ? own[i] : NaN));
  return computeCorrelation(computeMidRanks(pick(first, second)), computeMidRanks(pick(second, first)));
}

/**
 * Scores of an earlier date against what the customers brought after it.
 *
 * @param scores    as of the earlier date, NaN = none
 * @param revenue   of the days after it, same length, no blanks
 * @param tiers     tier of each customer by score, 0 = top; -1 = none
 * @param tierCount > every tier
 */
export function validateScores(
  scores: ArrayLike<number>,
  revenue: ArrayLike<number>,
  tiers: ArrayLike<number>,
  tierCount: number,
): ScoreValidation {
  const order = sortIndices(scores, true);
  const total = order.reduce((sum, customer) => sum + revenue[customer], 0);
  const top = computeShareCount(TOP_DECILE, order.length);
  const capture = total > 0 && top > 0 ? sumOf(order.subarray(0, top), revenue) / total : null;
  const spearman = computeSpearman(scores, revenue);
  return {
    customers: order.length,
    revenue: total,
    spearman: spearman === spearman ? spearman : null,
    topDecileCapture: capture,
    topDecileLift: capture === null ? null : capture / (top / order.length),
    tiers: describeTiers(revenue, tiers, tierCount),
  };
}

const sumOf = (positions: Int32Array, values: ArrayLike<number>) =>
  positions.reduce((sum, position) => sum + values[position], 0);

function describeTiers(revenue: ArrayLike<number>, tiers: ArrayLike<number>, tierCount: number): TierOutcome[] {
  const customers = countGroups(tiers, tierCount);
  const sums = sumByGroup(tiers, tierCount, revenue);
  const active = countGroups(
    Int32Array.from({ length: tiers.length }, (_, i) => (revenue[i] > 0 ? tiers[i] : -1)),
    tierCount,
  );
  const total = computeSum(sums);
  return Array.from(customers, (count, tier) => ({
    customers: count,
    revenue: sums[tier],
    revenueShare: total > 0 ? sums[tier] / total : null,
    meanRevenue: count === 0 ? null : sums[tier] / count,
    activeShare: count === 0 ? null : active[tier] / count,
  }));
}

/**
 * Rank correlation with later revenue of the score without each of its indicators in turn: where it rises, the indicator does harm.
 *
 * @param columns one per indicator on the scale 0..100, NaN = blank
 * @param weights one per column, >= 0, not all 0
 * @param revenue of the days after, no blanks
 * @returns one figure per indicator; NaN where nothing with a weight is left, or nothing varies
 */
export function dropEachIndicator(
  columns: readonly ArrayLike<number>[],
  weights: readonly number[],
  revenue: ArrayLike<number>,
): Float64Array {
  return Float64Array.from(weights, (_, dropped) => {
    const rest = weights.map((weight, i) => (i === dropped ? 0 : weight));
    if (rest.every((weight) => weight === 0)) return NaN;
    return computeSpearman(combineIndicators(columns, rest).scores, revenue);
  });
}
