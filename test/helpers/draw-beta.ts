import { drawLogGamma } from "../../src/core/math/random-variates";

/**
 * A draw from the beta distribution.
 *
 * @param random uniform source
 * @param a      > 0
 * @param b      > 0
 */
export function drawBeta(random: () => number, a: number, b: number): number {
  return 1 / (1 + Math.exp(drawLogGamma(random, b) - drawLogGamma(random, a)));
}
