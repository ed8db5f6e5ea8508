import fc from "fast-check";
import {
  FIRST_CREDIBLE_DAY,
  formatIsoDay,
  isCalendarDate,
  parseIsoDay,
  toCalendarDate,
  toDayNumber,
} from "../../src/core/days";

const FIRST = toDayNumber(1, 1, 1);
const LAST = toDayNumber(9999, 12, 31);

describe("days", () => {
  it.each([
    [1970, 1, 1, 0],
    [1969, 12, 31, -1],
    [1980, 1, 1, FIRST_CREDIBLE_DAY],
    [2000, 2, 29, 11016],
    [2024, 3, 31, 19813],
    [1900, 3, 1, -25508],
  ])("count %i-%i-%i as %i", (year, month, day, expected) => {
    expect(toDayNumber(year, month, day)).toBe(expected);
    expect(toCalendarDate(expected)).toEqual({ year, month, day });
  });

  it("agree with the calendar of the platform for every day of nine thousand years", () => {
    fc.assert(
      fc.property(fc.integer({ min: FIRST, max: LAST }), (dayNumber) => {
        const date = new Date(dayNumber * 86400000);
        expect(toCalendarDate(dayNumber)).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        });
        expect(parseIsoDay(formatIsoDay(dayNumber))).toBe(dayNumber);
      }),
    );
  });

  it.each([
    [2023, 2, 29, false],
    [2024, 2, 29, true],
    [1900, 2, 29, false],
    [2000, 2, 29, true],
    [2024, 4, 31, false],
    [2024, 13, 1, false],
    [2024, 0, 1, false],
    [2024, 1, 0, false],
    [0, 1, 1, false],
  ])("%i-%i-%i is a date of the calendar: %s", (year, month, day, expected) => {
    expect(isCalendarDate(year, month, day)).toBe(expected);
  });

  it.each(["2024-02-30", "2024-2-3", "31/03/2024", "", "2024-03-31 10:00"])("reads no ISO day from %j", (text) => {
    expect(parseIsoDay(text)).toBeNull();
  });
});
