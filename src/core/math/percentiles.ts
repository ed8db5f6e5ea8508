import { sortNumbers } from "./quantile";

/** Percentile of each value of a column, from which that of any other value follows; plain JSON. */
export interface PercentileTable {
  /** Different values, ascending. */
  readonly values: readonly number[];
  /** 100 (mid-rank - 0.5) / N of each. */
  readonly percentiles: readonly number[];
}

/**
 * The percentiles of a column: equal values share the middle of their ranks, so that the mean percentile is 50.
 *
 * @param column     NaN = blank and left out
 * @param mostValues a column with more different values is described by so many of them, evenly spread over the different values and with both
 *                   ends
 * @returns empty when nothing is present
 * @throws RangeError when `mostValues` is below 2
 */
export function computePercentileTable(column: ArrayLike<number>, mostValues = 500): PercentileTable {
  if (!Number.isInteger(mostValues) || mostValues < 2) {
    throw new RangeError(`mostValues must be a whole number >= 2; got ${mostValues}`);
  }
  const sorted = sortNumbers(column);
  const values: number[] = [];
  const percentiles: number[] = [];
  for (let start = 0; start < sorted.length;) {
    let end = start + 1;
    while (end < sorted.length && sorted[end] === sorted[start]) end++;
    values.push(sorted[start]);
    percentiles.push((50 * (start + end)) / sorted.length);
    start = end;
  }
  if (values.length <= mostValues) return { values, percentiles };
  const picks = Array.from({ length: mostValues }, (_, i) => Math.round((i * (values.length - 1)) / (mostValues - 1)));
  return { values: picks.map((i) => values[i]), percentiles: picks.map((i) => percentiles[i]) };
}

/**
 * Percentiles of values by a table, 0..100; between two values of the table on the straight line, beyond its ends that of the end.
 *
 * @param column NaN = blank
 * @returns same length; NaN for a blank, and everywhere when the table is empty
 */
export function assignPercentiles(column: ArrayLike<number>, { values, percentiles }: PercentileTable): Float64Array {
  return Float64Array.from(column, (value) => {
    if (value !== value || values.length === 0) return NaN;
    let above = 0;
    for (let size = values.length; above < size;) {
      const middle = (above + size) >> 1;
      if (values[middle] < value) above = middle + 1;
      else size = middle;
    }
    if (above === values.length) return percentiles[above - 1];
    if (above === 0 || values[above] === value) return percentiles[above];
    const share = (value - values[above - 1]) / (values[above] - values[above - 1]);
    return percentiles[above - 1] + share * (percentiles[above] - percentiles[above - 1]);
  });
}
