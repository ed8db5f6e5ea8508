import { computeCorrelation, computeMidRanks } from "../math/statistics";
import { computeSpearman } from "./score-validation";
import { combineIndicators } from "./weighted-score";

/** Steps of weight between 0 and 1: one is 5 percent. */
const STEPS = 20;
/** Up to so many indicators every mix of steps is tried. */
const GRID_INDICATORS = 4;
/** A suggestion must raise the rank correlation by so much. */
export const LEAST_WEIGHT_GAIN = 0.01;
/** Mixes are compared on so many customers at most, evenly spread; the gain is measured on all. */
const MOST_CUSTOMERS = 4000;

/** Weights that would have foretold later revenue better. Plain JSON. */
export interface WeightSuggestion {
  /** Multiples of 5 percent, sum 1. */
  readonly weights: readonly number[];
  /** Rank correlation with later revenue by these weights, and by those in use. */
  readonly spearman: number;
  readonly currentSpearman: number;
  readonly search: "grid" | "coordinates";
}

/**
 * The mix of weights whose score goes best with later revenue by rank: of all mixes in steps of 5 percent where there are at most four
 * indicators, else found by moving weight between two indicators at a time until nothing gains.
 *
 * @param columns one per indicator on the scale 0..100, of equal length; NaN = blank
 * @param weights in use, one per column, >= 0, not all 0
 * @param revenue of the days after, no blanks
 * @returns null with fewer than two indicators, where a rank correlation cannot be computed, or where the gain is below .01
 */
export function suggestWeights(
  columns: readonly ArrayLike<number>[],
  weights: readonly number[],
  revenue: ArrayLike<number>,
): WeightSuggestion | null {
  if (columns.length < 2) return null;
  const currentSpearman = computeSpearman(combineIndicators(columns, weights).scores, revenue);
  const rate = buildRating(columns, revenue);
  const isGrid = columns.length <= GRID_INDICATORS;
  const best = isGrid ? searchGrid(columns.length, rate) : searchCoordinates(roundToSteps(weights), rate);
  const suggested = best.map((steps) => steps / STEPS);
  const spearman = computeSpearman(combineIndicators(columns, suggested).scores, revenue);
  if (!(spearman - currentSpearman >= LEAST_WEIGHT_GAIN)) return null;
  return { weights: suggested, spearman, currentSpearman, search: isGrid ? "grid" : "coordinates" };
}

type RateSteps = (steps: readonly number[]) => number;

/** Rank correlation of a mix on the customers that are compared; -1 where it cannot be computed. */
function buildRating(columns: readonly ArrayLike<number>[], revenue: ArrayLike<number>): RateSteps {
  const stride = Math.max(1, Math.ceil(revenue.length / MOST_CUSTOMERS));
  const thin = (values: ArrayLike<number>) =>
    Float64Array.from({ length: Math.ceil(revenue.length / stride) }, (_, i) => values[i * stride]);
  const thinned = columns.map(thin);
  const later = thin(revenue);
  const ranks = computeMidRanks(later);
  const isComplete = thinned.every((column) => !column.some(Number.isNaN));
  return (steps) => {
    const { scores } = combineIndicators(thinned, steps);
    const value = isComplete ? computeCorrelation(computeMidRanks(scores), ranks) : computeSpearman(scores, later);
    return value === value ? value : -1;
  };
}

function searchGrid(count: number, rate: RateSteps): number[] {
  let best: number[] = [];
  let highest = -Infinity;
  const steps = new Array<number>(count).fill(0);
  const fill = (position: number, left: number): void => {
    if (position === count - 1) {
      steps[position] = left;
      const value = rate(steps);
      if (value > highest + 1e-12) {
        highest = value;
        best = [...steps];
      }
      return;
    }
    for (let step = 0; step <= left; step++) {
      steps[position] = step;
      fill(position + 1, left - step);
    }
  };
  fill(0, STEPS);
  return best;
}

/** From every indicator to every other, as much weight as gains most, until a whole round gains nothing. */
function searchCoordinates(start: readonly number[], rate: RateSteps): number[] {
  const steps = [...start];
  let highest = rate(steps);
  for (let hasGained = true; hasGained;) {
    hasGained = false;
    for (let from = 0; from < steps.length; from++) {
      for (let to = 0; to < steps.length; to++) {
        const move = from === to ? 0 : findBestMove(steps, from, to, highest, rate);
        if (move === 0) continue;
        steps[from] -= move;
        steps[to] += move;
        highest = rate(steps);
        hasGained = true;
      }
    }
  }
  return steps;
}

function findBestMove(steps: readonly number[], from: number, to: number, current: number, rate: RateSteps): number {
  let best = 0;
  let highest = current + 1e-9;
  for (let move = 1; move <= steps[from]; move++) {
    const value = rate(steps.map((step, i) => (i === from ? step - move : i === to ? step + move : step)));
    if (value <= highest) continue;
    highest = value;
    best = move;
  }
  return best;
}

/** Weights as whole steps with the same sum, the largest remainders rounded up. */
function roundToSteps(weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const exact = weights.map((weight) => (STEPS * weight) / total);
  const steps = exact.map(Math.floor);
  const order = exact.map((_, i) => i).sort((a, b) => exact[b] - steps[b] - (exact[a] - steps[a]) || a - b);
  const left = STEPS - steps.reduce((sum, step) => sum + step, 0);
  for (const position of order.slice(0, left)) steps[position]++;
  return steps;
}
