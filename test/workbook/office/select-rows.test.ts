import { formatAreas, parseAddress } from "../../../src/workbook/address";
import type { MemoryWorkbook } from "../../../src/workbook/memory-workbook";
import { loadOffice, supportExcelApi } from "../../helpers/load-office";
import { createOfficeHarness } from "../../helpers/office-harness";
import { buildSales } from "../fixtures";

interface Library {
  readonly OfficeExtension: { readonly BatchApiHelper: { invokeMethod(...args: unknown[]): void } };
  readonly Excel: { readonly RangeAreas: { readonly prototype: { select?: (this: object) => void } } };
}

const readAreas = ({ selection }: MemoryWorkbook) => formatAreas(selection.areas);
const place = { sheet: { name: "Sales" }, firstColumn: 0, lastColumn: 3 };

/** A method of ExcelApi 1.18, which the library of these tests does not have yet. */
function addAreaSelection(): () => void {
  loadOffice();
  const { OfficeExtension, Excel } = globalThis as unknown as Library;
  const { prototype } = Excel.RangeAreas;
  prototype.select = function (this: object) {
    OfficeExtension.BatchApiHelper.invokeMethod(this, "Select", 1, [], 4, 0);
  };
  return () => delete prototype.select;
}

describe("rows that lie apart", () => {
  afterEach(() => supportExcelApi(null));

  it("are selected together where Excel can", async () => {
    const restore = addAreaSelection();
    const workbook = buildSales();
    await createOfficeHarness(workbook).port.select({ ...place, rows: [5, 2, 3] });
    restore();
    expect(readAreas(workbook)).toBe("A2:D3,A5:D5");
  });

  it("are selected as far as one address can name them", async () => {
    const restore = addAreaSelection();
    const workbook = buildSales();
    const rows = Array.from({ length: 3000 }, (_, i) => 2 + 2 * i);
    await createOfficeHarness(workbook).port.select({ ...place, rows });
    restore();
    const address = readAreas(workbook);
    expect(address.length).toBeLessThanOrEqual(8192);
    expect(address.length).toBeGreaterThan(8150);
    expect(address.startsWith("A2:D2,A4:D4,")).toBe(true);
  });

  it("are selected up to the first gap where Excel is older", async () => {
    const restore = addAreaSelection();
    supportExcelApi("1.13");
    const workbook = buildSales();
    await createOfficeHarness(workbook).port.select({ ...place, rows: [2, 3, 5] });
    restore();
    expect(readAreas(workbook)).toBe("A2:D3");
  });
});

describe("a selection that fails", () => {
  it("says so while another workbook has the focus", async () => {
    const { port, simulator } = createOfficeHarness(buildSales());
    simulator.otherWorkbookActive = true;
    await expect(port.select({ sheet: { name: "Sales" }, range: parseAddress("A1") })).rejects.toMatchObject({
      code: "inactiveWorkbook",
    });
    expect(await port.readSelectedCell()).toBeNull();
  });
});
