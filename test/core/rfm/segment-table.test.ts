import { buildRfHeatMap, buildSegmentTable } from "../../../src/core/rfm/segment-table";

const measures = {
  recencyDays: [10, 20, 30, 5],
  orders: [2, 4, 1, 3],
  monetary: [100, 300, 50, 550],
};

it("sums up every segment and leaves customers without one out of all but the total revenue", () => {
  expect(buildSegmentTable(measures, Int32Array.of(0, 0, 2, -1), 3)).toEqual({
    customers: Int32Array.of(2, 0, 1),
    customerShare: Float64Array.of(2 / 3, 0, 1 / 3),
    orders: Float64Array.of(6, 0, 1),
    revenue: Float64Array.of(400, 0, 50),
    revenueShare: Float64Array.of(0.4, 0, 0.05),
    averageOrderValue: Float64Array.of(400 / 6, NaN, 50),
    medianRecencyDays: Float64Array.of(15, NaN, 30),
    medianOrders: Float64Array.of(3, NaN, 1),
    medianMonetary: Float64Array.of(200, NaN, 50),
  });
});

it("leaves money blank where there is none", () => {
  const table = buildSegmentTable({ ...measures, monetary: null }, [0, 0, 0, 0], 1);
  expect([table.revenue[0], table.revenueShare[0], table.averageOrderValue[0], table.medianMonetary[0]]).toEqual([
    ...[NaN, NaN, NaN, NaN],
  ]);
});

it("draws the R by F grid with counts and mean money", () => {
  const columns = {
    recency: Uint8Array.of(1, 1, 2, 2, 0),
    frequency: Uint8Array.of(2, 2, 1, 1, 1),
    monetary: null,
  };
  expect(buildRfHeatMap(columns, [10, 20, NaN, NaN, 9], 2)).toEqual({
    customers: Int32Array.of(0, 2, 2, 0),
    meanMonetary: Float64Array.of(NaN, 15, NaN, NaN),
  });
  expect(buildRfHeatMap(columns, null, 2).meanMonetary).toEqual(new Float64Array(4).fill(NaN));
});
