import { predictClasses } from "./predict";
import type { TreeColumn } from "./column";
import type { Tree } from "./tree";

/** How well a tree tells the classes apart. */
export interface TreeFidelity {
  /** Customers with a class. */
  readonly customers: number;
  /** Share of them whose leaf is of their own class. */
  readonly share: number;
  /** The same for the rule "everyone is of the largest class". */
  readonly baselineShare: number;
  /** `confusion[own class][class of the leaf]`, customers. */
  readonly confusion: readonly (readonly number[])[];
  /** Per class the share of its customers that the tree finds; null for a class without customers. */
  readonly recallShares: readonly (number | null)[];
  /** True below 80 %: the rules only approximate the classes. */
  readonly isApproximate: boolean;
}

/**
 * Compares the classes of all customers with those the tree gives them.
 *
 * @param tree    to be judged
 * @param columns found by name, as for prediction
 * @param labels  class of each customer, an index into the classes of the tree; -1 = none, left out
 * @throws RangeError when no customer has a class, lengths differ, or a column is missing
 */
export function computeFidelity(tree: Tree, columns: readonly TreeColumn[], labels: ArrayLike<number>): TreeFidelity {
  const predicted = predictClasses(tree, columns);
  if (predicted.length !== labels.length) {
    throw new RangeError(`columns and labels must be of equal length; got ${predicted.length} and ${labels.length}`);
  }
  const confusion = tree.classes.map(() => new Array<number>(tree.classes.length).fill(0));
  for (let row = 0; row < labels.length; row++) if (labels[row] >= 0) confusion[labels[row]][predicted[row]]++;
  const sizes = confusion.map((row) => row.reduce((sum, count) => sum + count, 0));
  const customers = sizes.reduce((sum, size) => sum + size, 0);
  if (customers === 0) throw new RangeError("no customer has a class");
  const share = confusion.reduce((sum, row, label) => sum + row[label], 0) / customers;
  return {
    customers,
    share,
    baselineShare: Math.max(...sizes) / customers,
    confusion,
    recallShares: confusion.map((row, label) => (sizes[label] === 0 ? null : row[label] / sizes[label])),
    isApproximate: share < 0.8,
  };
}
