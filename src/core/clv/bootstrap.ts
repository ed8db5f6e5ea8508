import { sortIndices } from "../math/index-sort";
import { computeQuantile, sortNumbers } from "../math/quantile";
import { createRandom } from "../math/random";
import { computeSum } from "../math/statistics";
import type { RepeatModelFit } from "./fit-repeat-model";
import { refitRepeatModel } from "./fit-repeat-model";
import type { GammaGammaFit, SpendHistories } from "./gamma-gamma";
import { predictSpend, refitGammaGamma } from "./gamma-gamma";
import type { MonthSchedule } from "./predict-repeat";
import { predictScheduledPurchases } from "./predict-repeat";
import type { HistoryGroups } from "./purchase-histories";
import { findRepeatModel } from "./repeat-models";

/** What is resampled. */
export interface BootstrapSource {
  readonly fit: RepeatModelFit;
  readonly groups: HistoryGroups;
  readonly gammaGamma: GammaGammaFit | null;
  /** Null together with `gammaGamma`. */
  readonly spendHistories: SpendHistories | null;
  readonly monetaryMean: Float64Array;
  /** Expected spend per purchase of each customer where there is no spend model. */
  readonly spend: Float64Array;
  readonly schedule: MonthSchedule;
  /** Money of value per money spent: margin less refunds. */
  readonly valueShare: number;
  readonly penalty: number;
  readonly resamples: number;
  readonly seed: number;
}

/** Percentile intervals (95 %) over resamples of the customers. Plain JSON. */
export interface BootstrapReport {
  readonly resamples: number;
  /** Resamples whose fit did not settle; they are left out. */
  readonly failed: number;
  readonly parameters: Readonly<Record<string, readonly [number, number]>>;
  readonly spendParameters: Readonly<Record<string, readonly [number, number]>> | null;
  readonly expectedPurchases: readonly [number, number] | null;
  readonly clv: readonly [number, number] | null;
}

/**
 * Refits the models on resamples of the customers, drawn with replacement as weights, and predicts the present customers with each.
 *
 * @see Efron & Tibshirani (1993), An introduction to the bootstrap
 */
export function runBootstrap(source: BootstrapSource): BootstrapReport {
  const { fit, groups, gammaGamma, spendHistories, schedule, resamples } = source;
  const customers = groups.groupOf.length;
  const order = sortCustomers(groups, source.monetaryMean);
  const entryOf = new Int32Array(customers).fill(-1);
  spendHistories?.customer.forEach((customer, entry) => (entryOf[customer] = entry));
  const frequency = Float64Array.from(groups.groupOf, (group) => groups.frequency[group]);
  const random = createRandom(source.seed);
  const names = findRepeatModel(fit.model).parameterNames;
  const parameterDraws: number[][] = [];
  const spendDraws: number[][] = [];
  const purchases: number[] = [];
  const values: number[] = [];
  let failed = 0;
  for (let resample = 0; resample < resamples; resample++) {
    const weight = new Float64Array(groups.weight.length);
    const spendWeight = new Float64Array(spendHistories?.weight.length ?? 0);
    for (let k = 0; k < customers; k++) {
      const i = order[Math.floor(random() * customers)];
      weight[groups.groupOf[i]]++;
      if (entryOf[i] >= 0) spendWeight[entryOf[i]]++;
    }
    const parameters = refitRepeatModel(fit, { ...groups, weight }, { penalty: source.penalty });
    if (parameters === null) {
      failed++;
      continue;
    }
    let spend = source.spend;
    if (gammaGamma !== null && spendHistories !== null) {
      const refit = refitGammaGamma(gammaGamma, { ...spendHistories, weight: spendWeight }, source.penalty);
      if (refit === null || refit[1] <= 1) {
        failed++;
        continue;
      }
      spendDraws.push(refit);
      spend = predictSpend(refit, frequency, source.monetaryMean);
    }
    parameterDraws.push(parameters);
    const named = Object.fromEntries(names.map((name, j) => [name, parameters[j]]));
    const predicted = predictScheduledPurchases({ ...fit, parameters: named }, groups, schedule);
    purchases.push(computeSum(predicted.purchases.map((expected, group) => expected * groups.weight[group])));
    let value = 0;
    for (let i = 0; i < customers; i++) value += spend[i] * predicted.discounted[groups.groupOf[i]];
    if (Number.isFinite(value)) values.push(value * source.valueShare);
  }
  const label = (list: readonly string[], draws: readonly number[][]): Record<string, readonly [number, number]> =>
    Object.fromEntries(
      list.flatMap((name, j) => {
        const interval = computeInterval(draws.map((draw) => draw[j]));
        return interval === null ? [] : [[name, interval] as const];
      }),
    );
  return {
    resamples,
    failed,
    parameters: label(names, parameterDraws),
    spendParameters: gammaGamma && label(Object.keys(gammaGamma.parameters), spendDraws),
    expectedPurchases: computeInterval(purchases),
    clv: computeInterval(values),
  };
}

/** Customers by group, then by mean spend: an order that does not depend on theirs. */
function sortCustomers(groups: HistoryGroups, monetaryMean: Float64Array): Int32Array {
  const bySpend = sortIndices(monetaryMean.map((mean) => (mean === mean ? mean : -1)));
  const byGroup = sortIndices(Float64Array.from(bySpend, (i) => groups.groupOf[i]));
  return byGroup.map((position) => bySpend[position]);
}

function computeInterval(values: readonly number[]): readonly [number, number] | null {
  if (values.length === 0) return null;
  const sorted = sortNumbers(values);
  return [computeQuantile(sorted, 25, 1000), computeQuantile(sorted, 975, 1000)];
}
