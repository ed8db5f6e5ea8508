import { parseAddress } from "../../src/workbook/address";
import type { MemoryWorkbook } from "../../src/workbook/memory-workbook";
import type { LabelColumns, RowReference } from "../../src/workbook/port";
import { describeSheet, describeWorkbook } from "./describe-workbook";
import type { CreateHarness, Harness } from "./fixtures";
import { buildOutput, buildSales, buildSalesTable, fill, headers } from "./fixtures";

const colors: LabelColumns["colors"] = [{ column: 1, text: 'Gold "A"', fill: "#FFD700", fontColor: "#000000" }];

/** What every adapter does with columns beside the user's rows. */
export function describeLabels(createHarness: CreateHarness): void {
  const label = async (
    { port }: Harness,
    reference: RowReference,
    columns: [string, (string | null)[]][],
    withColors = false,
  ) => {
    const source = await port.openRows(reference);
    const labels: LabelColumns = {
      source,
      columns: columns.map(([header, values]) => ({ header, values })),
      colors: withColors ? colors : [],
    };
    await port.write(buildOutput([], { labels }));
    return source;
  };
  const two: [string, (string | null)[]][] = [
    ["Segment", ["a", "b", null, "=d"]],
    ["Tier", ['Gold "A"', "T1", "T1", "T2"]],
  ];
  const written = [
    ["Segment", "Tier"],
    ["a", 'Gold "A"'],
    ["b", "T1"],
    [null, "T1"],
    ["=d", "T2"],
  ];
  const table: RowReference = { kind: "table", table: "Orders" };
  const whole: RowReference = { kind: "range", sheet: "Sales" };
  const read = (workbook: MemoryWorkbook, address: string) =>
    workbook.getSheet("Sales")!.readValues(parseAddress(address));

  it("appends columns to a table", async () => {
    const harness = await createHarness(buildSalesTable());
    await label(harness, table, two, true);
    const { workbook } = harness;
    expect(read(workbook, "F3:G7")).toEqual(written);
    expect(describeSheet(workbook.sheets[0])).toMatchObject({
      tables: [{ name: "Orders", range: "B3:G7" }],
      conditionalFormats: [
        {
          range: "G4:G7",
          kind: "formula",
          formula: '=G4="Gold ""A"""',
          fill: "#FFD700",
          fontColor: "#000000",
        },
      ],
    });
  });

  it("writes into the first blank columns at the right of a plain range", async () => {
    const workbook = buildSales("B3");
    fill(workbook.activeSheet, "G5", [["my note"]]);
    const harness = await createHarness(workbook);
    await label(harness, { kind: "range", address: "B3:E7" }, two);
    expect(read(workbook, "F3:I7")).toEqual([
      [null, null, "Segment", "Tier"],
      [null, null, "a", 'Gold "A"'],
      [null, "my note", "b", "T1"],
      [null, null, null, "T1"],
      [null, null, "=d", "T2"],
    ]);
  });

  it.each([
    ["a table", buildSalesTable, table, "F3:G7"],
    ["a plain range", () => buildSales("B3"), whole, "F3:G7"],
  ])(
    "overwrites its own columns beside %s on the next run, and never reads them as data",
    async (_, build, reference, address) => {
      const harness = await createHarness(build());
      await label(harness, reference, two, true);
      const first = describeWorkbook(harness.workbook);
      const source = await label(harness, reference, two, true);
      expect(source.headers).toEqual(headers);
      expect(describeWorkbook(harness.workbook)).toEqual(first);
      await label(harness, reference, [["Stage", ["w", "x", "y", "z"]]]);
      expect(read(harness.workbook, address)).toEqual([
        ["Stage", null],
        ["w", null],
        ["x", null],
        ["y", null],
        ["z", null],
      ]);
      expect(harness.workbook.sheets[0].conditionalFormats).toEqual([]);
    },
  );

  it("leaves no label of the last run on rows that are not in this one", async () => {
    const harness = await createHarness(buildSales("B3"));
    await label(harness, whole, two);
    await label(harness, { kind: "range", address: "B3:E5" }, [
      ["Segment", ["p", "q"]],
      ["Tier", ["r", "s"]],
    ]);
    expect(read(harness.workbook, "F3:G7")).toEqual([
      ["Segment", "Tier"],
      ["p", "r"],
      ["q", "s"],
      [null, null],
      [null, null],
    ]);
  });

  it("finds its columns when the user put a column in front of them", async () => {
    const workbook = buildSales("B3");
    const harness = await createHarness(workbook);
    const reference: RowReference = { kind: "range", address: "B3:E7" };
    await label(harness, reference, two);
    const sheet = workbook.activeSheet;
    const cells = sheet.readValues(parseAddress("F3:G7"));
    fill(sheet, "F3", [["Mine"], [1], [2], [3], [4]]);
    fill(sheet, "G3", cells);
    await label(harness, reference, two);
    expect(read(workbook, "F3:I7").map((row) => row.slice(1))).toEqual(written.map((row) => [...row, null]));
    expect(read(workbook, "F4:F7")).toEqual([[1], [2], [3], [4]]);
  });

  it("gives a header that the rows already have a number", async () => {
    const workbook = buildSalesTable();
    workbook.activeSheet.setValue(2, 4, "Tier");
    const harness = await createHarness(workbook);
    await label(harness, table, two);
    expect(read(workbook, "E3:G3")).toEqual([["Tier", "Segment", "Tier 2"]]);
  });

  it("writes to the rows that were read, though they are several blocks", async () => {
    const workbook = buildSales("A1");
    workbook.select(workbook.activeSheet, ["A1:D2", "A4:D5"].map(parseAddress));
    const harness = await createHarness(workbook);
    await label(harness, { kind: "selection" }, [["Tier", ["x", "y", "z"]]]);
    expect(read(workbook, "E1:E5")).toEqual([["Tier"], ["x"], [null], ["y"], ["z"]]);
  });

  it("refuses when cells right of the table are not blank, and changes nothing", async () => {
    const workbook = buildSalesTable();
    fill(workbook.activeSheet, "G6", [["my note"]]);
    const harness = await createHarness(workbook);
    const before = describeWorkbook(workbook);
    await expect(label(harness, table, two)).rejects.toMatchObject({
      code: "noRoom",
      parameters: { sheet: "Sales", address: "F3:G7" },
    });
    expect(describeWorkbook(workbook)).toEqual(before);
  });

  it("refuses on a protected sheet, and changes nothing", async () => {
    const workbook = buildSalesTable();
    workbook.activeSheet.protected = true;
    const harness = await createHarness(workbook);
    const before = describeWorkbook(workbook);
    await expect(label(harness, table, two)).rejects.toMatchObject({ code: "accessDenied" });
    expect(describeWorkbook(workbook)).toEqual(before);
  });

  it("refuses rows that are of a file", async () => {
    const harness = await createHarness(buildSales());
    const source = {
      ...(await harness.port.openRows(whole)),
      place: null,
      rowNumber: (position: number) => position + 1,
    };
    const labels = { source: source as unknown as LabelColumns["source"], columns: [], colors: [] };
    await expect(harness.port.write(buildOutput([], { labels }))).rejects.toMatchObject({
      code: "notSupported",
    });
  });

  it.each([
    ["a table", buildSalesTable, table],
    ["a plain range", () => buildSales("B3"), whole],
  ])("takes its columns beside %s away again, and nothing else", async (_, build, reference) => {
    const workbook = build();
    fill(workbook.activeSheet, "K4", [["my note"]]);
    const harness = await createHarness(workbook);
    const before = describeWorkbook(workbook);
    await label(harness, reference.kind === "table" ? reference : { kind: "range", address: "B3:E7" }, two, true);
    await harness.port.removeOutput();
    expect(describeWorkbook(workbook)).toEqual(before);
  });

  it("takes its columns out of a table that the user has added columns to", async () => {
    const workbook = buildSalesTable();
    const harness = await createHarness(workbook);
    await label(harness, table, two);
    fill(workbook.activeSheet, "H3", [["Mine"], [1], [2], [3], [4]]);
    workbook.activeSheet.tables[0].range = parseAddress("B3:H7");
    await harness.port.removeOutput();
    expect(read(workbook, "E3:H4")).toEqual([
      ["Amount", "Mine", null, null],
      [12.5, 1, null, null],
    ]);
    expect(describeSheet(workbook.sheets[0]).tables).toMatchObject([{ name: "Orders", range: "B3:F7" }]);
  });
}
