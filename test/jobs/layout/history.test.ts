import { getWords } from "../../../src/i18n/words";
import { collectRun, layOutHistory } from "../../../src/jobs/layout/history-sheet";
import { parseHistory } from "../../../src/jobs/layout/history-run";
import type { CellValue, SheetContent } from "../../../src/workbook/port";
import { buildSmallAnalysis } from "../../helpers/small-analysis";
import { plainSource } from "../../helpers/sheet-cells";
import { finishSteps } from "../../../src/jobs/layout/sheet-steps";

/** The rows of a sheet as a workbook gives them back: NaN is blank. */
function readBack({ values }: SheetContent): CellValue[][] {
  const rowCount = Math.max(...values.map(({ row, columns }) => row + columns[0].length));
  const rows = Array.from({ length: rowCount }, () => [] as CellValue[]);
  for (const { row, column, columns } of values) {
    columns.forEach((cells, j) => {
      for (let i = 0; i < cells.length; i++) {
        const value = cells[i];
        rows[row + i][column + j] = typeof value === "number" && !Number.isFinite(value) ? null : value;
      }
    });
  }
  return rows.map((cells) => Array.from(cells, (value) => value ?? null));
}

const build = (analysis: ReturnType<typeof buildSmallAnalysis>, previousHistory: CellValue[][] | null = null) =>
  finishSteps(
    layOutHistory(analysis, {
      words: getWords("zh"),
      language: "zh",
      moneyFormat: "0",
      version: "1.2.3",
      source: plainSource,
      previousHistory,
    }),
  );

describe("the history of a workbook", () => {
  const analysis = buildSmallAnalysis();
  const rows = readBack(build(analysis));

  it("reads back what was written", () => {
    const run = finishSteps(collectRun(analysis, "1.2.3"));
    expect(parseHistory(rows)).toEqual([{ ...run, model: JSON.parse(JSON.stringify(run.model)) }]);
    expect(run.asOf).toBe("2025-12-21");
    expect(run.ids).toContain("=1+1");
  });

  it("keeps codes, not words", () => {
    const [run] = parseHistory(rows);
    const codes = new Set(run.lenses.find(({ id }) => id === "value-pyramid")?.codes);
    expect(codes).toEqual(new Set(["VIP", "MAJOR", "ORDINARY", "SMALL"]));
  });

  it("keeps texts within what a cell holds", () => {
    const longest = Math.max(...rows.flat().map((value) => (typeof value === "string" ? value.length : 0)));
    expect(longest).toBeLessThanOrEqual(30_000);
  });

  it("keeps the run before when it judged another day, and never more than two", () => {
    const earlier = buildSmallAnalysis({}, {});
    const asOfDay = earlier.summary.report.period.asOfDay! - 30;
    const moved = (days: number) => ({
      ...earlier,
      summary: {
        ...earlier.summary,
        report: { ...earlier.summary.report, period: { ...earlier.summary.report.period, asOfDay: asOfDay - days } },
      },
    });
    const first = readBack(build(moved(60)));
    const second = readBack(build(moved(0), first));
    const third = readBack(build(analysis, second));
    const again = readBack(build(analysis, third));
    expect([first, second, third, again].map((history) => parseHistory(history).map(({ asOf }) => asOf))).toEqual([
      ["2025-09-22"],
      ["2025-11-21", "2025-09-22"],
      ["2025-12-21", "2025-11-21"],
      ["2025-12-21", "2025-11-21"],
    ]);
  });

  const spoil = (change: (copy: CellValue[][]) => void) => {
    const copy = rows.map((cells) => [...cells]);
    change(copy);
    return copy;
  };

  it.each<[string, CellValue[][]]>([
    ["an empty sheet", []],
    [
      "another sheet",
      [
        ["Customer", "Amount"],
        ["A", 1],
      ],
    ],
    ["a later version", spoil((copy) => (copy[0][1] = 99))],
    ["rows cut off", rows.slice(0, 20)],
    ["a model that is no JSON", spoil((copy) => (copy[2][0] = "{oops"))],
    ["a count that is no number", spoil((copy) => (copy[1][5] = "many"))],
    ["a count beyond the sheet", spoil((copy) => (copy[1][5] = 1e9))],
    ["a day that is none", spoil((copy) => (copy[1][1] = "yesterday"))],
    ["a customer without id", spoil((copy) => (copy[copy.length - 1][0] = null))],
  ])("finds no run in %s", (_, spoiled) => {
    expect(parseHistory(spoiled)).toEqual([]);
  });
});
