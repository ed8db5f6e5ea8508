import type { TreeColumn } from "../tree/column";

/** How near a customer is to those who are already known. */
export interface NeighbourScore {
  /** Share of positives among the nearest known customers, 0..1 per row. */
  readonly scores: Float64Array;
  /** Distance to the nearest positive, 0..1 per row: of equal scores the smaller distance is the better. */
  readonly distances: Float64Array;
}

/**
 * Scores rows by their nearest neighbours among known customers, by Gower distance: the mean over all columns of the difference of numbers in
 * share of their range, and 0 or 1 for equal or different texts. Columns that one of the two has blank do not count; two rows without a
 * common column are at distance 1.
 *
 * @param known     columns of the known customers
 * @param target    0 or 1 per known customer
 * @param candidates the same columns, in the same order, of the rows to score; texts are matched by label
 * @param neighbours how many of the nearest count; of equally near ones the earlier
 * @throws RangeError when columns do not match, there is no known customer, or `neighbours` is not a whole number >= 1
 * @see Gower (1971), A general coefficient of similarity and some of its properties, Biometrics 27
 */
export function scoreByNeighbours(
  known: readonly TreeColumn[],
  target: ArrayLike<number>,
  candidates: readonly TreeColumn[],
  neighbours = 10,
): NeighbourScore {
  if (!Number.isInteger(neighbours) || neighbours < 1)
    throw new RangeError(`neighbours must be a whole number >= 1; got ${neighbours}`);
  if (target.length === 0) throw new RangeError("there is no known customer");
  if (known.length !== candidates.length) throw new RangeError("known customers and candidates need the same columns");
  const pairs = known.map((column, i) => alignColumns(column, candidates[i]));
  const rowCount = candidates.length === 0 ? 0 : pairs[0].candidates.length;
  const wanted = Math.min(neighbours, target.length);
  const scores = new Float64Array(rowCount);
  const distances = new Float64Array(rowCount);
  const differences = new Float64Array(target.length);
  const counted = new Float64Array(target.length);
  const nearest = new Float64Array(wanted);
  const nearestTarget = new Uint8Array(wanted);
  for (let row = 0; row < rowCount; row++) {
    measureDistances(pairs, row, differences, counted);
    let filled = 0;
    let nearestPositive = 1;
    for (let other = 0; other < target.length; other++) {
      const distance = counted[other] === 0 ? 1 : differences[other] / counted[other];
      if (target[other] === 1 && distance < nearestPositive) nearestPositive = distance;
      if (filled === wanted && distance >= nearest[filled - 1]) continue;
      let place = filled === wanted ? filled - 1 : filled++;
      for (; place > 0 && nearest[place - 1] > distance; place--) {
        nearest[place] = nearest[place - 1];
        nearestTarget[place] = nearestTarget[place - 1];
      }
      nearest[place] = distance;
      nearestTarget[place] = target[other];
    }
    let positives = 0;
    for (let place = 0; place < filled; place++) positives += nearestTarget[place];
    scores[row] = positives / filled;
    distances[row] = nearestPositive;
  }
  return { scores, distances };
}

/** A column of both sides as numbers: NaN is blank; `range` is null for texts, whose codes are those of one list. */
interface AlignedColumn {
  readonly known: Float64Array;
  readonly candidates: Float64Array;
  readonly range: number | null;
}

function alignColumns(known: TreeColumn, candidates: TreeColumn): AlignedColumn {
  if (known.kind === "number" && candidates.kind === "number") {
    let least = Infinity;
    let most = -Infinity;
    for (const value of known.numbers) {
      if (value < least) least = value;
      if (value > most) most = value;
    }
    return { known: known.numbers, candidates: candidates.numbers, range: Math.max(0, most - least) };
  }
  if (known.kind === "number" || candidates.kind === "number")
    throw new RangeError(`the column ${known.name} must hold the same kind of values on both sides`);
  const codes = new Map(known.labels.map((label, code) => [label, code]));
  const unseen = candidates.labels.map((label, code) => codes.get(label) ?? known.labels.length + code);
  const toNumbers = (entries: Int32Array, translate: (code: number) => number): Float64Array =>
    Float64Array.from(entries, (code) => (code < 0 ? NaN : translate(code)));
  return {
    known: toNumbers(known.codes, (code) => code),
    candidates: toNumbers(candidates.codes, (code) => unseen[code]),
    range: null,
  };
}

function measureDistances(
  columns: readonly AlignedColumn[],
  row: number,
  differences: Float64Array,
  counted: Float64Array,
): void {
  differences.fill(0);
  counted.fill(0);
  for (const { known, candidates, range } of columns) {
    const own = candidates[row];
    if (own !== own) continue;
    for (let other = 0; other < known.length; other++) {
      const value = known[other];
      if (value !== value) continue;
      counted[other]++;
      if (value === own) continue;
      differences[other] += range === null || range === 0 ? 1 : Math.min(1, Math.abs(value - own) / range);
    }
  }
}
