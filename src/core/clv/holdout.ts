import { computeCorrelation, computeMean, computeSum } from "../math/statistics";
import type { RepeatModelFit } from "./fit-repeat-model";
import { predictAlive, predictCountProbabilities, predictPurchases } from "./predict-repeat";
import type { PurchaseDayColumns } from "./purchase-day-columns";
import { countPurchaseDays, summarizeHistories } from "./purchase-day-columns";
import type { HistoryGroups } from "./purchase-histories";
import { groupHistories } from "./purchase-histories";
import type { TimeUnit } from "./time-unit";
import { findUnitDays } from "./time-unit";

/** Customers cut in two at a day: what is known up to it, and what they did after it. */
export interface HoldoutSplit {
  readonly calibrationEndDay: number;
  readonly holdoutEndDay: number;
  /** Length of the holdout in the unit of the histories. */
  readonly holdoutTime: number;
  readonly groups: HistoryGroups;
  /** Mean spend of the repeat days of the calibration, per customer of the split. */
  readonly monetaryMean: Float64Array;
  /** Customer of each entry. */
  readonly customer: Int32Array;
  /** Purchase days after the calibration. */
  readonly actual: Float64Array;
  /** Repeat purchase days in the last part of the calibration that is as long as the holdout. */
  readonly recent: Float64Array;
  /** Customers who first bought in the holdout; they are left out. */
  readonly later: number;
}

/** Error of a forecast of purchase counts, over all customers of the split. */
export interface ForecastError {
  readonly sum: number;
  /** Predicted by actual, less 1; null when nobody bought. */
  readonly biasShare: number | null;
  readonly meanAbsoluteError: number;
  readonly rootMeanSquareError: number;
  /** Null when the forecast or the outcome does not vary. */
  readonly correlation: number | null;
}

/** Forecasts that need no model. */
export type NaiveForecastId = "ownRate" | "pooledRate" | "sameCount" | "zero";

/** How a model fitted on the calibration did in the holdout. */
export interface ModelHoldout extends ForecastError {
  readonly meanAlive: number;
  /** Mean forecast of the customers with 0, 1, .. 6, 7 or more repeat purchases in the calibration; null without customers. */
  readonly meanByFrequency: readonly (number | null)[];
  /** Customers whom the model expects to have 0, 1, .. 6, 7 or more repeat purchases in the calibration. */
  readonly histogram: readonly number[];
}

/** What really happened, in the same shape. */
export interface ActualHoldout {
  readonly sum: number;
  readonly meanByFrequency: readonly (number | null)[];
  readonly histogram: readonly number[];
}

/** Frequencies that are shown one by one; the last class holds all above. */
const CLASSES = 8;

/**
 * Splits purchase days at the end of a day.
 *
 * @param columns           purchase days per customer
 * @param calibrationEndDay last day that the models may see
 * @param holdoutEndDay     last day of the holdout
 * @param timeUnit          unit of the histories
 * @throws RangeError when the holdout does not end after the calibration
 */
export function splitHoldout(
  columns: PurchaseDayColumns,
  calibrationEndDay: number,
  holdoutEndDay: number,
  timeUnit: TimeUnit,
): HoldoutSplit {
  if (!(holdoutEndDay > calibrationEndDay)) {
    throw new RangeError("the holdout must end after the calibration");
  }
  const { histories, monetaryMean, customer, later } = summarizeHistories(columns, calibrationEndDay, timeUnit);
  const days = holdoutEndDay - calibrationEndDay;
  return {
    calibrationEndDay,
    holdoutEndDay,
    holdoutTime: days / findUnitDays(timeUnit),
    groups: groupHistories(histories),
    monetaryMean,
    customer,
    actual: countPurchaseDays(columns, customer, calibrationEndDay, holdoutEndDay, true),
    recent: countPurchaseDays(columns, customer, calibrationEndDay - days, calibrationEndDay, false),
    later,
  };
}

/** Counts and conditional means of what really happened. */
export function summarizeActual(split: HoldoutSplit): ActualHoldout {
  const { groups, actual } = split;
  const histogram = new Array<number>(CLASSES).fill(0);
  for (let group = 0; group < groups.weight.length; group++)
    histogram[classifyFrequency(groups.frequency[group])] += groups.weight[group];
  return { sum: computeSum(actual), meanByFrequency: computeMeans(split, actual), histogram };
}

/**
 * Forecast of a model for the holdout, judged by what happened.
 *
 * @param fit   on the calibration
 * @param split customers cut in two
 */
export function predictHoldout(fit: RepeatModelFit, split: HoldoutSplit): ModelHoldout {
  const { groups, holdoutTime } = split;
  const predicted = spreadGroups(groups, predictPurchases(fit, groups, holdoutTime));
  const alive = spreadGroups(groups, predictAlive(fit, groups));
  return {
    ...computeForecastError(predicted, split.actual),
    meanAlive: computeMean(alive),
    meanByFrequency: computeMeans(split, predicted),
    histogram: predictHistogram(fit, groups),
  };
}

/** The forecasts that need no model, judged in the same way. Judge by the root mean square: absolute errors reward "nobody returns". */
export function predictNaive(split: HoldoutSplit): Record<NaiveForecastId, ForecastError> {
  const { groups, actual, holdoutTime, recent } = split;
  const frequency = spreadGroups(groups, groups.frequency);
  const observed = spreadGroups(groups, groups.observed);
  const pooledRate = computeSum(frequency) / computeSum(observed);
  const judge = (predict: (i: number) => number): ForecastError =>
    computeForecastError(
      actual.map((_, i) => predict(i)),
      actual,
    );
  return {
    ownRate: judge((i) => (observed[i] > 0 ? (frequency[i] / observed[i]) * holdoutTime : 0)),
    pooledRate: judge(() => (pooledRate >= 0 ? pooledRate * holdoutTime : 0)),
    sameCount: judge((i) => recent[i]),
    zero: judge(() => 0),
  };
}

/**
 * Error of predicted counts.
 *
 * @param predicted per customer
 * @param actual    same length, at least one
 */
export function computeForecastError(predicted: Float64Array, actual: Float64Array): ForecastError {
  let absolute = 0;
  let squared = 0;
  for (let i = 0; i < actual.length; i++) {
    const error = predicted[i] - actual[i];
    absolute += Math.abs(error);
    squared += error * error;
  }
  const sum = computeSum(predicted);
  const actualSum = computeSum(actual);
  const correlation = computeCorrelation(predicted, actual);
  return {
    sum,
    biasShare: actualSum > 0 ? sum / actualSum - 1 : null,
    meanAbsoluteError: absolute / actual.length,
    rootMeanSquareError: Math.sqrt(squared / actual.length),
    correlation: Number.isNaN(correlation) ? null : correlation,
  };
}

/** Group values as customer values. */
export function spreadGroups(groups: HistoryGroups, values: Float64Array): Float64Array {
  return Float64Array.from(groups.groupOf, (group) => values[group]);
}

function computeMeans(split: HoldoutSplit, values: Float64Array): (number | null)[] {
  const sums = new Float64Array(CLASSES);
  const counts = new Float64Array(CLASSES);
  for (let i = 0; i < values.length; i++) {
    const frequency = classifyFrequency(split.groups.frequency[split.groups.groupOf[i]]);
    sums[frequency] += values[i];
    counts[frequency]++;
  }
  return Array.from(sums, (sum, i) => (counts[i] > 0 ? sum / counts[i] : null));
}

function predictHistogram(fit: RepeatModelFit, groups: HistoryGroups): number[] {
  const customersAt = new Float64Array(groups.times.length);
  for (let group = 0; group < groups.weight.length; group++)
    customersAt[groups.observedIndex[group]] += groups.weight[group];
  const histogram = new Array<number>(CLASSES).fill(0);
  for (let j = 0; j < customersAt.length; j++) {
    if (customersAt[j] === 0) continue;
    const probabilities = predictCountProbabilities(fit, groups.times[j], CLASSES - 1);
    let rest = 1;
    for (let n = 0; n < CLASSES - 1; n++) {
      histogram[n] += customersAt[j] * probabilities[n];
      rest -= probabilities[n];
    }
    histogram[CLASSES - 1] += customersAt[j] * Math.max(0, rest);
  }
  return histogram;
}

function classifyFrequency(frequency: number): number {
  return Math.min(frequency, CLASSES - 1);
}
