import type { CustomerTable } from "../../core/customers/customer-table";
import { selectCustomerValue } from "../../core/customers/customer-value";
import { sumRounded } from "../../core/customers/sums";
import type { Summary } from "../../core/customers/summary";
import { formatIsoDay } from "../../core/days";
import type { DayRange } from "../../core/decisions/retention";
import { buildCohorts, computeRetention, findPeriodBefore } from "../../core/decisions/retention";
import type { AnyLens } from "../../core/lenses/lens-list";
import { lensList } from "../../core/lenses/lens-list";
import type { JudgedDate } from "../../core/report/judge-date";
import type { CustomerValues, MovementPeriods, MovementSide } from "../../core/report/movement";
import type { JudgedRows } from "../analyze";
import { summarizeLines } from "../read-summary";
import type { MovementDate, MovementReport } from "./movement-report";

/** Lenses whose groups do not overlap, so that a customer moves from one to another. */
export const movingLenses: readonly AnyLens[] = lensList.filter(({ membership }) => membership === "one");

/** Customers of an analysis as they were on other dates: the rows are read already. */
export interface Ledger {
  /** All customers up to the later of the dates that are compared. */
  readonly whole: Summary;
  /** Customers on the morning of a day, by all rows before it, or by those from a day on. */
  summarize(asOfDay: number, fromDay: number | null): Summary;
}

/**
 * The rows of an analysis, to be summed up for other dates.
 *
 * @param table   attributes of customers
 * @param lastDay the later of the two dates
 */
export function openLedger({ analysis, read }: JudgedRows, table: CustomerTable | null, lastDay: number): Ledger {
  const { summary, settings } = analysis;
  const known = new Map<string, Summary>([[`${summary.report.period.asOfDay} null`, summary]]);
  const summarize = (asOfDay: number, fromDay: number | null): Summary => {
    const key = `${asOfDay} ${fromDay}`;
    const found =
      known.get(key) ??
      summarizeLines(read, table, {
        ...settings,
        asOf: formatIsoDay(asOfDay),
        from: fromDay === null ? settings.from : formatIsoDay(fromDay),
      });
    known.set(key, found);
    return found;
  };
  return { whole: summarize(lastDay, null), summarize };
}

/** The period from the first date to the second, and the one of equal length before it. */
export function findPeriods(firstDay: number, secondDay: number): readonly [before: DayRange, after: DayRange] {
  const after = { fromDay: firstDay, toDay: secondDay };
  return [findPeriodBefore(after), after];
}

/** What days of purchase show besides groups; all null where there are none. */
export interface PurchaseFacts extends Pick<MovementReport, "retention" | "cohorts" | "cutAt"> {
  readonly periods: MovementPeriods | null;
}

/** Who bought before and after the first date, and how well customers are kept. */
export function describePurchases(ledger: Ledger, firstDay: number, secondDay: number): PurchaseFacts {
  const { purchaseDays, report, customers } = ledger.whole;
  if (purchaseDays === null) return { periods: null, retention: null, cohorts: null, cutAt: null };
  const [before, after] = findPeriods(firstDay, secondDay);
  const retention = computeRetention(purchaseDays, before, after);
  const sumPeriod = ({ fromDay, toDay }: DayRange, active: number): CustomerValues => {
    if (active === 0) return { ids: [], values: [] };
    const summary = ledger.summarize(toDay, fromDay);
    return { ids: summary.customers.ids, values: selectCustomerValue(summary).values };
  };
  const periods: MovementPeriods = {
    before: sumPeriod(before, retention.activeFirst),
    after: sumPeriod(after, retention.activeSecond),
    newIds: new Set(customers.ids.filter((_, customer) => customers.firstDay[customer] >= firstDay)),
  };
  const start = report.period.firstDay;
  return {
    periods,
    retention,
    cohorts: buildCohorts(purchaseDays, secondDay),
    cutAt: start !== null && start > before.fromDay ? formatIsoDay(start) : null,
  };
}

/** The customers of a date in the groups a lens puts them into. */
export function buildSide({ tables }: JudgedDate, codes: ArrayLike<number>): MovementSide {
  return { ids: tables.summary.customers.ids, codes, values: tables.value.values };
}

/** Figures of a date. */
export function describeDate({ tables }: JudgedDate): MovementDate {
  const { report } = tables.summary;
  const { asOfDay, fromDay } = report.period;
  return {
    asOf: asOfDay === null ? null : formatIsoDay(asOfDay),
    from: fromDay === null ? null : formatIsoDay(fromDay),
    customers: report.customers,
    value: tables.value.basis === "none" ? null : sumRounded(tables.value.values),
  };
}
