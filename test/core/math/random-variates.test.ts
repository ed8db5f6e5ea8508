import { createRandom } from "../../../src/core/math/random";
import { drawExponential, drawGamma, drawLogGamma, drawNormal } from "../../../src/core/math/random-variates";
import { drawBeta } from "../../helpers/draw-beta";

const DRAWS = 40000;

/** How many standard errors the mean of many draws lies off the mean that theory says. */
function measureBias(draw: (random: () => number) => number, mean: number, variance: number): number {
  const random = createRandom(11);
  let sum = 0;
  for (let i = 0; i < DRAWS; i++) sum += draw(random);
  return (sum / DRAWS - mean) / Math.sqrt(variance / DRAWS);
}

it.each<[string, (random: () => number) => number, number, number]>([
  ["normal", drawNormal, 0, 1],
  ["squared normal", (random) => drawNormal(random) ** 2, 1, 2],
  ["exponential", drawExponential, 1, 1],
  ["gamma of shape 0.25", (random) => drawGamma(random, 0.25), 0.25, 0.25],
  ["gamma of shape 1", (random) => drawGamma(random, 1), 1, 1],
  ["gamma of shape 37.5", (random) => drawGamma(random, 37.5), 37.5, 37.5],
  ["beta(0.8, 2.4)", (random) => drawBeta(random, 0.8, 2.4), 0.25, (0.25 * 0.75) / 4.2],
  ["beta(3, 0.5)", (random) => drawBeta(random, 3, 0.5), 6 / 7, ((6 / 7) * (1 / 7)) / 4.5],
])("draws %s with the right mean", (_, draw, mean, variance) => {
  expect(Math.abs(measureBias(draw, mean, variance))).toBeLessThan(3.5);
});

it("draws shapes near 0 as finite logarithms and probabilities", () => {
  const random = createRandom(1);
  for (let i = 0; i < 100; i++) {
    expect(Number.isFinite(drawLogGamma(random, 1e-6))).toBe(true);
    const probability = drawBeta(random, 1e-6, 1e-6);
    expect(probability >= 0 && probability <= 1).toBe(true);
  }
});
