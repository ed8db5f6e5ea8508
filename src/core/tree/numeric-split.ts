import type { NodeSearch } from "./split";
import { computeBar, computeThreshold, leastGain, noCell } from "./split";

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
 * @param cells   node of each row x number of classes + its class; one number, because rows come in no order of memory
 * @param nodes   of this level; take over better splits
 * @param minLeaf customers each side must have
 */
export function searchNumericSplits(
  column: SortedNumbers,
  feature: number,
  cells: Uint16Array,
  nodes: readonly NodeSearch[],
  minLeaf: number,
): void {
  const { order, values, blanks } = column;
  const classes = nodes[0].counts.length;
  const nodeOf = new Uint16Array(nodes.length * classes);
  for (let cell = 0; cell < nodeOf.length; cell++) nodeOf[cell] = Math.floor(cell / classes);
  const blank = new Float64Array(nodes.length * classes);
  const blankRows = new Float64Array(nodes.length);
  for (let i = 0; i < blanks.length; i++) {
    const cell = cells[blanks[i]];
    if (cell === noCell) continue;
    blank[cell]++;
    blankRows[nodeOf[cell]]++;
  }
  const left = new Float64Array(nodes.length * classes);
  const right = new Float64Array(nodes.length * classes);
  const leftRows = new Float64Array(nodes.length);
  const rightRows = new Float64Array(nodes.length);
  const leftSquares = new Float64Array(nodes.length);
  const rightSquares = new Float64Array(nodes.length);
  const last = new Float64Array(nodes.length);
  const bar = new Float64Array(nodes.length);
  // Of the best split: the score, the values on both sides, and whether blanks go left. The split itself is made once, at the end.
  const best = new Float64Array(nodes.length);
  const below = new Float64Array(nodes.length);
  const above = new Float64Array(nodes.length);
  const othersLeft = new Uint8Array(nodes.length);
  const tolerance = Float64Array.from(nodes, ({ customers }) => leastGain * customers);
  nodes.forEach((node, n) => {
    for (let c = 0; c < classes; c++) {
      const known = node.counts[c] - blank[n * classes + c];
      right[n * classes + c] = known;
      rightSquares[n] += known * known;
      rightRows[n] += known;
    }
    bar[n] = computeBar(node);
  });

  for (let i = 0; i < order.length; i++) {
    const cell = cells[order[i]];
    if (cell === noCell) continue;
    const n = nodeOf[cell];
    const value = values[i];
    if (value !== last[n] && leftRows[n] > 0) {
      const score =
        blankRows[n] === 0
          ? leftRows[n] < minLeaf || rightRows[n] < minLeaf
            ? 0
            : leftSquares[n] / leftRows[n] + rightSquares[n] / rightRows[n]
          : scoreWithBlanks(n, classes, left, right, blank, leftRows[n], rightRows[n], blankRows[n], minLeaf);
      if (score > bar[n]) {
        best[n] = score;
        bar[n] = score + tolerance[n];
        below[n] = last[n];
        above[n] = value;
        othersLeft[n] = leftRows[n] >= rightRows[n] ? 1 : 0;
      }
    }
    leftSquares[n] += 2 * left[cell]++ + 1;
    rightSquares[n] -= 2 * right[cell]-- - 1;
    leftRows[n]++;
    rightRows[n]--;
    last[n] = value;
  }
  nodes.forEach((node, n) => {
    if (best[n] === 0) return;
    node.score = best[n];
    const threshold = computeThreshold(below[n], above[n]);
    node.split = { kind: "number", feature, threshold, othersLeft: othersLeft[n] === 1 };
  });
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
