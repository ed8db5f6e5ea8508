import type { TreeColumn } from "../../core/tree/column";
import { growTree } from "../../core/tree/grow";
import type { DecisionRule } from "./decision-table";
import { formatDecisionTable } from "./decision-table";

/** Customers whose labels a tree shall explain. */
export interface TreeTask {
  /** Of equal length, names different. */
  readonly columns: readonly TreeColumn[];
  /** Index into `classes`; -1 = none. */
  readonly labels: Int32Array;
  readonly classes: readonly string[];
  readonly maxDepth: number;
  /** Null takes half a percent of the customers, at least 5. */
  readonly minLeaf: number | null;
}

/** The rules of a classification tree as lines of a table, one condition per column. */
export function growRules({ columns, labels, classes, maxDepth, minLeaf }: TreeTask): DecisionRule[] {
  const tree = growTree(columns, labels, classes, { maxDepth, minLeaf: minLeaf ?? undefined });
  return formatDecisionTable(
    tree,
    columns.map(({ name }) => name),
  );
}
