import { computeQuantileEdges } from "../math/quantile";
import type { RfmMeasures, RfmScoreColumns } from "./measures";
import { parseBins, parseMeasureLength } from "./measures";
import type { MeasureScoreMethod, MeasureScores } from "./score-measure";
import { assignScores, countScores, isConstant, scoreMeasure } from "./score-measure";

/** All ways to score R, F and M. */
export type ScoreMethod = MeasureScoreMethod | "nested";

/** How to score the three measures. */
export interface RfmScoreOptions {
  /** Default `quantile`. */
  method?: ScoreMethod;
  /** Number of scores, 2..10; default 5. */
  bins?: number;
  /** For `fixed`: bins - 1 ascending cut values per measure; `monetary` may be absent where the data have no money. */
  cuts?: { recencyDays: ArrayLike<number>; orders: ArrayLike<number>; monetary?: ArrayLike<number> };
}

/** Scores of one measure inside the cells of the measures before it (`nested`). */
export interface NestedScores extends MeasureScores {
  /** Edges per cell: for F by R score - 1, for M by (R score - 1) * bins + (F score - 1); empty for a cell without customers. */
  cellEdges: Float64Array[];
}

/** Scores of the three measures. Under `nested` the measures F and M carry `cellEdges` and their own `edges` are empty. */
export interface RfmScores {
  method: ScoreMethod;
  bins: number;
  recency: MeasureScores;
  frequency: MeasureScores | NestedScores;
  monetary: MeasureScores | NestedScores | null;
}

/**
 * R, F and M scores of every customer, 1..bins with `bins` the best (most recent, most orders, most money).
 *
 * Methods are those of {@link scoreMeasure}; `nested` cuts F by quantile inside each R score and M inside each cell of R and F. A
 * customer whose cell is unknown under `nested` (no R score) gets no score there either.
 *
 * @param measures columns of equal length in standard order, NaN = blank -> score 0
 * @throws RangeError when columns differ in length, bins is not 2..10 or `fixed` lacks its cuts
 */
export function scoreRfm(measures: RfmMeasures, options: RfmScoreOptions = {}): RfmScores {
  parseMeasureLength(measures);
  const bins = parseBins(options.bins ?? 5);
  const method = options.method ?? "quantile";
  const { recencyDays, orders, monetary } = measures;
  const base = method === "nested" ? "quantile" : method;
  const cuts = options.cuts;
  const recency = scoreMeasure(recencyDays, { method: base, bins, better: "lower", cuts: cuts?.recencyDays });
  if (method === "nested") {
    const frequency = scoreInCells(orders, recency.scores, bins, bins);
    if (monetary === null) return { method, bins, recency, frequency, monetary };
    const cells = buildCells(recency.scores, frequency.scores, bins);
    return { method, bins, recency, frequency, monetary: scoreInCells(monetary, cells, bins * bins, bins) };
  }
  return {
    method,
    bins,
    recency,
    frequency: scoreMeasure(orders, { method: base, bins, better: "higher", cuts: cuts?.orders }),
    monetary:
      monetary === null ? null : scoreMeasure(monetary, { method: base, bins, better: "higher", cuts: cuts?.monetary }),
  };
}

/** The bare score columns of {@link scoreRfm}'s result, as the maps and codes take them. */
export function readScoreColumns(scores: RfmScores): RfmScoreColumns {
  return {
    recency: scores.recency.scores,
    frequency: scores.frequency.scores,
    monetary: scores.monetary?.scores ?? null,
  };
}

/**
 * Cell 1..bins * bins of each customer on the grid of R and F scores, numbered R first; 0 where a score is missing.
 *
 * @param recency   scores 1..bins, 0 = none
 * @param frequency same length
 */
export function buildCells(recency: Uint8Array, frequency: Uint8Array, bins: number): Uint8Array {
  const cells = new Uint8Array(recency.length);
  for (let i = 0; i < cells.length; i++) {
    if (recency[i] > 0 && frequency[i] > 0) cells[i] = (recency[i] - 1) * bins + frequency[i];
  }
  return cells;
}

/** Members of each cell 1..cellCount whose value is present. */
function gatherCells(values: ArrayLike<number>, cells: Uint8Array, cellCount: number): Int32Array[] {
  const sizes = new Int32Array(cellCount);
  const isMember = (i: number) => cells[i] > 0 && values[i] === values[i];
  for (let i = 0; i < cells.length; i++) if (isMember(i)) sizes[cells[i] - 1]++;
  const members = Array.from(sizes, (size) => new Int32Array(size));
  sizes.fill(0);
  for (let i = 0; i < cells.length; i++) if (isMember(i)) members[cells[i] - 1][sizes[cells[i] - 1]++] = i;
  return members;
}

function pickValues(values: ArrayLike<number>, positions: Int32Array): Float64Array {
  const picked = new Float64Array(positions.length);
  for (let i = 0; i < picked.length; i++) picked[i] = values[positions[i]];
  return picked;
}

function scoreInCells(values: ArrayLike<number>, cells: Uint8Array, cellCount: number, bins: number): NestedScores {
  const cellEdges = gatherCells(values, cells, cellCount).map((members) =>
    computeQuantileEdges(pickValues(values, members).sort(), bins),
  );
  const scores = assignCellScores(values, cells, cellEdges, bins);
  const counts = countScores(scores, bins);
  return { scores, edges: new Float64Array(0), counts, allEqual: isConstant(values), cellEdges };
}

/**
 * Higher-is-better scores by edges that differ from cell to cell (the `nested` method).
 *
 * @param values    NaN = blank, gets score 0
 * @param cells     cell of each customer, 1..cellEdges.length; 0 = unknown, gets score 0
 * @param cellEdges edges of each cell; a cell without edges gives no score
 */
export function assignCellScores(
  values: ArrayLike<number>,
  cells: Uint8Array,
  cellEdges: readonly ArrayLike<number>[],
  bins: number,
): Uint8Array {
  const scores = new Uint8Array(values.length);
  gatherCells(values, cells, cellEdges.length).forEach((members, cell) => {
    const inside = pickValues(values, members);
    const insideScores = assignScores(inside, cellEdges[cell], { bins, better: "higher" });
    for (let i = 0; i < members.length; i++) scores[members[i]] = insideScores[i];
  });
  return scores;
}
