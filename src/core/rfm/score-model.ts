import type { RfmMeasures, RfmScoreColumns } from "./measures";
import { parseMeasureLength } from "./measures";
import type { MeasureScores } from "./score-measure";
import { assignScores, countScores } from "./score-measure";
import type { RfmScores, ScoreMethod } from "./score-rfm";
import { assignCellScores, buildCells } from "./score-rfm";

/** Everything needed to score other customers as a run did; plain JSON. */
export interface RfmScoreModel {
  method: ScoreMethod;
  bins: number;
  edges: { recencyDays: number[]; orders: number[]; monetary: number[] | null };
  /** Only under `nested`: edges per cell, as in `NestedScores`. */
  cellEdges: { orders: number[][]; monetary: number[][] | null } | null;
}

/** The cuts of a finished scoring, to be stored with the run. */
export function buildScoreModel(scores: RfmScores): RfmScoreModel {
  const { frequency, monetary } = scores;
  return {
    method: scores.method,
    bins: scores.bins,
    edges: {
      recencyDays: Array.from(scores.recency.edges),
      orders: Array.from(frequency.edges),
      monetary: monetary && Array.from(monetary.edges),
    },
    cellEdges:
      "cellEdges" in frequency
        ? {
            orders: frequency.cellEdges.map((edges) => Array.from(edges)),
            monetary: monetary && "cellEdges" in monetary ? monetary.cellEdges.map((edges) => Array.from(edges)) : null,
          }
        : null,
  };
}

/**
 * Scores of customers by the cuts of an earlier run.
 *
 * On the run's own customers the result is that run's scores, except for ties that `rank` and `ntile` had split: here equal values always
 * share a score.
 *
 * @param measures columns of equal length, NaN = blank -> score 0
 * @returns `monetary` null when the measures or the model lack money
 * @throws RangeError when columns differ in length
 */
export function assignRfmScores(measures: RfmMeasures, model: RfmScoreModel): RfmScoreColumns {
  parseMeasureLength(measures);
  const { bins, edges, cellEdges } = model;
  const edgeBelongsAbove = model.method === "plusOne";
  const recency = assignScores(measures.recencyDays, edges.recencyDays, {
    bins,
    better: "lower",
    edgeBelongsAbove,
  });
  if (cellEdges !== null) {
    const frequency = assignCellScores(measures.orders, recency, cellEdges.orders, bins);
    const monetary =
      measures.monetary === null || cellEdges.monetary === null
        ? null
        : assignCellScores(measures.monetary, buildCells(recency, frequency, bins), cellEdges.monetary, bins);
    return { recency, frequency, monetary };
  }
  return {
    recency,
    frequency: assignScores(measures.orders, edges.orders, { bins, better: "higher", edgeBelongsAbove }),
    monetary:
      measures.monetary === null || edges.monetary === null
        ? null
        : assignScores(measures.monetary, edges.monetary, { bins, better: "higher", edgeBelongsAbove }),
  };
}

/**
 * A whole scoring by the cuts of an earlier run: scores, and how many customers got each.
 *
 * @param measures columns of equal length, NaN = blank -> score 0
 * @param model    cuts
 * @param own      the scoring of the same customers by cuts of their own, for what does not depend on cuts
 * @throws RangeError when columns differ in length
 */
export function scoreByModel(measures: RfmMeasures, model: RfmScoreModel, own: RfmScores): RfmScores {
  const { bins, edges, cellEdges, method } = model;
  const { recency, frequency, monetary } = assignRfmScores(measures, model);
  const rate = (scores: Uint8Array, cuts: readonly number[], { allEqual }: MeasureScores): MeasureScores => ({
    scores,
    edges: Float64Array.from(cuts),
    counts: countScores(scores, bins),
    allEqual,
  });
  const inCells = (rated: MeasureScores, cells: readonly (readonly number[])[] | null | undefined) =>
    cells === null || cells === undefined
      ? rated
      : { ...rated, cellEdges: cells.map((cuts) => Float64Array.from(cuts)) };
  return {
    method,
    bins,
    recency: rate(recency, edges.recencyDays, own.recency),
    frequency: inCells(rate(frequency, edges.orders, own.frequency), cellEdges?.orders),
    monetary:
      monetary === null || own.monetary === null
        ? null
        : inCells(rate(monetary, edges.monetary ?? [], own.monetary), cellEdges?.monetary),
  };
}
