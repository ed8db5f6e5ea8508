import { measureRfm } from "../../core/customers/measure-rfm";
import { formatIsoDay } from "../../core/days";
import { InputError } from "../../core/issues";
import type { RfMapGroup } from "../../core/rfm/rf-map";
import { RF_MAP_GROUPS, assignRfMap } from "../../core/rfm/rf-map";
import { formatRfmCodes } from "../../core/rfm/rfm-code";
import type { RfmScoreColumns } from "../../core/rfm/measures";
import type { ScoreMethod } from "../../core/rfm/score-rfm";
import { readScoreColumns, scoreRfm } from "../../core/rfm/score-rfm";
import type { Cell } from "../../core/transactions/cells";
import { findHeaderRow, headerSearchRows } from "../../core/transactions/find-header";
import { createTransactionReader } from "../../core/transactions/transaction-reader";
import type { Transactions } from "../../core/transactions/transactions";

/** Ways to score R, F and M that need nothing but the purchases. */
export const rfmScoreMethods = [
  "quantile",
  "rank",
  "ntile",
  "plusOne",
  "natural",
  "nested",
] as const satisfies readonly ScoreMethod[];

/** Columns of purchases of equal length; number cells among the dates are days since 1970-01-01. */
export interface PurchaseCells {
  readonly customers: readonly Cell[];
  readonly dates: readonly Cell[];
  /** Null where the purchases have no money. */
  readonly amounts: readonly Cell[] | null;
}

/** How purchases become scores. */
export interface RfmOptions {
  /** Days since 1970-01-01; null takes the day after the last purchase. */
  readonly asOfDay: number | null;
  /** 2..10. */
  readonly bins: number;
  readonly method: (typeof rfmScoreMethods)[number];
}

/** A row per customer in standard order, by columns. */
export interface RfmTable {
  /** A number where every purchase of the customer has its id as a number. */
  readonly customers: readonly (string | number)[];
  readonly recencyDays: Float64Array;
  readonly orders: Float64Array;
  /** NaN without money. */
  readonly revenue: Float64Array;
  /** 1..bins, 0 = none. */
  readonly scores: RfmScoreColumns;
  readonly codes: readonly string[];
  readonly segments: readonly (RfMapGroup | null)[];
}

/** Why there is no table, with what the sentence about it needs. */
export type RfmFailure =
  | { readonly failure: "noPurchases" }
  | { readonly failure: "noPurchasesBefore"; readonly date: string }
  | { readonly failure: "mixedCurrency"; readonly currencies: readonly string[] };

/** Whether the first row of the columns is a header, judged as a sheet's header is found. */
export function hasHeader({ customers, dates, amounts }: PurchaseCells): boolean {
  const columns = amounts === null ? [customers, dates] : [customers, dates, amounts];
  const rows = Array.from({ length: Math.min(headerSearchRows, customers.length) }, (_, row) =>
    columns.map((column) => column[row]),
  );
  return findHeaderRow(rows) === 0;
}

/**
 * RFM of all customers by the steps of a full run with its default settings, but for one: there is no today, so that dates in the future are
 * ordinary dates and the same purchases give the same table on every day.
 */
export function summarizeRfm(purchases: PurchaseCells, { asOfDay, bins, method }: RfmOptions): RfmTable | RfmFailure {
  try {
    const transactions = readPurchases(purchases);
    if (asOfDay !== null && isAllLater(transactions, asOfDay))
      return { failure: "noPurchasesBefore", date: formatIsoDay(asOfDay) };
    const { ids, recencyDays, orders, revenue } = measureRfm(transactions, asOfDay);
    const monetary = transactions.reading.money === null ? null : revenue;
    const scores = readScoreColumns(scoreRfm({ recencyDays, orders, monetary }, { bins, method }));
    return {
      customers: restoreNumbers(ids, transactions, purchases.customers),
      recencyDays,
      orders,
      revenue,
      scores,
      codes: formatRfmCodes(scores, bins),
      segments: Array.from(assignRfMap(scores, { bins }), (code) => (code < 0 ? null : RF_MAP_GROUPS[code])),
    };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    if (error.code === "mixedCurrency") return { failure: "mixedCurrency", currencies: error.details };
    if (error.code === "noCustomers" || error.code === "noUsableRows") return { failure: "noPurchases" };
    throw error;
  }
}

function readPurchases({ customers, dates, amounts }: PurchaseCells): Transactions {
  const columns = amounts === null ? [customers, dates] : [customers, dates, amounts];
  const reader = createTransactionReader({
    headers: ["customer", "date", "amount"].slice(0, columns.length),
    columns: amounts === null ? { customer: 0, date: 1 } : { customer: 0, date: 1, amount: 2 },
    attributes: [],
    today: Infinity,
  });
  reader.push({ firstRow: 0, rowCount: customers.length, columns });
  return reader.finish();
}

function isAllLater({ lineCount, day }: Transactions, asOfDay: number): boolean {
  for (let line = 0; line < lineCount; line++) if (day[line] < asOfDay) return false;
  return lineCount > 0;
}

/** Ids that came as numbers go back as numbers, so that lookups by the user's own cells find them. */
function restoreNumbers(
  ids: readonly string[],
  { lineCount, rows, customer, customerIds }: Transactions,
  cells: readonly Cell[],
): (string | number)[] {
  const numbers = new Map<string, number | null>();
  for (let line = 0; line < lineCount; line++) {
    if (customer[line] < 0) continue;
    const cell = cells[rows[line]];
    const id = customerIds[customer[line]];
    if (typeof cell !== "number") numbers.set(id, null);
    else if (!numbers.has(id)) numbers.set(id, cell);
  }
  return ids.map((id) => numbers.get(id) ?? id);
}
