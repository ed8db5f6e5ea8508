import { createRandom } from "../math/random";
import type { KChoice, KDisagreement, KQuality } from "./cluster-types";
import { clusterKMeans } from "./k-means";
import type { KMeansResult } from "./k-means";
import { computeInertia } from "./lloyd";
import type { Points } from "./points";
import { countDistinctPoints, selectPoints } from "./points";
import { computeCalinskiHarabasz, computeSilhouettes } from "./quality";
import { drawRows } from "./starts";

const silhouetteRows = 5_000;
const recommendedRange = { smallest: 4, largest: 10 } as const;

/** What {@link chooseK} can be told. */
export interface ChooseKOptions {
  /** Integer; the same seed gives the same clusters. Default 1. */
  readonly seed?: number;
  /** Default 2. */
  readonly smallestK?: number;
  /** Default 12; fewer where there are fewer different points. */
  readonly largestK?: number;
  /** Called after each k with the number of finished and of all clusterings; may throw to give up. */
  readonly onProgress?: (done: number, all: number) => void;
}

/** Recommendation for k together with the clusterings it was drawn from. */
export interface ChooseKResult {
  readonly choice: KChoice;
  /** One per row of `choice.table`, the same that {@link clusterKMeans} finds for that k and seed. */
  readonly fits: readonly KMeansResult[];
}

/**
 * Clusters for every k and recommends one: the best silhouette within 4..10 (within what there is when there are too few points).
 *
 * The knee is the k whose inertia lies farthest below the straight line between the first and the last. Above 5,000 points the silhouette is
 * that of a seeded sample of 5,000.
 *
 * @param points in standard order
 * @throws RangeError with fewer than two different points, or three points in all
 */
export function chooseK(points: Points, options: ChooseKOptions = {}): ChooseKResult {
  const { seed = 1, smallestK = 2, largestK = 12, onProgress } = options;
  const last = Math.min(largestK, points.rows - 1, countDistinctPoints(points, largestK));
  if (last < smallestK)
    throw new RangeError(`too few different points (${points.rows} points) for ${smallestK} clusters`);
  const fits: KMeansResult[] = [];
  for (let k = smallestK; k <= last; k++) {
    fits.push(clusterKMeans(points, k, { seed }));
    onProgress?.(fits.length, last - smallestK + 1);
  }
  const silhouettes = rateSilhouettes(
    points,
    fits.map(({ labels }) => labels),
    seed,
  );
  const table = fits.map(({ k, inertia, sizes }, i) => ({
    k,
    inertia,
    silhouette: silhouettes[i],
    calinskiHarabasz: computeCalinskiHarabasz(points, k, inertia),
    smallestCluster: Math.min(...sizes),
  }));
  return { choice: recommendK(table), fits };
}

/**
 * How good a clustering is that was found on other points.
 *
 * @param points  in standard order
 * @param centres row-major k x dimensions
 * @param labels  cluster of each point, 0-based
 * @param seed    of the sample whose silhouette is taken above 5,000 points
 * @returns a choice of one row, and the points per cluster
 * @throws RangeError when fewer than two clusters have points
 */
export function rateClusters(
  points: Points,
  centres: Float64Array,
  labels: Uint8Array,
  seed: number,
): { readonly choice: KChoice; readonly sizes: readonly number[] } {
  const k = centres.length / points.dimensions;
  const sizes = new Array<number>(k).fill(0);
  for (const label of labels) sizes[label]++;
  const occupied = sizes.filter((size) => size > 0).length;
  if (occupied < 2) throw new RangeError(`points must lie in two clusters at least; got ${occupied}`);
  const inertia = computeInertia(points, centres, labels);
  const [silhouette] = rateSilhouettes(points, [labels], seed);
  const calinskiHarabasz = computeCalinskiHarabasz(points, k, inertia);
  return {
    choice: recommendK([{ k, inertia, silhouette, calinskiHarabasz, smallestCluster: Math.min(...sizes) }]),
    sizes,
  };
}

/**
 * Recommendation for k from a table of qualities, and where other criteria disagree.
 *
 * @param table at least one row, ascending by k
 */
export function recommendK(table: readonly KQuality[]): KChoice {
  const inRange = table.filter(({ k }) => k >= recommendedRange.smallest && k <= recommendedRange.largest);
  const recommendedK = findBest(inRange.length > 0 ? inRange : table, ({ silhouette }) => silhouette);
  const bestOverallK = findBest(table, ({ silhouette }) => silhouette);
  const rated = table.filter(({ calinskiHarabasz }) => calinskiHarabasz !== null);
  const bestCalinskiHarabaszK = rated.length > 0 ? findBest(rated, ({ calinskiHarabasz }) => calinskiHarabasz!) : null;
  const kneeK = findKnee(table);
  const disagreements: KDisagreement[] = [];
  if (kneeK !== null && kneeK !== recommendedK) disagreements.push({ code: "knee", k: kneeK });
  if (bestCalinskiHarabaszK !== null && bestCalinskiHarabaszK !== recommendedK) {
    disagreements.push({ code: "calinskiHarabasz", k: bestCalinskiHarabaszK });
  }
  if (bestOverallK !== recommendedK) disagreements.push({ code: "bestOverall", k: bestOverallK });
  return { table, recommendedK, kneeK, bestCalinskiHarabaszK, bestOverallK, disagreements };
}

function rateSilhouettes(points: Points, labelings: readonly Uint8Array[], seed: number): number[] {
  if (points.rows <= silhouetteRows) return computeSilhouettes(points, labelings);
  const rows = drawRows(points.rows, silhouetteRows, createRandom(seed));
  return computeSilhouettes(
    selectPoints(points, rows),
    labelings.map((labels) => Uint8Array.from(rows, (row) => labels[row])),
  );
}

function findBest(table: readonly KQuality[], rate: (row: KQuality) => number): number {
  return table.reduce((best, row) => (rate(row) > rate(best) ? row : best)).k;
}

function findKnee(table: readonly KQuality[]): number | null {
  const first = table[0];
  const last = table[table.length - 1];
  const range = first.inertia - last.inertia;
  if (table.length < 3 || !(range > 0)) return null;
  return findBest(table, ({ k, inertia }) => 1 - (k - first.k) / (last.k - first.k) - (inertia - last.inertia) / range);
}
