import { estimateLifetimeValue } from "../clv/lifetime-value";
import type { LifetimeValueResult } from "../clv/lifetime-value-result";
import { convertYearlyRate } from "../clv/time-unit";
import type { Summary } from "../customers/summary";
import { parseIsoDay } from "../days";
import type { LifetimeColumns } from "../lenses/lens";
import type { AnalysisSettings } from "./settings";

/** Share of revenue that is profit, over all customers; 1 where no cost is known. */
function computeMarginShare({ revenue, profit, valueBasis }: Summary["report"]): number {
  return valueBasis === "profit" && revenue !== null && profit !== null && revenue > 0 ? profit / revenue : 1;
}

/**
 * Lifetime value by repeat-purchase models, on the profit basis where costs are known; null where there are no days of purchase.
 *
 * @param summary tables by customer; money of a purchase day has its refunds in it, so they come off as a share
 */
export function estimateLifetime(summary: Summary, settings: AnalysisSettings): LifetimeValueResult | null {
  const { purchaseDays, report } = summary;
  const { asOfDay } = report.period;
  if (purchaseDays === null || asOfDay === null) return null;
  const calibrationEnd = settings.calibrationEnd === null ? null : parseIsoDay(settings.calibrationEnd);
  return estimateLifetimeValue(purchaseDays, {
    endDay: asOfDay - 1,
    ...(calibrationEnd !== null && { calibrationEndDay: calibrationEnd }),
    timeUnit: settings.timeUnit,
    model: settings.clvModel,
    horizonMonths: settings.horizonMonths,
    monthlyDiscountRate: settings.monthlyDiscountRate ?? convertYearlyRate(settings.yearlyDiscountRate),
    marginShare: computeMarginShare(report),
    refundRate: settings.refunds === "net" ? (report.refundRate ?? 0) : 0,
    bootstrapResamples: settings.bootstrapResamples,
    seed: settings.seed,
  });
}

/** The columns that lenses look at; null where no model could be fitted. */
export function selectLifetimeColumns(lifetime: LifetimeValueResult | null): LifetimeColumns | null {
  if (lifetime === null || !lifetime.isAvailable) return null;
  const { pAlive, expectedPurchases, clv } = lifetime.customers;
  return { aliveProbability: pAlive, expectedPurchases, futureValue: clv };
}
