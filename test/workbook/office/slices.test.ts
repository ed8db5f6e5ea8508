import { listSlices } from "../../../src/engine/slices";
import { MemoryWorkbook } from "../../../src/workbook/memory-workbook";
import type { StyledRange } from "../../../src/workbook/port";
import { listValueSteps } from "../../../src/workbook/office/write-values";
import { createOfficeHarness } from "../../helpers/office-harness";
import { buildCustomers, buildOutput, buildSales } from "../fixtures";

const open = () => null as unknown as Excel.Worksheet;
const countNames = () => new Set(listSlices().map(({ name }) => name));

beforeEach(() => performance.clearMeasures());

describe("work on Excel's page", () => {
  it("leaves marks of what is packed, asked for and put in place", async () => {
    const { port } = createOfficeHarness(buildSales());
    await port.write(buildOutput([buildCustomers(300)]));
    expect([...countNames()].sort()).toEqual([
      "build request",
      "finish look",
      "pack cells",
      "place sheets",
      "send request",
    ]);
  });

  it("leaves marks of what is unpacked, from a list of rows and from a sheet of ours", async () => {
    const { port } = createOfficeHarness(buildSales());
    const source = await port.openRows({ kind: "selection" });
    performance.clearMeasures();
    for await (const block of source.readBlocks()) expect(block.rowCount).toBeGreaterThan(0);
    expect([...countNames()]).toEqual(["unpack cells"]);
    await port.write(buildOutput([buildCustomers(300)]));
    performance.clearMeasures();
    expect(await port.readSheet("customers")).not.toBeNull();
    expect([...countNames()]).toEqual(["unpack cells"]);
  });

  it("cuts a long block of rows into steps of a few hundred rows when it unpacks", async () => {
    const workbook = new MemoryWorkbook("Rows");
    workbook.activeSheet.writeBlock({
      row: 0,
      column: 0,
      columns: [0, 1].map((column) => Array.from({ length: 9_000 }, (_, row) => (row === 0 ? "Head" : row + column))),
    });
    const { port } = createOfficeHarness(workbook);
    const source = await port.openRows({ kind: "range", address: "A:B" });
    const now = jest.spyOn(performance, "now");
    let rows = 0;
    for await (const block of source.readBlocks()) {
      rows += block.rowCount;
      // The clock is looked at after each step.
      expect(now.mock.calls.length).toBeGreaterThan(block.rowCount / 500);
      now.mockClear();
    }
    now.mockRestore();
    expect(rows).toBe(8_999);
  });

  it.each([
    ["a few columns", 2],
    ["many columns", 40],
  ])("offers the host its turn after some hundred cells of a block with %s", (_, columnCount) => {
    const rowCount = 3_000;
    const columns = Array.from({ length: columnCount }, (__, column) =>
      Array.from({ length: rowCount }, (___, row) => (column === 0 ? `C${row}` : row * column)),
    );
    const styles: StyledRange[] = [
      { range: { row: 1, column: 0, rowCount, columnCount: 1 }, style: { numberFormat: "@" } },
    ];
    const steps = [...listValueSteps({ row: 1, column: 0, columns }, styles, open, false)];
    const turns = steps.filter((step) => step === null).length;
    expect(turns).toBeGreaterThanOrEqual((rowCount * columnCount) / 600);
    const cells = steps.reduce((sum, step) => sum + (step?.cells ?? 0), 0);
    expect(cells).toBe(rowCount * columnCount);
  });
});
