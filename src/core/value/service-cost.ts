import { sortIndices } from "../math/index-sort";

/**
 * Share of customers whose profit is 0 or below.
 *
 * @param profits NaN = blank and left out
 * @returns 0..1; null when nothing is present
 */
export function computeUnprofitableShare(profits: ArrayLike<number>): number | null {
  let known = 0;
  let unprofitable = 0;
  for (let i = 0; i < profits.length; i++) {
    if (profits[i] !== profits[i]) continue;
    known++;
    if (profits[i] <= 0) unprofitable++;
  }
  return known === 0 ? null : unprofitable / known;
}

/** The customers who take most of the service. */
export interface ServiceConcentration {
  /** Size of the smallest set that takes the share of service cost asked for. */
  customers: number;
  customerShare: number;
  /** Share of service cost the set really takes, at least what was asked for. */
  serviceCostShare: number;
  /** Share of total profit the set brings; null when total profit is not positive. */
  profitShare: number | null;
}

/**
 * The smallest set of customers, by service cost descending, that takes a given share of all service cost, and what it brings.
 *
 * @param serviceCosts per customer in standard order, NaN = blank and left out; a negative cost counts as 0
 * @param profits      same length, NaN = blank
 * @param share        0 < share <= 1, default 0.6
 * @returns null when there is no service cost
 * @throws RangeError when the lengths differ or `share` is out of range
 */
export function computeServiceConcentration(
  serviceCosts: ArrayLike<number>,
  profits: ArrayLike<number>,
  share = 0.6,
): ServiceConcentration | null {
  if (serviceCosts.length !== profits.length) {
    throw new RangeError(`columns must be of equal length; got ${serviceCosts.length} and ${profits.length}`);
  }
  if (!(share > 0 && share <= 1)) throw new RangeError(`share must be above 0 and at most 1; got ${share}`);
  const order = sortIndices(serviceCosts, true);
  let serviceTotal = 0;
  let profitTotal = 0;
  for (const customer of order) {
    serviceTotal += Math.max(0, serviceCosts[customer]);
    profitTotal += profits[customer] || 0;
  }
  if (!(serviceTotal > 0)) return null;
  let customers = 0;
  let service = 0;
  let profit = 0;
  while (customers < order.length && service / serviceTotal < share - 1e-12) {
    service += Math.max(0, serviceCosts[order[customers]]);
    profit += profits[order[customers]] || 0;
    customers++;
  }
  return {
    customers,
    customerShare: customers / order.length,
    serviceCostShare: service / serviceTotal,
    profitShare: profitTotal > 0 ? profit / profitTotal : null,
  };
}

/** Totals that a customer's share of service and of margin are taken of. */
export interface ServiceTotals {
  readonly serviceCost: number;
  readonly margin: number;
}

/**
 * What all customers cost to serve and bring before service.
 *
 * @param serviceCosts per customer, NaN = blank and left out; a negative cost counts as 0
 * @param margins      revenue - cost, same length, NaN = blank and left out
 * @returns null when one of the totals is not positive, so that there are no shares
 * @throws RangeError when the lengths differ
 */
export function computeServiceTotals(
  serviceCosts: ArrayLike<number>,
  margins: ArrayLike<number>,
): ServiceTotals | null {
  if (serviceCosts.length !== margins.length) {
    throw new RangeError(`columns must be of equal length; got ${serviceCosts.length} and ${margins.length}`);
  }
  let serviceCost = 0;
  let margin = 0;
  for (let i = 0; i < serviceCosts.length; i++) {
    serviceCost += serviceCosts[i] > 0 ? serviceCosts[i] : 0;
    margin += margins[i] || 0;
  }
  return serviceCost > 0 && margin > 0 ? { serviceCost, margin } : null;
}

/**
 * Customers who take more than twice as large a share of service cost as they bring of the margin before service (revenue - cost).
 *
 * @param serviceCosts per customer, NaN = blank, never flagged
 * @param margins      revenue - cost, same length, NaN = blank, never flagged
 * @param totals       what the shares are taken of; those of the customers given unless they are judged by an earlier run
 * @returns 1 = over-served; null when service cost or margin do not sum to a positive total
 * @throws RangeError when the lengths differ
 */
export function flagOverServed(
  serviceCosts: ArrayLike<number>,
  margins: ArrayLike<number>,
  totals: ServiceTotals | null = computeServiceTotals(serviceCosts, margins),
): Uint8Array | null {
  if (totals === null) return null;
  return Uint8Array.from({ length: serviceCosts.length }, (_, i) =>
    Number(serviceCosts[i] > 0 && serviceCosts[i] / totals.serviceCost > (2 * margins[i]) / totals.margin),
  );
}
