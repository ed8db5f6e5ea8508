import { runAnalysisInline } from "../../../src/engine/run-analysis";
import type { RunAnalysis } from "../../../src/engine/run-analysis";
import type { JudgedRows } from "../../../src/jobs/analyze";
import type { JobResult } from "../../../src/jobs/job";
import { lookAlikeJob } from "../../../src/jobs/look-alike/look-alike-job";
import { parseSettings } from "../../../src/jobs/settings";
import { MemoryPort } from "../../../src/workbook/memory";
import type { MemoryWorkbook } from "../../../src/workbook/memory-workbook";
import type { CellValue, WorkbookPort } from "../../../src/workbook/port";
import { CommandFolder, joinRows } from "../../helpers/command-folder";
import { buildKettleWorkbook } from "../../helpers/kettle-shop";
import { createOfficeHarness } from "../../helpers/office-harness";
import { judgeWorkbook, runJobOn } from "../../helpers/run-job-on";
import { listSheetTexts } from "../../helpers/sheet-cells";
import { fillSheet } from "../../helpers/shop-workbook";

jest.setTimeout(60_000);

interface Report {
  readonly method: string;
  readonly basis: string;
  readonly top: number;
  readonly shared: readonly string[];
  readonly alreadyCustomers: number;
  readonly traits: readonly { readonly column: string; readonly label: string | null; readonly index: number | null }[];
  readonly quality: { readonly auc: number; readonly groups: readonly { readonly lift: number }[] };
  readonly score: { readonly terms: readonly unknown[] } | null;
  readonly rules: readonly { readonly share: number }[] | null;
  readonly groups: readonly { readonly id: string; readonly prospects: number }[];
  readonly prospects: readonly { readonly prospect: string; readonly score: number; readonly group: string }[];
}

/** Forecasts take long and play no part here: without days of purchase there are none. */
const runQuickly: RunAnalysis = (summary, ...rest) => runAnalysisInline({ ...summary, purchaseDays: null }, ...rest);
const request = { settings: parseSettings({ lenses: ["value-levels"] }), runAnalysis: runQuickly };

const trades = ["Café", "Office", "School"];
const prospectHeaders = ["Prospect ID", "TRADE", "Staff", "Fair"];
const prospectRows: CellValue[][] = Array.from({ length: 30 }, (_, i) => [
  `P${100 + i}`,
  i === 29 ? null : trades[i % 3],
  (i * 7) % 40,
  "Spring",
]);
const readReport = ({ report }: JobResult) => report.lookAlike as unknown as Report;

let workbook: MemoryWorkbook;
let port: WorkbookPort;
let judged: JudgedRows;
let run: (values?: Readonly<Record<string, unknown>>, language?: "en" | "zh") => Promise<JobResult>;
let result: JobResult;

beforeAll(async () => {
  workbook = buildKettleWorkbook();
  fillSheet(workbook, "Fair", [prospectHeaders, ...prospectRows]);
  ({ port } = createOfficeHarness(workbook));
  judged = await judgeWorkbook(new MemoryPort(workbook), request);
  run = async (values = {}, language = "en") =>
    runJobOn(port, lookAlikeJob, judged, values, {
      language,
      tables: { prospects: await port.openRows({ kind: "range", sheet: "Fair" }) },
    });
  result = await run();
});

/** Prospects of other rows than those on the sheet. */
async function runOn(rows: readonly (readonly CellValue[])[], values = {}): Promise<JobResult> {
  const other = buildKettleWorkbook();
  fillSheet(other, "Fair", rows);
  const memory = new MemoryPort(other);
  const prospects = await memory.openRows({ kind: "range", sheet: "Fair" });
  return runJobOn(memory, lookAlikeJob, judged, values, { tables: { prospects } });
}

it.each(["logistic", "tree", "nearest"])("ranks prospects like the top customers first by %s", async (method) => {
  const { top, basis, shared, quality, groups, prospects, score, rules } = readReport(
    method === "logistic" ? result : await run({ method }),
  );
  expect([top, basis, shared]).toEqual([24, "lastYear", ["Trade", "Staff"]]);
  expect(quality.auc).toBeGreaterThan(0.7);
  expect(quality.groups[0].lift).toBeGreaterThan(quality.groups[2].lift);
  expect(groups).toEqual([
    { id: "better", prospects: 6 },
    { id: "good", prospects: 9 },
    { id: "poor", prospects: 15 },
  ]);
  const scores = prospects.map((prospect) => prospect.score);
  expect([...scores].sort((a, b) => b - a)).toEqual(scores);
  const cafes = new Set(prospectRows.filter(([, trade]) => trade === "Café").map(([id]) => id));
  expect(prospects.slice(0, 6).every(({ prospect }) => cafes.has(prospect))).toBe(true);
  expect([score !== null, rules !== null]).toEqual([method === "logistic", method === "tree"]);
});

it("says what top customers share", () => {
  const { traits } = readReport(result);
  expect(traits[0]).toMatchObject({ column: "Trade", label: "Café" });
  expect(traits[0].index === null || traits[0].index > 200).toBe(true);
  expect(result.sentences.join(" ")).toContain("Trade: Café");
});

it("lists every prospect in a table, best first, and says the same in Chinese", async () => {
  const chinese = await run({}, "zh");
  expect(readReport(chinese)).toEqual(readReport(result));
  const sheet = workbook.getSheet("CVM Prospects")!;
  const { rowCount } = sheet.usedRange()!;
  const ids = Array.from({ length: rowCount }, (_, row) => sheet.getValue(row, 2)).filter((value) =>
    /^P\d+$/.test(String(value)),
  );
  expect(ids).toEqual(readReport(result).prospects.map(({ prospect }) => prospect));
  const own = /Café|Office|School|Trade|Staff|Fair|P\d+|cvm:\S+|[A-Z]+\d+:[A-Z]+\d+/g;
  const foreign = listSheetTexts(chinese.sheets[0]).filter((text) => /[A-Za-z]/.test(text.replace(own, "")));
  expect(foreign).toEqual([]);
});

it("does not depend on the order of the prospects or the unit of a number, and finds columns that mean the same", async () => {
  const turned = [
    ["Name", "trade", "STAFF"],
    ...prospectRows.map(([id, trade, staff]) => [id, trade, staff]).reverse(),
  ];
  const { prospects, shared } = readReport(await runOn(turned, { idColumn: "Name" }));
  expect(shared).toEqual(["Trade", "Staff"]);
  expect(prospects).toEqual(readReport(result).prospects);
});

it("leaves out prospects who are customers already", async () => {
  const report = readReport(await runOn([prospectHeaders, ...prospectRows, ["K001", "Café", 3, "Spring"]]));
  expect([report.alreadyCustomers, report.prospects.length]).toEqual([1, 30]);
});

it.each<[string, readonly (readonly CellValue[])[], object]>([
  [
    "noSharedAttributes",
    [["Prospect ID", "Colour"], ...prospectRows.map(([id], i) => [id, i % 2 ? "red" : "blue"])],
    {},
  ],
  ["unknownColumn", [prospectHeaders, ...prospectRows], { idColumn: "Nobody" }],
  ["tooFewTop", [prospectHeaders, ...prospectRows], { topShare: 0.02 }],
  ["badSetting", [prospectHeaders, ...prospectRows], { topShare: 0.9 }],
])("refuses with %s what does not fit", async (code, rows, values) => {
  await expect(runOn(rows, values)).rejects.toMatchObject({ code });
});

it("runs from the command line on a table with a row per customer", async () => {
  const folder = new CommandFolder();
  const customers = Array.from({ length: 120 }, (_, i) => [
    `C${i}`,
    trades[i % 3],
    i % 3 === 0 ? 500 + i : 20 + (i % 7),
    1 + (i % 4),
  ]);
  folder.write("customers.csv", joinRows([["Customer ID", "Trade", "Revenue", "Orders"], ...customers]));
  folder.write("fair.csv", joinRows([prospectHeaders, ...prospectRows.map((row) => row.map((cell) => cell ?? ""))]));
  const { status, output, errors } = await folder.runJob([
    "look-alike",
    folder.file("customers.csv"),
    "--prospects",
    folder.file("fair.csv"),
    "--json",
    "-",
    "--out",
    folder.file("out.xlsx"),
  ]);
  expect([status, errors]).toEqual([0, ""]);
  const { lookAlike } = JSON.parse(output) as { lookAlike: Report };
  expect([lookAlike.basis, lookAlike.top, lookAlike.shared]).toEqual(["revenue", 12, ["Trade"]]);
  expect(lookAlike.prospects[0].group).toBe("better");
  folder.remove();
});
