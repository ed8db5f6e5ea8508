import { fitRepeatModel } from "../../core/clv/fit-repeat-model";
import type { GammaGammaFit } from "../../core/clv/gamma-gamma";
import { fitGammaGamma, predictSpend, selectSpendHistories } from "../../core/clv/gamma-gamma";
import type { ParameterReport } from "../../core/clv/parameter-report";
import type { RepeatModelParameters } from "../../core/clv/predict-repeat";
import {
  buildMonthSchedule,
  predictAlive,
  predictPurchases,
  predictScheduledPurchases,
} from "../../core/clv/predict-repeat";
import type { PurchaseHistories } from "../../core/clv/purchase-histories";
import { groupHistories } from "../../core/clv/purchase-histories";
import type { RepeatModelId } from "../../core/clv/repeat-model";
import type { TimeUnit } from "../../core/clv/time-unit";
import { convertYearlyRate } from "../../core/clv/time-unit";

/** What is known of each customer: repeat purchases, ages at the last purchase and today in one unit; NaN is blank. */
export interface HistoryColumns {
  readonly frequency: Float64Array;
  readonly ageAtLast: Float64Array;
  readonly observed: Float64Array;
}

/** Fitted parameters by name, as a worksheet shows them. */
export interface FittedModel {
  readonly parameters: Readonly<Record<string, number>>;
  readonly standardErrors: Readonly<Record<string, number>> | null;
  readonly logLikelihood: number;
  readonly customers: number;
  readonly repeaters: number;
}

/** Parameters of spend per purchase; without a mean of all customers, everyone is expected to spend the observed one. */
export type SpendParameters = Pick<GammaGammaFit, "parameters" | "populationMean" | "observedMean">;

/** Why there is no model. */
export type FitFailure =
  | { readonly failure: "badHistory"; readonly row: number }
  | { readonly failure: "noRepeatPurchases" }
  | { readonly failure: "noConvergence" };

/** A fit of repeat purchases. */
export interface RepeatTask extends HistoryColumns {
  readonly model: RepeatModelId;
}

/** Fits a repeat-purchase model to the customers who are known; blank rows are left out. */
export function fitRepeat({ model, ...columns }: RepeatTask): FittedModel | FitFailure {
  const { rows, impossible } = selectHistories(columns);
  const bad = impossible.indexOf(1);
  if (bad >= 0) return { failure: "badHistory", row: bad + 1 };
  const histories = pickHistories(columns, rows, "week");
  if (!histories.frequency.some((x) => x > 0)) return { failure: "noRepeatPurchases" };
  const fit = fitRepeatModel(model, groupHistories(histories));
  if (!fit.converged) return { failure: "noConvergence" };
  const { parameters, standardErrors, logLikelihood, customers, repeaters } = fit;
  return { parameters, standardErrors, logLikelihood, customers, repeaters };
}

/** A prediction from known parameters. */
export interface PredictionTask extends HistoryColumns {
  readonly model: RepeatModelId;
  readonly parameters: Readonly<Record<string, number>>;
  /** Time ahead whose purchases are expected; null asks for the probability to be alive. */
  readonly horizon: number | null;
}

/** One number per customer, NaN for a blank row, and 1 where a history is impossible. */
export interface PredictedColumn {
  readonly values: Float64Array;
  readonly impossible: Uint8Array;
}

/** Probability to be alive, or purchases expected in the time ahead. */
export function predictRepeat(task: PredictionTask): PredictedColumn {
  const { model, parameters, horizon } = task;
  const fit: RepeatModelParameters = { model, parameters, timeUnit: "week" };
  return predictRows(task, "week", (histories) =>
    horizon === null ? predictAlive(fit, histories) : predictPurchases(fit, histories, horizon),
  );
}

/** Spend of the repeat purchases of each customer; NaN is blank. */
export interface SpendColumns {
  readonly frequency: Float64Array;
  readonly meanSpend: Float64Array;
}

/** A fitted model of spend. */
export type FittedSpend = FittedModel & SpendParameters;

/** Fits the model of spend per purchase to customers with repeat purchases and positive spend. */
export function fitSpend({ frequency, meanSpend }: SpendColumns): FittedSpend | FitFailure {
  const bad = frequency.findIndex((x) => x === x && !isCount(x));
  if (bad >= 0) return { failure: "badHistory", row: bad + 1 };
  const histories = selectSpendHistories(frequency, meanSpend);
  if (histories.frequency.length < 3) return { failure: "noRepeatPurchases" };
  const fit = fitGammaGamma(histories);
  if (!isUsable(fit)) return { failure: "noConvergence" };
  const { parameters, standardErrors, logLikelihood, customers, populationMean, observedMean } = fit;
  return { parameters, standardErrors, logLikelihood, customers, repeaters: customers, populationMean, observedMean };
}

/** Expected spend per purchase. */
export interface SpendTask extends SpendColumns {
  readonly spend: SpendParameters;
}

/** Expected spend per purchase of each customer, drawn towards the mean of all the less they have bought. */
export function predictSpendPerPurchase({ frequency, meanSpend, spend }: SpendTask): PredictedColumn {
  const impossible = Uint8Array.from(frequency, (x) => Number(x === x && !isCount(x)));
  const { parameters, populationMean, observedMean } = spend;
  const expected =
    populationMean === null
      ? frequency.map(() => observedMean)
      : predictSpend([parameters.p, parameters.q, parameters.v], frequency, meanSpend);
  return { values: expected.map((value, i) => (isCount(frequency[i]) ? value : NaN)), impossible };
}

/** Everything that lifetime value is made of. */
export interface LifetimeTask extends HistoryColumns, SpendColumns {
  readonly model: RepeatModelId;
  readonly parameters: Readonly<Record<string, number>>;
  readonly spend: SpendParameters;
  readonly timeUnit: TimeUnit;
  readonly months: number;
  readonly yearlyDiscountRate: number;
  readonly marginShare: number;
}

/** Discounted value of the purchases expected in the coming months. */
export function predictLifetimeValue(task: LifetimeTask): PredictedColumn {
  const { model, parameters, timeUnit, months, yearlyDiscountRate, marginShare } = task;
  const fit: RepeatModelParameters = { model, parameters, timeUnit };
  const schedule = buildMonthSchedule(months, convertYearlyRate(yearlyDiscountRate), fit);
  const spend = predictSpendPerPurchase(task).values;
  const purchases = predictRows(
    task,
    timeUnit,
    (histories) => predictScheduledPurchases(fit, histories, schedule).discounted,
  );
  return { ...purchases, values: purchases.values.map((value, i) => spend[i] * value * marginShare) };
}

const isCount = (x: number) => Number.isInteger(x) && x >= 0;

/** The rows that are not blank, and those among them that cannot be. A customer observed for no time at all is a blank row. */
function selectHistories({ frequency, ageAtLast, observed }: HistoryColumns): {
  rows: Int32Array;
  impossible: Uint8Array;
} {
  const impossible = new Uint8Array(frequency.length);
  const rows: number[] = [];
  for (let i = 0; i < frequency.length; i++) {
    const [x, age, total] = [frequency[i], ageAtLast[i], observed[i]];
    if (x !== x || age !== age || total !== total || (x === 0 && age === 0 && total === 0)) continue;
    if (isCount(x) && age >= 0 && age <= total && (age === 0) === (x === 0)) rows.push(i);
    else impossible[i] = 1;
  }
  return { rows: Int32Array.from(rows), impossible };
}

function pickHistories(
  { frequency, ageAtLast, observed }: HistoryColumns,
  rows: Int32Array,
  timeUnit: TimeUnit,
): PurchaseHistories {
  const pick = (column: Float64Array) => Float64Array.from(rows, (row) => column[row]);
  return { frequency: pick(frequency), ageAtLast: pick(ageAtLast), observed: pick(observed), timeUnit };
}

function predictRows(
  columns: HistoryColumns,
  timeUnit: TimeUnit,
  predict: (histories: PurchaseHistories) => Float64Array,
): PredictedColumn {
  const { rows, impossible } = selectHistories(columns);
  const values = new Float64Array(impossible.length).fill(NaN);
  predict(pickHistories(columns, rows, timeUnit)).forEach((value, i) => (values[rows[i]] = value));
  return { values, impossible };
}

/** A fit without a mean of all customers can still be used: everyone is then expected to spend the observed mean. */
function isUsable({ convergence }: ParameterReport): boolean {
  return convergence.flags.every(({ level, code }) => level !== "red" || code === "noPopulationMean");
}
