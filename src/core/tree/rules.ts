import { buildPaths, addCondition } from "./path-conditions";
import type { PathCondition } from "./path-conditions";
import { predictPath } from "./predict";
import { mergeSiblings } from "./prune";
import { isBranch } from "./tree";
import type { Tree, TreeLeaf } from "./tree";
import type { TreeColumn } from "./column";

/**
 * One condition of a rule. A number is greater than `above` and at most `upTo` (null = no limit), or it is blank where `blanks` is true, which
 * it is only when the column had blanks; with `isDay` the limits are days since 1970-01-01.
 * A category is one of `values`, which is the same as none of `excluded`, or it is a value never met or blank where `elseBranch` is true.
 */
export type RuleCondition =
  | {
      readonly feature: string;
      readonly kind: "range";
      readonly above: number | null;
      readonly upTo: number | null;
      readonly blanks: boolean;
      readonly isDay?: true;
    }
  | {
      readonly feature: string;
      readonly kind: "set";
      readonly values: readonly string[];
      readonly excluded: readonly string[];
      readonly elseBranch: boolean;
    };

/** A leaf as a rule. */
export interface TreeRule {
  /** Id of the leaf in the merged tree. */
  readonly leaf: number;
  /** One per feature, in the order in which they come up; none for a tree that is a single leaf. */
  readonly conditions: readonly RuleCondition[];
  /** Index into the classes of the tree. */
  readonly label: number;
  readonly customers: number;
  /** Share of all customers. */
  readonly customerShare: number;
  /** Share of the customers of the leaf who are of its class. */
  readonly purityShare: number;
}

/**
 * The rules of a tree, one per leaf, largest first. Sibling leaves of the same class are one rule, and conditions on the same feature one
 * condition.
 *
 * @returns of equally large ones the left first
 */
export function buildRules(tree: Tree): TreeRule[] {
  const merged = mergeSiblings(tree);
  return buildPaths(merged)
    .map(({ leaf, conditions }) => buildRule(merged, leaf, conditions))
    .sort((a, b) => b.customers - a.customers);
}

/**
 * A rule for every leaf of a tree, also where neighbours stand for the same class: for classes so uneven that most leaves are of one class,
 * and only the shares tell them apart.
 *
 * @returns from left to right
 */
export function buildLeafRules(tree: Tree): TreeRule[] {
  return buildPaths(tree).map(({ leaf, conditions }) => buildRule(tree, leaf, conditions));
}

/**
 * The rule that applies to one customer.
 *
 * @param tree    any tree
 * @param columns found by name, as for prediction
 * @param row     customer index in the columns
 * @throws RangeError when a column the tree asks about is missing or of another kind
 */
export function buildRuleOf(tree: Tree, columns: readonly TreeColumn[], row: number): TreeRule {
  const merged = mergeSiblings(tree);
  const path = predictPath(merged, columns, row);
  let conditions: readonly PathCondition[] = [];
  path.forEach((node, i) => {
    if (isBranch(node)) conditions = addCondition(merged, conditions, node, path[i + 1] === node.left);
  });
  return buildRule(merged, path[path.length - 1], conditions);
}

function buildRule(tree: Tree, leaf: TreeLeaf, conditions: readonly PathCondition[]): TreeRule {
  return {
    leaf: leaf.id,
    conditions: conditions.map((condition) => describeCondition(tree, condition)),
    label: leaf.label,
    customers: leaf.customers,
    customerShare: leaf.customers / tree.customers,
    purityShare: leaf.counts[leaf.label] / leaf.customers,
  };
}

function describeCondition(tree: Tree, condition: PathCondition): RuleCondition {
  const feature = tree.features[condition.feature];
  if (condition.kind === "number") {
    const { above, upTo, others } = condition;
    const blanks = others && feature.hasBlanks;
    return {
      feature: feature.name,
      kind: "range",
      above: above?.value ?? null,
      upTo: upTo?.value ?? null,
      blanks,
      ...(feature.kind === "number" && feature.isDay && { isDay: feature.isDay }),
    };
  }
  const labels = feature.kind === "category" ? feature.labels : [];
  const codes = new Set(condition.codes);
  return {
    feature: feature.name,
    kind: "set",
    values: labels.filter((_, code) => codes.has(code)),
    excluded: labels.filter((_, code) => !codes.has(code)),
    elseBranch: condition.others,
  };
}
