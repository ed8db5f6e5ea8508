import { parseAddress } from "../../src/workbook/address";
import type { MemorySheet } from "../../src/workbook/memory-sheet";
import type { MemoryWorkbook } from "../../src/workbook/memory-workbook";
import type { WorkbookOutput } from "../../src/workbook/port";
import { describeWorkbook } from "./describe-workbook";
import type { CreateHarness, Harness } from "./fixtures";
import { buildBoth, buildOutput, buildSales, buildSummary, fill, startHarness } from "./fixtures";

/** What every adapter refuses, and that nothing has changed then. */
export function describeRefusals(createHarness: CreateHarness): void {
  const start = (count?: number) => startHarness(createHarness, count);
  const expectUnchanged = async (harness: Harness, output: WorkbookOutput, error: object) => {
    const before = describeWorkbook(harness.workbook);
    await expect(harness.port.write(output)).rejects.toMatchObject(error);
    expect(describeWorkbook(harness.workbook)).toEqual(before);
  };

  it("refuses to grow over cells of the user's, and changes nothing", async () => {
    const harness = await start(3);
    fill(harness.customers, "B6", [["my total"]]);
    await expectUnchanged(harness, buildBoth(5), {
      code: "noRoom",
      parameters: { sheet: "CVM Customers", address: "B6" },
    });
    await harness.port.write(buildBoth(4));
    expect(harness.customers.getValue(5, 1)).toBe("my total");
  });

  it.each([
    [
      "pivot",
      (sheet: MemorySheet) =>
        sheet.pivots.push({ name: "Pivot", range: parseAddress("A7:B9"), source: "CvmCustomers" }),
    ],
    ["table", (sheet: MemorySheet) => sheet.addTable({ name: "Mine", range: parseAddress("A7:B9") })],
  ])("refuses to grow over a %s of the user's, and changes nothing", async (_, put) => {
    const harness = await start(3);
    put(harness.customers);
    await expectUnchanged(harness, buildBoth(8), {
      code: "noRoom",
      parameters: { sheet: "CVM Customers", address: "A7:B9" },
    });
  });

  it.each([
    ["none", []],
    ["one with a comma", ["Phone, mail"]],
    ["a blank one", ["Phone", " "]],
    ["more than Excel takes", Array.from({ length: 30 }, (_, i) => `Channel number ${i}`)],
  ])("refuses to offer choices: %s, and changes nothing", async (_, choices) => {
    const harness = await start(3);
    const before = describeWorkbook(harness.workbook);
    const validations = [{ range: parseAddress("A9:A12"), choices }];
    await expect(harness.port.write(buildOutput([buildSummary({ validations })]))).rejects.toThrow(/list/);
    expect(describeWorkbook(harness.workbook)).toEqual(before);
  });

  const locks: [string, (workbook: MemoryWorkbook) => void][] = [
    ["a sheet of ours is protected", (workbook) => void (workbook.getSheet("CVM Customers")!.protected = true)],
    [
      "the structure is protected and a sheet is missing",
      (workbook) => {
        workbook.removeSheet(workbook.getSheet("CVM Summary")!);
        workbook.protected = true;
      },
    ],
  ];
  it.each(locks)("refuses when %s, and changes nothing", async (_, lock) => {
    const harness = await start(3);
    lock(harness.workbook);
    await expectUnchanged(harness, buildBoth(4), { code: "accessDenied" });
  });

  it("leaves the workbook as it was when it is cancelled half-way", async () => {
    const harness = await createHarness(buildSales());
    const before = describeWorkbook(harness.workbook);
    const controller = new AbortController();
    const reason = new Error("enough");
    const call = harness.port.write(buildBoth(50), {
      signal: controller.signal,
      onProgress: () => controller.abort(reason),
    });
    await expect(call).rejects.toBe(reason);
    expect(describeWorkbook(harness.workbook)).toEqual(before);
  });

  it("tells progress up to the whole", async () => {
    const harness = await createHarness(buildSales());
    const steps: [number, number][] = [];
    await harness.port.write(buildBoth(50), { onProgress: (done, total) => steps.push([done, total]) });
    const [done, total] = steps[steps.length - 1];
    expect(done).toBe(total);
    expect(steps.every(([at], index) => index === 0 || at >= steps[index - 1][0])).toBe(true);
  });
}
