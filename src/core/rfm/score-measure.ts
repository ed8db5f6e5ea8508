import { sortIndices } from "../math/index-sort";
import { computeNaturalBreaks } from "../math/natural-breaks";
import { computeQuantileEdges, sortNumbers } from "../math/quantile";
import { parseBins } from "./measures";

/** Ways to turn one measure into scores; `nested` looks at all three measures and lives in `scoreRfm`. */
export type MeasureScoreMethod = "quantile" | "rank" | "ntile" | "fixed" | "plusOne" | "natural";

/** How to score one measure. */
export interface MeasureScoreOptions {
  method: MeasureScoreMethod;
  /** Number of scores, 2..10. */
  bins: number;
  /** Which end is good: "higher" for orders and money, "lower" for days since the last purchase. */
  better: "higher" | "lower";
  /** For `fixed`: bins - 1 ascending cut values in the unit of the measure. */
  cuts?: ArrayLike<number>;
}

/** Scores of one measure and what they were cut by. */
export interface MeasureScores {
  /** 1..bins per customer, `bins` the best; 0 = blank. */
  scores: Uint8Array;
  /** The bins - 1 cut values in the unit of the measure, ascending; empty when no value is present. */
  edges: Float64Array;
  /** Customers per score; entry 0 belongs to score 1. */
  counts: Int32Array;
  /** True when at least one value is present and all of them are the same. */
  allEqual: boolean;
}

/**
 * Scores of one measure, 1..bins with `bins` the best, one per customer in the order given.
 *
 * - `quantile`: 1 + the number of quantile edges below the value; equal values share a score, groups may be uneven or empty.
 * - `rank`: the same on the ranks 1..N; groups are equal, ties are split in the order given.
 * - `ntile`: from worst to best into equal tiles, the first ones one larger where N does not divide, as SQL's NTILE.
 * - `fixed`: cut values of the user, used like edges.
 * - `plusOne`: 1 + the number of edges e with value >= e + 1; meant for whole numbers. The edges returned include the 1.
 * - `natural`: one-dimensional k-means; edges are the largest values of the groups.
 *
 * For `rank` and `ntile` the edges are those of `quantile`: they tell where the groups lie, tied customers may be on either side.
 *
 * @param values NaN = blank, gets score 0
 * @throws RangeError when bins is not 2..10 or `fixed` lacks bins - 1 ascending cuts
 * @see Hughes (1994), Strategic Database Marketing, for scores in equal groups
 */
export function scoreMeasure(values: ArrayLike<number>, options: MeasureScoreOptions): MeasureScores {
  const bins = parseBins(options.bins);
  const { method, better } = options;
  if (method === "rank" || method === "ntile") return scoreByRank(values, bins, better, method);
  const edges = computeEdges(values, options);
  const scores = assignScores(values, edges, { bins, better, edgeBelongsAbove: method === "plusOne" });
  return { scores, edges, counts: countScores(scores, bins), allEqual: isConstant(values) };
}

/** How edges turn into scores. */
export interface EdgeRule {
  bins: number;
  better: "higher" | "lower";
  edgeBelongsAbove?: boolean;
}

/**
 * Scores of values by edges that are already known, so that other customers or another date are judged by the same cuts.
 *
 * @param values NaN = blank, gets score 0
 * @param edges  bins - 1 values ascending; with no edges at all nobody gets a score
 * @param rule   which end is good, and whether a value equal to an edge belongs to the group above it (`plusOne`) or, the default, below
 */
export function assignScores(values: ArrayLike<number>, edges: ArrayLike<number>, rule: EdgeRule): Uint8Array {
  const scores = new Uint8Array(values.length);
  const edgeCount = edges.length;
  if (edgeCount === 0) return scores;
  const top = rule.better === "lower" ? rule.bins + 1 : 0;
  const inclusive = rule.edgeBelongsAbove ?? false;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (value !== value) continue;
    let group = 0;
    if (inclusive) while (group < edgeCount && value >= edges[group]) group++;
    else while (group < edgeCount && value > edges[group]) group++;
    scores[i] = top === 0 ? group + 1 : top - (group + 1);
  }
  return scores;
}

/**
 * Customers per score 1..bins; customers without a score are not counted.
 *
 * @returns entry 0 belongs to score 1
 */
export function countScores(scores: Uint8Array, bins: number): Int32Array {
  const counts = new Int32Array(bins);
  for (let i = 0; i < scores.length; i++) if (scores[i] > 0) counts[scores[i] - 1]++;
  return counts;
}

/**
 * Whether a column has at least one value and no two different ones.
 *
 * @param values NaN = blank and left out
 */
export function isConstant(values: ArrayLike<number>): boolean {
  let first = NaN;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (value !== value || value === first) continue;
    if (first === first) return false;
    first = value;
  }
  return first === first;
}

function computeEdges(values: ArrayLike<number>, options: MeasureScoreOptions): Float64Array {
  const { method, bins } = options;
  if (method === "fixed") return parseCuts(options.cuts, bins);
  const sorted = sortNumbers(values);
  if (method === "natural") return computeNaturalBreaks(sorted, bins);
  const edges = computeQuantileEdges(sorted, bins);
  return method === "plusOne" ? edges.map((edge) => edge + 1) : edges;
}

function parseCuts(cuts: ArrayLike<number> | undefined, bins: number): Float64Array {
  const edges = Float64Array.from(cuts ?? []);
  const ascending = edges.every((edge, i) => Number.isFinite(edge) && (i === 0 || edge > edges[i - 1]));
  if (edges.length !== bins - 1 || !ascending) {
    throw new RangeError(
      `fixed scores need ${bins - 1} ascending cut values; got ${Array.from(edges).join(", ") || "none"}`,
    );
  }
  return edges;
}

function scoreByRank(
  values: ArrayLike<number>,
  bins: number,
  better: "higher" | "lower",
  method: "rank" | "ntile",
): MeasureScores {
  const lower = better === "lower";
  const order = sortIndices(values, lower && method === "ntile");
  const count = order.length;
  const scores = new Uint8Array(values.length);
  const reversed = lower && method === "rank";
  for (let group = 0, position = 0; group < bins; group++) {
    const end = method === "ntile" ? computeTileEnd(count, bins, group) : computeRankEnd(count, bins, group);
    for (; position < end; position++) scores[order[position]] = reversed ? bins - group : group + 1;
  }
  const sorted = new Float64Array(count);
  for (let i = 0; i < count; i++) sorted[i] = values[order[i]];
  if (lower && method === "ntile") sorted.reverse();
  return {
    scores,
    edges: computeQuantileEdges(sorted, bins),
    counts: countScores(scores, bins),
    allEqual: isConstant(values),
  };
}

/** Positions of tiles 0..group: equal shares, the first count mod bins tiles hold one more. */
function computeTileEnd(count: number, bins: number, group: number): number {
  return (group + 1) * Math.floor(count / bins) + Math.min(group + 1, count % bins);
}

/** Positions whose rank is not above the quantile (group + 1) / bins of the ranks 1..count. */
function computeRankEnd(count: number, bins: number, group: number): number {
  if (count === 0 || group === bins - 1) return count;
  return Math.floor(((count - 1) * (group + 1)) / bins) + 1;
}
