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
 * @throws RangeError when lengths differ, a weight is negative or all are 0
 */
export function computeWeightedScores(
  indicators: readonly Indicator[],
  method: Normalisation = "percentile",
): WeightedScores {
  const rows = indicators[0]?.values.length ?? 0;
  if (indicators.some(({ values }) => values.length !== rows))
    throw new RangeError("indicators must be of equal length");
  if (indicators.some(({ weight }) => !(weight >= 0)) || indicators.every(({ weight }) => weight === 0)) {
    throw new RangeError(
      `weights must be >= 0 and not all 0; got ${indicators.map(({ weight }) => weight).join(", ")}`,
    );
  }
  const columns = indicators.map(({ values, lowerIsBetter }) => normaliseIndicator(values, method, lowerIsBetter));
  const missing = new Uint8Array(rows);
  const scores = Float64Array.from({ length: rows }, (_, row) => {
    let sum = 0;
    let total = 0;
    columns.forEach((column, i) => {
      const { weight } = indicators[i];
      if (column[row] !== column[row]) missing[row]++;
      else {
        sum += weight * column[row];
        total += weight;
      }
    });
    return total > 0 ? sum / total : NaN;
  });
  return { scores, missing };
}
