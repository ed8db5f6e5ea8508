import type { Points } from "./points";

// Read once: where scripts run in a sandbox, every look-up of a global in an inner loop is slow.
const { sqrt } = Math;

/** What a run of Lloyd's rounds needs to remember; can be used again for other centres over the same points. */
export interface LloydWorkspace {
  /** Sum of the squares of all values. */
  readonly squares: number;
  readonly labels: Uint8Array;
  readonly upper: Float64Array;
  readonly lower: Float64Array;
}

/** Euclidean distance of the point at offset `at` from the centre at offset `base`. */
export function measureDistance(
  values: Float64Array,
  at: number,
  centres: Float64Array,
  base: number,
  dimensions: number,
): number {
  let square = 0;
  for (let d = 0; d < dimensions; d++) {
    const difference = values[at + d] - centres[base + d];
    square += difference * difference;
  }
  return sqrt(square);
}

/** Half the distance of each centre from its nearest neighbour: closer points cannot belong elsewhere. */
export function fillHalfGaps(centres: Float64Array, k: number, dimensions: number, halfGap: Float64Array): void {
  for (let a = 0; a < k; a++) {
    let gap = Infinity;
    for (let b = 0; b < k; b++) {
      if (a !== b) gap = Math.min(gap, measureDistance(centres, a * dimensions, centres, b * dimensions, dimensions));
    }
    halfGap[a] = gap / 2;
  }
}

/** An empty cluster takes the point that lies farthest from its own centre. */
export function fillEmptyClusters(
  points: Points,
  centres: Float64Array,
  sums: Float64Array,
  counts: Int32Array,
  { labels, upper, lower }: LloydWorkspace,
): number {
  const { values, rows, dimensions } = points;
  let moved = 0;
  for (let c = 0; c < counts.length; c++) {
    if (counts[c] > 0) continue;
    let farthest = -1;
    let distance = -1;
    for (let i = 0; i < rows; i++) {
      if (counts[labels[i]] < 2) continue;
      const own = measureDistance(values, i * dimensions, centres, labels[i] * dimensions, dimensions);
      if (own > distance) {
        distance = own;
        farthest = i;
      }
    }
    if (farthest < 0) continue;
    const from = labels[farthest];
    labels[farthest] = c;
    counts[from]--;
    counts[c] = 1;
    for (let d = 0; d < dimensions; d++) {
      const value = values[farthest * dimensions + d];
      sums[from * dimensions + d] -= value;
      sums[c * dimensions + d] = value;
    }
    upper[farthest] = 0;
    lower[farthest] = 0;
    moved++;
  }
  return moved;
}

/** Moves the centres to the means of their points; `shifts` says how far each went. */
export function moveCentres(
  centres: Float64Array,
  sums: Float64Array,
  counts: Int32Array,
  dimensions: number,
  shifts: Float64Array,
): void {
  for (let c = 0; c < counts.length; c++) {
    let square = 0;
    for (let d = 0; d < dimensions; d++) {
      const at = c * dimensions + d;
      const moved = counts[c] > 0 ? sums[at] / counts[c] : centres[at];
      const difference = moved - centres[at];
      square += difference * difference;
      centres[at] = moved;
    }
    shifts[c] = sqrt(square);
  }
}

/** How much closer the second nearest centre of a point may have come: the largest shift among the other centres. */
export function fillShrink(shifts: Float64Array, shrink: Float64Array): void {
  let largest = 0;
  let index = -1;
  let second = 0;
  for (let c = 0; c < shifts.length; c++) {
    if (shifts[c] > largest || index < 0) {
      second = largest;
      largest = shifts[c];
      index = c;
    } else if (shifts[c] > second) second = shifts[c];
  }
  shrink.fill(largest);
  if (index >= 0) shrink[index] = second;
}

/** By the theorem of König and Huygens, so that no distances are needed. */
export function sumInertia(squares: number, sums: Float64Array, counts: Int32Array, dimensions: number): number {
  let inertia = squares;
  for (let c = 0; c < counts.length; c++) {
    if (counts[c] === 0) continue;
    for (let d = 0; d < dimensions; d++) inertia -= (sums[c * dimensions + d] * sums[c * dimensions + d]) / counts[c];
  }
  return inertia;
}
