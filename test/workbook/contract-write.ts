import { parseAddress } from "../../src/workbook/address";
import type { MemoryWorkbook } from "../../src/workbook/memory-workbook";
import { formatSerial } from "../../src/workbook/serial-date";
import { describeSheet, describeWorkbook } from "./describe-workbook";
import type { CreateHarness } from "./fixtures";
import {
  buildBoth,
  buildContent,
  buildCustomers,
  buildOutput,
  buildSales,
  buildSummary,
  fill,
  startHarness,
  toDays,
} from "./fixtures";

/** What every adapter does when it writes sheets. */
export function describeWriteSheets(createHarness: CreateHarness): void {
  const start = (count?: number, workbook?: MemoryWorkbook) => startHarness(createHarness, count, workbook);

  it("writes everything that a sheet can hold", async () => {
    const { workbook, customers } = await start();
    const sheet = describeSheet(customers);
    expect(sheet).toMatchObject({
      visibility: "visible",
      tabColor: "#107C41",
      showGridlines: false,
      freeze: { rows: 1, columns: 1 },
      columnWidths: { 0: 14, 1: 14 },
      rowHeights: { 0: 30 },
      tables: [{ name: "CvmCustomers", range: "A1:C4", style: "TableStyleLight1", showFilter: true }],
      styles: {
        "A1:C1": { bold: true, fill: "#DDEBF7", wrap: true },
        "B2:B4": { numberFormat: "yyyy-mm-dd" },
        "C2:C4": { numberFormat: '"€"#,##0.00', horizontalAlign: "right" },
      },
    });
    expect(sheet.cells).toEqual({
      ...{ A1: "Customer", B1: "Last order", C1: "Revenue" },
      ...{ A2: "=1+1", B2: formatSerial(toDays("2024-01-01")), C2: 300 },
      ...{ A3: "K1", B3: formatSerial(toDays("2024-01-02")), C3: 200 },
      ...{ A4: "K2", B4: formatSerial(toDays("2024-01-03")), C4: 100 },
    });
    expect(sheet.conditionalFormats).toEqual([
      { range: "A2:A4", kind: "formula", formula: '=$A2="K1"', fill: "#FFF2CC", bold: true },
      { range: "C2:C4", kind: "dataBar", color: "#5B9BD5" },
    ]);
    const summary = describeSheet(workbook.getSheet("CVM Summary")!);
    expect(summary).toMatchObject({
      merges: ["A1:C1"],
      links: { A4: "'CVM Customers'!A1" },
      validations: [{ range: "B3:B5", choices: ["Gold", "Silver", '"B" & C'] }],
      print: { orientation: "landscape", pagesWide: 1, repeatRows: 2, breaks: [7, 20], paper: "A4" },
      charts: [
        {
          name: "Tiers",
          kind: "column",
          place: "A8:E19",
          valueMaximum: 10,
          series: [{ categories: "B3:B5", values: "C3:C5", color: "#5B9BD5" }],
        },
      ],
    });
    expect(summary.cells).toEqual({
      A1: "Customer value",
      ...{ A3: "Customers", B3: "Gold", C3: 5 },
      ...{ A4: "Details", B4: "Silver" },
      ...{ A5: "Average", B5: "Basic", C5: true },
      C6: { formula: "=SUM(CvmCustomers[Revenue])+'CVM Customers'!C2", value: 900 },
    });
    expect(workbook.sheets.map((one) => one.name)).toEqual(["Sales", "CVM Summary", "CVM Customers"]);
    expect([workbook.activeSheet.name, workbook.settings.get("cvm.run")]).toEqual(["CVM Summary", "{}"]);
  });

  it("leaves the user's sheets as they were", async () => {
    const workbook = buildSales();
    const before = describeSheet(workbook.activeSheet);
    await start(3, workbook);
    expect(describeSheet(workbook.sheets[0])).toEqual(before);
  });

  it("writes what it reads: values, dates and settings come back", async () => {
    for (const date1904 of [false, true]) {
      const { port } = await start(2, buildSales("A1", date1904));
      expect(await port.readSheet("customers")).toEqual([
        ["Customer", "Last order", "Revenue"],
        ["=1+1", toDays("2024-01-01"), 200],
        ["K1", toDays("2024-01-02"), 100],
      ]);
      expect([await port.readSetting("cvm.run"), await port.readSetting("cvm.none")]).toEqual(["{}", null]);
      expect(await port.readSheet("clusters")).toBeNull();
    }
  });

  it("writes dates in the workbook's own date system", async () => {
    const { customers } = await start(1, buildSales("A1", true));
    expect(customers.getValue(1, 1)).toBe(formatSerial(toDays("2024-01-01"), true));
  });

  it.each(["=1+1", "+cmd", "@x", "-2+3", "00123", "1/2", "TRUE", "#N/A", "'quoted", "12345678901234567890"])(
    "writes the text %s as text",
    async (text) => {
      const harness = await createHarness(buildSales());
      const content = buildContent({
        id: "notes",
        name: "CVM Notes",
        values: [{ row: 0, column: 0, columns: [["Text", text]] }],
      });
      await harness.port.write(buildOutput([content]));
      expect(describeSheet(harness.workbook.getSheet("CVM Notes")!)).toMatchObject({
        cells: { A1: "Text", A2: text },
        styles: {},
      });
    },
  );

  it("keeps sheets, tables and charts when it is run again, whatever the user named them", async () => {
    const { workbook, port, customers } = await start(5);
    const summary = workbook.getSheet("CVM Summary")!;
    const ids = [customers.id, customers.tables[0].id, summary.id, summary.charts[0].id];
    workbook.renameSheet(customers, "My customers");
    workbook.renameTable(customers.tables[0], "MyTable");
    workbook.names.set("Mine", { reference: "'My customers'!$A$1" });
    await port.write(buildBoth(3));
    expect([customers.id, customers.tables[0].id, summary.id, summary.charts[0].id]).toEqual(ids);
    expect(workbook.sheets.map((sheet) => sheet.name)).toEqual(["Sales", "CVM Summary", "My customers"]);
    expect(describeSheet(customers)).toMatchObject({ tables: [{ name: "MyTable", range: "A1:C4" }] });
    expect(customers.usedRange()).toEqual(parseAddress("A1:C4"));
    expect([summary.getFormula(5, 2), summary.getLink(3, 0)]).toEqual([
      "=SUM(MyTable[Revenue])+'My customers'!C2",
      "'My customers'!A1",
    ]);
  });

  it("gives the same workbook when it is run again, and what a first run gives when it shrank or grew", async () => {
    const { workbook, port } = await start(3);
    const first = describeWorkbook(workbook);
    await port.write(buildBoth(3));
    expect(describeWorkbook(workbook)).toEqual(first);
    await port.write(buildBoth(6));
    expect(describeWorkbook(workbook)).toEqual(describeWorkbook((await start(6)).workbook));
    await port.write(buildBoth(2));
    expect(describeWorkbook(workbook)).toEqual(describeWorkbook((await start(2)).workbook));
  });

  it("keeps what the user put beside and below our cells", async () => {
    const { port, customers } = await start(4);
    customers.setFormula(1, 4, "=[@Revenue]*2", 600);
    customers.setFormula(20, 2, "=SUM(CvmCustomers[Revenue])", 600);
    customers.applyStyle(parseAddress("E2"), { italic: true });
    fill(customers, "G1", [["my note"]]);
    await port.write(buildBoth(3));
    expect(describeSheet(customers)).toMatchObject({
      cells: {
        E2: { formula: "=[@Revenue]*2", value: 600 },
        C21: { formula: "=SUM(CvmCustomers[Revenue])", value: 600 },
        G1: "my note",
      },
      styles: { E2: { italic: true } },
    });
  });

  it("keeps columns that the user added to our table part of it", async () => {
    const { port, customers } = await start(4);
    fill(customers, "D1", [["Mine"], [1], [2], [3], [4]]);
    customers.tables[0].range = parseAddress("A1:D5");
    await port.write(buildBoth(3));
    expect(customers.tables[0].range).toEqual(parseAddress("A1:D4"));
    expect(customers.readValues(parseAddress("D1:D5"))).toEqual([["Mine"], [1], [2], [3], [4]]);
  });

  it("removes our charts, tables and conditional formats that are no more, and no others", async () => {
    const { workbook, port, customers } = await start(3);
    const summary = workbook.getSheet("CVM Summary")!;
    summary.putChart({ ...summary.charts[0], name: "Mine", place: parseAddress("H1:K9") });
    customers.conditionalFormats.push({ range: parseAddress("H1:H9"), kind: "dataBar", color: "#FF0000" });
    await port.write(
      buildOutput([buildSummary({ charts: [] }), buildCustomers(3, { tables: [], conditionalFormats: [] })]),
    );
    expect(summary.charts.map((chart) => chart.name)).toEqual(["Mine"]);
    expect(customers.tables).toEqual([]);
    expect(customers.conditionalFormats.map((format) => format.range)).toEqual([parseAddress("H1:H9")]);
    expect(customers.getValue(0, 0)).toBe("Customer");
  });

  it("takes lists to choose from away with the run that has none", async () => {
    const { workbook, port } = await start(3);
    await port.write(buildOutput([buildSummary({ validations: undefined, formulas: [] })]));
    expect(workbook.getSheet("CVM Summary")!.validations).toEqual([]);
  });

  it("gives a free name to sheets and tables whose names the user has taken, and formulas follow", async () => {
    const workbook = buildSales("B3");
    workbook.activeSheet.addTable({ name: "cvmcustomers", range: parseAddress("B3:E7") });
    workbook.addSheet("cvm customers");
    const { port } = await createHarness(workbook);
    await port.write(buildBoth(2));
    expect(workbook.sheets.map((sheet) => sheet.name)).toEqual([
      "Sales",
      "cvm customers",
      "CVM Summary",
      "CVM Customers (2)",
    ]);
    expect(workbook.getSheet("CVM Customers (2)")!.tables[0].name).toBe("CvmCustomers_2");
    const summary = workbook.getSheet("CVM Summary")!;
    expect([summary.getFormula(5, 2), summary.getLink(3, 0)]).toEqual([
      "=SUM(CvmCustomers_2[Revenue])+'CVM Customers (2)'!C2",
      "'CVM Customers (2)'!A1",
    ]);
  });

  it("hides sheets as asked, and deletes a setting that is set to nothing", async () => {
    const { workbook, port } = await start(2);
    const history = buildContent({
      id: "history",
      name: "CVM History",
      visibility: "veryHidden",
      values: [{ row: 0, column: 0, columns: [["x"]] }],
    });
    await port.write(buildOutput([history], { settings: { "cvm.run": "" } }));
    expect(await port.listSheets()).toEqual([
      { name: "Sales", visibility: "visible" },
      { name: "CVM Summary", visibility: "visible", id: "summary" },
      { name: "CVM Customers", visibility: "visible", id: "customers" },
      { name: "CVM History", visibility: "veryHidden", id: "history" },
    ]);
    expect(await port.listTables()).toEqual([{ name: "CvmCustomers", sheet: "CVM Customers" }]);
    expect(workbook.settings.has("cvm.run")).toBe(false);
  });

  it("takes everything away again: values and sheets are what they were", async () => {
    const workbook = buildSales();
    workbook.settings.set("other", "kept");
    const { port } = await createHarness(workbook);
    const before = describeWorkbook(workbook);
    await port.write(buildBoth(3));
    expect(await port.removeOutput()).toEqual(["CVM Summary", "CVM Customers"]);
    expect(describeWorkbook(workbook)).toEqual(before);
    expect(await port.removeOutput()).toEqual([]);
  });

  it("leaves an empty sheet when all sheets were ours", async () => {
    const { workbook, port } = await start(1);
    workbook.removeSheet(workbook.getSheet("Sales")!);
    await port.removeOutput();
    expect(workbook.sheets.map((sheet) => [sheet.name, sheet.usedRange()])).toEqual([["Sheet1", null]]);
  });
}
