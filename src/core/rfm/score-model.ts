import type { RfmMeasures, RfmScoreColumns } from "./measures";
import { parseMeasureLength } from "./measures";
import { assignScores } from "./score-measure";
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
