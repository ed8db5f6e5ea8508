import fc from "fast-check";
import type { SalesLines } from "../../../src/core/decisions/segment-sales";
import { spreadByRevenue, sumSales } from "../../../src/core/decisions/segment-sales";

const lines: SalesLines = {
  customer: Int32Array.of(0, 0, 1, 2, -1, 1),
  text: Int32Array.of(0, 1, 0, 1, 0, -1),
  revenue: Float64Array.of(100, 50, 40, NaN, 999, 999),
  cost: Float64Array.of(60, 20, 30, 5, 999, 999),
  serviceCost: Float64Array.of(10, 0, 5, 1, 0, 0),
  profit: null,
};
const members = [Uint8Array.of(1, 0, 0), Uint8Array.of(0, 1, 1), Uint8Array.of(1, 1, 0)];

it("sums revenue, costs and profit by group and text; groups may overlap", () => {
  expect(sumSales(lines, members, 2)).toEqual([
    [
      { revenue: 100, cost: 60, serviceCost: 10, profit: 30, serviceShare: 0.1 },
      { revenue: 50, cost: 20, serviceCost: 0, profit: 30, serviceShare: 0 },
    ],
    [
      { revenue: 40, cost: 30, serviceCost: 5, profit: 5, serviceShare: 0.125 },
      { revenue: 0, cost: 5, serviceCost: 1, profit: -6, serviceShare: null },
    ],
    [
      { revenue: 140, cost: 90, serviceCost: 15, profit: 35, serviceShare: 15 / 140 },
      { revenue: 50, cost: 20, serviceCost: 0, profit: 30, serviceShare: 0 },
    ],
  ]);
});

it("knows no profit without costs, and takes a column of profit as it is", () => {
  const bare = { ...lines, cost: null, serviceCost: null };
  expect(sumSales(bare, members, 2)[0][0]).toEqual({
    revenue: 100,
    cost: null,
    serviceCost: null,
    profit: null,
    serviceShare: null,
  });
  expect(sumSales({ ...bare, profit: lines.cost }, members, 2)[0][0].profit).toBe(60);
});

it("lays a cost on lines without losing any of it", () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ customer: fc.nat(3), revenue: fc.integer({ min: -20, max: 90 }) }), {
        minLength: 1,
        maxLength: 30,
      }),
      fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 4, maxLength: 4 }),
      (rows, costs) => {
        const customer = Int32Array.from(rows, (row) => row.customer);
        const spread = spreadByRevenue(
          Float64Array.from(costs),
          customer,
          Float64Array.from(rows, (row) => row.revenue),
        );
        const buyers = new Set(customer);
        const expected = costs.reduce((sum, cost, who) => sum + (buyers.has(who) ? cost : 0), 0);
        expect(spread.reduce((sum, value) => sum + value, 0)).toBeCloseTo(expected, 6);
      },
    ),
  );
});

it("refuses columns of different length", () => {
  expect(() => sumSales({ ...lines, text: new Int32Array(1) }, members, 2)).toThrow(RangeError);
});
