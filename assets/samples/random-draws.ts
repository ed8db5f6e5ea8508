import { createRandom } from "../../src/core/math/random";

export interface Draws {
  uniform(): number;
  /** Integer from `low` to `high`, both included. */
  integer(low: number, high: number): number;
  chance(probability: number): boolean;
  normal(mean: number, deviation: number): number;
  exponential(rate: number): number;
  gamma(shape: number, rate: number): number;
  beta(a: number, b: number): number;
  poisson(mean: number): number;
  pick<Item>(items: readonly Item[]): Item;
  /** Index drawn with chances in proportion to `weights`. */
  pickWeighted(weights: readonly number[]): number;
}

export function createDraws(seed: number): Draws {
  const uniform = createRandom(seed);

  function standardNormal(): number {
    const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
    return radius * Math.cos(2 * Math.PI * uniform());
  }

  // Marsaglia & Tsang (2000), A simple method for generating gamma variables.
  function standardGamma(shape: number): number {
    if (shape < 1) return standardGamma(shape + 1) * Math.pow(1 - uniform(), 1 / shape);
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = standardNormal();
      const v = (1 + c * x) ** 3;
      if (v > 0 && Math.log(1 - uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
    }
  }

  function pickWeighted(weights: readonly number[]): number {
    let rest = uniform() * weights.reduce((sum, weight) => sum + weight, 0);
    for (let index = 0; index < weights.length; index++) {
      rest -= weights[index]!;
      if (rest < 0) return index;
    }
    return weights.length - 1;
  }

  return {
    uniform,
    integer: (low, high) => low + Math.floor(uniform() * (high - low + 1)),
    chance: (probability) => uniform() < probability,
    normal: (mean, deviation) => mean + deviation * standardNormal(),
    exponential: (rate) => -Math.log(1 - uniform()) / rate,
    gamma: (shape, rate) => standardGamma(shape) / rate,
    beta: (a, b) => {
      const first = standardGamma(a);
      return first / (first + standardGamma(b));
    },
    poisson: (mean) => {
      let count = 0;
      for (let product = uniform(); product > Math.exp(-mean); product *= uniform()) count++;
      return count;
    },
    pick: (items) => items[Math.floor(uniform() * items.length)]!,
    pickWeighted,
  };
}
