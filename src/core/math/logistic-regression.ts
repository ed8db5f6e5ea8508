import { computeMean, computePopulationSd } from "./statistics";
import { invertPositiveDefinite } from "./symmetric-matrix";

/** How a logistic regression is fitted. */
export interface LogisticOptions {
  /** Weight of the penalty, half the ridge times the sum of squared slopes; 1e-6 x rows when not given, 0 for none. */
  readonly ridge?: number;
  /** Whether the penalty is on the slopes of standardised columns (default), or on those of the columns as they are. */
  readonly penalises?: "standardised" | "raw";
}

/** A fitted logistic regression. Entry 0 of each list is the intercept, entry i + 1 belongs to column i. Plain JSON. */
export interface LogisticFit {
  readonly coefficients: readonly number[];
  /** From the curvature at the optimum, the penalty included; null for a column that does not vary. */
  readonly standardErrors: readonly (number | null)[];
  /** Standard deviation of each column (divisor N): a slope times it is the effect of a usual difference. */
  readonly deviations: readonly number[];
  readonly logLikelihood: number;
  /** Of the model that knows nothing but the share of ones. */
  readonly nullLogLikelihood: number;
  /** The ridge that was used. */
  readonly ridge: number;
  /** True where it had to be larger than asked for: the columns tell the classes apart without fail, or say the same. */
  readonly isRaised: boolean;
  readonly rounds: number;
  readonly converged: boolean;
}

const MOST_ROUNDS = 50;
const TOLERANCE = 1e-10;
/** Beyond this slope of a standardised column the classes are told apart without fail, and the true slope has no end. */
const LARGEST_SLOPE = 15;
const DEFAULT_RIDGE = 1e-6;

/**
 * Logistic regression: probability of a one = 1 / (1 + e^-(b0 + b1 x1 + ...)), fitted by Newton's method until no slope of a standardised
 * column changes by more than 1e-10.
 *
 * Where a slope runs beyond 15 standard deviations, or columns say the same, the ridge is raised tenfold until the fit has an end.
 *
 * @param columns of equal length, without blanks
 * @param target  same length, 0 or 1; both must occur
 * @param options ridge
 * @throws RangeError when lengths differ, a value is blank, or the target holds one class only
 * @see McCullagh & Nelder (1989), Generalized Linear Models; le Cessie & van Houwelingen (1992), Ridge Estimators in Logistic Regression
 */
export function fitLogisticRegression(
  columns: readonly ArrayLike<number>[],
  target: ArrayLike<number>,
  options: LogisticOptions = {},
): LogisticFit {
  const { penalises = "standardised" } = options;
  const rows = target.length;
  const ones = checkInput(columns, target);
  const means = columns.map(computeMean);
  const deviations = columns.map((column, i) => findDeviation(column, means[i]));
  const varied = columns.flatMap((_, i) => (deviations[i] > 0 ? [i] : []));
  const standard = varied.map((i) =>
    Float64Array.from(columns[i] as ArrayLike<number>, (value) => (value - means[i]) / deviations[i]),
  );
  const asked = options.ridge ?? DEFAULT_RIDGE * rows;
  if (!(asked >= 0 && asked < Infinity)) throw new RangeError(`ridge must not be negative; got ${asked}`);

  let ridge = asked;
  let attempt: Attempt | null = null;
  while (attempt === null) {
    const penalties = varied.map((i) => (penalises === "raw" ? ridge / deviations[i] ** 2 : ridge));
    attempt = searchOptimum(standard, target, penalties, Math.log(ones / (rows - ones)));
    if (attempt === null) ridge = Math.max(10 * ridge, DEFAULT_RIDGE * rows);
  }

  const coefficients = new Array<number>(columns.length + 1).fill(0);
  coefficients[0] = attempt.point[0];
  const standardErrors = new Array<number | null>(columns.length + 1).fill(null);
  // The raw intercept is the standardised one less the sum of slope x mean / deviation; its variance follows from that combination.
  const combination = new Float64Array(varied.length + 1);
  combination[0] = 1;
  varied.forEach((column, i) => {
    coefficients[column + 1] = attempt.point[i + 1] / deviations[column];
    coefficients[0] -= coefficients[column + 1] * means[column];
    standardErrors[column + 1] = Math.sqrt(attempt.covariance[i + 1][i + 1]) / deviations[column];
    combination[i + 1] = -means[column] / deviations[column];
  });
  let variance = 0;
  for (let i = 0; i < combination.length; i++)
    for (let j = 0; j < combination.length; j++) variance += combination[i] * attempt.covariance[i][j] * combination[j];
  standardErrors[0] = Math.sqrt(variance);
  return {
    coefficients,
    standardErrors,
    deviations,
    logLikelihood: attempt.logLikelihood,
    nullLogLikelihood: ones * Math.log(ones / rows) + (rows - ones) * Math.log((rows - ones) / rows),
    ridge,
    isRaised: ridge > asked,
    rounds: attempt.rounds,
    converged: attempt.converged,
  };
}

/**
 * Probability of a one per row.
 *
 * @param coefficients intercept first, as {@link fitLogisticRegression} gives them
 * @param columns      as many as there are slopes, of equal length
 * @param rowCount     their length, needed where there is no column
 */
export function predictLogistic(
  coefficients: readonly number[],
  columns: readonly ArrayLike<number>[],
  rowCount: number,
): Float64Array {
  return Float64Array.from({ length: rowCount }, (_, row) => {
    let sum = coefficients[0];
    for (let i = 0; i < columns.length; i++) sum += coefficients[i + 1] * columns[i][row];
    return computeLogistic(sum);
  });
}

/** 1 / (1 + e^-x), without overflow. */
export function computeLogistic(x: number): number {
  if (x >= 0) return 1 / (1 + Math.exp(-x));
  const power = Math.exp(x);
  return power / (1 + power);
}

/** Number of ones. */
function checkInput(columns: readonly ArrayLike<number>[], target: ArrayLike<number>): number {
  let ones = 0;
  for (let row = 0; row < target.length; row++) {
    if (target[row] !== 0 && target[row] !== 1) throw new RangeError(`the target must be 0 or 1; got ${target[row]}`);
    ones += target[row];
  }
  if (ones === 0 || ones === target.length) throw new RangeError("the target must hold zeros and ones");
  for (const column of columns) {
    if (column.length !== target.length)
      throw new RangeError(`columns must be as long as the target (${target.length}); got ${column.length}`);
    for (let row = 0; row < column.length; row++)
      if (!Number.isFinite(column[row])) throw new RangeError(`columns must not have blanks; row ${row} has one`);
  }
  return ones;
}

/** 0 for a column that varies by no more than rounding. */
function findDeviation(column: ArrayLike<number>, mean: number): number {
  const deviation = computePopulationSd(column, mean);
  return deviation > 1e-12 * Math.max(Math.abs(mean), 1e-290) ? deviation : 0;
}

interface Attempt {
  readonly point: Float64Array;
  readonly covariance: Float64Array[];
  readonly logLikelihood: number;
  readonly rounds: number;
  readonly converged: boolean;
}

/** The optimum for one ridge; null where a slope has no end or the columns do not determine the slopes. */
function searchOptimum(
  columns: readonly Float64Array[],
  target: ArrayLike<number>,
  penalties: readonly number[],
  start: number,
): Attempt | null {
  const size = columns.length + 1;
  let point = new Float64Array(size);
  point[0] = start;
  let likelihood = computeLogLikelihood(columns, target, point);
  let value = likelihood - computePenalty(point, penalties);
  let rounds = 0;
  let converged = false;
  while (rounds < MOST_ROUNDS && !converged) {
    rounds++;
    const { gradient, curvature } = measureSlope(columns, target, point, penalties);
    const inverse = invertPositiveDefinite(curvature);
    if (inverse === null) return null;
    const step = inverse.map((row) => row.reduce((sum, entry, j) => sum + entry * gradient[j], 0));
    converged = step.every((change) => Math.abs(change) <= TOLERANCE);
    let next = point;
    for (let length = 1, halvings = 0; halvings < 30; length /= 2, halvings++) {
      next = point.map((slope, i) => slope + length * step[i]);
      likelihood = computeLogLikelihood(columns, target, next);
      const reached = likelihood - computePenalty(next, penalties);
      if (converged || reached >= value - 1e-12 * Math.abs(value)) {
        value = reached;
        break;
      }
    }
    point = next;
    for (let i = 1; i < size; i++) if (!(Math.abs(point[i]) <= LARGEST_SLOPE)) return null;
  }
  const covariance = invertPositiveDefinite(measureSlope(columns, target, point, penalties).curvature);
  return covariance === null ? null : { point, covariance, logLikelihood: likelihood, rounds, converged };
}

function computePenalty(point: Float64Array, penalties: readonly number[]): number {
  return penalties.reduce((sum, penalty, i) => sum + (penalty * point[i + 1] ** 2) / 2, 0);
}

function sumLinear(columns: readonly Float64Array[], point: Float64Array, row: number): number {
  let sum = point[0];
  for (let i = 0; i < columns.length; i++) sum += point[i + 1] * columns[i][row];
  return sum;
}

function computeLogLikelihood(
  columns: readonly Float64Array[],
  target: ArrayLike<number>,
  point: Float64Array,
): number {
  let total = 0;
  for (let row = 0; row < target.length; row++) {
    const sum = sumLinear(columns, point, row);
    // ln(1 + e^s) = max(s, 0) + ln(1 + e^-|s|)
    total += target[row] * sum - Math.max(sum, 0) - Math.log1p(Math.exp(-Math.abs(sum)));
  }
  return total;
}

function measureSlope(
  columns: readonly Float64Array[],
  target: ArrayLike<number>,
  point: Float64Array,
  penalties: readonly number[],
): { gradient: Float64Array; curvature: Float64Array[] } {
  const size = columns.length + 1;
  const gradient = new Float64Array(size);
  const curvature = Array.from({ length: size }, () => new Float64Array(size));
  const weighted = new Float64Array(size);
  for (let row = 0; row < target.length; row++) {
    const probability = computeLogistic(sumLinear(columns, point, row));
    const residual = target[row] - probability;
    const weight = probability * (1 - probability);
    gradient[0] += residual;
    curvature[0][0] += weight;
    for (let i = 1; i < size; i++) {
      const value = columns[i - 1][row];
      gradient[i] += residual * value;
      weighted[i] = weight * value;
      const entries = curvature[i];
      entries[0] += weighted[i];
      for (let j = 1; j <= i; j++) entries[j] += weighted[i] * columns[j - 1][row];
    }
  }
  penalties.forEach((penalty, i) => {
    gradient[i + 1] -= penalty * point[i + 1];
    curvature[i + 1][i + 1] += penalty;
  });
  return { gradient, curvature };
}
