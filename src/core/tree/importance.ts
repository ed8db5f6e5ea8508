import { isBranch } from "./tree";
import type { Tree, TreeNode } from "./tree";

/**
 * Importance of each feature: the decrease of impurity by its splits, weighted by the customers they concern.
 *
 * @returns one share per feature of the tree, sum 1; all 0 for a tree without splits
 * @see Breiman, Friedman, Olshen & Stone (1984), Classification and Regression Trees, section 5.3
 */
export function computeImportance(tree: Tree): number[] {
  const importance = new Array<number>(tree.features.length).fill(0);
  const visit = (node: TreeNode): void => {
    if (!isBranch(node)) return;
    importance[node.split.feature] += (node.customers / tree.customers) * node.gain;
    visit(node.left);
    visit(node.right);
  };
  visit(tree.root);
  const total = importance.reduce((sum, value) => sum + value, 0);
  return total > 0 ? importance.map((value) => value / total) : importance;
}
