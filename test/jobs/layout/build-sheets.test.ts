import type { Analysis } from "../../../src/core/report/analysis";
import type { Language } from "../../../src/i18n/words";
import { getWords } from "../../../src/i18n/words";
import { buildSheets } from "../../../src/jobs/layout/build-sheets";
import { SHEET_IDS } from "../../../src/jobs/layout/layout-context";
import type { GridRange, SheetContent } from "../../../src/workbook/port";
import { buildSmallAnalysis } from "../../helpers/small-analysis";
import { isCrossing, listSheetTexts, plainSource } from "../../helpers/sheet-cells";

const full = buildSmallAnalysis();
const cases: [string, Analysis][] = [
  ["profit", full],
  ["revenue only", buildSmallAnalysis({ cost: false })],
  ["no money", buildSmallAnalysis({ money: false })],
  ["three customers", buildSmallAnalysis({ customers: 3 })],
  [
    "ten scores and own tiers",
    buildSmallAnalysis({}, { bins: 10, tierPreset: "user", tierShares: [0.1, 0.5, 1], k: 12, valueClassCount: 2 }),
  ],
  ["two lenses", buildSmallAnalysis({}, { lenses: ["abc", "rf-map"] })],
];

const build = (analysis: Analysis, language: Language) =>
  buildSheets(analysis, {
    words: getWords(language),
    language,
    moneyFormat: "$#,##0.00",
    version: "1.2.3",
    source: plainSource,
  });

/** The cells that something is written to, one range per block. */
function listUsed(sheet: SheetContent): GridRange[] {
  return sheet.values.map(({ row, column, columns }) => ({
    row,
    column,
    rowCount: columns[0].length,
    columnCount: columns.length,
  }));
}

const isInside = (inner: GridRange, outer: GridRange) =>
  inner.row >= outer.row &&
  inner.column >= outer.column &&
  inner.row + inner.rowCount <= outer.row + outer.rowCount &&
  inner.column + inner.columnCount <= outer.column + outer.columnCount;

const listCrossings = (ranges: readonly GridRange[]) =>
  ranges.filter((a, i) => ranges.some((b, j) => j > i && isCrossing(a, b)));

describe.each(cases)("sheets of an analysis with %s", (_, analysis) => {
  describe.each<Language>(["en", "zh"])("in %s", (language) => {
    const sheets = build(analysis, language);

    it("are all there, in order, with the same names in every language", () => {
      expect(sheets.map(({ id }) => id)).toEqual([...SHEET_IDS]);
      expect(sheets.map(({ name }) => name)).toEqual([
        "CVM Summary",
        "CVM Customers",
        "CVM Lenses",
        "CVM Cross",
        "CVM Clusters",
        "CVM Tree",
        "CVM CLV",
        "CVM Notes",
        "CVM History",
      ]);
      const hasCross = analysis.crossTables.some(({ table }) => table !== null);
      expect(sheets.filter(({ visibility }) => visibility !== "visible").map(({ id }) => id)).toEqual([
        ...(hasCross ? [] : ["cross"]),
        "history",
      ]);
    });

    it.each(sheets.map((sheet): [string, SheetContent] => [sheet.id, sheet]))("fit together on %s", (_id, sheet) => {
      const used = listUsed(sheet);
      expect(listCrossings(used)).toEqual([]);
      expect(
        listCrossings([...sheet.charts.map(({ place }) => place), ...sheet.tables.map(({ range }) => range)]),
      ).toEqual([]);
      expect(listCrossings(sheet.merges)).toEqual([]);
      expect(sheet.merges.filter((merge) => sheet.tables.some(({ range }) => isCrossing(merge, range)))).toEqual([]);
      const covered = sheet.charts.filter(({ place }) =>
        sheet.values.some(({ row, column, columns }) =>
          columns.some((cells, j) =>
            Array.from(cells).some(
              (value, i) =>
                value !== null &&
                value !== "" &&
                isCrossing(place, { row: row + i, column: column + j, rowCount: 1, columnCount: 1 }),
            ),
          ),
        ),
      );
      expect(covered.map(({ name }) => name)).toEqual([]);
    });

    it.each(sheets.map((sheet): [string, SheetContent] => [sheet.id, sheet]))(
      "take data of charts, tables and formats from filled cells on %s",
      (_id, sheet) => {
        const used = listUsed(sheet);
        const ranges = [
          ...sheet.charts.flatMap(({ series }) => series.flatMap(({ categories, values }) => [categories, values])),
          ...sheet.conditionalFormats.filter(({ kind }) => kind !== "formula").map(({ range }) => range),
        ];
        expect(ranges.filter((range) => range.rowCount < 1 || !used.some((block) => isInside(range, block)))).toEqual(
          [],
        );
        expect(new Set(sheet.charts.map(({ name }) => name)).size).toBe(sheet.charts.length);
        const lengths = sheet.charts.flatMap(({ series }) =>
          series.map(
            ({ categories, values }) =>
              categories.rowCount * categories.columnCount - values.rowCount * values.columnCount,
          ),
        );
        expect(lengths.filter((difference) => difference !== 0)).toEqual([]);
      },
    );

    it("set a width for every column they use", () => {
      for (const sheet of sheets.filter(({ visibility }) => visibility === "visible")) {
        const known = new Set(
          sheet.columnWidths.flatMap(({ column, count }) => Array.from({ length: count }, (__, i) => column + i)),
        );
        const needed = listUsed(sheet).flatMap(({ column, columnCount }) =>
          Array.from({ length: columnCount }, (__, i) => column + i),
        );
        expect(needed.filter((column) => !known.has(column))).toEqual([]);
      }
    });

    it("leave no NaN in a page and no word for a missing one", () => {
      for (const sheet of sheets.filter(({ id }) => id !== "customers" && id !== "history")) {
        const numbers = sheet.values.flatMap(({ columns }) =>
          columns.flatMap((cells) => Array.from(cells)).filter((value) => typeof value === "number"),
        );
        expect(numbers.filter((value) => !Number.isFinite(value))).toEqual([]);
        expect(listSheetTexts(sheet).filter((text) => /NaN|undefined|Infinity/.test(text))).toEqual([]);
      }
    });
  });
});

describe("sheets", () => {
  it("are only those that are asked for", () => {
    const sheets = buildSheets(full, {
      words: getWords("en"),
      language: "en",
      moneyFormat: "0",
      version: "1",
      source: plainSource,
      sheets: ["notes", "summary"],
    });
    expect(sheets.map(({ id }) => id)).toEqual(["summary", "notes"]);
  });

  it("show a lens that they know nothing of", () => {
    const lens = {
      ...full.lenses[0],
      id: "moon-phase",
      groups: full.lenses[0].groups.map((group, i) => ({ ...group, id: `phase-${i}` })),
    };
    const [, customers, lenses] = build({ ...full, lenses: [...full.lenses, lens] }, "en");
    expect(listSheetTexts(lenses)).toEqual(expect.arrayContaining(["moon-phase", "phase-0"]));
    expect(listSheetTexts(customers)).toContain("moon-phase");
  });

  it("give a group the same colour on every sheet", () => {
    const [summary, customers, lenses, , , tree] = build(full, "en");
    const readFill = (sheet: SheetContent, text: string) =>
      sheet.conditionalFormats.flatMap((format) =>
        format.kind === "formula" && format.formula.endsWith(`="${text}"`) ? [format.fill] : [],
      );
    const fills = [...readFill(customers, "Class 1"), ...readFill(tree, "Class 1")];
    expect(new Set(fills).size).toBe(1);
    for (const sheet of [summary, lenses]) {
      expect(sheet.styles.some(({ style }) => style.fill === fills[0])).toBe(true);
    }
  });
});
