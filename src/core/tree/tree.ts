/** What a tree knows of a column it was offered; with `isDay` its numbers are days since 1970-01-01. Plain JSON. */
export type TreeFeature =
  | { readonly name: string; readonly kind: "number"; readonly hasBlanks: boolean; readonly isDay?: true }
  | {
      readonly name: string;
      readonly kind: "category";
      readonly hasBlanks: boolean;
      readonly labels: readonly string[];
    };

/**
 * The question a branch asks. `feature` indexes the features of the tree.
 *
 * A number goes left when it is <= `threshold`. A category goes left when its code (an index into the labels of the feature) is in `left`,
 * right when it is in `right`. Whatever else comes, a blank or a value never met in this branch, follows the larger side.
 */
export type TreeSplit =
  | {
      readonly kind: "number";
      readonly feature: number;
      readonly threshold: number;
      readonly othersLeft: boolean;
    }
  | {
      readonly kind: "category";
      readonly feature: number;
      readonly left: readonly number[];
      readonly right: readonly number[];
      readonly othersLeft: boolean;
    };

/** End of a path. `counts` says how many customers of each class came here; `label` is the most frequent class, of equal ones the first. */
export type TreeLeaf = {
  /** Number of the node in the tree as it was grown, root = 0, left before right; pruning keeps it. */
  readonly id: number;
  readonly customers: number;
  readonly counts: readonly number[];
  readonly label: number;
};

/** A node with two children; `gain` is the decrease of the Gini impurity. */
export type TreeBranch = TreeLeaf & {
  readonly split: TreeSplit;
  readonly gain: number;
  readonly left: TreeNode;
  readonly right: TreeNode;
};

/** Leaf or branch, told apart by {@link isBranch}. */
export type TreeNode = TreeLeaf | TreeBranch;

/** A classification tree. Plain JSON. */
export type Tree = {
  readonly features: readonly TreeFeature[];
  readonly classes: readonly string[];
  /** Customers it was grown on. */
  readonly customers: number;
  readonly maxDepth: number;
  readonly minLeaf: number;
  /** Cost-complexity parameter it was pruned with; 0 = not pruned. */
  readonly alpha: number;
  /** Names of columns that were left out because they have more than 50 different values. */
  readonly refused: readonly string[];
  readonly root: TreeNode;
};

/** Whether a node has children. */
export function isBranch(node: TreeNode): node is TreeBranch {
  return "split" in node;
}

/** The leaves from left to right. */
export function listLeaves(node: TreeNode): TreeLeaf[] {
  return isBranch(node) ? [...listLeaves(node.left), ...listLeaves(node.right)] : [node];
}

/** Number of questions on the longest path. */
export function computeDepth(node: TreeNode): number {
  return isBranch(node) ? 1 + Math.max(computeDepth(node.left), computeDepth(node.right)) : 0;
}

/** Gini impurity, 1 - sum of squared class shares; 0 for no customers. */
export function computeGini(counts: readonly number[]): number {
  let total = 0;
  let squares = 0;
  for (const count of counts) {
    total += count;
    squares += count * count;
  }
  return total === 0 ? 0 : 1 - squares / (total * total);
}

/** The node without its children. */
export function buildLeaf({ id, customers, counts, label }: TreeNode): TreeLeaf {
  return { id, customers, counts, label };
}
