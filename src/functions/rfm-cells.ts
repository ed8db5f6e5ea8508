import type { Cell } from "../core/transactions/cells";
import type { PurchaseCells, RfmFailure, RfmTable } from "../engine/worksheet/summarize-rfm";
import { hasHeader, rfmScoreMethods, summarizeRfm } from "../engine/worksheet/summarize-rfm";

import { isBlankOrZero, isOmitted, readDates, readIds, readLine } from "./cells";
import { buildUnavailableError, buildValueError } from "./function-error";
import { checkInput, checkOutput } from "./limits";
import { readBins, readChoice, readDayOption, readHeaders } from "./options";
import { resultNames } from "./words";

/** Arguments of CVM.RFM as Excel hands them over. */
export interface RfmArguments {
  readonly customers: unknown;
  readonly dates: unknown;
  readonly amounts: unknown;
  readonly asOf: unknown;
  readonly bins: unknown;
  readonly method: unknown;
  readonly headers: unknown;
}

/** The header row; the same in every language, so that formulas can refer to it. */
const columnNames = ["customer", "days_since_last", "orders", "amount", "R", "F", "M", "score", "segment"];

/** CVM.RFM: a header row and a row per customer in ascending order. */
export function rfmCells({ customers, dates, amounts, asOf, bins, method, headers }: RfmArguments): unknown[][] {
  const options = {
    asOfDay: readDayOption("as_of", asOf),
    bins: readBins(bins),
    method: readChoice("method", method, rfmScoreMethods),
  };
  const header = readHeaders(headers);
  const all = readPurchases(customers, dates, amounts);
  const purchases = (header ?? hasHeader(all)) ? dropFirst(all) : all;
  checkInput(purchases.customers.length, purchases.customers.length * (purchases.amounts === null ? 2 : 3));
  const table = summarizeRfm(purchases, options);
  if ("failure" in table) throw explainFailure(table);
  checkOutput(table.customers.length + 1, columnNames.length);
  return [columnNames, ...buildRows(table)];
}

/** The three columns without the rows at the end that are blank in all of them. */
function readPurchases(customerRange: unknown, dateRange: unknown, amountRange: unknown): PurchaseCells {
  const lines = [readLine("customers", customerRange), readLine("dates", dateRange)];
  if (!isOmitted(amountRange)) lines.push(readLine("amounts", amountRange));
  const lengths = lines.map(({ cells }) => cells.length);
  if (lengths.some((length) => length !== lengths[0]))
    throw buildValueError("unequalLengths", { lengths: lengths.join(", ") });
  let [count] = lengths;
  while (count > 0 && lines.every(({ cells }) => isBlankOrZero(cells[count - 1]))) count--;
  const [customers, dates, amounts] = lines.map(({ cells }): Cell[] => cells.slice(0, count));
  return { customers: readIds(customers), dates: readDates(dates), amounts: amounts ?? null };
}

function dropFirst({ customers, dates, amounts }: PurchaseCells): PurchaseCells {
  return { customers: customers.slice(1), dates: dates.slice(1), amounts: amounts?.slice(1) ?? null };
}

function explainFailure(failure: RfmFailure): Error {
  if (failure.failure === "mixedCurrency")
    return buildValueError("mixedCurrency", { currencies: failure.currencies.join(", ") });
  if (failure.failure === "noPurchases") return buildUnavailableError("noPurchases");
  return buildUnavailableError("noPurchasesBefore", { date: failure.date });
}

function buildRows({ customers, recencyDays, orders, revenue, scores, codes, segments }: RfmTable): unknown[][] {
  const names = resultNames.groups["rf-map"];
  const show = (value: number) => (Number.isFinite(value) ? value : "");
  const { recency, frequency, monetary } = scores;
  return customers.map((customer, i) => {
    const segment = segments[i];
    return [
      customer,
      recencyDays[i],
      orders[i],
      show(revenue[i]),
      recency[i],
      frequency[i],
      monetary === null ? "" : monetary[i],
      codes[i],
      segment === null ? "" : names[segment].name,
    ];
  });
}
