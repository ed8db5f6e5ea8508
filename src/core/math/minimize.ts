import { invertPositiveDefinite } from "./symmetric-matrix";

/** A smooth function: fills the gradient and returns the value; Infinity or NaN where it is not defined. */
export type SmoothObjective = (point: Float64Array, gradient: Float64Array) => number;

/** How far a search goes. */
export interface MinimizeOptions {
  /** Every coordinate stays within -bound .. bound. */
  readonly bound: number;
  /** The search ends when the next step promises less than this. */
  readonly gain: number;
  readonly maxIterations: number;
}

/** Where a search ended. */
export interface Minimum {
  readonly point: Float64Array;
  readonly value: number;
  readonly gradient: Float64Array;
  readonly iterations: number;
  /** Whether the next step promises less than the gain asked for. */
  readonly converged: boolean;
}

/** Longest step of one coordinate. */
const LONGEST_STEP = 2;

/**
 * Local minimum of a smooth function in a box: the quasi-Newton method of Broyden, Fletcher, Goldfarb and Shanno.
 *
 * A coordinate that presses against its bound rests there until the gradient turns.
 *
 * @param objective value and gradient
 * @param start     a point where the objective is finite, inside the box
 * @param options   box and end of the search
 * @param curvature inverse of the second derivatives, where they are known about; null = learned on the way
 * @see Nocedal & Wright (2006), Numerical optimization, chapter 6
 */
export function minimizeQuasiNewton(
  objective: SmoothObjective,
  start: ArrayLike<number>,
  options: MinimizeOptions,
  curvature: Float64Array[] | null = null,
): Minimum {
  const { bound, gain, maxIterations } = options;
  const size = start.length;
  const point = Float64Array.from(start);
  const gradient = new Float64Array(size);
  let value = objective(point, gradient);
  const candidate = new Float64Array(size);
  const candidateGradient = new Float64Array(size);
  let inverse = curvature;
  let iterations = 0;
  let converged = false;
  while (iterations < maxIterations && Number.isFinite(value)) {
    const free = findFreeCoordinates(point, gradient, bound);
    let direction: Float64Array = computeDirection(inverse, gradient, free);
    let slope = multiply(gradient, direction);
    if (!(slope < 0)) {
      inverse = null;
      direction = computeDirection(null, gradient, free);
      slope = multiply(gradient, direction);
    }
    if (-0.5 * slope <= gain) {
      converged = inverse !== null || -slope === 0;
      if (converged) break;
    }
    const first = inverse === null ? Math.min(1, 0.5 / Math.sqrt(Math.max(-slope, 1e-300))) : 1;
    let length = Math.min(first, LONGEST_STEP / findLargest(direction));
    let next = NaN;
    let accepted = false;
    for (let attempt = 0; attempt < 40 && !accepted; attempt++) {
      for (let i = 0; i < size; i++) candidate[i] = clamp(point[i] + length * direction[i], bound);
      next = objective(candidate, candidateGradient);
      accepted = next <= value + 1e-4 * length * slope;
      if (accepted) break;
      const curved = (-slope * length * length) / (2 * (next - value - slope * length));
      length = Number.isFinite(curved) ? Math.min(Math.max(curved, 0.1 * length), 0.5 * length) : 0.1 * length;
    }
    if (!accepted) {
      if (inverse === null) {
        converged = -0.5 * slope <= gain;
        break;
      }
      inverse = null;
      continue;
    }
    inverse = updateInverse(inverse, point, candidate, gradient, candidateGradient);
    point.set(candidate);
    gradient.set(candidateGradient);
    value = next;
    iterations++;
  }
  return { point, value, gradient, iterations, converged };
}

/** The end of a search with the curvature there. */
export interface NewtonMinimum extends Minimum {
  /** Second derivatives, as rows. */
  readonly hessian: Float64Array[];
  /** Their inverse; null when the matrix is not positive definite or a coordinate rests at its bound. */
  readonly inverse: Float64Array[] | null;
}

/** Where rounding forbids a better point, a promise of so many times the gain asked for is no promise. */
const ROUNDING_SLACK = 1e6;
/** Share of the largest curvature up to which a negative one counts as flat. */
const FLAT = 1e-6;
/** Step of the central differences. */
const DIFFERENCE = 1e-4;

/**
 * Finishes a search with Newton steps, whose second derivatives are central differences of the gradient.
 *
 * Where the surface is flat or bends down in some direction, the steps are shortened in all directions until they lead downhill; so the
 * search follows a flat valley to its end.
 *
 * @param objective value and gradient
 * @param start     close to a minimum
 * @param options   box and end of the search
 */
export function minimizeNewton(
  objective: SmoothObjective,
  start: ArrayLike<number>,
  options: MinimizeOptions,
): NewtonMinimum {
  const { bound, gain, maxIterations } = options;
  const size = start.length;
  const point = Float64Array.from(start);
  const gradient = new Float64Array(size);
  const candidateGradient = new Float64Array(size);
  let value = objective(point, gradient);
  let hessian = computeHessian(objective, point);
  let inverse = invertPositiveDefinite(hessian);
  let converged = false;
  let iterations = 0;
  for (; iterations < maxIterations && Number.isFinite(value); iterations++) {
    const free = findFreeCoordinates(point, gradient, bound);
    const { curvature, isBent } = inverse === null ? invertShifted(hessian) : { curvature: inverse, isBent: false };
    const direction = computeDirection(curvature, gradient, free);
    const promise = -0.5 * multiply(direction, gradient);
    converged = promise <= gain && !isBent;
    if (promise <= gain) break;
    let length = Math.min(1, LONGEST_STEP / findLargest(direction));
    let next = NaN;
    let isBetter = false;
    const candidate = new Float64Array(size);
    for (let attempt = 0; attempt < 12 && !isBetter; attempt++, length /= 3) {
      for (let i = 0; i < size; i++) candidate[i] = clamp(point[i] + length * direction[i], bound);
      next = objective(candidate, candidateGradient);
      const isNoise = Math.abs(next - value) <= 1e-13 * Math.abs(value);
      isBetter = isNoise ? multiply(candidateGradient, candidateGradient) < multiply(gradient, gradient) : next < value;
    }
    if (!isBetter) {
      converged = promise <= ROUNDING_SLACK * gain && !isBent;
      break;
    }
    const moved = candidate.reduce((most, coordinate, i) => Math.max(most, Math.abs(coordinate - point[i])), 0);
    point.set(candidate);
    gradient.set(candidateGradient);
    value = next;
    if (moved > 1e-5) {
      hessian = computeHessian(objective, point);
      inverse = invertPositiveDefinite(hessian);
    }
  }
  const isInside = point.every((coordinate) => Math.abs(coordinate) < bound);
  return { point, value, gradient, iterations, converged, hessian, inverse: isInside ? inverse : null };
}

/** Inverse of a matrix whose diagonal is raised until it is positive definite; bent = by more than rounding could call for. */
function invertShifted(matrix: readonly Float64Array[]): { curvature: Float64Array[] | null; isBent: boolean } {
  const largest = matrix.reduce((most, row) => Math.max(most, findLargest(row)), 1e-12);
  for (let shift = 1e-10; shift <= 10; shift *= 10) {
    const raised = matrix.map((row, i) => row.map((entry, j) => (i === j ? entry + shift * largest : entry)));
    const curvature = invertPositiveDefinite(raised);
    if (curvature !== null) return { curvature, isBent: shift > FLAT };
  }
  return { curvature: null, isBent: true };
}

/**
 * Second derivatives by central differences of the gradient, made symmetric.
 *
 * @param objective value and gradient
 * @param point     where
 */
export function computeHessian(objective: SmoothObjective, point: ArrayLike<number>): Float64Array[] {
  const size = point.length;
  const rows: Float64Array[] = [];
  const shifted = Float64Array.from(point);
  const below = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    const above = new Float64Array(size);
    shifted[i] = point[i] + DIFFERENCE;
    objective(shifted, above);
    shifted[i] = point[i] - DIFFERENCE;
    objective(shifted, below);
    shifted[i] = point[i];
    rows.push(above.map((slope, j) => (slope - below[j]) / (2 * DIFFERENCE)));
  }
  return rows.map((row, i) => row.map((curvature, j) => (curvature + rows[j][i]) / 2));
}

function findFreeCoordinates(point: Float64Array, gradient: Float64Array, bound: number): boolean[] {
  return Array.from(point, (coordinate, i) => {
    if (coordinate >= bound) return gradient[i] > 0;
    return coordinate > -bound || gradient[i] < 0;
  });
}

function computeDirection(
  inverse: Float64Array[] | null,
  gradient: Float64Array,
  free: readonly boolean[],
): Float64Array {
  return gradient.map((slope, i) => {
    if (!free[i]) return 0;
    if (inverse === null) return -slope;
    let sum = 0;
    for (let j = 0; j < gradient.length; j++) if (free[j]) sum -= inverse[i][j] * gradient[j];
    return sum;
  });
}

/** The estimate of the inverse second derivatives after a step; the first one is scaled to the curvature that the step has met. */
function updateInverse(
  inverse: Float64Array[] | null,
  point: Float64Array,
  candidate: Float64Array,
  gradient: Float64Array,
  candidateGradient: Float64Array,
): Float64Array[] | null {
  const step = candidate.map((coordinate, i) => coordinate - point[i]);
  const change = candidateGradient.map((slope, i) => slope - gradient[i]);
  const product = multiply(step, change);
  if (!(product > 1e-10 * Math.sqrt(multiply(step, step) * multiply(change, change)))) return inverse;
  const size = step.length;
  const scale = product / multiply(change, change);
  const old = inverse ?? Array.from({ length: size }, (_, i) => new Float64Array(size).fill(scale, i, i + 1));
  const mapped = Float64Array.from(old, (row) => multiply(row, change));
  const factor = (1 + multiply(change, mapped) / product) / product;
  return old.map((row, i) =>
    row.map((entry, j) => entry + factor * step[i] * step[j] - (mapped[i] * step[j] + step[i] * mapped[j]) / product),
  );
}

function multiply(first: Float64Array, second: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < first.length; i++) sum += first[i] * second[i];
  return sum;
}

function findLargest(vector: Float64Array): number {
  return vector.reduce((largest, coordinate) => Math.max(largest, Math.abs(coordinate)), 1e-300);
}

function clamp(coordinate: number, bound: number): number {
  return Math.max(-bound, Math.min(bound, coordinate));
}
