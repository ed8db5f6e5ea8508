import { computeMean } from "./statistics";
import { computeMedian } from "./quantile";

/** What separates high from low: the mean or the median of the column, or a value the user gives. */
export type Threshold = "mean" | "median" | number;

/**
 * The value that separates high from low in a column.
 *
 * @param values NaN = blank and left out
 * @returns NaN when nothing is present and the threshold is not fixed
 * @throws RangeError when a fixed threshold is not finite
 */
export function computeThreshold(values: ArrayLike<number>, threshold: Threshold): number {
  if (typeof threshold === "number") {
    if (!Number.isFinite(threshold)) throw new RangeError(`a fixed threshold must be finite; got ${threshold}`);
    return threshold;
  }
  return threshold === "median" ? computeMedian(values) : computeMean(values);
}
