import { assignPercentiles, computePercentileTable } from "../../../src/core/math/percentiles";

it("gives equal values the middle of their ranks", () => {
  const column = [3, 1, 3, 10, NaN];
  const table = computePercentileTable(column);
  expect(table).toEqual({ values: [1, 3, 10], percentiles: [12.5, 50, 87.5] });
  expect(assignPercentiles(column, table)).toEqual(Float64Array.of(50, 12.5, 50, 87.5, NaN));
});

it("reads other values on the straight line between two, and ends at both ends", () => {
  const table = computePercentileTable([0, 10]);
  expect(assignPercentiles([-5, 0, 4, 10, 11, NaN], table)).toEqual(Float64Array.of(25, 25, 45, 75, 75, NaN));
  expect(assignPercentiles([1], computePercentileTable([NaN]))).toEqual(Float64Array.of(NaN));
});

it("describes a long column by few values within a small error", () => {
  const column = Float64Array.from({ length: 5000 }, (_, i) => Math.sqrt(i));
  const exact = assignPercentiles(column, computePercentileTable(column, 5000));
  const table = computePercentileTable(column, 100);
  expect([table.values.length, table.values[0], table.values[99]]).toEqual([100, 0, Math.sqrt(4999)]);
  const worst = Math.max(...assignPercentiles(column, table).map((value, i) => Math.abs(value - exact[i])));
  expect(worst).toBeLessThan(0.3);
  expect(() => computePercentileTable([1], 1)).toThrow(RangeError);
});
