import { sortIndices } from "../math/index-sort";
import { computeDigamma, computeLogBeta } from "../math/log-gamma";
import { computeCorrelation, computeMean, computeSum } from "../math/statistics";
import type { LikelihoodProblem, ObservedLikelihood } from "./maximum-likelihood";
import { fitMaximumLikelihood, refitMaximumLikelihood } from "./maximum-likelihood";
import type { FitFlag, ParameterReport } from "./parameter-report";
import { buildParameterReport } from "./parameter-report";
import type { Likelihood } from "./repeat-model";

/** Spend of the customers who bought again and spent something then, in an order that does not depend on theirs. */
export interface SpendHistories {
  /** Repeat purchases, ascending; >= 1. */
  readonly frequency: Float64Array;
  /** Mean spend of them, > 0, ascending within a frequency. */
  readonly monetaryMean: Float64Array;
  /** Customers per entry: 1, or other weights in a resample. */
  readonly weight: Float64Array;
  /** Customer of each entry. */
  readonly customer: Int32Array;
  /** Customers who bought again but whose mean spend is not above 0; they are left out. */
  readonly leftOut: number;
}

/** A fitted Gamma-Gamma model of spend per purchase. Plain JSON. */
export interface GammaGammaFit extends ParameterReport {
  readonly logLikelihood: number;
  readonly customers: number;
  /** Customers with repeat purchases whose mean spend is not above 0. */
  readonly leftOut: number;
  /** p v / (q - 1): expected spend of a customer of whom nothing is known; null when q <= 1. */
  readonly populationMean: number | null;
  /** Mean over customers of their mean spend: what is used when there is no population mean. */
  readonly observedMean: number;
  /** Correlation of frequency and mean spend; null when one does not vary. */
  readonly correlation: number | null;
  readonly correlationLight: CorrelationLight | null;
}

/** Whether spend depends on frequency, which the model rules out: |correlation| below 0.3, below 0.5, or more. */
export type CorrelationLight = "green" | "amber" | "red";

/** From twice as many customers on, the starts are compared on about this many. */
const SAMPLE_SIZE = 5000;
const names = ["p", "q", "v"];
/** For spend with mean 1. */
const starts = [
  [6, 4, 0.5],
  [1, 1, 1],
  [2, 3, 1],
  [1, 2, 2],
];

/**
 * The customers from whom the spend model learns.
 *
 * @param frequency    repeat purchases per customer
 * @param monetaryMean mean spend of them; NaN = unknown
 */
export function selectSpendHistories(frequency: Float64Array, monetaryMean: Float64Array): SpendHistories {
  const repeaters: number[] = [];
  let leftOut = 0;
  for (let i = 0; i < frequency.length; i++) {
    if (!(frequency[i] > 0)) continue;
    if (monetaryMean[i] > 0) repeaters.push(i);
    else leftOut++;
  }
  const bySpend = sortIndices(repeaters.map((i) => monetaryMean[i]));
  const byFrequency = sortIndices(Float64Array.from(bySpend, (i) => frequency[repeaters[i]]));
  const customer = Int32Array.from(byFrequency, (i) => repeaters[bySpend[i]]);
  return {
    frequency: Float64Array.from(customer, (i) => frequency[i]),
    monetaryMean: Float64Array.from(customer, (i) => monetaryMean[i]),
    weight: new Float64Array(customer.length).fill(1),
    customer,
    leftOut,
  };
}

/**
 * Log-likelihood of mean spends under the Gamma-Gamma model, parameters p, q, v.
 *
 * @param spend customers with repeat purchases
 * @param scale mean spends are divided by it
 * @see Fader & Hardie (2013), The gamma-gamma model of monetary value
 */
export function createGammaGammaLikelihood(spend: SpendHistories, scale: number): Likelihood {
  const { frequency, weight } = spend;
  const total = spend.monetaryMean.map((mean, i) => (mean / scale) * frequency[i]);
  const runs: { x: number; start: number; end: number; weight: number; logTotal: number; logMean: number }[] = [];
  for (let start = 0; start < frequency.length;) {
    const run = { x: frequency[start], start, end: start, weight: 0, logTotal: 0, logMean: 0 };
    for (; run.end < frequency.length && frequency[run.end] === run.x; run.end++) {
      run.weight += weight[run.end];
      run.logTotal += weight[run.end] * Math.log(total[run.end]);
      run.logMean += weight[run.end] * Math.log(total[run.end] / run.x);
    }
    runs.push(run);
    start = run.end;
  }
  return {
    evaluate([p, q, v], gradient) {
      const logV = Math.log(v);
      const digammaQ = computeDigamma(q);
      let value = 0;
      let byP = 0;
      let byQ = 0;
      let byV = 0;
      for (const { x, start, end, weight: customers, logTotal, logMean } of runs) {
        const shape = p * x;
        let logs = 0;
        let inverses = 0;
        for (let i = start; i < end; i++) {
          logs += weight[i] * Math.log(total[i] + v);
          inverses += weight[i] / (total[i] + v);
        }
        const digammaSum = computeDigamma(shape + q);
        value += customers * (q * logV - computeLogBeta(shape, q)) + shape * logTotal - logMean - (shape + q) * logs;
        byP += x * (customers * (digammaSum - computeDigamma(shape)) + logTotal - logs);
        byQ += customers * (digammaSum - digammaQ + logV) - logs;
        byV += (customers * q) / v - (shape + q) * inverses;
      }
      gradient[0] = byP;
      gradient[1] = byQ;
      gradient[2] = byV;
      return value;
    },
  };
}

/**
 * Maximum-likelihood fit of the Gamma-Gamma model: a customer's purchases vary around a mean of their own that does not depend on how often
 * they buy.
 *
 * Spend is scaled by its mean before the search, so that another currency changes nothing but v.
 *
 * @param spend   as {@link selectSpendHistories} gives it
 * @param penalty as for repeat-purchase models; default 0
 * @throws RangeError when there is no customer to learn from
 * @see Fader, Hardie & Lee (2005), RFM and CLV: using iso-value curves for customer base analysis, Journal of Marketing Research 42(4)
 */
export function fitGammaGamma(spend: SpendHistories, penalty = 0): GammaGammaFit {
  const { problem, scale } = createProblem(spend, penalty);
  const maximum = fitMaximumLikelihood(problem);
  const [p, q, scaledV] = maximum.parameters;
  const extra: FitFlag[] = q > 1 ? [] : [{ code: "noPopulationMean", level: "red" }];
  const correlation = computeCorrelation(spend.frequency, spend.monetaryMean);
  return {
    ...buildParameterReport(names, [p, q, scaledV * scale], maximum, extra),
    logLikelihood: maximum.logLikelihood - problem.observations * Math.log(scale),
    customers: problem.observations,
    leftOut: spend.leftOut,
    populationMean: q > 1 ? (p * scaledV * scale) / (q - 1) : null,
    observedMean: computeMean(spend.monetaryMean),
    correlation: Number.isNaN(correlation) ? null : correlation,
    correlationLight: classifyCorrelation(correlation),
  };
}

/**
 * Parameters p, q, v on resampled customers.
 *
 * @param fit   of the original customers
 * @param spend with other weights
 * @returns null when the search does not settle
 */
export function refitGammaGamma(fit: GammaGammaFit, spend: SpendHistories, penalty = 0): number[] | null {
  const { problem, scale } = createProblem(spend, penalty);
  if (!(problem.observations > 0)) return null;
  const { p, q, v } = fit.parameters;
  const parameters = refitMaximumLikelihood(problem, [p, q, v / scale]);
  return parameters && [parameters[0], parameters[1], parameters[2] * scale];
}

/**
 * Expected spend per purchase of each customer: their own mean, drawn towards that of all customers the less often they have bought.
 *
 * @param parameters   p, q, v with q > 1
 * @param frequency    repeat purchases per customer
 * @param monetaryMean mean spend of them; not above 0 or NaN = nothing known
 * @returns p (v + x z) / (p x + q - 1); the population mean p v / (q - 1) where nothing is known
 */
export function predictSpend(
  parameters: readonly number[],
  frequency: Float64Array,
  monetaryMean: Float64Array,
): Float64Array {
  const [p, q, v] = parameters;
  return frequency.map((x, i) => {
    const isKnown = x > 0 && monetaryMean[i] > 0;
    return isKnown ? (p * (v + x * monetaryMean[i])) / (p * x + q - 1) : (p * v) / (q - 1);
  });
}

/**
 * Expected spend per purchase by a fit: individual where it has a population mean, else the observed mean for everyone.
 *
 * @param fit          as {@link fitGammaGamma} gives it
 * @param frequency    repeat purchases per customer
 * @param monetaryMean mean spend of them; not above 0 or NaN = nothing known
 */
export function predictFittedSpend(
  fit: GammaGammaFit,
  frequency: Float64Array,
  monetaryMean: Float64Array,
): Float64Array {
  if (fit.populationMean === null) return frequency.map(() => fit.observedMean);
  return predictSpend(listSpendParameters(fit), frequency, monetaryMean);
}

/** Parameters p, q, v of a fit. */
export function listSpendParameters(fit: GammaGammaFit): number[] {
  return names.map((name) => fit.parameters[name]);
}

function createProblem(spend: SpendHistories, penalty: number): { problem: LikelihoodProblem; scale: number } {
  if (spend.frequency.length === 0) throw new RangeError("no customer bought again and spent something then");
  const scale = computeMean(spend.monetaryMean);
  const observe = (histories: SpendHistories): ObservedLikelihood => ({
    likelihood: createGammaGammaLikelihood(histories, scale),
    observations: computeSum(histories.weight),
  });
  const sample = sampleSpend(spend);
  return { problem: { ...observe(spend), sample: sample && observe(sample), starts, penalty }, scale };
}

/** Every k-th customer where there are many; null where a sample would save no time. */
function sampleSpend(spend: SpendHistories): SpendHistories | null {
  const step = Math.floor(spend.weight.length / SAMPLE_SIZE);
  if (step < 2) return null;
  const pick = (column: Float64Array): Float64Array => column.filter((_, i) => i % step === 0);
  const { frequency, monetaryMean, weight } = spend;
  return {
    ...spend,
    frequency: pick(frequency),
    monetaryMean: pick(monetaryMean),
    weight: pick(weight),
  };
}

function classifyCorrelation(correlation: number): CorrelationLight | null {
  const size = Math.abs(correlation);
  if (Number.isNaN(size)) return null;
  return size < 0.3 ? "green" : size < 0.5 ? "amber" : "red";
}
