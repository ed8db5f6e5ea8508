import type { CustomersTable } from "../customers/summary";
import { computeMedian } from "../math/quantile";
import { sortIndices } from "../math/index-sort";
import { computeShareCount } from "../math/share-count";

/** What to try with a customer; each customer has the first that fits, or none. */
export const OPPORTUNITIES = ["retention", "new", "crossSell", "upSell"] as const;

/** Silent for more usual gaps than this is to be won back first. */
const QUIET_GAPS = 3;
/** Cross-selling goes to the fifth of the customers without the product that is most likely to buy it. */
const CROSS_SELL_POINTS = 2000;

/**
 * The opportunity of each customer: `retention` for one who has been silent for more than three usual gaps and whose revenue is above the
 * median; `new` for one whose first purchase lies within the window; `crossSell` for the most likely fifth of those without the product;
 * `upSell` for an active owner who spends less per order than the median owner.
 *
 * @param customers     the customers
 * @param probabilities to buy the product, NaN for those who have it
 * @param windowDays    how long a customer is new
 * @returns index into {@link OPPORTUNITIES} per customer, -1 for none
 */
export function assignOpportunities(
  customers: CustomersTable,
  probabilities: Float64Array,
  windowDays: number,
): Int32Array {
  const { idleRatio, revenue, tenureDays, averageOrderValue } = customers;
  const medianRevenue = computeMedian(revenue);
  const ranked = sortIndices(probabilities, true);
  const likely = new Uint8Array(probabilities.length);
  for (const customer of ranked.subarray(0, computeShareCount(CROSS_SELL_POINTS, ranked.length))) likely[customer] = 1;
  const isOwner = (customer: number) => Number.isNaN(probabilities[customer]);
  const medianOrder = computeMedian(averageOrderValue.filter((_, customer) => isOwner(customer)));
  return Int32Array.from(probabilities, (_, customer) => {
    const isQuiet = idleRatio[customer] > QUIET_GAPS;
    if (isQuiet) return revenue[customer] > medianRevenue ? 0 : -1;
    if (tenureDays[customer] <= windowDays) return 1;
    if (likely[customer] === 1) return 2;
    return isOwner(customer) && averageOrderValue[customer] < medianOrder ? 3 : -1;
  });
}
