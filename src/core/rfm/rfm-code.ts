import type { RfmScoreColumns } from "./measures";
import { parseBins } from "./measures";

/** Which end of the R digit means recent: `recentHigh` (usual) or `recentLow` (1 = most recent). It changes the printed digit only. */
export type RecencyScale = "recentHigh" | "recentLow";

/** Weights of the three scores. */
export interface ScoreWeights {
  recency: number;
  frequency: number;
  monetary: number;
}

/** Weights that make the weighted score read like the code: 100, 10, 1. */
export const DEFAULT_SCORE_WEIGHTS: Readonly<ScoreWeights> = { recency: 100, frequency: 10, monetary: 1 };

/**
 * RFM code of every customer as text, such as "543"; two digits where the data have no money. With ten scores the parts are joined by
 * hyphens ("10-9-1"), because "1091" could be read in two ways.
 *
 * @param columns scores 1..bins, 0 = none
 * @returns "" for a customer who lacks a score
 * @throws RangeError when bins is not 2..10
 */
export function formatRfmCodes(
  columns: RfmScoreColumns,
  bins: number,
  recencyScale: RecencyScale = "recentHigh",
): string[] {
  parseBins(bins);
  const { recency, frequency, monetary } = columns;
  const separator = bins > 9 ? "-" : "";
  const side = bins + 1;
  const texts = new Array<string | undefined>(side * side * side);
  const codes = new Array<string>(recency.length);
  for (let i = 0; i < codes.length; i++) {
    const r = recency[i];
    const f = frequency[i];
    const m = monetary === null ? 0 : monetary[i];
    if (r === 0 || f === 0 || (m === 0 && monetary !== null)) {
      codes[i] = "";
      continue;
    }
    const cell = (r * side + f) * side + m;
    const printed = recencyScale === "recentLow" ? side - r : r;
    codes[i] = texts[cell] ??= (monetary === null ? [printed, f] : [printed, f, m]).join(separator);
  }
  return codes;
}

/**
 * Sum of the scores, 3 to 3 x bins (2 to 2 x bins without money); 0 for a customer who lacks a score.
 *
 * @param columns scores, 0 = none
 */
export function computeTotalScores(columns: RfmScoreColumns): Uint8Array {
  const { recency, frequency, monetary } = columns;
  const totals = new Uint8Array(recency.length);
  for (let i = 0; i < totals.length; i++) {
    const m = monetary === null ? 0 : monetary[i];
    if (recency[i] > 0 && frequency[i] > 0 && (m > 0 || monetary === null)) totals[i] = recency[i] + frequency[i] + m;
  }
  return totals;
}

/**
 * Weighted score wR R + wF F + wM M of every customer; without money the M term falls away.
 *
 * @param columns    scores, 0 = none
 * @param weights    each >= 0, not all 0
 * @param normalised true to divide by the sum of the weights used: the result is then on the scale 1..bins
 * @returns NaN for a customer who lacks a score
 * @throws RangeError when a weight is negative or not finite, or all weights used are 0
 */
export function computeWeightedScores(
  columns: RfmScoreColumns,
  weights: Readonly<ScoreWeights> = DEFAULT_SCORE_WEIGHTS,
  normalised = false,
): Float64Array {
  const { recency, frequency, monetary } = columns;
  const used = [weights.recency, weights.frequency, monetary === null ? 0 : weights.monetary];
  const sum = used[0] + used[1] + used[2];
  if (used.some((weight) => !(weight >= 0)) || !(sum > 0) || !Number.isFinite(sum)) {
    throw new RangeError(`score weights must be >= 0 and not all 0; got ${used.join(", ")}`);
  }
  const divisor = normalised ? sum : 1;
  const weighted = new Float64Array(recency.length).fill(NaN);
  for (let i = 0; i < weighted.length; i++) {
    const m = monetary === null ? 0 : monetary[i];
    if (recency[i] > 0 && frequency[i] > 0 && (m > 0 || monetary === null)) {
      weighted[i] = (used[0] * recency[i] + used[1] * frequency[i] + used[2] * m) / divisor;
    }
  }
  return weighted;
}
