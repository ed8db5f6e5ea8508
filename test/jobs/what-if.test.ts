import type { TreeResult } from "../../src/core/report/analysis";
import type { TreeColumn } from "../../src/core/tree/column";
import { predictClasses } from "../../src/core/tree/predict";
import { getWords } from "../../src/i18n/words";
import type { AnalyzeOutcome } from "../../src/jobs/analyze";
import { findFeatureColumn } from "../../src/jobs/layout/feature-columns";
import { findColumnName, findGroupName } from "../../src/jobs/layout/group-words";
import { formatCell } from "../../src/workbook/address";
import { MemoryWorkbook } from "../../src/workbook/memory-workbook";
import type { MemorySheet } from "../../src/workbook/memory-sheet";
import type { CellValue } from "../../src/workbook/port";
import { evaluateFormula } from "../helpers/formula-evaluator";
import { analyzeWorkbook, buildShopWorkbook, fillSheet } from "../helpers/shop-workbook";
import { buildShopRows, shopHeaders } from "../helpers/small-analysis";

jest.setTimeout(60_000);

/** The formulas of a sheet, references without dollar signs, with the cells that they read. */
function listFormulas(sheet: MemorySheet) {
  return [...sheet.formulaCells].map(({ row, column, formula, value }) => {
    const plain = formula.replace(/\$([A-Z]+)\$(\d+)/g, "$1$2");
    const inputs = [...new Set(plain.replace(/"(?:[^"]|"")*"/g, "").match(/\b[A-Z]{1,3}\d+\b/g) ?? [])];
    return { row, column, formula: plain, value, inputs };
  });
}

function readEntry(column: TreeColumn, customer: number): CellValue {
  if (column.kind === "number") return Number.isNaN(column.numbers[customer]) ? null : column.numbers[customer];
  return column.codes[customer] < 0 ? null : column.labels[column.codes[customer]];
}

/** Types every customer into the input cells of a tree; what the formula says, and what the tree itself says. */
function tryEveryone(
  tree: TreeResult,
  index: number,
  { analysis }: AnalyzeOutcome,
  sheet: MemorySheet,
  language: "en" | "zh",
) {
  const words = getWords(language);
  const { row, formula, inputs } = listFormulas(sheet)[index];
  const byHeader = new Map(
    tree.features.map((name) => [findColumnName(words, name), findFeatureColumn(analysis, name)!] as const),
  );
  const cells = new Map<string, TreeColumn>();
  for (let column = 0; column < 60; column++) {
    const header = byHeader.get(String(sheet.getValue(row - 1, column)));
    if (header !== undefined) cells.set(formatCell(row, column), header);
  }
  expect([...cells.keys()]).toEqual(expect.arrayContaining(inputs));
  const columns = tree.tree.features.map(({ name }) => findFeatureColumn(analysis, name)!);
  const predicted = predictClasses(tree.tree, columns);
  const customers = analysis.summary.customers.ids;
  return {
    said: customers.map((_, customer) =>
      evaluateFormula(
        formula,
        Object.fromEntries([...cells].map(([cell, column]) => [cell, readEntry(column, customer)])),
      ),
    ),
    wanted: customers.map((_, customer) => findGroupName(words, tree.target, tree.tree.classes[predicted[customer]])),
  };
}

/** A shop whose industries are texts that a formula could take for something else; some rows name none. */
function buildOddShop(): MemoryWorkbook {
  const odd: Record<string, string | null> = { Clinic: 'say "hi"', School: "2024", Office: "TRUE", Café: null };
  const rows = buildShopRows({ customers: 90 }).map((row) =>
    row.map((cell, i) => (i === 8 ? odd[String(cell)] : cell)),
  );
  const workbook = new MemoryWorkbook("Sales");
  fillSheet(workbook, "Sales", [shopHeaders, ...(rows as CellValue[][])]);
  return workbook;
}

describe("the what-if formula on CVM Tree", () => {
  it.each([
    ["a shop", () => buildShopWorkbook(120), "en" as const, {}],
    [
      "a shop in Chinese, with deep trees",
      () => buildShopWorkbook(120),
      "zh" as const,
      { treeDepth: 8, treeMinLeaf: 1 },
    ],
    ["a shop with odd texts and blanks", buildOddShop, "en" as const, { treeMinLeaf: 2 }],
  ])("of %s gives every customer the label that the tree gives", async (_, build, language, settings) => {
    const workbook = build();
    const outcome = await analyzeWorkbook(workbook, settings, { language });
    const sheet = workbook.getSheet("CVM Tree")!;
    const { trees } = outcome.analysis;
    expect(trees).toHaveLength(2);
    trees.forEach((tree, index) => {
      const { said, wanted } = tryEveryone(tree, index, outcome, sheet, language);
      expect(said).toEqual(wanted);
      expect(new Set(said).size).toBeGreaterThan(1);
    });
  });

  it("shows the label of the values that stand in its input cells", async () => {
    const workbook = buildShopWorkbook(120);
    await analyzeWorkbook(workbook);
    const sheet = workbook.getSheet("CVM Tree")!;
    const formulas = listFormulas(sheet);
    expect(formulas).toHaveLength(2);
    for (const { formula, value, inputs, row } of formulas) {
      const cells: Record<string, CellValue> = {};
      for (let column = 0; column < 60; column++) cells[formatCell(row, column)] = sheet.getValue(row, column);
      expect(inputs.length).toBeGreaterThan(0);
      expect(evaluateFormula(formula, cells)).toBe(value);
    }
  });
});
