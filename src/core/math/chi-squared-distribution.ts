import { computeLogGamma } from "./log-gamma";

const TINY = 1e-300;
const MAX_TERMS = 10_000;

/**
 * Probability that a chi-squared variate exceeds a value.
 *
 * @param value   any number; 1 comes back for one that is not positive
 * @param degrees of freedom, > 0
 * @returns 0..1
 * @throws RangeError when `degrees` is not positive
 * @see Abramowitz & Stegun (1964), Handbook of mathematical functions, 26.4
 */
export function computeChiSquaredTail(value: number, degrees: number): number {
  if (!(degrees > 0)) throw new RangeError(`degrees of freedom must be above 0; got ${degrees}`);
  if (value !== value) return NaN;
  if (value <= 0) return 1;
  if (value === Infinity) return 0;
  const shape = degrees / 2;
  const x = value / 2;
  return x < shape + 1 ? 1 - sumLowerSeries(shape, x) : runUpperFraction(shape, x);
}

const computeFactor = (shape: number, x: number) => Math.exp(shape * Math.log(x) - x - computeLogGamma(shape));

/** Lower incomplete gamma function, regularised, by its series. */
function sumLowerSeries(shape: number, x: number): number {
  let term = 1 / shape;
  let sum = term;
  for (let k = 1; k < MAX_TERMS && term > sum * 1e-17; k++) {
    term *= x / (shape + k);
    sum += term;
  }
  return Math.min(1, sum * computeFactor(shape, x));
}

/** Upper incomplete gamma function, regularised, by its continued fraction and the modified method of Lentz. */
function runUpperFraction(shape: number, x: number): number {
  let base = x + 1 - shape;
  let numerator = 1 / TINY;
  let denominator = 1 / base;
  let value = denominator;
  for (let k = 1; k < MAX_TERMS; k++) {
    const step = -k * (k - shape);
    base += 2;
    denominator = 1 / lift(step * denominator + base);
    numerator = lift(base + step / numerator);
    const change = denominator * numerator;
    value *= change;
    if (Math.abs(change - 1) < 1e-15) break;
  }
  return value * computeFactor(shape, x);
}

const lift = (value: number) => (Math.abs(value) < TINY ? TINY : value);
