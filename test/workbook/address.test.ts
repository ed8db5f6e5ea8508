import fc from "fast-check";
import {
  formatAddress,
  formatAreas,
  formatColumn,
  formatReference,
  parseAddress,
  parseColumn,
  parseReference,
} from "../../src/workbook/address";
import { buildRange, sheetColumns, sheetRows } from "../../src/workbook/grid-range";

it.each([
  [0, "A"],
  [25, "Z"],
  [26, "AA"],
  [701, "ZZ"],
  [702, "AAA"],
  [16383, "XFD"],
])("column %i is %s", (column, letters) => {
  expect([formatColumn(column), parseColumn(letters)]).toEqual([letters, column]);
});

it.each([
  ["B2", buildRange(1, 1, 1, 1), "B2"],
  ["$B$2:c9", buildRange(1, 1, 8, 2), "B2:C9"],
  ["C9:B2", buildRange(1, 1, 8, 2), "B2:C9"],
  ["A:C", buildRange(0, 0, sheetRows, 3), "A:C"],
  ["$2:4", buildRange(1, 0, 3, sheetColumns), "2:4"],
  ["XFD1048576", buildRange(1048575, 16383, 1, 1), "XFD1048576"],
])("reads the address %s", (text, range, address) => {
  expect(parseAddress(text)).toEqual(range);
  expect(formatAddress(range)).toBe(address);
});

it.each(["", "A", "5", "A0", "XFE1", "A1048577", "A1:B", "A:5", "A1:B2:C3", "Sales!A1", "#REF!"])(
  "refuses the address '%s'",
  (text) => {
    expect(() => parseAddress(text)).toThrow(RangeError);
  },
);

it("reads what it formats", () => {
  const ranges = fc
    .tuple(
      fc.nat(sheetRows - 1),
      fc.nat(sheetColumns - 1),
      fc.integer({ min: 1, max: 50 }),
      fc.integer({ min: 1, max: 50 }),
    )
    .map(([row, column, rows, columns]) =>
      buildRange(row, column, Math.min(rows, sheetRows - row), Math.min(columns, sheetColumns - column)),
    );
  fc.assert(fc.property(ranges, (range) => expect(parseAddress(formatAddress(range))).toEqual(range)));
});

it.each([
  ["Sales!A1", "Sales"],
  ["'Sales 2026'!$A$1", "Sales 2026"],
  ["='It''s, ok!'!A1", "It's, ok!"],
  ["[Book1.xlsx]Sales!A1", "Sales"],
  ["'[Book 1.xlsx]My Sales'!A1", "My Sales"],
  ["客户!A1", "客户"],
])("reads the sheet of %s", (text, sheet) => {
  expect(parseReference(text)).toEqual({ sheet, areas: [buildRange(0, 0, 1, 1)] });
});

it("reads several areas of one sheet", () => {
  const text = "'a,b'!A1:B2,'a,b'!D1";
  expect(parseReference(text)).toEqual({
    sheet: "a,b",
    areas: [buildRange(0, 0, 2, 2), buildRange(0, 3, 1, 1)],
  });
  expect(formatAreas(parseReference(text).areas)).toBe("A1:B2,D1");
  expect(() => parseReference("a!A1,b!A1")).toThrow(RangeError);
});

it.each([
  ["Sales", "Sales!A1"],
  ["客户", "客户!A1"],
  ["Sales 2026", "'Sales 2026'!A1"],
  ["It's", "'It''s'!A1"],
  ["2026", "'2026'!A1"],
  ["AB12", "'AB12'!A1"],
  ["R1C1", "'R1C1'!A1"],
])("quotes the sheet name %s where needed", (sheet, reference) => {
  expect(formatReference(sheet, buildRange(0, 0, 1, 1))).toBe(reference);
  expect(parseReference(reference).sheet).toBe(sheet);
});
