import type { TierCuts, TierModel, TierTies } from "../value/pyramid";
import { TIER_PRESETS, assignTiers, assignTiersByBoundary } from "../value/pyramid";
import type { Lens, Remark } from "./lens";
import { hasNumbers } from "./lens";

/** Where tiers are cut and what happens to ties. */
export interface TierLensOptions {
  readonly cuts: TierCuts;
  readonly ties: TierTies;
}

function buildTierLens(id: string, cuts: TierCuts): Lens<TierLensOptions, TierModel> {
  return {
    id,
    membership: "one",
    defaults: { cuts, ties: "strict" },
    missing: ({ value }) => (hasNumbers(value.values) ? null : { code: "needsMoney", parameters: {} }),
    fit({ value }, options) {
      const { codes, model, tiedBelow } = assignTiers(value.values, options.cuts, options.ties);
      const remarks: Remark[] = [];
      tiedBelow.forEach((customers, tier) => {
        if (customers > 0) remarks.push({ code: "tierTie", parameters: { tier: model.ids[tier], customers } });
      });
      return { model, codes, remarks };
    },
    assign: (model, { value }) => assignTiersByBoundary(value.values, model),
    groups: (model) => model.ids,
  };
}

/** The value pyramid: the top 1, next 4, next 15 and remaining 80 percent of customers by value. */
export const valuePyramidLens = buildTierLens("value-pyramid", TIER_PRESETS.pyramid);

/** High, middle and low value: 20, 30 and 50 percent of customers. */
export const valueLevelsLens = buildTierLens("value-levels", TIER_PRESETS.level);
