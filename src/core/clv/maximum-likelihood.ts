import type { MinimizeOptions, NewtonMinimum, SmoothObjective } from "../math/minimize";
import { minimizeNewton, minimizeQuasiNewton } from "../math/minimize";
import { minimizeSimplex } from "../math/nelder-mead";
import type { Likelihood } from "./repeat-model";

/** A likelihood and the number of observations behind it. */
export interface ObservedLikelihood {
  readonly likelihood: Likelihood;
  readonly observations: number;
}

/** What is to be fitted, on the scale on which the search runs. */
export interface LikelihoodProblem extends ObservedLikelihood {
  /** A part of many observations on which the starts are compared; null = they are compared on all. */
  readonly sample: ObservedLikelihood | null;
  /** Natural parameters to start from, each > 0; at least one start. */
  readonly starts: readonly (readonly number[])[];
  /** Weight of the sum of squared logarithms of the parameters, added to the mean negative log-likelihood; 0 = none. */
  readonly penalty: number;
}

/** The best parameters and how surely they are the best. */
export interface LikelihoodMaximum {
  /** Natural parameters on the scale of the search. */
  readonly parameters: number[];
  /** Without the penalty. */
  readonly logLikelihood: number;
  /** Covariance of the logarithms of the parameters; null where the curvature does not give one. */
  readonly logCovariance: number[][] | null;
  readonly startsTried: number;
  /** Starts that ended as high as the best one, on the sample where there is one. */
  readonly startsAgreed: number;
  readonly iterations: number;
  /** Length of the gradient of the mean log-likelihood by the logarithms of the parameters. */
  readonly gradientNorm: number;
  /** Positions of parameters that rest at the limit of the search. */
  readonly atBound: number[];
  /** Whether no further step promises a gain, within the limits of the search. */
  readonly converged: boolean;
}

/** Limit of the logarithms of the parameters. */
const LOG_LIMIT = 15;
/** Gains of the log-likelihood that end the search, the Newton steps after each start and those after the best. */
const SEARCH_GAIN = 1e-6;
const START_GAIN = 1e-9;
const FINAL_GAIN = 1e-15;
/** Two log-likelihoods agree when they differ by less than this share. */
const AGREEMENT = 1e-7;
const MAX_ITERATIONS = 250;
const NEWTON_ITERATIONS = 60;
const SIMPLEX_ITERATIONS = 600;

/**
 * Parameters that maximise a likelihood, searched over their logarithms from several starts and finished by Newton steps.
 *
 * Where the best quasi-Newton search does not settle, a simplex search goes on from it. With a sample the starts run on it, and only
 * the best goes on with all observations.
 *
 * @returns the same result for the same problem, always
 */
export function fitMaximumLikelihood(problem: LikelihoodProblem): LikelihoodMaximum {
  const objective = createObjective(problem, problem);
  const { end, iterations, startsAgreed } =
    problem.sample === null
      ? searchFromStarts(objective, problem, problem.observations)
      : searchBySample(problem, problem.sample, objective);
  const parameters = Array.from(end.point, Math.exp);
  const atBound = Array.from(end.point).flatMap((x, i) => (Math.abs(x) >= LOG_LIMIT - 1e-3 ? [i] : []));
  return {
    parameters,
    logLikelihood: problem.likelihood.evaluate(parameters, new Float64Array(parameters.length)),
    logCovariance: end.inverse?.map((row) => Array.from(row, (entry) => entry / problem.observations)) ?? null,
    startsTried: problem.starts.length,
    startsAgreed,
    iterations,
    gradientNorm: Math.hypot(...end.gradient),
    atBound,
    converged: end.converged,
  };
}

interface StartSearch {
  readonly end: NewtonMinimum;
  readonly iterations: number;
  readonly startsAgreed: number;
}

function searchFromStarts(
  objective: SmoothObjective,
  { starts }: Pick<LikelihoodProblem, "starts">,
  observations: number,
): StartSearch {
  const options = createSearchOptions(observations);
  const ends: NewtonMinimum[] = [];
  let iterations = 0;
  const goOn = (from: ArrayLike<number>): void => {
    const search = minimizeQuasiNewton(objective, from, options);
    iterations += search.iterations;
    if (Number.isFinite(search.value)) ends.push(finishSearch(objective, search.point, START_GAIN / observations));
  };
  for (const start of starts) goOn(start.map(Math.log));
  if (ends.length === 0) throw new RangeError("the likelihood is not finite at any start");
  const findBest = (): NewtonMinimum => ends.reduce((best, end) => (end.value < best.value ? end : best));
  const first = findBest();
  if (!first.converged) {
    const scratch = new Float64Array(first.point.length);
    const simplex = minimizeSimplex(
      (point) => (point.some((x) => Math.abs(x) > LOG_LIMIT) ? Infinity : objective(point, scratch)),
      first.point,
      1e-12 * Math.abs(first.value),
      SIMPLEX_ITERATIONS,
    );
    iterations += simplex.iterations;
    goOn(simplex.point);
  }
  const end = finishSearch(objective, findBest().point, FINAL_GAIN / observations);
  const limit = end.value + AGREEMENT * Math.abs(end.value);
  return {
    end,
    iterations: ends.reduce((sum, finish) => sum + finish.iterations, iterations),
    startsAgreed: ends.slice(0, starts.length).filter(({ value }) => value <= limit).length,
  };
}

/** The best start of the sample, and from there, with the curvature of the sample, the optimum of all observations. */
function searchBySample(
  problem: LikelihoodProblem,
  sample: ObservedLikelihood,
  objective: SmoothObjective,
): StartSearch {
  const first = searchFromStarts(createObjective(sample, problem), problem, sample.observations);
  const options = createSearchOptions(problem.observations);
  const search = minimizeQuasiNewton(objective, first.end.point, options, first.end.inverse);
  const end = finishSearch(objective, search.point, FINAL_GAIN / problem.observations);
  if (!end.converged) return searchFromStarts(objective, problem, problem.observations);
  return { ...first, end, iterations: first.iterations + search.iterations + end.iterations };
}

function finishSearch(objective: SmoothObjective, point: Float64Array, gain: number): NewtonMinimum {
  return minimizeNewton(objective, point, { bound: LOG_LIMIT, gain, maxIterations: NEWTON_ITERATIONS });
}

function createSearchOptions(observations: number): MinimizeOptions {
  return { bound: LOG_LIMIT, gain: SEARCH_GAIN / observations, maxIterations: MAX_ITERATIONS };
}

/**
 * Finishes a fit from parameters that are already close, such as the fit to the customers of whom these are a resample.
 *
 * @param problem the likelihood; its starts do not count
 * @param start   natural parameters
 * @returns natural parameters, or null when the search does not settle
 */
export function refitMaximumLikelihood(problem: LikelihoodProblem, start: readonly number[]): number[] | null {
  const options = createSearchOptions(problem.observations);
  const end = minimizeQuasiNewton(createObjective(problem, problem), start.map(Math.log), options);
  return end.converged ? Array.from(end.point, Math.exp) : null;
}

/** The mean negative log-likelihood with its penalty, over the logarithms of the parameters. */
function createObjective(
  { likelihood, observations }: ObservedLikelihood,
  { penalty }: Pick<LikelihoodProblem, "penalty">,
): SmoothObjective {
  return (point, gradient) => {
    const parameters = point.map(Math.exp);
    const value = likelihood.evaluate(parameters, gradient);
    let squares = 0;
    for (let i = 0; i < point.length; i++) {
      gradient[i] = (-gradient[i] * parameters[i]) / observations + 2 * penalty * point[i];
      squares += point[i] * point[i];
    }
    return -value / observations + penalty * squares;
  };
}
