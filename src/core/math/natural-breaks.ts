/** Distinct values up to this many are grouped exactly; above, neighbours are first merged into cells (see {@link computeNaturalBreaks}). */
export const EXACT_DISTINCT_LIMIT = 16384;
const CELLS_PER_SIDE = 8192;

/** Distinct values ascending with cumulated weights and moments; entry i of a cumulated column covers the first i points. */
interface WeightedPoints {
  size: number;
  /** Subtracted before moments are taken: moments about the median lose fewer digits than moments about zero. */
  origin: number;
  values: Float64Array;
  weight: Float64Array;
  sum: Float64Array;
  squares: Float64Array;
}

/**
 * Upper limits of the `groups` natural groups of a column: the split of the sorted values with the smallest sum of squared distances to
 * the group means (one-dimensional k-means, found exactly by dynamic programming).
 *
 * Above {@link EXACT_DISTINCT_LIMIT} distinct values it is a close approximation: neighbouring values are merged into cells that hold
 * at most 1/8192 of the customers and span at most 1/8192 of the range, the cells are split exactly, and the limits are then moved over
 * all values until no value is nearer to another group's mean.
 *
 * @param sorted ascending, without blanks
 * @param groups whole number >= 1
 * @returns `groups - 1` limits ascending; a value belongs to group 1 + the number of limits below it. With fewer distinct values than
 *          groups the highest groups stay empty. Empty when `sorted` is empty.
 * @throws RangeError when `groups` is not a whole number >= 1
 * @see Wang & Song (2011), Ckmeans.1d.dp: Optimal k-means clustering in one dimension by dynamic programming, The R Journal 3(2)
 */
export function computeNaturalBreaks(sorted: Float64Array, groups: number): Float64Array {
  if (!Number.isInteger(groups) || groups < 1)
    throw new RangeError(`groups must be a whole number >= 1; got ${groups}`);
  if (sorted.length === 0) return new Float64Array(0);
  const points = buildPoints(sorted);
  const limits = new Float64Array(groups - 1).fill(sorted[sorted.length - 1]);
  if (points.size <= groups) {
    for (let group = 0; group < points.size - 1; group++) limits[group] = points.values[group];
    return limits;
  }
  let ends: Int32Array;
  if (points.size <= EXACT_DISTINCT_LIMIT) ends = splitExactly(points, groups);
  else {
    const cells = buildCells(points);
    ends = splitExactly(mergePoints(points, cells), groups).map((end) => cells[end]);
    settleEnds(points, ends);
  }
  for (let group = 0; group < groups - 1; group++) limits[group] = points.values[ends[group] - 1];
  return limits;
}

function buildPoints(sorted: Float64Array): WeightedPoints {
  let size = 1;
  for (let i = 1; i < sorted.length; i++) if (sorted[i] !== sorted[i - 1]) size++;
  const origin = sorted[sorted.length >> 1];
  const points: WeightedPoints = {
    size,
    origin,
    values: new Float64Array(size),
    weight: new Float64Array(size + 1),
    sum: new Float64Array(size + 1),
    squares: new Float64Array(size + 1),
  };
  let index = 0;
  for (let start = 0; start < sorted.length; index++) {
    let end = start + 1;
    while (end < sorted.length && sorted[end] === sorted[start]) end++;
    const deviation = sorted[start] - origin;
    points.values[index] = sorted[start];
    points.weight[index + 1] = end;
    points.sum[index + 1] = points.sum[index] + (end - start) * deviation;
    points.squares[index + 1] = points.squares[index] + (end - start) * deviation * deviation;
    start = end;
  }
  return points;
}

/** Ends of the cells: cell i holds the points cells[i]..cells[i + 1] - 1. */
function buildCells(points: WeightedPoints): Int32Array {
  const widest = (points.values[points.size - 1] - points.values[0]) / CELLS_PER_SIDE;
  const heaviest = points.weight[points.size] / CELLS_PER_SIDE;
  const cells = [0];
  let start = 0;
  for (let i = 1; i < points.size; i++) {
    if (points.values[i] - points.values[start] > widest || points.weight[i + 1] - points.weight[start] > heaviest) {
      cells.push(i);
      start = i;
    }
  }
  cells.push(points.size);
  return Int32Array.from(cells);
}

function mergePoints(points: WeightedPoints, cells: Int32Array): WeightedPoints {
  const pick = (column: Float64Array) => Float64Array.from(cells, (end) => column[end]);
  return {
    size: cells.length - 1,
    origin: points.origin,
    values: points.values,
    weight: pick(points.weight),
    sum: pick(points.sum),
    squares: pick(points.squares),
  };
}

function computeCost(points: WeightedPoints, start: number, end: number): number {
  const weight = points.weight[end] - points.weight[start];
  const sum = points.sum[end] - points.sum[start];
  return Math.max(0, points.squares[end] - points.squares[start] - (sum * sum) / weight);
}

/** Ends of the groups (group g holds points ends[g - 1]..ends[g] - 1) by divide and conquer over the monotone split points. */
function splitExactly(points: WeightedPoints, groups: number): Int32Array {
  const size = points.size;
  let best = Float64Array.from({ length: size + 1 }, (_, end) => (end === 0 ? 0 : computeCost(points, 0, end)));
  const splits: Int32Array[] = [];
  for (let used = 1; used < groups; used++) {
    const previous = best;
    const next = new Float64Array(size + 1).fill(Infinity);
    const split = new Int32Array(size + 1);
    const fill = (firstEnd: number, lastEnd: number, firstSplit: number, lastSplit: number): void => {
      if (firstEnd > lastEnd) return;
      const end = (firstEnd + lastEnd) >> 1;
      let chosen = Math.max(firstSplit, used);
      for (let start = chosen; start <= Math.min(lastSplit, end - 1); start++) {
        const cost = previous[start] + computeCost(points, start, end);
        if (cost < next[end]) {
          next[end] = cost;
          chosen = start;
        }
      }
      split[end] = chosen;
      fill(firstEnd, end - 1, firstSplit, chosen);
      fill(end + 1, lastEnd, chosen, lastSplit);
    };
    fill(used + 1, size, used, size - 1);
    splits.push(split);
    best = next;
  }
  const ends = new Int32Array(groups);
  ends[groups - 1] = size;
  for (let group = groups - 1; group > 0; group--) ends[group - 1] = splits[group - 1][ends[group]];
  return ends;
}

/** Lloyd's rounds on sorted values: each limit moves to the middle of the neighbouring means until nothing moves. */
function settleEnds(points: WeightedPoints, ends: Int32Array): void {
  const computeGroupMean = (start: number, end: number) =>
    points.origin + (points.sum[end] - points.sum[start]) / (points.weight[end] - points.weight[start]);
  for (let round = 0, moved = true; moved && round < 100; round++) {
    moved = false;
    const means = Array.from(ends, (end, group) => computeGroupMean(group === 0 ? 0 : ends[group - 1], end));
    for (let group = 0; group < ends.length - 1; group++) {
      const middle = (means[group] + means[group + 1]) / 2;
      let low = group === 0 ? 1 : ends[group - 1] + 1;
      let high = ends[group + 1] - 1;
      while (low < high) {
        const probe = (low + high) >> 1;
        if (points.values[probe] <= middle) low = probe + 1;
        else high = probe;
      }
      if (low !== ends[group]) {
        ends[group] = low;
        moved = true;
      }
    }
  }
}
