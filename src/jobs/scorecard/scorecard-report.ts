import { formatIsoDay } from "../../core/days";
import type { FuzzyResult } from "../../core/decisions/fuzzy-evaluation";
import type { JobJson, JobResult } from "../job";
import { SCORE_TIERS } from "./compute-scorecard";
import type { Scorecard } from "./scorecard";
import { GRADES } from "./sheet-inputs";
import type { ScorecardTest } from "./validate-scorecard";

const known = (values: ArrayLike<number>) => Array.from(values, (value) => (Number.isFinite(value) ? value : null));

function describeEvaluation(evaluation: FuzzyResult | null): JobJson {
  if (evaluation === null) return null;
  const { memberships, grade, score } = evaluation;
  return { memberships, grade: GRADES[grade], score };
}

function describeTest(test: ScorecardTest): JobJson {
  const { splitDay, endDay, tiers, suggestion, ...figures } = test;
  return {
    from: formatIsoDay(splitDay),
    until: formatIsoDay(endDay - 1),
    ...figures,
    tiers: tiers.map((tier, i) => ({ id: SCORE_TIERS[i], ...tier })),
    suggestion: suggestion === null ? null : { ...suggestion },
  };
}

function describeAgreement({ weights }: Scorecard): JobJson {
  return weights.rounds.map(({ opinions, concordance, isSettled, weights: shares }) => ({
    opinions: opinions.map((opinion) => ({ ...opinion })),
    concordance: concordance === null ? null : { ...concordance },
    isSettled,
    weights: shares,
  }));
}

/** The scorecard as codes and numbers. */
export function buildScorecardReport(card: Scorecard): JobResult["report"] {
  const { indicators, weights, scored, test } = card;
  return {
    weighting: weights.source,
    indicators: indicators.map(({ id, family, lowerIsBetter, method }, i) => ({
      id,
      family,
      lowerIsBetter,
      normalisation: method,
      weight: weights.inUse[i],
      handWeight: weights.hand[i],
      ahpWeight: weights.ahp[i],
      delphiWeight: weights.delphi?.[i] ?? null,
      suggestedWeight: typeof test === "string" ? null : (test.suggestion?.weights[i] ?? null),
      blank: scored.points[i].reduce((sum, value) => sum + Number(value !== value), 0),
    })),
    ahp: {
      isConsistent: weights.isConsistent,
      matrices: weights.matrices.map(({ id, members, judgements, result }) => ({
        id,
        members,
        judgements,
        weights: result.weights,
        eigenvalue: result.eigenvalue,
        consistencyIndex: result.consistencyIndex,
        consistencyRatio: result.consistencyRatio,
        worst: result.worst === null ? null : [members[result.worst.row], members[result.worst.column]],
      })),
    },
    delphi: describeAgreement(card),
    evaluation: describeEvaluation(card.evaluation),
    tiers: scored.tiers.map((tier) => ({ ...tier, evaluation: describeEvaluation(tier.evaluation) })),
    test: typeof test === "string" ? null : describeTest(test),
    noTest: typeof test === "string" ? test : null,
    customers: {
      ids: card.ids,
      scores: known(scored.scores),
      tiers: Array.from(scored.codes, (code) => (code < 0 ? null : SCORE_TIERS[code])),
      blankIndicators: Array.from(scored.missing),
    },
  };
}
