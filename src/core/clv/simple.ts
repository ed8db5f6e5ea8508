/** Assumptions of the simple customer lifetime value. */
export interface SimpleClvOptions {
  /** Years a customer stays, > 0; default 3. Left out when `yearlyChurnRate` is given. */
  lifetimeYears?: number;
  /** Share of customers lost a year, above 0 and at most 1: lifetime = 1 / rate. */
  yearlyChurnRate?: number;
  /** Part of revenue that is profit; default 1 (value on the revenue basis). */
  marginShare?: number;
  /** Discount rate a year, above -1; default 0 = not discounted. Amounts come at the end of each year, the last year pro rata. */
  yearlyDiscountRate?: number;
}

/**
 * Simple lifetime value: average order value x orders a year x years, x margin, discounted if asked for.
 *
 * @param averageOrderValue money per order, NaN = blank
 * @param ordersPerYear     same length, NaN = blank
 * @returns money per customer; NaN where an input is blank
 * @throws RangeError when the lengths differ, both or unusable lifetimes are given, or a rate is out of range
 */
export function predictSimpleClv(
  averageOrderValue: ArrayLike<number>,
  ordersPerYear: ArrayLike<number>,
  options: SimpleClvOptions = {},
): Float64Array {
  if (averageOrderValue.length !== ordersPerYear.length) {
    throw new RangeError(
      `columns must be of equal length; got ${averageOrderValue.length} and ${ordersPerYear.length}`,
    );
  }
  const margin = options.marginShare ?? 1;
  if (!Number.isFinite(margin)) throw new RangeError(`marginShare must be finite; got ${margin}`);
  const factor = margin * computeAnnuityYears(parseLifetimeYears(options), options.yearlyDiscountRate ?? 0);
  return Float64Array.from(
    { length: averageOrderValue.length },
    (_, i) => averageOrderValue[i] * ordersPerYear[i] * factor,
  );
}

/**
 * What one unit of money a year is worth over `years`, paid at the end of each year; a part of a last year pays that part at its end.
 *
 * @param years              > 0
 * @param yearlyDiscountRate above -1; 0 gives `years` itself
 * @throws RangeError when an argument is out of range
 */
export function computeAnnuityYears(years: number, yearlyDiscountRate: number): number {
  if (!(years > 0) || !Number.isFinite(years)) throw new RangeError(`years must be above 0; got ${years}`);
  if (!(yearlyDiscountRate > -1) || !Number.isFinite(yearlyDiscountRate)) {
    throw new RangeError(`yearlyDiscountRate must be above -1; got ${yearlyDiscountRate}`);
  }
  if (yearlyDiscountRate === 0) return years;
  const wholeYears = Math.floor(years);
  const growth = 1 + yearlyDiscountRate;
  const whole = -Math.expm1(-wholeYears * Math.log1p(yearlyDiscountRate)) / yearlyDiscountRate;
  return whole + (years - wholeYears) / growth ** (wholeYears + 1);
}

/**
 * Lifetime value as yearly spend x the years a customer is expected to stay loyal. It counts only what is bought from us.
 *
 * @param annualSpend money a year per customer, NaN = blank
 * @param loyalYears  >= 0, one number for all
 * @returns money per customer; NaN where the spend is blank
 * @throws RangeError when `loyalYears` is negative or not finite
 */
export function predictLoyalLifetimeValue(annualSpend: ArrayLike<number>, loyalYears: number): Float64Array {
  if (!(loyalYears >= 0) || !Number.isFinite(loyalYears)) {
    throw new RangeError(`loyalYears must be >= 0; got ${loyalYears}`);
  }
  return Float64Array.from({ length: annualSpend.length }, (_, i) => annualSpend[i] * loyalYears);
}

/** Lifetime value against acquisition cost: green from 3, amber from 1, red below. */
export type AcquisitionLight = "green" | "amber" | "red";

/** What winning a customer costs against what they bring. */
export interface AcquisitionReturn {
  /** Lifetime value / acquisition cost; null when the cost is not positive or something is unknown. */
  clvToCacRatio: number | null;
  light: AcquisitionLight | null;
  /** Acquisition cost / monthly profit; null when the profit is not positive or something is unknown. */
  paybackMonths: number | null;
}

/**
 * Ratio of lifetime value to acquisition cost with its light, and months until the cost is earned back.
 *
 * @param clv             money, NaN = unknown
 * @param acquisitionCost money, NaN = unknown; without a positive cost there is no ratio
 * @param monthlyProfit   money a month, NaN = unknown
 */
export function classifyAcquisition(clv: number, acquisitionCost: number, monthlyProfit: number): AcquisitionReturn {
  const ratio = acquisitionCost > 0 ? clv / acquisitionCost : NaN;
  const payback = acquisitionCost >= 0 && monthlyProfit > 0 ? acquisitionCost / monthlyProfit : NaN;
  const isKnown = Number.isFinite(ratio);
  return {
    clvToCacRatio: isKnown ? ratio : null,
    light: isKnown ? (ratio >= 3 ? "green" : ratio >= 1 ? "amber" : "red") : null,
    paybackMonths: Number.isFinite(payback) ? payback : null,
  };
}

function parseLifetimeYears({ lifetimeYears, yearlyChurnRate }: SimpleClvOptions): number {
  if (yearlyChurnRate === undefined) return lifetimeYears ?? 3;
  if (lifetimeYears !== undefined) throw new RangeError("give lifetimeYears or yearlyChurnRate, not both");
  if (!(yearlyChurnRate > 0 && yearlyChurnRate <= 1)) {
    throw new RangeError(`yearlyChurnRate must be above 0 and at most 1; got ${yearlyChurnRate}`);
  }
  return 1 / yearlyChurnRate;
}
