import fc from "fast-check";
import type { JudgedRows } from "../../../src/jobs/analyze";
import { findWalletColumns, nameRival } from "../../../src/jobs/wallet/wallet-columns";
import { parseWalletChoices } from "../../../src/jobs/wallet/wallet-fields";
import { walletJob } from "../../../src/jobs/wallet/wallet-job";
import { completeValues } from "../../../src/jobs/job-values";
import { parseSettings } from "../../../src/jobs/settings";
import { MemoryPort } from "../../../src/workbook/memory";
import type { MemoryWorkbook } from "../../../src/workbook/memory-workbook";
import type { CellValue } from "../../../src/workbook/port";
import { createOfficeHarness } from "../../helpers/office-harness";
import { judgeWorkbook, runJobOn } from "../../helpers/run-job-on";
import { buildShopWorkbook, fillSheet } from "../../helpers/shop-workbook";

jest.setTimeout(60_000);

interface Report {
  readonly customers: number;
  readonly ours: number;
  readonly total: number;
  readonly flagged: number;
  readonly aboveTotal: number;
  readonly notInTransactions: number;
  readonly totalSource: string;
  readonly stages: readonly { readonly id: string; readonly customers: number }[];
  readonly rivals: readonly { readonly name: string; readonly spend: number }[] | null;
  readonly drivers: readonly { readonly id: string }[];
  readonly list: { readonly stages: readonly (string | null)[]; readonly flags: readonly number[] };
}

let judged: JudgedRows;
let revenue: (id: string) => number;
let workbook: MemoryWorkbook;
let port: MemoryPort;

beforeAll(async () => {
  const settings = parseSettings({ lenses: ["value-levels"] });
  judged = await judgeWorkbook(new MemoryPort(buildShopWorkbook(40)), { settings });
  const { customers } = judged.analysis.summary;
  revenue = (id) => customers.revenue[customers.ids.indexOf(id)];
});

beforeEach(() => {
  workbook = buildShopWorkbook(40);
  port = new MemoryPort(workbook);
});

const header = ["Customer ID", "Total Spend", "Relationship", "Competitor Alpha", "Rival: Beta"];
const listIds = () => judged.analysis.summary.customers.ids.filter((id) => id.startsWith("C"));

/** Every customer spends twice as much as with us, three quarters of the rest at Alpha; the first one is not asked. */
const buildRows = (): CellValue[][] =>
  listIds().map((id, i) => [id, 2 * revenue(id), i === 0 ? null : (i * 10) % 11, 0.75 * revenue(id), null]);

async function run(rows: readonly CellValue[][] | null, values = {}, customers: JudgedRows | null = judged) {
  const request = { tables: {} as Record<string, Awaited<ReturnType<MemoryPort["openRows"]>>> };
  if (rows !== null) {
    fillSheet(workbook, "Survey", rows);
    request.tables.wallet = await port.openRows({ kind: "range", sheet: "Survey" });
  }
  const result = await runJobOn(port, walletJob, customers, values, request);
  return { ...result, report: result.report as unknown as Report };
}

it("compares our revenue with a table of total spend, marks out of 10, and rivals", async () => {
  const { report } = await run([header, ...buildRows()]);
  expect(report.customers).toBe(listIds().length);
  expect(report.total).toBeCloseTo(2 * report.ours, 6);
  expect(report.stages.map(({ customers }) => customers)).toEqual([0, 0, listIds().length]);
  expect(report.rivals?.map(({ name }) => name)).toEqual(["Alpha", "Beta"]);
  expect(report.rivals?.[0].spend).toBeCloseTo(0.75 * report.ours, 6);
  const marks = listIds().map((_, i) => (i === 0 ? NaN : ((i * 10) % 11) * 10));
  expect(report.flagged).toBe(marks.filter((mark) => mark - 50 > 30).length);
  expect(report.drivers.map(({ id }) => id)).not.toContain("revenue");
});

it("takes a customer of the table whom the transactions do not know as spending nothing with us", async () => {
  const { report, sentences } = await run([header, ...buildRows(), ["X1", 500, 9, 0, 0]]);
  expect(report.notInTransactions).toBe(1);
  expect(report.stages[0].customers).toBe(1);
  expect(report.list.flags.at(-1)).toBe(1);
  expect(sentences.join(" ")).toContain("not in the transactions");
});

it("adds us and the rivals up where no column holds the total", async () => {
  const rows = buildRows().map(([id, , , alpha]) => [id, alpha, 5]);
  const { report } = await run([["Customer ID", "Competitor A", "Competitor B"], ...rows]);
  expect(report.totalSource).toBe("sum");
  expect(report.total).toBeCloseTo(1.75 * report.ours + 5 * listIds().length, 6);
});

it("works without transactions when the table holds our spend too", async () => {
  const rows = [
    ["Client", "Our spend", "Total spend", "Perceived relationship"],
    ["a", 100, 1000, 50],
    ["b", 300, 1000, 50],
    ["c", 1200, 1000, 95],
    ["a", 1, 1, 1],
  ];
  const { report, sentences } = await run(rows, {}, null);
  expect(report.list.stages).toEqual(["acquainted", "familiar", "necessary"]);
  expect(report).toMatchObject({ customers: 3, flagged: 1, aboveTotal: 1, rivals: null });
  expect(sentences.join(" ")).toContain("1 row of customers who stood above already");
});

it("takes the total from a column of the customers where there is no table", async () => {
  const { report } = await run(null, { totalAttribute: "Staff" });
  expect(report.customers).toBeGreaterThan(30);
  await expect(run(null)).rejects.toMatchObject({ code: "walletMissing" });
});

it("keeps the notes of a customer, also through a run in which they are not listed", async () => {
  const rows = buildRows();
  await run([header, ...rows]);
  const sheet = workbook.getSheet("CVM Wallet")!;
  const findRow = () => {
    const { rowCount } = sheet.usedRange()!;
    return Array.from({ length: rowCount }, (_, row) => row).find((row) =>
      String(sheet.getValue(row, 14)).startsWith("cvm:customer:"),
    )!;
  };
  const key = sheet.getValue(findRow(), 14);
  sheet.setValue(findRow(), 9, "ask about Alpha");
  await run([header, ...rows]);
  expect([sheet.getValue(findRow(), 14), sheet.getValue(findRow(), 9)]).toEqual([key, "ask about Alpha"]);
  const id = String(key).slice("cvm:customer:".length);
  await run([header, ...rows.map((row) => (row[0] === id ? [id, revenue(id), 5, 0, 0] : row))]);
  expect(sheet.getValue(findRow(), 14)).not.toBe(key);
  await run([header, ...rows]);
  expect([sheet.getValue(findRow(), 14), sheet.getValue(findRow(), 9)]).toEqual([key, "ask about Alpha"]);
});

it("draws the positions of each stage from the rows of the list, through Office.js as in memory", async () => {
  const { port: office, workbook: book } = createOfficeHarness(buildShopWorkbook(40));
  fillSheet(book, "Survey", [header, ...buildRows()]);
  const wallet = await office.openRows({ kind: "range", sheet: "Survey" });
  await runJobOn(office, walletJob, judged, {}, { tables: { wallet }, language: "zh" });
  const sheet = book.getSheet("CVM Wallet")!;
  const chart = sheet.charts.find(({ name }) => name === "CvmWalletPosition")!;
  expect(chart.kind).toBe("scatter");
  const [series] = chart.series;
  expect(series.name).toBe("必然选择");
  expect(series.values.rowCount).toBe(listIds().length - 1);
  const { row, column } = series.values;
  expect(sheet.getValue(row, column)).toBeCloseTo(0.5, 9);
  expect(typeof sheet.getValue(row, series.categories.column)).toBe("number");
});

it.each<[string, string, readonly CellValue[][], Readonly<Record<string, unknown>>]>([
  ["a table without customer", "walletColumns", [["Total spend"], [5]], {}],
  [
    "a table without total and rivals",
    "walletColumns",
    [
      ["Customer", "Age"],
      ["a", 5],
    ],
    {},
  ],
  [
    "ids that do not meet and totals of 0",
    "walletEmpty",
    [
      ["Customer", "Total spend"],
      ["a", 0],
    ],
    {},
  ],
  [
    "an unknown column",
    "unknownColumn",
    [
      ["Customer", "Total spend"],
      ["a", 5],
    ],
    { totalColumn: "Budget" },
  ],
  [
    "cuts that do not rise",
    "badSetting",
    [
      ["Customer", "Total spend"],
      ["a", 5],
    ],
    { familiarShare: 0.6 },
  ],
])("refuses %s", async (_, code, rows, values) => {
  await expect(run(rows, values)).rejects.toMatchObject({ code });
});

it.each([
  ["Competitor Alpha", "Alpha"],
  ["Rival: Beta", "Beta"],
  ["竞争对手：甲公司", "甲公司"],
  ["Competitor", "Competitor"],
])("calls the rival of the column %s %s", (column, name) => {
  expect(nameRival(column)).toBe(name);
});

it("finds the columns in any order", () => {
  const choices = parseWalletChoices(completeValues(walletJob, {}));
  fc.assert(
    fc.property(fc.shuffledSubarray([...header, "Distance"], { minLength: 6 }), (headers) => {
      const source = { headers, place: null } as unknown as Parameters<typeof findWalletColumns>[0];
      const places = findWalletColumns(source, choices);
      expect(headers[places.customer]).toBe("Customer ID");
      expect(headers[places.total!]).toBe("Total Spend");
      expect(headers[places.perceived!]).toBe("Relationship");
      expect(places.rivals.map((column) => headers[column]).sort()).toEqual(["Competitor Alpha", "Rival: Beta"]);
      expect(places.others.map((column) => headers[column])).toEqual(["Distance"]);
    }),
  );
});
