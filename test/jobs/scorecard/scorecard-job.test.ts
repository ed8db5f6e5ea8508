import type { JudgedRows } from "../../../src/jobs/analyze";
import { scorecardJob } from "../../../src/jobs/scorecard/scorecard-job";
import { parseSettings } from "../../../src/jobs/settings";
import { MemoryPort } from "../../../src/workbook/memory";
import type { MemorySheet } from "../../../src/workbook/memory-sheet";
import { MemoryWorkbook } from "../../../src/workbook/memory-workbook";
import type { CellValue } from "../../../src/workbook/port";
import { judgeWorkbook, runJobOn } from "../../helpers/run-job-on";
import { buildShopWorkbook, fillSheet } from "../../helpers/shop-workbook";

interface Report {
  readonly indicators: readonly Readonly<Record<string, never>>[];
  readonly tiers: readonly { readonly customers: number }[];
  readonly test: {
    readonly spearman: number;
    readonly tiers: readonly { readonly revenue: number }[];
    revenue: number;
  };
  readonly delphi: readonly { readonly concordance: { readonly coefficient: number } }[];
  readonly evaluation: { readonly grade: string; readonly score: number };
  readonly ahp: { readonly isConsistent: boolean; readonly matrices: readonly { readonly worst: readonly string[] }[] };
  readonly customers: { readonly scores: readonly (number | null)[] };
}

jest.setTimeout(60_000);

let judged: JudgedRows;
let workbook: MemoryWorkbook;
let port: MemoryPort;

beforeAll(async () => {
  const settings = parseSettings({ lenses: ["value-levels"] });
  judged = await judgeWorkbook(new MemoryPort(buildShopWorkbook(60)), { settings });
});

beforeEach(() => {
  workbook = buildShopWorkbook(60);
  port = new MemoryPort(workbook);
});

const three = { indicators: ["revenue", "orders", "tenureDays"] };

async function run(values: Readonly<Record<string, unknown>> = {}): Promise<Report> {
  return (await runJobOn(port, scorecardJob, judged, values)).report as unknown as Report;
}

const listRows = (build: (i: number) => CellValue[]) => Array.from({ length: 40 }, (_, i) => build(i + 1));
const getSheet = (): MemorySheet => workbook.getSheet("CVM Scorecard")!;

/** The row that carries a key, right of the page. */
function findRow(key: string): number {
  const sheet = getSheet();
  const { row, rowCount } = sheet.usedRange()!;
  for (let i = row; i < row + rowCount; i++) if (sheet.getValue(i, 14) === `cvm:${key}`) return i;
  throw new Error(`no row ${key}`);
}

const type = (key: string, column: number, value: CellValue) => getSheet().setValue(findRow(key), column, value);
const list = (report: Report, field: string) => report.indicators.map((indicator) => indicator[field] as unknown);
const round = (value: unknown) => Number(Number(value).toFixed(6));

it("scores any ledger without a choice, in equal parts for each family, and tests the score on later days", async () => {
  const report = await run();
  expect(list(report, "id")).toEqual(["value", "clv", "frequency", "breadth", "tenureDays"]);
  expect(list(report, "handWeight")).toEqual([16.7, 16.7, 33.3, 16.7, 16.7]);
  const { ids } = judged.analysis.summary.customers;
  expect(report.tiers.reduce((sum, { customers }) => sum + customers, 0)).toBe(ids.length);
  expect(report.customers.scores.every((score) => score !== null && score >= 0 && score <= 100)).toBe(true);
  expect(report.test.spearman).toBeGreaterThan(0);
  const later = report.test.tiers.reduce((sum, { revenue }) => sum + revenue, 0);
  expect(later).toBeCloseTo(report.test.revenue, 6);
});

it.each<[string, string, CellValue[][], string[]]>([
  [
    "a table with a row per customer",
    "noDates",
    [["Customer", "Recency", "Orders", "Revenue"], ...listRows((i) => [`K${i}`, i * 3, 1 + (i % 7), 100 * i])],
    ["value"],
  ],
  [
    "order lines without money",
    "noMoney",
    [["Customer", "Order Date"], ...listRows((i) => [`K${(i * i) % 12}`, `2024-0${1 + (i % 9)}-1${i % 9}`])],
    ["frequency", "tenureDays"],
  ],
  [
    "few customers",
    "tooFewCustomers",
    [["Customer", "Date", "Amount"], ...listRows((i) => [`K${(i * i) % 12}`, `2024-0${1 + (i % 9)}-1${i % 9}`, i])],
    ["value", "frequency", "tenureDays"],
  ],
])("scores %s without a test, and says why", async (_, reason, rows, expected) => {
  const book = new MemoryWorkbook("Data");
  fillSheet(book, "Data", rows);
  const own = new MemoryPort(book);
  const { report, sentences } = await runJobOn(own, scorecardJob, await judgeWorkbook(own));
  expect(report.noTest).toBe(reason);
  expect((report as unknown as Report).indicators.map(({ id }) => id)).toEqual(expected);
  expect(sentences.join(" ")).toContain("There is no test");
});

it("keeps weights that were typed, and uses them", async () => {
  await run(three);
  type("weight:orders", 8, 90);
  type("weight:tenureDays", 8, 0);
  const report = await run(three);
  expect(list(report, "handWeight")).toEqual([33.3, 90, 0]);
  expect(list(report, "weight").map(round)).toEqual([round(33.3 / 123.3), round(90 / 123.3), 0]);
  expect(getSheet().getValue(findRow("weight:orders"), 8)).toBe(90);
});

it("weighs by comparisons in pairs that were typed, and finds the one that contradicts the others", async () => {
  await run(three);
  type("pair:chosen:revenue", 5, 3);
  type("pair:chosen:revenue", 6, 5);
  type("pair:chosen:orders", 6, "3/1");
  const report = await run({ ...three, weighting: "ahp" });
  expect(list(report, "weight").map(round)).toEqual([0.636986, 0.258285, 0.104729]);
  expect(report.ahp.isConsistent).toBe(true);
  type("pair:chosen:revenue", 6, 1 / 9);
  const contradictory = await run({ ...three, weighting: "ahp" });
  expect(contradictory.ahp.isConsistent).toBe(false);
  expect(contradictory.ahp.matrices[0].worst).toHaveLength(2);
});

it("weighs by the ratings of experts, and lays out a further round until they agree", async () => {
  const four = { indicators: ["revenue", "orders", "tenureDays", "breadth"] };
  await run(four);
  const ratings = [
    [9, 7, 5, 3],
    [8, 8, 4, 3],
    [9, 6, 6, 2],
    [7, 8, 5, 4],
    [8, 7, 5, 2],
  ];
  ratings.forEach((row, expert) => row.forEach((rating, i) => type(`expert:1:${expert}`, 4 + i, rating)));
  const report = await run({ ...four, weighting: "delphi" });
  expect(list(report, "weight").map(round)).toEqual([0.353448, 0.310345, 0.215517, 0.12069]);
  expect(round(report.delphi[0].concordance.coefficient)).toBe(0.904167);
  expect(() => findRow("expert:2:0")).not.toThrow();
  [0, 1].forEach((expert) => [8, 7, 5, 3].forEach((rating, i) => type(`expert:2:${expert}`, 4 + i, rating)));
  expect(list(await run({ ...four, weighting: "delphi" }), "weight").map(round)).toEqual(
    [8, 7, 5, 3].map((mean) => round(mean / 23)),
  );
  expect(() => findRow("expert:3:0")).toThrow();
});

it("evaluates ratings per grade by weighted mean or max-min", async () => {
  const weights = { revenue: 40, orders: 35, tenureDays: 25 };
  await run({ ...three, weights });
  const shares = [
    [5, 3, 1.5, 0.5],
    [2, 4, 3, 1],
    [1, 3, 4, 2],
  ];
  three.indicators.forEach((id, i) => shares[i].forEach((share, grade) => type(`grade:${id}`, 4 + grade, share)));
  const report = await run({ ...three, weights });
  expect([report.evaluation.grade, round(report.evaluation.score)]).toEqual(["good", 76.25]);
  const other = await run({ ...three, weights, fuzzyOperator: "maxMin" });
  expect(round(other.evaluation.score)).toBe(74.8);
});

it("does not depend on the order in which indicators are named, nor on the unit of weights", async () => {
  const first = await run({ ...three, weights: { revenue: 2, orders: 1, tenureDays: 1 } });
  port = new MemoryPort(buildShopWorkbook(60));
  const second = await run({
    indicators: [...three.indicators].reverse(),
    weights: { revenue: 50, orders: 25, tenureDays: 25 },
  });
  expect(second.customers.scores.map(round)).toEqual(first.customers.scores.map(round));
});

it.each<[string, string, Readonly<Record<string, unknown>>]>([
  ["an unknown column", "unknownColumn", { indicators: ["height"] }],
  ["too many indicators", "badSetting", { indicators: "abcdefghi".split("") }],
  ["weights that are no numbers", "badSetting", { weights: { revenue: "much" } }],
  ["shares that leave no lowest tier", "badSetting", { highShare: 0.6, middleShare: 0.4 }],
  ["a day outside the data", "badSetting", { holdoutFrom: "1999-01-01" }],
  ["no weight at all", "noWeight", { ...three, weights: { revenue: 0, orders: 0, tenureDays: 0 } }],
  ["experts who rated nothing", "noRatings", { weighting: "delphi" }],
])("refuses %s", async (_, code, values) => {
  await expect(run(values)).rejects.toMatchObject({ name: "InputError", code });
  expect(getSheet()).toBeUndefined();
});

it("names the cell that cannot be used", async () => {
  await run(three);
  type("pair:chosen:revenue", 5, "very");
  await expect(run(three)).rejects.toMatchObject({
    code: "badCell",
    parameters: { place: "Revenue / Orders", value: "very", expected: "1/9..9" },
  });
});

describe("data that cannot be scored", () => {
  const judgeLine = (lines: readonly (readonly CellValue[])[]) => {
    const small = new MemoryWorkbook("Customers");
    fillSheet(small, "Customers", [["Customer ID", "Recency", "Shoe Size"], ...lines]);
    return judgeWorkbook(new MemoryPort(small), { settings: parseSettings({ lenses: ["rf-map"] }) });
  };

  it("are told which columns would do, by their names", async () => {
    const few = await judgeLine([
      ["C1", 5, 38],
      ["C2", 9, 41],
      ["C3", 20, 44],
    ]);
    await expect(runJobOn(port, scorecardJob, few)).rejects.toMatchObject({
      code: "noIndicator",
      parameters: { known: expect.stringContaining("Shoe Size") },
    });
  });

  it("need two customers", async () => {
    const one = await judgeLine([["C1", 5, 38]]);
    await expect(runJobOn(port, scorecardJob, one)).rejects.toMatchObject({
      code: "tooFewToScore",
      parameters: { customers: "1" },
    });
  });
});
