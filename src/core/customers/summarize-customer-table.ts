import { InputError } from "../issues";
import type { CategoryAttribute } from "../transactions/columns";
import type { CustomerTable } from "./customer-table";
import { joinCustomerTable } from "./customer-table";
import type { KnownMeasures } from "./derive-measures";
import { completeMeasures, computeProfit } from "./derive-measures";
import { findExtreme } from "./report-rows";
import { roundSum, sumRounded } from "./sums";
import type { Summary, ValueReason } from "./summary";

/** How a table of ready figures becomes a summary. */
export interface CustomerTableOptions {
  /** Customers are judged on the morning of this day; the latest snapshot or the day after the last purchase when not given. */
  readonly asOfDay?: number | null;
  readonly includeAcquisitionCost?: boolean;
}

/**
 * A summary of a table with a row per customer: recency, orders, revenue and the like are taken as they are, what follows from them is
 * added, everything else is blank.
 *
 * @param table rows by customer
 * @throws InputError `noCustomers` when the table has no usable row
 */
export function summarizeCustomerTable(table: CustomerTable, options: CustomerTableOptions = {}): Summary {
  const ids = table.customerIds;
  if (ids.length === 0) throw new InputError("noCustomers", [], table.issues);
  const { numbers } = table;
  const asOfDay = options.asOfDay ?? findAsOf(table);
  const joinDay = numbers.joinDate ?? numbers.firstDate;
  const known: KnownMeasures = {
    ...(numbers.firstDate && { firstDay: numbers.firstDate }),
    ...(numbers.lastDate && { lastDay: numbers.lastDate }),
    ...(numbers.orders && { orders: numbers.orders }),
    ...(numbers.quantity && { units: numbers.quantity }),
    ...(numbers.discount && { averageDiscount: numbers.discount }),
  };
  const until = ids.map(
    (_, row) => (options.asOfDay == null ? (numbers.snapshotDate?.[row] ?? asOfDay) : asOfDay) ?? NaN,
  );
  const recencyDays = numbers.recencyDays ?? numbers.lastDate?.map((day, row) => until[row] - day);
  const tenureDays = numbers.tenureDays ?? joinDay?.map((day, row) => until[row] - day);
  if (recencyDays) known.recencyDays = recencyDays;
  if (tenureDays) known.tenureDays = tenureDays;

  let reason: ValueReason = "noMoney";
  const revenue = numbers.amount;
  if (revenue !== undefined) {
    const margin =
      numbers.margin ?? (table.margin === null ? undefined : new Float64Array(ids.length).fill(table.margin));
    const cost = numbers.cost ?? margin?.map((share, row) => roundSum(revenue[row] * (1 - share)));
    const { acquisitionCost } = numbers;
    const includeAcquisitionCost = options.includeAcquisitionCost ?? false;
    const parts = computeProfit({
      revenue,
      cost,
      serviceCost: numbers.serviceCost,
      acquisitionCost,
      profit: numbers.profit,
      includeAcquisitionCost,
    });
    Object.assign(known, { revenue }, parts.measures);
    reason = findReason(table, parts.known);
  } else if (numbers.profit !== undefined) {
    known.profit = numbers.profit;
    reason = "profitColumn";
  }
  const hasProfit = reason !== "noMoney" && reason !== "noCost";
  const { measures, names } = completeMeasures(known, ids.length, hasProfit);
  const texts = joinCustomerTable(table, ids, false).texts;
  const main = (role: "category" | "channel" | "region"): CategoryAttribute | null => texts[role] ?? null;
  const orderCounts = numbers.orders?.filter((value) => value === value);
  const share = (test: (value: number) => boolean): number | null =>
    orderCounts === undefined || orderCounts.length === 0 ? null : orderCounts.filter(test).length / orderCounts.length;
  return {
    customers: {
      ...measures,
      ids,
      known: names,
      mainCategory: main("category"),
      mainChannel: main("channel"),
      mainRegion: main("region"),
      attributes: table.attributes,
    },
    purchaseDays: null,
    report: {
      rows: { ...table.rows, refundOnly: 0 },
      issues: table.issues,
      period: {
        firstDay: findExtreme(measures.firstDay, -1),
        lastDay: findExtreme(measures.lastDay, 1),
        asOfDay,
        fromDay: null,
      },
      customers: ids.length,
      orders: names.has("orders") ? sumRounded(measures.orders) : null,
      purchaseLines: 0,
      refundLines: 0,
      mergedLines: 0,
      zeroLines: 0,
      duplicateLines: 0,
      revenue: names.has("revenue") ? sumRounded(measures.revenue) : null,
      profit: names.has("profit") ? sumRounded(measures.profit) : null,
      valueBasis: reason === "noMoney" ? null : reason === "noCost" ? "revenue" : "profit",
      valueReason: reason,
      costMissing: 0,
      refundRate: null,
      repeatRate: share((orders) => orders >= 2),
      oneOrderShare: share((orders) => orders === 1),
      refundOnlyCustomers: [],
      refundOnlyAmount: 0,
      unknownCustomer: null,
      joined: null,
      currency: null,
      dateOrder: null,
      attributesLeftOut: table.attributesLeftOut,
    },
  };
}

function findAsOf({ numbers }: CustomerTable): number | null {
  const snapshot = numbers.snapshotDate === undefined ? null : findExtreme(numbers.snapshotDate, 1);
  if (snapshot !== null) return snapshot;
  const last = numbers.lastDate === undefined ? null : findExtreme(numbers.lastDate, 1);
  return last === null ? null : last + 1;
}

function findReason({ numbers, margin }: CustomerTable, known: boolean): ValueReason {
  if (!known) return "noCost";
  if (numbers.profit !== undefined) return "profitColumn";
  if (numbers.cost !== undefined) return "costColumn";
  if (numbers.margin !== undefined) return "marginColumn";
  return margin === null ? "serviceCost" : "margin";
}
