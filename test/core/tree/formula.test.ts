import fc from "fast-check";
import type { TreeColumn } from "../../../src/core/tree/column";
import { buildTreeFormula, formulaLimits } from "../../../src/core/tree/formula";
import type { FormulaOptions } from "../../../src/core/tree/formula";
import { growTree } from "../../../src/core/tree/grow";
import { predictClasses } from "../../../src/core/tree/predict";
import { cutTree } from "../../../src/core/tree/prune";
import { computeDepth } from "../../../src/core/tree/tree";
import type { Tree } from "../../../src/core/tree/tree";
import { createRandom } from "../../../src/core/math/random";
import { evaluateFormula } from "../../helpers/formula-evaluator";

const text = (...texts: string[]) => texts.map((value) => ({ text: value }));
const write = (tree: Tree, options: FormulaOptions): string => {
  const formula = buildTreeFormula(tree, options);
  if (!formula.ok) throw new Error(formula.reason);
  return formula.formula;
};

const recency: TreeColumn = {
  name: "R",
  kind: "number",
  numbers: Float64Array.of(10, 20, 30, 65, 80, 90, 100, 110),
};
const channel: TreeColumn = {
  name: "Channel",
  kind: "category",
  codes: Int32Array.of(0, 1, 2, 0, 1, 2, 0, 0),
  labels: ["Web", 'The "Shop"', "Fair"],
};
const labels = [0, 1, 1, 2, 2, 2, 2, 2];
const tree = growTree([recency, channel], labels, ["A", "B", "C"], { minLeaf: 1, maxDepth: 2 });
const references = { R: "[@R]", Channel: "B7" };

describe("buildTreeFormula", () => {
  it("writes IF within IF", () => {
    expect(write(tree, { references, labels: text("best", "good", "rest") })).toBe(
      '=IF([@R]<=47.5,IF([@R]<=15,"best","good"),"rest")',
    );
  });

  it("writes one IFS with a pair per rule", () => {
    expect(write(tree, { references, labels: text("best", "good", "rest"), style: "ifs" })).toBe(
      '=IFS([@R]<=15,"best",AND([@R]>15,[@R]<=47.5),"good",TRUE,"rest")',
    );
  });

  it("writes sets of values as OR, quotes doubled, and asks for the smaller side", () => {
    const byChannel = growTree([channel], [0, 1, 1, 0, 1, 1, 0, 0], ["A", "B"], { minLeaf: 1 });
    const options = { references, labels: text('say "A"', "B") };
    expect(write(byChannel, options)).toMatch(/^=IF\((B7="Web"|OR\(B7="The ""Shop""",B7="Fair"\)),/);
    expect(evaluateFormula(write(byChannel, options), { B7: "Web" })).toBe('say "A"');
    expect(evaluateFormula(write(byChannel, options), { B7: 'the "shop"' })).toBe("B");
  });

  it("writes thresholds of days as dates, the last day that is not later", () => {
    const joined: TreeColumn = {
      name: "Joined",
      kind: "number",
      numbers: Float64Array.of(0, 1, 366, 400),
      isDay: true,
    };
    const byDay = growTree([joined], [0, 0, 1, 1], ["A", "B"], { minLeaf: 1 });
    const options = { references: { Joined: "B2" }, labels: text("a", "b") };
    expect(write(byDay, options)).toBe('=IF(B2<=DATE(1970,7,3),"a","b")');
  });

  it("can refer to cells for labels and thresholds", () => {
    const cells = {
      references,
      labels: [{ cell: "$A$1" }, { cell: "$A$2" }, { cell: "$A$3" }],
      thresholdCells: { [tree.root.id]: "$D$1" },
    };
    expect(write(tree, cells)).toBe("=IF([@R]<=$D$1,IF([@R]<=15,$A$1,$A$2),$A$3)");
    expect(write(tree, { ...cells, style: "ifs" })).toBe("=IFS([@R]<=15,$A$1,AND([@R]>15,[@R]<=$D$1),$A$2,TRUE,$A$3)");
  });

  it("is only the label for a tree that is a single leaf", () => {
    for (const style of ["nested", "ifs"] as const) {
      expect(write(cutTree(tree, 0), { references, labels: text("a", "b", "c"), style })).toBe('="c"');
    }
  });

  it.each([
    [0.1 + 0.2, 0.5],
    [1e-7, 2e-7],
    [1e20, 3e21],
    [-5, -4.000000001],
    [1, 1 + 2 ** -52],
    [1062.07, 1062.0800000000002],
  ])("writes a threshold between %f and %f with all digits that it needs", (a, b) => {
    const x: TreeColumn = { name: "x", kind: "number", numbers: Float64Array.of(a, b) };
    const formula = write(growTree([x], [0, 1], ["A", "B"], { minLeaf: 1 }), {
      references: { x: "C1" },
      labels: text("A", "B"),
    });
    expect([a, b].map((value) => evaluateFormula(formula, { C1: value }))).toEqual(["A", "B"]);
  });

  it("tells values apart that differ in case only", () => {
    const codes: TreeColumn = {
      name: "c",
      kind: "category",
      codes: Int32Array.of(0, 1, 0, 1),
      labels: ["ab", "AB"],
    };
    const byCase = growTree([codes], [0, 1, 0, 1], ["A", "B"], { minLeaf: 1 });
    for (const style of ["nested", "ifs"] as const) {
      const formula = write(byCase, { references: { c: "C1" }, labels: text("A", "B"), style });
      expect(["ab", "AB"].map((value) => evaluateFormula(formula, { C1: value }))).toEqual(["A", "B"]);
    }
  });

  it("breaks a text of more than 255 characters, which Excel does not take in one piece", () => {
    const long = `${"x".repeat(254)}"😀${"y".repeat(300)}`;
    const formula = write(tree, { references, labels: text(long, "b", "c") });
    expect(evaluateFormula(formula, { "[@R]": 1 })).toBe(long);
    for (const [literal] of formula.matchAll(/"(?:[^"]|"")*"/g)) {
      expect(literal.slice(1, -1).replaceAll('""', '"').length).toBeLessThanOrEqual(formulaLimits.textCharacters);
    }
  });

  it("says at which depth the tree would fit when the formula gets too long", () => {
    const random = createRandom(3);
    const numbers = Float64Array.from({ length: 3000 }, () => random() * 1000);
    const x: TreeColumn = { name: "x", kind: "number", numbers };
    const noisy = Array.from(numbers, (value) => Math.floor(value * 2) % 2);
    const deep = growTree([x], noisy, ["A", "B"], { minLeaf: 2, maxDepth: 10 });
    const options = { references: { x: "[@x]" }, labels: text("a".repeat(1000), "b".repeat(1000)) };
    for (const style of ["nested", "ifs"] as const) {
      const result = buildTreeFormula(deep, { ...options, style });
      if (result.ok || result.fittingDepth === null) throw new Error("it should not fit");
      expect(result.reason).toBe("tooLong");
      expect(result.fittingDepth).toBeLessThan(computeDepth(deep.root));
      expect(buildTreeFormula(cutTree(deep, result.fittingDepth), { ...options, style }).ok).toBe(true);
      expect(buildTreeFormula(cutTree(deep, result.fittingDepth + 1), { ...options, style }).ok).toBe(false);
    }
  });

  it("has no fitting depth when not even one label fits", () => {
    const result = buildTreeFormula(tree, {
      references,
      labels: text("z".repeat(9000), "z".repeat(9000), "z".repeat(9000)),
    });
    expect(result).toEqual({ ok: false, reason: "tooLong", fittingDepth: null });
  });

  it("counts the levels of nesting", () => {
    expect(buildTreeFormula(tree, { references, labels: text("a", "b", "c") })).toMatchObject({
      ok: true,
      levels: 2,
    });
  });

  it.each([
    ["a missing reference", { references: {}, labels: text("a", "b", "c") }, "needs a cell reference for R"],
    ["a missing label", { references, labels: text("a") }, "needs 3 labels; got 1"],
  ])("refuses %s", (_, options, message) => {
    expect(() => buildTreeFormula(tree, options)).toThrow(message);
  });
});

describe("every formula", () => {
  const names = ["Web", "Shop", 'a "b"', "", "x,y(z)"];
  const row = fc.tuple(
    fc.option(fc.integer({ min: -3, max: 15 }), { freq: 4 }),
    fc.double({ min: -1, max: 1, noNaN: true }),
    fc.integer({ min: 0, max: 4 }),
    fc.integer({ min: -1, max: 2 }),
    fc.integer({ min: 0, max: 2 }),
  );

  it.each(["nested", "ifs"] as const)("(%s) gives each row the class that the tree gives it", (style) => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 4, maxLength: 60 }), (rows) => {
        const columns: TreeColumn[] = [
          { name: "a", kind: "number", numbers: Float64Array.from(rows, ([a]) => a ?? NaN) },
          { name: "b", kind: "number", numbers: Float64Array.from(rows, ([, b]) => b) },
          { name: "c", kind: "category", codes: Int32Array.from(rows, ([, , c]) => c), labels: names },
          {
            name: "d",
            kind: "category",
            codes: Int32Array.from(rows, ([, , , d]) => d),
            labels: ["u", "v", "w"],
          },
        ];
        const classes = ["A", "B", "C"];
        const grown = growTree(
          columns,
          rows.map(([, , , , label]) => label),
          classes,
          { minLeaf: 1, maxDepth: 4 },
        );
        const formula = write(grown, {
          references: { a: "A1", b: "B1", c: "C1", d: "D1" },
          labels: text(...classes),
          style,
        });
        const values = rows.map(([a, b, c, d]) =>
          evaluateFormula(formula, { A1: a, B1: b, C1: names[c], D1: d < 0 ? null : ["u", "v", "w"][d] }),
        );
        expect(values).toEqual(Array.from(predictClasses(grown, columns), (label) => classes[label]));
      }),
      { numRuns: 200 },
    );
  });
});
