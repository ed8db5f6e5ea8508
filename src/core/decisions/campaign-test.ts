import { computeLogGamma } from "../math/log-gamma";
import { computeNormalQuantile, computeNormalTail } from "../math/normal-distribution";
import { computeStudentLimit, computeStudentTwoSided } from "../math/student-distribution";

/** People in one arm of a campaign, and how many of them responded. */
export interface ArmResponse {
  readonly people: number;
  readonly responses: number;
}

/** Responses of an arm against those of a control group. Shares are 0..1; plain JSON. */
export interface ResponseComparison {
  readonly rate: number;
  readonly controlRate: number;
  /** rate / control rate - 1; null where nobody in the control group responded. */
  readonly lift: number | null;
  /** rate - control rate, with its confidence interval. */
  readonly difference: number;
  readonly interval: readonly [low: number, high: number];
  /** By the pooled rate; null where nobody or everybody responded. */
  readonly z: number | null;
  /** Fisher's exact test where an expected number is below 5, else the normal one. */
  readonly test: "z" | "fisher";
  /** Two-sided: how probable such a difference, or a larger one, is by chance alone. */
  readonly pValue: number;
}

/** Below this expected number of people in a cell the normal approximation is not used. */
const LEAST_EXPECTED = 5;

/**
 * Response of an arm against a control group.
 *
 * @param arm             whole numbers, 0 <= responses <= people, people > 0
 * @param control         the same
 * @param confidenceShare of the interval of the difference, default 0.95
 * @throws RangeError when numbers are impossible
 * @see Fleiss, Levin & Paik (2003), Statistical Methods for Rates and Proportions
 */
export function compareResponses(arm: ArmResponse, control: ArmResponse, confidenceShare = 0.95): ResponseComparison {
  checkArm(arm);
  checkArm(control);
  const [n1, n2] = [arm.people, control.people];
  const [rate, controlRate] = [arm.responses / n1, control.responses / n2];
  const pooled = (arm.responses + control.responses) / (n1 + n2);
  const difference = rate - controlRate;
  const pooledError = Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
  const z = pooledError > 0 ? difference / pooledError : null;
  const margin =
    findNormalLimit(confidenceShare) * Math.sqrt((rate * (1 - rate)) / n1 + (controlRate * (1 - controlRate)) / n2);
  const isSparse = Math.min(n1, n2) * Math.min(pooled, 1 - pooled) < LEAST_EXPECTED;
  return {
    rate,
    controlRate,
    lift: controlRate > 0 ? rate / controlRate - 1 : null,
    difference,
    interval: [difference - margin, difference + margin],
    z,
    test: isSparse || z === null ? "fisher" : "z",
    pValue: isSparse || z === null ? computeFisherExact(arm, control) : 2 * computeNormalTail(Math.abs(z)),
  };
}

/**
 * Fisher's exact test of two response rates, two-sided: the probability of all tables with the same margins that are no more probable than
 * this one.
 *
 * @throws RangeError when numbers are impossible
 * @see Fisher (1935), The logic of inductive inference, Journal of the Royal Statistical Society 98(1)
 */
export function computeFisherExact(arm: ArmResponse, control: ArmResponse): number {
  checkArm(arm);
  checkArm(control);
  const [n1, n2] = [arm.people, control.people];
  const responses = arm.responses + control.responses;
  const least = Math.max(0, responses - n2);
  const most = Math.min(responses, n1);
  if (least === most) return 1;
  const logChoose = (n: number, k: number) =>
    computeLogGamma(n + 1) - computeLogGamma(k + 1) - computeLogGamma(n - k + 1);
  const all = logChoose(n1 + n2, responses);
  const measure = (k: number) => logChoose(n1, k) + logChoose(n2, responses - k) - all;
  const limit = measure(arm.responses) + 1e-7;
  let probability = 0;
  for (let k = least; k <= most; k++) {
    const log = measure(k);
    if (log <= limit) probability += Math.exp(log);
  }
  return Math.min(1, probability);
}

/**
 * People needed in each arm to detect the difference of two response rates.
 *
 * @param rate        expected, 0 < rate < 1
 * @param controlRate expected of the control group, another one
 * @param options     `significance` of the two-sided test (default 0.05) and `power` (default 0.8)
 * @returns not rounded
 * @throws RangeError when a share is not between 0 and 1 or the rates are equal
 */
export function computeSampleSize(
  rate: number,
  controlRate: number,
  options: { readonly significance?: number; readonly power?: number } = {},
): number {
  const { significance = 0.05, power = 0.8 } = options;
  for (const share of [rate, controlRate]) {
    if (!(share > 0 && share < 1)) throw new RangeError(`rates must be between 0 and 1; got ${share}`);
  }
  if (rate === controlRate) throw new RangeError("the rates must differ");
  const mean = (rate + controlRate) / 2;
  const root =
    findNormalLimit(1 - significance) * Math.sqrt(2 * mean * (1 - mean)) +
    computeNormalQuantile(power) * Math.sqrt(rate * (1 - rate) + controlRate * (1 - controlRate));
  return (root / (rate - controlRate)) ** 2;
}

/** Means of two groups compared without assuming equal variances. Plain JSON. */
export interface MeanComparison {
  readonly mean: number;
  readonly controlMean: number;
  readonly difference: number;
  readonly interval: readonly [low: number, high: number];
  /** Null, like the degrees of freedom, where neither group varies. */
  readonly t: number | null;
  readonly degrees: number | null;
  /** Two-sided. */
  readonly pValue: number;
}

/**
 * Welch's test of two means.
 *
 * @param values          of the arm, NaN = blank and left out; at least two present
 * @param control         the same of the control group
 * @param confidenceShare of the interval of the difference, default 0.95
 * @throws RangeError with fewer than two values in a group
 * @see Welch (1947), The generalization of Student's problem when several different population variances are involved, Biometrika 34
 */
export function compareMeans(
  values: ArrayLike<number>,
  control: ArrayLike<number>,
  confidenceShare = 0.95,
): MeanComparison {
  const [first, second] = [describeSample(values), describeSample(control)];
  const difference = first.mean - second.mean;
  const [a, b] = [first.variance / first.count, second.variance / second.count];
  const means = { mean: first.mean, controlMean: second.mean, difference };
  if (!(a + b > 0)) {
    return { ...means, interval: [difference, difference], t: null, degrees: null, pValue: difference === 0 ? 1 : 0 };
  }
  const error = Math.sqrt(a + b);
  const t = difference / error;
  const degrees = (a + b) ** 2 / (a ** 2 / (first.count - 1) + b ** 2 / (second.count - 1));
  const margin = computeStudentLimit(1 - confidenceShare, degrees) * error;
  return {
    ...means,
    interval: [difference - margin, difference + margin],
    t,
    degrees,
    pValue: computeStudentTwoSided(t, degrees),
  };
}

function describeSample(values: ArrayLike<number>): { count: number; mean: number; variance: number } {
  let count = 0;
  let mean = 0;
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    if (values[i] !== values[i]) continue;
    count++;
    const change = values[i] - mean;
    mean += change / count;
    squares += change * (values[i] - mean);
  }
  if (count < 2) throw new RangeError(`a group needs at least two values; got ${count}`);
  return { count, mean, variance: squares / (count - 1) };
}

function checkArm({ people, responses }: ArmResponse): void {
  if (!(
    Number.isInteger(people) &&
    Number.isInteger(responses) &&
    people > 0 &&
    responses >= 0 &&
    responses <= people
  )) {
    throw new RangeError(
      `responses must be whole numbers from 0 to the number of people; got ${responses} of ${people}`,
    );
  }
}

/** z beyond which, on either side, lies what the share leaves out. */
function findNormalLimit(share: number): number {
  if (!(share > 0 && share < 1)) throw new RangeError(`a share must be between 0 and 1; got ${share}`);
  return computeNormalQuantile(0.5 + share / 2);
}
