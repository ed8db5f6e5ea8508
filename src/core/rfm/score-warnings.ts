import type { RfmScores } from "./score-rfm";

/** What may be wrong with the scores of one measure. */
export type ScoreWarningCode = "emptyScore" | "unevenScore" | "allEqual" | "fewCustomers";

/** One warning; `score` tells which score is empty or uneven, `customers` how many it has (or, for the other codes, how many are scored). */
export interface ScoreWarning {
  code: ScoreWarningCode;
  measure: "recency" | "frequency" | "monetary";
  score: number | null;
  customers: number;
}

/**
 * Warnings about scores: a score nobody has; a score off by more than half of an equal share; a measure with the same value for all; fewer
 * than five customers per score. Where all values are equal, uneven and empty scores follow and are not repeated.
 *
 * @param scores as scored
 * @returns by measure, then by score; empty when all is well
 */
export function findScoreWarnings(scores: RfmScores): ScoreWarning[] {
  const warnings: ScoreWarning[] = [];
  for (const measure of ["recency", "frequency", "monetary"] as const) {
    const scored = scores[measure];
    if (scored === null) continue;
    const customers = scored.counts.reduce((sum, count) => sum + count, 0);
    if (customers < 5 * scores.bins) warnings.push({ code: "fewCustomers", measure, score: null, customers });
    if (customers === 0) continue;
    if (scored.allEqual) {
      warnings.push({ code: "allEqual", measure, score: null, customers });
      continue;
    }
    const share = customers / scores.bins;
    scored.counts.forEach((count, i) => {
      if (count === 0) warnings.push({ code: "emptyScore", measure, score: i + 1, customers: 0 });
      else if (Math.abs(count - share) > share / 2) {
        warnings.push({ code: "unevenScore", measure, score: i + 1, customers: count });
      }
    });
  }
  return warnings;
}
