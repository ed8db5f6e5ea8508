import type { LloydWorkspace } from "./centres";
import { fillEmptyClusters, fillHalfGaps, fillShrink, measureDistance, moveCentres, sumInertia } from "./centres";
import type { Points } from "./points";

// Read once: where scripts run in a sandbox, every look-up of a global in an inner loop is slow.
const { sqrt } = Math;
const infinity = Infinity;

/** Result of a run of Lloyd's rounds: `inertia` is the sum of squared distances of the points to the means of their clusters. */
export interface LloydResult {
  readonly inertia: number;
  readonly rounds: number;
  readonly converged: boolean;
}

/** Memory for {@link runLloyd} over the points. */
export function buildLloydWorkspace({ values, rows }: Points): LloydWorkspace {
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += values[i] * values[i];
  return { squares, labels: new Uint8Array(rows), upper: new Float64Array(rows), lower: new Float64Array(rows) };
}

/**
 * Lloyd's algorithm with Hamerly's bounds: a point is compared with all centres only when its bounds allow a change.
 *
 * @param points     n points
 * @param centres    row-major k x dimensions, k at most 255; moved in place
 * @param maxRounds  at least 1
 * @param workspace  from {@link buildLloydWorkspace} for these points; afterwards `labels` holds the cluster of each point
 * @returns inertia up to floating-point noise of the running sums; {@link finishLloyd} gives the exact figures
 * @see Hamerly (2010), Making k-means even faster, SIAM International Conference on Data Mining
 */
export function runLloyd(
  points: Points,
  centres: Float64Array,
  maxRounds: number,
  workspace: LloydWorkspace,
): LloydResult {
  const { values, rows, dimensions } = points;
  const { labels, upper, lower } = workspace;
  const k = centres.length / dimensions;
  const sums = new Float64Array(k * dimensions);
  const counts = new Int32Array(k);
  const shifts = new Float64Array(k);
  const shrink = new Float64Array(k);
  const halfGap = new Float64Array(k);
  let rounds = 0;
  let changed = rows;
  while (changed > 0 && rounds < maxRounds) {
    if (rounds === 0) {
      for (let i = 0; i < rows; i++) {
        const at = i * dimensions;
        const label = scanCentres(values, at, centres, k, dimensions);
        labels[i] = label;
        upper[i] = sqrt(scanned[0]);
        lower[i] = sqrt(scanned[1]);
        counts[label]++;
        for (let d = 0; d < dimensions; d++) sums[label * dimensions + d] += values[at + d];
      }
    } else {
      changed = 0;
      fillHalfGaps(centres, k, dimensions, halfGap);
      for (let i = 0; i < rows; i++) {
        const label = labels[i];
        let near = upper[i] + shifts[label];
        const far = lower[i] - shrink[label];
        const bound = far > halfGap[label] ? far : halfGap[label];
        if (near > bound) {
          const at = i * dimensions;
          near = measureDistance(values, at, centres, label * dimensions, dimensions);
          if (near > bound) {
            const nearest = scanCentres(values, at, centres, k, dimensions);
            upper[i] = sqrt(scanned[0]);
            lower[i] = sqrt(scanned[1]);
            if (nearest !== label) {
              changed++;
              labels[i] = nearest;
              counts[label]--;
              counts[nearest]++;
              for (let d = 0; d < dimensions; d++) {
                const value = values[at + d];
                sums[label * dimensions + d] -= value;
                sums[nearest * dimensions + d] += value;
              }
            }
            continue;
          }
        }
        upper[i] = near;
        lower[i] = far;
      }
    }
    rounds++;
    changed += fillEmptyClusters(points, centres, sums, counts, workspace);
    moveCentres(centres, sums, counts, dimensions, shifts);
    fillShrink(shifts, shrink);
  }
  return { inertia: sumInertia(workspace.squares, sums, counts, dimensions), rounds, converged: changed === 0 };
}

/**
 * Plain Lloyd rounds to the end, free of the rounding noise of running sums: the centres are the means of their points in row order,
 * and each point belongs to its nearest centre (of equally near ones the first).
 *
 * @param points     n points
 * @param centres    close to the optimum; moved in place
 * @param maxRounds  stops here even if labels still change: each point then belongs to its nearest centre, but the centres are not quite the means
 * @param workspace  `labels` holds the cluster of each point afterwards
 */
export function finishLloyd(
  points: Points,
  centres: Float64Array,
  maxRounds: number,
  workspace: LloydWorkspace,
): LloydResult {
  const { values, rows, dimensions } = points;
  const { labels, upper } = workspace;
  const k = centres.length / dimensions;
  const sums = new Float64Array(k * dimensions);
  const counts = new Int32Array(k);
  const shifts = new Float64Array(k);
  let rounds = 0;
  let changed = rows;
  while (changed > 0 && rounds < maxRounds) {
    changed = 0;
    sums.fill(0);
    counts.fill(0);
    let margin = infinity;
    for (let i = 0; i < rows; i++) {
      const at = i * dimensions;
      const label = scanCentres(values, at, centres, k, dimensions);
      if (rounds === 0 || labels[i] !== label) changed++;
      labels[i] = label;
      const near = sqrt(scanned[0]);
      const difference = sqrt(scanned[1]) - near;
      if (difference < margin) margin = difference;
      upper[i] = near;
      counts[label]++;
      for (let d = 0; d < dimensions; d++) sums[label * dimensions + d] += values[at + d];
    }
    rounds++;
    const filled = fillEmptyClusters(points, centres, sums, counts, workspace);
    moveCentres(centres, sums, counts, dimensions, shifts);
    const largest = shifts.reduce((most, shift) => (shift > most ? shift : most), 0);
    // No point is so near the border of its cluster that centres which moved so little could attract it in the next round.
    if (filled === 0 && (largest === 0 || margin > 2 * largest)) changed = 0;
    else changed += filled;
  }
  if (changed > 0) labels.set(assignNearest(points, centres));
  return { inertia: computeInertia(points, centres, labels), rounds, converged: changed === 0 };
}

/**
 * Sum of squared distances of the points to the centres of their clusters.
 *
 * @param points  n points
 * @param centres row-major k x dimensions
 * @param labels  cluster of each point, 0-based
 */
export function computeInertia(points: Points, centres: Float64Array, labels: ArrayLike<number>): number {
  const { values, rows, dimensions } = points;
  let inertia = 0;
  for (let i = 0; i < rows; i++) {
    const at = i * dimensions;
    const centre = labels[i] * dimensions;
    for (let d = 0; d < dimensions; d++) {
      const difference = values[at + d] - centres[centre + d];
      inertia += difference * difference;
    }
  }
  return inertia;
}

/**
 * The nearest centre of each point, of equally near ones the first.
 *
 * @param points  n points
 * @param centres row-major k x dimensions, k at most 255
 * @returns 0-based cluster per point
 */
export function assignNearest(points: Points, centres: Float64Array): Uint8Array {
  const { values, rows, dimensions } = points;
  const k = centres.length / dimensions;
  const labels = new Uint8Array(rows);
  for (let i = 0; i < rows; i++) {
    labels[i] = scanCentres(values, i * dimensions, centres, k, dimensions);
  }
  return labels;
}

/** The two squared distances that {@link scanCentres} found: returning an object per point would dominate the running time. */
export const scanned = new Float64Array(2);

/** The nearest centre of the point at offset `at`, of equally near ones the first; fills {@link scanned}. */
export function scanCentres(
  values: Float64Array,
  at: number,
  centres: Float64Array,
  k: number,
  dimensions: number,
): number {
  let best = infinity;
  let second = infinity;
  let bestIndex = 0;
  if (dimensions === 3) {
    const x = values[at];
    const y = values[at + 1];
    const z = values[at + 2];
    for (let c = 0, base = 0; c < k; c++, base += 3) {
      const dx = x - centres[base];
      const dy = y - centres[base + 1];
      const dz = z - centres[base + 2];
      const square = dx * dx + dy * dy + dz * dz;
      if (square < best) {
        second = best;
        best = square;
        bestIndex = c;
      } else if (square < second) second = square;
    }
  } else {
    for (let c = 0, base = 0; c < k; c++, base += dimensions) {
      let square = 0;
      for (let d = 0; d < dimensions; d++) {
        const difference = values[at + d] - centres[base + d];
        square += difference * difference;
      }
      if (square < best) {
        second = best;
        best = square;
        bestIndex = c;
      } else if (square < second) second = square;
    }
  }
  scanned[0] = best;
  scanned[1] = second;
  return bestIndex;
}
