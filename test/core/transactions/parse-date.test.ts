import { formatIsoDay, toDayNumber } from "../../../src/core/days";
import { DateParser, NO_DAY, parseCompactNumber } from "../../../src/core/transactions/parse-date";

function read(text: string, yearFirst = false): string {
  const parser = new DateParser(yearFirst);
  if (!parser.parse(text)) return "no date";
  const { second, monthFirstDay } = parser;
  const time =
    second < 0
      ? ""
      : ` ${[Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60].map((part) => String(part).padStart(2, "0")).join(":")}`;
  const other = monthFirstDay === NO_DAY ? "" : ` or ${formatIsoDay(monthFirstDay)}`;
  return formatIsoDay(parser.day) + time + other;
}

describe("a date written as text", () => {
  it.each([
    ["2024-03-31", "2024-03-31"],
    ["2024/3/1", "2024-03-01"],
    ["2024.3.1", "2024-03-01"],
    ["2024. 3. 1", "2024-03-01"],
    ["20240331", "2024-03-31"],
    ["20240331235959", "2024-03-31 23:59:59"],
    ["202403311215", "2024-03-31 12:15:00"],
    [" 2024-03-31 ", "2024-03-31"],
    ["2024年3月31日", "2024-03-31"],
    ["2024年3月31号", "2024-03-31"],
    ["2024年 3月 1日", "2024-03-01"],
    ["24年3月1日", "2024-03-01"],
    ["２０２４年３月３１日", "2024-03-31"],
    ["２０２４－０３－３１", "2024-03-31"],
    ["2024年3月31日 星期日", "2024-03-31"],
    ["2024年3月31日 下午3:05", "2024-03-31 15:05:00"],
    ["2024/3/31 上午 12:05:09", "2024-03-31 00:05:09"],
    ["2024年3月31日 8时26分", "2024-03-31 08:26:00"],
    ["2010-12-01 08:26:00", "2010-12-01 08:26:00"],
    ["2010-12-01T08:26:00Z", "2010-12-01 08:26:00"],
    ["2010-12-01T23:26:00.123+08:00", "2010-12-01 23:26:00"],
    ["2010-12-01T23:26:00-0500", "2010-12-01 23:26:00"],
    ["2010-12-01 8:26", "2010-12-01 08:26:00"],
    ["31/12/2024", "2024-12-31"],
    ["12/31/2024", "2024-12-31"],
    ["3/4/2024", "2024-04-03 or 2024-03-04"],
    ["3/4/24 1:05 PM", "2024-04-03 13:05:00 or 2024-03-04"],
    ["3-4-99", "1999-04-03 or 1999-03-04"],
    ["4/4/2024", "2024-04-04"],
    ["05.01.2024", "2024-01-05"],
    ["01.25.2024", "2024-01-25"],
    ["99-12-31", "1999-12-31"],
    ["05-Jan-2024", "2024-01-05"],
    ["5-jan-24", "2024-01-05"],
    ["5 January 2024", "2024-01-05"],
    ["5th of March, 2024", "2024-03-05"],
    ["2024-Jan-05", "2024-01-05"],
    ["Jan 5, 2024", "2024-01-05"],
    ["September 5 2024", "2024-09-05"],
    ["Sept. 5, 2024 12:00 AM", "2024-09-05 00:00:00"],
    ["Mon, 05 Feb 2024 10:11:12 GMT", "2024-02-05 10:11:12"],
    ["Monday, February 5, 2024", "2024-02-05"],
    ["2024-02-29", "2024-02-29"],
  ])("%j reads %s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    "31/02/2024",
    "2023-02-29",
    "2024-13-01",
    "13/13/2024",
    "2024-00-10",
    "2024-3",
    "2024年3月",
    "12:30",
    "yesterday",
    "",
    "1234",
    "2024-03-31 25:00",
    "2024-03-31 10:75",
    "2024-03-31 noon",
    "2024-03/31",
    "May",
    "Janet 5, 2024",
    "1.5",
    "Q1 2024",
    "123456789",
    "20241345",
  ])("%j is none", (text) => {
    expect(read(text)).toBe("no date");
  });

  it("with two digits each is read year first where that is the fixed order", () => {
    expect(read("24-01-05", true)).toBe("2024-01-05");
    expect(read("24-01-05")).toBe("2005-01-24");
  });

  it("votes for the order that its numbers allow", () => {
    const votes = ["31/12/2024", "12/31/2024", "3/4/2024", "31.12.2024", "2024-12-31"].map((text) => {
      const parser = new DateParser();
      parser.parse(text);
      return parser.vote;
    });
    expect(votes).toEqual([1, -1, 0, 0, 0]);
  });
});

describe("a date written as a number", () => {
  it.each([
    [20240131, toDayNumber(2024, 1, 31)],
    [20240131 - 25569, toDayNumber(2024, 1, 31)],
    [20240131 - 24107, toDayNumber(2024, 1, 31)],
    [20240231, NO_DAY],
    [45296, NO_DAY],
    [1e12, NO_DAY],
  ])("%d is day %d", (value, day) => {
    expect(parseCompactNumber(value)).toBe(day);
  });
});
