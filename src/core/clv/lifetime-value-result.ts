import type { BootstrapReport } from "./bootstrap";
import type { RepeatModelFit } from "./fit-repeat-model";
import type { GammaGammaFit } from "./gamma-gamma";
import type { Estimate } from "./lifetime-intervals";
import type { RepeatModelId } from "./repeat-model";
import type { TimeUnit } from "./time-unit";
import type { DataSupport, HoldoutReport } from "./validate-models";

/** Choices behind a lifetime value. */
export interface LifetimeValueOptions {
  /** Last day observed, days since 1970-01-01: the day before the as-of date. */
  readonly endDay: number;
  /** Last day that the models may see. Given, parameters and predictions are those of that day; left out, those of `endDay`. */
  readonly calibrationEndDay?: number;
  /** Default "week". */
  readonly timeUnit?: TimeUnit;
  /** Default "auto": the model that forecasts the holdout best. */
  readonly model?: RepeatModelId | "auto";
  /** Whole number; default 12. */
  readonly horizonMonths?: number;
  /** Default: 10 % a year. */
  readonly monthlyDiscountRate?: number;
  /** Share of spend that is profit; default 1 = value on the revenue basis. */
  readonly marginShare?: number;
  /** Share of spend that is given back; default 0. */
  readonly refundRate?: number;
  /** See {@link fitRepeatModel}; default 0. */
  readonly penalty?: number;
  /** Intervals by the delta method; default true. */
  readonly intervals?: boolean;
  /**
   * Simulated futures per customer behind the range of outcomes; 0 = no range. Default 200, fewer (at least 50) where many customers
   * bought again.
   */
  readonly outcomeDraws?: number;
  /** Resamples of the bootstrap; default 0 = none. */
  readonly bootstrapResamples?: number;
  /** Default 1. */
  readonly seed?: number;
}

/** Code of a remark on a lifetime value; words and numbers are put together where it is shown. */
export type LifetimeRemarkCode =
  /** No model: fewer repeaters, or fewer days observed (`found`), than `fewest`; or a model on fewer than `advised`. */
  | "noRepeaters"
  | "windowTooShort"
  | "fewRepeaters"
  | "windowShort"
  /** No holdout could be made, or its calibration cannot support a model. */
  | "noHoldout"
  /** The calibration has fewer `days` or `repeaters` than `advisedDays` or `advisedRepeaters`. */
  | "calibrationSmall"
  /** The model chosen by holdout did not converge on all days; `model` took its place. */
  | "modelReplaced"
  /** A red or amber flag of a fit: `model`, `flag`, `parameter`. */
  | "fitFlag"
  /** P(alive) is 1 for all `customers` without a repeat purchase. */
  | "aliveByConstruction"
  /** P(alive) comes from `model`, not from the one behind the value. */
  | "aliveFromOtherModel"
  /** Months were asked for and converted: each is `unitsPerMonth` of `timeUnit`. */
  | "monthsConverted"
  /** No amounts: no money figures. */
  | "noMoney"
  /** Too few customers to learn spend from: `found`; everyone gets `mean`. */
  | "noSpendModel"
  /** q <= 1: everyone gets `mean`. */
  | "noPopulationMean"
  /** Customers who bought again but spent nothing then: `customers`. */
  | "spendLeftOut"
  /** Spend is correlated with frequency: `correlation`. */
  | "spendDependsOnFrequency"
  /** Customers who first bought after the calibration: `customers`. */
  | "laterCustomers";

/** A remark on a lifetime value: red = do not rely on it, amber = with care, info = good to know. Plain JSON. */
export interface LifetimeRemark {
  readonly code: LifetimeRemarkCode;
  readonly level: "info" | "amber" | "red";
  readonly parameters: Readonly<Record<string, number | string>>;
}

/** One month of the value of all customers. Plain JSON; money is null without amounts. */
export interface LifetimeMonth {
  /** 1, 2, .. after the last day. */
  readonly month: number;
  readonly expectedPurchases: number;
  /** After margin and refunds. */
  readonly value: number | null;
  readonly discountedValue: number | null;
}

/** Columns per customer; NaN is blank: for customers who first bought after the days observed, and without what a figure needs. */
export interface LifetimeColumns {
  /** x, and t_x and T in the unit of the model. */
  readonly frequency: Float64Array;
  readonly ageAtLast: Float64Array;
  readonly observed: Float64Array;
  /** Mean spend of the repeat purchases; 0 without one. */
  readonly monetaryMean: Float64Array;
  /** 0..1, from the model named in `pAliveModel`. */
  readonly pAlive: Float64Array;
  /** Over the horizon. */
  readonly expectedPurchases: Float64Array;
  /** Expected spend per purchase. */
  readonly expectedSpend: Float64Array;
  /** Discounted value over the horizon, after margin and refunds; future only. */
  readonly clv: Float64Array;
  /** 95 % interval of `clv` for the uncertainty of the parameters. */
  readonly clvLow: Float64Array;
  readonly clvHigh: Float64Array;
  /** 80 % range of what the customer may do. */
  readonly outcomePurchasesLow: Float64Array;
  readonly outcomePurchasesHigh: Float64Array;
  readonly outcomeValueLow: Float64Array;
  readonly outcomeValueHigh: Float64Array;
  /** Purchases in the holdout as the chosen model expected them, and as they were. */
  readonly holdoutExpectedPurchases: Float64Array;
  readonly holdoutPurchases: Float64Array;
}

/** Lifetime value of all customers with everything that tells how far it can be trusted. All but `customers` is plain JSON. */
export interface LifetimeValueResult {
  /** False when the data cannot support a model; the remarks say why, figures are null and columns blank. */
  readonly isAvailable: boolean;
  readonly remarks: readonly LifetimeRemark[];
  /** Model behind expected purchases and value. */
  readonly model: RepeatModelId | null;
  readonly modelSource: "chosen" | "holdout" | "default";
  /** Model behind `pAlive`. */
  readonly pAliveModel: RepeatModelId | null;
  readonly timeUnit: TimeUnit;
  /** Last day that the parameters know of and from which predictions start. */
  readonly predictedFromDay: number;
  readonly fit: RepeatModelFit | null;
  /** The same as `fit` unless `pAliveModel` is another model. */
  readonly pAliveFit: RepeatModelFit | null;
  readonly gammaGamma: GammaGammaFit | null;
  readonly support: DataSupport;
  readonly holdout: HoldoutReport | null;
  readonly horizonMonths: number;
  readonly monthlyDiscountRate: number;
  /** One month in the unit of the model. */
  readonly unitsPerMonth: number;
  readonly marginShare: number;
  readonly refundRate: number;
  /** Why money has no interval although one was wanted; null where it has one, or there is no money. */
  readonly clvIntervalReason: "modelNotConverged" | "spendNotConverged" | "noStandardErrors" | "tooWide" | null;
  readonly totals: { readonly expectedPurchases: Estimate | null; readonly clv: Estimate | null };
  readonly months: readonly LifetimeMonth[];
  readonly bootstrap: BootstrapReport | null;
  readonly customers: LifetimeColumns;
}
