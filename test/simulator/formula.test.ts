import { parseAddress } from "../../src/workbook/address";
import { MemoryWorkbook } from "../../src/workbook/memory-workbook";
import type { CellValue } from "../../src/workbook/port";
import { simulateExcel } from "../helpers/load-office";

let workbook: MemoryWorkbook;

beforeEach(() => {
  workbook = new MemoryWorkbook("Sales");
  simulateExcel(workbook);
  const sheet = workbook.activeSheet;
  sheet.writeBlock({
    row: 0,
    column: 0,
    columns: [
      ["Id", "a", "b"],
      ["Amount", 10, 2.5],
    ],
  });
  sheet.addTable({ name: "Orders", range: parseAddress("A1:B3") });
  workbook.addSheet("My notes").setValue(0, 0, "Gold");
});

async function compute(formula: string): Promise<CellValue> {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sales").getRange("D1").formulas = [[formula]];
    await context.sync();
  });
  return workbook.activeSheet.getValue(0, 3);
}

it.each<[string, CellValue]>([
  ["=1+2*3^2", 19],
  ["=-2^2", 4],
  ["=10%+B2", 10.1],
  ['="a"&1&TRUE', "a1TRUE"],
  ["=B2>=10", true],
  ['="A"="a"', true],
  ['=IF(AND(B2>5,NOT(B3>5)),"high","low")', "high"],
  ['=IFS(B2<=2,"one",B2<=20,"two",TRUE,"three")', "two"],
  ['=SWITCH(A2,"x",1,"a",2,3)', 2],
  ["=SUM(B2:B3)", 12.5],
  ["=MEDIAN(B2:B3)", 6.25],
  ["=QUARTILE(B2:B3,1)", 4.375],
  ["=ROUND(STDEV(B2:B3),6)", 5.303301],
  ["=STDEV(B2)", "#DIV/0!"],
  ["=SUM(Orders[Amount])", 12.5],
  ["=ROUND(EXP(1),3)", 2.718],
  ["=DATE(2024,12,13)", 45639],
  ["='My notes'!A1", "Gold"],
  ['=XLOOKUP("b",A2:A3,B2:B3)', 2.5],
  ['=VLOOKUP("b",A2:B3,2,FALSE)', 2.5],
  ['=INDEX(B2:B3,MATCH("b",A2:A3,0))', 2.5],
  ["=1/0", "#DIV/0!"],
  ["=IFERROR(1/0,7)", 7],
  ["=Nowhere!A1", "#REF!"],
  ["=unknown_name", "#NAME?"],
  ["=CVM.TIER(1)", "#NAME?"],
])("computes %s", async (formula, expected) => {
  expect(await compute(formula)).toBe(expected);
});

it("computes the cell of a table in the formula's own row", async () => {
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Sales").getRange("E2:E3");
    range.formulas = [["=[@Amount]*2"], ["=Orders[@Amount]*2"]];
    await context.sync();
  });
  expect(workbook.activeSheet.readValues(parseAddress("E2:E3"))).toEqual([[20], [5]]);
});

it("computes formulas anew when cells change, and follows sheets that are renamed", async () => {
  expect(await compute("=B2*2+LEN_IS_UNKNOWN()")).toBe("#NAME?");
  expect(await compute("=B2*2&'My notes'!A1")).toBe("20Gold");
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sales").getRange("B2").values = [[7]];
    context.workbook.worksheets.getItem("My notes").name = "Notes";
    await context.sync();
  });
  expect(workbook.activeSheet.getFormula(0, 3)).toBe("=B2*2&Notes!A1");
  expect(workbook.activeSheet.getValue(0, 3)).toBe("14Gold");
});
