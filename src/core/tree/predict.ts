import { countEntries } from "./column";
import type { TreeColumn } from "./column";
import { isBranch } from "./tree";
import type { Tree, TreeLeaf, TreeNode, TreeSplit } from "./tree";

/**
 * The class the tree gives each customer.
 *
 * @param tree    any tree
 * @param columns found by name; only those the tree asks about are needed. Categories are matched by label, so that codes may differ
 * @returns index into the classes of the tree per customer; blanks and unknown values follow the larger side of each branch
 * @throws RangeError when a column is missing, of another kind, or of another length
 */
export function predictClasses(tree: Tree, columns: readonly TreeColumn[]): Int32Array {
  const find = buildLeafFinder(tree, columns);
  const labels = new Int32Array(countRows(columns));
  for (let row = 0; row < labels.length; row++) labels[row] = find(row).label;
  return labels;
}

/**
 * The leaf in which each customer ends: `id` of the leaf, as in the rules built from the same tree.
 *
 * @param tree    any tree
 * @param columns as for {@link predictClasses}
 * @throws RangeError as {@link predictClasses}
 */
export function predictLeaves(tree: Tree, columns: readonly TreeColumn[]): Int32Array {
  const find = buildLeafFinder(tree, columns);
  const leaves = new Int32Array(countRows(columns));
  for (let row = 0; row < leaves.length; row++) leaves[row] = find(row).id;
  return leaves;
}

/**
 * The nodes that a customer passes, root first, leaf last.
 *
 * @param tree    any tree
 * @param columns as for {@link predictClasses}
 * @param row     customer index in the columns
 * @throws RangeError as {@link predictClasses}
 */
export function predictPath(tree: Tree, columns: readonly TreeColumn[], row: number): TreeNode[] {
  const path: TreeNode[] = [tree.root];
  for (let node = tree.root; isBranch(node); path.push(node)) {
    node = buildTest(tree, node.split, columns)(row) ? node.left : node.right;
  }
  return path;
}

function countRows(columns: readonly TreeColumn[]): number {
  const rows = columns.length === 0 ? 0 : countEntries(columns[0]);
  for (const column of columns) {
    if (countEntries(column) !== rows) {
      throw new RangeError(`columns must be of equal length; ${column.name} has ${countEntries(column)}, not ${rows}`);
    }
  }
  return rows;
}

function buildLeafFinder(tree: Tree, columns: readonly TreeColumn[]): (row: number) => TreeLeaf {
  const compile = (node: TreeNode): ((row: number) => TreeLeaf) => {
    if (!isBranch(node)) return () => node;
    const test = buildTest(tree, node.split, columns);
    const left = compile(node.left);
    const right = compile(node.right);
    return (row) => (test(row) ? left(row) : right(row));
  };
  return compile(tree.root);
}

function buildTest(tree: Tree, split: TreeSplit, columns: readonly TreeColumn[]): (row: number) => boolean {
  const feature = tree.features[split.feature];
  const column = columns.find(({ name }) => name === feature.name);
  if (column === undefined) throw new RangeError(`the tree asks for the column ${feature.name}`);
  const { othersLeft } = split;
  if (split.kind === "number" && column.kind === "number") {
    const { numbers } = column;
    const { threshold } = split;
    return (row) => numbers[row] <= threshold || (othersLeft && numbers[row] !== numbers[row]);
  }
  if (split.kind === "category" && column.kind === "category" && feature.kind === "category") {
    const { codes, labels } = column;
    const sides = new Map<string, boolean>();
    for (const code of split.left) sides.set(feature.labels[code], true);
    for (const code of split.right) sides.set(feature.labels[code], false);
    const goesLeft = Uint8Array.from(labels, (label) => ((sides.get(label) ?? othersLeft) ? 1 : 0));
    return (row) => (codes[row] < 0 ? othersLeft : goesLeft[codes[row]] === 1);
  }
  throw new RangeError(`the tree asks for ${feature.name} as a ${feature.kind}; it is a ${column.kind}`);
}
