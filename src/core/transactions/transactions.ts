import type { Issue, IssueCode } from "../issues";
import type { Attribute, TextColumn } from "./columns";

/** Where the money of a line comes from; null where the rows hold none. */
export type MoneySource = "amount" | "quantityPrice" | "price" | null;

/** Where the cost of a line comes from; null where nothing tells it. */
export type CostSource = "profitColumn" | "costColumn" | "marginColumn" | "margin" | null;

/** Bits of {@link Transactions.flags}: what is odd about a line that is in use. */
export const lineFlags = {
  R03: 1 << 0,
  R06: 1 << 1,
  R07: 1 << 2,
  R08: 1 << 3,
  R09: 1 << 4,
  R10: 1 << 5,
  R11: 1 << 6,
  R12: 1 << 7,
  R13: 1 << 8,
  R14: 1 << 9,
  R15: 1 << 10,
  R16: 1 << 11,
  R17: 1 << 12,
  R20: 1 << 13,
  R22: 1 << 14,
} as const satisfies Partial<Record<IssueCode, number>>;

/** What reading found, apart from the lines themselves. */
export interface ReadingReport {
  /** Rows read; blank ones among them. */
  readonly read: number;
  readonly blank: number;
  /** Rows left out by reading. */
  readonly excluded: number;
  /** Rows left out, by code, and issues about columns. */
  readonly issues: readonly Issue[];
  readonly money: MoneySource;
  readonly costSource: CostSource;
  /** Lines whose cost cell is blank: their cost comes from the next source, the last being a margin of 100 %. */
  readonly costMissing: number;
  /** How dates whose day and month could be swapped were read. */
  readonly dateOrder: "dayFirst" | "monthFirst";
  /** Whether R12 made lines refunds; false also where too few of the prefixed orders were negative to believe the prefix. */
  readonly cancelledActive: boolean;
  /** Whether ids that differ in case or zeros were joined. */
  readonly idsMerged: boolean;
  /** Currency of the amounts where a cell names it. */
  readonly currency: string | null;
  /** Attribute columns left out because they have too many distinct texts. */
  readonly attributesLeftOut: readonly string[];
}

/**
 * The usable lines, in the order of the input, by columns of equal length. Columns that the input does not have are null.
 *
 * Customers and labels are in standard order, so that their codes do not depend on the order of the rows.
 */
export interface Transactions {
  readonly lineCount: number;
  /** Position of the line in the source, from 0. */
  readonly rows: Int32Array;
  readonly customerIds: readonly string[];
  /** Index into `customerIds`, -1 for the one unknown customer. */
  readonly customer: Int32Array;
  /** Days since 1970-01-01. */
  readonly day: Int32Array;
  /** 0..23, -1 unknown. */
  readonly hour: Int8Array;
  /** Money of the line; NaN without money. */
  readonly amount: Float64Array;
  /** 1 for a refund or cancelled line. */
  readonly isRefund: Uint8Array;
  /** Sums of bits of {@link lineFlags}. */
  readonly flags: Uint16Array;
  /** Index into `orderIds`, negative where the line names none. */
  readonly order: Int32Array | null;
  /** In order of first appearance. */
  readonly orderIds: readonly string[];
  readonly quantity: Float64Array | null;
  /** Cost of the line with the sign of its amount. */
  readonly cost: Float64Array | null;
  /** Profit of the line where a column holds it. */
  readonly profit: Float64Array | null;
  readonly serviceCost: Float64Array | null;
  /** Discount as share of the list amount. */
  readonly discountShare: Float64Array | null;
  readonly product: TextColumn | null;
  readonly category: TextColumn | null;
  readonly channel: TextColumn | null;
  readonly region: TextColumn | null;
  /** Other columns, those with a role included. */
  readonly attributes: readonly Attribute[];
  readonly reading: ReadingReport;
}
