import { buildLorenzCurve } from "../../../src/core/value/lorenz";

it.each([
  { values: [1, 2, 3, 4], gini: 0.25 },
  { values: [0, 0, 0, 10], gini: 0.75 },
  { values: [0.1, 0.1, 0.1], gini: 0 },
  { values: [4, NaN, 1, 3, 2], gini: 0.25 },
])("has for $values the Gini coefficient $gini", ({ values, gini }) => {
  expect(buildLorenzCurve(values).gini).toBeCloseTo(gini, 12);
});

it("draws the curve from the poorest customer", () => {
  expect(buildLorenzCurve([6, 1, 3])).toEqual({
    customerShare: Float64Array.of(0, 1 / 3, 2 / 3, 1),
    valueShare: Float64Array.of(0, 0.1, 0.4, 1),
    gini: 1 / 3,
    clippedCustomers: 0,
  });
});

it("keeps to the points it is allowed, each at a whole customer", () => {
  const curve = buildLorenzCurve(new Float64Array(1001).fill(2), 10);
  expect(curve.customerShare).toHaveLength(11);
  curve.customerShare.forEach((share, i) => {
    expect(Number.isInteger(Math.round(share * 1001 * 1e6) / 1e6)).toBe(true);
    expect(curve.valueShare[i]).toBeCloseTo(share, 12);
  });
});

it("counts negative values as 0 and says how many", () => {
  const { gini, clippedCustomers } = buildLorenzCurve([-5, 0, 0, 10]);
  expect([gini, clippedCustomers]).toEqual([0.75, 1]);
});

it("has nothing to say without a positive value", () => {
  expect(buildLorenzCurve([0, -1])).toEqual({
    customerShare: new Float64Array(0),
    valueShare: new Float64Array(0),
    gini: null,
    clippedCustomers: 1,
  });
  expect(() => buildLorenzCurve([1], 0)).toThrow(RangeError);
});
