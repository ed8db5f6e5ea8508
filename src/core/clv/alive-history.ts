import type { RepeatModelParameters } from "./predict-repeat";
import { predictAlive } from "./predict-repeat";
import { findUnitDays } from "./time-unit";

/** How the probability to be a customer still has changed over time. */
export interface AliveHistory {
  /** Days since 1970-01-01, ascending. */
  readonly day: Int32Array;
  /** Probability to be alive at the end of that day, 0..1. */
  readonly aliveProbability: Float64Array;
}

/**
 * P(alive) of one customer as it was known at the end of each step from the first purchase day to `endDay`, and on every purchase day.
 *
 * @param fit      fitted model
 * @param days     purchase days of the customer, days since 1970-01-01, ascending; at least one
 * @param endDay   last day of the history
 * @param stepDays whole number >= 1; default 7
 * @returns empty when the first purchase is after `endDay`
 */
export function predictAliveHistory(
  fit: RepeatModelParameters,
  days: ArrayLike<number>,
  endDay: number,
  stepDays = 7,
): AliveHistory {
  if (!Number.isInteger(stepDays) || stepDays < 1)
    throw new RangeError(`stepDays must be a whole number above 0; got ${stepDays}`);
  const unit = findUnitDays(fit.timeUnit);
  const first = days[0];
  const shown = new Set<number>();
  for (let day = first; day < endDay; day += stepDays) shown.add(day);
  for (let i = 0; i < days.length && days[i] <= endDay; i++) shown.add(days[i]);
  if (first <= endDay) shown.add(endDay);
  const day = Int32Array.from(shown).sort();
  const frequency = new Float64Array(day.length);
  const ageAtLast = new Float64Array(day.length);
  let next = 0;
  for (let i = 0; i < day.length; i++) {
    while (next < days.length && days[next] <= day[i]) next++;
    frequency[i] = next - 1;
    ageAtLast[i] = (days[next - 1] - first) / unit;
  }
  const observed = Float64Array.from(day, (until) => (until - first) / unit);
  return {
    day,
    aliveProbability: predictAlive(fit, { frequency, ageAtLast, observed, timeUnit: fit.timeUnit }),
  };
}
