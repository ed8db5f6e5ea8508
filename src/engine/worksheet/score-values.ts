import type { MeasureScoreMethod } from "../../core/rfm/score-measure";
import { scoreMeasure } from "../../core/rfm/score-measure";

/** Ways to score one measure that need nothing but its values. */
export const valueScoreMethods = [
  "quantile",
  "rank",
  "ntile",
  "plusOne",
  "natural",
] as const satisfies readonly MeasureScoreMethod[];

/** A way to score one measure. */
export type ValueScoreMethod = (typeof valueScoreMethods)[number];

/** How to score a list of values. */
export interface ValueScoreOptions {
  /** 2..10. */
  readonly bins: number;
  readonly method: ValueScoreMethod;
  readonly better: "higher" | "lower";
}

/** Scores 1..bins, the best value `bins`, in the order given; 0 for a blank (NaN). Ties are resolved by position. */
export function scoreValues(values: Float64Array, options: ValueScoreOptions): Uint8Array {
  return scoreMeasure(values, options).scores;
}
