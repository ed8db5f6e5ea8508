import type { AcquisitionLight, AcquisitionReturn } from "./simple";
import { classifyAcquisition } from "./simple";

/** What winning customers cost against what they bring, all together. Plain JSON. */
export interface AcquisitionReport extends AcquisitionReturn {
  /** Customers whose cost and value are known. */
  readonly customers: number;
  readonly meanCost: number;
  readonly meanClv: number;
  readonly meanMonthlyProfit: number;
  /** How many of them have each light of their own. */
  readonly lights: Readonly<Record<AcquisitionLight, number>>;
}

/**
 * Lifetime value against acquisition cost of all customers for whom both are known, and how many customers pay back.
 *
 * @param clv           money per customer, NaN = unknown
 * @param cost          money per customer, NaN = unknown
 * @param monthlyProfit money a month per customer, NaN = unknown
 * @returns null where no customer has both
 */
export function reportAcquisition(
  clv: Float64Array,
  cost: Float64Array,
  monthlyProfit: Float64Array,
): AcquisitionReport | null {
  const lights: Record<AcquisitionLight, number> = { green: 0, amber: 0, red: 0 };
  let customers = 0;
  let [costs, values, profits] = [0, 0, 0];
  for (let i = 0; i < clv.length; i++) {
    if (!Number.isFinite(clv[i]) || !Number.isFinite(cost[i])) continue;
    customers++;
    costs += cost[i];
    values += clv[i];
    profits += monthlyProfit[i] || 0;
    const { light } = classifyAcquisition(clv[i], cost[i], monthlyProfit[i]);
    if (light !== null) lights[light]++;
  }
  if (customers === 0) return null;
  return {
    ...classifyAcquisition(values, costs, profits),
    customers,
    meanCost: costs / customers,
    meanClv: values / customers,
    meanMonthlyProfit: profits / customers,
    lights,
  };
}
