import type { ClusterWarning } from "./cluster-types";
import type { Points } from "./points";

// Read once: where scripts run in a sandbox, every look-up of a global in an inner loop is slow.
const { sqrt } = Math;

/**
 * Mean silhouette of several clusterings of the same points, in one sweep over all pairs.
 *
 * Points that are together in every clustering are summed up together, so that the sweep costs hardly more for many clusterings than for
 * one. A point alone in its cluster counts as 0.
 *
 * @param points    n points; the time grows with n squared
 * @param labelings clusters of the points, 0-based, at least two of them occupied
 * @returns one mean of n silhouettes per labeling, -1..1
 * @see Rousseeuw (1987), Silhouettes, Journal of Computational and Applied Mathematics 20
 */
export function computeSilhouettes(points: Points, labelings: readonly ArrayLike<number>[]): number[] {
  const { rows } = points;
  const { order, bounds } = groupTogether(rows, labelings);
  const atoms = bounds.length - 1;
  const sorted = gather(points, order);
  const tables = labelings.map((labels) => {
    const atomLabel = Int32Array.from({ length: atoms }, (_, atom) => labels[order[bounds[atom]]]);
    const k = atomLabel.reduce((largest, label) => Math.max(largest, label + 1), 0);
    const sizes = new Float64Array(k);
    for (let atom = 0; atom < atoms; atom++) sizes[atomLabel[atom]] += bounds[atom + 1] - bounds[atom];
    return { atomLabel, sizes, sums: new Float64Array(k), total: 0 };
  });
  const atomSums = new Float64Array(atoms);
  for (let atom = 0; atom < atoms; atom++) {
    for (let i = bounds[atom]; i < bounds[atom + 1]; i++) {
      sumDistances(sorted, i, bounds, atomSums);
      for (const table of tables) {
        const { atomLabel, sizes, sums } = table;
        sums.fill(0);
        for (let other = 0; other < atoms; other++) sums[atomLabel[other]] += atomSums[other];
        table.total += rateSilhouette(atomLabel[atom], sizes, sums);
      }
    }
  }
  return tables.map(({ total }) => total / rows);
}

/**
 * Calinski-Harabasz index: variance between the clusters over variance within.
 *
 * @param points  n points
 * @param k       number of clusters
 * @param inertia sum of squared distances to the means of the k clusters
 * @returns null where it is not defined: no inertia, or as many clusters as points
 * @see Calinski & Harabasz (1974), A dendrite method for cluster analysis, Communications in Statistics 3(1)
 */
export function computeCalinskiHarabasz(points: Points, k: number, inertia: number): number | null {
  const { rows } = points;
  if (!(inertia > 0) || rows <= k) return null;
  return ((computeTotalSquares(points) - inertia) / (k - 1)) * ((rows - k) / inertia);
}

/** Reasons for doubt in a clustering, in the order small clusters, weak structure, too many clusters. */
export function listClusterWarnings(sizes: readonly number[], silhouette: number): ClusterWarning[] {
  const customers = sizes.reduce((sum, size) => sum + size, 0);
  const warnings: ClusterWarning[] = [];
  sizes.forEach((size, cluster) => {
    if (size < Math.max(5, customers / 100)) warnings.push({ code: "smallCluster", cluster, customers: size });
  });
  if (silhouette < 0.25) warnings.push({ code: "weakStructure", silhouette });
  if (sizes.length > customers / 10) warnings.push({ code: "manyClusters", k: sizes.length, customers });
  return warnings;
}

function computeTotalSquares({ values, rows, dimensions }: Points): number {
  let squares = 0;
  for (let d = 0; d < dimensions; d++) {
    let sum = 0;
    for (let i = d; i < values.length; i += dimensions) sum += values[i];
    const mean = sum / rows;
    for (let i = d; i < values.length; i += dimensions) squares += (values[i] - mean) * (values[i] - mean);
  }
  return squares;
}

/** Sorts the rows so that those with the same labels in all labelings are neighbours; `bounds` says where each group begins. */
function groupTogether(rows: number, labelings: readonly ArrayLike<number>[]): { order: Int32Array; bounds: number[] } {
  let group = new Int32Array(rows);
  let groups = 1;
  for (const labels of labelings) {
    const ids = new Map<number, number>();
    const refined = new Int32Array(rows);
    for (let i = 0; i < rows; i++) {
      const key = labels[i] * groups + group[i];
      let id = ids.get(key);
      if (id === undefined) {
        id = ids.size;
        ids.set(key, id);
      }
      refined[i] = id;
    }
    group = refined;
    groups = ids.size;
  }
  const order = Int32Array.from({ length: rows }, (_, i) => i).sort((a, b) => group[a] - group[b] || a - b);
  const bounds: number[] = [];
  for (let i = 0; i < rows; i++) if (i === 0 || group[order[i]] !== group[order[i - 1]]) bounds.push(i);
  bounds.push(rows);
  return { order, bounds };
}

/** The points in a given order, one array per dimension. */
function gather({ values, dimensions }: Points, order: Int32Array): Float64Array[] {
  return Array.from({ length: dimensions }, (_, d) => Float64Array.from(order, (row) => values[row * dimensions + d]));
}

function sumDistances(
  columns: readonly Float64Array[],
  row: number,
  bounds: readonly number[],
  atomSums: Float64Array,
): void {
  const atoms = bounds.length - 1;
  if (columns.length === 3) {
    const [xs, ys, zs] = columns;
    const x = xs[row];
    const y = ys[row];
    const z = zs[row];
    for (let atom = 0; atom < atoms; atom++) {
      let sum = 0;
      for (let j = bounds[atom]; j < bounds[atom + 1]; j++) {
        const dx = x - xs[j];
        const dy = y - ys[j];
        const dz = z - zs[j];
        sum += sqrt(dx * dx + dy * dy + dz * dz);
      }
      atomSums[atom] = sum;
    }
    return;
  }
  const [first, ...others] = columns;
  const own = first[row];
  for (let atom = 0; atom < atoms; atom++) {
    let sum = 0;
    for (let j = bounds[atom]; j < bounds[atom + 1]; j++) {
      const difference = own - first[j];
      if (others.length === 0) {
        sum += difference < 0 ? -difference : difference;
        continue;
      }
      let square = difference * difference;
      for (const column of others) square += (column[row] - column[j]) * (column[row] - column[j]);
      sum += sqrt(square);
    }
    atomSums[atom] = sum;
  }
}

function rateSilhouette(own: number, sizes: Float64Array, sums: Float64Array): number {
  if (sizes[own] < 2) return 0;
  const within = sums[own] / (sizes[own] - 1);
  let between = Infinity;
  for (let c = 0; c < sizes.length; c++) {
    if (c !== own && sizes[c] > 0) between = Math.min(between, sums[c] / sizes[c]);
  }
  const larger = Math.max(within, between);
  return larger > 0 && larger < Infinity ? (between - within) / larger : 0;
}
