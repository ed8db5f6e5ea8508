import { sortIndices } from "./index-sort";
import { computeShareCount } from "./share-count";
import { computeMidRanks } from "./statistics";

/**
 * Area under the ROC curve: the probability that a random positive has a higher score than a random negative, ties counting half.
 *
 * @param scores higher means more likely; no blanks
 * @param target same length, 0 or 1
 * @returns 0..1; NaN where one class is missing
 * @see Hanley & McNeil (1982), The meaning and use of the area under a receiver operating characteristic curve, Radiology 143
 */
export function computeAuc(scores: ArrayLike<number>, target: ArrayLike<number>): number {
  const ranks = computeMidRanks(scores);
  let positives = 0;
  let sum = 0;
  for (let row = 0; row < ranks.length; row++) {
    if (target[row] !== 1) continue;
    positives++;
    sum += ranks[row];
  }
  const negatives = ranks.length - positives;
  if (positives === 0 || negatives === 0) return NaN;
  return (sum - (positives * (positives + 1)) / 2) / (positives * negatives);
}

/** Some of the rows by falling score. Plain JSON. */
export interface LiftGroup {
  readonly customers: number;
  readonly positives: number;
  /** Share of positives in the group; null for an empty one, like the lift. */
  readonly share: number | null;
  /** That share by the share of positives among all; null without positives. */
  readonly lift: number | null;
  /** Share of all positives in this and the groups before; null without positives. */
  readonly capturedShare: number | null;
}

/**
 * Splits rows by falling score at cumulated shares and counts the positives in each part; equal scores keep their order.
 *
 * @param scores      no blanks
 * @param target      same length, 0 or 1
 * @param basisPoints where the groups end, ascending whole numbers, the last 10000; counts are rounded half up
 */
export function buildLiftTable(
  scores: ArrayLike<number>,
  target: ArrayLike<number>,
  basisPoints: readonly number[],
): LiftGroup[] {
  const order = sortIndices(scores, true);
  let total = 0;
  for (let row = 0; row < target.length; row++) total += target[row];
  let start = 0;
  let captured = 0;
  return basisPoints.map((points): LiftGroup => {
    const end = computeShareCount(points, order.length);
    let positives = 0;
    for (let place = start; place < end; place++) positives += target[order[place]];
    const customers = end - start;
    captured += positives;
    start = end;
    const share = customers === 0 ? null : positives / customers;
    return {
      customers,
      positives,
      share,
      lift: share === null || total === 0 ? null : share / (total / order.length),
      capturedShare: total === 0 ? null : captured / total,
    };
  });
}

/** Ends of ten equal groups. */
export const DECILES = [1000, 2000, 3000, 4000, 5000, 6000, 7000, 8000, 9000, 10000] as const;
