import { decodeFormula, encodeFormula, LostReferences, moveFormula } from "../../../src/workbook/xlsx/formulas";

describe("a formula moved with its cell", () => {
  it.each([
    ["A1+$B2*C$3-$D$4", 2, 1, "B3+$B4*D$3-$D$4"],
    ["SUM(A1:B2,Sheet2!C3)", 1, 0, "SUM(A2:B3,Sheet2!C4)"],
    ["SUM(A:A)+SUM($B:C)", 5, 2, "SUM(C:C)+SUM($B:E)"],
    ["SUM(1:1)+SUM($2:3)", 5, 2, "SUM(6:6)+SUM($2:8)"],
    ["'A1 B2'!A1&\"A1\"&Table[A1]", 1, 1, "'A1 B2'!B2&\"A1\"&Table[A1]"],
    ["LOG10(A1)+A1_rate+Rate.A1+ABCD12", 1, 0, "LOG10(A2)+A1_rate+Rate.A1+ABCD12"],
    ["A1048576", 1, 0, "A1"],
    ["XFD1", 0, 1, "A1"],
    ["1E5+A1", 0, 1, "1E5+B1"],
  ])("%s by %i rows and %i columns is %s", (formula, rows, columns, moved) => {
    expect(moveFormula(formula, rows, columns)).toBe(moved);
  });
});

describe("a formula in a file", () => {
  it.each([
    ["=SUM(A1)", "SUM(A1)"],
    ["=IFS(A1,XLOOKUP(1,2,3))", "_xlfn.IFS(A1,_xlfn.XLOOKUP(1,2,3))"],
    ["=FILTER(A:A,B:B)", "_xlfn._xlws.FILTER(A:A,B:B)"],
    ['="IFS("&CVM.SCORE(1)', '"IFS("&_xldudf_CVM_SCORE(1)'],
    ["=MYIFS(1)+'IFS('!A1+Days!A1", "MYIFS(1)+'IFS('!A1+Days!A1"],
  ])("%s is written %s and read back", (formula, written) => {
    expect(encodeFormula(formula)).toBe(written);
    expect(decodeFormula(written)).toBe(formula);
  });
});

describe("references to what is no more", () => {
  const lost = new LostReferences(["CVM Plan", "It's", "Old"], ["tOld"]);
  it.each([
    ["='CVM Plan'!A1+1", "=#REF!+1"],
    ["=SUM('CVM Plan'!$A$1:B$2,Old!C3)", "=SUM(#REF!,#REF!)"],
    ["='It''s'!A:A", "=#REF!"],
    ["=cvm plan", "=cvm plan"],
    ["=SUM(tOld[Value])+tOld[[#This Row],[a]]+COUNTA(tOld)", "=SUM(#REF!)+#REF!+COUNTA(#REF!)"],
    ["=\"'CVM Plan'!A1\"&Older!A1&'My Old'!A1&ttOld&tOlder", "=\"'CVM Plan'!A1\"&Older!A1&'My Old'!A1&ttOld&tOlder"],
  ])("%s becomes %s", (formula, left) => {
    expect(lost.remove(formula)).toBe(left);
  });

  it("leaves every formula alone when nothing is lost", () => {
    expect(new LostReferences([], []).remove("=Old!A1")).toBe("=Old!A1");
  });
});
