import { getWords } from "../../../src/i18n/words";
import { layOutNotes } from "../../../src/jobs/layout/notes/notes-sheet";
import type { LayoutContext } from "../../../src/jobs/layout/layout-context";
import { buildSmallAnalysis } from "../../helpers/small-analysis";
import { findCell, listSheetTexts, plainSource, readCell, readRow } from "../../helpers/sheet-cells";
import { finishSteps } from "../../../src/jobs/layout/sheet-steps";

const analysis = buildSmallAnalysis(
  {},
  { margin: 0.25, refunds: "drop", scoreMethod: "rank", lenses: ["rf-map", "abc"] },
);
const context: LayoutContext = {
  words: getWords("en"),
  language: "en",
  moneyFormat: "$#,##0.00",
  version: "9.8.7",
  source: plainSource,
};
const sheet = finishSteps(layOutNotes(analysis, context));

describe("the notes", () => {
  it.each([
    ["Rows read", analysis.summary.report.rows.read],
    ["Rows left out", 2],
    ["As-of date", "2025-12-21"],
    ["Columns used", "Customer = Customer ID; Date of purchase = Order Date; Amount = Amount"],
    ["Refunds", "dropped"],
    ["Margin", 0.25],
    ["Scoring method", "equal groups by rank, ties split"],
    ["Clusters", "automatic"],
    ["Lenses", "Segment, ABC class"],
    ["Weights R, F, M", "100, 10, 1"],
    ["Own tier shares", "0.01, 0.05, 0.2, 1"],
    ["Merge similar ids", "no"],
    ["Time unit of the models", "week"],
    ["Lifetime value model", "automatic"],
    ["Calibration end", "automatic"],
  ])("hold %s", (name, value) => {
    const { row, column } = findCell(sheet, name);
    expect(readCell(sheet, row, column + 1)).toBe(value);
  });

  it("tell of every issue what was done and lead to its rows", () => {
    const { row } = findCell(sheet, "R05  Unreadable date");
    const position = analysis.summary.report.issues.find(({ code }) => code === "R05")!.rows[0];
    expect(readRow(sheet, row, 1)).toEqual([
      "R05  Unreadable date",
      1,
      "Left out: the text is not a date, or the day does not exist.",
      "Correct the date.",
      position + 2,
    ]);
    expect(sheet.links.find((link) => link.row === row)?.target).toBe(`'Sales 2026'!A${position + 2}`);
  });

  it("name rows without links where the source is a file", () => {
    const file = finishSteps(layOutNotes(analysis, { ...context, source: { ...plainSource, sheet: null } }));
    const { row } = findCell(file, "R05  Unreadable date");
    expect(file.links).toEqual([]);
    expect(readRow(file, row, 5)).toHaveLength(1);
  });

  it("link at most twenty rows of an issue", () => {
    const [issue] = analysis.summary.report.issues;
    const many = { ...issue, count: 300, rows: Array.from({ length: 100 }, (_, i) => i) };
    const { report } = analysis.summary;
    const crowded = { ...analysis, summary: { ...analysis.summary, report: { ...report, issues: [many] } } };
    expect(finishSteps(layOutNotes(crowded, context)).links).toHaveLength(20);
  });

  it("say what was done when a switch changed it", () => {
    const { report } = analysis.summary;
    const issues = [
      { code: "R13" as const, name: "duplicateLine", treatment: "excluded" as const, count: 3, rows: [4, 5, 6] },
    ];
    const changed = { ...analysis, summary: { ...analysis.summary, report: { ...report, issues } } };
    const notes = finishSteps(layOutNotes(changed, context));
    const { row, column } = findCell(notes, "R13  Duplicate line");
    expect(readCell(notes, row, column + 2)).toBe("Left out.");
  });

  it("name views that could not run, and why", () => {
    const plain = finishSteps(layOutNotes(buildSmallAnalysis({ money: false }), context));
    const { row, column } = findCell(plain, "Why");
    expect(readCell(plain, row + 1, column - 1)).toBe("Value classes");
    expect(listSheetTexts(plain)).toContain("needs amounts, and the data have none");
  });

  it("define the columns of the models and name them, where there are such columns", () => {
    const texts = listSheetTexts(sheet);
    expect(texts).toEqual(expect.arrayContaining(["P(alive)", "Lifetime value", "P(alive) is that of MBG/NBD."]));
    expect(texts.filter((text) => text.startsWith("Fader, Hardie & Lee (2005)"))).toHaveLength(2);
    const few = listSheetTexts(finishSteps(layOutNotes(buildSmallAnalysis({ customers: 3 }), context)));
    expect(few.filter((text) => text === "P(alive)" || text.startsWith("Fader"))).toEqual([]);
  });

  it("carry the version", () => {
    expect(listSheetTexts(sheet)).toContain("CVM for Excel 9.8.7");
  });
});
