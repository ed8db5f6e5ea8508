import type { NodeSearch } from "./split";
import { computeThreshold, isBetter } from "./split";

/** A numeric column in ascending order; blanks are apart. */
export interface SortedNumbers {
  /** Row of each sorted value. */
  readonly order: Int32Array;
  readonly values: Float64Array;
  /** Rows without a value. */
  readonly blanks: Int32Array;
}

/**
 * Tries every split of a numeric column in all nodes of a level, in one sweep over the sorted rows.
 *
 * Blanks follow the larger side, and count there. Sums of squared class counts are kept up to date in whole numbers, so that a split is rated
 * in constant time and without rounding.
 *
 * @param column  sorted rows
 * @param feature its index
 * @param labels  class of each row
 * @param nodeOf  node of each row, -1 = none
 * @param nodes   of this level; take over better splits
 * @param minLeaf customers each side must have
 */
export function searchNumericSplits(
  column: SortedNumbers,
  feature: number,
  labels: Uint8Array,
  nodeOf: Int32Array,
  nodes: readonly NodeSearch[],
  minLeaf: number,
): void {
  const { order, values, blanks } = column;
  const classes = nodes[0].counts.length;
  const blank = new Float64Array(nodes.length * classes);
  const blankRows = new Float64Array(nodes.length);
  for (let i = 0; i < blanks.length; i++) {
    const node = nodeOf[blanks[i]];
    if (node < 0) continue;
    blank[node * classes + labels[blanks[i]]]++;
    blankRows[node]++;
  }
  const left = new Float64Array(nodes.length * classes);
  const right = new Float64Array(nodes.length * classes);
  const leftRows = new Float64Array(nodes.length);
  const rightRows = new Float64Array(nodes.length);
  const leftSquares = new Float64Array(nodes.length);
  const rightSquares = new Float64Array(nodes.length);
  const last = new Float64Array(nodes.length);
  const best = new Float64Array(nodes.length);
  nodes.forEach((node, n) => {
    for (let c = 0; c < classes; c++) {
      const known = node.counts[c] - blank[n * classes + c];
      right[n * classes + c] = known;
      rightSquares[n] += known * known;
      rightRows[n] += known;
    }
    best[n] = node.score;
  });

  for (let i = 0; i < order.length; i++) {
    const row = order[i];
    const n = nodeOf[row];
    if (n < 0) continue;
    const value = values[i];
    if (value !== last[n] && leftRows[n] > 0) {
      const score =
        blankRows[n] === 0
          ? leftRows[n] < minLeaf || rightRows[n] < minLeaf
            ? 0
            : leftSquares[n] / leftRows[n] + rightSquares[n] / rightRows[n]
          : scoreWithBlanks(n, classes, left, right, blank, leftRows[n], rightRows[n], blankRows[n], minLeaf);
      if (score > best[n] && isBetter(nodes[n], score)) {
        const othersLeft = leftRows[n] >= rightRows[n];
        nodes[n].split = { kind: "number", feature, threshold: computeThreshold(last[n], value), othersLeft };
        nodes[n].score = score;
        best[n] = score;
      }
    }
    const at = n * classes + labels[row];
    leftSquares[n] += 2 * left[at]++ + 1;
    rightSquares[n] -= 2 * right[at]-- - 1;
    leftRows[n]++;
    rightRows[n]--;
    last[n] = value;
  }
}

function scoreWithBlanks(
  node: number,
  classes: number,
  left: Float64Array,
  right: Float64Array,
  blank: Float64Array,
  leftRows: number,
  rightRows: number,
  blankRows: number,
  minLeaf: number,
): number {
  const othersLeft = leftRows >= rightRows;
  const rowsLeft = leftRows + (othersLeft ? blankRows : 0);
  const rowsRight = rightRows + (othersLeft ? 0 : blankRows);
  if (rowsLeft < minLeaf || rowsRight < minLeaf) return 0;
  let squaresLeft = 0;
  let squaresRight = 0;
  for (let at = node * classes; at < (node + 1) * classes; at++) {
    const countLeft = left[at] + (othersLeft ? blank[at] : 0);
    const countRight = right[at] + (othersLeft ? 0 : blank[at]);
    squaresLeft += countLeft * countLeft;
    squaresRight += countRight * countRight;
  }
  return squaresLeft / rowsLeft + squaresRight / rowsRight;
}
