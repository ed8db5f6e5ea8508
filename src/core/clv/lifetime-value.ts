import { computeMean, computeSum } from "../math/statistics";
import { runBootstrap } from "./bootstrap";
import type { RepeatModelFit } from "./fit-repeat-model";
import { fitRepeatModel } from "./fit-repeat-model";
import type { GammaGammaFit, SpendHistories } from "./gamma-gamma";
import { fitGammaGamma, predictFittedSpend, selectSpendHistories } from "./gamma-gamma";
import { spreadGroups } from "./holdout";
import type { PredictionParts } from "./lifetime-intervals";
import { buildColumns, buildHoldoutColumns } from "./lifetime-columns";
import { buildEstimate, computePredictionUncertainty } from "./lifetime-intervals";
import { buildRemarks } from "./lifetime-remarks";
import type { LifetimeValueOptions, LifetimeValueResult } from "./lifetime-value-result";
import { NORMAL_95 } from "./parameter-report";
import { buildMonthSchedule, predictAlive, predictScheduledPurchases } from "./predict-repeat";
import type { PurchaseDayColumns } from "./purchase-day-columns";
import { summarizeHistories } from "./purchase-day-columns";
import type { HistoryGroups } from "./purchase-histories";
import { groupHistories } from "./purchase-histories";
import type { RepeatModelId } from "./repeat-model";
import { repeatModels } from "./repeat-models";
import { simulateOutcomes } from "./simulate-outcomes";
import { convertMonths, convertYearlyRate } from "./time-unit";
import type { Validation } from "./validate-models";
import { dataLimits, rankModels, summarizeSupport, validateModels } from "./validate-models";

/**
 * Lifetime value of every customer by a repeat-purchase model and a spend model, with holdout test, intervals and remarks.
 *
 * With `calibrationEndDay` everything is predicted from that day by what was known then; without it from `endDay`, while a split at two
 * thirds of the days judges the models. Under "auto" the model with the smallest error in the holdout is taken, and P(alive) comes from
 * MBG/NBD, because BG/NBD gives 1 to every one-time buyer.
 *
 * @param columns purchase days per customer
 * @param options see {@link LifetimeValueOptions}
 * @returns when the data cannot support a model, a result without figures whose remarks say why
 * @throws RangeError when an option is out of range
 */
export function estimateLifetimeValue(columns: PurchaseDayColumns, options: LifetimeValueOptions): LifetimeValueResult {
  const settings = parseOptions(options);
  const { timeUnit, penalty, isAuto } = settings;
  const schedule = buildMonthSchedule(settings.horizonMonths, settings.monthlyDiscountRate, { timeUnit });
  const predictedFromDay = options.calibrationEndDay ?? options.endDay;
  const observed = summarizeHistories(columns, predictedFromDay, timeUnit);
  const groups = groupHistories(observed.histories);
  const support = summarizeSupport(groups);
  const ids: RepeatModelId[] = settings.model === "auto" ? repeatModels.map(({ id }) => id) : [settings.model];
  const cut = options.calibrationEndDay ?? null;
  const validation = support.isEnough ? validateModels(columns, cut, options.endDay, timeUnit, ids, penalty) : null;
  const fits = support.isEnough ? fitModels(groups, validation, cut !== null, settings) : null;
  const hasMoney = columns.amount.some((amount) => amount === amount);
  const spendHistories = selectSpendHistories(observed.histories.frequency, observed.monetaryMean);
  const spending = fits && fitSpend(spendHistories, columns, hasMoney, penalty);
  const valueShare = settings.marginShare * (1 - settings.refundRate);
  const remarks = buildRemarks({
    support,
    limits: dataLimits,
    validation,
    fits,
    isAuto,
    spendFit: spending?.fit ?? null,
    spendMean: spending?.mean ?? NaN,
    spendCustomers: spendHistories.customer.length,
    spendLeftOut: spendHistories.leftOut,
    hasMoney,
    oneTimeBuyers: observed.histories.frequency.filter((x) => x === 0).length,
    laterCustomers: observed.later,
    unitsPerMonth: convertMonths(1, timeUnit),
    timeUnit,
  });
  const shared = {
    remarks,
    modelSource: !isAuto ? ("chosen" as const) : validation === null ? ("default" as const) : ("holdout" as const),
    timeUnit,
    predictedFromDay,
    support,
    holdout: validation?.report ?? null,
    horizonMonths: settings.horizonMonths,
    monthlyDiscountRate: settings.monthlyDiscountRate,
    unitsPerMonth: convertMonths(1, timeUnit),
    marginShare: settings.marginShare,
    refundRate: settings.refundRate,
  };
  const size = columns.offsets.length - 1;
  if (fits === null || spending === null) {
    return {
      ...shared,
      isAvailable: false,
      model: null,
      pAliveModel: null,
      fit: null,
      pAliveFit: null,
      gammaGamma: null,
      totals: { expectedPurchases: null, clv: null },
      clvIntervalReason: null,
      months: [],
      bootstrap: null,
      customers: buildColumns(size, observed, {}),
    };
  }

  const { frequency } = observed.histories;
  const spend =
    spending.fit === null
      ? frequency.map(() => spending.mean)
      : predictFittedSpend(spending.fit, frequency, observed.monetaryMean);
  const individual = spending.fit !== null && spending.fit.populationMean !== null ? spending.fit : null;
  const groupSpend = new Float64Array(groups.weight.length);
  for (let i = 0; i < spend.length; i++) groupSpend[groups.groupOf[i]] += spend[i];
  const base = predictScheduledPurchases(fits.fit, groups, schedule, groups.weight, groupSpend);
  const discounted = spreadGroups(groups, base.discounted);
  const clv = spend.map((amount, i) => amount * discounted[i] * valueShare);
  const parts: PredictionParts = {
    fit: fits.fit,
    groups,
    schedule,
    base,
    gammaGamma: individual,
    monetaryMean: observed.monetaryMean,
    spend,
  };
  const uncertainty = settings.intervals ? computePredictionUncertainty(parts) : null;
  const intervalReason = settings.intervals
    ? judgeInterval(fits.fit, individual, uncertainty?.totalLogError ?? NaN)
    : null;
  const isTrusted = uncertainty !== null && intervalReason === null;
  const draws = options.outcomeDraws ?? chooseDraws(support.repeaters);
  const simulated = draws > 0 ? simulateOutcomes({ ...parts, draws, seed: settings.seed }) : null;
  const limit = (side: number): Float64Array | undefined =>
    !isTrusted ? undefined : clv.map((value, i) => value * Math.exp(side * NORMAL_95 * uncertainty.valueLogError[i]));
  // A loss turns the ends of every range of money round.
  const lowSide = valueShare < 0 ? 1 : -1;
  const outcomeValues = (side: number): Float64Array | undefined =>
    (side < 0 ? simulated?.valueLow : simulated?.valueHigh)?.map((value) => value * valueShare);
  return {
    ...shared,
    isAvailable: true,
    model: fits.fit.model,
    pAliveModel: fits.pAliveFit.model,
    fit: fits.fit,
    pAliveFit: fits.pAliveFit,
    gammaGamma: spending.fit,
    totals: {
      expectedPurchases: buildEstimate(computeSum(base.monthPurchases), uncertainty && uncertainty.purchasesLogError),
      clv: hasMoney ? buildEstimate(computeSum(clv), isTrusted ? uncertainty.totalLogError : null) : null,
    },
    clvIntervalReason: hasMoney ? intervalReason : null,
    months: Array.from(base.monthPurchases, (expectedPurchases, i) => ({
      month: i + 1,
      expectedPurchases,
      value: hasMoney ? base.monthSpend[i] * valueShare : null,
      discountedValue: hasMoney ? base.monthSpend[i] * valueShare * schedule.discounts[i] : null,
    })),
    bootstrap:
      settings.bootstrapResamples > 0
        ? runBootstrap({
            ...parts,
            spendHistories: individual && spendHistories,
            valueShare,
            penalty,
            resamples: settings.bootstrapResamples,
            seed: settings.seed,
          })
        : null,
    customers: {
      ...buildColumns(size, observed, {
        pAlive: spreadGroups(groups, predictAlive(fits.pAliveFit, groups)),
        expectedPurchases: spreadGroups(groups, base.purchases),
        expectedSpend: spend,
        clv,
        clvLow: limit(lowSide),
        clvHigh: limit(-lowSide),
        outcomePurchasesLow: simulated?.purchasesLow,
        outcomePurchasesHigh: simulated?.purchasesHigh,
        outcomeValueLow: outcomeValues(lowSide),
        outcomeValueHigh: outcomeValues(-lowSide),
      }),
      ...buildHoldoutColumns(size, validation, fits.fit.model),
    },
  };
}

/** Standard error of the logarithm above which an interval spans a factor of fifty to either side and says nothing. */
const WIDEST_LOG_ERROR = 2;

/** Why there is no interval of money; null where there is one. */
function judgeInterval(
  fit: RepeatModelFit,
  spendFit: GammaGammaFit | null,
  totalLogError: number,
): LifetimeValueResult["clvIntervalReason"] {
  if (!fit.converged) return "modelNotConverged";
  if (spendFit !== null && !spendFit.converged) return "spendNotConverged";
  if (totalLogError !== totalLogError) return "noStandardErrors";
  return totalLogError <= WIDEST_LOG_ERROR ? null : "tooWide";
}

type Settings = Required<Omit<LifetimeValueOptions, "calibrationEndDay" | "endDay">> & { isAuto: boolean };

function parseOptions(options: LifetimeValueOptions): Settings {
  const settings = {
    timeUnit: options.timeUnit ?? "week",
    model: options.model ?? "auto",
    horizonMonths: options.horizonMonths ?? 12,
    monthlyDiscountRate: options.monthlyDiscountRate ?? convertYearlyRate(0.1),
    marginShare: options.marginShare ?? 1,
    refundRate: options.refundRate ?? 0,
    penalty: options.penalty ?? 0,
    intervals: options.intervals ?? true,
    outcomeDraws: options.outcomeDraws ?? 0,
    bootstrapResamples: options.bootstrapResamples ?? 0,
    seed: options.seed ?? 1,
  };
  const check = (name: "refundRate" | "penalty" | "outcomeDraws" | "bootstrapResamples", highest: number): void => {
    const value = settings[name];
    if (!(value >= 0 && value <= highest)) throw new RangeError(`${name} must be 0 to ${highest}; got ${value}`);
  };
  check("refundRate", 1);
  check("penalty", 1e6);
  check("outcomeDraws", 1e5);
  check("bootstrapResamples", 1e4);
  if (!Number.isFinite(settings.marginShare))
    throw new RangeError(`marginShare must be finite; got ${settings.marginShare}`);
  if (!Number.isInteger(options.endDay)) throw new RangeError(`endDay must be a day; got ${options.endDay}`);
  return { ...settings, isAuto: settings.model === "auto" };
}

/** Futures per customer, and of all repeaters together, that are simulated unless asked for otherwise. */
const MOST_DRAWS = 200;
const FEWEST_DRAWS = 50;
const ALL_DRAWS = 1e6;

function chooseDraws(repeaters: number): number {
  return Math.round(Math.min(MOST_DRAWS, Math.max(FEWEST_DRAWS, ALL_DRAWS / Math.max(1, repeaters))));
}

/** The fits behind value and P(alive), and whether the best model of the holdout had to be replaced. */
interface ChosenFits {
  readonly fit: RepeatModelFit;
  readonly pAliveFit: RepeatModelFit;
  readonly isReplaced: boolean;
}

function fitModels(
  groups: HistoryGroups,
  validation: Validation | null,
  isCalibration: boolean,
  settings: Settings,
): ChosenFits {
  const known = new Map<RepeatModelId, RepeatModelFit>();
  if (isCalibration) for (const { fit } of validation?.report.models ?? []) known.set(fit.model, fit);
  const fitOnce = (id: RepeatModelId): RepeatModelFit => {
    const fit = known.get(id) ?? fitRepeatModel(id, groups, { penalty: settings.penalty });
    known.set(id, fit);
    return fit;
  };
  if (settings.model !== "auto") {
    const fit = fitOnce(settings.model);
    return { fit, pAliveFit: fit, isReplaced: false };
  }
  const ranking = rankModels(validation?.report ?? null);
  const best = ranking.find((id) => fitOnce(id).converged) ?? ranking[0];
  const fit = fitOnce(best);
  const mbgNbd = fitOnce("mbg-nbd");
  return { fit, pAliveFit: mbgNbd.converged ? mbgNbd : fit, isReplaced: best !== ranking[0] };
}

/** Spend of everyone who is not known better: by model, or a mean where there are too few to learn from. */
function fitSpend(
  spend: SpendHistories,
  columns: PurchaseDayColumns,
  hasMoney: boolean,
  penalty: number,
): { fit: GammaGammaFit | null; mean: number } {
  if (!hasMoney) return { fit: null, mean: NaN };
  const mean =
    spend.customer.length > 0
      ? computeMean(spend.monetaryMean)
      : computeMean(columns.amount.filter((amount) => amount > 0));
  if (spend.customer.length < dataLimits.fewestRepeaters) return { fit: null, mean: mean === mean ? mean : 0 };
  return { fit: fitGammaGamma(spend, penalty), mean };
}
