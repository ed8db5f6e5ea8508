import fc from "fast-check";
import { formatSerial, isDateFormat, parseSerial } from "../../src/workbook/serial-date";
import { toDays } from "./fixtures";

it.each([
  [1, "1900-01-01"],
  [59, "1900-02-28"],
  [60, "1900-03-01"],
  [61, "1900-03-01"],
  [25569, "1970-01-01"],
  [45292, "2024-01-01"],
])("serial %i of the 1900 system is %s", (serial, date) => {
  expect(parseSerial(serial)).toBe(toDays(date));
});

it.each([
  [0, "1904-01-01"],
  [24107, "1970-01-01"],
  [43830, "2024-01-01"],
])("serial %i of the 1904 system is %s", (serial, date) => {
  expect(parseSerial(serial, true)).toBe(toDays(date));
});

it("keeps the time of day and blanks", () => {
  expect(parseSerial(45292.75)).toBe(toDays("2024-01-01") + 0.75);
  expect(parseSerial(Number.NaN)).toBeNaN();
});

it("reads back what it formats, in both systems", () => {
  const days = fc.integer({ min: toDays("1904-01-01"), max: toDays("2100-01-01") });
  fc.assert(
    fc.property(days, fc.boolean(), (day, date1904) =>
      expect(parseSerial(formatSerial(day, date1904), date1904)).toBe(day),
    ),
  );
  expect(formatSerial(toDays("1900-02-28"))).toBe(59);
});

it.each([
  "yyyy-mm-dd",
  "m/d/yyyy h:mm",
  "d-mmm",
  "mmm-yy",
  "mmmm",
  'yyyy"年"m"月"d"日"',
  "yyyy年m月d日",
  "[$-804]yyyy/m/d;@",
  '[DBNum1][$-804]yyyy"年"m"月"d"日";@',
  "[$-F800]dddd, mmmm dd, yyyy",
  "yyyy-mm-dd hh:mm:ss.000",
  "[Red]dd.mm.yyyy",
])("takes %s for a date", (format) => {
  expect(isDateFormat(format)).toBe(true);
});

it.each([
  "",
  "General",
  "@",
  "0.00",
  "[Red]0.00",
  "#,##0.00_);[Red](#,##0.00)",
  '0 "days"',
  '"Stand: "0',
  "\\d0",
  "[$¥-804]#,##0.00",
  "[$AUD] #,##0",
  "0.00E+00",
  "# ?/?",
  "h:mm",
  "h:mm AM/PM",
  "mm:ss.0",
  "[h]:mm",
  "[mm]:ss",
  '0.0,,"M"',
])("does not take %s for a date", (format) => {
  expect(isDateFormat(format)).toBe(false);
});
