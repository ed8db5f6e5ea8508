import type { AhpResult } from "../../core/decisions/ahp";
import { completeJudgements, computeAhpWeights } from "../../core/decisions/ahp";
import type { ResponseComparison } from "../../core/decisions/campaign-test";
import { compareResponses } from "../../core/decisions/campaign-test";
import type { FuzzyOperator, FuzzyResult } from "../../core/decisions/fuzzy-evaluation";
import { GRADE_SCORES, evaluateFuzzily } from "../../core/decisions/fuzzy-evaluation";
import type { MigrationMatrix } from "../../core/decisions/migration-matrix";
import { buildMigrationMatrix } from "../../core/decisions/migration-matrix";
import type { Indicator, Normalisation } from "../../core/decisions/weighted-score";
import { NORMALISATIONS, computeWeightedScores } from "../../core/decisions/weighted-score";

/** Points of the four customary grades. */
export const gradeScores = GRADE_SCORES;

/** Ways to bring an indicator to 0..100, the default first. */
export const normalisations = NORMALISATIONS;

/**
 * Weights of criteria from comparisons in pairs.
 *
 * @param judgements square, 1..10 criteria; NaN = to be filled in from the opposite judgement
 * @returns null when they are incomplete, not positive or contradict each other across the diagonal
 */
export function weighCriteria(judgements: readonly Float64Array[]): AhpResult | null {
  const matrix = completeJudgements(judgements);
  return matrix === null ? null : computeAhpWeights(matrix);
}

/** Membership of grades; null when sizes do not fit, or a row has a negative entry or no positive one. */
export function evaluateGrades(
  weights: Float64Array,
  ratings: readonly Float64Array[],
  scores: readonly number[],
  operator: FuzzyOperator,
): FuzzyResult | null {
  const isUsable = (row: Float64Array) => row.every((value) => value >= 0) && row.some((value) => value > 0);
  const fits = ratings.length === weights.length && ratings.every((row) => row.length === scores.length);
  if (!fits || ![weights, ...ratings].every(isUsable)) return null;
  return evaluateFuzzily(weights, ratings, scores, operator);
}

/** Weighted score of every row; NaN where no indicator is known. */
export function scoreRows(indicators: readonly Indicator[], method: Normalisation): Float64Array {
  return computeWeightedScores(indicators, method).scores;
}

/** Moves between groups, 0 = best, -1 = in none. */
export function countMoves(before: Int32Array, after: Int32Array, groups: number): MigrationMatrix {
  return buildMigrationMatrix(before, after, groups);
}

/** Numbers of people and of responses. */
export interface CampaignNumbers {
  readonly exposed: number;
  readonly responded: number;
  readonly controlExposed: number;
  readonly controlResponded: number;
}

/** Response against a control group; null when there are more responses than people. */
export function compareCampaign(numbers: CampaignNumbers, confidenceShare: number): ResponseComparison | null {
  const { exposed, responded, controlExposed, controlResponded } = numbers;
  if (responded > exposed || controlResponded > controlExposed) return null;
  return compareResponses(
    { people: exposed, responses: responded },
    { people: controlExposed, responses: controlResponded },
    confidenceShare,
  );
}
