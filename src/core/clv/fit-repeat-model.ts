import { computeSum } from "../math/statistics";
import type { LikelihoodProblem } from "./maximum-likelihood";
import { fitMaximumLikelihood, refitMaximumLikelihood } from "./maximum-likelihood";
import type { FitFlag, ParameterReport } from "./parameter-report";
import { buildParameterReport } from "./parameter-report";
import type { HistoryGroups, PurchaseHistories } from "./purchase-histories";
import { dropUnobserved, groupHistories, sampleGroups } from "./purchase-histories";
import type { RepeatModel, RepeatModelId } from "./repeat-model";
import { findRepeatModel } from "./repeat-models";
import type { TimeUnit } from "./time-unit";
import { findUnitDays } from "./time-unit";

/** A fitted repeat-purchase model. Plain JSON: it can be stored and applied later. */
export interface RepeatModelFit extends ParameterReport {
  readonly model: RepeatModelId;
  /** Unit of alpha and beta and of all times that the fit is applied to. */
  readonly timeUnit: TimeUnit;
  /** Without the constant ln x! of the counts; in `timeUnit`. */
  readonly logLikelihood: number;
  readonly customers: number;
  readonly repeaters: number;
  /** Different histories: what the likelihood was computed for. */
  readonly groups: number;
}

/** How a model is fitted. */
export interface FitOptions {
  /** Pulls the logarithms of the parameters, in a time that runs from 0 to 1, towards 0; default 0 = plain maximum likelihood. */
  readonly penalty?: number;
}

/** Share of customers who leave, below which the data show no dropout. */
const NO_DROPOUT_SHARE = 0.005;

/**
 * Maximum-likelihood fit of a repeat-purchase model.
 *
 * Time is scaled by the longest observation before the search and back after it, so that days and weeks give the same parameters.
 * Customers who were observed for no time count as customers and change nothing else, not even the last digit.
 *
 * @param id     which model
 * @param groups histories counted once, as {@link groupHistories} gives them
 * @throws RangeError when nobody was observed for any time or nobody bought again
 */
export function fitRepeatModel(id: RepeatModelId, groups: HistoryGroups, options: FitOptions = {}): RepeatModelFit {
  const model = findRepeatModel(id);
  findUnitDays(groups.timeUnit);
  const { problem, scale, customers, purchases } = createProblem(model, groups, options.penalty ?? 0);
  if (!(scale > 0) || !(purchases > 0)) {
    throw new RangeError(`a repeat-purchase model needs repeat purchases; got ${purchases}`);
  }
  const maximum = fitMaximumLikelihood(problem);
  const values = scaleParameters(model, maximum.parameters, scale);
  const extra: FitFlag[] = [];
  if (model.predictDropoutShare(maximum.parameters, 1) < NO_DROPOUT_SHARE)
    extra.push({ code: "noDropout", level: "amber" });
  return {
    model: id,
    timeUnit: groups.timeUnit,
    ...buildParameterReport(model.parameterNames, values, maximum, extra, model.dropoutParameters),
    logLikelihood: maximum.logLikelihood - purchases * Math.log(scale),
    customers,
    repeaters: computeSum(groups.weight.map((weight, i) => (groups.frequency[i] > 0 ? weight : 0))),
    groups: groups.weight.length,
  };
}

/**
 * Parameters of the same model on resampled customers.
 *
 * @param fit    of the original customers
 * @param groups with other weights
 * @returns in the order of the model's names; null when the search does not settle
 */
export function refitRepeatModel(
  fit: RepeatModelFit,
  groups: HistoryGroups,
  options: FitOptions = {},
): number[] | null {
  const model = findRepeatModel(fit.model);
  const { problem, scale, purchases } = createProblem(model, groups, options.penalty ?? 0);
  if (!(purchases > 0)) return null;
  const start = scaleParameters(model, listParameters(fit), 1 / scale);
  const parameters = refitMaximumLikelihood(problem, start);
  return parameters && scaleParameters(model, parameters, scale);
}

/**
 * Log-likelihood of a model at given parameters, without the constant ln x! of the counts.
 *
 * @param id         which model
 * @param histories  times in their unit
 * @param parameters by name, in that unit
 */
export function computeRepeatLogLikelihood(
  id: RepeatModelId,
  histories: PurchaseHistories,
  parameters: Readonly<Record<string, number>>,
): number {
  const model = findRepeatModel(id);
  const values = model.parameterNames.map((name) => parameters[name]);
  const likelihood = model.createLikelihood(groupHistories(histories), 1);
  return likelihood.evaluate(values, new Float64Array(values.length));
}

/** Parameters of a fit in the order of its model's names. */
export function listParameters(fit: Pick<RepeatModelFit, "model" | "parameters">): number[] {
  return findRepeatModel(fit.model).parameterNames.map((name) => fit.parameters[name]);
}

function createProblem(
  model: RepeatModel,
  groups: HistoryGroups,
  penalty: number,
): { problem: LikelihoodProblem; scale: number; customers: number; purchases: number } {
  const scale = groups.times.length > 0 ? groups.times[groups.times.length - 1] : 0;
  const customers = computeSum(groups.weight);
  const purchases = computeSum(groups.weight.map((weight, i) => weight * groups.frequency[i]));
  const informative = dropUnobserved(groups);
  const sample = sampleGroups(informative);
  return {
    problem: {
      likelihood: model.createLikelihood(informative, scale),
      observations: computeSum(informative.weight),
      starts: model.starts,
      penalty,
      sample: sample && {
        likelihood: model.createLikelihood(sample, scale),
        observations: computeSum(sample.weight),
      },
    },
    scale,
    customers,
    purchases,
  };
}

function scaleParameters(model: RepeatModel, parameters: readonly number[], scale: number): number[] {
  return parameters.map((value, i) => (model.timeParameters.includes(i) ? value * scale : value));
}
