import { computeChiSquaredTail } from "../../../src/core/math/chi-squared-distribution";

it.each([
  [3.841458820694124, 1, 0.05],
  [13.5625, 3, 0.0035654012691661513],
  [2, 2, Math.exp(-1)],
  [100, 2, Math.exp(-50)],
  [0.5, 10, 0.9999933882894391],
  [0, 4, 1],
  [-1, 4, 1],
  [Infinity, 4, 0],
])("beyond %d with %d degrees of freedom lies %d", (value, degrees, expected) => {
  expect(Math.abs(computeChiSquaredTail(value, degrees) - expected)).toBeLessThanOrEqual(1e-12 * expected);
});

it("refuses degrees of freedom that are not positive", () => {
  expect(() => computeChiSquaredTail(1, 0)).toThrow(RangeError);
});
