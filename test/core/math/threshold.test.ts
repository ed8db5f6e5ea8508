import { computeThreshold } from "../../../src/core/math/threshold";

it.each([
  ["mean", 4],
  ["median", 2],
  [7.5, 7.5],
] as const)("separates high from low by %p", (threshold, expected) => {
  expect(computeThreshold([1, NaN, 2, 9], threshold)).toBe(expected);
});

it("makes no one of equal values high by rounding", () => {
  const values = new Float64Array(10).fill(0.1);
  expect(computeThreshold(values, "mean")).toBe(0.1);
});

it("is blank when nothing is known", () => {
  expect(computeThreshold([NaN], "mean")).toBeNaN();
  expect(() => computeThreshold([1], NaN)).toThrow(RangeError);
});
