import { describeLabels } from "./contract-labels";
import { describeFormulas } from "./contract-formulas";
import { describeRefusals } from "./contract-refusals";
import { describeOpenRows } from "./contract-rows";
import { describeView } from "./contract-view";
import { describeWriteSheets } from "./contract-write";
import type { CreateHarness } from "./fixtures";
import { buildSales } from "./fixtures";

/** What every adapter of a workbook promises. `createHarness` puts a port before a workbook that is already filled. */
export function describeWorkbookPort(name: string, createHarness: CreateHarness): void {
  describe(name, () => {
    describe("opens rows", () => describeOpenRows(createHarness));
    describe("writes sheets", () => describeWriteSheets(createHarness));
    describe("writes all or nothing", () => describeRefusals(createHarness));
    describe("writes labels beside rows", () => describeLabels(createHarness));
    describe("shows what is there", () => describeView(createHarness));

    describe("turns formulas into values and back", () => describeFormulas(createHarness));

    it("tells how the host writes dates", async () => {
      const workbook = buildSales();
      workbook.culture = { language: "zh", dateOrder: "ymd" };
      const { port } = await createHarness(workbook);
      expect(await port.readCulture()).toEqual({ language: "zh", dateOrder: "ymd" });
    });
  });
}
