import { computeLogBeta } from "./log-gamma";

const TINY = 1e-300;

/**
 * Probability that a variate of Student's t distribution lies farther from 0 than t, on either side.
 *
 * @param t       any number
 * @param degrees of freedom, > 0, not necessarily whole
 * @returns 0..1
 * @throws RangeError when `degrees` is not positive
 */
export function computeStudentTwoSided(t: number, degrees: number): number {
  if (!(degrees > 0)) throw new RangeError(`degrees of freedom must be above 0; got ${degrees}`);
  const total = degrees + t * t;
  return sumBetaShare(degrees / total, (t * t) / total, degrees / 2, 0.5);
}

/**
 * The t beyond which, on either side, a variate of Student's t distribution lies with the given probability.
 *
 * @param probability 0 < probability < 1, of both tails together
 * @param degrees     of freedom, > 0
 * @throws RangeError when an argument is out of range
 */
export function computeStudentLimit(probability: number, degrees: number): number {
  if (!(probability > 0 && probability < 1)) {
    throw new RangeError(`probability must be between 0 and 1; got ${probability}`);
  }
  let low = 0;
  let high = 1;
  while (computeStudentTwoSided(high, degrees) > probability) high *= 2;
  for (let round = 0; round < 200 && high - low > 1e-14 * high; round++) {
    const middle = (low + high) / 2;
    if (computeStudentTwoSided(middle, degrees) > probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * Regularised incomplete beta function: probability that a beta variate lies below x.
 *
 * @param x clipped to 0..1
 * @param a > 0
 * @param b > 0
 * @see Abramowitz & Stegun (1964), Handbook of mathematical functions, 26.5.8
 */
export function computeBetaShare(x: number, a: number, b: number): number {
  return x !== x ? NaN : sumBetaShare(x, 1 - x, a, b);
}

/** The same with the exact 1 - x, which matters where x is close to 1. */
function sumBetaShare(x: number, rest: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (rest <= 0) return 1;
  const logX = x < 0.5 ? Math.log(x) : Math.log1p(-rest);
  const logRest = rest < 0.5 ? Math.log(rest) : Math.log1p(-x);
  const factor = Math.exp(a * logX + b * logRest - computeLogBeta(a, b));
  if (x < (a + 1) / (a + b + 2)) return (factor * runBetaFraction(x, a, b)) / a;
  return 1 - (factor * runBetaFraction(rest, b, a)) / b;
}

/** Continued fraction of the incomplete beta function, by the modified method of Lentz. */
function runBetaFraction(x: number, a: number, b: number): number {
  const lift = (value: number) => (Math.abs(value) < TINY ? TINY : value);
  let numerator = 1;
  let denominator = 1 / lift(1 - ((a + b) * x) / (a + 1));
  let value = denominator;
  for (let n = 1; n < 1000; n++) {
    const even = (n * (b - n) * x) / ((a + 2 * n - 1) * (a + 2 * n));
    denominator = 1 / lift(1 + even * denominator);
    numerator = lift(1 + even / numerator);
    value *= denominator * numerator;
    const odd = (-(a + n) * (a + b + n) * x) / ((a + 2 * n) * (a + 2 * n + 1));
    denominator = 1 / lift(1 + odd * denominator);
    numerator = lift(1 + odd / numerator);
    const change = denominator * numerator;
    value *= change;
    if (Math.abs(change - 1) < 1e-15) break;
  }
  return value;
}
