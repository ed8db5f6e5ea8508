import { computeSum } from "../math/statistics";
import type { RepeatModelFit } from "./fit-repeat-model";
import { fitRepeatModel } from "./fit-repeat-model";
import type { ActualHoldout, ForecastError, HoldoutSplit, ModelHoldout, NaiveForecastId } from "./holdout";
import { predictHoldout, predictNaive, splitHoldout, summarizeActual } from "./holdout";
import type { PurchaseDayColumns } from "./purchase-day-columns";
import { findPurchasePeriod } from "./purchase-day-columns";
import type { HistoryGroups } from "./purchase-histories";
import type { RepeatModelId } from "./repeat-model";
import { repeatModels } from "./repeat-models";
import type { TimeUnit } from "./time-unit";
import { findUnitDays } from "./time-unit";
import type { TrackingCurve } from "./tracking";
import { buildWeekEnds, countTracking, predictTracking } from "./tracking";

/** One model of the holdout report. Plain JSON. */
export interface ValidatedModel extends ModelHoldout {
  /** On the calibration. */
  readonly fit: RepeatModelFit;
  readonly tracking: TrackingCurve;
}

/** How the models, and forecasts without a model, did on days they had not seen. Plain JSON. */
export interface HoldoutReport {
  /** Days since 1970-01-01. */
  readonly calibrationEndDay: number;
  readonly holdoutEndDay: number;
  /** Whether the split was asked for or chosen: at two thirds of the days. */
  readonly splitSource: "chosen" | "automatic";
  readonly calibrationDays: number;
  readonly holdoutDays: number;
  readonly customers: number;
  readonly repeaters: number;
  /** Customers who first bought in the holdout. */
  readonly leftOut: number;
  readonly actual: ActualHoldout;
  readonly models: readonly ValidatedModel[];
  readonly naive: Readonly<Record<NaiveForecastId, ForecastError>>;
  /** Last day of each week of the tracking curves, and what really happened. */
  readonly weekEndDay: readonly number[];
  readonly tracking: TrackingCurve;
}

/** What a repeat-purchase model needs at least, and what it should have. */
export const dataLimits = {
  /** Customers who bought again, and days observed: below these no model is fitted. */
  fewestRepeaters: 10,
  fewestDays: 28,
  /** Below these the result comes with a warning. */
  advisedRepeaters: 50,
  advisedDays: 182,
} as const;

/** What there is to learn from. */
export interface DataSupport {
  readonly repeaters: number;
  /** Days observed, from the first purchase of all on. */
  readonly days: number;
  readonly tooFewRepeaters: boolean;
  readonly windowTooShort: boolean;
  /** Whether a model can be fitted at all. */
  readonly isEnough: boolean;
}

/** Whether histories can support a model. */
export function summarizeSupport(groups: HistoryGroups): DataSupport {
  const repeaters = computeSum(groups.weight.map((weight, i) => (groups.frequency[i] > 0 ? weight : 0)));
  const longest = groups.times.length > 0 ? groups.times[groups.times.length - 1] : 0;
  const days = Math.round(longest * findUnitDays(groups.timeUnit)) + 1;
  return {
    repeaters,
    days,
    tooFewRepeaters: repeaters < dataLimits.advisedRepeaters,
    windowTooShort: days < dataLimits.advisedDays,
    isEnough: repeaters >= dataLimits.fewestRepeaters && days >= dataLimits.fewestDays,
  };
}

/**
 * The day at which an automatic split cuts: two thirds of the days from the first purchase to the end.
 *
 * @param columns purchase days per customer, at least one
 * @param endDay  last day observed
 */
export function chooseCalibrationEnd(columns: PurchaseDayColumns, endDay: number): number {
  const firstDay = findPurchasePeriod(columns)?.firstDay ?? endDay;
  return firstDay + Math.round(((endDay - firstDay + 1) * 2) / 3) - 1;
}

/** A split with what the models and the simple forecasts make of it. */
export interface Validation {
  readonly split: HoldoutSplit;
  readonly report: HoldoutReport;
}

/**
 * Fits models on a calibration and judges them on the holdout.
 *
 * @param columns           purchase days per customer
 * @param calibrationEndDay last day of the calibration; null = {@link chooseCalibrationEnd}
 * @param endDay            last day of the holdout
 * @param timeUnit          unit of the models
 * @param ids               models to fit
 * @param penalty           see {@link fitRepeatModel}
 * @returns null when there is no holdout or the calibration cannot support a model
 */
export function validateModels(
  columns: PurchaseDayColumns,
  calibrationEndDay: number | null,
  endDay: number,
  timeUnit: TimeUnit,
  ids: readonly RepeatModelId[],
  penalty: number,
): Validation | null {
  const cut = calibrationEndDay ?? chooseCalibrationEnd(columns, endDay);
  const firstDay = findPurchasePeriod(columns)?.firstDay;
  if (firstDay === undefined || cut >= endDay || cut < firstDay) return null;
  const split = splitHoldout(columns, cut, endDay, timeUnit);
  const support = summarizeSupport(split.groups);
  if (!support.isEnough) return null;
  const period = { customer: split.customer, firstDay, lastDay: endDay };
  const models = ids.map((id) => {
    const fit = fitRepeatModel(id, split.groups, { penalty });
    return { fit, ...predictHoldout(fit, split), tracking: predictTracking(fit, columns, period) };
  });
  const report: HoldoutReport = {
    calibrationEndDay: cut,
    holdoutEndDay: endDay,
    splitSource: calibrationEndDay === null ? "automatic" : "chosen",
    calibrationDays: cut - firstDay + 1,
    holdoutDays: endDay - cut,
    customers: split.customer.length,
    repeaters: support.repeaters,
    leftOut: split.later,
    actual: summarizeActual(split),
    models,
    naive: predictNaive(split),
    weekEndDay: Array.from(buildWeekEnds(period)),
    tracking: countTracking(columns, period),
  };
  return { split, report };
}

/** A model whose error is within this factor of the smallest one is as good. */
const AS_GOOD = 1.01;

/**
 * The models from best to worst for a forecast: first those within 1 % of the smallest root mean square error in the order BG/NBD, MBG/NBD,
 * Pareto/NBD, then the others by their error; models that did not converge come last. Without a holdout the fixed order.
 *
 * @param report of the holdout, or null
 */
export function rankModels(report: HoldoutReport | null): RepeatModelId[] {
  const fixed = repeatModels.map(({ id }) => id);
  const converged = report?.models.filter(({ fit }) => fit.converged) ?? [];
  if (converged.length === 0) return fixed;
  const error = new Map(converged.map((model) => [model.fit.model, model.rootMeanSquareError]));
  const smallest = Math.min(...error.values());
  const place = (id: RepeatModelId): number => {
    const own = error.get(id) ?? Infinity;
    return own <= AS_GOOD * smallest ? 0 : own;
  };
  const known = fixed.filter((id) => error.has(id)).sort((a, b) => place(a) - place(b));
  return [...known, ...fixed.filter((id) => !error.has(id))];
}
