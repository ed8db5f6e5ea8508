import { fitLogisticRegression, predictLogistic } from "../math/logistic-regression";
import type { LogisticFit } from "../math/logistic-regression";
import type { TreeColumn } from "../tree/column";
import { countEntries } from "../tree/column";
import { buildPredictorTerms, computePredictors } from "./predictor-terms";
import type { PredictorTerm, PredictorTerms } from "./predictor-terms";

/** A score from a logistic regression on columns of numbers and texts. Plain JSON. */
export interface ResponseScore extends PredictorTerms {
  readonly fit: LogisticFit;
  /** True where the ridge had to be larger than asked for: terms tell the classes apart without fail, or say the same. */
  readonly isRaised: boolean;
}

/** What one term says. Figures are null where the term does not vary. Plain JSON. */
export interface TermEffect {
  /** Null for the intercept. */
  readonly term: PredictorTerm | null;
  readonly coefficient: number;
  readonly standardError: number | null;
  /** 95 percent confidence interval of the coefficient. */
  readonly interval: readonly [low: number, high: number] | null;
  /** By how much the odds multiply when the term (where it is logged, its logarithm) grows by 1. */
  readonly oddsRatio: number;
  /** By how much the odds multiply when the term grows by its standard deviation; the odds ratio itself for a text. */
  readonly usualOddsRatio: number;
}

const NORMAL_LIMIT = 1.959963984540054;

/** A slope of a standardised term that is not known better than this is not known at all: hardly anybody, or everybody, of a kind did. */
const LARGEST_ERROR = 2;

/**
 * Fits a score on customers whose outcome is known.
 *
 * Where no ridge is asked for, it is raised tenfold until every slope is determined: a text whose customers all did, or all did not, would
 * else have a weight without end.
 *
 * @param columns with different names and equal length
 * @param target  same length, 0 or 1; both must occur
 * @param ridge   see {@link fitLogisticRegression}; its default when null
 * @throws RangeError as {@link fitLogisticRegression}
 */
export function fitResponseScore(
  columns: readonly TreeColumn[],
  target: ArrayLike<number>,
  ridge: number | null = null,
): ResponseScore {
  const terms = buildPredictorTerms(columns);
  const predictors = computePredictors(terms.terms, columns);
  let fit = fitLogisticRegression(predictors, target, ridge === null ? {} : { ridge });
  let { isRaised } = fit;
  while (ridge === null && !isDetermined(fit)) {
    fit = fitLogisticRegression(predictors, target, { ridge: 10 * fit.ridge });
    isRaised = true;
  }
  return { ...terms, fit, isRaised };
}

/** Ends at the latest with a ridge of 1: a standard error is at most 1 by the root of the ridge. */
function isDetermined({ standardErrors, deviations, ridge }: LogisticFit): boolean {
  return ridge >= 1 || deviations.every((deviation, i) => (standardErrors[i + 1] ?? 0) * deviation <= LARGEST_ERROR);
}

/**
 * The probability that a score gives each row, 0..1.
 *
 * @param columns found by name; of equal length
 * @throws RangeError when a column is missing or of another kind
 */
export function computeResponseScores({ terms, fit }: ResponseScore, columns: readonly TreeColumn[]): Float64Array {
  const rowCount = columns.length === 0 ? 0 : countEntries(columns[0]);
  return predictLogistic(fit.coefficients, computePredictors(terms, columns), rowCount);
}

/** What each term of a score says, the intercept first, then in the order of the terms. */
export function describeTerms({ terms, fit }: ResponseScore): TermEffect[] {
  return fit.coefficients.map((coefficient, i): TermEffect => {
    const standardError = fit.standardErrors[i];
    const term = i === 0 ? null : terms[i - 1];
    const deviation = term?.kind === "number" ? fit.deviations[i - 1] : 1;
    const margin = standardError === null ? null : NORMAL_LIMIT * standardError;
    return {
      term,
      coefficient,
      standardError,
      interval: margin === null ? null : [coefficient - margin, coefficient + margin],
      oddsRatio: Math.exp(coefficient),
      usualOddsRatio: Math.exp(coefficient * deviation),
    };
  });
}
