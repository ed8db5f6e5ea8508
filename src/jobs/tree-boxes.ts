import type { TreeRule } from "../core/tree/rules";
import { buildRules } from "../core/tree/rules";
import { mergeSiblings } from "../core/tree/prune";
import type { Tree, TreeNode } from "../core/tree/tree";
import { isBranch } from "../core/tree/tree";

/** A node of a tree as a box: `start` and `share` are shares of all customers, `level` is its depth. */
export interface TreeBox {
  readonly id: number;
  readonly level: number;
  readonly start: number;
  readonly share: number;
  /** Class that most of its customers are of. */
  readonly label: number;
  /** What is asked here, as the index of a feature; null for a leaf. */
  readonly feature: number | null;
  /** Position of the leaf's rule among `rules`; null for a branch. */
  readonly rule: number | null;
}

/** A tree as it is drawn and told: sibling leaves of the same class are one. */
export interface TreeDrawing {
  /** Root first, left before right. */
  readonly boxes: readonly TreeBox[];
  /** Largest first. */
  readonly rules: readonly TreeRule[];
}

/** The boxes of a tree with its rules. */
export function drawTreeBoxes(tree: Tree): TreeDrawing {
  const rules = buildRules(tree);
  const position = new Map(rules.map(({ leaf }, i) => [leaf, i]));
  const boxes: TreeBox[] = [];
  const visit = (node: TreeNode, level: number, start: number): void => {
    const { id, customers, label } = node;
    boxes.push({
      id,
      level,
      start,
      share: customers / tree.customers,
      label,
      feature: isBranch(node) ? node.split.feature : null,
      rule: position.get(id) ?? null,
    });
    if (!isBranch(node)) return;
    visit(node.left, level + 1, start);
    visit(node.right, level + 1, start + node.left.customers / tree.customers);
  };
  visit(mergeSiblings(tree).root, 0, 0);
  return { boxes, rules };
}
