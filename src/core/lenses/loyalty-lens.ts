import { findLargest, findRoleNumbers } from "./columns";
import type { Lens, LensTables, Remark } from "./lens";
import { hasNumbers } from "./lens";
import type { LoyaltyIndexModel, LoyaltyIndexOptions } from "./loyalty-index";
import {
  LOYALTY_WEIGHTS,
  computeLoyaltyIndex,
  fitLoyaltyIndex,
  hasLoyaltyBehaviour,
  isAliveInformative,
} from "./loyalty-index";

/** Groups by the loyalty index. */
export const LOYALTY_GROUPS = ["loyal", "middle", "low"] as const;

/** What the index is made of, and where its groups are cut (0..100). */
export interface LoyaltyOptions extends LoyaltyIndexOptions {
  readonly cuts: readonly [middle: number, loyal: number];
}

/** See {@link LoyaltyIndexModel}. */
export type LoyaltyModel = LoyaltyIndexModel & { readonly cuts: readonly [number, number] };

const PROMOTER = 9;
const DETRACTOR = 6;

/** Share of those who would recommend less share of those who would not, in points; null without answers from 0 to 10. */
function computePromoterScore(answers: Float64Array | null): number | null {
  if (answers === null || (findLargest(answers) ?? 0) <= 1) return null;
  let count = 0;
  let balance = 0;
  for (const answer of answers) {
    if (answer !== answer) continue;
    count++;
    if (answer >= PROMOTER) balance++;
    else if (answer <= DETRACTOR) balance--;
  }
  return (100 * balance) / count;
}

function groupByIndex(index: Float64Array, [middle, loyal]: readonly [number, number]): Int32Array {
  return Int32Array.from(index, (value) => (value !== value ? -1 : value >= loyal ? 0 : value >= middle ? 1 : 2));
}

function listRemarks(tables: LensTables, options: LoyaltyOptions): Remark[] {
  const remarks: Remark[] = [];
  const score = computePromoterScore(findRoleNumbers("referral", tables));
  if (score !== null) remarks.push({ code: "promoterScore", parameters: { points: score } });
  const isSilenced = options.basis === "auto" && tables.lifetime !== null && !isAliveInformative(tables);
  if (isSilenced) remarks.push({ code: "aliveSaysNothing", parameters: {} });
  return remarks;
}

/** Loyal, middle or low by an index of behaviour, opinion and share of wallet. */
export const loyaltyLens: Lens<LoyaltyOptions, LoyaltyModel> = {
  id: "loyalty",
  membership: "one",
  defaults: { basis: "auto", weights: LOYALTY_WEIGHTS, satisfactionScale: null, cuts: [30, 60] },
  missing(tables, { basis, weights }) {
    if (basis === "pAlive" && tables.lifetime === null) return { code: "needsLifetime", parameters: {} };
    if (!hasLoyaltyBehaviour(tables)) return { code: "needsPurchaseHistory", parameters: {} };
    return weights.some((weight) => weight > 0) ? null : { code: "needsWeights", parameters: {} };
  },
  fit(tables, options) {
    const model = { ...fitLoyaltyIndex(tables, options), cuts: options.cuts };
    const values = computeLoyaltyIndex(model, tables);
    return {
      model,
      codes: groupByIndex(values, model.cuts),
      remarks: listRemarks(tables, options),
      ...(hasNumbers(values) && { columns: [{ id: "loyaltyIndex", values }] }),
    };
  },
  assign: (model, tables) => groupByIndex(computeLoyaltyIndex(model, tables), model.cuts),
  groups: () => LOYALTY_GROUPS,
  sources: () => ["idleRatio", "purchaseDays", "orders", "satisfaction", "referral", "walletSpend"],
};
