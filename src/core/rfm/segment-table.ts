import { computeMedianByGroup, countGroups, sumByGroup } from "../math/groups";
import { computeSum } from "../math/statistics";
import type { RfmMeasures, RfmScoreColumns } from "./measures";
import { parseMeasureLength } from "./measures";
import { buildCells } from "./score-rfm";

/** One entry per group; NaN where a figure cannot be computed (an empty group, no money, a total of 0). */
export interface SegmentTable {
  customers: Int32Array;
  /** Share of all customers in the table, 0..1. */
  customerShare: Float64Array;
  orders: Float64Array;
  revenue: Float64Array;
  /** Share of the revenue of all customers given, with a group or without. */
  revenueShare: Float64Array;
  /** Revenue / orders. */
  averageOrderValue: Float64Array;
  medianRecencyDays: Float64Array;
  medianOrders: Float64Array;
  medianMonetary: Float64Array;
}

/**
 * Size, orders, money and typical customer of every segment.
 *
 * @param measures   `monetary` holds revenue here
 * @param codes      segment of each customer, 0..groupCount - 1; -1 = none, left out
 * @param groupCount number of segments
 * @throws RangeError when columns differ in length
 */
export function buildSegmentTable(measures: RfmMeasures, codes: ArrayLike<number>, groupCount: number): SegmentTable {
  if (parseMeasureLength(measures) !== codes.length) {
    throw new RangeError(`codes must have ${measures.orders.length} entries; got ${codes.length}`);
  }
  const { recencyDays, orders: orderCounts, monetary } = measures;
  const unknown = new Float64Array(groupCount).fill(NaN);
  const customers = countGroups(codes, groupCount);
  const total = computeSum(customers);
  const orders = sumByGroup(codes, groupCount, orderCounts);
  const revenue = monetary === null ? unknown : sumByGroup(codes, groupCount, monetary);
  const revenueTotal = monetary === null ? NaN : computeSum(monetary);
  return {
    customers,
    customerShare: Float64Array.from(customers, (count) => (total === 0 ? NaN : count / total)),
    orders,
    revenue,
    revenueShare: revenue.map((sum) => (revenueTotal > 0 ? sum / revenueTotal : NaN)),
    averageOrderValue: revenue.map((sum, group) => (orders[group] === 0 ? NaN : sum / orders[group])),
    medianRecencyDays: computeMedianByGroup(codes, groupCount, recencyDays),
    medianOrders: computeMedianByGroup(codes, groupCount, orderCounts),
    medianMonetary: monetary === null ? unknown.slice() : computeMedianByGroup(codes, groupCount, monetary),
  };
}

/** The R x F grid: entry (R score - 1) * bins + (F score - 1). */
export interface RfHeatMap {
  customers: Int32Array;
  /** Mean M of the cell's customers; NaN for an empty cell or where the data have no money. */
  meanMonetary: Float64Array;
}

/**
 * Customers and mean money in every combination of R and F score.
 *
 * @param columns  scores 1..bins, 0 = none, left out
 * @param monetary same length, NaN = blank; null where the data have no money
 */
export function buildRfHeatMap(columns: RfmScoreColumns, monetary: ArrayLike<number> | null, bins: number): RfHeatMap {
  const codes = Int32Array.from(buildCells(columns.recency, columns.frequency, bins), (cell) => cell - 1);
  const customers = countGroups(codes, bins * bins);
  if (monetary === null) return { customers, meanMonetary: new Float64Array(bins * bins).fill(NaN) };
  const known = countGroups(
    codes.map((code, i) => (Number.isNaN(monetary[i]) ? -1 : code)),
    bins * bins,
  );
  const sums = sumByGroup(codes, bins * bins, monetary);
  return { customers, meanMonetary: sums.map((sum, cell) => (known[cell] === 0 ? NaN : sum / known[cell])) };
}
