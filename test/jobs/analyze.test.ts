import { toDayNumber } from "../../src/core/days";
import { defaultSettings } from "../../src/core/report/settings";
import { SETTINGS_KEY } from "../../src/jobs/analyze-request";
import { analyzeSelection } from "../../src/jobs/analyze-selection";
import { MemoryPort } from "../../src/workbook/memory";
import type { MemoryWorkbook } from "../../src/workbook/memory-workbook";
import { analyzeWorkbook, buildShopWorkbook, describeOutcome, fillSheet } from "../helpers/shop-workbook";
import { describeWorkbook } from "../workbook/describe-workbook";

jest.setTimeout(60_000);

const CUSTOMERS = "CVM Customers";
const STAGES = ["read", "summarize", "rfm", "lenses", "clusters", "tree", "report", "layout", "write"];

const identities = (workbook: MemoryWorkbook) =>
  workbook.sheets.map((sheet) => [sheet.name, sheet.id, sheet.tables.map((table) => [table.id, table.name])]);

describe("the main job on a workbook", () => {
  it("run again keeps sheets, tables, formulas that point at them and what was typed beside them", async () => {
    const workbook = buildShopWorkbook();
    await analyzeWorkbook(workbook);
    const before = identities(workbook);
    const sheet = workbook.getSheet(CUSTOMERS)!;
    const [table] = sheet.tables;
    const right = table.range.column + table.range.columnCount + 1;
    sheet.setValue(table.range.row + 1, right, "call on Monday");
    const sales = workbook.getSheet("Sales")!;
    sales.setFormula(0, 20, `=SUM(${table.name}[Revenue])`, 1);
    sales.setFormula(1, 20, `='${CUSTOMERS}'!A2`, "C000");
    workbook.renameSheet(sheet, "My customers");

    const { analysis } = await analyzeWorkbook(workbook, { bins: 4 });
    expect(identities(workbook)).toEqual(
      before.map(([name, ...rest]) => [name === CUSTOMERS ? "My customers" : name, ...rest]),
    );
    expect(sheet.getValue(table.range.row + 1, right)).toBe("call on Monday");
    expect(sales.getFormula(0, 20)).toBe(`=SUM(${table.name}[Revenue])`);
    expect(sales.getFormula(1, 20)).toBe("='My customers'!A2");
    expect(table.range.rowCount).toBe(analysis.summary.customers.ids.length + 1);
  });

  it("run again on fewer rows leaves no row of the larger run behind", async () => {
    const workbook = buildShopWorkbook(60);
    await analyzeWorkbook(workbook);
    const sales = workbook.getSheet("Sales")!;
    const { rowCount } = sales.usedRange()!;
    for (let row = 200; row < rowCount; row++)
      for (let column = 0; column < 9; column++) sales.setValue(row, column, null);
    await analyzeWorkbook(workbook);
    const fresh = buildShopWorkbook(60);
    const freshSales = fresh.getSheet("Sales")!;
    for (let row = 200; row < rowCount; row++)
      for (let column = 0; column < 9; column++) freshSales.setValue(row, column, null);
    await analyzeWorkbook(fresh);
    const cells = (book: MemoryWorkbook) => describeWorkbook(book).sheets.find(({ name }) => name === CUSTOMERS)?.cells;
    expect(cells(workbook)).toEqual(cells(fresh));
  });

  it.each([false, true])("leaves the workbook as it was once its output is removed (labels: %s)", async (labels) => {
    const workbook = buildShopWorkbook();
    const before = describeWorkbook(workbook);
    await analyzeWorkbook(workbook, {}, { labels });
    await analyzeWorkbook(workbook, { refunds: "drop" }, { labels });
    const removed = await new MemoryPort(workbook).removeOutput();
    expect(removed).toEqual(expect.arrayContaining(["CVM Summary", CUSTOMERS, "CVM Notes", "CVM History"]));
    expect(describeWorkbook(workbook)).toEqual(before);
  });

  it.each(STAGES)("cancelled while it is at %s leaves the workbook as it was", async (stage) => {
    const workbook = buildShopWorkbook();
    await analyzeWorkbook(workbook, {}, { labels: true });
    const before = describeWorkbook(workbook);
    const controller = new AbortController();
    const seen: string[] = [];
    const run = analyzeWorkbook(
      workbook,
      { bins: 3 },
      { labels: true },
      {
        signal: controller.signal,
        onProgress: (progress) => {
          seen.push(progress.stage);
          if (progress.stage === stage) controller.abort();
        },
      },
    );
    await expect(run).rejects.toMatchObject({ name: "AbortError" });
    expect(seen).toContain(stage);
    expect(describeWorkbook(workbook)).toEqual(before);
  });

  it("that fails leaves the workbook as it was", async () => {
    const workbook = buildShopWorkbook();
    const before = describeWorkbook(workbook);
    await expect(analyzeWorkbook(workbook, { asOf: "2000-01-01" })).rejects.toMatchObject({ code: "asOfTooEarly" });
    workbook.protected = true;
    await expect(analyzeWorkbook(workbook)).rejects.toMatchObject({ code: "accessDenied" });
    workbook.protected = false;
    expect(describeWorkbook(workbook)).toEqual(before);
  });

  it("finds the sheet with a row per customer by the header of its column", async () => {
    const { customerTable, analysis } = await analyzeWorkbook(buildShopWorkbook());
    expect(customerTable?.title).toBe("Clients!A1:B61");
    expect(analysis.summary.customers.attributes.map(({ name }) => name)).toContain("Staff");
    expect(analysis.summary.report.joined).toEqual({ matched: 60, withoutRow: 1, withoutPurchase: 0 });
    const renamed = buildShopWorkbook();
    renamed.getSheet("Clients")!.setValue(0, 0, "Account");
    expect((await analyzeWorkbook(renamed)).customerTable).toBeNull();
  });

  it("labels every row whose customer is in the summary", async () => {
    const workbook = buildShopWorkbook();
    const { analysis } = await analyzeWorkbook(workbook, {}, { labels: true });
    const sales = workbook.getSheet("Sales")!;
    const headers = [9, 10, 11].map((column) => sales.getValue(0, column));
    expect(headers).toEqual(["Segment", "Tier", "Class"]);
    const { rowCount } = sales.usedRange()!;
    const known = new Set(analysis.summary.customers.ids);
    for (let row = 1; row < rowCount; row++) {
      const isKnown = known.has(String(sales.getValue(row, 1)));
      const isUsed = isKnown && sales.getValue(row, 2) !== "31/02/2025";
      expect([row, [9, 10, 11].map((column) => sales.getValue(row, column) !== null)]).toEqual([
        row,
        [isUsed, isUsed, isUsed],
      ]);
    }
  });
});

describe("settings of a run", () => {
  const today = toDayNumber(2030, 12, 31);
  const analyzeSelected = (workbook: MemoryWorkbook) =>
    analyzeSelection(new MemoryPort(workbook), { language: "en", today }, {});

  it("are kept in the workbook and used by the next run", async () => {
    const workbook = buildShopWorkbook();
    const first = await analyzeWorkbook(workbook, { bins: 3, scoreMethod: "rank", asOf: "2025-12-31" });
    const second = await analyzeSelected(workbook);
    expect(second.analysis.settings).toEqual(first.analysis.settings);
    expect(describeOutcome(second)).toEqual(describeOutcome(first));
  });

  it.each([
    ["no JSON", "{bins"],
    ["another kind of value", "[1,2]"],
    ["a setting out of range", '{"bins":99}'],
    ["a setting nobody knows", '{"__proto__":{"bins":3},"surprise":true}'],
  ])("that are %s are not used", async (_, text) => {
    const workbook = buildShopWorkbook();
    workbook.settings.set(SETTINGS_KEY, text);
    expect((await analyzeSelected(workbook)).analysis.settings).toEqual(defaultSettings);
  });
});

describe("a selection", () => {
  it("on one of our own sheets stands for the order lines of the workbook", async () => {
    const workbook = buildShopWorkbook();
    await analyzeWorkbook(workbook);
    expect(workbook.activeSheet.name).toBe("CVM Summary");
    const { columns } = await analyzeSelection(new MemoryPort(workbook), { language: "en", today: 30000 }, {});
    expect(columns.customer).toBe("Customer ID");
  });

  it("of a few rows is analysed alone", async () => {
    const workbook = buildShopWorkbook();
    const sales = workbook.getSheet("Sales")!;
    workbook.select(sales, [{ row: 0, column: 0, rowCount: 31, columnCount: 9 }]);
    const { analysis } = await analyzeSelection(new MemoryPort(workbook), { language: "zh", today: 30000 }, {});
    expect(analysis.summary.report.rows.read).toBe(30);
  });

  it("on an empty sheet stands for the order lines of the workbook", async () => {
    const workbook = buildShopWorkbook();
    fillSheet(workbook, "Empty", []);
    workbook.activate(workbook.getSheet("Empty")!);
    const { columns } = await analyzeSelection(new MemoryPort(workbook), { language: "en", today: 30000 }, {});
    expect(columns.date).toBe("Order Date");
  });
});
