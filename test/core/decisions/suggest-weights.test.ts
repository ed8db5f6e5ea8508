import { computeSpearman } from "../../../src/core/decisions/score-validation";
import { suggestWeights } from "../../../src/core/decisions/suggest-weights";
import { combineIndicators } from "../../../src/core/decisions/weighted-score";
import { createRandom } from "../../../src/core/math/random";

const random = createRandom(7);
const draw = () => Float64Array.from({ length: 120 }, () => 100 * random());
const columns = [draw(), draw(), draw()];
const mix = (weights: readonly number[]) => combineIndicators(columns, weights).scores;

it("finds the mix that revenue follows, among all mixes in steps of 5 percent", () => {
  const revenue = mix([0.7, 0.3, 0]);
  const suggestion = suggestWeights(columns, [1, 1, 1], revenue);
  expect(suggestion).toMatchObject({ weights: [0.7, 0.3, 0], search: "grid" });
  expect(suggestion?.spearman).toBeCloseTo(1, 12);
  expect(suggestion?.currentSpearman).toBeCloseTo(computeSpearman(mix([1, 1, 1]), revenue), 12);
});

it("searches by coordinates where there are more than four indicators", () => {
  const more = [...columns, draw(), draw()];
  const revenue = mix([0.6, 0.4, 0]);
  const suggestion = suggestWeights(more, [1, 1, 1, 1, 1], revenue);
  expect(suggestion).toMatchObject({ weights: [0.6, 0.4, 0, 0, 0], search: "coordinates" });
});

it("suggests nothing under a gain of .01, for one indicator, or where nothing varies", () => {
  const revenue = mix([0.5, 0.5, 0]);
  expect(suggestWeights(columns, [0.5, 0.5, 0], revenue)).toBeNull();
  expect(suggestWeights(columns, [0.52, 0.48, 0], revenue)).toBeNull();
  expect(suggestWeights([columns[0]], [1], revenue)).toBeNull();
  expect(suggestWeights(columns, [1, 1, 1], new Float64Array(120))).toBeNull();
});

it("takes blanks as the score does", () => {
  const holed = [columns[0].map((value, i) => (i % 7 === 0 ? NaN : value)), columns[1], columns[2]];
  const suggestion = suggestWeights(holed, [0, 1, 1], columns[0]);
  expect(suggestion?.weights[0]).toBe(1);
});
