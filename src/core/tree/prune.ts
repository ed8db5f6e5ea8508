import { buildLeaf, computeGini, isBranch, listLeaves } from "./tree";
import type { Tree, TreeNode } from "./tree";

/**
 * The tree with sibling leaves of the same class made one, from the bottom up: the same predictions, fewer rules.
 */
export function mergeSiblings(tree: Tree): Tree {
  const merge = (node: TreeNode): TreeNode => {
    if (!isBranch(node)) return node;
    const left = merge(node.left);
    const right = merge(node.right);
    if (!isBranch(left) && !isBranch(right) && left.label === right.label) return buildLeaf(node);
    return { ...node, left, right };
  };
  return { ...tree, root: merge(tree.root) };
}

/** The tree cut off below `depth` questions; what was a branch there becomes a leaf of its most frequent class. */
export function cutTree(tree: Tree, depth: number): Tree {
  const cut = (node: TreeNode, left: number): TreeNode => {
    if (!isBranch(node)) return node;
    return left === 0 ? buildLeaf(node) : { ...node, left: cut(node.left, left - 1), right: cut(node.right, left - 1) };
  };
  return { ...tree, root: cut(tree.root, depth) };
}

/**
 * Cost-complexity pruning: the smallest subtree with the least (impurity + alpha x leaves). The impurity of a leaf is its Gini impurity times
 * its share of the customers.
 *
 * @param tree  any tree
 * @param alpha 0 prunes nothing
 * @throws RangeError when `alpha` is negative or not a number
 * @see Breiman, Friedman, Olshen & Stone (1984), Classification and Regression Trees, chapter 3
 */
export function pruneTree(tree: Tree, alpha: number): Tree {
  return { ...tree, alpha, root: pruneNode(tree.root, alpha) };
}

/** {@link pruneTree} for a bare node. */
export function pruneNode(root: TreeNode, alpha: number): TreeNode {
  if (!(alpha >= 0)) throw new RangeError(`alpha must be at least 0; got ${alpha}`);
  if (alpha === 0) return root;
  let pruned = root;
  for (let weakest = findWeakest(pruned, root.customers); weakest !== null && weakest.alpha <= alpha;) {
    pruned = collapse(pruned, weakest.id);
    weakest = findWeakest(pruned, root.customers);
  }
  return pruned;
}

/** The values of alpha, ascending, at which the next branch becomes a leaf; the last one leaves only the root. */
export function computeAlphas(root: TreeNode): number[] {
  const alphas: number[] = [];
  let pruned = root;
  for (
    let weakest = findWeakest(pruned, root.customers);
    weakest !== null;
    weakest = findWeakest(pruned, root.customers)
  ) {
    alphas.push(Math.max(weakest.alpha, alphas[alphas.length - 1] ?? 0));
    pruned = collapse(pruned, weakest.id);
  }
  return alphas;
}

function findWeakest(root: TreeNode, customers: number): { id: number; alpha: number } | null {
  let weakest: { id: number; alpha: number } | null = null;
  const cost = (node: TreeNode) => (computeGini(node.counts) * node.customers) / customers;
  const visit = (node: TreeNode): void => {
    if (!isBranch(node)) return;
    const leaves = listLeaves(node);
    const alpha = (cost(node) - leaves.reduce((sum, leaf) => sum + cost(leaf), 0)) / (leaves.length - 1);
    if (weakest === null || alpha < weakest.alpha) weakest = { id: node.id, alpha };
    visit(node.left);
    visit(node.right);
  };
  visit(root);
  return weakest;
}

function collapse(node: TreeNode, id: number): TreeNode {
  if (!isBranch(node)) return node;
  if (node.id === id) return buildLeaf(node);
  return { ...node, left: collapse(node.left, id), right: collapse(node.right, id) };
}
