import { sortIndices } from "./index-sort";

/**
 * Sum of the values that are present.
 *
 * @param values one number per customer, NaN = blank and left out
 * @returns 0 when nothing is present
 */
export function computeSum(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (value === value) sum += value;
  }
  return sum;
}

/**
 * Arithmetic mean of the values that are present.
 *
 * A second pass takes the rounding error of the sum out again; the mean of equal values is exactly that value.
 *
 * @param values one number per customer, NaN = blank and left out
 * @returns NaN when nothing is present
 */
export function computeMean(values: ArrayLike<number>): number {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (value === value) {
      sum += value;
      count++;
    }
  }
  if (count === 0) return NaN;
  const mean = sum / count;
  let residual = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (value === value) residual += value - mean;
  }
  return mean + residual / count;
}

/**
 * Population standard deviation (divisor N) of the values that are present.
 *
 * @param values one number per customer, NaN = blank and left out
 * @param mean   their mean, as {@link computeMean} gives it
 * @returns 0 when all values are equal, NaN when nothing is present
 */
export function computePopulationSd(values: ArrayLike<number>, mean: number): number {
  let squares = 0;
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (value === value) {
      squares += (value - mean) * (value - mean);
      count++;
    }
  }
  return count === 0 ? NaN : Math.sqrt(squares / count);
}

/**
 * Population skewness g1 = m3 / m2^1.5 of the values that are present.
 *
 * @param values one number per customer, NaN = blank and left out
 * @returns 0 when all values are equal, NaN when nothing is present
 * @see Joanes & Gill (1998), Comparing measures of sample skewness and kurtosis, The Statistician 47(1)
 */
export function computeSkewness(values: ArrayLike<number>): number {
  const mean = computeMean(values);
  if (mean !== mean) return NaN;
  const sd = computePopulationSd(values, mean);
  if (sd === 0) return 0;
  let cubes = 0;
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (value === value) {
      const deviation = (value - mean) / sd;
      cubes += deviation * deviation * deviation;
      count++;
    }
  }
  return cubes / count;
}

/**
 * Pearson correlation of two columns over the customers who have both values.
 *
 * @param first  NaN = blank
 * @param second same length as `first`
 * @returns -1..1; NaN when fewer than two pairs are present or one side does not vary
 * @throws RangeError when the lengths differ
 */
export function computeCorrelation(first: ArrayLike<number>, second: ArrayLike<number>): number {
  if (first.length !== second.length) {
    throw new RangeError(`columns must be of equal length; got ${first.length} and ${second.length}`);
  }
  let count = 0;
  let meanFirst = 0;
  let meanSecond = 0;
  let squaresFirst = 0;
  let squaresSecond = 0;
  let products = 0;
  for (let i = 0; i < first.length; i++) {
    const a = first[i];
    const b = second[i];
    if (a !== a || b !== b) continue;
    count++;
    const deltaFirst = a - meanFirst;
    const deltaSecond = b - meanSecond;
    meanFirst += deltaFirst / count;
    meanSecond += deltaSecond / count;
    squaresFirst += deltaFirst * (a - meanFirst);
    squaresSecond += deltaSecond * (b - meanSecond);
    products += deltaFirst * (b - meanSecond);
  }
  if (count < 2 || squaresFirst <= 0 || squaresSecond <= 0) return NaN;
  return Math.max(-1, Math.min(1, products / Math.sqrt(squaresFirst * squaresSecond)));
}

/**
 * Ranks 1..N of the values that are present, the smallest first; equal values share the mean of their ranks.
 *
 * @param values one number per customer, NaN = blank
 * @returns same length; NaN where the value is blank
 */
export function computeMidRanks(values: ArrayLike<number>): Float64Array {
  const ranks = new Float64Array(values.length).fill(NaN);
  const order = sortIndices(values);
  for (let start = 0; start < order.length;) {
    let end = start + 1;
    while (end < order.length && values[order[end]] === values[order[start]]) end++;
    for (let position = start; position < end; position++) ranks[order[position]] = (start + 1 + end) / 2;
    start = end;
  }
  return ranks;
}
