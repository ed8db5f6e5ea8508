import {
  classifyAcquisition,
  computeAnnuityYears,
  predictLoyalLifetimeValue,
  predictSimpleClv,
} from "../../../src/core/clv/simple";

it.each([
  { options: {}, clv: 600 },
  { options: { marginShare: 0.3 }, clv: 180 },
  { options: { marginShare: 0.3, yearlyDiscountRate: 0.1 }, clv: 149.211119459 },
  { options: { yearlyChurnRate: 0.2 }, clv: 1000 },
  { options: { lifetimeYears: 2.5, yearlyDiscountRate: 0.1 }, clv: 200 * (1 / 1.1 + 1 / 1.21 + 0.5 / 1.331) },
])("values 4 orders of 50 a year with $options at $clv", ({ options, clv }) => {
  expect(predictSimpleClv([50], [4], options)[0]).toBeCloseTo(clv, 9);
});

it("leaves a customer blank whose orders or order value are", () => {
  expect(Array.from(predictSimpleClv([50, NaN, 50], [4, 4, NaN]))).toEqual([600, NaN, NaN]);
});

it("approaches the undiscounted sum as the rate goes to 0", () => {
  expect(computeAnnuityYears(10, 1e-12)).toBeCloseTo(10, 9);
  expect(computeAnnuityYears(10, 0)).toBe(10);
});

it.each([
  [{ lifetimeYears: 0 }],
  [{ lifetimeYears: Infinity }],
  [{ yearlyChurnRate: 0 }],
  [{ yearlyChurnRate: 0.5, lifetimeYears: 2 }],
  [{ yearlyDiscountRate: -1 }],
  [{ marginShare: NaN }],
])("refuses %p", (options) => {
  expect(() => predictSimpleClv([1], [1], options)).toThrow(RangeError);
});

it("refuses columns of different length", () => {
  expect(() => predictSimpleClv([1], [1, 2])).toThrow(RangeError);
});

it("multiplies yearly spend by loyal years", () => {
  expect(Array.from(predictLoyalLifetimeValue([1200, NaN], 5))).toEqual([6000, NaN]);
  expect(() => predictLoyalLifetimeValue([1], -1)).toThrow(RangeError);
});

it.each([
  [300, 100, 10, { clvToCacRatio: 3, light: "green", paybackMonths: 10 }],
  [299, 100, 10, { clvToCacRatio: 2.99, light: "amber", paybackMonths: 10 }],
  [100, 100, 0, { clvToCacRatio: 1, light: "amber", paybackMonths: null }],
  [99, 100, -5, { clvToCacRatio: 0.99, light: "red", paybackMonths: null }],
  [99, 0, 5, { clvToCacRatio: null, light: null, paybackMonths: 0 }],
  [NaN, 100, NaN, { clvToCacRatio: null, light: null, paybackMonths: null }],
])("judges a lifetime value of %p against a cost of %p and %p a month", (clv, cost, profit, expected) => {
  expect(classifyAcquisition(clv, cost, profit)).toEqual(expected);
});
