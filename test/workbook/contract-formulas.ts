import { parseAddress } from "../../src/workbook/address";
import { MemoryWorkbook } from "../../src/workbook/memory-workbook";
import type { CellValue } from "../../src/workbook/port";
import { fill } from "./fixtures";
import type { CreateHarness } from "./fixtures";

/** CVM formulas on two sheets: filled down a column, spilled, nested, in a text, without a result; and others. */
function buildWithFormulas(workbook: MemoryWorkbook): MemoryWorkbook {
  const sheet = workbook.activeSheet;
  fill(sheet, "A1", [
    ["customer", "spend"],
    ["007", 10],
    ["=1", 20],
    ["C", 30],
  ]);
  [20, 40, 60].forEach((value, index) => sheet.setFormula(index + 1, 2, `=CVM.LTV(B${index + 2},2)`, value));
  sheet.setSpill(0, 4, "=cvm.score(B2:B4,$B$2)", [
    ["007", 1],
    ["#N/A", 5],
  ]);
  sheet.setFormula(6, 0, "=SUM(B2:B4)", 60);
  sheet.setFormula(7, 0, "=\"CVM.RFM(1)\"&'CVM.RFM(x'!A1", "CVM.RFM(1)");
  sheet.setFormula(8, 0, "=CVM.RFM(A2:A4,A2:A4,B2:B4)", "#NAME?");
  sheet.setFormula(9, 0, "=IF(B2>5,_xldudf_CVM_CLV(B2,2,3),0)", 60);
  const other = workbook.addSheet("Bob's notes");
  other.setFormula(2, 2, "=ROUND(CVM.GINI(Sales!B2:B4),2)", 0.22);
  return workbook;
}

const names = ["Sales", "Bob's notes"];

function describeCells(workbook: MemoryWorkbook): Record<string, CellValue> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const sheet = workbook.getSheet(name)!;
      return sheet.formulaCells.map(({ row, column, formula }) => [`${name} ${row},${column}`, formula]);
    }),
  );
}

const readSales = (workbook: MemoryWorkbook, address: string) =>
  workbook.getSheet("Sales")!.readValues(parseAddress(address));

/** What every adapter does with formulas of the add-in. */
export function describeFormulas(createHarness: CreateHarness): void {
  const start = () => createHarness(buildWithFormulas(new MemoryWorkbook("Sales")));

  it("on all sheets, as they are: ids stay text, errors stay errors, others stay formulas", async () => {
    const { port, workbook } = await start();
    const change = await port.freezeFormulas("CVM");
    expect(change).toEqual({
      formulas: 6,
      sheets: names,
      left: [{ sheet: "Sales", address: "A9" }],
    });
    expect(Object.keys(describeCells(workbook))).toEqual(["Sales 6,0", "Sales 7,0", "Sales 8,0"]);
    expect(readSales(workbook, "C2:C4").flat()).toEqual([20, 40, 60]);
    expect(readSales(workbook, "E1:F2")).toEqual([
      ["007", 1],
      ["#N/A", 5],
    ]);
    expect(readSales(workbook, "A10")).toEqual([[60]]);
    expect(workbook.getSheet("Sales")!.spills.count).toBe(0);
    expect(workbook.getSheet("Bob's notes")!.getValue(2, 2)).toBe(0.22);
  });

  it("puts every formula back, also on a sheet with another name, and forgets them", async () => {
    const { port, workbook } = await start();
    const before = describeCells(workbook);
    await port.freezeFormulas("CVM");
    workbook.renameSheet(workbook.getSheet("Bob's notes")!, "Renamed");
    expect(await port.restoreFormulas()).toEqual({ formulas: 6, sheets: ["Sales", "Renamed"], left: [] });
    workbook.renameSheet(workbook.getSheet("Renamed")!, "Bob's notes");
    expect(describeCells(workbook)).toEqual(before);
    expect(await port.restoreFormulas()).toEqual({ formulas: 0, sheets: [], left: [] });
    expect(await port.readSetting("cvmFormulas")).toBeNull();
  });

  it("leaves values that somebody changed since, and remembers their formulas", async () => {
    const { port, workbook } = await start();
    await port.freezeFormulas("CVM");
    const sheet = workbook.getSheet("Sales")!;
    sheet.setValue(2, 2, "typed over");
    expect(await port.restoreFormulas()).toMatchObject({ formulas: 3, left: [{ sheet: "Sales", address: "C2:C4" }] });
    expect(readSales(workbook, "C2:C4").flat()).toEqual([20, "typed over", 60]);
    sheet.setValue(2, 2, 40);
    expect(await port.restoreFormulas()).toMatchObject({ formulas: 3, left: [] });
    expect(sheet.getFormula(3, 2)).toBe("=CVM.LTV(B4,2)");
  });

  it("remembers formulas of several times, and keeps them when output is removed", async () => {
    const { port, workbook } = await start();
    await port.freezeFormulas("CVM");
    workbook.getSheet("Sales")!.setFormula(20, 0, "=CVM.LTV(1,2)", 2);
    expect(await port.freezeFormulas("CVM")).toMatchObject({ formulas: 1 });
    expect(await port.freezeFormulas("CVM")).toMatchObject({ formulas: 0 });
    await port.removeOutput();
    expect(await port.restoreFormulas()).toMatchObject({ formulas: 7, left: [] });
  });

  it("does nothing when a sheet with such formulas is protected", async () => {
    const { port, workbook } = await start();
    const before = describeCells(workbook);
    workbook.getSheet("Bob's notes")!.protected = true;
    await expect(port.freezeFormulas("CVM")).rejects.toMatchObject({ code: "accessDenied" });
    expect(describeCells(workbook)).toEqual(before);
    expect(await port.readSetting("cvmFormulas")).toBeNull();
  });

  it("does nothing in a workbook without such formulas", async () => {
    const { port } = await createHarness(new MemoryWorkbook("Sales"));
    expect(await port.freezeFormulas("CVM")).toEqual({ formulas: 0, sheets: [], left: [] });
    expect(await port.readSetting("cvmFormulas")).toBeNull();
  });
}
