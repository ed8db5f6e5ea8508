/** Day number of 1980-01-01. */
export const FIRST_CREDIBLE_DAY = 3652;

/**
 * Days from 1970-01-01 to a date of the Gregorian calendar, by whole-number arithmetic.
 *
 * @param year  full year, such as 2024
 * @param month 1..12
 * @param day   1..31; not checked, see {@link isCalendarDate}
 * @see Hinnant (2021), chrono-compatible low-level date algorithms
 */
export function toDayNumber(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = (((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) | 0) + day - 1;
  return era * 146097 + yearOfEra * 365 + ((yearOfEra / 4) | 0) - ((yearOfEra / 100) | 0) + dayOfYear - 719468;
}

/** A date of the Gregorian calendar; month 1..12, day 1..31. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * The date that lies so many days after 1970-01-01.
 *
 * @param dayNumber whole number
 */
export function toCalendarDate(dayNumber: number): CalendarDate {
  const shifted = dayNumber + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** Whether such a date exists, in the years 1 to 9999. */
export function isCalendarDate(year: number, month: number, day: number): boolean {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1) return false;
  return day <= countMonthDays(year, month);
}

/**
 * How many days a month has.
 *
 * @param month 1..12
 */
export function countMonthDays(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * The day of the week, 0 = Monday to 6 = Sunday.
 *
 * @param dayNumber days since 1970-01-01, a Thursday
 */
export function toWeekday(dayNumber: number): number {
  return (((dayNumber + 3) % 7) + 7) % 7;
}

/**
 * A day number as ISO text, `2024-03-31`.
 *
 * @param dayNumber days since 1970-01-01, in the years 0 to 9999
 */
export function formatIsoDay(dayNumber: number): string {
  const { year, month, day } = toCalendarDate(dayNumber);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/**
 * The day number of an ISO text `2024-03-31`, as settings hold it.
 *
 * @returns null when the text has another form or names a day that does not exist
 */
export function parseIsoDay(text: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim());
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isCalendarDate(year, month, day) ? toDayNumber(year, month, day) : null;
}
