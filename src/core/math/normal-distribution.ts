const SQRT_TWO_PI = Math.sqrt(2 * Math.PI);
const TINY = 1e-300;

/** Density of the standard normal distribution at z. */
export function computeNormalDensity(z: number): number {
  return Math.exp(-0.5 * z * z) / SQRT_TWO_PI;
}

/**
 * Probability that a standard normal variate exceeds z, exact to about 14 digits also far out.
 *
 * @returns 0..1; NaN for NaN
 * @see Abramowitz & Stegun (1964), Handbook of mathematical functions, 26.2.10 and 26.2.14
 */
export function computeNormalTail(z: number): number {
  if (z !== z) return NaN;
  const size = Math.abs(z);
  const tail = size < 2.5 ? 0.5 - sumNormalSeries(size) : computeNormalDensity(size) / runTailFraction(size);
  return z >= 0 ? tail : 1 - tail;
}

/** Probability between 0 and z. */
function sumNormalSeries(z: number): number {
  let term = z;
  let sum = z;
  for (let n = 1; Math.abs(term) > 1e-17 * sum; n++) {
    term *= (z * z) / (2 * n + 1);
    sum += term;
  }
  return sum * computeNormalDensity(z);
}

/** Density by tail, z + 1/(z + 2/(z + 3/(z + ...))), evaluated by the modified method of Lentz. */
function runTailFraction(z: number): number {
  let value = z;
  let numerator = z;
  let denominator = 0;
  for (let n = 1; n < 500; n++) {
    denominator = 1 / (z + n * denominator);
    numerator = z + n / Math.max(numerator, TINY);
    const change = numerator * denominator;
    value *= change;
    if (Math.abs(change - 1) < 1e-16) break;
  }
  return value;
}

/**
 * The z that a standard normal variate stays below with the given probability.
 *
 * @param probability 0 < probability < 1
 * @throws RangeError when it is not
 */
export function computeNormalQuantile(probability: number): number {
  if (!(probability > 0 && probability < 1)) {
    throw new RangeError(`probability must be between 0 and 1; got ${probability}`);
  }
  const tail = Math.min(probability, 1 - probability);
  // A rational start (Abramowitz & Stegun 26.2.23, error below 5e-4), then Newton steps on the logarithm of the tail.
  const t = Math.sqrt(-2 * Math.log(tail));
  let z = t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  for (let round = 0; round < 5; round++) {
    const reached = computeNormalTail(z);
    z += (Math.log(reached / tail) * reached) / computeNormalDensity(z);
  }
  return probability < 0.5 ? -z : z === 0 ? 0 : z;
}
