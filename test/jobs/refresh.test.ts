import { formatIsoDay } from "../../src/core/days";
import { SETTINGS_KEY } from "../../src/jobs/analyze-request";
import { readAnalyzedSource } from "../../src/jobs/analyzed-source";
import { judgeLastRun, refresh } from "../../src/jobs/refresh";
import { COLORS_KEY, readSegmentColors, switchSegmentColors } from "../../src/jobs/segment-colors";
import { PRODUCT_VERSION } from "../../src/jobs/version";
import { MemoryPort } from "../../src/workbook/memory";
import type { MemoryWorkbook } from "../../src/workbook/memory-workbook";
import { describeWorkbook } from "../workbook/describe-workbook";
import { analyzeWorkbook, buildShopWorkbook } from "../helpers/shop-workbook";

const request = { language: "en", today: 30000 } as const;
const fast = { lenses: ["rf-map", "value-pyramid"], asOf: "2026-06-30" };
const countRows = async (workbook: MemoryWorkbook) =>
  (await refresh(new MemoryPort(workbook), request)).analysis.summary.report.rows.read;

function addRow(workbook: MemoryWorkbook): void {
  const sales = workbook.getSheet("Sales")!;
  const { rowCount, columnCount } = sales.usedRange({ row: 0, column: 0, rowCount: 5000, columnCount: 9 })!;
  const [last] = sales.readValues({ row: rowCount - 1, column: 0, rowCount: 1, columnCount });
  last.forEach((value, column) => sales.setValue(rowCount, column, value));
}

describe("refresh", () => {
  it("repeats the last run to the cell, wherever the selection is by then", async () => {
    const workbook = buildShopWorkbook(30);
    await analyzeWorkbook(workbook, fast, { language: "zh", version: PRODUCT_VERSION });
    await refresh(new MemoryPort(workbook), request);
    const before = describeWorkbook(workbook);
    workbook.activate(workbook.getSheet("Clients")!);
    await refresh(new MemoryPort(workbook), request);
    expect(describeWorkbook(workbook)).toEqual(before);
    expect(await readAnalyzedSource(new MemoryPort(workbook))).toMatchObject({
      reference: { kind: "range", sheet: "Sales", address: "A:I" },
      language: "zh",
    });
  });

  it("reads the rows that were added to the list since, also to a table, but none that the user did not select", async () => {
    const workbook = buildShopWorkbook(30);
    const first = await analyzeWorkbook(workbook, fast);
    const { read } = first.analysis.summary.report.rows;
    addRow(workbook);
    expect(await countRows(workbook)).toBe(read + 1);

    const sales = workbook.getSheet("Sales")!;
    sales.addTable({ name: "Orders", range: { row: 0, column: 0, rowCount: read + 2, columnCount: 9 } });
    const port = new MemoryPort(workbook);
    await analyzeWorkbook(workbook, fast, { source: await port.openRows({ kind: "table", table: "Orders" }) });
    addRow(workbook);
    sales.tables[0].range = { ...sales.tables[0].range, rowCount: read + 3 };
    expect(await countRows(workbook)).toBe(read + 2);

    const source = await port.openRows({ kind: "range", sheet: "Sales", address: "A1:I31" });
    await analyzeWorkbook(workbook, fast, { source });
    expect(await countRows(workbook)).toBe(30);
  });

  it("uses the meaning that the user gave to columns", async () => {
    const workbook = buildShopWorkbook(30);
    const columns = { roles: { channel: "" }, attributes: null };
    const { columns: named } = await analyzeWorkbook(workbook, fast, { columns });
    expect(named.channel).toBeUndefined();
    const judged = await judgeLastRun(new MemoryPort(workbook), request);
    expect(judged.columns).toEqual(named);
  });

  it.each([
    ["is broken", "{"],
    ["names a table that is no more", '{"reference":{"kind":"table","table":"Gone"},"columns":{}}'],
  ])("finds the order lines itself where what the workbook keeps of them %s", async (_, text) => {
    const workbook = buildShopWorkbook(30);
    const { analysis } = await analyzeWorkbook(workbook, fast);
    workbook.settings.set("cvm.source", text);
    expect(await countRows(workbook)).toBe(analysis.summary.report.rows.read);
  });

  it("judges by the cuts, thresholds and centres of the last run, and says so", async () => {
    const workbook = buildShopWorkbook(60);
    const settings = { lenses: ["rf-map", "rfm-types", "value-classes", "clusters"], clvModel: "bg-nbd" as const };
    const version = { version: PRODUCT_VERSION };
    const first = (await analyzeWorkbook(workbook, settings, version)).analysis;
    const sales = workbook.getSheet("Sales")!;
    // A customer who buys so much that cuts and centres of their own would move.
    for (let i = 0; i < 40; i++) addRow(workbook);
    const { analysis } = await refresh(new MemoryPort(workbook), request);
    expect(analysis.summary.report.rows.read).toBe(first.summary.report.rows.read + 40);
    expect(analysis.judgedBy).toEqual({ asOf: formatIsoDay(first.summary.report.period.asOfDay!) });
    expect(analysis.lenses.map(({ model }) => model)).toEqual(
      first.lenses.map(({ model }) => JSON.parse(JSON.stringify(model)) as unknown),
    );
    expect(analysis.rfm.recency.edges).toEqual(first.rfm.recency.edges);
    const clusters = analysis.clusterings.find(({ lens }) => lens === "clusters")!;
    expect(clusters.quality.silhouette).toBeGreaterThan(-1);
    const notes = (await new MemoryPort(workbook).readSheet("notes"))!.flat().join("\n");
    expect(notes).toContain(analysis.judgedBy!.asOf);

    sales.setValue(1, 0, "other");
    await analyzeWorkbook(workbook, { ...settings, bins: 4 }, version);
    workbook.settings.set(SETTINGS_KEY, JSON.stringify({ ...settings, bins: 3 }));
    const changed = await judgeLastRun(new MemoryPort(workbook), request);
    expect([changed.analysis.judgedBy, changed.analysis.rfm.bins]).toEqual([null, 3]);
  });

  it("fits anew where the models that the workbook keeps were changed by hand", async () => {
    const workbook = buildShopWorkbook(30);
    await analyzeWorkbook(workbook, fast, { version: PRODUCT_VERSION });
    const history = workbook.getSheet("CVM History")!;
    const model = String(history.getValue(2, 0));
    history.setValue(2, 0, model.replace(/"edges":\{[^}]*\}/, '"edges":{}'));
    const { analysis } = await refresh(new MemoryPort(workbook), request);
    expect(analysis.judgedBy).toBeNull();
  });

  it("only judges where nothing is to be written", async () => {
    const workbook = buildShopWorkbook(30);
    await analyzeWorkbook(workbook, fast);
    addRow(workbook);
    const before = describeWorkbook(workbook);
    await judgeLastRun(new MemoryPort(workbook), request);
    expect(describeWorkbook(workbook)).toEqual(before);
  });

  it("has nothing to repeat in a workbook without results", async () => {
    const port = new MemoryPort(buildShopWorkbook(30));
    await expect(refresh(port, request)).rejects.toMatchObject({ code: "noResults" });
  });
});

describe("segment colours", () => {
  const listFormulas = (workbook: MemoryWorkbook) =>
    ["CVM Customers", "Sales"].map(
      (name) => workbook.getSheet(name)!.conditionalFormats.filter(({ kind }) => kind === "formula").length,
    );

  it("go and come back on customers and labels, and runs to come honour the choice", async () => {
    const workbook = buildShopWorkbook(30);
    const port = new MemoryPort(workbook);
    await analyzeWorkbook(workbook, fast, { labels: true });
    const colored = listFormulas(workbook);
    expect(Math.min(...colored)).toBeGreaterThan(3);
    expect(await switchSegmentColors(port)).toBe(false);
    expect(listFormulas(workbook)).toEqual([0, 0]);
    await analyzeWorkbook(workbook, fast, { labels: true });
    expect(listFormulas(workbook)).toEqual([0, 0]);
    expect(await readSegmentColors(port)).toMatchObject({ isShown: false });
    expect(await switchSegmentColors(port)).toBe(true);
    expect(listFormulas(workbook)).toEqual(colored);
  });

  it.each([
    ["nothing was analysed", () => undefined],
    [
      "the customers' sheet is gone",
      (workbook: MemoryWorkbook) => workbook.removeSheet(workbook.getSheet("CVM Customers")!),
    ],
    ["the setting is broken", (workbook: MemoryWorkbook) => workbook.settings.set(COLORS_KEY, "[")],
  ])("cannot be switched when %s", async (title, spoil) => {
    const workbook = buildShopWorkbook(30);
    if (title !== "nothing was analysed") await analyzeWorkbook(workbook, fast);
    expect(workbook.settings.has(SETTINGS_KEY)).toBe(title !== "nothing was analysed");
    spoil(workbook);
    await expect(switchSegmentColors(new MemoryPort(workbook))).rejects.toMatchObject({ code: "noResults" });
  });
});
