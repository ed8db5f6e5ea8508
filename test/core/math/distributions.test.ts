import fc from "fast-check";
import { computeNormalQuantile, computeNormalTail } from "../../../src/core/math/normal-distribution";
import {
  computeBetaShare,
  computeStudentLimit,
  computeStudentTwoSided,
} from "../../../src/core/math/student-distribution";

const expectRelative = (value: number, exact: number, tolerance = 1e-12) =>
  expect(Math.abs(value / exact - 1)).toBeLessThan(tolerance);

it.each([
  [0, 0.5],
  [1, 0.15865525393145705],
  [1.959963984540054, 0.025],
  [2.5, 0.006209665325776132],
  [3, 0.0013498980316300946],
  [6, 9.865876450376946e-10],
  [30, 4.906713927148187e-198],
  [-2, 0.9772498680518208],
])("the normal tail beyond %p is %p", (z, exact) => {
  expectRelative(computeNormalTail(z), exact);
});

it("the normal quantile undoes the tail", () => {
  expectRelative(computeNormalQuantile(0.975), 1.959963984540054);
  expectRelative(computeNormalQuantile(0.8), 0.8416212335729143);
  expect(computeNormalQuantile(0.5)).toBeCloseTo(0, 14);
  fc.assert(
    fc.property(fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true }), (probability) => {
      expectRelative(computeNormalTail(-computeNormalQuantile(probability)), probability, 1e-11);
    }),
  );
});

it.each([0, 1, -0.1, NaN])("refuses the quantile of %p", (probability) => {
  expect(() => computeNormalQuantile(probability)).toThrow(RangeError);
});

it.each([
  [12.706204736432095, 1, 0.05],
  [2.2281388519649385, 10, 0.05],
  [2, 1e4, 0.0455272606614354],
  [40, 7.5, 5.119056763709791e-10],
  [0, 3, 1],
])("beyond t = %p with %p degrees lies %p", (t, degrees, exact) => {
  expectRelative(computeStudentTwoSided(t, degrees), exact, 1e-8);
  if (exact < 1) expectRelative(computeStudentLimit(exact, degrees), t, 1e-8);
});

it("the incomplete beta function is symmetric and ends at 0 and 1", () => {
  expect(computeBetaShare(0.3, 2, 5) + computeBetaShare(0.7, 5, 2)).toBeCloseTo(1, 14);
  expect([computeBetaShare(0, 2, 5), computeBetaShare(1, 2, 5)]).toEqual([0, 1]);
  expect(computeBetaShare(0.5, 2, 3)).toBeCloseTo(0.6875, 14);
});

it("refuses degrees of freedom that are none", () => {
  expect(() => computeStudentTwoSided(1, 0)).toThrow(RangeError);
  expect(() => computeStudentLimit(1, 5)).toThrow(RangeError);
});
