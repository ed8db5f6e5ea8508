import type { AnalyzeOutcome } from "../../src/jobs/analyze";
import { findSelectedCustomer } from "../../src/jobs/find-selected-customer";
import { MemoryPort } from "../../src/workbook/memory";
import type { CellValue } from "../../src/workbook/port";
import { MemoryWorkbook } from "../../src/workbook/memory-workbook";
import { analyzeWorkbook, buildShopWorkbook, fillSheet } from "../helpers/shop-workbook";

const fast = { lenses: ["value-pyramid"], asOf: "2026-06-30" };

async function findId(workbook: MemoryWorkbook, outcome: AnalyzeOutcome, sheet: string, row: number, column: number) {
  workbook.select(workbook.getSheet(sheet)!, [{ row, column, rowCount: 1, columnCount: 1 }]);
  const port = new MemoryPort(workbook);
  const found = await findSelectedCustomer(port, outcome, (await port.readSelectedCell())!);
  return found === null ? null : outcome.analysis.summary.customers.ids[found];
}

describe("the customer of a selected row", () => {
  const workbook = buildShopWorkbook(20);
  let outcome: AnalyzeOutcome;
  const read = (sheet: string, row: number, column: number) =>
    workbook.getSheet(sheet)!.getValue(row, column) as CellValue;

  beforeAll(async () => {
    outcome = await analyzeWorkbook(workbook, fast, { labels: true });
  });

  it.each([
    ["in the customers' sheet", "CVM Customers", 3, 4, 0],
    ["in the transactions", "Sales", 7, 0, 1],
    ["in the labels beside them", "Sales", 7, 9, 1],
  ])("is found anywhere %s", async (_, sheet, row, column, idColumn) => {
    expect(await findId(workbook, outcome, sheet, row, column)).toBe(read(sheet, row, idColumn));
  });

  it.each([
    ["a header", "CVM Customers", 0, 0],
    ["the header of the transactions", "Sales", 0, 1],
    ["the notes", "CVM Notes", 3, 0],
    ["a cell far beside the transactions", "Sales", 7, 30],
    ["a sheet of the user's that was not analysed", "Clients", 3, 0],
  ])("is not made out of %s", async (_, sheet, row, column) => {
    expect(await findId(workbook, outcome, sheet, row, column)).toBeNull();
  });

  it("is the one that stands there now, after the user has sorted the rows", async () => {
    const customers = workbook.getSheet("CVM Customers")!;
    const [first, second] = [customers.getValue(1, 0), customers.getValue(2, 0)];
    customers.setValue(1, 0, second);
    expect(await findId(workbook, outcome, "CVM Customers", 1, 5)).toBe(second);
    customers.setValue(1, 0, first);
  });

  it("is found by an id that is a number, and in columns that do not lie side by side", async () => {
    const other = new MemoryWorkbook("Orders");
    const lines = Array.from({ length: 60 }, (_, i) => [
      `2026-01-${String((i % 28) + 1).padStart(2, "0")}`,
      "x",
      17850 + (i % 9),
      10 + i,
    ]);
    fillSheet(other, "Orders", [["Date", "Remark", "Customer", "Amount"], ...lines]);
    const port = new MemoryPort(other);
    const source = await port.openRows({ kind: "range", sheet: "Orders", address: "A1:A61,C1:D61" });
    const found = await analyzeWorkbook(other, { ...fast, asOf: "2026-02-28" }, { source });
    expect(await findId(other, found, "Orders", 4, 1)).toBe("17853");
  });
});
