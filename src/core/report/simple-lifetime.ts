import { reportAcquisition } from "../clv/acquisition-report";
import type { ContractReport } from "../clv/contract-report";
import { reportContract } from "../clv/contract-report";
import { predictSimpleClv } from "../clv/simple";
import type { LensTables } from "../lenses/lens";
import { computeMean } from "../math/statistics";
import type { Analysis } from "./analysis";
import type { AnalysisSettings } from "./settings";

const MONTHS = 12;

function describeContract(yearlyValue: Float64Array, settings: AnalysisSettings): ContractReport | null {
  const known = yearlyValue.filter((value) => value === value);
  const marginPerPeriod = settings.contractMargin ?? (known.length === 0 ? null : computeMean(known));
  if (marginPerPeriod === null) return null;
  return reportContract({
    marginPerPeriod,
    retention: settings.contractRetention,
    survivors: settings.contractSurvivors,
    periods: settings.contractPeriods,
    discountRate: settings.contractDiscountRate ?? settings.yearlyDiscountRate,
    payment: settings.contractPayment,
  });
}

/**
 * Lifetime value that needs no model of purchases: value per order x orders a year over the years to come, discounted (the value is profit
 * where it is known, so a margin is in it); that value against the cost of winning customers; and the value of a contract.
 */
export function describeSimpleLifetime(
  { summary, value }: LensTables,
  settings: AnalysisSettings,
): Pick<Analysis, "simpleLifetimeValue" | "acquisition" | "contract"> {
  const { orders, ordersPerYear, acquisitionCost } = summary.customers;
  const { lifetimeYears, yearlyDiscountRate } = settings;
  const valuePerOrder = value.values.map((amount, customer) => amount / orders[customer]);
  const yearlyValue = valuePerOrder.map((amount, customer) => amount * ordersPerYear[customer]);
  const simpleLifetimeValue = predictSimpleClv(valuePerOrder, ordersPerYear, { lifetimeYears, yearlyDiscountRate });
  const fallback = settings.acquisitionCost ?? NaN;
  const cost = acquisitionCost.map((own) => (own === own ? own : fallback));
  return {
    simpleLifetimeValue,
    acquisition: reportAcquisition(
      simpleLifetimeValue,
      cost,
      yearlyValue.map((amount) => amount / MONTHS),
    ),
    contract: describeContract(yearlyValue, settings),
  };
}
