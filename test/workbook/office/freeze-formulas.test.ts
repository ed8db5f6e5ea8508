import { parseAddress } from "../../../src/workbook/address";
import { MemoryWorkbook } from "../../../src/workbook/memory-workbook";
import { createOfficeHarness } from "../../helpers/office-harness";
import { loadOffice } from "../../helpers/load-office";

beforeAll(loadOffice);

function buildColumn(count: number): MemoryWorkbook {
  const workbook = new MemoryWorkbook("Sales");
  const sheet = workbook.activeSheet;
  for (let row = 0; row < count; row++) {
    sheet.setValue(row, 0, row);
    sheet.setFormula(row, 1, `=CVM.LTV(A${row + 1},2)`, row * 2);
  }
  return workbook;
}

it("freezes and restores a long column in few requests that carry no values", async () => {
  const { port, workbook, simulator } = createOfficeHarness(buildColumn(3000));
  expect(await port.freezeFormulas("CVM")).toMatchObject({ formulas: 3000, left: [] });
  expect(simulator.log.length).toBeLessThan(12);
  expect(Math.max(...simulator.log.map(({ requestBytes }) => requestBytes))).toBeLessThan(4000);
  expect(workbook.activeSheet.formulaCells).toEqual([]);
  expect(await port.restoreFormulas()).toMatchObject({ formulas: 3000, left: [] });
  expect(workbook.activeSheet.getFormula(2999, 1)).toBe("=CVM.LTV(A3000,2)");
});

it("does it in one step of undo where Excel can", async () => {
  const { port } = createOfficeHarness(buildColumn(2));
  const spy = jest.spyOn(Excel, "run");
  await port.freezeFormulas("CVM");
  await port.restoreFormulas();
  const merged = spy.mock.calls.filter(
    ([options]) => (options as unknown as { mergeUndoGroup?: boolean }).mergeUndoGroup === true,
  );
  expect(merged).toHaveLength(2);
  spy.mockRestore();
});

it("puts formulas back when Excel fails on the way", async () => {
  const { port, workbook, simulator } = createOfficeHarness(buildColumn(2));
  const sheet = workbook.activeSheet;
  sheet.setSpill(0, 3, "=CVM.SCORE(A1:A2)", [[1], [5]]);
  simulator.failAt({ action: "CopyFrom", occurrence: 2 }, "GeneralException");
  await expect(port.freezeFormulas("CVM")).rejects.toMatchObject({ code: "refused" });
  expect(sheet.formulaCells.map(({ formula }) => formula)).toEqual([
    "=CVM.LTV(A1,2)",
    "=CVM.SCORE(A1:A2)",
    "=CVM.LTV(A2,2)",
  ]);
  expect((await port.restoreFormulas()).formulas).toBe(0);
});

it("finds each formula once where Excel shows it in every cell that it has spilled to", async () => {
  const { port, workbook } = createOfficeHarness(new MemoryWorkbook("Sales"));
  const sheet = workbook.activeSheet;
  const formula = "=CVM.SCORE($A$1:$A$2)";
  sheet.setSpill(0, 3, formula, [[1], [5]]);
  const getFormula = sheet.getFormula.bind(sheet);
  jest
    .spyOn(sheet, "getFormula")
    .mockImplementation((row, column) => (sheet.spills.find(row, column) ? formula : getFormula(row, column)));
  expect(await port.freezeFormulas("CVM")).toMatchObject({ formulas: 1 });
  jest.restoreAllMocks();
  await port.restoreFormulas();
  expect(sheet.formulaCells.map((cell) => cell.row)).toEqual([0]);
  expect(sheet.readValues(parseAddress("D1"))).toEqual([["#NAME?"]]);
});
