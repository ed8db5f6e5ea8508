import type { NodeSearch } from "./split";
import { computeBar, noCell } from "./split";

const mostForAllSubsets = 8;

/** A category column; `rank` is the place of each code when the labels are sorted. */
export interface RankedCategories {
  readonly codes: Int32Array;
  readonly rank: Int32Array;
}

/**
 * Tries splits of a category column into two sets of values in all nodes of a level.
 *
 * Up to eight values in the node all subsets are tried. More values are put in order of the share of the node's largest class and cut there,
 * which is exact for two classes without blanks. Blanks follow the larger side, and count there.
 *
 * @param column  codes of the rows
 * @param feature its index
 * @param cells   node of each row x number of classes + its class
 * @param nodes   of this level; take over better splits
 * @param minLeaf customers each side must have
 * @see Breiman, Friedman, Olshen & Stone (1984), Classification and Regression Trees, section 4.2 and 9.4
 */
export function searchCategorySplits(
  column: RankedCategories,
  feature: number,
  cells: Uint16Array,
  nodes: readonly NodeSearch[],
  minLeaf: number,
): void {
  const { codes, rank } = column;
  const classes = nodes[0].counts.length;
  const width = rank.length + 1;
  const table = new Float64Array(nodes.length * width * classes);
  for (let row = 0; row < codes.length; row++) {
    const cell = cells[row];
    if (cell === noCell) continue;
    const label = cell % classes;
    const node = (cell - label) / classes;
    table[(node * width + codes[row] + 1) * classes + label]++;
  }
  nodes.forEach((node, n) => {
    const counts = table.subarray(n * width * classes, (n + 1) * width * classes);
    searchNode(node, feature, counts, rank, minLeaf);
  });
}

/** `table` holds the class counts of the blanks, then of code 0, 1, ... */
function searchNode(node: NodeSearch, feature: number, table: Float64Array, rank: Int32Array, minLeaf: number): void {
  const classes = node.counts.length;
  const blank = table.subarray(0, classes);
  const values = Array.from(rank, (place, code) => {
    const counts = table.subarray((code + 1) * classes, (code + 2) * classes);
    return { code, place, counts, rows: counts.reduce((sum, count) => sum + count, 0) };
  })
    .filter(({ rows }) => rows > 0)
    .sort((a, b) => a.place - b.place);
  if (values.length < 2) return;

  const offer = (left: readonly (typeof values)[number][], right: readonly (typeof values)[number][]): void => {
    const rated = rate(left, right, blank, minLeaf);
    if (rated === null || rated.score <= computeBar(node)) return;
    const listCodes = (side: readonly { code: number }[]) => side.map(({ code }) => code).sort((a, b) => a - b);
    node.score = rated.score;
    node.split = {
      kind: "category",
      feature,
      left: listCodes(left),
      right: listCodes(right),
      othersLeft: rated.othersLeft,
    };
  };

  if (values.length <= mostForAllSubsets) {
    for (let subset = 1; subset < 2 ** values.length - 1; subset += 2) {
      offer(
        values.filter((_, i) => (subset >> i) & 1),
        values.filter((_, i) => !((subset >> i) & 1)),
      );
    }
    return;
  }
  const largest = node.counts.indexOf(Math.max(...node.counts));
  values.sort((a, b) => b.counts[largest] / b.rows - a.counts[largest] / a.rows || a.place - b.place);
  for (let cut = 1; cut < values.length; cut++) offer(values.slice(0, cut), values.slice(cut));
}

function rate(
  left: readonly { counts: Float64Array; rows: number }[],
  right: readonly { counts: Float64Array; rows: number }[],
  blank: Float64Array,
  minLeaf: number,
): { score: number; othersLeft: boolean } | null {
  const countRows = (side: readonly { rows: number }[]) => side.reduce((sum, { rows }) => sum + rows, 0);
  const othersLeft = countRows(left) >= countRows(right);
  let score = 0;
  for (const side of [left, right]) {
    const withBlanks = (side === left) === othersLeft;
    let rows = 0;
    let squares = 0;
    for (let c = 0; c < blank.length; c++) {
      let count = withBlanks ? blank[c] : 0;
      for (const { counts } of side) count += counts[c];
      rows += count;
      squares += count * count;
    }
    if (rows < minLeaf) return null;
    score += squares / rows;
  }
  return { score, othersLeft };
}
