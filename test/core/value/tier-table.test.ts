import { buildTierTable, computeTopShares } from "../../../src/core/value/tier-table";

it("sums up every tier", () => {
  const value = [10, 30, 20, NaN, -10];
  const revenue = [100, 200, 100, 400, 0];
  expect(buildTierTable([1, 0, 0, -1, 2], 4, { value, revenue, profit: null })).toEqual({
    customers: Int32Array.of(2, 1, 1, 0),
    customerShare: Float64Array.of(0.5, 0.25, 0.25, 0),
    revenue: Float64Array.of(300, 100, 0, 0),
    revenueShare: Float64Array.of(0.375, 0.125, 0, 0),
    profit: new Float64Array(4).fill(NaN),
    profitShare: new Float64Array(4).fill(NaN),
    meanValue: Float64Array.of(25, 10, -10, NaN),
    boundaryValue: Float64Array.of(20, 10, -10, NaN),
  });
});

it("ranks by one column and sums another", () => {
  const ranking = [1, 9, 5, NaN];
  const profit = [60, -20, 40, 20];
  const shares = computeTopShares(ranking, profit, [3334, 6667, 10000]);
  expect(Array.from(shares)).toEqual([-0.2, 0.2, 0.8]);
});

it("has five top shares by default, blank without a positive total", () => {
  expect(Array.from(computeTopShares([1, 1, 1, 1, 1, 1, 1, 1, 1, 1], new Float64Array(10).fill(1)))).toEqual([
    0, 0.1, 0.1, 0.2, 0.5,
  ]);
  expect(Array.from(computeTopShares([1], [-1]))).toEqual(Array(5).fill(NaN));
});
