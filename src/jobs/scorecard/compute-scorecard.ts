import type { FuzzyOperator, FuzzyResult } from "../../core/decisions/fuzzy-evaluation";
import { evaluateFuzzily } from "../../core/decisions/fuzzy-evaluation";
import { combineIndicators, normaliseIndicator } from "../../core/decisions/weighted-score";
import { countGroups, sumByGroup } from "../../core/math/groups";
import { computeMean } from "../../core/math/statistics";
import { assignTiers } from "../../core/value/pyramid";
import type { Analysis } from "../../core/report/analysis";
import type { PickedIndicator } from "./pick-indicators";
import { GRADES } from "./sheet-inputs";

/** Tiers of the score, best first. */
export const SCORE_TIERS = ["HIGH", "MID", "LOW"] as const;

/** One tier of the score. Unknown figures are null. */
export interface ScoreTier {
  readonly id: (typeof SCORE_TIERS)[number];
  readonly customers: number;
  readonly customerShare: number;
  readonly meanScore: number | null;
  readonly lowestScore: number | null;
  readonly value: number | null;
  readonly valueShare: number | null;
  /** Mean points per indicator. */
  readonly meanPoints: readonly (number | null)[];
  /** Evaluation by the share of the tier's customers per grade of each indicator; null for an empty tier. */
  readonly evaluation: FuzzyResult | null;
}

/** Scores of all customers. */
export interface ScoredCustomers {
  /** Per indicator 0..100, high is good; NaN is blank. */
  readonly points: readonly Float64Array[];
  readonly scores: Float64Array;
  /** Blank indicators per customer. */
  readonly missing: Uint8Array;
  /** Index into {@link SCORE_TIERS}, -1 for none. */
  readonly codes: Int32Array;
  readonly tiers: readonly ScoreTier[];
}

const known = (value: number) => (Number.isFinite(value) ? value : null);

/** From so many points on an indicator is excellent, good, fair. */
const GRADE_POINTS = [75, 50, 25] as const;

function countGrades(points: Float64Array, codes: Int32Array, tier: number): number[] {
  const counts = GRADES.map(() => 0);
  points.forEach((value, customer) => {
    if (codes[customer] !== tier || value !== value) return;
    const grade = GRADE_POINTS.findIndex((least) => value >= least);
    counts[grade < 0 ? GRADE_POINTS.length : grade]++;
  });
  return counts;
}

function evaluateTier(
  points: readonly Float64Array[],
  codes: Int32Array,
  tier: number,
  weights: readonly number[],
  options: { readonly gradeScores: readonly number[]; readonly operator: FuzzyOperator },
): FuzzyResult | null {
  const rows = points
    .map((column, i) => ({ weight: weights[i], counts: countGrades(column, codes, tier) }))
    .filter(({ counts }) => counts.some((count) => count > 0));
  if (!rows.some(({ weight }) => weight > 0)) return null;
  return evaluateFuzzily(
    rows.map(({ weight }) => weight),
    rows.map(({ counts }) => counts),
    options.gradeScores,
    options.operator,
  );
}

/** Brings the indicators to points, weighs them, and cuts the scores into tiers. */
export function scoreCustomers(
  indicators: readonly PickedIndicator[],
  weights: readonly number[],
  { value }: Pick<Analysis, "value">,
  options: {
    readonly tierCuts: readonly [number, number];
    readonly gradeScores: readonly number[];
    readonly operator: FuzzyOperator;
  },
): ScoredCustomers {
  const points = indicators.map(({ values, method, lowerIsBetter }) =>
    normaliseIndicator(values, method, lowerIsBetter),
  );
  const { scores, missing } = combineIndicators(points, weights);
  const { codes } = assignTiers(scores, { ids: SCORE_TIERS, cumulativeBasisPoints: options.tierCuts });
  const counts = countGroups(codes, SCORE_TIERS.length);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const values = sumByGroup(codes, SCORE_TIERS.length, value.values);
  const allValue = values.reduce((sum, part) => sum + part, 0);
  const pick = (column: Float64Array, tier: number) => column.filter((_, customer) => codes[customer] === tier);
  return {
    points,
    scores,
    missing,
    codes,
    tiers: SCORE_TIERS.map((id, tier) => {
      const own = pick(scores, tier);
      return {
        id,
        customers: counts[tier],
        customerShare: total === 0 ? 0 : counts[tier] / total,
        meanScore: known(computeMean(own)),
        lowestScore: known(own.reduce((least, score) => Math.min(least, score), Infinity)),
        value: value.basis === "none" ? null : values[tier],
        valueShare: value.basis === "none" || !(allValue > 0) ? null : values[tier] / allValue,
        meanPoints: points.map((column) => known(computeMean(pick(column, tier)))),
        evaluation: evaluateTier(points, codes, tier, weights, options),
      };
    }),
  };
}

/** The raters' evaluation of the indicators that they rated; null where nobody rated one with a weight. */
export function evaluateRatings(
  ratings: readonly (readonly number[])[],
  weights: readonly number[],
  gradeScores: readonly number[],
  operator: FuzzyOperator,
): FuzzyResult | null {
  const rows = ratings
    .map((row, i) => ({ weight: weights[i], counts: row.map((count) => count || 0) }))
    .filter(({ counts }) => counts.some((count) => count > 0));
  if (!rows.some(({ weight }) => weight > 0)) return null;
  return evaluateFuzzily(
    rows.map(({ weight }) => weight),
    rows.map(({ counts }) => counts),
    gradeScores,
    operator,
  );
}
