import { countGroups } from "../math/groups";
import { sortIndices } from "../math/index-sort";
import { computeShareCount } from "../math/share-count";

/** Tiers from the top, and where each but the last ends: cumulated basis points of customers (100 = 1%), ascending. */
export interface TierCuts {
  ids: readonly string[];
  cumulativeBasisPoints: readonly number[];
}

/** Ready-made tiers: 1/4/15/80, 5/15/80 and 20/30/50 percent of customers. */
export const TIER_PRESETS = {
  pyramid: { ids: ["VIP", "MAJOR", "ORDINARY", "SMALL"], cumulativeBasisPoints: [100, 500, 2000] },
  importance: { ids: ["VIP", "IMPORTANT", "BASIC"], cumulativeBasisPoints: [500, 2000] },
  level: { ids: ["HIGH", "MID", "LOW"], cumulativeBasisPoints: [2000, 5000] },
} as const satisfies Record<string, TierCuts>;

/** What happens where a cut falls among equal values: exact counts, or the whole group goes up. */
export type TierTies = "strict" | "together";

/** What is stored of a pyramid to judge other customers by it; plain JSON. */
export interface TierModel {
  ids: string[];
  /** Lowest value of each tier but the last; null for a tier without customers. */
  boundaries: (number | null)[];
}

/** Tiers of all customers. */
export interface TierResult {
  /** Tier per customer, 0 = top; -1 = blank value. */
  codes: Int32Array;
  /** Customers per tier. */
  counts: Int32Array;
  model: TierModel;
  /** Per cut: customers below it whose value equals the lowest value above it (always 0 when ties go together). */
  tiedBelow: Int32Array;
}

/**
 * Value tier of every customer: by value descending, ties in standard order, cut at shares of the customers who have a value.
 *
 * Counts are rounded half up and the top tier has at least one customer. A value of 0 or below is always in the lowest tier.
 *
 * @param values value per customer in standard order, NaN = blank
 * @param cuts   2..10 tiers; default 1/4/15/80 percent
 * @param ties   default `strict`
 * @throws RangeError when there are not 2..10 tiers or their cuts are not whole, ascending and within 1..10000
 */
export function assignTiers(
  values: ArrayLike<number>,
  cuts: TierCuts = TIER_PRESETS.pyramid,
  ties: TierTies = "strict",
): TierResult {
  parseCuts(cuts);
  const order = sortIndices(values, true);
  const lowestTier = cuts.ids.length - 1;
  const codes = new Int32Array(values.length).fill(-1);
  const boundaries: (number | null)[] = [];
  const tiedBelow = new Int32Array(lowestTier);
  let valuable = 0;
  while (valuable < order.length && values[order[valuable]] > 0) valuable++;

  let position = 0;
  for (let tier = 0; tier < lowestTier; tier++) {
    const start = position;
    const share = computeShareCount(cuts.cumulativeBasisPoints[tier], order.length);
    const end = Math.min(Math.max(share, tier === 0 ? 1 : 0), valuable);
    for (; position < end; position++) codes[order[position]] = tier;
    if (position === start) {
      boundaries.push(null);
      continue;
    }
    const boundary = values[order[position - 1]];
    let tiedEnd = position;
    while (tiedEnd < valuable && values[order[tiedEnd]] === boundary) tiedEnd++;
    if (ties === "strict") tiedBelow[tier] = tiedEnd - position;
    else for (; position < tiedEnd; position++) codes[order[position]] = tier;
    boundaries.push(boundary);
  }
  for (; position < order.length; position++) codes[order[position]] = lowestTier;
  return {
    codes,
    counts: countGroups(codes, cuts.ids.length),
    model: { ids: [...cuts.ids], boundaries },
    tiedBelow,
  };
}

/**
 * Tier of customers by the boundary values of an earlier run: the first tier whose boundary the value reaches.
 *
 * On the run's own customers the result is that run's tiers with ties gone up.
 *
 * @param values NaN = blank
 * @returns tier per customer, 0 = top; the lowest for a value of 0 or below; -1 for a blank
 */
export function assignTiersByBoundary(values: ArrayLike<number>, model: TierModel): Int32Array {
  const lowestTier = model.ids.length - 1;
  const codes = new Int32Array(values.length).fill(-1);
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (value !== value) continue;
    const tier = value > 0 ? model.boundaries.findIndex((boundary) => boundary !== null && value >= boundary) : -1;
    codes[i] = tier < 0 ? lowestTier : tier;
  }
  return codes;
}

function parseCuts({ ids, cumulativeBasisPoints: cuts }: TierCuts): void {
  const isValid = (cut: number, i: number) =>
    Number.isInteger(cut) && cut >= 1 && cut <= 10000 && (i === 0 || cut > cuts[i - 1]);
  if (ids.length < 2 || ids.length > 10 || cuts.length !== ids.length - 1 || !cuts.every(isValid)) {
    throw new RangeError(
      `tiers need 2..10 names and one ascending cut in 1..10000 basis points between each two; got ${ids.length} names and cuts ${cuts.join(", ")}`,
    );
  }
}
