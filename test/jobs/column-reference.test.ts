import { InputError } from "../../src/jobs/input-error";
import { resolveColumn } from "../../src/jobs/column-reference";
import type { RowSource } from "../../src/workbook/rows";

const source = (firstColumn: number) =>
  ({
    headers: ["Customer", "Date", "B"],
    place: { sheet: "S", headerRow: 1, firstColumn, lastColumn: firstColumn + 2 },
  }) as unknown as RowSource;

describe("resolveColumn", () => {
  it.each([
    ["customer", 0, 0],
    [" Date ", 0, 1],
    ["b", 0, 2],
    ["A", 0, 0],
    ["3", 0, 2],
    ["D", 3, 0],
  ])("reads %j with the first column at %i", (text, firstColumn, expected) => {
    expect(resolveColumn(text, source(firstColumn))).toBe(expected);
  });

  it.each([["Amount"], ["E"], ["0"], ["4"], [""]])("refuses %j and says what there is", (text) => {
    expect(() => resolveColumn(text, source(0))).toThrow(InputError);
    expect(() => resolveColumn(text, source(0))).toThrow("Customer, Date, B");
  });
});
