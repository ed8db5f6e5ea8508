import { buildLloydWorkspace, runLloyd, scanCentres, scanned } from "./lloyd";
import type { Points } from "./points";
import { findCumulated } from "./starts";

const shortRounds = 6;
const finishRounds = 30;
const worthFinishing = 1.01;
const worthContinuing = 1.03;

/**
 * Leaves local optima of k-means: again and again moves one centre to where the error is and lets Lloyd's rounds settle. The walk goes on from
 * any result that is nearly as good as the best one, because the way to a better optimum often leads over a slightly worse one.
 *
 * A new place is drawn in proportion to the squared distance from the nearest centre; the centre that gives way is the one that is missed least.
 *
 * @param points   n points
 * @param centres  a local optimum, row-major k x dimensions; replaced in place by a better one
 * @param inertia  its inertia
 * @param attempts number of moves tried
 * @param random   source of chance in [0, 1)
 * @returns the inertia reached, at most `inertia`
 * @see Lattanzi & Sohler (2019), A better k-means++ algorithm via local search, ICML
 */
export function improveBySwaps(
  points: Points,
  centres: Float64Array,
  inertia: number,
  attempts: number,
  random: () => number,
): number {
  const { values, dimensions } = points;
  const workspace = buildLloydWorkspace(points);
  let best = inertia;
  let current = centres.slice();
  let state = measureNearestTwo(points, current);
  for (let attempt = 0; attempt < attempts && state.total > 0; attempt++) {
    const row = findCumulated(state.cumulated, random() * state.total);
    const trial = current.slice();
    trial.set(
      values.subarray(row * dimensions, (row + 1) * dimensions),
      findSpareCentre(points, state, row) * dimensions,
    );
    let result = runLloyd(points, trial, shortRounds, workspace);
    if (!result.converged && result.inertia < best * worthFinishing)
      result = runLloyd(points, trial, finishRounds, workspace);
    if (result.inertia < best * (1 - 1e-9)) {
      best = result.inertia;
      centres.set(trial);
    }
    if (result.inertia < best * worthContinuing) {
      current = trial;
      state = measureNearestTwo(points, current);
    }
  }
  return best;
}

interface NearestTwo {
  readonly k: number;
  readonly label: Uint8Array;
  /** Squared distances to the nearest and the second nearest centre. */
  readonly first: Float64Array;
  readonly second: Float64Array;
  readonly cumulated: Float64Array;
  readonly total: number;
}

function measureNearestTwo(points: Points, centres: Float64Array): NearestTwo {
  const { values, rows, dimensions } = points;
  const k = centres.length / dimensions;
  const label = new Uint8Array(rows);
  const first = new Float64Array(rows);
  const second = new Float64Array(rows);
  const cumulated = new Float64Array(rows);
  let total = 0;
  for (let i = 0; i < rows; i++) {
    label[i] = scanCentres(values, i * dimensions, centres, k, dimensions);
    first[i] = scanned[0];
    second[i] = scanned[1];
    total += first[i];
    cumulated[i] = total;
  }
  return { k, label, first, second, cumulated, total };
}

/** The centre whose removal costs least once there is a new centre at the point `row`. */
function findSpareCentre(points: Points, state: NearestTwo, row: number): number {
  const { values, rows, dimensions } = points;
  const { k, label, first, second } = state;
  const penalty = new Float64Array(k);
  const place = values.slice(row * dimensions, (row + 1) * dimensions);
  for (let i = 0, at = 0; i < rows; i++, at += dimensions) {
    let square = 0;
    for (let d = 0; d < dimensions; d++) {
      const difference = values[at + d] - place[d];
      square += difference * difference;
    }
    if (square >= first[i]) penalty[label[i]] += (square < second[i] ? square : second[i]) - first[i];
  }
  let spare = 0;
  for (let c = 1; c < k; c++) if (penalty[c] < penalty[spare]) spare = c;
  return spare;
}
