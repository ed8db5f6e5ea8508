import { sortNumbers } from "../math/quantile";
import { computeMean, computeMidRanks, computePopulationSd } from "../math/statistics";
import { scoreMeasure } from "../rfm/score-measure";

/** How an indicator is brought to 0..100: by rank, between least and most, by standard deviations, by fifths, or taken as it is. */
export const NORMALISATIONS = ["percentile", "minMax", "z", "quintile", "none"] as const;

/** See {@link NORMALISATIONS}. */
export type Normalisation = (typeof NORMALISATIONS)[number];

/** What everyone gets whose indicator does not vary. */
const CONSTANT_SCORE = 50;

/** An indicator of a score. */
export interface Indicator {
  /** Per customer; NaN = blank. */
  readonly values: ArrayLike<number>;
  /** >= 0. */
  readonly weight: number;
  /** Whether small values are good. */
  readonly lowerIsBetter: boolean;
  /** How it is brought to 0..100; left out, as the others are. */
  readonly method?: Normalisation;
}

/** Weighted scores of customers. */
export interface WeightedScores {
  /** NaN for a customer without any indicator. */
  readonly scores: Float64Array;
  /** Indicators that are blank for the customer; the others took over their weight. */
  readonly missing: Uint8Array;
}

/**
 * An indicator on a scale from 0 to 100, high = good.
 *
 * `percentile` is 100 (mid-rank - 0.5) / N, `z` is 50 + 10 standard deviations from the mean, `quintile` 20 points per fifth; all of them, and
 * `minMax`, give 50 to everyone when the values are equal. `none` leaves values as they are, turned round for a lower-is-better indicator.
 *
 * @param values NaN = blank, stays so
 */
export function normaliseIndicator(
  values: ArrayLike<number>,
  method: Normalisation,
  lowerIsBetter = false,
): Float64Array {
  const scores = normaliseHigher(values, method);
  return lowerIsBetter ? scores.map((score) => (method === "none" ? -score : 100 - score)) : scores;
}

function normaliseHigher(values: ArrayLike<number>, method: Normalisation): Float64Array {
  const column = Float64Array.from(values);
  if (method === "none") return column;
  const sorted = sortNumbers(values);
  const least = sorted[0];
  const most = sorted[sorted.length - 1];
  if (sorted.length === 0 || least === most) return column.map((value) => (value === value ? CONSTANT_SCORE : NaN));
  if (method === "percentile") return computeMidRanks(values).map((rank) => (100 * (rank - 0.5)) / sorted.length);
  if (method === "minMax") return column.map((value) => (100 * (value - least)) / (most - least));
  if (method === "z") {
    const mean = computeMean(values);
    const sd = computePopulationSd(values, mean);
    return column.map((value) => Math.min(100, Math.max(0, 50 + (10 * (value - mean)) / sd)));
  }
  const { scores } = scoreMeasure(column, { bins: 5, method: "quantile", better: "higher" });
  return column.map((value, i) => (value === value ? 20 * scores[i] : NaN));
}

/**
 * Weighted mean of indicators, each first brought to 0..100; the indicators that a customer lacks leave their weight to the others.
 *
 * @param indicators of equal length; at least one weight > 0
 * @param method     for indicators that name none
 * @throws RangeError when lengths differ, a weight is negative or all are 0
 */
export function computeWeightedScores(
  indicators: readonly Indicator[],
  method: Normalisation = "percentile",
): WeightedScores {
  return combineIndicators(
    indicators.map(({ values, lowerIsBetter, method: own }) =>
      normaliseIndicator(values, own ?? method, lowerIsBetter),
    ),
    indicators.map(({ weight }) => weight),
  );
}

/**
 * Weighted mean of indicators that are on one scale already; those that a customer lacks leave their weight to the others.
 *
 * @param columns one per indicator, of equal length; NaN = blank
 * @param weights one per column, >= 0; at least one > 0
 * @throws RangeError when lengths differ, a weight is negative or all are 0
 */
export function combineIndicators(columns: readonly ArrayLike<number>[], weights: readonly number[]): WeightedScores {
  const rows = columns[0]?.length ?? 0;
  if (columns.some(({ length }) => length !== rows) || weights.length !== columns.length)
    throw new RangeError("indicators must be of equal length, each with a weight");
  if (weights.some((weight) => !(weight >= 0)) || weights.every((weight) => weight === 0))
    throw new RangeError(`weights must be >= 0 and not all 0; got ${weights.join(", ")}`);
  const scores = new Float64Array(rows);
  const totals = new Float64Array(rows);
  const missing = new Uint8Array(rows);
  columns.forEach((column, i) => {
    const weight = weights[i];
    for (let row = 0; row < rows; row++) {
      const value = column[row];
      if (value !== value) missing[row]++;
      else {
        scores[row] += weight * value;
        totals[row] += weight;
      }
    }
  });
  for (let row = 0; row < rows; row++) scores[row] = totals[row] > 0 ? scores[row] / totals[row] : NaN;
  return { scores, missing };
}
