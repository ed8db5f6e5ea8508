import type { PurchaseHistories } from "./purchase-histories";
import type { TimeUnit } from "./time-unit";
import { findUnitDays } from "./time-unit";

/** Days with a purchase: those of customer `c` are entries `offsets[c]` to `offsets[c + 1]` - 1, ascending and different. */
export interface PurchaseDayColumns {
  readonly offsets: Int32Array;
  /** Days since 1970-01-01. */
  readonly day: Int32Array;
  /** Money of the day; NaN where it is not known. */
  readonly amount: Float64Array;
}

/** Histories of the customers who had bought by the end of a period. */
export interface ObservedHistories {
  /** One entry per customer observed, in customer order. */
  readonly histories: PurchaseHistories;
  /** Mean amount of the days after the first one; 0 where there is none, NaN where no amount is known. */
  readonly monetaryMean: Float64Array;
  /** Customer of each entry. */
  readonly customer: Int32Array;
  /** Customers who first bought after the period. */
  readonly later: number;
}

/**
 * What was known of each customer at the end of a day: x, t_x, T and the mean spend of the repeat days.
 *
 * @param columns  purchase days per customer
 * @param endDay   last day that counts
 * @param timeUnit unit of t_x and T
 */
export function summarizeHistories(columns: PurchaseDayColumns, endDay: number, timeUnit: TimeUnit): ObservedHistories {
  const { offsets, day, amount } = columns;
  const unit = findUnitDays(timeUnit);
  const customers = offsets.length - 1;
  const frequency = new Float64Array(customers);
  const ageAtLast = new Float64Array(customers);
  const observed = new Float64Array(customers);
  const monetaryMean = new Float64Array(customers);
  const customer = new Int32Array(customers);
  let count = 0;
  let later = 0;
  for (let c = 0; c < customers; c++) {
    const start = offsets[c];
    if (start === offsets[c + 1]) continue;
    if (day[start] > endDay) {
      later++;
      continue;
    }
    let end = start + 1;
    let sum = 0;
    let known = 0;
    for (; end < offsets[c + 1] && day[end] <= endDay; end++) {
      if (Number.isNaN(amount[end])) continue;
      sum += amount[end];
      known++;
    }
    frequency[count] = end - start - 1;
    ageAtLast[count] = (day[end - 1] - day[start]) / unit;
    observed[count] = (endDay - day[start]) / unit;
    monetaryMean[count] = known > 0 ? sum / known : end - start > 1 ? NaN : 0;
    customer[count++] = c;
  }
  return {
    histories: {
      frequency: frequency.slice(0, count),
      ageAtLast: ageAtLast.slice(0, count),
      observed: observed.slice(0, count),
      timeUnit,
    },
    monetaryMean: monetaryMean.slice(0, count),
    customer: customer.slice(0, count),
    later,
  };
}

/**
 * Purchase days of each customer within a period.
 *
 * @param columns  purchase days per customer
 * @param customer customers to count for
 * @param afterDay days after this one count
 * @param endDay   up to this one
 * @param firstToo whether a customer's very first purchase day counts
 * @returns counts in the order of `customer`
 */
export function countPurchaseDays(
  columns: PurchaseDayColumns,
  customer: Int32Array,
  afterDay: number,
  endDay: number,
  firstToo: boolean,
): Float64Array {
  return Float64Array.from(customer, (c) => {
    let count = 0;
    for (let i = columns.offsets[c] + (firstToo ? 0 : 1); i < columns.offsets[c + 1]; i++) {
      if (columns.day[i] > afterDay && columns.day[i] <= endDay) count++;
    }
    return count;
  });
}

/** First and last purchase day of all customers; null when there is none. */
export function findPurchasePeriod(columns: PurchaseDayColumns): { firstDay: number; lastDay: number } | null {
  if (columns.day.length === 0) return null;
  let firstDay = Infinity;
  let lastDay = -Infinity;
  for (let i = 0; i < columns.day.length; i++) {
    firstDay = Math.min(firstDay, columns.day[i]);
    lastDay = Math.max(lastDay, columns.day[i]);
  }
  return { firstDay, lastDay };
}
