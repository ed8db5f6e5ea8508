import { readFileSync } from "node:fs";
import { join } from "node:path";
import { computeFidelity } from "../../src/core/tree/fidelity";
import { growTree } from "../../src/core/tree/grow";
import { computeImportance } from "../../src/core/tree/importance";
import { buildRules } from "../../src/core/tree/rules";
import { isBranch, listLeaves } from "../../src/core/tree/tree";
import type { TreeNode } from "../../src/core/tree/tree";
import type { TreeColumn } from "../../src/core/tree/column";
import { referenceFolder } from "../helpers/reference-folder";
import { parseNumbers, readReferenceTable } from "./reference-table";

interface PublishedNode {
  id: number;
  feature: string | null;
  threshold: number;
  left: number;
  right: number;
  counts: number[];
}
interface PublishedTree {
  max_depth: number;
  min_samples_leaf: number;
  accuracy: number;
  n_leaves: number;
  importances: Record<string, number>;
  confusion: number[][];
  nodes: PublishedNode[];
}

const published: { baseline_majority: number; trees: Record<string, PublishedTree> } = JSON.parse(
  readFileSync(join(referenceFolder(), "reference", "cart.json"), "utf8"),
);
const readColumns = (table: Record<string, string[]>): TreeColumn[] =>
  ["R", "F", "M"].map((name) => ({ name, kind: "number", numbers: parseNumbers(table[name]) }));

describe("Online Retail: trees that explain the four clusters by R, F and M", () => {
  const table = readReferenceTable("online_retail_kmeans_k4.csv");
  const columns = readColumns(readReferenceTable("online_retail_rfm.csv"));
  const labels = parseNumbers(table.k4);
  const classes = ["1", "2", "3", "4"];

  it.each(Object.entries(published.trees))(
    "%s: questions, counts, fidelity, confusion and importance",
    (_, expected) => {
      const tree = growTree(columns, labels, classes, {
        maxDepth: expected.max_depth,
        minLeaf: expected.min_samples_leaf,
      });
      const compare = (node: TreeNode, at: number): void => {
        const other = expected.nodes.find(({ id }) => id === at)!;
        expect(node.counts).toEqual(other.counts);
        expect(isBranch(node) ? tree.features[node.split.feature].name : null).toBe(other.feature);
        if (!isBranch(node) || node.split.kind !== "number") return;
        expect(Math.abs(node.split.threshold / other.threshold - 1)).toBeLessThan(1e-6);
        compare(node.left, other.left);
        compare(node.right, other.right);
      };
      compare(tree.root, 0);
      expect(listLeaves(tree.root)).toHaveLength(expected.n_leaves);
      const fidelity = computeFidelity(tree, columns, labels);
      expect(fidelity.share).toBe(expected.accuracy);
      expect(fidelity.confusion).toEqual(expected.confusion);
      expect(fidelity.baselineShare).toBeCloseTo(published.baseline_majority, 12);
      computeImportance(tree).forEach((share, i) => expect(share).toBeCloseTo(expected.importances["RFM"[i]], 9));
    },
  );

  it("puts depth 2 into four rules by size", () => {
    const rules = buildRules(growTree(columns, labels, classes, { maxDepth: 2, minLeaf: 20 }));
    expect(rules.map(({ customers, label }) => [customers, label])).toEqual([
      [1461, 3],
      [1127, 0],
      [978, 2],
      [772, 1],
    ]);
    expect(rules[2].conditions).toEqual([
      { feature: "R", kind: "range", above: null, upTo: 47.5, blanks: false },
      { feature: "M", kind: "range", above: null, upTo: 1062.075, blanks: false },
    ]);
  });
});

describe("CDNOW: trees that explain the four clusters by R, F and M", () => {
  const table = readReferenceTable("cdnow_whole_window.csv");
  const columns = readColumns(table);
  const labels = parseNumbers(table.k4).map((label) => label - 1);

  it.each([
    [2, 0.824777],
    [3, 0.943572],
    [4, 0.952906],
  ])("depth %i: fidelity %f", (maxDepth, share) => {
    const tree = growTree(columns, labels, ["1", "2", "3", "4"], { maxDepth, minLeaf: 20 });
    expect(Math.abs(computeFidelity(tree, columns, labels).share - share)).toBeLessThan(0.001);
  });

  it("depth 2 asks for M <= 36.365, then for F <= 1.5 and R <= 368.5", () => {
    const { root } = growTree(columns, labels, ["1", "2", "3", "4"], { maxDepth: 2, minLeaf: 20 });
    const ask = (node: TreeNode) =>
      isBranch(node) && node.split.kind === "number" ? [node.split.feature, node.split.threshold] : null;
    expect(isBranch(root) && [ask(root), ask(root.left), ask(root.right)]).toEqual([
      [2, 36.365],
      [1, 1.5],
      [0, 368.5],
    ]);
  });
});
