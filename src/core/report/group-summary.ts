import type { Summary } from "../customers/summary";
import type { CustomerValue } from "../customers/customer-value";
import { computeMedianByGroup, countGroups, sumByGroup } from "../math/groups";
import { computeSum } from "../math/statistics";
import type { GroupSummary } from "./analysis";

/**
 * Totals of each group of a lens whose groups overlap: a customer counts in every group they belong to.
 *
 * @param members per group 1 for every customer who belongs to it
 * @param ids     ids of the groups
 */
export function summarizeMembers(
  members: readonly Uint8Array[],
  ids: readonly string[],
  summary: Summary,
  value: CustomerValue,
): GroupSummary[] {
  return members.flatMap((flags, group) =>
    summarizeGroups(
      Int32Array.from(flags, (flag) => flag - 1),
      [ids[group]],
      summary,
      value,
    ),
  );
}

/**
 * Totals of each group of a lens.
 *
 * @param codes index into `ids` per customer, -1 for none
 * @param ids   ids of the groups
 * @returns one summary per group in their order; shares are of all customers, money is NaN where none is known
 */
export function summarizeGroups(
  codes: Int32Array,
  ids: readonly string[],
  summary: Summary,
  value: CustomerValue,
): GroupSummary[] {
  const { customers } = summary;
  const count = ids.length;
  const sizes = countGroups(codes, count);
  const hasMoney = value.basis !== "none";
  const total = (values: ArrayLike<number>) => ({ sums: sumByGroup(codes, count, values), all: computeSum(values) });
  const revenue = total(customers.revenue);
  const profit = total(customers.profit);
  const worth = total(value.values);
  const orders = total(customers.orders);
  const recency = computeMedianByGroup(codes, count, customers.recencyDays);
  const medianOrders = computeMedianByGroup(codes, count, customers.orders);
  const medianRevenue = computeMedianByGroup(codes, count, customers.revenue);
  const share = (part: number, whole: number) => (whole === 0 ? NaN : part / whole);
  const money = (amount: number) => (hasMoney ? amount : NaN);
  return ids.map((id, group) => ({
    id,
    customers: sizes[group],
    customerShare: share(sizes[group], codes.length),
    orders: orders.sums[group],
    revenue: money(revenue.sums[group]),
    revenueShare: money(share(revenue.sums[group], revenue.all)),
    profit: value.basis === "profit" ? profit.sums[group] : NaN,
    profitShare: value.basis === "profit" ? share(profit.sums[group], profit.all) : NaN,
    meanValue: money(share(worth.sums[group], sizes[group])),
    valueShare: money(share(worth.sums[group], worth.all)),
    averageOrderValue: money(share(revenue.sums[group], orders.sums[group])),
    medianRecencyDays: recency[group],
    medianOrders: medianOrders[group],
    medianRevenue: money(medianRevenue[group]),
  }));
}
