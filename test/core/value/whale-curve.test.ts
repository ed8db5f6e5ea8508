import { buildWhaleCurve } from "../../../src/core/value/whale-curve";

it("peaks where the last profitable customer is and falls back to the total", () => {
  const curve = buildWhaleCurve([-40, 100, 10, -15, 60, -5, 40])!;
  expect(curve.peakShare).toBeCloseTo(1.4, 12);
  expect(curve.erosionShare).toBeCloseTo(0.4, 12);
  expect(curve.peakCustomers).toBe(4);
  const shares = [0, 100, 160, 200, 210, 205, 190, 150].map((profit) => profit / 150);
  shares.forEach((share, i) => expect(curve.profitShare[i]).toBeCloseTo(share, 12));
  expect(Array.from(curve.customerShare)).toEqual([0, 1, 2, 3, 4, 5, 6, 7].map((i) => i / 7));
});

it("finds the peak over all customers even when few points are drawn", () => {
  const curve = buildWhaleCurve([100, 60, 40, 10, -5, -15, -40, NaN], 2)!;
  expect([curve.peakCustomers, curve.customerShare.length]).toEqual([4, 3]);
});

it("is nothing without a positive total", () => {
  expect(buildWhaleCurve([5, -5])).toBeNull();
  expect(buildWhaleCurve([])).toBeNull();
});
