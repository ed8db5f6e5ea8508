import type { RfmScoreColumns } from "./measures";
import { parseBins } from "./measures";

/** Groups of the RF map, from champions down. */
export const RF_MAP_GROUPS = ["CHA", "LOY", "POT", "NEW", "PRO", "ATT", "SLP", "RSK", "CLT", "HIB"] as const;

/** A group of the RF map. */
export type RfMapGroup = (typeof RF_MAP_GROUPS)[number];

/** The 5 x 5 map: row 0 is R score 1, column 0 is F score 1; every cell has exactly one group. */
export const RF_MAP: readonly (readonly RfMapGroup[])[] = [
  ["HIB", "HIB", "RSK", "RSK", "CLT"],
  ["HIB", "HIB", "RSK", "RSK", "CLT"],
  ["SLP", "SLP", "ATT", "LOY", "LOY"],
  ["PRO", "POT", "POT", "LOY", "LOY"],
  ["NEW", "POT", "POT", "CHA", "CHA"],
];

/** Second axis of the map: the F score, or the rounded mean of F and M score. */
export type SegmentAxis = "F" | "FM";

/** How the map is read. */
export interface RfMapOptions {
  /** Number of scores, default 5; other scales are brought to the five steps of the map. */
  bins?: number;
  /** F (default), or FM = floor((F + M) / 2 + 0.5) on the scale of the scores. */
  axis?: SegmentAxis;
}

/**
 * A score on 1..bins brought to the five steps of the map, the ends kept and halves rounded up.
 *
 * @param score whole number 1..bins
 * @throws RangeError when bins is not 2..10
 */
export function rescaleScore(score: number, bins: number): number {
  parseBins(bins);
  const steps = bins - 1;
  return 1 + Math.floor(((score - 1) * 8 + steps) / (2 * steps));
}

/**
 * Group of every customer on the RF map.
 *
 * @param columns scores 1..bins, 0 = none; R always with `bins` = most recent
 * @returns index into {@link RF_MAP_GROUPS}; -1 for a customer who lacks a score the map needs
 * @throws RangeError when bins is not 2..10, or the axis is FM and there are no M scores
 */
export function assignRfMap(columns: RfmScoreColumns, options: RfMapOptions = {}): Int32Array {
  const bins = parseBins(options.bins ?? 5);
  const monetary = options.axis === "FM" ? columns.monetary : undefined;
  if (monetary === null) throw new RangeError("the axis FM needs M scores; got none");
  const { recency, frequency } = columns;
  const rescaled = Int32Array.from({ length: bins + 1 }, (_, score) => (score === 0 ? 0 : rescaleScore(score, bins)));
  const cells = Int32Array.from(RF_MAP.flat(), (group) => RF_MAP_GROUPS.indexOf(group));
  const codes = new Int32Array(recency.length).fill(-1);
  for (let i = 0; i < codes.length; i++) {
    let column = frequency[i];
    if (monetary !== undefined) column = column > 0 && monetary[i] > 0 ? (column + monetary[i] + 1) >> 1 : 0;
    if (recency[i] > 0 && column > 0) codes[i] = cells[(rescaled[recency[i]] - 1) * 5 + rescaled[column] - 1];
  }
  return codes;
}
