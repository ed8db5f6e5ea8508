import type { JudgedRows } from "../../src/jobs/analyze";
import type { KeyFigures } from "../../src/core/report/key-figures";
import { KEY_FIGURES, computePromoterScore } from "../../src/core/report/key-figures";
import { kpiJob } from "../../src/jobs/kpi/kpi-job";
import { FIGURES_KEY, findPreviousFigures } from "../../src/jobs/kpi/kept-figures";
import { judgeTarget } from "../../src/jobs/kpi/kpi-rows";
import { parseSettings } from "../../src/jobs/settings";
import { MemoryPort } from "../../src/workbook/memory";
import type { MemoryWorkbook } from "../../src/workbook/memory-workbook";
import { createOfficeHarness } from "../helpers/office-harness";
import { judgeWorkbook, runJobOn } from "../helpers/run-job-on";
import { analyzeWorkbook, buildShopWorkbook } from "../helpers/shop-workbook";

jest.setTimeout(60_000);

interface Report {
  readonly asOf: string;
  readonly previousAsOf: string | null;
  readonly kpis: readonly {
    readonly id: string;
    readonly value: number | null;
    readonly previous: number | null;
    readonly target: number | null;
    readonly benchmark: number | null;
    readonly status: string | null;
  }[];
}

const settings = { asOf: "2025-10-01", lenses: ["value-pyramid"], clvModel: "bg-nbd" } as const;
const targetColumn = 6;

let judged: JudgedRows;
let workbook: MemoryWorkbook;
let port: MemoryPort;

beforeAll(async () => {
  judged = await judgeWorkbook(new MemoryPort(buildShopWorkbook(60)), { settings: parseSettings(settings) });
});

beforeEach(() => {
  workbook = buildShopWorkbook(60);
  port = new MemoryPort(workbook);
});

async function run(language: "en" | "zh" = "en"): Promise<Report> {
  return (await runJobOn(port, kpiJob, judged, {}, { language })).report as unknown as Report;
}

const pick = ({ kpis }: Report, id: string) => kpis.find((entry) => entry.id === id)!;

function findRow(id: string): number {
  const sheet = workbook.getSheet("CVM KPIs")!;
  const { row, rowCount } = sheet.usedRange()!;
  for (let i = row; i < row + rowCount; i++) if (sheet.getValue(i, 14) === `cvm:${id}`) return i;
  throw new Error(`no row ${id}`);
}

describe("the sheet of key figures", () => {
  it("shows the figures of the analysis, and nothing that is not known", async () => {
    const report = await run();
    const { customers, profit, repeatRate } = judged.analysis.summary.report;
    expect(pick(report, "customers").value).toBe(customers);
    expect(pick(report, "profit").value).toBeCloseTo(profit!, 6);
    expect(pick(report, "repeatShare").value).toBe(repeatRate);
    expect(pick(report, "retentionShare").value! + pick(report, "churnShare").value!).toBeCloseTo(1, 12);
    expect(pick(report, "gini").value).toBe(judged.analysis.concentration!.gini);
    expect(report.kpis.map(({ id }) => id)).not.toContain("satisfaction");
    expect(report.previousAsOf).toBeNull();
  });

  it("keeps the targets and benchmarks that the user typed, in any language, and judges by them", async () => {
    expect(pick(await run(), "topShare")).toMatchObject({ benchmark: 0.8, target: null, status: null });
    const sheet = workbook.getSheet("CVM KPIs")!;
    sheet.setValue(findRow("customers"), targetColumn, 10);
    sheet.setValue(findRow("topShare"), targetColumn, 0.01);
    sheet.setValue(findRow("topShare"), targetColumn + 2, 0.7);
    sheet.setValue(findRow("gini"), targetColumn, "ask Ann");
    const report = await run("zh");
    expect(pick(report, "customers")).toMatchObject({ target: 10, status: "reached" });
    expect(pick(report, "topShare")).toMatchObject({ target: 0.01, benchmark: 0.7, status: "missed" });
    expect(pick(report, "gini")).toMatchObject({ target: null, status: null });
    expect(sheet.getValue(findRow("gini"), targetColumn)).toBe("ask Ann");
    expect(sheet.getValue(findRow("customers"), targetColumn + 1)).toBe("达到");
    expect(sheet.getFormula(findRow("customers"), targetColumn + 1)).toContain("ISNUMBER");
  });

  it("reads a share that was typed in per cent, says so, and judges by it before it runs again", async () => {
    await run();
    const sheet = workbook.getSheet("CVM KPIs")!;
    const { port: office } = createOfficeHarness(workbook);
    const row = findRow("repeatShare");
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("CVM KPIs").getCell(row, targetColumn).values = [[80]];
      await context.sync();
    });
    const { repeatRate } = judged.analysis.summary.report;
    const status = judgeTarget(repeatRate, 0.8, "higher");
    expect(sheet.getValue(row, targetColumn + 1)).toBe(status);
    const { report, sentences } = await runJobOn(office, kpiJob, judged);
    expect(pick(report as unknown as Report, "repeatShare")).toMatchObject({ target: 0.8, status });
    expect(sentences).toContain("Repeat purchase rate: 80 was read as 80%.");
    expect(workbook.getSheet("CVM KPIs")!.getValue(findRow("repeatShare"), targetColumn)).toBe(0.8);
  });

  it.each<[string, number, string]>([
    ["just below the value", 0.99, "reached"],
    ["just above it", 1.05, "close"],
    ["far above it", 2, "missed"],
  ])("follows a target %s at once, by a live formula in Excel", async (_, factor, status) => {
    const { port: office } = createOfficeHarness(workbook);
    const report = (await runJobOn(office, kpiJob, judged)).report as unknown as Report;
    const row = findRow("customers");
    const target = pick(report, "customers").value! * factor;
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("CVM KPIs").getCell(row, targetColumn).values = [[target]];
      await context.sync();
    });
    expect(workbook.getSheet("CVM KPIs")!.getValue(row, targetColumn + 1)).toBe(status);
  });

  it("sets the run before beside them", async () => {
    const before = await analyzeWorkbook(workbook, { ...settings, asOf: "2025-04-01" }, {}, {}, port);
    const report = await run();
    expect(report.previousAsOf).toBe("2025-04-01");
    expect(pick(report, "customers").previous).toBe(before.analysis.summary.report.customers);
    expect(pick(report, "gini").previous).toBeCloseTo(before.analysis.concentration!.gini, 12);
  });

  it("sets its own run of another date beside them, however often it runs", async () => {
    const earlier = await judgeWorkbook(new MemoryPort(buildShopWorkbook(60)), {
      settings: parseSettings({ ...settings, asOf: "2025-04-01" }),
    });
    await runJobOn(port, kpiJob, earlier);
    const [first, again] = [await run(), await run()];
    expect(first.previousAsOf).toBe("2025-04-01");
    expect(pick(first, "customers").previous).toBe(earlier.analysis.summary.report.customers);
    expect(again).toEqual(first);
  });

  it.each(["{", "7", '[{"asOf":"soon","figures":{}}]', '[{"asOf":"2025-04-01","figures":{"gini":"high"}}]'])(
    "does not trust what the workbook kept: %s",
    async (text) => {
      workbook.settings.set(FIGURES_KEY, text);
      expect((await run()).previousAsOf).toBeNull();
    },
  );
});

describe("the figures compared with", () => {
  const figures = Object.fromEntries(KEY_FIGURES.map((id) => [id, null])) as KeyFigures;
  const date = (asOf: string) => ({ asOf, figures });
  it.each<[string, string[], string | null, string | null]>([
    ["are those of the latest date before", ["2025-01-01", "2025-03-01", "2025-09-01"], "2025-06-01", "2025-03-01"],
    [
      "are those of the nearest date after, where none is before",
      ["2025-09-01", "2025-08-01"],
      "2025-06-01",
      "2025-08-01",
    ],
    ["are never those of the same date", ["2025-06-01"], "2025-06-01", null],
    ["are none without dates", ["2025-06-01"], null, null],
  ])("%s", (_, dates, asOf, expected) => {
    expect(findPreviousFigures(dates.map(date), asOf)?.asOf ?? null).toBe(expected);
  });
});

describe("a target", () => {
  it.each<[string, number | null, number | string | null, "higher" | "lower", string | null]>([
    ["is reached where the value is as good", 5, 5, "higher", "reached"],
    ["is close within a tenth of it", 4.5, 5, "higher", "close"],
    ["is missed beyond", 4.4, 5, "higher", "missed"],
    ["that is a limit is reached below it", 0.2, 0.3, "lower", "reached"],
    ["that is a limit is close just above it", 0.32, 0.3, "lower", "close"],
    ["may be negative", -22, -20, "higher", "close"],
    ["is not judged without a value", null, 5, "higher", null],
    ["is not judged where it is no number", 5, "later", "higher", null],
  ])("%s", (_, value, target, direction, expected) => {
    expect(judgeTarget(value, target, direction)).toBe(expected);
  });
});

it.each<[string, number[], number | null]>([
  ["promoters less detractors, in per cent", [10, 9, 8, 7, 6, 0, NaN, 9], (100 * (3 - 2)) / 7],
  ["unknown without answers", [NaN], null],
  ["unknown where answers are yes and no", [1, 0, 1], null],
])("the net promoter score is %s", (_, answers, expected) => {
  expect(computePromoterScore(answers)).toBe(expected);
});
