import type { Lens, LensTables, Remark } from "./lens";
import { computeIdleRatios, findMissingHistory, findUsualGap } from "./silence";

/** Groups of churn, from still active to gone. */
export const CHURN_GROUPS = ["active", "atRisk", "churned"] as const;

/** How churn is judged. */
export interface ChurnOptions {
  /** By the customer's own gaps between purchases, by the probability to be alive, or by the worse of both. */
  readonly rule: "gap" | "pAlive" | "both";
  /** Silence in gaps from which on a customer is at risk, and from which on they have left. */
  readonly gapFactors: readonly [atRisk: number, churned: number];
  /** Probability to be alive below which a customer has left, and below which they are at risk. */
  readonly aliveCuts: readonly [churned: number, atRisk: number];
}

/** The options, and the gap that customers with few gaps of their own are judged by. */
export type ChurnModel = ChurnOptions & { readonly usualGapDays: number | null };

/** The options nobody changed. */
export const defaultChurnOptions: ChurnOptions = { rule: "gap", gapFactors: [3, 6], aliveCuts: [0.2, 0.5] };

/** The reason why churn cannot be judged, or null. Under `both` either of the two judgements will do. */
export function findMissingChurn(tables: LensTables, { rule }: ChurnOptions): Remark | null {
  const model = tables.lifetime === null ? { code: "needsLifetime", parameters: {} } : null;
  const history = findMissingHistory(tables);
  if (rule === "both") return history !== null && model !== null ? history : null;
  return rule === "gap" ? history : model;
}

/** What churn is judged by. */
export function fitChurn(tables: LensTables, { rule, gapFactors, aliveCuts }: ChurnOptions): ChurnModel {
  return { rule, gapFactors, aliveCuts, usualGapDays: findUsualGap(tables) };
}

/**
 * Churn by silence.
 *
 * @param idleRatios days since the last purchase by the usual gap, NaN = blank
 * @returns index into {@link CHURN_GROUPS}; -1 for a blank
 */
export function judgeSilence(idleRatios: Float64Array, [atRisk, churned]: ChurnOptions["gapFactors"]): Int32Array {
  return Int32Array.from(idleRatios, (ratio) => (ratio !== ratio ? -1 : ratio > churned ? 2 : ratio > atRisk ? 1 : 0));
}

/**
 * Churn by the probability to be alive.
 *
 * @param probabilities 0..1, NaN = blank
 * @returns index into {@link CHURN_GROUPS}; -1 for a blank
 */
export function judgeProbability(
  probabilities: Float64Array,
  [churned, atRisk]: ChurnOptions["aliveCuts"],
): Int32Array {
  return Int32Array.from(probabilities, (probability) =>
    probability !== probability ? -1 : probability < churned ? 2 : probability < atRisk ? 1 : 0,
  );
}

/**
 * Whether each customer is active, at risk or gone.
 *
 * @returns index into {@link CHURN_GROUPS}; -1 where that is unknown, under `both` where neither judgement is known
 */
export function assignChurn(model: ChurnModel, tables: LensTables): Int32Array {
  const { rule, gapFactors, aliveCuts, usualGapDays } = model;
  const bySilence = () => judgeSilence(computeIdleRatios(tables, usualGapDays), gapFactors);
  if (rule === "gap") return bySilence();
  const byProbability =
    tables.lifetime === null
      ? new Int32Array(tables.summary.customers.ids.length).fill(-1)
      : judgeProbability(tables.lifetime.aliveProbability, aliveCuts);
  return rule === "pAlive" ? byProbability : bySilence().map((code, i) => Math.max(code, byProbability[i]));
}

/** Active, at risk or churned, by silence against the customer's own rhythm or by the probability to be alive. */
export const churnLens: Lens<ChurnOptions, ChurnModel> = {
  id: "churn",
  membership: "one",
  defaults: defaultChurnOptions,
  missing: findMissingChurn,
  fit(tables, options) {
    const model = fitChurn(tables, options);
    const isHalf = options.rule === "both" && tables.lifetime === null;
    const remarks: Remark[] = isHalf ? [{ code: "churnByGapOnly", parameters: {} }] : [];
    return { model, codes: assignChurn(model, tables), remarks };
  },
  assign: assignChurn,
  groups: () => CHURN_GROUPS,
  sources: () => ["idleRatio", "recencyDays", "purchaseDays"],
};
