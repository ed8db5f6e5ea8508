import { computeQuadraticForm } from "../math/symmetric-matrix";
import type { RepeatModelFit } from "./fit-repeat-model";
import type { GammaGammaFit } from "./gamma-gamma";
import { listSpendParameters, predictSpend } from "./gamma-gamma";
import { NORMAL_95 } from "./parameter-report";
import type { MonthSchedule, ScheduledPurchases } from "./predict-repeat";
import { predictScheduledPurchases } from "./predict-repeat";
import type { HistoryGroups } from "./purchase-histories";
import { findRepeatModel } from "./repeat-models";

/** A figure with its 95 % interval; the limits are null when there are no standard errors. Plain JSON. */
export interface Estimate {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** What a prediction was made from and what came out. */
export interface PredictionParts {
  readonly fit: RepeatModelFit;
  readonly groups: HistoryGroups;
  readonly schedule: MonthSchedule;
  readonly base: ScheduledPurchases;
  /** Null when spend is one number for everyone, whose uncertainty is then left out. */
  readonly gammaGamma: GammaGammaFit | null;
  readonly monetaryMean: Float64Array;
  /** Expected spend per purchase of each customer; NaN without money. */
  readonly spend: Float64Array;
}

/** Uncertainty of predictions that comes from that of the parameters. */
export interface PredictionUncertainty {
  /** Standard error of the logarithm of each customer's value. */
  readonly valueLogError: Float64Array;
  /** Standard errors of the logarithms of total expected purchases and total value. */
  readonly purchasesLogError: number;
  readonly totalLogError: number;
}

/** Step in the logarithm of a parameter. */
const STEP = 1e-5;

/**
 * Standard errors of predictions by the delta method, over the logarithms of all parameters.
 *
 * They tell how surely the parameters are known, not what a customer may do.
 *
 * @returns null when a fit has no covariance
 * @see Oehlert (1992), A note on the delta method, The American Statistician 46(1)
 */
export function computePredictionUncertainty(parts: PredictionParts): PredictionUncertainty | null {
  const { fit, groups, schedule, base, gammaGamma, monetaryMean, spend } = parts;
  const covariance = fit.logCovariance;
  if (covariance === null) return null;
  const spendCovariance = gammaGamma?.logCovariance;
  if (gammaGamma !== null && !spendCovariance) return null;
  const frequency = Float64Array.from(groups.groupOf, (group) => groups.frequency[group]);
  const bySpend =
    gammaGamma === null
      ? []
      : listSpendParameters(gammaGamma).map((_, j, values) => {
          const moved = predictSpend(moveParameter(values, j), frequency, monetaryMean);
          return moved.map((amount, i) => (amount / spend[i] - 1) / STEP);
        });
  const names = findRepeatModel(fit.model).parameterNames;
  const moved = names.map((name) => {
    const parameters = { ...fit.parameters, [name]: fit.parameters[name] * Math.exp(STEP) };
    return predictScheduledPurchases({ ...fit, parameters }, groups, schedule);
  });
  const relative = (after: Float64Array, before: Float64Array): Float64Array =>
    after.map((value, i) => (before[i] > 0 ? (value / before[i] - 1) / STEP : 0));
  const byPurchases = moved.map(({ discounted }) => relative(discounted, base.discounted));
  const byTotal = moved.map(({ purchases }) => relative(purchases, base.purchases));

  const slopes = new Float64Array(byPurchases.length);
  const groupVariance = Float64Array.from(groups.weight, (_, group) => {
    for (let j = 0; j < slopes.length; j++) slopes[j] = byPurchases[j][group];
    return computeQuadraticForm(covariance, slopes);
  });
  const spendSlopes = new Float64Array(bySpend.length);
  const totalSlopes = new Float64Array(byPurchases.length);
  const totalSpendSlopes = new Float64Array(bySpend.length);
  let total = 0;
  const valueLogError = Float64Array.from(groups.groupOf, (group, i) => {
    for (let j = 0; j < spendSlopes.length; j++) spendSlopes[j] = bySpend[j][i];
    const value = spend[i] * base.discounted[group];
    total += value;
    for (let j = 0; j < totalSlopes.length; j++) totalSlopes[j] += value * byPurchases[j][group];
    for (let j = 0; j < spendSlopes.length; j++) totalSpendSlopes[j] += value * spendSlopes[j];
    const ofSpend = spendCovariance ? computeQuadraticForm(spendCovariance, spendSlopes) : 0;
    return Math.sqrt(Math.max(0, groupVariance[group] + ofSpend));
  });
  let purchases = 0;
  const purchaseSlopes = new Float64Array(byTotal.length);
  for (let group = 0; group < groups.weight.length; group++) {
    const expected = groups.weight[group] * base.purchases[group];
    purchases += expected;
    for (let j = 0; j < purchaseSlopes.length; j++) purchaseSlopes[j] += expected * byTotal[j][group];
  }
  const variance =
    computeQuadraticForm(covariance, totalSlopes) +
    (spendCovariance ? computeQuadraticForm(spendCovariance, totalSpendSlopes) : 0);
  return {
    valueLogError,
    purchasesLogError: Math.sqrt(Math.max(0, computeQuadraticForm(covariance, purchaseSlopes))) / purchases,
    totalLogError: Math.sqrt(Math.max(0, variance)) / total,
  };
}

/**
 * A figure with the 95 % interval value x exp(-+ 1.96 standard errors of its logarithm); of a negative one, that of its amount.
 *
 * @param value    the figure
 * @param logError its standard error on the scale of logarithms; null or not finite = no interval
 */
export function buildEstimate(value: number, logError: number | null): Estimate {
  if (logError === null || !Number.isFinite(logError)) return { value, low: null, high: null };
  const factor = Math.exp(NORMAL_95 * logError);
  const far = value * factor;
  const near = value / factor;
  const known = (limit: number) => (Number.isFinite(limit) ? limit : null);
  return { value, low: known(Math.min(near, far)), high: known(Math.max(near, far)) };
}

function moveParameter(values: readonly number[], moved: number): number[] {
  return values.map((value, i) => (i === moved ? value * Math.exp(STEP) : value));
}
