import fc from "fast-check";
import { analyze, judgeRows } from "../../src/jobs/analyze";
import type { AnalyzeRequest, JudgedRows } from "../../src/jobs/analyze";
import { noChoice } from "../../src/jobs/detect-columns";
import { InputError } from "../../src/jobs/input-error";
import { parseSettings } from "../../src/jobs/settings";
import { toDayNumber } from "../../src/core/days";
import { MemoryPort } from "../../src/workbook/memory";
import { MemoryWorkbook } from "../../src/workbook/memory-workbook";
import type { CellValue } from "../../src/workbook/port";
import { WorkbookError } from "../../src/workbook/port";
import { checkCells, checkReport } from "../helpers/check-analysis";
import { isNightly } from "../helpers/fault-cases";
import { countRuns } from "../helpers/fuzz-runs";
import { fillSheet } from "../helpers/shop-workbook";

if (!isNightly) jest.setTimeout(120_000);

let cases = 0;
const ends = { analyzed: 0, refused: 0 };
afterAll(() => process.stdout.write(`Odd rows: ${cases} cases, ${ends.analyzed} analyzed, ${ends.refused} refused\n`));

const headers = ["Order ID", "Customer ID", "Order Date", "Amount", "Cost", "Quantity", "Category", "Region"];

const customer = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom("A", "B", "C", "D", "E", "F", "G", "00012", "=1+1") },
  { weight: 1, arbitrary: fc.constantFrom<CellValue>(null, " ", 12, 0, -1, true, "#N/A", "a", "__proto__", "total") },
);
const date = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 45292, max: 46000 }) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 700 }).map((day) => formatDay(day)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<CellValue>(
      null,
      "31/02/2024",
      "soon",
      0,
      -5,
      1e308,
      2958466,
      "9999-12-31",
      "1899-01-01",
    ),
  },
);
const money = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: -2000, max: 20_000 }).map((cents) => cents / 100) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<CellValue>(
      ...[null, 0, -0, 1e-300, 1e15, 1e300, -1e300, Number.MAX_VALUE, "1e999", "-", "n/a", "12,50", "(3.50)", "￥１２"],
      ...["#DIV/0!", true, "=2+2"],
    ),
  },
);
const text = fc.oneof(fc.constantFrom<CellValue>("x", "y", "z", null, "-", "=A1"), fc.string({ maxLength: 4 }));
const row = fc.tuple(
  fc.oneof(
    fc.integer({ min: 1, max: 60 }).map((order) => `O${order}`),
    fc.constantFrom<CellValue>(null, "C12", ""),
  ),
  customer,
  date,
  money,
  money,
  fc.oneof(fc.integer({ min: -2, max: 9 }), money),
  text,
  text,
);
const blank = fc.constant<readonly CellValue[]>([null, null, null, null, null, null, null, null]);
const rows = fc.array(fc.oneof({ weight: 9, arbitrary: row }, { weight: 1, arbitrary: blank }), {
  minLength: 1,
  maxLength: 60,
});
const kept = fc.subarray([0, 3, 4, 5, 6, 7]);
const settings = fc.record({
  refunds: fc.constantFrom("net", "drop", "as-is"),
  zero: fc.constantFrom("keep", "drop"),
  unknown: fc.constantFrom("exclude", "oneCustomer"),
  duplicates: fc.constantFrom("keep", "drop"),
  missing: fc.constantFrom("exclude", "zero"),
  scoreMethod: fc.constantFrom("quantile", "rank", "nested", "natural"),
});

function formatDay(day: number): string {
  return new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);
}

function buildRequest(source: AnalyzeRequest["source"], changes: Record<string, unknown>): AnalyzeRequest {
  return {
    source,
    isInWorkbook: true,
    customerTable: null,
    columns: noChoice,
    settings: parseSettings(changes),
    language: "en",
    labels: true,
    today: toDayNumber(2026, 6, 30),
    version: "0.0.0",
  };
}

async function runOrRefuse(
  lines: readonly (readonly CellValue[])[],
  columns: readonly number[],
  changes: Record<string, unknown>,
  run: typeof judgeRows,
): Promise<{ outcome: JudgedRows; workbook: MemoryWorkbook } | null> {
  cases += 1;
  const chosen = [1, 2, ...columns].sort((a, b) => a - b);
  const workbook = new MemoryWorkbook("Rows");
  fillSheet(
    workbook,
    "Rows",
    [headers, ...lines].map((cells) => chosen.map((column) => cells[column])),
  );
  const port = new MemoryPort(workbook);
  try {
    const source = await port.openRows({ kind: "range", sheet: "Rows" });
    const outcome = await run(port, buildRequest(source, changes));
    ends.analyzed += 1;
    return { outcome, workbook };
  } catch (error) {
    if (!(error instanceof InputError) && !(error instanceof WorkbookError)) throw error;
    ends.refused += 1;
    return null;
  }
}

it("odd rows are analysed without a lost row or an odd number, or are refused", async () => {
  await fc.assert(
    fc.asyncProperty(rows, kept, settings, async (lines, columns, changes) => {
      const run = await runOrRefuse(lines, columns, changes, judgeRows);
      if (run !== null) checkReport(run.outcome);
    }),
    countRuns(100),
  );
});

it("what is written of odd rows holds finite numbers and text only", async () => {
  await fc.assert(
    fc.asyncProperty(rows, kept, settings, async (lines, columns, changes) => {
      const run = await runOrRefuse(lines, columns, changes, analyze);
      if (run === null) return;
      checkCells(run.workbook);
    }),
    countRuns(15),
  );
});
