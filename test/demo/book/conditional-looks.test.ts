import { shiftFormula } from "../../../src/demo/book/conditional-looks";

describe("shiftFormula", () => {
  it.each([
    ['=$H6="VIP"', 2, 1, '=$H8="VIP"'],
    ["=A1+B$2*$C3", 3, 2, "=C4+D$2*$C6"],
    ['="A1"&A1', 1, 0, '="A1"&A2'],
    ["=SUM('A1 sheet'!A1:B2)", 1, 1, "=SUM('A1 sheet'!B2:C3)"],
    ["=LOG10(A1)+Q1_total", 1, 0, "=LOG10(A2)+Q1_total"],
    ["=A1", -1, 0, "=#REF!"],
    ["=A1", 0, 0, "=A1"],
  ])("reads %s %i rows down and %i columns right as %s", (formula, rows, columns, shifted) => {
    expect(shiftFormula(formula, rows, columns)).toBe(shifted);
  });
});
