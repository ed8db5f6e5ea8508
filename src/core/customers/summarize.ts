import type { Attribute, CategoryAttribute } from "../transactions/columns";
import type { Transactions } from "../transactions/transactions";
import type { CustomerTable, JoinedTable } from "./customer-table";
import { joinCustomerTable } from "./customer-table";
import { averageRepeatDays, completeMeasures, computeProfit, measureGaps } from "./derive-measures";
import type { KnownMeasures } from "./derive-measures";
import type { LineRequest } from "./line-tables";
import { buildLineTables } from "./line-tables";
import { collectLineAttributes, pickMain } from "./line-attributes";
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
import { buildReport } from "./report-rows";
import type { RefundMode } from "./select-lines";
import { selectLines } from "./select-lines";
import { sumRounded } from "./sums";
import type { Summary, ValueReason } from "./summary";

export type {
  CustomersTable,
  DataReport,
  MeasureName,
  Measures,
  PurchaseDaysTable,
  Summary,
  ValueReason,
} from "./summary";

/** How lines become customers; days are counted from 1970-01-01. */
export interface SummarizeOptions {
  /** Customers are judged on the morning of this day; the day after the last purchase when not given. */
  readonly asOfDay?: number | null;
  /** Lines before this day are left out. */
  readonly fromDay?: number | null;
  /** How refund lines count; taken off the money of their customer when not given. */
  readonly refunds?: RefundMode;
  /** Length of the windows of `recentAmount` and `previousAmount`; 90 when not given. */
  readonly windowDays?: number;
  /** Whether profit bears what it cost to win the customer. */
  readonly includeAcquisitionCost?: boolean;
  /** Cost of serving all customers, spread by orders where no column tells it. */
  readonly serviceCostTotal?: number | null;
  /** Columns by customer from another table; they go before those of the lines. */
  readonly customerTable?: CustomerTable | null;
  /** Tables about the lines that are wanted; none when not given. */
  readonly lineTables?: LineRequest;
}

const WINDOW_DAYS = 90;

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
  const windowDays = options.windowDays ?? WINDOW_DAYS;
  if (!(windowDays > 0)) throw new RangeError(`windowDays must be positive; got ${windowDays}`);
  const selected = selectLines(
    transactions,
    options.refunds ?? "net",
    options.fromDay ?? null,
    options.asOfDay ?? null,
  );
  const { asOfDay, customerIds } = selected;
  const count = customerIds.length;
  const hasMoney = transactions.reading.money !== null;
  const purchaseDays = listPurchaseDays(selected);
  const { offsets, day } = purchaseDays;
  const orders = countOrders(transactions, selected, purchaseDays);
  const joined = options.customerTable
    ? joinCustomerTable(options.customerTable, customerIds, transactions.reading.idsMerged)
    : null;
  const attributes = mergeAttributes(collectLineAttributes(transactions, selected), joined);

  const firstDay = new Float64Array(count);
  const lastDay = new Float64Array(count);
  const dayCounts = new Float64Array(count);
  for (let customer = 0; customer < count; customer++) {
    firstDay[customer] = day[offsets[customer]];
    lastDay[customer] = day[offsets[customer + 1] - 1];
    dayCounts[customer] = offsets[customer + 1] - offsets[customer];
  }
  const { amount, quantity, category, product, discountShare } = transactions;
  const varied = category ?? product;
  const known: KnownMeasures = {
    firstDay,
    lastDay,
    recencyDays: lastDay.map((last) => asOfDay - last),
    tenureDays: measureTenure(firstDay, asOfDay, findNumbers(attributes, "joinDate")),
    orders,
    purchaseDays: dayCounts,
    ageAtLastDays: lastDay.map((last, customer) => last - firstDay[customer]),
    observedDays: firstDay.map((first) => asOfDay - 1 - first),
    ...measureGaps(purchaseDays),
    ...(quantity && { units: sumLines(quantity, selected, 0) }),
    ...(varied && { breadth: countDistinct(varied.codes, varied.labels.length, selected) }),
  };
  const averageDiscount =
    joined?.numbers.discount ?? (discountShare && averageDiscounts(discountShare, amount, selected));
  if (averageDiscount) known.averageDiscount = averageDiscount;

  let reason: ValueReason = "noMoney";
  if (hasMoney) {
    const revenue = sumAmounts(selected);
    const profit =
      joined?.numbers.profit ?? (transactions.profit ? sumLines(transactions.profit, selected, 0) : undefined);
    const cost = joined?.numbers.cost ?? (transactions.cost ? sumLines(transactions.cost, selected, 0) : undefined);
    const serviceCost =
      joined?.numbers.serviceCost ??
      findServiceCost(transactions, orders, options.serviceCostTotal ?? null, () => {
        return transactions.serviceCost ? sumLines(transactions.serviceCost, selected, 0) : undefined;
      });
    const parts = computeProfit({
      revenue,
      cost,
      serviceCost,
      acquisitionCost: findNumbers(attributes, "acquisitionCost"),
      profit,
      includeAcquisitionCost: options.includeAcquisitionCost ?? false,
    });
    Object.assign(known, parts.measures, {
      revenue,
      refundAmount: sumRefunds(amount, selected),
      monetaryMean: averageRepeatDays(purchaseDays),
      recentAmount: sumWindow(selected, asOfDay - windowDays, asOfDay),
      previousAmount: sumWindow(selected, asOfDay - 2 * windowDays, asOfDay - windowDays),
    } satisfies KnownMeasures);
    if (!parts.known) reason = "noCost";
    else if (joined?.numbers.profit ?? joined?.numbers.cost) reason = "customerTable";
    else reason = transactions.reading.costSource ?? "serviceCost";
  }
  const hasProfit = reason !== "noMoney" && reason !== "noCost";
  const { measures, names } = completeMeasures(known, count, hasProfit);
  const main = (role: "category" | "channel" | "region", name: string): CategoryAttribute | null =>
    joined?.texts[role] ?? pickMain(name, transactions[role], transactions, selected);
  return {
    customers: {
      ...measures,
      ids: customerIds,
      known: names,
      mainCategory: main("category", "mainCategory"),
      mainChannel: main("channel", "mainChannel"),
      mainRegion: main("region", "mainRegion"),
      attributes,
    },
    purchaseDays,
    ...(options.lineTables && { lineTables: buildLineTables(transactions, selected, options.lineTables) }),
    report: buildReport(transactions, selected, measures, {
      fromDay: options.fromDay ?? null,
      valueReason: reason,
      purchaseDays: day.length,
      joined: joined === null ? null : joined.counts,
    }),
  };
}

function measureTenure(firstDay: Float64Array, asOfDay: number, joinDay: Float64Array | undefined): Float64Array {
  return firstDay.map((first, customer) => {
    const joined = joinDay === undefined ? NaN : joinDay[customer];
    return asOfDay - (joined <= asOfDay ? joined : first);
  });
}

function findNumbers(attributes: readonly Attribute[], role: string): Float64Array | undefined {
  const attribute = attributes.find((entry) => entry.role === role && entry.kind === "number");
  return attribute?.kind === "number" ? attribute.numbers : undefined;
}

function findServiceCost(
  { serviceCost }: Transactions,
  orders: Float64Array,
  total: number | null,
  sum: () => Float64Array | undefined,
): Float64Array | undefined {
  if (serviceCost !== null || total === null) return sum();
  const all = sumRounded(orders);
  return orders.map((own) => (total * own) / all);
}

/** Columns of the joined table take the place of columns of the lines with their name or role. */
function mergeAttributes(own: readonly Attribute[], joined: JoinedTable | null): Attribute[] {
  if (joined === null) return [...own];
  const isReplaced = (attribute: Attribute): boolean =>
    joined.attributes.some(
      (other) => other.name === attribute.name || (other.role !== undefined && other.role === attribute.role),
    );
  return [...own.filter((attribute) => !isReplaced(attribute)), ...joined.attributes];
}
