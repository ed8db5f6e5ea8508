import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { WorkbookService } from "../../../src/demo/book/workbook-service";
import { functionFiles } from "../../functions/excel-functions";
import { loadCustomFunctions } from "../../helpers/custom-functions";

async function openOrders(): Promise<{ service: WorkbookService; sheet: string; changes: () => number }> {
  const service = new WorkbookService();
  let count = 0;
  service.functions = loadCustomFunctions();
  service.onChange = () => count++;
  const csv = "customer,amount\nA,10\nB,20\nC,30\n";
  const view = await service.open({ name: "orders.csv", bytes: new TextEncoder().encode(csv) });
  return { service, sheet: view.sheet.id, changes: () => count };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 50));

describe("formulas that are typed", () => {
  it("spill, and tell of each cell to which result it belongs", async () => {
    const { service, sheet } = await openOrders();
    service.writeEntry({ sheet, row: 1, column: 3 }, "=CVM.SCORE(B2:B4)");
    const spill = { row: 1, column: 3, rowCount: 3, columnCount: 1 };
    expect(service.readDetails({ sheet, row: 1, column: 3 })).toEqual({
      entry: "=CVM.SCORE(B2:B4)",
      spill,
      isSpilled: false,
      error: null,
    });
    expect(service.readDetails({ sheet, row: 2, column: 3 })).toMatchObject({
      entry: "=CVM.SCORE(B2:B4)",
      spill,
      isSpilled: true,
    });
    expect(service.readEntry({ sheet, row: 2, column: 3 })).toBe("");
    service.clearCells(sheet, [{ row: 2, column: 3, rowCount: 1, columnCount: 1 }]);
    expect(service.readDetails({ sheet, row: 2, column: 3 }).isSpilled).toBe(true);
  });

  it("announce results that come later", async () => {
    const { service, sheet, changes } = await openOrders();
    service.writeEntry({ sheet, row: 1, column: 3 }, "=CVM.PALIVE(2,30,40,{0.5,6,0.9,2.5})");
    const before = changes();
    await settle();
    expect(changes()).toBeGreaterThan(before);
    expect(service.summarize(sheet, [{ row: 1, column: 3, rowCount: 1, columnCount: 1 }]).sum).toBeCloseTo(0.678, 3);
  });

  it("give the sentence of an error, and #SPILL!", async () => {
    const { service, sheet } = await openOrders();
    service.writeEntry({ sheet, row: 1, column: 3 }, "=CVM.SCORE(B2:B4,1)");
    expect(service.readDetails({ sheet, row: 1, column: 3 }).error).toEqual({
      value: "#VALUE!",
      sentence: "bins must be a whole number from 2 to 10.",
    });
    service.writeEntry({ sheet, row: 3, column: 4 }, "here");
    service.writeEntry({ sheet, row: 1, column: 4 }, "=CVM.SCORE(B2:B4)");
    expect(service.readDetails({ sheet, row: 1, column: 4 }).error).toEqual({ value: "#SPILL!", sentence: "" });
  });

  it("keep spilled results in the file", async () => {
    const { service, sheet } = await openOrders();
    service.writeEntry({ sheet, row: 1, column: 3 }, "=CVM.SCORE(B2:B4)");
    const again = new WorkbookService();
    again.functions = loadCustomFunctions();
    const view = await again.open(await service.save());
    again.writeEntry({ sheet: view.sheet.id, row: 3, column: 1 }, "5");
    expect(again.readDetails({ sheet: view.sheet.id, row: 2, column: 3 })).toMatchObject({ isSpilled: true });
    expect(again.readEntry({ sheet: view.sheet.id, row: 1, column: 3 })).toBe("=CVM.SCORE(B2:B4)");
  });
});

it("loads every file of functions that the build lists", () => {
  const text = readFileSync("src/demo/book/load-functions.ts", "utf8");
  const loaded = [...text.matchAll(/import\("\.\.\/\.\.\/functions\/([^"]+)"\)/g)].map(([, name]) => `${name}.ts`);
  expect(loaded.sort()).toEqual(functionFiles.map((file) => basename(file)).sort());
});
