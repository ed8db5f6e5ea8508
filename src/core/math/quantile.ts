import { sortIndices } from "./index-sort";
import { findLargest, selectSmallest } from "./select";

/** From this many values on, the linear-time sort is faster than the engine's own. */
const LARGE = 5000;

/**
 * The values that are present, ascending, in a new array.
 *
 * @param values NaN = blank, left out
 */
export function sortNumbers(values: ArrayLike<number>): Float64Array {
  const sorted = new Float64Array(values.length);
  let count = 0;
  if (values.length >= LARGE) {
    const order = sortIndices(values);
    for (; count < order.length; count++) sorted[count] = values[order[count]];
    return sorted.subarray(0, count);
  }
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (value === value) sorted[count++] = value;
  }
  return sorted.subarray(0, count).sort();
}

/**
 * The quantile `part / parts`, interpolated between neighbours as Excel's PERCENTILE.INC does (type 7).
 *
 * The position is split with whole-number arithmetic, so that a quantile that falls on a value, or between two equal values, is exactly
 * that value.
 *
 * @param sorted ascending, without blanks
 * @param part   whole number, 0..parts
 * @param parts  whole number >= 1
 * @returns NaN when `sorted` is empty
 * @throws RangeError when `part` or `parts` is out of range
 * @see Hyndman & Fan (1996), Sample quantiles in statistical packages, The American Statistician 50(4)
 */
export function computeQuantile(sorted: ArrayLike<number>, part: number, parts: number): number {
  if (!Number.isInteger(part) || !Number.isInteger(parts) || parts < 1 || part < 0 || part > parts) {
    throw new RangeError(`a quantile needs whole numbers with 0 <= part <= parts; got ${part} of ${parts}`);
  }
  if (sorted.length === 0) return NaN;
  const position = (sorted.length - 1) * part;
  const below = Math.floor(position / parts);
  const remainder = position % parts;
  if (remainder === 0) return sorted[below];
  return sorted[below] + (remainder / parts) * (sorted[below + 1] - sorted[below]);
}

/**
 * The `parts - 1` inner quantiles that split sorted values into `parts` groups.
 *
 * @param sorted ascending, without blanks
 * @param parts  whole number >= 1
 * @returns ascending; empty when `sorted` is empty
 */
export function computeQuantileEdges(sorted: ArrayLike<number>, parts: number): Float64Array {
  if (sorted.length === 0) return new Float64Array(0);
  return Float64Array.from({ length: parts - 1 }, (_, i) => computeQuantile(sorted, i + 1, parts));
}

/**
 * Median of the values that are present.
 *
 * @param values in any order, NaN = blank and left out
 * @returns NaN when nothing is present
 */
export function computeMedian(values: ArrayLike<number>): number {
  const present = new Float64Array(values.length);
  let count = 0;
  for (let i = 0; i < values.length; i++) if (values[i] === values[i]) present[count++] = values[i];
  if (count === 0) return NaN;
  const numbers = present.subarray(0, count);
  const middle = count >> 1;
  const upper = selectSmallest(numbers, middle);
  if (count % 2 === 1) return upper;
  const lower = findLargest(numbers.subarray(0, middle));
  return lower + 0.5 * (upper - lower);
}
