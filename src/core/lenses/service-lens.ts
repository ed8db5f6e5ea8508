import type { ServiceTotals } from "../value/service-cost";
import { computeServiceTotals, flagOverServed } from "../value/service-cost";
import type { Lens, LensTables, Remark } from "./lens";
import { hasNumbers } from "./lens";

/** Whether a customer takes out of proportion much service. */
export const SERVICE_GROUPS = ["fair", "overServed"] as const;

/** What customers bring before service: revenue less the cost of goods, where that is known. */
export function computeServiceMargins({ summary }: Pick<LensTables, "summary">): Float64Array {
  const { revenue, cost } = summary.customers;
  return hasNumbers(cost) ? revenue.map((amount, i) => amount - cost[i]) : revenue;
}

/** Customers whose share of service cost is more than twice their share of margin before service. */
export const serviceLens: Lens<Record<string, never>, ServiceTotals> = {
  id: "service",
  membership: "one",
  defaults: {},
  missing(tables): Remark | null {
    const { serviceCost, revenue } = tables.summary.customers;
    if (!hasNumbers(revenue)) return { code: "needsMoney", parameters: {} };
    if (!hasNumbers(serviceCost)) return { code: "needsColumns", parameters: { columns: "serviceCost" } };
    return computeServiceTotals(serviceCost, computeServiceMargins(tables)) === null
      ? { code: "needsPositiveMargin", parameters: {} }
      : null;
  },
  fit(tables) {
    const totals = computeServiceTotals(tables.summary.customers.serviceCost, computeServiceMargins(tables));
    if (totals === null) throw new RangeError("service cost and margin must sum to positive totals");
    return { model: totals, codes: serviceLens.assign(totals, tables), remarks: [] };
  },
  assign(totals, tables) {
    const { serviceCost } = tables.summary.customers;
    const margins = computeServiceMargins(tables);
    const flags = flagOverServed(serviceCost, margins, totals);
    return Int32Array.from(serviceCost, (service, i) =>
      service !== service || margins[i] !== margins[i] || flags === null ? -1 : flags[i],
    );
  },
  groups: () => SERVICE_GROUPS,
  sources: () => ["value", "serviceCost"],
};
