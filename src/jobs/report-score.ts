import type { LiftGroup } from "../core/math/ranking-quality";
import type { ResponseScore } from "../core/decisions/response-score";
import { describeTerms } from "../core/decisions/response-score";
import type { ScoreQuality } from "../core/decisions/scorer";
import type { JobJson } from "./job";

const reportGroups = (groups: readonly LiftGroup[]): JobJson => groups.map((group) => ({ ...group }));

/** How well a score tells customers apart, as the report of a job has it. */
export function reportQuality({ trained, held, auc, deciles, groups }: ScoreQuality): Record<string, JobJson> {
  return { trained, held, auc, deciles: reportGroups(deciles), groups: reportGroups(groups) };
}

/** Weights of a score with their intervals, as the report of a job has them. */
export function reportResponseScore(score: ResponseScore): JobJson {
  const { ridge, rounds, converged, logLikelihood, nullLogLikelihood } = score.fit;
  return {
    ridge,
    isRaised: score.isRaised,
    rounds,
    converged,
    logLikelihood,
    nullLogLikelihood,
    terms: describeTerms(score).map(({ term, coefficient, standardError, interval, oddsRatio, usualOddsRatio }) => ({
      column: term === null ? null : term.column,
      ...(term?.kind === "category" && { label: term.label }),
      ...(term?.kind === "number" && { isLogged: term.isLogged }),
      coefficient,
      standardError,
      low: interval === null ? null : interval[0],
      high: interval === null ? null : interval[1],
      oddsRatio: keepFinite(oddsRatio),
      usualOddsRatio: keepFinite(usualOddsRatio),
    })),
    bases: score.bases.map((base) => ({ ...base })),
    leftOut: score.leftOut,
  };
}

function keepFinite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
