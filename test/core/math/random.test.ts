import { createRandom } from "../../../src/core/math/random";

const draw = (seed: number, count: number) => {
  const random = createRandom(seed);
  return Array.from({ length: count }, random);
};

it("gives the published first numbers of mulberry32 for seed 1", () => {
  expect(draw(1, 3)).toEqual([0.6270739405881613, 0.002735721180215478, 0.5274470399599522]);
});

it("gives the same sequence for the same seed and another for another", () => {
  expect(draw(7, 20)).toEqual(draw(7, 20));
  expect(draw(7, 20)).not.toEqual(draw(8, 20));
});

it("is uniform between 0 and 1", () => {
  const numbers = draw(3, 100000);
  const tenths = new Array<number>(10).fill(0);
  for (const number of numbers) tenths[Math.floor(number * 10)]++;
  for (const count of tenths) expect(Math.abs(count - 10000)).toBeLessThan(400);
});

it("refuses a seed that is no number", () => {
  expect(() => createRandom(NaN)).toThrow("seed must be a finite number; got NaN");
});
