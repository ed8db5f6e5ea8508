import { computeChiSquaredTail } from "../math/chi-squared-distribution";
import { computeQuantile, sortNumbers } from "../math/quantile";
import { computeMean, computeMidRanks, computePopulationSd, computeSum } from "../math/statistics";

/** Spread of the experts' ratings, as share of their mean, below which they agree on an indicator. */
export const DELPHI_STOP_VARIATION = 0.25;

/** What the experts of a round think of one indicator. Unknown figures are null; plain JSON. */
export interface DelphiOpinion {
  /** Experts who rated the indicator. */
  readonly ratings: number;
  readonly mean: number | null;
  readonly median: number | null;
  /** Sample standard deviation by the mean; null with one rating or a mean of 0. */
  readonly variation: number | null;
  /** Third less first quartile. */
  readonly spread: number | null;
  readonly isAgreed: boolean;
}

/** How far experts agree about all indicators. Plain JSON. */
export interface DelphiConcordance {
  /** Kendall's W: 0 = no agreement, 1 = all rank alike. */
  readonly coefficient: number;
  readonly chiSquared: number;
  readonly degrees: number;
  /** Probability of such a concordance, or a larger one, when everyone ranks by chance. */
  readonly pValue: number;
  /** Experts who rated every indicator; the others are left out here. */
  readonly experts: number;
}

/** A round of ratings. Plain JSON. */
export interface DelphiRound {
  readonly opinions: readonly DelphiOpinion[];
  /** Null with fewer than two complete experts or two indicators, or where nobody tells indicators apart. */
  readonly concordance: DelphiConcordance | null;
  /** True when the variation of every indicator is below the limit: no further round is needed. */
  readonly isSettled: boolean;
  /** Means by their sum; null where an indicator has no rating or all means are 0. */
  readonly weights: readonly number[] | null;
}

/**
 * A round of the Delphi method: what the experts think of the importance of each indicator, and whether they agree enough to stop.
 *
 * @param ratings one row per expert, one number >= 0 per indicator; NaN = not rated
 * @param limit   variation below which experts agree; default 0.25
 * @throws RangeError when rows differ in length or a rating is negative
 * @see Kendall & Babington Smith (1939), The problem of m rankings, Annals of Mathematical Statistics 10(3)
 */
export function evaluateDelphi(ratings: readonly ArrayLike<number>[], limit = DELPHI_STOP_VARIATION): DelphiRound {
  const count = ratings[0]?.length ?? 0;
  for (const row of ratings) {
    if (row.length !== count) throw new RangeError("every expert must have a rating, or a blank, per indicator");
    for (let i = 0; i < count; i++) if (row[i] < 0) throw new RangeError(`ratings must be >= 0; got ${row[i]}`);
  }
  const columns = Array.from({ length: count }, (_, i) => ratings.map((row) => row[i]));
  const opinions = columns.map((column) => describeOpinion(column, limit));
  const means = opinions.map(({ mean }) => mean ?? NaN);
  const total = means.reduce((sum, mean) => sum + mean, 0);
  return {
    opinions,
    concordance: measureConcordance(ratings),
    isSettled: opinions.length > 0 && opinions.every(({ isAgreed }) => isAgreed),
    weights: total > 0 ? means.map((mean) => mean / total) : null,
  };
}

function describeOpinion(column: readonly number[], limit: number): DelphiOpinion {
  const sorted = sortNumbers(column);
  const { length } = sorted;
  if (length === 0) return { ratings: 0, mean: null, median: null, variation: null, spread: null, isAgreed: false };
  const mean = computeMean(sorted);
  const sd = length < 2 ? NaN : computePopulationSd(sorted, mean) * Math.sqrt(length / (length - 1));
  const variation = mean > 0 && length > 1 ? sd / mean : null;
  return {
    ratings: length,
    mean,
    median: computeQuantile(sorted, 1, 2),
    variation,
    spread: computeQuantile(sorted, 3, 4) - computeQuantile(sorted, 1, 4),
    isAgreed: variation !== null && variation < limit,
  };
}

function measureConcordance(ratings: readonly ArrayLike<number>[]): DelphiConcordance | null {
  const complete = ratings.map((row) => Array.from(row)).filter((row) => !row.some(Number.isNaN));
  const experts = complete.length;
  const count = complete[0]?.length ?? 0;
  if (experts < 2 || count < 2) return null;
  const ranks = complete.map((row) => computeMidRanks(row));
  const sums = Array.from({ length: count }, (_, i) => ranks.reduce((sum, row) => sum + row[i], 0));
  const mean = computeSum(sums) / count;
  const squares = sums.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const ties = complete.reduce((sum, row) => sum + countTies(row), 0);
  const most = experts ** 2 * (count ** 3 - count) - experts * ties;
  if (!(most > 0)) return null;
  const coefficient = Math.min(1, (12 * squares) / most);
  const chiSquared = experts * (count - 1) * coefficient;
  const degrees = count - 1;
  return { coefficient, chiSquared, degrees, pValue: computeChiSquaredTail(chiSquared, degrees), experts };
}

/** Sum of t^3 - t over the groups of t equal ratings. */
function countTies(row: readonly number[]): number {
  const sizes = new Map<number, number>();
  for (const value of row) sizes.set(value, (sizes.get(value) ?? 0) + 1);
  return [...sizes.values()].reduce((sum, size) => sum + size ** 3 - size, 0);
}
