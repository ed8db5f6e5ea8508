import fc from "fast-check";
import {
  computeCorrelation,
  computeMean,
  computeMidRanks,
  computePopulationSd,
  computeSkewness,
  computeSum,
} from "../../../src/core/math/statistics";

it("leaves blanks out of sum, mean, standard deviation and skewness", () => {
  const values = [NaN, 2, 4, 4, 4, 5, NaN, 5, 7, 9];
  expect(computeSum(values)).toBe(40);
  expect(computeMean(values)).toBe(5);
  expect(computePopulationSd(values, 5)).toBe(2);
  expect(computeSkewness(values)).toBeCloseTo(0.65625, 12);
});

it("has no mean, deviation or skewness without values", () => {
  expect([computeMean([]), computePopulationSd([], NaN), computeSkewness([NaN])]).toEqual([NaN, NaN, NaN]);
  expect(computeSum([])).toBe(0);
});

it("finds no spread and no skewness in equal values, however their sum is rounded", () => {
  const values = new Float64Array(1000).fill(0.1);
  expect([computeMean(values), computePopulationSd(values, 0.1), computeSkewness(values)]).toEqual([0.1, 0, 0]);
});

it.each([
  { first: [1, 2, 3, 4], second: [2, 4, 6, 8], correlation: 1 },
  { first: [1, 2, 3, 4], second: [8, 6, 4, 2], correlation: -1 },
  { first: [1, 2, NaN, 3, 4, 5], second: [2, 1, 9, 4, 3, NaN], correlation: 0.6 },
])("correlates $first with $second to $correlation", ({ first, second, correlation }) => {
  expect(computeCorrelation(first, second)).toBeCloseTo(correlation, 12);
});

it("has no correlation where one side does not vary or fewer than two pairs are known", () => {
  expect(computeCorrelation([1, 1, 1], [1, 2, 3])).toBeNaN();
  expect(computeCorrelation([1, NaN], [1, 2])).toBeNaN();
});

it("refuses to correlate columns of different length", () => {
  expect(() => computeCorrelation([1], [1, 2])).toThrow(RangeError);
});

it("shares the mean rank among equal values and ranks no blank", () => {
  expect(Array.from(computeMidRanks([10, 20, NaN, 10, 30, 20, 20]))).toEqual([1.5, 4, NaN, 1.5, 6, 4, 4]);
});

it("keeps the sum of mid-ranks whatever the ties", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -3, max: 3 })), (values) => {
      expect(computeSum(computeMidRanks(values))).toBeCloseTo((values.length * (values.length + 1)) / 2, 9);
    }),
  );
});
