import { sortIndices } from "../math/index-sort";
import { computeShareCount } from "../math/share-count";
import type { Threshold } from "../math/threshold";
import { computeThreshold } from "../math/threshold";

/** Columns the lists look at, one entry per customer in standard order, NaN = blank; money columns null where the data have no money. */
export interface SpecialListColumns {
  orders: ArrayLike<number>;
  tenureDays: ArrayLike<number>;
  ordersPerYear: ArrayLike<number>;
  averageOrderValue: ArrayLike<number> | null;
  revenue: ArrayLike<number> | null;
}

/** Membership of three lists, 1 = on the list; a customer may be on several. Null where the list needs money and there is none. */
export interface SpecialLists {
  /** Many orders of small value: orders high, average order value not high. */
  manySmall: Uint8Array | null;
  /** One order, and revenue among the top 10% of customers. */
  oneLarge: Uint8Array | null;
  /** Long a customer but seldom seen: tenure high, orders per year not high. */
  longSporadic: Uint8Array;
}

/**
 * Three lists of customers that the scores alone do not show.
 *
 * High means strictly above the threshold. The top 10% are counted half up, largest revenue first, ties in standard order. A blank is on no
 * list that needs it.
 *
 * @param columns   columns of equal length
 * @param threshold what separates high from low in every column, default `mean`
 */
export function assignSpecialLists(columns: SpecialListColumns, threshold: Threshold = "mean"): SpecialLists {
  const { orders, tenureDays, ordersPerYear, averageOrderValue, revenue } = columns;
  return {
    manySmall: averageOrderValue && flagHighAndLow(orders, averageOrderValue, threshold),
    oneLarge: revenue && flagOneLarge(orders, revenue),
    longSporadic: flagHighAndLow(tenureDays, ordersPerYear, threshold),
  };
}

function flagHighAndLow(high: ArrayLike<number>, low: ArrayLike<number>, threshold: Threshold): Uint8Array {
  const above = computeThreshold(high, threshold);
  const notAbove = computeThreshold(low, threshold);
  return Uint8Array.from({ length: high.length }, (_, i) => Number(high[i] > above && low[i] <= notAbove));
}

function flagOneLarge(orders: ArrayLike<number>, revenue: ArrayLike<number>): Uint8Array {
  const flags = new Uint8Array(orders.length);
  const order = sortIndices(revenue, true);
  for (const customer of order.subarray(0, computeShareCount(1000, order.length))) {
    if (orders[customer] === 1) flags[customer] = 1;
  }
  return flags;
}
