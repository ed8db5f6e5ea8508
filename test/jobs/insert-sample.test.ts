import { openDefaultSource } from "../../src/jobs/find-source";
import { insertSample } from "../../src/jobs/insert-sample";
import { MemoryPort } from "../../src/workbook/memory";
import { MemoryWorkbook } from "../../src/workbook/memory-workbook";

describe("the sample", () => {
  it("is put on sheets of its own that hold rows to analyse, and goes with the rest of the output", async () => {
    const port = new MemoryPort(new MemoryWorkbook("Mine"));
    port.workbook.sheets[0].setValue(0, 0, "kept");
    await insertSample(port, "en");
    expect(port.workbook.sheets.map(({ name }) => name)).toEqual(["Mine", "Sample sales", "Sample customers"]);
    const source = await openDefaultSource(port);
    expect([source.place?.sheet, source.rowCount]).toEqual(["Sample sales", 4225]);
    const { columns } = await source.readHead(1);
    expect(columns.slice(0, 3).map((column) => column[0])).toEqual([500126, 19724, "C-10007"]);
    await port.removeOutput();
    expect(port.workbook.sheets.map(({ name }) => name)).toEqual(["Mine"]);
    expect(port.workbook.sheets[0].getValue(0, 0)).toBe("kept");
  });

  it("does not double when it is inserted again", async () => {
    const port = new MemoryPort(new MemoryWorkbook("Mine"));
    await insertSample(port, "zh");
    await insertSample(port, "zh");
    expect(port.workbook.sheets.map(({ name }) => name)).toEqual(["Mine", "示例销售", "示例客户"]);
  });
});
