import fc from "fast-check";
import { createRandom } from "../../../src/core/math/random";
import { sortIndices } from "../../../src/core/math/index-sort";

const anyValues = fc.array(
  fc.oneof(
    fc.double(),
    fc.integer({ min: -5, max: 5 }),
    fc.constantFrom(0, -0, 1e308, -1e308, 5e-324, Infinity, -Infinity),
  ),
);

it("orders positions by value, leaves blanks out and keeps the order of equals", () => {
  expect(Array.from(sortIndices([3, NaN, -1, 3, 0, -0, 1e9]))).toEqual([2, 4, 5, 0, 3, 6]);
  expect(Array.from(sortIndices([3, NaN, -1, 3, 0, -0, 1e9], true))).toEqual([6, 0, 3, 4, 5, 2]);
});

it.each([false, true])("agrees with a stable comparison sort (descending: %p)", (descending) => {
  fc.assert(
    fc.property(anyValues, (values) => {
      const expected = [...values.keys()].filter((i) => !Number.isNaN(values[i]));
      expected.sort((i, j) => (values[i] === values[j] ? 0 : values[i] < values[j] !== descending ? -1 : 1));
      expect(Array.from(sortIndices(values, descending))).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});

describe("many numbers", () => {
  const random = createRandom(7);
  const fill = (next: (i: number) => number) => Array.from({ length: 12_000 }, (_, i) => next(i));
  it.each([
    ["fractions", fill(() => random() - 0.5)],
    ["few different fractions", fill(() => Math.floor(random() * 9) + 0.1)],
    ["blanks between fractions", fill((i) => (i % 3 === 0 ? NaN : random()))],
    ["numbers that differ in their last digits only", fill(() => 1 + Math.floor(random() * 1e5) * 2 ** -52)],
    ["whole numbers", fill(() => Math.floor(random() * 1000) - 500)],
  ])("%s", (_, values) => {
    for (const descending of [false, true]) {
      const expected = [...values.keys()].filter((i) => !Number.isNaN(values[i]));
      expected.sort((i, j) => (descending ? values[j] - values[i] : values[i] - values[j]) || i - j);
      expect(Array.from(sortIndices(values, descending))).toEqual(expected);
    }
  });
});
