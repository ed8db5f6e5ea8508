import type { RepeatModelFit } from "./fit-repeat-model";
import { predictNewCustomer } from "./predict-repeat";
import type { PurchaseDayColumns } from "./purchase-day-columns";
import { findUnitDays } from "./time-unit";

/** Repeat purchases week by week, from the first purchase day of all on. Plain JSON. */
export interface TrackingCurve {
  /** Repeat purchases up to the end of each week, and in that week. */
  readonly cumulated: readonly number[];
  readonly incremental: readonly number[];
}

/** The customers and days that a tracking curve covers. */
export interface TrackingPeriod {
  /** Customers who are followed: those of the calibration. */
  readonly customer: Int32Array;
  readonly firstDay: number;
  readonly lastDay: number;
}

/**
 * Repeat purchases that the followed customers really made.
 *
 * @param columns purchase days per customer
 * @param period  who and when
 */
export function countTracking(columns: PurchaseDayColumns, period: TrackingPeriod): TrackingCurve {
  const incremental = new Array<number>(buildWeekEnds(period).length).fill(0);
  for (const c of period.customer) {
    for (let i = columns.offsets[c] + 1; i < columns.offsets[c + 1]; i++) {
      const week = Math.floor((columns.day[i] - period.firstDay) / 7);
      if (columns.day[i] <= period.lastDay) incremental[week]++;
    }
  }
  let sum = 0;
  return { cumulated: incremental.map((purchases) => (sum += purchases)), incremental };
}

/**
 * Repeat purchases that a model expects of customers of whom it knows only their first day.
 *
 * @param fit     fitted model
 * @param columns purchase days per customer
 * @param period  who and when
 */
export function predictTracking(
  fit: RepeatModelFit,
  columns: PurchaseDayColumns,
  period: TrackingPeriod,
): TrackingCurve {
  const unit = findUnitDays(fit.timeUnit);
  const ages = period.lastDay - period.firstDay + 1;
  const startedOn = new Float64Array(ages);
  for (const c of period.customer) startedOn[columns.day[columns.offsets[c]] - period.firstDay]++;
  const starts = Array.from(startedOn.keys()).filter((offset) => startedOn[offset] > 0);
  const byAge = new Float64Array(ages).fill(NaN);
  const expect = (age: number): number => {
    if (Number.isNaN(byAge[age])) byAge[age] = predictNewCustomer(fit, age / unit);
    return byAge[age];
  };
  const cumulated = Array.from(buildWeekEnds(period), (end) => {
    let sum = 0;
    for (const offset of starts) {
      const age = end - period.firstDay - offset;
      if (age > 0) sum += startedOn[offset] * expect(age);
    }
    return sum;
  });
  return {
    cumulated,
    incremental: cumulated.map((sum, week) => sum - (week > 0 ? cumulated[week - 1] : 0)),
  };
}

/** Last day of each week of the period, ascending; the last week may be short. */
export function buildWeekEnds({ firstDay, lastDay }: TrackingPeriod): Int32Array {
  const weeks = Math.ceil((lastDay - firstDay + 1) / 7);
  return Int32Array.from({ length: weeks }, (_, week) => Math.min(firstDay + 7 * week + 6, lastDay));
}
