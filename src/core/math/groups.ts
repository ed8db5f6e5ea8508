import { computeMedian } from "./quantile";

/**
 * How many rows each group has.
 *
 * @param codes      group of each row, 0..groupCount - 1; -1 = none
 * @param groupCount number of groups
 */
export function countGroups(codes: ArrayLike<number>, groupCount: number): Int32Array {
  const counts = new Int32Array(groupCount);
  for (let i = 0; i < codes.length; i++) if (codes[i] >= 0) counts[codes[i]]++;
  return counts;
}

/**
 * Sum of a column in each group; blanks add nothing.
 *
 * @param codes      group of each row, 0..groupCount - 1; -1 = none
 * @param groupCount number of groups
 * @param values     same length as `codes`, NaN = blank
 */
export function sumByGroup(codes: ArrayLike<number>, groupCount: number, values: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(groupCount);
  for (let i = 0; i < codes.length; i++) {
    const value = values[i];
    if (codes[i] >= 0 && value === value) sums[codes[i]] += value;
  }
  return sums;
}

/**
 * Median of a column in each group, NaN for a group without a value.
 *
 * @param codes      group of each row, 0..groupCount - 1; -1 = none
 * @param groupCount number of groups
 * @param values     same length as `codes`, NaN = blank
 */
export function computeMedianByGroup(
  codes: ArrayLike<number>,
  groupCount: number,
  values: ArrayLike<number>,
): Float64Array {
  const starts = new Int32Array(groupCount + 1);
  for (let i = 0; i < codes.length; i++) if (codes[i] >= 0) starts[codes[i] + 1]++;
  for (let group = 0; group < groupCount; group++) starts[group + 1] += starts[group];
  const gathered = new Float64Array(starts[groupCount]);
  const next = starts.slice(0, groupCount);
  for (let i = 0; i < codes.length; i++) if (codes[i] >= 0) gathered[next[codes[i]]++] = values[i];
  return Float64Array.from({ length: groupCount }, (_, group) =>
    computeMedian(gathered.subarray(starts[group], starts[group + 1])),
  );
}
