import type { TreeColumn } from "../../../src/core/tree/column";
import { computeFidelity } from "../../../src/core/tree/fidelity";
import { growTree } from "../../../src/core/tree/grow";
import { computeImportance } from "../../../src/core/tree/importance";
import { predictClasses, predictLeaves, predictPath } from "../../../src/core/tree/predict";
import { computeAlphas, cutTree, mergeSiblings, pruneTree } from "../../../src/core/tree/prune";
import { buildRuleOf, buildRules } from "../../../src/core/tree/rules";
import { computeDepth, computeGini, isBranch, listLeaves } from "../../../src/core/tree/tree";
import type { Tree } from "../../../src/core/tree/tree";
import { createRandom } from "../../../src/core/math/random";
import { irisRows, irisSpecies } from "../../helpers/iris";

const classes = ["setosa", "versicolor", "virginica"];
const iris: TreeColumn[] = ["sepalLength", "sepalWidth", "petalLength", "petalWidth"].map((name, i) => ({
  name,
  kind: "number",
  numbers: Float64Array.from(irisRows, (row) => row[i]),
}));

/** Orders 1..12 in two regions; good customers order 4..9 times and live in the North or the West. */
const orders = Array.from({ length: 120 }, (_, i) => 1 + (i % 12));
const regions = orders.map((_, i) => Math.floor(i / 12) % 3);
const shop: TreeColumn[] = [
  { name: "orders", kind: "number", numbers: Float64Array.from(orders) },
  {
    name: "region",
    kind: "category",
    codes: Int32Array.from(regions),
    labels: ["North", "South", "West", "unused"],
  },
];
const good = orders.map((count, i) => (count >= 4 && count <= 9 && regions[i] !== 1 ? 1 : 0));
const shopTree = growTree(shop, good, ["other", "good"]);

describe("buildRules", () => {
  it("merges conditions on one feature into a range or a set, one rule per leaf, largest first", () => {
    const rules = buildRules(shopTree);
    expect(rules.map(({ customers }) => customers)).toEqual(
      [...rules.map(({ customers }) => customers)].sort((a, b) => b - a),
    );
    expect(rules.reduce((sum, { customerShare }) => sum + customerShare, 0)).toBeCloseTo(1, 12);
    const [rule, ...others] = rules.filter(({ label }) => label === 1);
    expect(others).toEqual([]);
    expect({
      ...rule,
      leaf: null,
      conditions: [...rule.conditions].sort((a, b) => (a.feature < b.feature ? -1 : 1)),
    }).toEqual({
      leaf: null,
      label: 1,
      customers: 42,
      customerShare: 42 / 120,
      purityShare: 1,
      conditions: [
        { feature: "orders", kind: "range", above: 3.5, upTo: 9.5, blanks: false },
        {
          feature: "region",
          kind: "set",
          values: ["North", "West", "unused"],
          excluded: ["South"],
          elseBranch: true,
        },
      ],
    });
  });

  it("is one rule without conditions for a tree that is a single leaf", () => {
    expect(buildRules(cutTree(shopTree, 0))).toEqual([
      { leaf: 0, conditions: [], label: 0, customers: 120, customerShare: 1, purityShare: 78 / 120 },
    ]);
  });

  it("knows each customer's own rule", () => {
    const rules = buildRules(shopTree);
    const leaves = predictLeaves(mergeSiblings(shopTree), shop);
    orders.forEach((_, row) =>
      expect(buildRuleOf(shopTree, shop, row)).toEqual(rules.find(({ leaf }) => leaf === leaves[row])),
    );
  });

  it("holds for exactly the customers of its leaf", () => {
    const leaves = predictLeaves(mergeSiblings(shopTree), shop);
    for (const { leaf, conditions } of buildRules(shopTree)) {
      orders.forEach((count, row) => {
        const holds = conditions.every((condition) =>
          condition.kind === "range"
            ? count > (condition.above ?? -Infinity) && count <= (condition.upTo ?? Infinity)
            : condition.values.includes(["North", "South", "West"][regions[row]]),
        );
        expect(holds).toBe(leaves[row] === leaf);
      });
    }
  });
});

describe("predictClasses", () => {
  it("matches categories by label, whatever their codes", () => {
    const recoded: TreeColumn[] = [
      shop[0],
      {
        name: "region",
        kind: "category",
        codes: Int32Array.from(regions, (code) => 2 - code),
        labels: ["West", "South", "North"],
      },
    ];
    expect(predictClasses(shopTree, recoded)).toEqual(predictClasses(shopTree, shop));
  });

  it("sends blanks and unknown values to the larger side", () => {
    const some: TreeColumn[] = [
      { name: "orders", kind: "number", numbers: Float64Array.of(6, 6, 6) },
      { name: "region", kind: "category", codes: Int32Array.of(0, 1, -1), labels: ["East", "South"] },
    ];
    expect(Array.from(predictClasses(shopTree, some))).toEqual([1, 0, 1]);
  });

  it("needs only the columns that the tree asks about", () => {
    const tree = growTree(iris, irisSpecies, classes, { maxDepth: 1 });
    const asked = isBranch(tree.root) ? tree.root.split.feature : -1;
    expect(predictClasses(tree, [iris[asked]])).toEqual(predictClasses(tree, iris));
    expect(() => predictClasses(tree, [iris[0]])).toThrow("the tree asks for the column petal");
  });

  it("refuses a column of another kind", () => {
    expect(() =>
      predictClasses(shopTree, [
        { ...shop[0], name: "region" },
        { ...shop[1], name: "orders" },
      ]),
    ).toThrow(/the tree asks for \w+ as a \w+; it is a \w+/);
  });

  it("gives the same after a round trip of the tree through JSON", () => {
    const stored: Tree = JSON.parse(JSON.stringify(shopTree));
    expect(stored).toEqual(shopTree);
    expect(predictClasses(stored, shop)).toEqual(predictClasses(shopTree, shop));
  });

  it("tells the path of a customer from the root to the leaf", () => {
    const path = predictPath(shopTree, shop, 7);
    expect(path[0]).toBe(shopTree.root);
    expect(path[path.length - 1].id).toBe(predictLeaves(shopTree, shop)[7]);
  });
});

describe("pruning", () => {
  const full = growTree(iris, irisSpecies, classes, { maxDepth: 10, minLeaf: 1 });

  it("merges sibling leaves of one class without changing a prediction", () => {
    const merged = mergeSiblings(full);
    expect(predictClasses(merged, iris)).toEqual(predictClasses(full, iris));
    const pairs: number[][] = [];
    const visit = (tree: Tree["root"]): void => {
      if (!isBranch(tree)) return;
      if (!isBranch(tree.left) && !isBranch(tree.right)) pairs.push([tree.left.label, tree.right.label]);
      visit(tree.left);
      visit(tree.right);
    };
    visit(merged.root);
    for (const [left, right] of pairs) expect(left).not.toBe(right);
  });

  it("merges upwards as far as it goes", () => {
    const labels = Array.from({ length: 40 }, (_, i) => (i < 10 ? 1 : 0));
    const x: TreeColumn = { name: "x", kind: "number", numbers: Float64Array.from(labels, (_, i) => i % 10) };
    const tree = growTree([x], labels, ["a", "b"], { minLeaf: 1, maxDepth: 5 });
    expect(listLeaves(mergeSiblings(tree).root)).toHaveLength(1);
  });

  it("finds the subtree with the least impurity + alpha x leaves among all subtrees", () => {
    const cost = (root: Tree["root"], alpha: number) =>
      listLeaves(root).reduce((sum, { counts, customers }) => sum + (computeGini(counts) * customers) / 150 + alpha, 0);
    const listSubtrees = (node: Tree["root"]): Tree["root"][] => {
      const { id, customers, counts, label } = node;
      const leaf = { id, customers, counts, label };
      if (!isBranch(node)) return [leaf];
      const rights = listSubtrees(node.right);
      return [leaf, ...listSubtrees(node.left).flatMap((left) => rights.map((right) => ({ ...node, left, right })))];
    };
    const subtrees = listSubtrees(full.root);
    for (const alpha of [0.001, 0.004, 0.007, 0.012, 0.02, 0.1, 0.3, 0.5]) {
      const least = Math.min(...subtrees.map((root) => cost(root, alpha)));
      expect(cost(pruneTree(full, alpha).root, alpha)).toBeCloseTo(least, 12);
    }
  });

  it("prunes step by step down to the root", () => {
    const alphas = computeAlphas(full.root);
    expect(alphas).toEqual([...alphas].sort((a, b) => a - b));
    expect(listLeaves(pruneTree(full, alphas[alphas.length - 1] * 1.001).root)).toHaveLength(1);
    expect(pruneTree(full, 0).root).toBe(full.root);
  });

  it("by cross-validation keeps what is real and throws away what is noise", () => {
    const pruned = growTree(iris, irisSpecies, classes, { maxDepth: 10, minLeaf: 1, alpha: "auto" });
    expect(listLeaves(pruned.root).length).toBeLessThan(listLeaves(full.root).length);
    expect(computeFidelity(pruned, iris, irisSpecies).share).toBeGreaterThan(0.93);
    const random = createRandom(8);
    const noise: TreeColumn = {
      name: "x",
      kind: "number",
      numbers: Float64Array.from({ length: 300 }, random),
    };
    const labels = Array.from({ length: 300 }, () => (random() < 0.4 ? 1 : 0));
    expect(
      listLeaves(growTree([noise], labels, ["a", "b"], { maxDepth: 8, minLeaf: 2, alpha: "auto" }).root),
    ).toHaveLength(1);
  });

  it("can be cut at a depth", () => {
    expect([0, 1, 2, 9].map((depth) => computeDepth(cutTree(full, depth).root))).toEqual([
      0,
      1,
      2,
      computeDepth(full.root),
    ]);
  });
});

describe("computeFidelity", () => {
  const x: TreeColumn = { name: "x", kind: "number", numbers: Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8) };
  const labels = [0, 0, 1, 0, 1, 1, 1, -1];
  const tree = growTree([x], labels, ["a", "b", "empty"], { maxDepth: 1, minLeaf: 1 });

  it("tells share, baseline, confusion and recall of those who have a class", () => {
    expect(computeFidelity(tree, [x], labels)).toEqual({
      customers: 7,
      share: 6 / 7,
      baselineShare: 4 / 7,
      confusion: [
        [3, 0, 0],
        [1, 3, 0],
        [0, 0, 0],
      ],
      recallShares: [1, 0.75, null],
      isApproximate: false,
    });
  });

  it("is approximate below 80 %", () => {
    expect(computeFidelity(tree, [x], [1, 1, 0, 0, 1, 1, 0, 0])).toMatchObject({
      share: 0.5,
      isApproximate: true,
    });
  });

  it.each([
    [
      "nobody with a class",
      () =>
        computeFidelity(
          tree,
          [x],
          labels.map(() => -1),
        ),
      "no customer has a class",
    ],
    ["labels of another length", () => computeFidelity(tree, [x], [0]), "got 8 and 1"],
  ])("refuses %s", (_, run, message) => {
    expect(run).toThrow(message);
  });
});

describe("computeImportance", () => {
  it("is all on petals for iris, and adds up to 1", () => {
    const importance = computeImportance(growTree(iris, irisSpecies, classes, { maxDepth: 2 }));
    expect(importance.slice(0, 2)).toEqual([0, 0]);
    expect(importance[2] + importance[3]).toBeCloseTo(1, 12);
  });

  it("is nothing for a single leaf", () => {
    expect(computeImportance(cutTree(shopTree, 0))).toEqual([0, 0]);
  });
});
