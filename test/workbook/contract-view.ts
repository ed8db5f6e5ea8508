import { formatAddress, parseAddress } from "../../src/workbook/address";
import type { MemoryWorkbook } from "../../src/workbook/memory-workbook";
import type { CellPlace, OutputColors, SelectedCell } from "../../src/workbook/port";
import { describeSheet, describeWorkbook } from "./describe-workbook";
import type { CreateHarness, Harness } from "./fixtures";
import { buildBoth, buildOutput, buildSales, buildSalesTable, startHarness } from "./fixtures";

const gold = { text: 'Gold "A"', fill: "#FFD700", fontColor: "#000000" };
const plain = { text: "K1", fill: "#EEEEEE", fontColor: "#333333" };

const readSelection = ({ activeSheet, selection }: MemoryWorkbook) => ({
  shown: activeSheet.name,
  selected: `${selection.sheet.name}!${formatAddress(selection.areas[0])}`,
});

/** Events arrive a moment after what they tell of. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 20));

/** What every adapter does with selection, filters and colours of what stands in the workbook. */
export function describeView(createHarness: CreateHarness): void {
  it.each<[string, CellPlace, string, string]>([
    ["a range by the sheet's name", { sheet: { name: "sales" }, range: parseAddress("B2:C3") }, "Sales", "B2:C3"],
    ["a sheet of ours", { sheet: { id: "customers" }, range: parseAddress("A2") }, "CVM Customers", "A2"],
    [
      "consecutive rows together, however they come",
      { sheet: { name: "Sales" }, rows: [4, 3, 4, 2], firstColumn: 0, lastColumn: 3 },
      "Sales",
      "A2:D4",
    ],
    [
      "the first of rows that lie apart",
      { sheet: { name: "Sales" }, rows: [5, 2], firstColumn: 1, lastColumn: 2 },
      "Sales",
      "B2:C2",
    ],
  ])("selects %s", async (_, place, sheet, address) => {
    const { port, workbook } = await startHarness(createHarness);
    await port.select(place);
    expect(readSelection(workbook)).toEqual({ shown: sheet, selected: `${sheet}!${address}` });
  });

  it.each<[string, CellPlace, string]>([
    ["a sheet that is gone", { sheet: { name: "Orders" }, range: parseAddress("A1") }, "itemNotFound"],
    ["a sheet of ours that is not there", { sheet: { id: "tree" }, range: parseAddress("A1") }, "itemNotFound"],
    ["a hidden sheet", { sheet: { id: "customers" }, range: parseAddress("A1") }, "refused"],
  ])("does not select cells of %s", async (_, place, code) => {
    const { port, workbook, customers } = await startHarness(createHarness);
    customers.visibility = "hidden";
    const before = describeWorkbook(workbook);
    await expect(port.select(place)).rejects.toMatchObject({ code });
    expect(describeWorkbook(workbook)).toEqual(before);
  });

  it("reads a few cells of any sheet, blanks as null", async () => {
    const { port } = await startHarness(createHarness);
    expect(await port.readCells({ name: "Sales" }, parseAddress("A2:B3"))).toEqual([
      ["1001", "Ann"],
      ["1002", "Bob"],
    ]);
    expect(await port.readCells({ id: "customers" }, parseAddress("A3:D3"))).toEqual([
      ["K1", expect.any(Number), 200, null],
    ]);
    await expect(port.readCells({ id: "tree" }, parseAddress("A1"))).rejects.toMatchObject({ code: "itemNotFound" });
  });

  it("tells the cell that is selected, and the mark of a sheet of ours whatever its name", async () => {
    const { port, workbook, customers } = await startHarness(createHarness);
    workbook.select(workbook.getSheet("Sales")!, [parseAddress("B2:C3")]);
    expect(await port.readSelectedCell()).toEqual({ sheet: "Sales", row: 1, column: 1 });
    workbook.renameSheet(customers, "Kunden");
    workbook.select(customers, [parseAddress("C4")]);
    expect(await port.readSelectedCell()).toEqual({ sheet: "Kunden", id: "customers", row: 3, column: 2 });
  });

  it("tells of every new selection until nobody listens", async () => {
    const { port, workbook, customers } = await startHarness(createHarness);
    await settle();
    const heard: SelectedCell[] = [];
    const stop = await port.onSelectionChanged((cell) => void heard.push(cell));
    workbook.select(workbook.getSheet("Sales")!, [parseAddress("B2")]);
    await settle();
    workbook.activate(customers);
    await settle();
    customers.setValue(1, 1, 5);
    await settle();
    await port.select({ sheet: { name: "Sales" }, range: parseAddress("D5") });
    await settle();
    await stop();
    workbook.select(customers, [parseAddress("C3")]);
    await settle();
    expect(heard).toEqual([
      { sheet: "Sales", row: 1, column: 1 },
      { sheet: "CVM Customers", id: "customers", row: 0, column: 0 },
      { sheet: "Sales", row: 4, column: 3 },
    ]);
  });

  describe("a filter of a table of ours", () => {
    const listHidden = ({ workbook }: Harness) => [...workbook.getSheet("CVM Customers")!.hiddenRows];

    it("shows the rows with one text, one column at a time, and all again", async () => {
      const harness = await startHarness(createHarness, 4);
      const { port, workbook } = harness;
      await port.filterTable({ sheetId: "customers", header: "Customer", text: "k2" });
      expect(listHidden(harness)).toEqual([1, 2, 4]);
      expect(readSelection(workbook)).toEqual({ shown: "CVM Customers", selected: "CVM Customers!A2:C5" });
      await port.filterTable({ sheetId: "customers", header: "Revenue", text: "400" });
      expect(listHidden(harness)).toEqual([2, 3, 4]);
      await port.filterTable({ sheetId: "customers", header: "Revenue", text: null });
      expect(listHidden(harness)).toEqual([]);
    });

    it("does not stand in the way of the next run", async () => {
      const harness = await startHarness(createHarness, 4);
      const before = describeWorkbook(harness.workbook);
      await harness.port.filterTable({ sheetId: "customers", header: "Customer", text: "K2" });
      await harness.port.write(buildBoth(4));
      expect(listHidden(harness)).toEqual([]);
      expect(describeWorkbook(harness.workbook)).toEqual(before);
    });

    it.each([
      ["without the sheet", { sheetId: "tree", header: "Customer" }, "itemNotFound"],
      ["without the column", { sheetId: "customers", header: "Segment" }, "itemNotFound"],
      ["on a protected sheet", { sheetId: "customers", header: "Customer" }, "accessDenied"],
    ])("is refused %s", async (_, filter, code) => {
      const harness = await startHarness(createHarness);
      harness.customers.protected = true;
      await expect(harness.port.filterTable({ ...filter, text: "K1" })).rejects.toMatchObject({ code });
      expect(listHidden(harness)).toEqual([]);
    });
  });

  describe("colours", () => {
    const on: OutputColors = {
      sheetId: "customers",
      columns: [
        { header: "Customer", colors: [plain, gold] },
        { header: "Gone", colors: [gold] },
      ],
      labels: [{ column: 1, ...gold }],
      settings: { "cvm.colors": "on" },
    };
    const off: OutputColors = {
      ...on,
      columns: [{ header: "Customer", colors: [] }],
      labels: [],
      settings: { "cvm.colors": "" },
    };
    const startLabels = async (): Promise<Harness> => {
      const harness = await createHarness(buildSalesTable());
      const source = await harness.port.openRows({ kind: "table", table: "Orders" });
      const columns = ["Segment", "Tier"].map((header) => ({ header, values: ["a", "b", "c", "d"] }));
      await harness.port.write(buildOutput(buildBoth(3).sheets, { labels: { source, columns, colors: [] } }));
      return harness;
    };

    it("of texts are put on columns of ours and on label columns, in place of those they had", async () => {
      const { port, workbook } = await startLabels();
      await port.writeColors(on);
      expect(describeSheet(workbook.getSheet("CVM Customers")!).conditionalFormats).toEqual([
        expect.objectContaining({ range: "A2:A4", formula: '=A2="Gold ""A"""', fill: "#FFD700" }),
        expect.objectContaining({ range: "A2:A4", formula: '=A2="K1"', fill: "#EEEEEE", fontColor: "#333333" }),
        { range: "C2:C4", kind: "dataBar", color: "#5B9BD5" },
      ]);
      expect(describeSheet(workbook.getSheet("Sales")!).conditionalFormats).toEqual([
        expect.objectContaining({ range: "G4:G7", formula: '=G4="Gold ""A"""' }),
      ]);
      expect(workbook.settings.get("cvm.colors")).toBe("on");
    });

    it("are taken away and put back without a trace", async () => {
      const { port, workbook } = await startLabels();
      await port.writeColors(on);
      const before = describeWorkbook(workbook);
      await port.writeColors(off);
      const formats = workbook.sheets.flatMap((sheet) => sheet.conditionalFormats);
      expect(formats.map(({ kind }) => kind)).toEqual(["dataBar"]);
      expect(workbook.settings.has("cvm.colors")).toBe(false);
      await port.writeColors(on);
      expect(describeWorkbook(workbook)).toEqual(before);
    });

    it.each([
      ["on a protected sheet", true, "accessDenied"],
      ["without results", false, "itemNotFound"],
    ])("are refused %s", async (_, hasResults, code) => {
      const { port, workbook } = hasResults ? await startHarness(createHarness) : await createHarness(buildSales());
      for (const sheet of workbook.sheets) sheet.protected = hasResults;
      const before = describeWorkbook(workbook);
      await expect(port.writeColors(on)).rejects.toMatchObject({ code });
      expect(describeWorkbook(workbook)).toEqual(before);
    });
  });
}
