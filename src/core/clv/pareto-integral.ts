import { createGaussLegendre } from "../math/quadrature";

const few = createGaussLegendre(10);
const many = createGaussLegendre(16);
/** A decay by this exponent leaves nothing that counts. */
const FULL_DECAY = 40;

/** The integral over the time of leaving, with its derivatives. */
export interface LeavingIntegral {
  /** Logarithm of the integral over w from `from` to `to` of (alpha + w)^-power (beta + w)^-(s + 1). */
  log: number;
  /** Derivatives of `log`: means of -ln(alpha + w), -ln(beta + w), -power / (alpha + w), -(s + 1) / (beta + w). */
  byPower: number;
  byS: number;
  byAlpha: number;
  byBeta: number;
}

/**
 * The part of the Pareto/NBD likelihood that belongs to customers who left between their last purchase and the end of the period.
 *
 * Gauss-Legendre panels over ln(min(alpha, beta) + w), cut where the integrand has decayed to nothing: the same value as the difference of two
 * hypergeometric functions, without their cancellation, for counts in the thousands too, and the gradient comes along.
 *
 * @param alpha  > 0
 * @param beta   > 0
 * @param power  r + x
 * @param s      > 0
 * @param from   t_x
 * @param to     T
 * @param result receives value and derivatives; `log` is -Infinity when the interval is empty
 */
export function integrateLeaving(
  alpha: number,
  beta: number,
  power: number,
  s: number,
  from: number,
  to: number,
  result: LeavingIntegral,
): void {
  let end = to;
  if (power > 4) end = Math.min(end, (alpha + from) * Math.exp(FULL_DECAY / power) - alpha);
  if (s > 4) end = Math.min(end, (beta + from) * Math.exp(FULL_DECAY / s) - beta);
  const smaller = Math.min(alpha, beta);
  const low = Math.log(smaller + from);
  const range = Math.log1p((end - from) / (smaller + from));
  if (!(to > from)) {
    result.log = -Infinity;
    result.byPower = result.byS = result.byAlpha = result.byBeta = 0;
    return;
  }
  const decay = Math.min(2 * FULL_DECAY, (power + s) * range);
  const isShort = range <= 1 && decay <= 4;
  const { nodes, weights } = isShort ? few : many;
  const panels = isShort ? 1 : Math.ceil(Math.max(range / 4, decay / 10));
  const half = range / panels / 2;
  const reference = -power * Math.log(alpha + from) - (s + 1) * Math.log(beta + from);
  const alphaShift = alpha - smaller;
  const betaShift = beta - smaller;
  let sum = 0;
  let byPower = 0;
  let byS = 0;
  let byAlpha = 0;
  let byBeta = 0;
  for (let panel = 0; panel < panels; panel++) {
    const middle = low + (2 * panel + 1) * half;
    for (let i = 0; i < nodes.length; i++) {
      const logSmaller = middle + half * nodes[i];
      const base = Math.exp(logSmaller);
      const logAlpha = alphaShift === 0 ? logSmaller : Math.log(base + alphaShift);
      const logBeta = betaShift === 0 ? logSmaller : Math.log(base + betaShift);
      const part = weights[i] * Math.exp(logSmaller - power * logAlpha - (s + 1) * logBeta - reference);
      sum += part;
      byPower -= part * logAlpha;
      byS -= part * logBeta;
      byAlpha += part / (base + alphaShift);
      byBeta += part / (base + betaShift);
    }
  }
  result.log = reference + Math.log(sum * half);
  result.byPower = byPower / sum;
  result.byS = byS / sum;
  result.byAlpha = (-power * byAlpha) / sum;
  result.byBeta = (-(s + 1) * byBeta) / sum;
}
