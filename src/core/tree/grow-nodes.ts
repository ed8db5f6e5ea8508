import { compareCodePoints } from "../math/order";
import { sortIndices } from "../math/index-sort";
import { searchCategorySplits } from "./category-split";
import type { RankedCategories } from "./category-split";
import type { TreeColumn } from "./column";
import { searchNumericSplits } from "./numeric-split";
import type { SortedNumbers } from "./numeric-split";
import type { NodeSearch } from "./split";
import { buildNodeSearch, computeGain, noCell } from "./split";
import { computeGini } from "./tree";
import type { TreeNode, TreeSplit } from "./tree";

/** A column made ready for sweeps, once for all levels and all trees over it. */
export type PreparedColumn =
  | { readonly kind: "number"; readonly numbers: Float64Array; readonly sorted: SortedNumbers }
  | { readonly kind: "category"; readonly categories: RankedCategories };

/** Where a tree stops to grow. */
export interface GrowthLimits {
  readonly maxDepth: number;
  readonly minLeaf: number;
}

interface Draft {
  readonly counts: Float64Array;
  readonly depth: number;
  split: TreeSplit | null;
  gain: number;
  left: Draft | null;
  right: Draft | null;
}

/** Sorts the numbers and ranks the labels of a column. */
export function prepareColumn(column: TreeColumn): PreparedColumn {
  if (column.kind === "category") {
    const { codes, labels } = column;
    const rank = new Int32Array(labels.length);
    Array.from(labels.keys())
      .sort((a, b) => compareCodePoints(labels[a], labels[b]) || a - b)
      .forEach((code, place) => (rank[code] = place));
    return { kind: "category", categories: { codes, rank } };
  }
  const { numbers } = column;
  const order = sortIndices(numbers);
  const values = new Float64Array(order.length);
  for (let i = 0; i < order.length; i++) values[i] = numbers[order[i]];
  const blanks = new Int32Array(numbers.length - order.length);
  for (let row = 0, i = 0; i < blanks.length; row++) if (numbers[row] !== numbers[row]) blanks[i++] = row;
  return { kind: "number", numbers, sorted: { order, values, blanks } };
}

/**
 * Grows a tree level by level: in each level one sweep per column rates every split of every node.
 *
 * @param columns    at least one
 * @param labels     class of each row
 * @param member     1 for the rows to grow on
 * @param classCount number of classes
 */
export function growNodes(
  columns: readonly PreparedColumn[],
  labels: Uint8Array,
  member: Uint8Array,
  classCount: number,
  { maxDepth, minLeaf }: GrowthLimits,
): TreeNode {
  const counts = new Float64Array(classCount);
  const cells = new Uint16Array(labels.length).fill(noCell);
  for (let row = 0; row < labels.length; row++) {
    if (member[row] === 0) continue;
    counts[labels[row]]++;
    cells[row] = labels[row];
  }
  const root = buildDraft(counts, 0);
  let level = canSplit(root, maxDepth, minLeaf) ? [root] : [];
  while (level.length > 0) {
    const searches = level.map((draft) => buildNodeSearch(draft.counts));
    columns.forEach((column, feature) => {
      if (column.kind === "number") searchNumericSplits(column.sorted, feature, cells, searches, minLeaf);
      else searchCategorySplits(column.categories, feature, cells, searches, minLeaf);
    });
    level = divide(level, searches, columns, cells, { maxDepth, minLeaf });
  }
  return finishNode(root, { next: 0 });
}

function buildDraft(counts: Float64Array, depth: number): Draft {
  return { counts, depth, split: null, gain: 0, left: null, right: null };
}

function canSplit({ counts, depth }: Draft, maxDepth: number, minLeaf: number): boolean {
  const customers = counts.reduce((sum, count) => sum + count, 0);
  return depth < maxDepth && customers >= 2 * minLeaf && computeGini(Array.from(counts)) > 0;
}

/** Sends the rows of split nodes to the children; returns the children that are to be searched next. */
function divide(
  level: readonly Draft[],
  searches: readonly NodeSearch[],
  columns: readonly PreparedColumn[],
  cells: Uint16Array,
  { maxDepth, minLeaf }: GrowthLimits,
): Draft[] {
  const classes = level[0].counts.length;
  const sides = findSides(searches, columns, cells, classes);
  // Counted by cell: the left side of a node holds them as the node does.
  const leftCounts = new Float64Array(level.length * classes);
  for (let row = 0; row < cells.length; row++) if (sides[row] === 1) leftCounts[cells[row]]++;
  const next: Draft[] = [];
  const positions = level.map((draft, n) => {
    const search = searches[n];
    if (search.split === null) return [-1, -1];
    const left = leftCounts.slice(n * classes, (n + 1) * classes);
    draft.split = search.split;
    draft.gain = computeGain(search);
    draft.left = buildDraft(left, draft.depth + 1);
    draft.right = buildDraft(
      draft.counts.map((count, c) => count - left[c]),
      draft.depth + 1,
    );
    return [draft.right, draft.left].map((child) => (canSplit(child, maxDepth, minLeaf) ? next.push(child) - 1 : -1));
  });
  const moves = new Uint16Array(2 * level.length * classes);
  positions.forEach((children, n) => {
    for (let c = 0; c < classes; c++)
      children.forEach(
        (child, side) => (moves[2 * (n * classes + c) + side] = child < 0 ? noCell : child * classes + c),
      );
  });
  for (let row = 0; row < cells.length; row++)
    if (cells[row] !== noCell) cells[row] = moves[2 * cells[row] + sides[row]];
  return next;
}

/** 1 for each row that its node sends to the left. */
function findSides(
  searches: readonly NodeSearch[],
  columns: readonly PreparedColumn[],
  cells: Uint16Array,
  classes: number,
): Uint8Array {
  const sides = new Uint8Array(cells.length);
  searches.forEach(({ split }, n) => {
    if (split === null) return;
    const first = n * classes;
    const end = first + classes;
    const column = columns[split.feature];
    const { othersLeft } = split;
    if (split.kind === "number" && column.kind === "number") {
      const { numbers } = column;
      const { threshold } = split;
      for (let row = 0; row < cells.length; row++) {
        if (cells[row] < first || cells[row] >= end) continue;
        const value = numbers[row];
        if (value <= threshold || (othersLeft && value !== value)) sides[row] = 1;
      }
    } else if (split.kind === "category" && column.kind === "category") {
      const { codes } = column.categories;
      const left = new Set(split.left);
      for (let row = 0; row < cells.length; row++) {
        if (cells[row] < first || cells[row] >= end) continue;
        if (codes[row] < 0 ? othersLeft : left.has(codes[row])) sides[row] = 1;
      }
    } else throw new RangeError(`the split of feature ${split.feature} does not fit its column`);
  });
  return sides;
}

function finishNode(draft: Draft, ids: { next: number }): TreeNode {
  const id = ids.next++;
  const counts = Array.from(draft.counts);
  const leaf = {
    id,
    customers: counts.reduce((sum, count) => sum + count, 0),
    counts,
    label: counts.indexOf(Math.max(...counts)),
  };
  if (draft.split === null || draft.left === null || draft.right === null) return leaf;
  const left = finishNode(draft.left, ids);
  const right = finishNode(draft.right, ids);
  return { ...leaf, split: draft.split, gain: draft.gain, left, right };
}
