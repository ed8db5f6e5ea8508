import type { Attribute, CategoryAttribute } from "../transactions/columns";
import type { CostSource } from "../transactions/transactions";
import type { JoinedTable } from "./customer-table";
import { joinCustomerTable } from "./customer-table";
import type { KnownMeasures } from "./derive-measures";
import { averageRepeatDays, completeMeasures, computeProfit, measureGaps } from "./derive-measures";
import type { LineTables } from "./line-tables";
import type { LineCounts } from "./report-rows";
import { completeReport } from "./report-rows";
import type { SummarizeOptions } from "./summarize-options";
import { sumRounded } from "./sums";
import type { PurchaseDaysTable, Summary, ValueReason } from "./summary";

/** What lines say about customers, in customer order; NaN is blank. Columns that the lines do not have are null. */
export interface CustomerFacts {
  readonly customerIds: readonly string[];
  readonly idsMerged: boolean;
  readonly purchaseDays: PurchaseDaysTable;
  readonly orders: Float64Array;
  readonly attributes: readonly Attribute[];
  readonly units: Float64Array | null;
  readonly breadth: Float64Array | null;
  readonly averageDiscount: Float64Array | null;
  /** Null without money. */
  readonly money: MoneyFacts | null;
  readonly mainCategory: CategoryAttribute | null;
  readonly mainChannel: CategoryAttribute | null;
  readonly mainRegion: CategoryAttribute | null;
  readonly lineTables?: LineTables;
  readonly lines: LineCounts;
}

/** Sums of money per customer. */
export interface MoneyFacts {
  readonly costSource: CostSource;
  readonly revenue: Float64Array;
  readonly refundAmount: Float64Array;
  readonly recentAmount: Float64Array;
  readonly previousAmount: Float64Array;
  readonly cost: Float64Array | null;
  readonly profit: Float64Array | null;
  readonly serviceCost: Float64Array | null;
}

/**
 * Customers from what their lines say: joins the customer table, and adds everything that follows.
 *
 * @param facts   of at least one customer
 * @param options as for {@link summarize}
 */
export function composeSummary(facts: CustomerFacts, options: SummarizeOptions): Summary {
  const { customerIds, purchaseDays, orders, money } = facts;
  const { offsets, day } = purchaseDays;
  const { asOfDay } = facts.lines;
  const count = customerIds.length;
  const joined = options.customerTable ? joinCustomerTable(options.customerTable, customerIds, facts.idsMerged) : null;
  const attributes = mergeAttributes(facts.attributes, joined);
  const firstDay = new Float64Array(count);
  const lastDay = new Float64Array(count);
  const dayCounts = new Float64Array(count);
  for (let customer = 0; customer < count; customer++) {
    firstDay[customer] = day[offsets[customer]];
    lastDay[customer] = day[offsets[customer + 1] - 1];
    dayCounts[customer] = offsets[customer + 1] - offsets[customer];
  }
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
    ...(facts.units && { units: facts.units }),
    ...(facts.breadth && { breadth: facts.breadth }),
  };
  const averageDiscount = joined?.numbers.discount ?? facts.averageDiscount;
  if (averageDiscount) known.averageDiscount = averageDiscount;

  let reason: ValueReason = "noMoney";
  if (money !== null) {
    const { revenue, refundAmount, recentAmount, previousAmount } = money;
    const parts = computeProfit({
      revenue,
      cost: joined?.numbers.cost ?? money.cost ?? undefined,
      serviceCost:
        joined?.numbers.serviceCost ?? money.serviceCost ?? spreadServiceCost(orders, options.serviceCostTotal ?? null),
      acquisitionCost: findNumbers(attributes, "acquisitionCost"),
      profit: joined?.numbers.profit ?? money.profit ?? undefined,
      includeAcquisitionCost: options.includeAcquisitionCost ?? false,
    });
    Object.assign(known, parts.measures, {
      revenue,
      refundAmount,
      monetaryMean: averageRepeatDays(purchaseDays),
      recentAmount,
      previousAmount,
    } satisfies KnownMeasures);
    if (!parts.known) reason = "noCost";
    else if (joined?.numbers.profit ?? joined?.numbers.cost) reason = "customerTable";
    else reason = money.costSource ?? "serviceCost";
  }
  const { measures, names } = completeMeasures(known, count, reason !== "noMoney" && reason !== "noCost");
  return {
    customers: {
      ...measures,
      ids: customerIds,
      known: names,
      mainCategory: joined?.texts.category ?? facts.mainCategory,
      mainChannel: joined?.texts.channel ?? facts.mainChannel,
      mainRegion: joined?.texts.region ?? facts.mainRegion,
      attributes,
    },
    purchaseDays,
    ...(facts.lineTables && { lineTables: facts.lineTables }),
    report: completeReport(facts.lines, measures, {
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

function spreadServiceCost(orders: Float64Array, total: number | null): Float64Array | undefined {
  if (total === null) return undefined;
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
