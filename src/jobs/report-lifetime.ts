import { formatIsoDay } from "../core/days";
import type { Analysis } from "../core/report/analysis";
import type { LifetimeValueResult } from "../core/clv/lifetime-value-result";

type Holdout = NonNullable<LifetimeValueResult["holdout"]>;

function describeError(error: Holdout["naive"][keyof Holdout["naive"]]) {
  return {
    sum: error.sum,
    bias: error.biasShare,
    mae: error.meanAbsoluteError,
    rmse: error.rootMeanSquareError,
    correlation: error.correlation,
  };
}

function describeHoldout({ calibrationEndDay, holdoutEndDay, splitSource, actual, models, naive, ...counts }: Holdout) {
  return {
    calibrationEnd: formatIsoDay(calibrationEndDay),
    holdoutEnd: formatIsoDay(holdoutEndDay),
    split: splitSource,
    customers: counts.customers,
    repeaters: counts.repeaters,
    leftOut: counts.leftOut,
    actual,
    models: models.map(({ fit, meanAlive, meanByFrequency, histogram, ...error }) => ({
      model: fit.model,
      parameters: fit.parameters,
      logLikelihood: fit.logLikelihood,
      converged: fit.converged,
      ...describeError(error),
      meanAlive,
      meanByFrequency,
      histogram,
    })),
    naive: Object.fromEntries(Object.entries(naive).map(([id, error]) => [id, describeError(error)])),
  };
}

/** Lifetime value in the words of the JSON report; null for a table of ready figures without cost or contract. */
export function describeLifetime({ lifetime, acquisition, contract }: Analysis) {
  if (lifetime === null && acquisition === null && contract === null) return null;
  return { ...(lifetime && describeModels(lifetime)), acquisition, contract };
}

function describeModels(lifetime: LifetimeValueResult) {
  const { fit, gammaGamma, holdout, totals } = lifetime;
  return {
    model: lifetime.model,
    modelSource: lifetime.modelSource,
    timeUnit: lifetime.timeUnit,
    predictedFrom: formatIsoDay(lifetime.predictedFromDay),
    parameters: fit?.parameters ?? null,
    standardErrors: fit?.standardErrors ?? null,
    logLikelihood: fit?.logLikelihood ?? null,
    converged: fit?.converged ?? null,
    pAliveModel: lifetime.pAliveModel,
    holdout: holdout && describeHoldout(holdout),
    gammaGamma: gammaGamma && {
      parameters: gammaGamma.parameters,
      logLikelihood: gammaGamma.logLikelihood,
      converged: gammaGamma.converged,
      populationMean: gammaGamma.populationMean,
      correlation: gammaGamma.correlation,
    },
    horizonMonths: lifetime.horizonMonths,
    monthlyDiscountRate: lifetime.monthlyDiscountRate,
    margin: lifetime.marginShare,
    refundRate: lifetime.refundRate,
    expectedPurchases: totals.expectedPurchases?.value ?? null,
    total: totals.clv?.value ?? null,
    totalInterval: totals.clv && [totals.clv.low, totals.clv.high],
    totalIntervalReason: lifetime.clvIntervalReason,
    bootstrap: lifetime.bootstrap,
    remarks: lifetime.remarks,
  };
}
