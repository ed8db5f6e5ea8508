import type { AhpResult } from "../../core/decisions/ahp";
import { computeAhpWeights } from "../../core/decisions/ahp";
import type { DelphiRound } from "../../core/decisions/delphi";
import { evaluateDelphi } from "../../core/decisions/delphi";
import type { Words } from "../../i18n/en";
import { findCustomerNumbers } from "../customer-numbers";
import { InputError } from "../input-error";
import type { PickedIndicator } from "./pick-indicators";
import type { ScorecardChoices, Weighting } from "./scorecard-fields";
import type { PairMatrix, SheetInputs } from "./sheet-inputs";
import { listAnswers } from "./sheet-inputs";

/** A matrix of judgements and the weights that follow from it. */
export interface WeighedMatrix extends PairMatrix {
  readonly result: AhpResult;
}

/** Weights of the indicators from all sources; shares of 1. */
export interface IndicatorWeights {
  readonly source: Weighting;
  readonly inUse: readonly number[];
  /** As they stand on the sheet, in any unit. */
  readonly hand: readonly number[];
  readonly ahp: readonly number[];
  readonly matrices: readonly WeighedMatrix[];
  readonly isConsistent: boolean;
  /** Null until experts have rated every indicator. */
  readonly delphi: readonly number[] | null;
  /** Rounds with answers. */
  readonly rounds: readonly DelphiRound[];
}

/** Whether the experts of a round agree on every indicator. */
export const isRoundSettled = (answers: readonly (readonly number[])[]) => evaluateDelphi(answers).isSettled;

function shareOut(weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** Weight of the family times the weight within it. */
function combineLevels(matrices: readonly WeighedMatrix[], indicators: readonly PickedIndicator[]): number[] {
  const find = (matrix: string, member: string) => {
    const found = matrices.find(({ id }) => id === matrix);
    return found === undefined ? 1 : found.result.weights[found.members.indexOf(member)];
  };
  return indicators.map(({ id, family }) => find("families", family) * find(family, id));
}

/**
 * The weights that the user typed, set or let follow from judgements.
 *
 * @throws InputError `noWeight` when all weights are 0, `noRatings` when the experts' weights are wanted and there are none
 */
export function weighIndicators(
  indicators: readonly PickedIndicator[],
  inputs: SheetInputs,
  choices: ScorecardChoices,
  words: Words,
): IndicatorWeights {
  const set = new Map(
    Object.entries(choices.weights).map(([text, weight]) => [findCustomerNumbers(indicators, text, words).id, weight]),
  );
  const hand = indicators.map(({ id }, i) => set.get(id) ?? inputs.weights[i]);
  const matrices = inputs.matrices.map((matrix) => ({ ...matrix, result: computeAhpWeights(matrix.judgements) }));
  const rounds = inputs.rounds
    .map(listAnswers)
    .flatMap((answers) => (answers.length === 0 ? [] : [evaluateDelphi(answers)]));
  const ahp = combineLevels(matrices, indicators);
  const delphi = rounds.at(-1)?.weights ?? null;
  if (choices.weighting === "hand" && hand.every((weight) => weight === 0)) throw new InputError("noWeight");
  if (choices.weighting === "delphi" && delphi === null) throw new InputError("noRatings");
  return {
    source: choices.weighting,
    inUse: { hand: shareOut(hand), ahp, delphi: delphi ?? [] }[choices.weighting],
    hand,
    ahp,
    matrices,
    isConsistent: matrices.every(({ result }) => result.isConsistent),
    delphi,
    rounds,
  };
}
