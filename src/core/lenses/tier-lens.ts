import { DEFAULT_SCORE_WEIGHTS, computeWeightedScores } from "../rfm/rfm-code";
import type { ScoreWeights } from "../rfm/rfm-code";
import type { TierCuts, TierModel, TierTies } from "../value/pyramid";
import { TIER_PRESETS, assignTiers, assignTiersByBoundary } from "../value/pyramid";
import type { Lens, LensFit, LensTables, Remark } from "./lens";
import { hasNumbers } from "./lens";

/** Where tiers are cut and what happens to ties. */
export interface TierLensOptions {
  readonly cuts: TierCuts;
  readonly ties: TierTies;
}

function fitTiers(values: Float64Array, { cuts, ties }: TierLensOptions): LensFit<TierModel> {
  const { codes, model, tiedBelow } = assignTiers(values, cuts, ties);
  const remarks: Remark[] = [];
  tiedBelow.forEach((customers, tier) => {
    if (customers > 0) remarks.push({ code: "tierTie", parameters: { tier: model.ids[tier], customers } });
  });
  return { model, codes, remarks };
}

function buildTierLens(id: string, cuts: TierCuts): Lens<TierLensOptions, TierModel> {
  return {
    id,
    membership: "one",
    defaults: { cuts, ties: "strict" },
    missing: ({ value }) => (hasNumbers(value.values) ? null : { code: "needsMoney", parameters: {} }),
    fit: ({ value }, options) => fitTiers(value.values, options),
    assign: (model, { value }) => assignTiersByBoundary(value.values, model),
    groups: (model) => model.ids,
    sources: () => ["value"],
  };
}

/** The value pyramid: the top 1, next 4, next 15 and remaining 80 percent of customers by value. */
export const valuePyramidLens = buildTierLens("value-pyramid", TIER_PRESETS.pyramid);

/** High, middle and low value: 20, 30 and 50 percent of customers. */
export const valueLevelsLens = buildTierLens("value-levels", TIER_PRESETS.level);

/** Whether a customer is among the most valuable tenth. */
export const topDecileLens = buildTierLens("top-decile", { ids: ["TOP", "REST"], cumulativeBasisPoints: [1000] });

/** Where tiers of the weighted score are cut, and the weights. */
export interface WeightedScoreOptions extends TierLensOptions {
  readonly weights: Readonly<ScoreWeights>;
}

/** Boundaries and weights; plain JSON. */
export type WeightedScoreModel = TierModel & { readonly weights: Readonly<ScoreWeights> };

/** High, middle and low by the weighted sum of the R, F and M score. */
export const weightedRfmLens: Lens<WeightedScoreOptions, WeightedScoreModel> = {
  id: "weighted-rfm",
  membership: "one",
  defaults: { weights: DEFAULT_SCORE_WEIGHTS, cuts: TIER_PRESETS.level, ties: "strict" },
  missing({ measures, scores }, { weights }) {
    if (!hasNumbers(measures.recencyDays) || !hasNumbers(measures.orders))
      return { code: "needsRecencyAndOrders", parameters: {} };
    const isMoneyOnly = scores.monetary === null && weights.recency + weights.frequency === 0;
    return isMoneyOnly ? { code: "needsMoney", parameters: {} } : null;
  },
  fit({ scores }, options) {
    const { weights } = options;
    const { model, ...fit } = fitTiers(computeWeightedScores(scores, weights), options);
    return { ...fit, model: { ...model, weights } };
  },
  assign: (model, { scores }) => assignTiersByBoundary(computeWeightedScores(scores, model.weights), model),
  groups: (model) => model.ids,
  sources: () => ["recencyDays", "orders", "monetary"],
};

/** What use is measured by, and where its tiers are cut. */
export interface UsageOptions extends TierLensOptions {
  /** Pieces bought or orders; `auto` takes pieces where they are known. */
  readonly measure: "auto" | "units" | "orders";
}

/** Boundaries and the measure they are of; plain JSON. */
export type UsageModel = TierModel & { readonly measure: "units" | "orders" };

function findUsageMeasure({ summary }: LensTables, measure: UsageOptions["measure"]): UsageModel["measure"] | null {
  const wanted = measure === "auto" ? (["units", "orders"] as const) : [measure];
  return wanted.find((name) => hasNumbers(summary.customers[name])) ?? null;
}

/** Heavy, medium and light users: 20, 30 and 50 percent of customers by pieces or orders. */
export const usageLens: Lens<UsageOptions, UsageModel> = {
  id: "usage",
  membership: "one",
  defaults: {
    measure: "auto",
    cuts: { ids: ["heavy", "medium", "light"], cumulativeBasisPoints: [2000, 5000] },
    ties: "strict",
  },
  missing(tables, options) {
    if (findUsageMeasure(tables, options.measure) !== null) return null;
    const columns = options.measure === "auto" ? "orders" : options.measure;
    return { code: "needsColumns", parameters: { columns } };
  },
  fit(tables, options) {
    const measure = findUsageMeasure(tables, options.measure) ?? "orders";
    const { model, ...fit } = fitTiers(tables.summary.customers[measure], options);
    const remark = { code: "usageMeasure", parameters: { column: measure } };
    return { ...fit, model: { ...model, measure }, remarks: [remark, ...fit.remarks] };
  },
  assign: (model, { summary }) => assignTiersByBoundary(summary.customers[model.measure], model),
  groups: (model) => model.ids,
  sources: () => ["units", "orders", "purchaseDays"],
};
