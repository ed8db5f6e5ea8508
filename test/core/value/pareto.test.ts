import { buildParetoCurve } from "../../../src/core/value/pareto";

it("cumulates value from the most valuable customer down, losses adding nothing", () => {
  const curve = buildParetoCurve([30, NaN, 50, -5, 20])!;
  expect([...curve.customers]).toEqual([2, 0, 4, 3]);
  expect([...curve.values]).toEqual([50, 30, 20, -5]);
  expect([...curve.customerShare]).toEqual([0.25, 0.5, 0.75, 1]);
  expect([...curve.valueShare]).toEqual([0.5, 0.8, 1, 1]);
});

it("keeps the order of equal values", () => {
  expect([...buildParetoCurve([1, 2, 1, 2])!.customers]).toEqual([1, 3, 0, 2]);
});

it.each([[[]], [[0, -1]], [[NaN]]])("has nothing to say of %p", (values) => {
  expect(buildParetoCurve(values)).toBeNull();
});
