import { countGroups } from "../math/groups";
import type { ChurnModel, ChurnOptions } from "./churn-lens";
import { assignChurn, defaultChurnOptions, findMissingChurn, fitChurn } from "./churn-lens";
import { findRoleNumbers } from "./columns";
import type { Lens } from "./lens";
import { findScaleTop } from "./loyalty-index";

/** Classes of loyalty. */
export const LOYALTY_CLASSES = ["loyal", "satisfied", "drifting"] as const;

/** How churn is judged, and the scale of satisfaction (null finds it). */
export interface LoyaltyClassesOptions extends ChurnOptions {
  readonly satisfactionScale: number | null;
}

/** Plain JSON. */
export type LoyaltyClassesModel = ChurnModel & { readonly satisfactionTop: number | null };

const LOYAL_SHARE = 0.8;
const SATISFIED_SHARE = 0.6;
const LOYAL_ORDERS = 2;

/**
 * Loyal, satisfied and drifting customers by activity, orders and, where they were asked, satisfaction.
 *
 * Loyal: active, two orders or more, and at least 80% of the scale if asked. Satisfied: at least 60% of the scale and not gone; active if
 * not asked. Drifting: everyone else.
 */
export const loyaltyClassesLens: Lens<LoyaltyClassesOptions, LoyaltyClassesModel> = {
  id: "loyalty-classes",
  membership: "one",
  defaults: { ...defaultChurnOptions, satisfactionScale: null },
  missing: findMissingChurn,
  fit(tables, options) {
    const answers = findRoleNumbers("satisfaction", tables);
    const satisfactionTop = answers === null ? null : (options.satisfactionScale ?? findScaleTop(answers));
    const model = { ...fitChurn(tables, options), satisfactionTop };
    const codes = loyaltyClassesLens.assign(model, tables);
    const counts = countGroups(codes, LOYALTY_CLASSES.length);
    const known = counts[0] + counts[1] + counts[2];
    const [loyal, satisfied, drifting] = Array.from(counts, (count) => count / Math.max(1, known));
    return { model, codes, remarks: [{ code: "loyaltyMix", parameters: { loyal, satisfied, drifting } }] };
  },
  assign(model, tables) {
    const { orders } = tables.summary.customers;
    const answers = model.satisfactionTop === null ? null : findRoleNumbers("satisfaction", tables);
    const top = model.satisfactionTop ?? 1;
    return assignChurn(model, tables).map((churn, i) => {
      if (churn < 0) return -1;
      const satisfaction = answers === null ? NaN : answers[i] / top;
      const isAsked = satisfaction === satisfaction;
      if (churn === 0 && orders[i] >= LOYAL_ORDERS && (!isAsked || satisfaction >= LOYAL_SHARE)) return 0;
      return (isAsked ? churn < 2 && satisfaction >= SATISFIED_SHARE : churn === 0) ? 1 : 2;
    });
  },
  groups: () => LOYALTY_CLASSES,
  sources: () => ["idleRatio", "recencyDays", "purchaseDays", "orders", "satisfaction"],
};
