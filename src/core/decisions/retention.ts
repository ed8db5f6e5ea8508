import type { PurchaseDaysTable } from "../customers/summary";
import { countMonthDays, toCalendarDate, toDayNumber } from "../days";

/** Days from `fromDay` up to the day before `toDay`; days since 1970-01-01. */
export interface DayRange {
  readonly fromDay: number;
  readonly toDay: number;
}

/** Who bought in a period, and who of them bought again in the next. */
export interface Retention {
  readonly first: DayRange;
  readonly second: DayRange;
  readonly activeFirst: number;
  readonly activeSecond: number;
  readonly activeBoth: number;
  /** Customers active in both periods by those active in the first; null where nobody was. */
  readonly retentionShare: number | null;
  /** The rest of them; null where nobody was active in the first period. */
  readonly churnShare: number | null;
}

/**
 * The period before a period: as many whole months where the period has whole months, else as many days.
 *
 * @param period with at least one day
 */
export function findPeriodBefore({ fromDay, toDay }: DayRange): DayRange {
  const from = toCalendarDate(fromDay);
  const to = toCalendarDate(toDay);
  if (from.day !== to.day) return { fromDay: fromDay - (toDay - fromDay), toDay: fromDay };
  const months = (to.year - from.year) * 12 + to.month - from.month;
  const start = from.year * 12 + from.month - 1 - months;
  const [year, month] = [Math.floor(start / 12), (start % 12) + 1];
  return { fromDay: toDayNumber(year, month, Math.min(from.day, countMonthDays(year, month))), toDay: fromDay };
}

/** 1 per customer with a purchase in the period. */
function flagActive({ offsets, day }: PurchaseDaysTable, { fromDay, toDay }: DayRange): Uint8Array {
  const active = new Uint8Array(offsets.length - 1);
  for (let customer = 0; customer < active.length; customer++) {
    for (let i = offsets[customer]; i < offsets[customer + 1] && active[customer] === 0; i++) {
      if (day[i] >= fromDay && day[i] < toDay) active[customer] = 1;
    }
  }
  return active;
}

/**
 * Retention rate of a pair of periods.
 *
 * @param purchaseDays days with a purchase by customer
 * @param first        the earlier period
 * @param second       the later one
 */
export function computeRetention(purchaseDays: PurchaseDaysTable, first: DayRange, second: DayRange): Retention {
  const before = flagActive(purchaseDays, first);
  const after = flagActive(purchaseDays, second);
  let [activeFirst, activeSecond, activeBoth] = [0, 0, 0];
  for (let customer = 0; customer < before.length; customer++) {
    activeFirst += before[customer];
    activeSecond += after[customer];
    activeBoth += before[customer] & after[customer];
  }
  const retentionShare = activeFirst === 0 ? null : activeBoth / activeFirst;
  return {
    first,
    second,
    activeFirst,
    activeSecond,
    activeBoth,
    retentionShare,
    churnShare: retentionShare === null ? null : 1 - retentionShare,
  };
}

/** Customers whose first purchase lies in one calendar month. */
export interface Cohort {
  /** `2024-03`. */
  readonly month: string;
  readonly customers: number;
  /** How many of them bought in that month (all), in the next one, and so on; only months that are over. */
  readonly active: readonly number[];
}

/** Cohorts by month of the first purchase, oldest first, and how well all of them were kept. */
export interface CohortTable {
  readonly cohorts: readonly Cohort[];
  /**
   * Per number of months since the first purchase: customers active then by customers old enough to be known; null where nobody is.
   */
  readonly shares: readonly (number | null)[];
}

/**
 * The cohort table: how many customers of each month of first purchase came back in each later month.
 *
 * Months without new customers have no row. The month of the as-of day counts only when it is over.
 *
 * @param purchaseDays days with a purchase by customer; the first one makes the cohort
 * @param asOfDay      day after the last one that counts
 */
export function buildCohorts({ offsets, day }: PurchaseDaysTable, asOfDay: number): CohortTable {
  const end = toCalendarDate(asOfDay);
  /** Months are counted from year 0; the first month that is not over. */
  const openMonth = end.year * 12 + end.month - 1;
  const monthOf = buildMonthFinder(day);
  const found = new Map<number, { customers: number; active: number[] }>();
  for (let customer = 0; customer + 1 < offsets.length; customer++) {
    if (offsets[customer] === offsets[customer + 1]) continue;
    const start = monthOf(day[offsets[customer]]);
    let cohort = found.get(start);
    if (cohort === undefined) {
      cohort = { customers: 0, active: new Array<number>(Math.max(0, openMonth - start)).fill(0) };
      found.set(start, cohort);
    }
    cohort.customers++;
    let last = -1;
    for (let i = offsets[customer]; i < offsets[customer + 1]; i++) {
      const age = monthOf(day[i]) - start;
      if (age !== last && age < cohort.active.length) cohort.active[age]++;
      last = age;
    }
  }
  const cohorts = [...found].sort(([a], [b]) => a - b).map(([start, cohort]) => ({ start, ...cohort }));
  const ages = cohorts.reduce((most, { active }) => Math.max(most, active.length), 0);
  return {
    cohorts: cohorts.map(({ start, customers, active }) => ({ month: formatMonth(start), customers, active })),
    shares: Array.from({ length: ages }, (_, age) => {
      const known = cohorts.filter(({ active }) => active.length > age);
      const customers = known.reduce((sum, cohort) => sum + cohort.customers, 0);
      return customers === 0 ? null : known.reduce((sum, { active }) => sum + active[age], 0) / customers;
    }),
  };
}

/** Month of a day, counted from year 0; looked up, because the same days come again and again. */
function buildMonthFinder(days: Int32Array): (day: number) => number {
  let first = Infinity;
  let last = -Infinity;
  for (const day of days) {
    if (day < first) first = day;
    if (day > last) last = day;
  }
  const months = new Int32Array(days.length === 0 ? 0 : last - first + 1);
  for (let i = 0; i < months.length; i++) {
    const { year, month } = toCalendarDate(first + i);
    months[i] = year * 12 + month - 1;
  }
  return (day) => months[day - first];
}

function formatMonth(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`;
}
