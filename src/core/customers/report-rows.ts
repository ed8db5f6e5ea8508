import type { Transactions } from "../transactions/transactions";
import type { SelectedLines } from "./select-lines";
import { PURCHASE } from "./select-lines";
import { ExactSum, roundSum, sumRounded } from "./sums";
import type { DataReport, Measures, ValueReason } from "./summary";

/** What the report needs beside lines and measures. */
export interface ReportContext {
  readonly fromDay: number | null;
  readonly valueReason: ValueReason;
  /** Number of days with a purchase, over all customers. */
  readonly purchaseDays: number;
  readonly joined: DataReport["joined"];
}

/** What the report says about the lines themselves. */
export interface LineCounts extends Pick<
  DataReport,
  | "rows"
  | "issues"
  | "purchaseLines"
  | "refundLines"
  | "zeroLines"
  | "duplicateLines"
  | "costMissing"
  | "refundOnlyCustomers"
  | "refundOnlyAmount"
  | "unknownCustomer"
  | "currency"
  | "dateOrder"
  | "attributesLeftOut"
> {
  readonly hasMoney: boolean;
  readonly asOfDay: number;
}

/** Counts the lines, and adds up those that belong to no customer of the summary. */
export function countLines(transactions: Transactions, selected: SelectedLines, fromDay: number | null): LineCounts {
  const { reading, amount, customer, customerIds } = transactions;
  const { lines, part, log, unknownLines, refundOnlyCustomers } = selected;
  const hasMoney = reading.money !== null;
  let purchaseLines = selected.hasRefunds ? 0 : lines.length;
  if (selected.hasRefunds) for (let i = 0; i < lines.length; i++) if (part[lines[i]] === PURCHASE) purchaseLines++;
  const unknown = unknownLines.length > 0 ? sumUnknown(transactions, unknownLines) : null;
  const onlyRefunds = new Set(refundOnlyCustomers);
  const refundOnlyAmount = new ExactSum();
  if (hasMoney && onlyRefunds.size > 0) {
    const inPeriod = (line: number): boolean =>
      transactions.day[line] < selected.asOfDay && (fromDay === null || transactions.day[line] >= fromDay);
    for (let line = 0; line < amount.length; line++) {
      if (onlyRefunds.has(customer[line]) && inPeriod(line)) refundOnlyAmount.add(amount[line]);
    }
  }
  return {
    hasMoney,
    asOfDay: selected.asOfDay,
    rows: {
      read: reading.read,
      blank: reading.blank,
      used: lines.length + unknownLines.length,
      excluded: reading.excluded + selected.excluded,
      refundOnly: selected.refundOnly,
    },
    issues: log.list(reading.issues),
    purchaseLines,
    refundLines: lines.length - purchaseLines,
    zeroLines: log.count("R10"),
    duplicateLines: log.count("R13"),
    costMissing: reading.costMissing,
    refundOnlyCustomers: refundOnlyCustomers.map((code) => customerIds[code]),
    refundOnlyAmount: refundOnlyAmount.take(),
    unknownCustomer: unknown === null ? null : { rows: unknownLines.length, ...unknown },
    currency: reading.currency,
    dateOrder: reading.dateOrder,
    attributesLeftOut: reading.attributesLeftOut,
  };
}

/** The data report: what is known of the lines, and what the measures of the customers say. */
export function completeReport(
  { hasMoney, asOfDay, ...lines }: LineCounts,
  measures: Measures,
  context: ReportContext,
): DataReport {
  const { orders } = measures;
  const customers = orders.length;
  const unknown = lines.unknownCustomer;
  const returned = sumRounded(measures.refundAmount);
  const taken = sumRounded(measures.revenue) + returned;
  return {
    ...lines,
    period: {
      firstDay: findExtreme(measures.firstDay, -1),
      lastDay: findExtreme(measures.lastDay, 1),
      asOfDay,
      fromDay: context.fromDay,
    },
    customers,
    orders: sumRounded(orders),
    mergedLines: lines.purchaseLines - context.purchaseDays,
    revenue: hasMoney ? roundSum(sumRounded(measures.revenue) + (unknown?.revenue ?? 0)) : null,
    profit: hasMoney ? roundSum(sumRounded(measures.profit) + (unknown?.profit ?? 0)) : null,
    valueBasis: context.valueReason === "noMoney" ? null : context.valueReason === "noCost" ? "revenue" : "profit",
    valueReason: context.valueReason,
    refundRate: hasMoney && taken > 0 ? returned / taken : null,
    repeatRate: countValues(orders, 2, Infinity) / customers,
    oneOrderShare: countValues(orders, 1, 1) / customers,
    joined: context.joined,
  };
}

/** How many values lie between two bounds, both included. */
function countValues(values: Float64Array, least: number, most: number): number {
  let count = 0;
  for (let i = 0; i < values.length; i++) if (values[i] >= least && values[i] <= most) count++;
  return count;
}

function sumUnknown(
  { amount, cost, profit, reading }: Transactions,
  lines: Int32Array,
): { revenue: number; profit: number } {
  const revenue = new ExactSum();
  const earned = new ExactSum();
  if (reading.money === null) return { revenue: 0, profit: 0 };
  for (const line of lines) {
    revenue.add(amount[line]);
    earned.add(profit === null ? amount[line] - (cost === null ? 0 : cost[line]) : profit[line]);
  }
  return { revenue: revenue.take(), profit: earned.take() };
}

/** The smallest (direction -1) or largest (1) number present, null without one. */
export function findExtreme(values: Float64Array, direction: -1 | 1): number | null {
  let best = NaN;
  for (let i = 0; i < values.length; i++)
    if (!(values[i] * direction <= best * direction) && values[i] === values[i]) best = values[i];
  return best === best ? best : null;
}
