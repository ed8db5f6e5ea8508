import { CHURN_GROUPS, defaultChurnOptions, judgeProbability, judgeSilence } from "../../core/lenses/churn-lens";
import type { StageColumns } from "../../core/lenses/lifecycle-stage";
import { assignBasicStages } from "../../core/lenses/lifecycle-stage";
import type { LoyaltyWeights } from "../../core/lenses/loyalty-index";
import { LOYALTY_WEIGHTS, averageLoyaltyParts, findScaleTop } from "../../core/lenses/loyalty-index";
import type { StageSetId } from "../../core/lenses/stage-sets";
import { BASIC_STAGES, STAGE_SETS } from "../../core/lenses/stage-sets";

/** Sets of stage names, the default first. */
export const stageSetIds = Object.keys(STAGE_SETS) as StageSetId[];

/** Silence in gaps from which on a customer declines, and from which on they have left. */
const gapFactors = [3, 6] as const;

/** Id of the stage of every customer by the names of a set; null where it is unknown, or a set has no name for people who never bought. */
export function assignStages(columns: StageColumns, windowDays: number, set: StageSetId): (string | null)[] {
  const { prospect, stages } = STAGE_SETS[set];
  return Array.from(assignBasicStages(columns, { gapFactors, windowDays }), (stage) =>
    stage === -2 ? prospect : stage < 0 ? null : stages[BASIC_STAGES[stage]],
  );
}

/** A judgement of churn. */
export type ChurnGroup = (typeof CHURN_GROUPS)[number];

/**
 * Whether each customer is active, at risk or gone: by silence, by the probability to be alive, or by the worse of both where both are known.
 *
 * @param idleRatio days since the last purchase by the usual gap; NaN = blank
 * @param alive     probability to be alive; NaN = blank
 */
export function assignChurnGroups(
  idleRatio: Float64Array,
  alive: Float64Array,
  rule: "gap" | "pAlive" | "both",
): (ChurnGroup | null)[] {
  const { gapFactors: factors, aliveCuts } = defaultChurnOptions;
  const bySilence = judgeSilence(idleRatio, factors);
  const byProbability = judgeProbability(alive, aliveCuts);
  return Array.from(bySilence, (silence, i) => {
    const code = rule === "gap" ? silence : rule === "pAlive" ? byProbability[i] : Math.max(silence, byProbability[i]);
    return code < 0 ? null : CHURN_GROUPS[code];
  });
}

/** Parts of the loyalty index; NaN = unknown. */
export interface LoyaltyColumns {
  readonly alive: Float64Array;
  readonly purchaseDays: Float64Array;
  readonly satisfaction: Float64Array;
  readonly recommend: Float64Array;
  readonly walletShare: Float64Array;
}

/** Default weights of the parts, in their order. */
export const loyaltyWeights: readonly number[] = LOYALTY_WEIGHTS;

/**
 * Loyalty index 0..100 of every customer.
 *
 * @param weights one per part; null takes the default
 * @param scale   top of the scale of satisfaction; null finds the customary scale that all answers fit on
 */
export function computeLoyalty(
  columns: LoyaltyColumns,
  weights: readonly number[] | null,
  scale: number | null,
): Float64Array {
  const { alive, purchaseDays, satisfaction, recommend, walletShare } = columns;
  const top = scale ?? findScaleTop(satisfaction) ?? 1;
  const recommendTop = recommend.some((answer) => answer > 1) ? 10 : 1;
  const clip = (value: number) => Math.min(1, Math.max(0, value));
  return alive.map((probability, i) =>
    averageLoyaltyParts(
      [
        clip(probability),
        purchaseDays[i] > 0 ? 1 - 1 / purchaseDays[i] : NaN,
        clip(satisfaction[i] / top),
        clip(recommend[i] / recommendTop),
        clip(walletShare[i]),
      ],
      (weights ?? LOYALTY_WEIGHTS) as LoyaltyWeights,
    ),
  );
}
