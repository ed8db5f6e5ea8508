/** The unit in which a repeat-purchase model measures time. */
export type TimeUnit = "day" | "week" | "month" | "year";

const unitDays: Readonly<Record<TimeUnit, number>> = { day: 1, week: 7, month: 30.4375, year: 365.25 };

/**
 * Length of a unit in days: 1, 7, 30.4375 or 365.25.
 *
 * @throws RangeError when the unit is not known, so that a model stored without one is never used with a guessed one
 */
export function findUnitDays(unit: TimeUnit): number {
  const days = unitDays[unit];
  if (days === undefined) throw new RangeError(`the time unit must be day, week, month or year; got ${unit}`);
  return days;
}

/**
 * So many months in the unit that a model was fitted in: a week model gets 4.348214 weeks for a month.
 *
 * @param months any number
 * @param unit   unit of the fit
 * @throws RangeError when the unit is not known
 */
export function convertMonths(months: number, unit: TimeUnit): number {
  return (months * unitDays.month) / findUnitDays(unit);
}

/**
 * Monthly rate that compounds to a yearly one.
 *
 * @param yearlyRate above -1, such as 0.1
 */
export function convertYearlyRate(yearlyRate: number): number {
  return (1 + yearlyRate) ** (1 / 12) - 1;
}
