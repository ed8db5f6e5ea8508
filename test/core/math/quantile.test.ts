import fc from "fast-check";
import { computeMedian, computeQuantile, computeQuantileEdges, sortNumbers } from "../../../src/core/math/quantile";

it("sorts numbers by size and leaves blanks out", () => {
  expect(Array.from(sortNumbers([10, NaN, 9, -1, 100]))).toEqual([-1, 9, 10, 100]);
});

it("sorts a long column as a short one", () => {
  const values = Float64Array.from({ length: 50000 }, (_, i) => (i % 7 === 0 ? NaN : Math.sin(i) * 1e6));
  expect(sortNumbers(values)).toEqual(values.filter((value) => !Number.isNaN(value)).sort());
});

it.each([
  { values: [1, 1, 1, 1, 1, 1, 2, 2, 3, 10], edges: [1, 1, 1.4, 2.2] },
  { values: [1, 2, 3, 4, 5, 6, 7], edges: [2.2, 3.4, 4.6, 5.8] },
  { values: [-3, 0.5, 1.25, 2.5, 2.5, 2.5, 7, 9.99, 10, 100, 1000], edges: [1.25, 2.5, 7, 10] },
  { values: [4], edges: [4, 4, 4, 4] },
  { values: [], edges: [] },
])("cuts $values into five groups at $edges", ({ values, edges }) => {
  const found = computeQuantileEdges(values, 5);
  expect(found).toHaveLength(edges.length);
  edges.forEach((edge, i) => expect(found[i]).toBeCloseTo(edge, 12));
});

it("gives exactly the value where a quantile falls on it or between equals", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), fc.integer({ min: 1, max: 50 }), (value, count) => {
      const sorted = new Float64Array(count).fill(value);
      for (let part = 0; part <= 7; part++) expect(computeQuantile(sorted, part, 7) === value).toBe(true);
    }),
  );
});

it.each([
  [[3, NaN, 1], 2],
  [[5, 1, 2, 8], 3.5],
  [[NaN], NaN],
])("has for %p the median %p", (values, median) => {
  expect(computeMedian(values)).toBe(median);
});

it.each([
  [-1, 5],
  [6, 5],
  [1, 0],
  [0.5, 2],
])("refuses the quantile %p of %p", (part, parts) => {
  expect(() => computeQuantile([1, 2], part, parts)).toThrow(RangeError);
});
