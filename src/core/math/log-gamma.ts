/** Below this the recurrence lifts the argument, above it the asymptotic series is exact to the last digit. */
const ASYMPTOTIC = 10;
const LN_SQRT_TWO_PI = 0.9189385332046727;

/**
 * Natural logarithm of the gamma function.
 *
 * @param x > 0
 * @returns Infinity at 0; NaN below
 * @see Abramowitz & Stegun (1964), Handbook of mathematical functions, 6.1.15 and 6.1.41
 */
export function computeLogGamma(x: number): number {
  if (!(x > 0)) return x === 0 ? Infinity : NaN;
  let product = 1;
  let lifted = x;
  for (; lifted < ASYMPTOTIC; lifted++) product *= lifted;
  const value = (lifted - 0.5) * Math.log(lifted) - lifted + LN_SQRT_TWO_PI + computeCorrection(lifted);
  return product === 1 ? value : value - Math.log(product);
}

/**
 * Derivative of the logarithm of the gamma function.
 *
 * @param x > 0
 * @returns -Infinity at 0; NaN below
 * @see Abramowitz & Stegun (1964), Handbook of mathematical functions, 6.3.5 and 6.3.18
 */
export function computeDigamma(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  let shift = 0;
  let lifted = x;
  for (; lifted < ASYMPTOTIC; lifted++) shift += 1 / lifted;
  const i = 1 / (lifted * lifted);
  const series =
    i * (1 / 12 - i * (1 / 120 - i * (1 / 252 - i * (1 / 240 - i * (1 / 132 - i * (691 / 32760 - i * (1 / 12)))))));
  return Math.log(lifted) - 0.5 / lifted - series - shift;
}

/**
 * Natural logarithm of the beta function, without the cancellation of three large logarithms.
 *
 * @param a > 0
 * @param b > 0
 * @see Didonato & Morris (1992), Algorithm 708, ACM Transactions on Mathematical Software 18(3)
 */
export function computeLogBeta(a: number, b: number): number {
  const large = Math.max(a, b);
  const small = Math.min(a, b);
  if (large < ASYMPTOTIC) return computeLogGamma(small) + computeLogGamma(large) - computeLogGamma(a + b);
  const sum = large + small;
  const shared = -(large - 0.5) * Math.log1p(small / large) + computeCorrection(large) - computeCorrection(sum);
  if (small < ASYMPTOTIC) return computeLogGamma(small) + shared - small * (Math.log(sum) - 1);
  const ofSmall = LN_SQRT_TWO_PI - 0.5 * Math.log(small) + computeCorrection(small);
  return shared + ofSmall - small * Math.log1p(large / small);
}

/** What Stirling's formula leaves out, for x >= 10. */
function computeCorrection(x: number): number {
  const i = 1 / (x * x);
  return (
    (1 / 12 - i * (1 / 360 - i * (1 / 1260 - i * (1 / 1680 - i * (1 / 1188 - i * (691 / 360360 - i * (1 / 156))))))) / x
  );
}

/** Steps up to which a rising factorial is multiplied out. */
const MULTIPLIED = 24;

/**
 * ln (start)(start + 1)...(start + n - 1) for whole numbers n, and its derivative by `start`.
 *
 * Neighbouring counts are multiplied out, so that nothing cancels even where `start` is in the millions.
 *
 * @param start  > 0
 * @param counts whole numbers n >= 0, ascending
 * @param logs   receives the logarithms, one per count
 * @param slopes receives the derivatives, one per count
 */
export function computeLogRising(
  start: number,
  counts: ArrayLike<number>,
  logs: Float64Array,
  slopes: Float64Array,
): void {
  let from = 0;
  let log = 0;
  let slope = 0;
  for (let i = 0; i < counts.length; i++) {
    const to = counts[i];
    if (to - from <= MULTIPLIED) {
      let product = 1;
      for (; from < to; from++) {
        const factor = start + from;
        product *= factor;
        slope += 1 / factor;
        if (product > 1e280 || product < 1e-280) {
          log += Math.log(product);
          product = 1;
        }
      }
      log += Math.log(product);
    } else {
      const low = start + from;
      log += computeLogGamma(to - from) - computeLogBeta(low, to - from);
      slope += computeDigamma(start + to) - computeDigamma(low);
      from = to;
    }
    logs[i] = log;
    slopes[i] = slope;
  }
}
