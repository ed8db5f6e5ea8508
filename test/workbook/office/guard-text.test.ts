import fc from "fast-check";

import { readEntry } from "../../../src/simulator/entry";
import { guardValue, isMisreadable } from "../../../src/workbook/office/guard-text";

it.each([
  "=1+1",
  "+x",
  "-x",
  "@x",
  "'x",
  "007",
  "1/2",
  "TRUE",
  "wahr",
  "#N/A",
  "(3)",
  "￥5",
  "Jan 5",
  "MAR1",
  " x",
  "R05",
])("guards %s by an apostrophe", (text) => {
  expect(guardValue(text)).toBe(`'${text}`);
});

it.each(["Gold", "high value", "钻石客户", "n/a", "Ümit"])("leaves %s as it is", (text) => {
  expect(isMisreadable(text)).toBe(false);
  expect(guardValue(text)).toBe(text);
});

it.each([
  [null, ""],
  [Number.NaN, ""],
  [Number.POSITIVE_INFINITY, ""],
  ["", ""],
  [undefined, ""],
  [0, 0],
  [false, false],
])("gives %s as %j", (value, expected) => {
  expect(guardValue(value)).toBe(expected);
});

it("makes every text arrive as it was", () => {
  const piece = fc.constantFrom(
    "=",
    "+",
    "-",
    "@",
    "'",
    "1",
    "0",
    "/",
    ".",
    ",",
    ":",
    "%",
    "$",
    "e",
    "Jan",
    "true",
    " ",
    "年",
    "月",
    "日",
    "(",
    ")",
  );
  const texts = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 12 }),
    fc.array(piece, { minLength: 1, maxLength: 8 }).map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(texts, (text) => {
      fc.pre(text !== "");
      expect(readEntry(String(guardValue(text)), false)).toEqual({ kind: "value", value: text });
    }),
    { numRuns: 500 },
  );
});
