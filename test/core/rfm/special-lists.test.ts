import { assignSpecialLists } from "../../../src/core/rfm/special-lists";

const columns = {
  orders: [9, 1, 1, 2, 1, 1, 1, 1, 1, NaN],
  tenureDays: [400, 10, 20, 900, 30, 30, 30, 30, 30, 900],
  ordersPerYear: [8, 1, 1, 0.8, 1, 1, 1, 1, 1, NaN],
  averageOrderValue: [5, 500, 50, 60, 50, 50, 50, 50, 50, NaN],
  revenue: [45, 500, 50, 120, 50, 50, 50, 50, 50, 40],
};

it("finds frequent small buyers, single large orders and long sporadic customers", () => {
  expect(assignSpecialLists(columns)).toEqual({
    manySmall: Uint8Array.of(1, 0, 0, 0, 0, 0, 0, 0, 0, 0),
    oneLarge: Uint8Array.of(0, 1, 0, 0, 0, 0, 0, 0, 0, 0),
    longSporadic: Uint8Array.of(0, 0, 0, 1, 0, 0, 0, 0, 0, 0),
  });
});

it("lists nobody for a single large order when the largest customer ordered twice", () => {
  const orders = [9, 2, 1, 2, 1, 1, 1, 1, 1, 1];
  expect(assignSpecialLists({ ...columns, orders }).oneLarge).toEqual(new Uint8Array(10));
});

it("leaves the lists that need money out where there is none", () => {
  const lists = assignSpecialLists({ ...columns, averageOrderValue: null, revenue: null });
  expect([lists.manySmall, lists.oneLarge, lists.longSporadic[3]]).toEqual([null, null, 1]);
});
