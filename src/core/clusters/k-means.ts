import { createRandom } from "../math/random";
import type { LloydWorkspace } from "./centres";
import { fillHalfGaps, measureDistance } from "./centres";
import { buildLloydWorkspace, finishLloyd, runLloyd } from "./lloyd";
import { findLineCentres } from "./one-dimension";
import type { Points } from "./points";
import { checkPoints, countDistinctPoints, selectPoints } from "./points";
import { buildCoresetSampler, drawRows, findStartCentres } from "./starts";
import type { CoresetSampler } from "./starts";
import { improveBySwaps } from "./swap";

/** Smallest and largest number of clusters. */
export const clusterCountRange = { smallest: 2, largest: 20 } as const;

const searchRows = 5_000;
const middleRows = 25_000;
const starts = 25;
const furtherStarts = 10;
const rowsPerStart = 160;
const swapsPerCluster = 3;
const finishingRounds = 30;
/** Centres this near, by half the distance to the next centre, are taken for one. */
const coincidence = 0.1;

/** What {@link clusterKMeans} can be told. */
export interface KMeansOptions {
  /** Integer; the same seed gives the same clusters. Default 1. */
  readonly seed?: number;
  /** Rounds of Lloyd's algorithm at most, before the last ones that only clear rounding noise. Default 300. */
  readonly maxRounds?: number;
}

/** Clusters found by {@link clusterKMeans}, numbered from 0 in no particular order. */
export interface KMeansResult {
  readonly k: number;
  /** Row-major k x dimensions: the mean of the points of each cluster. */
  readonly centres: Float64Array;
  /** Cluster of each point, in the order of the points. */
  readonly labels: Uint8Array;
  readonly sizes: readonly number[];
  /** Sum of squared distances of the points to the centres of their clusters. */
  readonly inertia: number;
  /** False when the labels still changed after `maxRounds`. */
  readonly converged: boolean;
}

interface Candidate {
  readonly centres: Float64Array;
  inertia: number;
  /** The points for which these centres are a local optimum. */
  settledOn: Points | null;
}

/**
 * k-means: k clusters with the least sum of squared distances to their means, as far as a seeded search finds it.
 *
 * Up to 5,000 points: 25 k-means++ starts, each on points drawn for it, short runs of Lloyd's algorithm over everyone for all of them, the best
 * three run to the end, then swaps of single centres. Above: the same on a sample of 5,000, whose best results and ten more starts compete
 * over everyone; above 50,000 points first over a sample of 25,000. On a line the optimum is computed directly. A cluster that loses all its points takes the point farthest
 * from its centre.
 *
 * @param points n points in standard order; the result depends on nothing but them, `k` and the seed
 * @param k      2..20, at most the number of different points
 * @throws RangeError when `k` is out of range or the points are not finite
 * @see Lloyd (1982), Least squares quantization in PCM, IEEE Transactions on Information Theory 28(2)
 */
export function clusterKMeans(points: Points, k: number, options: KMeansOptions = {}): KMeansResult {
  const { seed = 1, maxRounds = 300 } = options;
  checkPoints(points);
  const { smallest, largest } = clusterCountRange;
  if (!Number.isInteger(k) || k < smallest || k > largest) {
    throw new RangeError(`k must be ${smallest}..${largest}; got ${k}`);
  }
  const distinct = countDistinctPoints(points, k);
  if (distinct < k) throw new RangeError(`k must be at most the number of different points; got ${k} for ${distinct}`);
  const random = createRandom(seed);
  const workspace = buildLloydWorkspace(points);
  const centres = findCentres(points, k, random, maxRounds, workspace);
  const { inertia, converged } = finishLloyd(points, centres, finishingRounds, workspace);
  const sizes = new Array<number>(k).fill(0);
  for (const label of workspace.labels) sizes[label]++;
  return { k, centres, labels: workspace.labels, sizes, inertia, converged };
}

function findCentres(
  points: Points,
  k: number,
  random: () => number,
  maxRounds: number,
  workspace: LloydWorkspace,
): Float64Array {
  if (points.dimensions === 1) return findLineCentres(points, k);
  if (points.rows <= searchRows)
    return searchCentres(points, k, random, buildCoresetSampler(points, random), 3, workspace)[0].centres;

  const sample = selectPoints(points, drawRows(points.rows, searchRows, random));
  const sampleSampler = buildCoresetSampler(sample, random);
  const candidates = searchCentres(sample, k, random, sampleSampler, 5, buildLloydWorkspace(sample));
  const isLarge = points.rows > 2 * middleRows;
  const middle = isLarge ? selectPoints(points, drawRows(points.rows, middleRows, random)) : points;
  const sampler = buildCoresetSampler(middle, random);
  for (let i = 0; i < furtherStarts; i++) candidates.push(drawStart(middle, k, random, sampler));

  let finalists = isLarge ? narrow(middle, candidates, buildLloydWorkspace(middle)) : candidates;
  finalists = runRounds(points, narrow(points, finalists, workspace).slice(0, 3), 40, workspace);
  return runRounds(points, keepClose(finalists, 1.0002).slice(0, 2), maxRounds, workspace)[0].centres;
}

/** Best first: `finished` runs to the end out of many short ones, the best of them improved by swaps. */
function searchCentres(
  points: Points,
  k: number,
  random: () => number,
  sampler: CoresetSampler,
  finished: number,
  workspace: LloydWorkspace,
): Candidate[] {
  const all = Array.from({ length: starts }, () => drawStart(points, k, random, sampler));
  const promising = runRounds(points, all, 2, workspace).slice(0, 8);
  const best = runRounds(points, runRounds(points, promising, 3, workspace).slice(0, finished), 300, workspace);
  const improved = best[0].centres.slice();
  const inertia = improveBySwaps(points, improved, best[0].inertia, swapsPerCluster * k, random);
  return keepDistinct([{ centres: improved, inertia, settledOn: null }, ...best]);
}

function drawStart(points: Points, k: number, random: () => number, sampler: CoresetSampler): Candidate {
  const indexes =
    points.rows <= rowsPerStart ? Int32Array.from({ length: points.rows }, (_, i) => i) : sampler.draw(rowsPerStart);
  const seed = 1 + Math.floor(random() * 0x7fffffff);
  return { centres: findStartCentres(points, indexes, k, seed), inertia: Infinity, settledOn: null };
}

/** Runs all for a few rounds, then the close ones for some more, and keeps those that still may win. */
function narrow(points: Points, candidates: Candidate[], workspace: LloydWorkspace): Candidate[] {
  if (candidates.length === 1) return candidates;
  const begun = keepClose(runRounds(points, candidates, 2, workspace), 1.1);
  const close = keepClose(runRounds(points, begun, 2, workspace), 1.03);
  return keepDistinct(keepClose(runRounds(points, keepApart(points, close), 20, workspace), 1.004)).slice(0, 5);
}

/** Best first. */
function runRounds(points: Points, candidates: Candidate[], rounds: number, workspace: LloydWorkspace): Candidate[] {
  for (const candidate of candidates) {
    if (candidate.settledOn === points) continue;
    const { inertia, converged } = runLloyd(points, candidate.centres, rounds, workspace);
    candidate.inertia = inertia;
    candidate.settledOn = converged ? points : null;
  }
  return candidates.slice().sort((a, b) => a.inertia - b.inertia);
}

/** Of candidates whose centres all but coincide, which end in the same optimum, the best. */
function keepApart({ dimensions }: Points, sorted: Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  for (const candidate of sorted)
    if (!kept.some((better) => isSameSet(better.centres, candidate.centres, dimensions))) kept.push(candidate);
  return kept;
}

function isSameSet(one: Float64Array, other: Float64Array, dimensions: number): boolean {
  const k = one.length / dimensions;
  const halfGaps = new Float64Array(k);
  fillHalfGaps(one, k, dimensions, halfGaps);
  for (let a = 0; a < k; a++) {
    let nearest = Infinity;
    for (let b = 0; b < k; b++)
      nearest = Math.min(nearest, measureDistance(one, a * dimensions, other, b * dimensions, dimensions));
    if (nearest > coincidence * halfGaps[a]) return false;
  }
  return true;
}

function keepClose(sorted: Candidate[], factor: number): Candidate[] {
  return sorted.filter((candidate) => candidate.inertia <= sorted[0].inertia * factor);
}

/** Of results of the same inertia, which are the same clusters in practice, one is enough. */
function keepDistinct(sorted: Candidate[]): Candidate[] {
  return sorted.filter((candidate, i) => i === 0 || candidate.inertia > sorted[i - 1].inertia * (1 + 1e-6));
}
