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

/** Thresholds of the three lists; plain JSON. Null where a column is blank for everyone. */
export interface SpecialListModel {
  readonly orders: number | null;
  readonly tenureDays: number | null;
  readonly ordersPerYear: number | null;
  readonly averageOrderValue: number | null;
  /** Lowest revenue among the top 10%. */
  readonly largeRevenue: number | null;
}

const TOP_BASIS_POINTS = 1000;

/**
 * What the three lists of {@link assignSpecialLists} are cut by.
 *
 * The top 10% are counted half up.
 *
 * @param columns   columns of equal length
 * @param threshold what separates high from low in every column, default `mean`
 */
export function computeSpecialListModel(columns: SpecialListColumns, threshold: Threshold = "mean"): SpecialListModel {
  const find = (values: ArrayLike<number> | null): number | null => {
    const found = values === null ? NaN : computeThreshold(values, threshold);
    return Number.isFinite(found) ? found : null;
  };
  const { revenue } = columns;
  const order = revenue === null ? new Int32Array(0) : sortIndices(revenue, true);
  const large = computeShareCount(TOP_BASIS_POINTS, order.length);
  return {
    orders: find(columns.orders),
    tenureDays: find(columns.tenureDays),
    ordersPerYear: find(columns.ordersPerYear),
    averageOrderValue: find(columns.averageOrderValue),
    largeRevenue: revenue === null || large === 0 ? null : revenue[order[large - 1]],
  };
}

/**
 * Three lists of customers that the scores alone do not show.
 *
 * High means strictly above the threshold; revenue is among the top 10% from the lowest revenue of that group on. A blank is on no list that
 * needs it.
 *
 * @param columns columns of equal length
 * @param model   thresholds, of these customers unless they are judged by an earlier run
 */
export function assignSpecialLists(
  columns: SpecialListColumns,
  model: SpecialListModel = computeSpecialListModel(columns),
): SpecialLists {
  const { orders, tenureDays, ordersPerYear, averageOrderValue, revenue } = columns;
  const large = model.largeRevenue ?? Infinity;
  return {
    manySmall: averageOrderValue && flagHighAndLow(orders, model.orders, averageOrderValue, model.averageOrderValue),
    oneLarge: revenue && Uint8Array.from(revenue, (amount, i) => Number(orders[i] === 1 && amount >= large)),
    longSporadic: flagHighAndLow(tenureDays, model.tenureDays, ordersPerYear, model.ordersPerYear),
  };
}

function flagHighAndLow(
  high: ArrayLike<number>,
  above: number | null,
  low: ArrayLike<number>,
  notAbove: number | null,
): Uint8Array {
  if (above === null || notAbove === null) return new Uint8Array(high.length);
  return Uint8Array.from({ length: high.length }, (_, i) => Number(high[i] > above && low[i] <= notAbove));
}
