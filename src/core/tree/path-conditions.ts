import { isBranch } from "./tree";
import type { Tree, TreeBranch, TreeLeaf, TreeNode } from "./tree";

/** A limit of a number, and the branch that set it. */
export interface PathBound {
  readonly value: number;
  readonly node: number;
}

/**
 * All that a path asks of one feature, in one condition. `others` says whether blanks and values never met pass too.
 *
 * A number must be greater than `above` and at most `upTo`. A category must have one of `codes`.
 */
export type PathCondition =
  | {
      readonly kind: "number";
      readonly feature: number;
      readonly above: PathBound | null;
      readonly upTo: PathBound | null;
      readonly others: boolean;
    }
  | {
      readonly kind: "category";
      readonly feature: number;
      readonly codes: readonly number[];
      readonly others: boolean;
    };

/** A leaf and what leads to it; conditions in the order in which the features first come up. */
export interface TreePath {
  readonly leaf: TreeLeaf;
  readonly conditions: readonly PathCondition[];
}

/** The paths to all leaves from left to right. */
export function buildPaths(tree: Tree): TreePath[] {
  const visit = (node: TreeNode, conditions: readonly PathCondition[]): TreePath[] =>
    isBranch(node)
      ? [
          ...visit(node.left, addCondition(tree, conditions, node, true)),
          ...visit(node.right, addCondition(tree, conditions, node, false)),
        ]
      : [{ leaf: node, conditions }];
  return visit(tree.root, []);
}

/**
 * The conditions together with that of going left or right at a branch.
 *
 * @param tree       holds the labels of the features
 * @param conditions of the path to the branch
 * @param branch     where the path goes on
 * @param left       true for its left side
 */
export function addCondition(
  tree: Tree,
  conditions: readonly PathCondition[],
  branch: TreeBranch,
  left: boolean,
): readonly PathCondition[] {
  const { id, split } = branch;
  const { feature } = split;
  const at = conditions.findIndex((condition) => condition.feature === feature);
  const before = at < 0 ? null : conditions[at];
  const others = split.othersLeft === left && (before === null || before.others);
  let after: PathCondition;
  if (split.kind === "number") {
    const bound = { value: split.threshold, node: id };
    const { above, upTo } = before !== null && before.kind === "number" ? before : { above: null, upTo: null };
    after = { kind: "number", feature, above: left ? above : bound, upTo: left ? bound : upTo, others };
  } else {
    const description = tree.features[feature];
    const count = description.kind === "category" ? description.labels.length : 0;
    const possible =
      before !== null && before.kind === "category" ? before.codes : Array.from({ length: count }, (_, code) => code);
    // The side that takes the others is all that the opposite side does not name.
    const takesOthers = left === split.othersLeft;
    const named = new Set(left === takesOthers ? split.right : split.left);
    const codes = possible.filter((code) => named.has(code) !== takesOthers);
    after = { kind: "category", feature, codes, others };
  }
  return at < 0 ? [...conditions, after] : conditions.map((condition, i) => (i === at ? after : condition));
}
