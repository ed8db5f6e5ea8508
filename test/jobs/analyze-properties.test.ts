import fc from "fast-check";
import { InputError } from "../../src/jobs/input-error";
import { buildCustomerColumns } from "../../src/jobs/customer-columns";
import type { AnalyzeOutcome } from "../../src/jobs/analyze";
import { formatCsv } from "../../src/workbook/format-csv";
import { MemoryWorkbook } from "../../src/workbook/memory-workbook";
import type { CellValue } from "../../src/workbook/port";
import { analyzeWorkbook, describeOutcome, fillSheet } from "../helpers/shop-workbook";

jest.setTimeout(120_000);

const headers = ["Order", "Customer", "Order Date", "Amount", "Cost", "Region", "Age"];

const weighted = <T>(usual: fc.Arbitrary<T>, odd: fc.Arbitrary<T>, weight = 12) =>
  fc.oneof({ weight, arbitrary: usual }, { weight: 1, arbitrary: odd });

const customer = weighted<CellValue>(
  fc.constantFrom("A", "B", "b", "C", "007", "7", "=1+1", "D", "E", "F"),
  fc.constantFrom(null, "NA", "#N/A", "Total", " "),
);
const day = weighted<CellValue>(
  fc.integer({ min: 0, max: 500 }).map((days) => new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10)),
  fc.constantFrom(null, "31/02/2024", "soon", "1970-01-01", "2999-01-01", "#VALUE!", 45300, "2024-05-05 13:45"),
);
const amount = weighted<CellValue>(
  fc.integer({ min: 1, max: 90_000 }).map((cents) => cents / 100),
  fc.constantFrom(null, 0, -5.5, -120, "1,234.50", "(7.25)", "much", "#N/A", 1_000_000),
  8,
);
const row = fc.tuple(
  weighted<CellValue>(fc.integer({ min: 1000, max: 1020 }).map(String), fc.constantFrom(null, "C1001", "C1002")),
  customer,
  day,
  amount,
  weighted<CellValue>(fc.integer({ min: 0, max: 400 }), fc.constantFrom(null, "?", "#REF!")),
  weighted<CellValue>(fc.constantFrom("North", "South"), fc.constant(null)),
  weighted<CellValue>(fc.integer({ min: 18, max: 70 }), fc.constantFrom(null, "old")),
);
const blank: CellValue[] = headers.map(() => null);
const table = fc.array(weighted<CellValue[]>(row, fc.constant(blank), 20), { minLength: 3, maxLength: 60 });

async function analyzeRows(rows: readonly CellValue[][]) {
  const workbook = new MemoryWorkbook("Sales");
  fillSheet(workbook, "Sales", [headers, ...rows]);
  try {
    return { workbook, outcome: await analyzeWorkbook(workbook) };
  } catch (error) {
    if (error instanceof InputError) return error.code;
    throw error;
  }
}

/** A report without the rows that issues name, and without blank rows: those at the end of a sheet are no part of the list. */
function describeCounts(outcome: AnalyzeOutcome) {
  const report = describeOutcome(outcome);
  const rows = { ...report.rows, read: report.rows.read - report.rows.blank, blank: 0 };
  return { ...report, rows, issues: report.issues.map((issue) => ({ ...issue, rows: [] })) };
}

const listCells = (workbook: MemoryWorkbook) =>
  workbook.sheets
    .filter(({ name }) => name !== "Sales")
    .flatMap((sheet) => {
      const used = sheet.usedRange();
      return used === null ? [] : sheet.readValues(used).flat();
    });

const checkRuns = (numRuns: number, check: (rows: CellValue[][]) => Promise<void>, arbitrary = table) =>
  fc.assert(fc.asyncProperty(arbitrary, check), { numRuns, seed: 20260101 });

describe("whatever the rows hold", () => {
  it("every row is blank, used, excluded or of a customer who only gave back, and every customer has one group per lens", () =>
    checkRuns(40, async (rows) => {
      const run = await analyzeRows(rows);
      if (typeof run === "string") return expect(["noUsableRows", "noCustomers", "noDateColumn"]).toContain(run);
      const { analysis } = run.outcome;
      const { read, blank: empty, used, excluded, refundOnly } = analysis.summary.report.rows;
      expect(read).toBe(empty + used + excluded + refundOnly);
      const count = analysis.summary.customers.ids.length;
      for (const lens of analysis.lenses.filter(({ membership }) => membership === "one")) {
        expect(lens.codes).toHaveLength(count);
        const sizes = lens.groups.map((_, group) => lens.codes.filter((code) => code === group).length);
        expect(sizes).toEqual(lens.groups.map(({ customers }) => customers));
        const none = lens.codes.filter((code) => code === -1).length;
        expect(sizes.reduce((sum, size) => sum + size, none)).toBe(count);
      }
    }));

  it("nothing that is written or printed is NaN, infinite or undefined", () =>
    checkRuns(40, async (rows) => {
      const run = await analyzeRows(rows);
      if (typeof run === "string") return;
      const cells = listCells(run.workbook);
      expect(cells.filter((cell) => typeof cell === "number" && !Number.isFinite(cell))).toEqual([]);
      expect(cells.filter((cell) => /NaN|Infinity|undefined|\[object/.test(String(cell)))).toEqual([]);
      const { headers: names, columns } = buildCustomerColumns(run.outcome.analysis);
      expect(formatCsv(columns, names)).not.toMatch(/NaN|Infinity|undefined/);
      expect(JSON.stringify(describeOutcome(run.outcome))).not.toMatch(/NaN|Infinity|undefined/);
    }));

  it("the order of rows changes nothing", () =>
    checkRuns(20, async (rows) => {
      const run = await analyzeRows(rows);
      const shuffled = await analyzeRows(
        [...rows].sort((a, b) => (JSON.stringify(b[2]) < JSON.stringify(a[2]) ? -1 : 1)),
      );
      if (typeof run === "string" || typeof shuffled === "string") return expect(shuffled).toBe(run);
      expect(describeCounts(shuffled.outcome)).toEqual(describeCounts(run.outcome));
    }));

  const clean = fc.array(
    fc
      .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 90_000 }))
      .map(([who, days, cents]): CellValue[] => [
        null,
        `K${who}`,
        new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10),
        cents / 100,
        null,
        "North",
        30,
      ]),
    { minLength: 8, maxLength: 40 },
  );

  it("twice the money is twice the revenue and lifetime value, with the same scores of recency and orders", () =>
    checkRuns(
      15,
      async (rows) => {
        const once = await analyzeRows(rows);
        const twice = await analyzeRows(
          rows.map((cells) => cells.map((cell, i) => (i === 3 ? Number(cell) * 2 : cell))),
        );
        if (typeof once === "string" || typeof twice === "string") return expect(twice).toBe(once);
        const [a, b] = [once.outcome.analysis, twice.outcome.analysis];
        expect(b.summary.report.revenue).toBeCloseTo(2 * a.summary.report.revenue!, 5);
        b.simpleLifetimeValue.forEach((value, i) => expect(value / (2 * a.simpleLifetimeValue[i])).toBeCloseTo(1, 6));
        expect([b.rfm.recency.scores, b.rfm.frequency.scores]).toEqual([a.rfm.recency.scores, a.rfm.frequency.scores]);
      },
      clean,
    ));
});
