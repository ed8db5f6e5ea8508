/** Places and weights of a rule for integrals over [-1, 1]. */
export interface QuadratureRule {
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

/**
 * Gauss-Legendre rule: exact for polynomials of degree 2 x count - 1.
 *
 * @param count number of nodes, >= 1
 * @returns nodes ascending in (-1, 1); the weights sum to 2
 * @see Abramowitz & Stegun (1964), Handbook of mathematical functions, 25.4.29
 */
export function createGaussLegendre(count: number): QuadratureRule {
  const nodes = new Float64Array(count);
  const weights = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    let x = -Math.cos((Math.PI * (i + 0.75)) / (count + 0.5));
    let slope = 1;
    for (let round = 0; round < 100; round++) {
      let previous = 1;
      let current = x;
      for (let k = 2; k <= count; k++) {
        const next = ((2 * k - 1) * x * current - (k - 1) * previous) / k;
        previous = current;
        current = next;
      }
      if (count === 1) previous = 1;
      slope = (count * (x * current - previous)) / (x * x - 1);
      const step = current / slope;
      x -= step;
      if (Math.abs(step) < 1e-15) break;
    }
    nodes[i] = x;
    weights[i] = 2 / ((1 - x * x) * slope * slope);
  }
  return { nodes, weights };
}

/** Step of the double-exponential rule, and the logarithm of the smallest weight that counts. */
const STEP = 1 / 24;
const NEGLIGIBLE = -45;

/**
 * Expected value of a smooth function of a probability with a beta distribution, to about 12 digits.
 *
 * Trapezoidal sum over the logit, stretched by sinh; good for parameters from 1e-7 to 1e7, where the density has poles at its ends or
 * is a narrow peak.
 *
 * @param a        > 0, first parameter of the beta distribution
 * @param b        > 0, second one
 * @param evaluate the function of the probability; finite for 0 and 1 too
 */
export function integrateBeta(a: number, b: number, evaluate: (probability: number) => number): number {
  const centre = Math.log((a + 0.5) / (b + 0.5));
  const width = Math.sqrt(1 / (1 + a) + 1 / (1 + b));
  const peak = computeLogDensity(a, b, centre);
  let weightSum = 0;
  let sum = 0;
  for (const direction of [-1, 1]) {
    for (let k = direction < 0 ? 1 : 0; k < 2000; k++) {
      const s = direction * k * STEP;
      const logit = centre + width * Math.sinh(s);
      const log = computeLogDensity(a, b, logit) - peak + Math.log(Math.cosh(s));
      if (log < NEGLIGIBLE) break;
      const weight = Math.exp(log);
      weightSum += weight;
      sum += weight * evaluate(1 / (1 + Math.exp(-logit)));
    }
  }
  return sum / weightSum;
}

/** Logarithm of p^a (1 - p)^b, the density of the logit up to a factor. */
function computeLogDensity(a: number, b: number, logit: number): number {
  return logit > 0
    ? -a * Math.log1p(Math.exp(-logit)) - b * (logit + Math.log1p(Math.exp(-logit)))
    : -b * Math.log1p(Math.exp(logit)) + a * (logit - Math.log1p(Math.exp(logit)));
}
