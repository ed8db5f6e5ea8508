import type { Analysis } from "../../../src/core/report/analysis";
import { buildAttributeColumn } from "../../../src/core/tree/column";
import { growTree } from "../../../src/core/tree/grow";
import { predictClasses } from "../../../src/core/tree/predict";
import { buildRules } from "../../../src/core/tree/rules";
import type { Language } from "../../../src/i18n/words";
import { getWords } from "../../../src/i18n/words";
import { formatCell } from "../../../src/jobs/layout/address";
import { findFeatureColumn } from "../../../src/jobs/layout/feature-columns";
import { findColumnName, findGroupName } from "../../../src/jobs/layout/group-words";
import { layOutTree } from "../../../src/jobs/layout/tree/tree-sheet";
import { listUsedFeatures } from "../../../src/jobs/layout/tree/tree-frame";
import { evaluateFormula } from "../../helpers/formula-evaluator";
import { buildSmallAnalysis } from "../../helpers/small-analysis";
import { listSheetTexts, plainSource, readCell } from "../../helpers/sheet-cells";
import { finishSteps } from "../../../src/jobs/layout/sheet-steps";

const analysis = buildSmallAnalysis();
const build = (language: Language, given = analysis) =>
  finishSteps(
    layOutTree(given, {
      words: getWords(language),
      language,
      moneyFormat: "$#,##0.00",
      version: "1",
      source: plainSource,
    }),
  );

/** The analysis with a first tree that asks for the day on which customers joined: the first half until 2024-12-13. */
function addJoinDates(): Analysis {
  const { summary, trees } = analysis;
  const { customers } = summary;
  const numbers = Float64Array.from(customers.ids, (_, i) => (i < 60 ? 20_000 + i : 20_081 + i));
  numbers[59] = 20_070;
  numbers[60] = 20_071;
  const joined = { name: "Join Date", role: "joinDate", kind: "number", numbers } as const;
  const columns = [buildAttributeColumn(joined)];
  const classes = ["class-1", "class-2"];
  const tree = growTree(
    columns,
    Array.from(numbers, (_, i) => Number(i >= 60)),
    classes,
    { minLeaf: 1 },
  );
  const rules = buildRules(tree).map(({ label, ...rule }) => ({ ...rule, group: label }));
  const importance = [{ feature: "Join Date", share: 1 }];
  const attributes = [...customers.attributes, joined];
  return {
    ...analysis,
    summary: { ...summary, customers: { ...customers, attributes } },
    trees: [{ ...trees[0], target: "value-classes", features: ["Join Date"], tree, rules, depth: 1, importance }],
  };
}

describe("the tree sheet", () => {
  const sheet = build("en");

  it("says how far the rules can be trusted", () => {
    const [tree] = analysis.trees;
    const { good } = getWords("en").fidelity;
    expect(
      listSheetTexts(sheet).filter((text) => text.includes(good(tree.fidelityShare, tree.baselineShare))),
    ).toHaveLength(1);
  });

  it("lists every rule of every tree in words", () => {
    const rules = listSheetTexts(sheet).filter((text) =>
      /^If .+ then (Class|Cluster) \d+ \(\d+ customers?, \d+% sure\)$/.test(text),
    );
    expect(rules).toHaveLength(analysis.trees.reduce((sum, tree) => sum + tree.rules.length, 0));
  });

  it("draws every node of the tree with its customers", () => {
    const texts = listSheetTexts(build("zh"));
    expect(texts.filter((text) => text === "全部客户")).toHaveLength(2);
    expect(texts).toEqual(expect.arrayContaining(["订单数 <= 3.5", "订单数 > 3.5"]));
  });

  it.each(analysis.trees.map((tree, i): [string, number] => [tree.target, i]))(
    "gives every customer the tree's own group by the what-if formula of %s",
    (target, index) => {
      const tree = analysis.trees[index];
      const columns = listUsedFeatures(tree).map((name) => findFeatureColumn(analysis, name)!);
      const { row, column, formula, value } = sheet.formulas[index];
      const inputs = columns.map((feature, i) => ({ feature, row, column: inputColumn(row, column, feature.name, i) }));
      const evaluate = (customer: number | null) =>
        evaluateFormula(
          formula,
          Object.fromEntries(
            inputs.map(({ feature, ...place }) => {
              const own =
                feature.kind === "number"
                  ? feature.numbers[customer ?? 0]
                  : feature.labels[feature.codes[customer ?? 0]];
              const given = customer === null ? readCell(sheet, place.row, place.column) : (own ?? null);
              return [
                formatCell(place.row, place.column),
                typeof given === "number" && Number.isNaN(given) ? null : given,
              ];
            }),
          ),
        );
      const names = tree.tree.classes.map((id) => findGroupName(getWords("en"), target, id));
      const predicted = predictClasses(tree.tree, columns);
      const found = Array.from(predicted, (_, customer) => evaluate(customer));
      expect(found).toEqual(Array.from(predicted, (label) => names[label]));
      expect(evaluate(null)).toBe(value);
    },
  );

  /** Inputs stand under their names, one beside the other. */
  function inputColumn(row: number, resultColumn: number, name: string, index: number): number {
    let column = resultColumn + 1;
    while (readCell(sheet, row - 1, column) === null) column++;
    expect(readCell(sheet, row - 1, column + index)).toBe(findColumnName(getWords("en"), name));
    return column + index;
  }

  it.each<[Language, string, string]>([
    ["en", "If Join Date <= 2024-12-13 then Class 1 (60 customers, 100% sure)", "Join Date > 2024-12-13"],
    ["zh", "如果 Join Date <= 2024-12-13，则为 价值1级（60 位客户，准确率 100%）", "Join Date > 2024-12-13"],
  ])("shows days as dates and takes a date in the what-if row, in %s", (language, rule, condition) => {
    const dated = build(language, addJoinDates());
    expect(listSheetTexts(dated)).toEqual(expect.arrayContaining([rule, condition]));
    const [{ row, formula }] = dated.formulas;
    expect(formula).toMatch(/\w+<=DATE\(2024,12,13\)/);
    const block = dated.values.find(({ dates }) => dates !== undefined)!;
    expect(block).toMatchObject({ row, columns: [[20_071]], dates: [0] });
    const input = block.column;
    expect(readCell(dated, row - 1, input)).toBe("Join Date");
    const isHere = ({ range }: { range: { row: number; column: number } }) =>
      range.row === row && range.column === input;
    expect(dated.styles.filter(isHere).map(({ style }) => style.numberFormat)).toContain("yyyy-mm-dd");
  });

  it("says so when there is no tree", () => {
    expect(listSheetTexts(build("en", { ...analysis, trees: [] }))).toContain(
      "No tree was grown; the notes sheet says why.",
    );
  });
});
