import { computeMean } from "../math/statistics";
import { findLargest, findRoleNumbers } from "./columns";
import type { LensTables } from "./lens";
import { hasNumbers } from "./lens";
import { computeIdleRatios, findUsualGap } from "./silence";

/** Weights of the parts of the index: still a customer, repeat purchases, satisfaction, recommendation, share of wallet. */
export type LoyaltyWeights = readonly [
  alive: number,
  repeat: number,
  satisfaction: number,
  referral: number,
  wallet: number,
];

/** The weights nobody changed. */
export const LOYALTY_WEIGHTS: LoyaltyWeights = [0.3, 0.3, 0.2, 0.1, 0.1];
/** The weights of loyalty as behaviour alone shows it. */
export const BEHAVIOUR_WEIGHTS: LoyaltyWeights = [0.5, 0.5, 0, 0, 0];

/** What the index is made of. */
export interface LoyaltyIndexOptions {
  /** What tells that someone is still a customer: the probability to be alive, silence, or the former where it tells customers apart. */
  readonly basis: "auto" | "pAlive" | "gap";
  readonly weights: LoyaltyWeights;
  /** Top of the scale of satisfaction; null finds the customary scale the answers fit on. */
  readonly satisfactionScale: number | null;
}

/** Everything needed to compute the index of other customers; plain JSON. */
export interface LoyaltyIndexModel {
  readonly alive: "pAlive" | "gap";
  readonly weights: LoyaltyWeights;
  readonly usualGapDays: number | null;
  /** Top of the scale of satisfaction, and 1 or 10 for recommendation; null without such a column. */
  readonly satisfactionTop: number | null;
  readonly referralTop: number | null;
}

const CUSTOMARY_SCALES = [1, 5, 7, 10, 100];
const REFERRAL_TOP = 10;
/** From this mean on the probability to be alive does not tell customers apart. */
const EVERYONE_ALIVE = 0.99;

/** Whether the index can be computed for anyone: it takes at least one part that is behaviour. */
export function hasLoyaltyBehaviour({ summary, lifetime }: LensTables): boolean {
  const { idleRatio, purchaseDays, orders } = summary.customers;
  return lifetime !== null || hasNumbers(idleRatio) || hasNumbers(purchaseDays) || hasNumbers(orders);
}

/** Top of the scale that answers were given on: the smallest customary one they fit on, else the largest answer. */
export function findScaleTop(answers: ArrayLike<number> | null): number | null {
  const largest = answers === null ? null : findLargest(answers);
  if (largest === null || !(largest > 0)) return null;
  return CUSTOMARY_SCALES.find((top) => top >= largest) ?? largest;
}

/** Whether the probability to be alive is known and tells customers apart. */
export function isAliveInformative({ lifetime }: LensTables): boolean {
  return lifetime !== null && computeMean(lifetime.aliveProbability) < EVERYONE_ALIVE;
}

/** What the index is computed by. */
export function fitLoyaltyIndex(tables: LensTables, options: LoyaltyIndexOptions): LoyaltyIndexModel {
  const { basis, weights, satisfactionScale } = options;
  const satisfaction = findRoleNumbers("satisfaction", tables);
  const referral = findRoleNumbers("referral", tables);
  const isFlag = referral !== null && (findLargest(referral) ?? 0) <= 1;
  return {
    alive: basis === "gap" || (basis === "auto" && !isAliveInformative(tables)) ? "gap" : "pAlive",
    weights,
    usualGapDays: findUsualGap(tables),
    satisfactionTop: satisfaction === null ? null : (satisfactionScale ?? findScaleTop(satisfaction)),
    referralTop: referral === null ? null : isFlag ? 1 : REFERRAL_TOP,
  };
}

const clip = (value: number) => Math.min(1, Math.max(0, value));

/**
 * Loyalty of each customer, 0..100: the weighted mean of the parts that are known of the customer.
 *
 * The parts are the probability to be alive (or 2 to the power of minus the silence in gaps), 1 - 1 / purchase days (orders where days are
 * unknown), satisfaction and recommendation as share of their scales, and revenue as share of what the customer spends in all.
 *
 * @returns NaN for a customer of whom neither of the first two parts is known
 */
export function computeLoyaltyIndex(model: LoyaltyIndexModel, tables: LensTables): Float64Array {
  const { customers } = tables.summary;
  const { purchaseDays, orders, revenue } = customers;
  const idleRatios = computeIdleRatios(tables, model.usualGapDays);
  const probabilities = model.alive === "pAlive" ? (tables.lifetime?.aliveProbability ?? null) : null;
  const satisfaction = findRoleNumbers("satisfaction", tables);
  const referral = findRoleNumbers("referral", tables);
  const wallet = findRoleNumbers("walletSpend", tables);
  const { weights, satisfactionTop, referralTop } = model;
  const parts = new Float64Array(weights.length);
  return Float64Array.from({ length: orders.length }, (_, i) => {
    const probability = probabilities === null ? NaN : probabilities[i];
    parts[0] = probability === probability ? probability : 2 ** -idleRatios[i];
    const purchases = purchaseDays[i] > 0 ? purchaseDays[i] : orders[i];
    parts[1] = purchases > 0 ? 1 - 1 / purchases : NaN;
    parts[2] = satisfaction === null || satisfactionTop === null ? NaN : clip(satisfaction[i] / satisfactionTop);
    parts[3] = referral === null || referralTop === null ? NaN : clip(referral[i] / referralTop);
    parts[4] = wallet !== null && wallet[i] > 0 ? clip(revenue[i] / wallet[i]) : NaN;
    return averageLoyaltyParts(parts, weights);
  });
}

/**
 * The index of one customer: the weighted mean of the parts that are known, in points.
 *
 * @param parts   0..1 in the order of the weights, NaN = unknown
 * @returns 0..100, rounded to 6 decimals; NaN when neither of the first two parts is known, or all known ones weigh nothing
 */
export function averageLoyaltyParts(parts: ArrayLike<number>, weights: LoyaltyWeights): number {
  if (parts[0] !== parts[0] && parts[1] !== parts[1]) return NaN;
  let sum = 0;
  let weight = 0;
  for (let part = 0; part < weights.length; part++) {
    if (parts[part] !== parts[part]) continue;
    sum += weights[part] * parts[part];
    weight += weights[part];
  }
  return weight > 0 ? Math.round((sum / weight) * 1e8) / 1e6 : NaN;
}
