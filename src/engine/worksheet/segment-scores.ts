import type { RfMapGroup } from "../../core/rfm/rf-map";
import { RF_MAP_GROUPS, assignRfMap } from "../../core/rfm/rf-map";

/** Scores 1..bins per customer; 0 is none. With `monetary` the second axis of the map is the mean of F and M. */
export interface SegmentScores {
  readonly recency: Uint8Array;
  readonly frequency: Uint8Array;
  readonly monetary: Uint8Array | null;
}

/** Group on the RF map of every customer; null for one who lacks a score. */
export function assignSegments(scores: SegmentScores, bins: number): (RfMapGroup | null)[] {
  const codes = assignRfMap(scores, { bins, axis: scores.monetary === null ? "F" : "FM" });
  return Array.from(codes, (code) => (code < 0 ? null : RF_MAP_GROUPS[code]));
}
