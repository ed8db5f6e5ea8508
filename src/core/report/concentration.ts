import type { CustomerValue } from "../customers/customer-value";
import type { Summary } from "../customers/summary";
import { buildLorenzCurve } from "../value/lorenz";
import { computeServiceMargins } from "../lenses/service-lens";
import { computeServiceConcentration, computeUnprofitableShare, flagOverServed } from "../value/service-cost";
import { TOP_SHARE_BASIS_POINTS, computeTopShares } from "../value/tier-table";
import { buildWhaleCurve } from "../value/whale-curve";
import { computeShareCount } from "../math/share-count";
import type { ConcentrationResult, ServiceResult } from "./analysis";

const CURVE_STEPS = 20;
const WHOLE = 10_000;

function describeService(summary: Summary, askedShare: number): ServiceResult | null {
  const { serviceCost, profit, ids } = summary.customers;
  const concentration = computeServiceConcentration(serviceCost, profit, askedShare);
  if (concentration === null) return null;
  const flags = flagOverServed(serviceCost, computeServiceMargins({ summary }));
  const customers = flags?.reduce((count, flag) => count + flag, 0) ?? 0;
  return {
    ...concentration,
    askedShare,
    overServed: flags === null ? null : { customers, customerShare: customers / ids.length },
  };
}

/**
 * How far value is concentrated on few customers; null without a positive value.
 *
 * @param value        what customers are judged by
 * @param serviceShare share of service cost, 0..1, whose takers are looked for
 */
export function describeConcentration(
  summary: Summary,
  value: CustomerValue,
  serviceShare: number,
): ConcentrationResult | null {
  const { customers } = summary;
  const lorenz = buildLorenzCurve(value.values, CURVE_STEPS);
  if (value.basis === "none" || lorenz.gini === null) return null;
  const whale = value.basis === "profit" ? buildWhaleCurve(customers.profit, CURVE_STEPS) : null;
  const revenueShares = computeTopShares(customers.revenue, customers.revenue);
  const profitShares = value.basis === "profit" ? computeTopShares(customers.profit, customers.profit) : null;
  const count = customers.ids.length;
  return {
    gini: lorenz.gini,
    negativesClipped: lorenz.clippedCustomers > 0,
    lorenz: Array.from(lorenz.customerShare, (customerShare, i) => ({
      customerShare,
      valueShare: lorenz.valueShare[i],
    })),
    whale:
      whale === null
        ? []
        : Array.from(whale.customerShare, (customerShare, i) => ({ customerShare, profitShare: whale.profitShare[i] })),
    whalePeak: whale === null ? null : { customerShare: whale.peakCustomers / count, profitShare: whale.peakShare },
    topShares: TOP_SHARE_BASIS_POINTS.map((points, i) => ({
      customerShare: points / WHOLE,
      customers: computeShareCount(points, count),
      revenueShare: revenueShares[i],
      profitShare: profitShares === null ? NaN : profitShares[i],
    })),
    unprofitableShare: value.basis === "profit" ? computeUnprofitableShare(customers.profit) : null,
    service: describeService(summary, serviceShare),
  };
}
