import { GAPS_FOR_OWN_MEDIAN } from "../customers/derive-measures";
import type { LensTables, Remark } from "./lens";
import { hasNumbers } from "./lens";

/** The reason why nothing can be said about silence, or null: it takes the days of purchase of each customer. */
export function findMissingHistory({ summary }: LensTables): Remark | null {
  return hasNumbers(summary.customers.idleRatio) ? null : { code: "needsPurchaseHistory", parameters: {} };
}

/**
 * The gap that customers with too few gaps of their own are judged by, in days; null where everyone has enough.
 *
 * Kept with a model, so that another date is judged by the same gap.
 */
export function findUsualGap({ summary }: LensTables): number | null {
  const { gapCount, gapUsedDays } = summary.customers;
  const customer = gapCount.findIndex((gaps, i) => gaps < GAPS_FOR_OWN_MEDIAN && Number.isFinite(gapUsedDays[i]));
  return customer < 0 ? null : gapUsedDays[customer];
}

/**
 * How long each customer has been silent: days since the last purchase by the gap to judge silence by; NaN where one is unknown.
 *
 * @param usualGapDays as {@link findUsualGap} gives it; null takes the gap of the tables themselves
 */
export function computeIdleRatios({ summary }: LensTables, usualGapDays: number | null): Float64Array {
  const { recencyDays, gapCount, gapUsedDays } = summary.customers;
  return recencyDays.map((recency, i) => {
    const isUsual = usualGapDays !== null && gapCount[i] < GAPS_FOR_OWN_MEDIAN;
    return recency / (isUsual ? usualGapDays : gapUsedDays[i]);
  });
}
