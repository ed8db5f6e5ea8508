import type { Transactions } from "../transactions/transactions";
import type { MoneyFacts } from "./compose-summary";
import { composeSummary } from "./compose-summary";
import { collectLineAttributes, pickMain } from "./line-attributes";
import { buildLineTables } from "./line-tables";
import {
  averageDiscounts,
  countDistinct,
  countOrders,
  listPurchaseDays,
  sumAmounts,
  sumLines,
  sumRefunds,
  sumWindow,
} from "./measure-lines";
import { countLines } from "./report-rows";
import type { SelectedLines } from "./select-lines";
import { selectLines } from "./select-lines";
import type { SummarizeOptions } from "./summarize-options";
import { readWindowDays } from "./summarize-options";
import type { Summary } from "./summary";

export type {
  CustomersTable,
  DataReport,
  MeasureName,
  Measures,
  PurchaseDaysTable,
  Summary,
  ValueReason,
} from "./summary";
export type { SummarizeOptions } from "./summarize-options";

/**
 * Turns lines into a row per customer.
 *
 * Nothing in the result depends on the order of the lines, except which rows the issues name first.
 *
 * @param transactions usable lines
 * @returns customers with at least one purchase line before the as-of date, in standard order
 * @throws InputError  `noCustomers` when there is none
 * @throws RangeError  when the window is not positive
 */
export function summarize(transactions: Transactions, options: SummarizeOptions = {}): Summary {
  const windowDays = readWindowDays(options);
  const fromDay = options.fromDay ?? null;
  const selected = selectLines(transactions, options.refunds ?? "net", fromDay, options.asOfDay ?? null);
  const purchaseDays = listPurchaseDays(selected);
  const { amount, quantity, category, product, discountShare, reading } = transactions;
  const varied = category ?? product;
  const main = (role: "category" | "channel" | "region", name: string) =>
    pickMain(name, transactions[role], transactions, selected);
  return composeSummary(
    {
      customerIds: selected.customerIds,
      idsMerged: reading.idsMerged,
      purchaseDays,
      orders: countOrders(transactions, selected, purchaseDays),
      attributes: collectLineAttributes(transactions, selected),
      units: quantity && sumLines(quantity, selected, 0),
      breadth: varied && countDistinct(varied.codes, varied.labels.length, selected),
      averageDiscount: discountShare && averageDiscounts(discountShare, amount, selected),
      money: reading.money === null ? null : sumMoney(transactions, selected, windowDays),
      mainCategory: main("category", "mainCategory"),
      mainChannel: main("channel", "mainChannel"),
      mainRegion: main("region", "mainRegion"),
      ...(options.lineTables && { lineTables: buildLineTables(transactions, selected, options.lineTables) }),
      lines: countLines(transactions, selected, fromDay),
    },
    options,
  );
}

function sumMoney(transactions: Transactions, selected: SelectedLines, windowDays: number): MoneyFacts {
  const { asOfDay } = selected;
  const sum = (column: Float64Array | null) => column && sumLines(column, selected, 0);
  return {
    costSource: transactions.reading.costSource,
    revenue: sumAmounts(selected),
    refundAmount: sumRefunds(transactions.amount, selected),
    recentAmount: sumWindow(selected, asOfDay - windowDays, asOfDay),
    previousAmount: sumWindow(selected, asOfDay - 2 * windowDays, asOfDay - windowDays),
    cost: sum(transactions.cost),
    profit: sum(transactions.profit),
    serviceCost: sum(transactions.serviceCost),
  };
}
