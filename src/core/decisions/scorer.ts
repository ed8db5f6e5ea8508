import { buildLiftTable, computeAuc, DECILES } from "../math/ranking-quality";
import type { LiftGroup } from "../math/ranking-quality";
import { createRandom } from "../math/random";
import { countEntries } from "../tree/column";
import type { TreeColumn } from "../tree/column";
import { growTree } from "../tree/grow";
import { predictLeaves } from "../tree/predict";
import { listLeaves } from "../tree/tree";
import type { Tree } from "../tree/tree";
import { drawHeldOutRows } from "./hold-out";
import { scoreByNeighbours } from "./nearest-neighbours";
import { pickColumnRows } from "./predictor-terms";
import { computeResponseScores, fitResponseScore } from "./response-score";
import type { ResponseScore } from "./response-score";

/** How customers are scored. */
export const SCORE_METHODS = ["logistic", "tree", "nearest"] as const;

/** See {@link SCORE_METHODS}. */
export type ScoreMethod = (typeof SCORE_METHODS)[number];

/** How a score is learnt. */
export interface ScorerOptions {
  /** Of the logistic regression; null for its default. */
  readonly ridge?: number | null;
  /** Of the nearest neighbours; default 10. */
  readonly neighbours?: number;
  readonly seed?: number;
}

/** Scores of rows. */
export interface RowScores {
  /** 0..1: the probability of a one, or the share of ones among those who are alike. */
  readonly scores: Float64Array;
  /** What rows are ranked by: the score, with ties broken where the method can. */
  readonly ranking: Float64Array;
}

/** What was learnt from customers whose outcome is known. */
export interface Scorer {
  readonly method: ScoreMethod;
  readonly logistic: ResponseScore | null;
  readonly tree: Tree | null;
  /** Scores other rows by the same columns, found by name; texts are matched by label. */
  score(columns: readonly TreeColumn[]): RowScores;
}

/** How well a score tells customers apart that it was not learnt from. Plain JSON. */
export interface ScoreQuality {
  readonly trained: { readonly customers: number; readonly positives: number };
  readonly held: { readonly customers: number; readonly positives: number };
  /** Area under the ROC curve on the customers held out; null where they are all of one class. */
  readonly auc: number | null;
  readonly deciles: readonly LiftGroup[];
  /** Cut as the caller asked. */
  readonly groups: readonly LiftGroup[];
}

/** Customers whom the nearest neighbours are looked for among; above, a seeded sample. */
const MOST_KNOWN = 5000;
const HELD_SHARE = 0.3;

/**
 * Learns a score by one of the methods.
 *
 * @param columns with different names and equal length
 * @param target  same length, 0 or 1; both must occur
 * @throws RangeError when lengths differ or the target holds one class only
 */
export function trainScorer(
  method: ScoreMethod,
  columns: readonly TreeColumn[],
  target: ArrayLike<number>,
  options: ScorerOptions = {},
): Scorer {
  switch (method) {
    case "logistic": {
      const logistic = fitResponseScore(columns, target, options.ridge ?? null);
      return { method, logistic, tree: null, score: (rows) => rankByScore(computeResponseScores(logistic, rows)) };
    }
    case "tree": {
      const tree = growTree(columns, target, ["0", "1"]);
      return { method, logistic: null, tree, score: (rows) => rankByScore(scoreByLeaves(tree, rows)) };
    }
    case "nearest": {
      const known = sampleKnown(columns, target, options.seed ?? 1);
      return {
        method,
        logistic: null,
        tree: null,
        score(rows) {
          const found = known.columns.map(({ name }) => findColumn(rows, name));
          const { scores, distances } = scoreByNeighbours(known.columns, known.target, found, options.neighbours ?? 10);
          // A step of the score is worth more than any distance, which is at most 1.
          const step = 1 / (2 * (options.neighbours ?? 10));
          return { scores, ranking: scores.map((score, row) => score - step * distances[row]) };
        },
      };
    }
  }
}

/**
 * Learns a score from most of the customers and judges it on the rest, who are drawn by seeded chance.
 *
 * @param columns     with different names and equal length
 * @param target      same length, 0 or 1; at least two rows of each
 * @param basisPoints where the groups of the quality end, ascending, the last 10000
 * @throws RangeError as {@link trainScorer}
 */
export function judgeScorer(
  method: ScoreMethod,
  columns: readonly TreeColumn[],
  target: Uint8Array,
  basisPoints: readonly number[],
  options: ScorerOptions = {},
): ScoreQuality {
  const { train, held } = drawHeldOutRows(target, HELD_SHARE, options.seed ?? 1);
  const pick = (rows: Int32Array) => columns.map((column) => pickColumnRows(column, rows));
  const pickTarget = (rows: Int32Array) => Uint8Array.from(rows, (row) => target[row]);
  const scorer = trainScorer(method, pick(train), pickTarget(train), options);
  const { ranking } = scorer.score(pick(held));
  const heldTarget = pickTarget(held);
  const auc = computeAuc(ranking, heldTarget);
  const count = (rows: Uint8Array) => ({
    customers: rows.length,
    positives: rows.reduce((sum: number, value) => sum + value, 0),
  });
  return {
    trained: count(pickTarget(train)),
    held: count(heldTarget),
    auc: Number.isNaN(auc) ? null : auc,
    deciles: buildLiftTable(ranking, heldTarget, DECILES),
    groups: buildLiftTable(ranking, heldTarget, basisPoints),
  };
}

function rankByScore(scores: Float64Array): RowScores {
  return { scores, ranking: scores };
}

function findColumn(columns: readonly TreeColumn[], name: string): TreeColumn {
  const column = columns.find((other) => other.name === name);
  if (column === undefined) throw new RangeError(`the column ${name} is missing`);
  return column;
}

/** The share of ones in the leaf of each row. */
function scoreByLeaves(tree: Tree, columns: readonly TreeColumn[]): Float64Array {
  const shares = new Map(listLeaves(tree.root).map(({ id, counts, customers }) => [id, counts[1] / customers]));
  return Float64Array.from(predictLeaves(tree, columns), (leaf) => shares.get(leaf) ?? 0);
}

function sampleKnown(columns: readonly TreeColumn[], target: ArrayLike<number>, seed: number) {
  const rowCount = columns.length === 0 ? target.length : countEntries(columns[0]);
  const rows = Int32Array.from({ length: rowCount }, (_, row) => row);
  if (rowCount > MOST_KNOWN) {
    const random = createRandom(seed);
    for (let i = 0; i < MOST_KNOWN; i++) {
      const j = i + Math.floor(random() * (rowCount - i));
      [rows[i], rows[j]] = [rows[j], rows[i]];
    }
  }
  const chosen = rows.slice(0, MOST_KNOWN).sort();
  return {
    columns: columns.map((column) => pickColumnRows(column, chosen)),
    target: Uint8Array.from(chosen, (row) => target[row]),
  };
}
