import type { LifetimeColumns } from "./lifetime-value-result";
import { predictPurchases } from "./predict-repeat";
import type { ObservedHistories } from "./purchase-day-columns";
import type { RepeatModelId } from "./repeat-model";
import type { Validation } from "./validate-models";

/**
 * What the holdout brought, per customer; NaN for customers who are not in the split.
 *
 * @param size       number of customers
 * @param validation the split and the fits on it; null = no holdout
 * @param id         model whose forecast is shown
 */
export function buildHoldoutColumns(
  size: number,
  validation: Validation | null,
  id: RepeatModelId,
): Pick<LifetimeColumns, "holdoutExpectedPurchases" | "holdoutPurchases"> {
  const holdoutExpectedPurchases = new Float64Array(size).fill(NaN);
  const holdoutPurchases = new Float64Array(size).fill(NaN);
  const model = validation?.report.models.find(({ fit }) => fit.model === id);
  if (validation !== null && model !== undefined) {
    const { split } = validation;
    const predicted = predictPurchases(model.fit, split.groups, split.holdoutTime);
    split.customer.forEach((customer, i) => {
      holdoutExpectedPurchases[customer] = predicted[split.groups.groupOf[i]];
      holdoutPurchases[customer] = split.actual[i];
    });
  }
  return { holdoutExpectedPurchases, holdoutPurchases };
}

/**
 * Figures of the observed customers as columns over all customers; NaN for the others and for figures that are left out.
 *
 * @param size     number of customers
 * @param observed histories and whose they are
 * @param figures  in the order of the histories
 */
export function buildColumns(
  size: number,
  observed: ObservedHistories,
  figures: { readonly [Name in keyof LifetimeColumns]?: Float64Array },
): LifetimeColumns {
  const { histories, monetaryMean, customer } = observed;
  const spread = (values: Float64Array | undefined): Float64Array => {
    const column = new Float64Array(size).fill(NaN);
    if (values !== undefined) customer.forEach((c, i) => (column[c] = values[i]));
    return column;
  };
  return {
    frequency: spread(histories.frequency),
    ageAtLast: spread(histories.ageAtLast),
    observed: spread(histories.observed),
    monetaryMean: spread(monetaryMean),
    pAlive: spread(figures.pAlive),
    expectedPurchases: spread(figures.expectedPurchases),
    expectedSpend: spread(figures.expectedSpend),
    clv: spread(figures.clv),
    clvLow: spread(figures.clvLow),
    clvHigh: spread(figures.clvHigh),
    outcomePurchasesLow: spread(figures.outcomePurchasesLow),
    outcomePurchasesHigh: spread(figures.outcomePurchasesHigh),
    outcomeValueLow: spread(figures.outcomeValueLow),
    outcomeValueHigh: spread(figures.outcomeValueHigh),
    holdoutExpectedPurchases: spread(undefined),
    holdoutPurchases: spread(undefined),
  };
}
