import type { Issue } from "../issues";
import type { Attribute, CategoryAttribute } from "../transactions/columns";
import type { LineTables } from "./line-tables";

/** Names of the measures of a customer. */
export const measureNames = [
  "firstDay",
  "lastDay",
  "recencyDays",
  "tenureDays",
  "orders",
  "purchaseDays",
  "frequency",
  "ageAtLastDays",
  "observedDays",
  "units",
  "revenue",
  "averageOrderValue",
  "monetaryMean",
  "cost",
  "serviceCost",
  "acquisitionCost",
  "totalCost",
  "profit",
  "marginShare",
  "profitRate",
  "profitShare",
  "revenueShare",
  "gapMedianDays",
  "gapCount",
  "gapUsedDays",
  "idleRatio",
  "ordersPerYear",
  "annualSpend",
  "averageDiscount",
  "breadth",
  "recentAmount",
  "previousAmount",
  "trendShare",
  "refundAmount",
] as const;

/** Name of a measure of a customer. */
export type MeasureName = (typeof measureNames)[number];

/**
 * One number per customer and measure, in customer order; NaN is blank.
 *
 * `firstDay` and `lastDay` are the first and last day with a purchase (days since 1970-01-01); `recencyDays` runs from the last purchase
 * to the as-of date, `tenureDays` from the first one (or the day the customer joined). `orders` are distinct order ids, else days with a
 * purchase; `frequency` is `purchaseDays` - 1. `ageAtLastDays` and `observedDays` run from the first purchase to the last one and to the
 * day before the as-of date. `revenue` includes refunds as asked for, `monetaryMean` is the mean of the sums of the purchase days after
 * the first one, 0 where there is none. `totalCost` = `cost` + `serviceCost` (+ `acquisitionCost`), `profit` = `revenue` - `totalCost` unless
 * the input holds profit; without any cost `profit` is `revenue` and costs are blank. `marginShare` is profit by revenue, `profitRate`
 * profit by total cost, the shares are those of all customers. `gapMedianDays` is the median time between `gapCount` + 1 successive purchase
 * days, `gapUsedDays` the one to judge silence by (own median from three gaps on, else the median of all medians; at least 7), `idleRatio`
 * is recency by it. Yearly figures count a tenure of less than a year as a year. `averageDiscount` is the mean share of the list amount,
 * weighted by amount. `breadth` counts categories, else products. `recentAmount` and `previousAmount` are the money of the last window
 * before the as-of date and of the window before, `trendShare` the change between them. `refundAmount` is the money given back, positive.
 */
export type Measures = Readonly<Record<MeasureName, Float64Array>>;

/** A row per customer in standard order, by columns. */
export interface CustomersTable extends Measures {
  readonly ids: readonly string[];
  /** Measures that hold a number for at least one customer. */
  readonly known: ReadonlySet<MeasureName>;
  /** The category, channel and region with most money of each customer; null where the input has no such column. */
  readonly mainCategory: CategoryAttribute | null;
  readonly mainChannel: CategoryAttribute | null;
  readonly mainRegion: CategoryAttribute | null;
  readonly attributes: readonly Attribute[];
}

/** Days with a purchase: those of customer `c` are entries `offsets[c]` to `offsets[c + 1]` - 1, ascending. */
export interface PurchaseDaysTable {
  readonly offsets: Int32Array;
  /** Days since 1970-01-01. */
  readonly day: Int32Array;
  /** Money of the day, refunds not taken off; NaN without money. */
  readonly amount: Float64Array;
}

/** Why value is what it is: where profit comes from, or why it is not known. */
export type ValueReason =
  "profitColumn" | "costColumn" | "marginColumn" | "margin" | "serviceCost" | "customerTable" | "noCost" | "noMoney";

/** What became of the rows, and totals over all customers. Unknown figures are null. */
export interface DataReport {
  /** `read` = `blank` + `used` + `excluded` + `refundOnly`. */
  readonly rows: {
    readonly read: number;
    readonly blank: number;
    readonly used: number;
    readonly excluded: number;
    readonly refundOnly: number;
  };
  readonly issues: readonly Issue[];
  /** Days since 1970-01-01; first and last day with a purchase. Null for a table of ready figures without dates. */
  readonly period: {
    readonly firstDay: number | null;
    readonly lastDay: number | null;
    readonly asOfDay: number | null;
    readonly fromDay: number | null;
  };
  readonly customers: number;
  readonly orders: number | null;
  readonly purchaseLines: number;
  readonly refundLines: number;
  /** Lines that share a purchase day with an earlier line of their customer. */
  readonly mergedLines: number;
  readonly zeroLines: number;
  readonly duplicateLines: number;
  readonly revenue: number | null;
  readonly profit: number | null;
  readonly valueBasis: "profit" | "revenue" | null;
  readonly valueReason: ValueReason;
  /** Lines in use without a cost of their own. */
  readonly costMissing: number;
  /** Money given back by money taken, of the customers in the table. */
  readonly refundRate: number | null;
  /** Customers with two orders or more, and with one, as share of all. */
  readonly repeatRate: number | null;
  readonly oneOrderShare: number | null;
  /** Customers who only gave back, with the sum of their lines. */
  readonly refundOnlyCustomers: readonly string[];
  readonly refundOnlyAmount: number;
  /** Lines without customer: they count in `revenue` and `profit` only. */
  readonly unknownCustomer: { readonly rows: number; readonly revenue: number; readonly profit: number } | null;
  /** How customers met the rows of the customer table; null without one. */
  readonly joined: { readonly matched: number; readonly withoutRow: number; readonly withoutPurchase: number } | null;
  readonly currency: string | null;
  readonly dateOrder: "dayFirst" | "monthFirst" | null;
  /** Columns left out of the attributes because they have too many distinct texts. */
  readonly attributesLeftOut: readonly string[];
}

/** Tables keyed by customer index: all that later stages see of the rows. */
export interface Summary {
  readonly customers: CustomersTable;
  /** Null for a table of ready figures. */
  readonly purchaseDays: PurchaseDaysTable | null;
  /** What was asked of the lines; left out where nothing was, and for a table of ready figures. */
  readonly lineTables?: LineTables;
  readonly report: DataReport;
}
