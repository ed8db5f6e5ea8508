import { listParameters } from "./fit-repeat-model";
import type { RepeatModelFit } from "./fit-repeat-model";
import type { PurchaseHistories } from "./purchase-histories";
import { findRepeatModel } from "./repeat-models";
import { convertMonths, findUnitDays } from "./time-unit";

/** What a prediction needs of a fit. */
export type RepeatModelParameters = Pick<RepeatModelFit, "model" | "parameters" | "timeUnit">;

/**
 * Probability that a customer has not left at the end of their observation, 0..1, in the order of the histories.
 *
 * Under BG/NBD it is exactly 1 for a customer without a repeat purchase.
 *
 * @param fit       as {@link fitRepeatModel} gives it
 * @param histories customers, or groups of them
 * @throws RangeError when the unit of time of the histories is not that of the fit
 */
export function predictAlive(fit: RepeatModelParameters, histories: PurchaseHistories): Float64Array {
  checkUnit(fit, histories);
  const model = findRepeatModel(fit.model);
  const parameters = listParameters(fit);
  return histories.frequency.map((x, i) =>
    model.predictAlive(parameters, x, histories.ageAtLast[i], histories.observed[i]),
  );
}

/**
 * Expected purchases in the coming `time`, >= 0, in the order of the histories.
 *
 * @param fit       as {@link fitRepeatModel} gives it
 * @param histories customers, or groups of them
 * @param time      >= 0, in the unit of the fit
 * @throws RangeError when the units of time differ or `time` is negative
 */
export function predictPurchases(fit: RepeatModelParameters, histories: PurchaseHistories, time: number): Float64Array {
  if (!(time >= 0)) throw new RangeError(`time must not be negative; got ${time}`);
  const model = findRepeatModel(fit.model);
  const parameters = listParameters(fit);
  return predictAlive(fit, histories).map((alive, i) =>
    alive > 0
      ? alive * model.predictPurchasesIfAlive(parameters, histories.frequency[i], histories.observed[i], time)
      : 0,
  );
}

/**
 * Expected repeat purchases of a new customer in the first `time`.
 *
 * @param fit  as {@link fitRepeatModel} gives it
 * @param time >= 0, in the unit of the fit
 */
export function predictNewCustomer(fit: RepeatModelParameters, time: number): number {
  findUnitDays(fit.timeUnit);
  return time > 0 ? findRepeatModel(fit.model).predictNewCustomer(listParameters(fit), time) : 0;
}

/**
 * Probabilities that a new customer has 0, 1, .. repeat purchases in the first `time`.
 *
 * @param fit   as {@link fitRepeatModel} gives it
 * @param time  >= 0, in the unit of the fit
 * @param count how many probabilities
 */
export function predictCountProbabilities(fit: RepeatModelParameters, time: number, count: number): Float64Array {
  findUnitDays(fit.timeUnit);
  const probabilities = new Float64Array(count);
  if (time > 0) findRepeatModel(fit.model).predictCounts(listParameters(fit), time, probabilities);
  else if (count > 0) probabilities[0] = 1;
  return probabilities;
}

/** The months over which value is summed up. */
export interface MonthSchedule {
  /** End of each month after the end of the observation, in the unit of the fit, ascending. */
  readonly ends: Float64Array;
  /** What one unit of money of that month is worth today. */
  readonly discounts: Float64Array;
}

/**
 * Months 1 .. `horizonMonths`, discounted at their ends.
 *
 * The length of a month comes from the unit of the fit, so that a model in weeks cannot be asked in months by mistake.
 *
 * @param horizonMonths       whole number, 1..600
 * @param monthlyDiscountRate above -1
 * @param fit                 tells the unit of time
 * @throws RangeError when an argument is out of range or the fit has no known unit
 */
export function buildMonthSchedule(
  horizonMonths: number,
  monthlyDiscountRate: number,
  fit: Pick<RepeatModelFit, "timeUnit">,
): MonthSchedule {
  if (!Number.isInteger(horizonMonths) || horizonMonths < 1 || horizonMonths > 600) {
    throw new RangeError(`horizonMonths must be a whole number from 1 to 600; got ${horizonMonths}`);
  }
  if (!(monthlyDiscountRate > -1 && monthlyDiscountRate < Infinity)) {
    throw new RangeError(`monthlyDiscountRate must be above -1; got ${monthlyDiscountRate}`);
  }
  const months = Float64Array.from({ length: horizonMonths }, (_, i) => i + 1);
  return {
    ends: months.map((month) => convertMonths(month, fit.timeUnit)),
    discounts: months.map((month) => (1 + monthlyDiscountRate) ** -month),
  };
}

/** Expected purchases over a schedule. */
export interface ScheduledPurchases {
  /** Sum over the months, in the order of the histories. */
  readonly purchases: Float64Array;
  /** The same with each month discounted. */
  readonly discounted: Float64Array;
  /** Per month, summed over the histories with the first and with the second weight. */
  readonly monthPurchases: Float64Array;
  readonly monthSpend: Float64Array;
}

/**
 * Expected purchases month by month, discounted.
 *
 * @param fit       as {@link fitRepeatModel} gives it
 * @param histories customers, or groups of them
 * @param schedule  months in the unit of the fit
 * @param weight    customers per history; left out = 1
 * @param spend     spend per purchase, summed over the customers of a history; left out = 0
 * @throws RangeError when the units of time differ
 */
export function predictScheduledPurchases(
  fit: RepeatModelParameters,
  histories: PurchaseHistories,
  schedule: MonthSchedule,
  weight?: Float64Array,
  spend?: Float64Array,
): ScheduledPurchases {
  const model = findRepeatModel(fit.model);
  const parameters = listParameters(fit);
  const alive = predictAlive(fit, histories);
  const { ends, discounts } = schedule;
  const purchases = new Float64Array(alive.length);
  const discounted = new Float64Array(alive.length);
  const monthPurchases = new Float64Array(ends.length);
  const monthSpend = new Float64Array(ends.length);
  for (let i = 0; i < alive.length; i++) {
    if (!(alive[i] > 0)) continue;
    const x = histories.frequency[i];
    const observed = histories.observed[i];
    let before = 0;
    for (let month = 0; month < ends.length; month++) {
      const until = alive[i] * model.predictPurchasesIfAlive(parameters, x, observed, ends[month]);
      const added = until - before;
      discounted[i] += added * discounts[month];
      monthPurchases[month] += added * (weight === undefined ? 1 : weight[i]);
      if (spend !== undefined) monthSpend[month] += added * spend[i];
      before = until;
    }
    purchases[i] = before;
  }
  return { purchases, discounted, monthPurchases, monthSpend };
}

function checkUnit(fit: RepeatModelParameters, histories: PurchaseHistories): void {
  findUnitDays(fit.timeUnit);
  if (histories.timeUnit !== fit.timeUnit) {
    throw new RangeError(`the model counts in ${fit.timeUnit}s, the histories in ${histories.timeUnit}s`);
  }
}
