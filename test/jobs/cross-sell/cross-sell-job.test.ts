import { runAnalysisInline } from "../../../src/engine/run-analysis";
import type { RunAnalysis } from "../../../src/engine/run-analysis";
import type { AnalyzeRequest, JudgedRows } from "../../../src/jobs/analyze";
import { crossSellJob } from "../../../src/jobs/cross-sell/cross-sell-job";
import type { JobResult } from "../../../src/jobs/job";
import { scoreKeyColumn } from "../../../src/jobs/layout/score/weights-part";
import { parseSettings } from "../../../src/jobs/settings";
import { MemoryPort } from "../../../src/workbook/memory";
import type { MemoryWorkbook } from "../../../src/workbook/memory-workbook";
import { CommandFolder, joinRows } from "../../helpers/command-folder";
import { buildKettleShop, buildKettleWorkbook, kettleHeaders } from "../../helpers/kettle-shop";
import { createOfficeHarness } from "../../helpers/office-harness";
import { judgeWorkbook, runJobOn } from "../../helpers/run-job-on";
import { listSheetTexts } from "../../helpers/sheet-cells";
import { fillSheet } from "../../helpers/shop-workbook";

jest.setTimeout(60_000);

interface Term {
  readonly column: string | null;
  readonly label?: string | null;
  readonly isLogged?: boolean;
  readonly coefficient: number;
  readonly low: number;
  readonly high: number;
}

interface Report {
  readonly baskets: number;
  readonly windowDays: number;
  readonly product: string;
  readonly rules: readonly { readonly product: string; readonly companion: string; readonly lift: number }[];
  readonly learnt: { readonly customers: number; readonly positives: number };
  readonly quality: { readonly auc: number; readonly deciles: readonly { readonly customers: number }[] };
  readonly score: { readonly terms: readonly Term[] } | null;
  readonly reason?: string;
  readonly opportunities: readonly { readonly id: string; readonly customers: number }[];
  readonly prospects: readonly { readonly customer: string; readonly probability: number }[];
}

/** Forecasts take long and play no part here: without days of purchase there are none. */
const runQuickly: RunAnalysis = (summary, ...rest) => runAnalysisInline({ ...summary, purchaseDays: null }, ...rest);
const request: Partial<AnalyzeRequest> = {
  settings: parseSettings({ lenses: ["value-levels"] }),
  runAnalysis: runQuickly,
};
const values = { windowDays: 70 };
const readReport = ({ report }: JobResult) => report.crossSell as unknown as Report;
let judged: JudgedRows;
let workbook: MemoryWorkbook;
let result: JobResult;
let run: (more?: object, language?: "en" | "zh") => Promise<JobResult>;

beforeAll(async () => {
  workbook = buildKettleWorkbook();
  judged = await judgeWorkbook(new MemoryPort(workbook), request);
  const { port } = createOfficeHarness(workbook);
  run = (more = {}, language = "en") => runJobOn(port, crossSellJob, judged, { ...values, ...more }, { language });
  result = await run();
});

it("finds the planted pair, and what makes customers buy the companion", () => {
  const { rules, product, learnt, quality, score, opportunities } = readReport(result);
  expect(rules.slice(0, 2).map((rule) => [rule.product, rule.companion])).toEqual([
    ["Filters", "Kettle"],
    ["Kettle", "Filters"],
  ]);
  expect(product).toBe("Filters");
  expect(quality.auc).toBeGreaterThan(0.65);
  expect(quality.deciles.reduce((sum, { customers }) => sum + customers, 0)).toBe(
    learnt.customers - Math.round(0.7 * learnt.positives) - Math.round(0.7 * (learnt.customers - learnt.positives)),
  );
  const kettle = score!.terms.find(({ column }) => column === "owns:Kettle")!;
  expect(kettle.coefficient).toBeGreaterThan(0.3);
  const { ids } = judged.analysis.summary.customers;
  expect(opportunities.reduce((sum, { customers }) => sum + customers, 0)).toBe(ids.length);
});

it("lists customers without the product by falling probability, as the formula of the weights gives it", () => {
  const { prospects, score } = readReport(result);
  const probabilities = prospects.map(({ probability }) => probability);
  expect([...probabilities].sort((a, b) => b - a)).toEqual(probabilities);
  expect(probabilities.every((value) => value > 0 && value < 1)).toBe(true);
  const owners = new Set(
    buildKettleShop()
      .lines.filter(([, , , product]) => product === "Filters")
      .map(([, customer]) => customer),
  );
  expect(prospects.filter(({ customer }) => owners.has(customer))).toEqual([]);
  expect(score!.terms.every(({ coefficient }) => Number.isFinite(coefficient))).toBe(true);
});

it("has a live formula that follows what is typed, and keeps it over runs", async () => {
  const sheet = workbook.getSheet("CVM Cross-sell")!;
  const { rowCount } = sheet.usedRange()!;
  const find = (column: number, value: unknown) =>
    Array.from({ length: rowCount }, (_, row) => row).find((row) => sheet.getValue(row, column) === value)!;
  const inputColumn = scoreKeyColumn - 2;
  const kettleRow = find(scoreKeyColumn, "cvm:owns:Kettle|");
  const resultRow = find(1, "Probability");
  const { terms } = readReport(result).score!;
  const firstRow = kettleRow - terms.findIndex(({ column }) => column === "owns:Kettle");
  const compute = () => {
    const sum = terms.reduce((total, { coefficient, isLogged }, i) => {
      const value = i === 0 ? 1 : (sheet.getValue(firstRow + i, inputColumn) as number);
      return total + coefficient * (isLogged === true ? Math.log1p(value) : value);
    }, 0);
    return 1 / (1 + Math.exp(-sum));
  };
  expect(sheet.getValue(resultRow, inputColumn)).toBeCloseTo(compute(), 10);
  const before = compute();
  await Excel.run(async (context) => {
    const cells = context.workbook.worksheets.getItem("CVM Cross-sell");
    cells.getRangeByIndexes(kettleRow, inputColumn, 1, 1).values = [[1]];
    await context.sync();
  });
  expect(compute()).toBeGreaterThan(before);
  expect(sheet.getValue(resultRow, inputColumn)).toBeCloseTo(compute(), 10);
  await run();
  expect(sheet.getValue(kettleRow, inputColumn)).toBe(1);
  expect(sheet.getValue(resultRow, inputColumn)).toBeCloseTo(compute(), 10);
});

it("says the same in Chinese, and only columns, products and customers stay in Latin letters", async () => {
  const chinese = await run({}, "zh");
  expect(readReport(chinese)).toEqual(readReport(result));
  const own = /Filters|Kettle|Mug|Tea|Café|Office|School|Trade|Staff|K\d+|cvm:\S+|\d{4}-\d\d-\d\d/g;
  const foreign = listSheetTexts(chinese.sheets[0]).filter((text) => /[A-Za-z]/.test(text.replace(own, "")));
  expect(foreign).toEqual([]);
});

it("does not depend on the order of the rows", async () => {
  const shop = buildKettleShop();
  const lines = [...shop.lines].reverse();
  const other = buildKettleWorkbook({ lines, clients: [...shop.clients].reverse() });
  const port = new MemoryPort(other);
  const again = readReport(await runJobOn(port, crossSellJob, await judgeWorkbook(port, request), values));
  const { rules, prospects, quality } = readReport(result);
  expect(again.rules).toEqual(rules);
  expect(again.quality.auc).toBeCloseTo(quality.auc, 9);
  expect(again.prospects.map(({ customer }) => customer)).toEqual(prospects.map(({ customer }) => customer));
  again.prospects.forEach(({ probability }, i) => expect(probability).toBeCloseTo(prospects[i].probability, 6));
});

it("shows what is bought together, and why there is no score, where too few bought the product", async () => {
  const port = new MemoryPort(buildKettleWorkbook());
  const { sentences, report } = await runJobOn(port, crossSellJob, judged, { product: "kettle", windowDays: 30 });
  expect((report.crossSell as unknown as Report).score).toBeNull();
  expect(sentences.at(-1)).toMatch(/"Kettle" cannot be learnt: 0 bought it/);
});

it.each([
  ["unknownProduct", { product: "Toaster" }],
  ["badSetting", { windowDays: 3 }],
])("refuses with %s what does not fit: %j", async (code, wrong) => {
  const port = new MemoryPort(buildKettleWorkbook());
  await expect(runJobOn(port, crossSellJob, judged, wrong)).rejects.toMatchObject({ code });
});

it("needs products or categories", async () => {
  const plain = buildKettleWorkbook();
  plain.removeSheet(plain.getSheet("Sales")!);
  const lines = buildKettleShop().lines.map(([order, customer, day, , amount]) => [order, customer, day, amount]);
  fillSheet(plain, "Plain", [["Order ID", "Customer ID", "Order Date", "Amount"], ...lines]);
  const port = new MemoryPort(plain);
  const others = await judgeWorkbook(port, {
    ...request,
    source: await port.openRows({ kind: "range", sheet: "Plain" }),
  });
  await expect(runJobOn(port, crossSellJob, others, values)).rejects.toMatchObject({ code: "noProductColumn" });
});

it("runs from the command line", async () => {
  const folder = new CommandFolder();
  folder.write("sales.csv", joinRows([kettleHeaders, ...buildKettleShop(16).lines]));
  const { status, output, errors } = await folder.runJob([
    "cross-sell",
    folder.file("sales.csv"),
    "--window-days=70",
    "--list-limit",
    "3",
    "--lens",
    "value-levels",
    "--json",
    "-",
    "--out",
    folder.file("out.xlsx"),
  ]);
  expect([status, errors]).toEqual([0, ""]);
  const { crossSell } = JSON.parse(output) as { crossSell: Report };
  expect([crossSell.product, crossSell.windowDays]).toEqual(["Filters", 70]);
  expect(crossSell.rules.length).toBeGreaterThan(0);
  const book = await folder.readBook();
  expect(book.worksheets.map(({ name }) => name)).toEqual(["CVM Cross-sell"]);
  folder.remove();
});
