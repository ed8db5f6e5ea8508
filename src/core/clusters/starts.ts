import { kmeans } from "ml-kmeans";
import type { Points } from "./points";

/**
 * Draws row numbers so that far-out points are seen: half of the chance is equal for all, half is in proportion to the squared distance
 * from the mean.
 *
 * @see Bachem, Lucic & Krause (2018), Scalable k-means clustering via lightweight coresets, KDD
 */
export interface CoresetSampler {
  /** `size` row numbers, repeats allowed. */
  readonly draw: (size: number) => Int32Array;
}

/**
 * Sampler over all points.
 *
 * @param points n points
 * @param random source of chance in [0, 1)
 */
export function buildCoresetSampler(points: Points, random: () => number): CoresetSampler {
  const { values, rows, dimensions } = points;
  const mean = new Float64Array(dimensions);
  for (let row = 0, at = 0; row < rows; row++) for (let d = 0; d < dimensions; d++) mean[d] += values[at++];
  for (let d = 0; d < dimensions; d++) mean[d] /= rows;
  const cumulated = new Float64Array(rows);
  let total = 0;
  for (let row = 0, at = 0; row < rows; row++) {
    for (let d = 0; d < dimensions; d++) {
      const difference = values[at++] - mean[d];
      total += difference * difference;
    }
    cumulated[row] = total;
  }
  const drawOne = (): number => {
    if (random() < 0.5 || !(total > 0)) return Math.min(rows - 1, Math.floor(random() * rows));
    return findCumulated(cumulated, random() * total);
  };
  return { draw: (size) => Int32Array.from({ length: size }, drawOne) };
}

/**
 * The first position whose cumulated value is greater than `target`.
 *
 * @param cumulated ascending
 */
export function findCumulated(cumulated: Float64Array, target: number): number {
  let low = 0;
  let high = cumulated.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cumulated[middle] > target) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * A sample without repeats, in ascending order.
 *
 * @param rows   numbers 0..rows-1 to draw from
 * @param size   at most `rows`
 * @param random source of chance in [0, 1)
 * @returns `size` row numbers
 * @see Bentley & Floyd (1987), Programming pearls: a sample of brilliance, Communications of the ACM 30(9)
 */
export function drawRows(rows: number, size: number, random: () => number): Int32Array {
  const drawn = new Int32Array(size);
  const isTaken = new Uint8Array(rows);
  for (let i = 0, last = rows - size; i < size; i++, last++) {
    const row = Math.floor(random() * (last + 1));
    drawn[i] = isTaken[row] === 0 ? row : last;
    isTaken[drawn[i]] = 1;
  }
  return drawn.sort();
}

/**
 * Centres to begin with: k-means++ and one round on the drawn points.
 *
 * @param points  n points
 * @param indexes row numbers, at least k of them
 * @param k       number of centres
 * @param seed    positive integer
 * @returns row-major k x dimensions
 * @see Arthur & Vassilvitskii (2007), k-means++: the advantages of careful seeding, SODA
 */
export function findStartCentres(points: Points, indexes: Int32Array, k: number, seed: number): Float64Array {
  const { values, dimensions } = points;
  const sample = Array.from(indexes, (row) => Array.from(values.subarray(row * dimensions, (row + 1) * dimensions)));
  const result = kmeans(sample, k, { seed, maxIterations: 1 });
  return Float64Array.from(result.centroids.flat());
}
