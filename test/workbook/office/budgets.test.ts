import { MemoryWorkbook } from "../../../src/workbook/memory-workbook";
import type { SheetContent } from "../../../src/workbook/port";
import type { Simulator } from "../../../src/simulator/simulator";
import { createOfficeHarness } from "../../helpers/office-harness";
import { buildContent, buildCustomers, buildOutput, buildSales, buildSummary, fill, toDays } from "../fixtures";

interface Cost {
  readonly requests: number;
  readonly largestRequest: number;
  readonly largestResponse: number;
}

function measure({ log }: Simulator): Cost {
  return {
    requests: log.length,
    largestRequest: Math.max(...log.map((request) => request.requestBytes)),
    largestResponse: Math.max(...log.map((request) => request.responseBytes)),
  };
}

/** A sheet as an analysis writes it: a row per customer, 30 columns of ids, words, dates and numbers. */
function buildWide(rowCount: number): SheetContent {
  const rows = Array.from({ length: rowCount }, (_, row) => row);
  const columns = Array.from({ length: 30 }, (_, column) => {
    if (column === 0) return rows.map((row) => `C${10000 + row}`);
    if (column < 10) return rows.map((row) => `Segment ${(row * column) % 7}`);
    return rows.map((row) => Math.round(row * column * 37) / 100);
  });
  const titles = columns.map((_, column) => [`Column ${column}`]);
  return buildContent({
    id: "customers",
    name: "CVM Customers",
    values: [
      { row: 0, column: 0, columns: titles },
      { row: 1, column: 0, columns },
    ],
    tables: [
      {
        name: "CvmCustomers",
        range: { row: 0, column: 0, rowCount: rowCount + 1, columnCount: 30 },
        style: "TableStyleLight1",
        showFilter: true,
      },
    ],
  });
}

function buildRun(): ReturnType<typeof buildOutput> {
  const small = ["clusters", "tree", "notes"].map((id) => buildCustomers(20, { id, name: `CVM ${id}`, tables: [] }));
  return buildOutput([buildSummary({ formulas: [] }), buildWide(5000), ...small], { activate: "summary" });
}

it("writes 5,000 customers of 30 columns and four small sheets in few requests of at most 2 MB", async () => {
  const { workbook, port, simulator } = createOfficeHarness(buildSales());
  await port.write(buildRun());
  const first = measure(simulator);
  expect(workbook.getSheet("CVM Customers")!.usedRange()).toMatchObject({ rowCount: 5001, columnCount: 30 });
  expect(first.requests).toBeLessThanOrEqual(7);
  expect(first.largestRequest).toBeLessThan(2_000_000);

  simulator.log.length = 0;
  await port.write(buildRun());
  const second = measure(simulator);
  expect(second.requests).toBeLessThanOrEqual(9);
  expect(second.largestRequest).toBeLessThan(2_000_000);
});

it("puts everything in place by a last request that is small", async () => {
  const { port, simulator } = createOfficeHarness(buildSales());
  await port.write(buildRun());
  expect(simulator.log[simulator.log.length - 1].requestBytes).toBeLessThan(60_000);
});

it("reads 100,000 rows of 8 columns in responses of at most 2 MB", async () => {
  const workbook = new MemoryWorkbook("Sales");
  const sheet = workbook.activeSheet;
  fill(sheet, "A1", [["Order", "Customer", "Date", "Product", "Quantity", "Price", "Cost", "Region"]]);
  const rows = Array.from({ length: 100_000 }, (_, row) => row);
  const day = toDays("2024-01-01") + 25569;
  sheet.writeBlock({
    row: 1,
    column: 0,
    columns: [
      rows.map((row) => `O${100000 + row}`),
      rows.map((row) => `C${row % 5000}`),
      rows.map((row) => day + (row % 700)),
      rows.map((row) => `Product ${row % 40}`),
      rows.map((row) => (row % 9) + 1),
      rows.map((row) => (row % 997) / 10),
      rows.map((row) => (row % 997) / 20),
      rows.map((row) => `Region ${row % 5}`),
    ],
  });
  const { port, simulator } = createOfficeHarness(workbook);
  const source = await port.openRows({ kind: "range", address: "A:H" });
  expect(measure(simulator).requests).toBeLessThanOrEqual(8);
  let count = 0;
  let quantity = 0;
  for await (const block of source.readBlocks()) {
    count += block.rowCount;
    for (const value of Array.from(block.columns[4])) quantity += value as number;
  }
  expect([count, quantity]).toEqual([100_000, rows.reduce((sum, row) => sum + (row % 9) + 1, 0)]);
  expect(measure(simulator).requests).toBeLessThanOrEqual(16);
  expect(measure(simulator).largestResponse).toBeLessThan(2_000_000);
});

it("takes output away in at most six requests", async () => {
  const { port, simulator } = createOfficeHarness(buildSales());
  await port.write(buildRun());
  simulator.log.length = 0;
  await port.removeOutput();
  expect(measure(simulator).requests).toBeLessThanOrEqual(6);
});

it("asks for little where little is wanted", async () => {
  const { port, simulator } = createOfficeHarness(buildSales());
  await port.readSetting("cvm.run");
  await port.readCulture();
  await port.listSheets();
  await port.listTables();
  expect(measure(simulator).requests).toBe(6);
});
