import { addLogs, integrateDecay } from "../math/hypergeometric";
import { computeLogRising } from "../math/log-gamma";
import { createGaussLegendre } from "../math/quadrature";
import { drawExponential, drawGamma } from "../math/random-variates";
import type { LeavingIntegral } from "./pareto-integral";
import { integrateLeaving } from "./pareto-integral";
import type { HistoryGroups } from "./purchase-histories";
import type { Likelihood, RepeatModel } from "./repeat-model";

const integral: LeavingIntegral = { log: 0, byPower: 0, byS: 0, byAlpha: 0, byBeta: 0 };
const rule = createGaussLegendre(16);
/** After a decay by this exponent nobody who counts is left. */
const FULL_DECAY = 40;

/**
 * Pareto/NBD, parameters r, alpha, s, beta: customers buy at gamma-distributed rates and leave at any time, after exponential lifetimes with
 * gamma-distributed rates.
 *
 * @see Schmittlein, Morrison & Colombo (1987), Counting your customers: who are they and what will they do next?, Management Science 33(1)
 */
export const paretoNbd: RepeatModel = {
  id: "pareto-nbd",
  parameterNames: ["r", "alpha", "s", "beta"],
  timeParameters: [1, 3],
  dropoutParameters: [2, 3],
  starts: [
    [0.5, 0.3, 0.6, 0.3],
    [1, 1, 1, 1],
    [0.3, 0.1, 0.3, 0.1],
    [2, 1, 0.3, 3],
  ],
  createLikelihood: createParetoLikelihood,
  predictAlive([r, alpha, s, beta], x, ageAtLast, observed) {
    integrateLeaving(alpha, beta, r + x, s, ageAtLast, observed, integral);
    const logOdds = Math.log(s) + integral.log + (r + x) * Math.log(alpha + observed) + s * Math.log(beta + observed);
    return 1 / (1 + Math.exp(logOdds));
  },
  predictPurchasesIfAlive(p, x, observed, time) {
    const beta = p[3] + observed;
    return (((p[0] + x) * beta) / (p[1] + observed)) * integrateDecay(p[2] - 1, Math.log1p(time / beta));
  },
  predictNewCustomer: (p, time) => ((p[0] * p[3]) / p[1]) * integrateDecay(p[2] - 1, Math.log1p(time / p[3])),
  predictCounts,
  predictDropoutShare: (p, time) => -Math.expm1(-p[2] * Math.log1p(time / p[3])),
  drawLifetime: (random, p, observed) => (drawExponential(random) * (p[3] + observed)) / drawGamma(random, p[2]),
  predictLeaving: () => 0,
};

function createParetoLikelihood(groups: HistoryGroups, timeScale: number): Likelihood {
  const { counts, countIndex, weight } = groups;
  const ageAtLast = groups.ageAtLast.map((time) => time / timeScale);
  const observed = groups.observed.map((time) => time / timeScale);
  const rLog = new Float64Array(counts.length);
  const rSlope = new Float64Array(counts.length);
  return {
    evaluate(parameters, gradient) {
      const [r, alpha, s, beta] = parameters;
      computeLogRising(r, counts, rLog, rSlope);
      const logS = Math.log(s);
      const sums = [0, 0, 0, 0];
      let customers = 0;
      let total = 0;
      for (let group = 0; group < weight.length; group++) {
        const i = countIndex[group];
        const w = weight[group];
        const power = r + counts[i];
        const end = observed[group];
        integrateLeaving(alpha, beta, power, s, ageAtLast[group], end, integral);
        const logAlpha = Math.log(alpha + end);
        const logBeta = Math.log(beta + end);
        const stayed = -power * logAlpha - s * logBeta;
        const left = logS + integral.log;
        const log = addLogs(stayed, left);
        const leftShare = Math.exp(left - log);
        const stayedShare = 1 - leftShare;
        customers += w;
        total += w * (log + rLog[i]);
        sums[0] += w * (rSlope[i] + leftShare * integral.byPower - stayedShare * logAlpha);
        sums[1] += w * (leftShare * integral.byAlpha - (stayedShare * power) / (alpha + end));
        sums[2] += w * (leftShare * (1 / s + integral.byS) - stayedShare * logBeta);
        sums[3] += w * (leftShare * integral.byBeta - (stayedShare * s) / (beta + end));
      }
      gradient[0] = sums[0] + customers * Math.log(alpha);
      gradient[1] = sums[1] + (customers * r) / alpha;
      gradient[2] = sums[2] + customers * Math.log(beta);
      gradient[3] = sums[3] + (customers * s) / beta;
      return total + customers * (r * Math.log(alpha) + s * Math.log(beta));
    },
  };
}

/**
 * The customer stays and buys n times, or leaves at some w having bought n times: integrated over w in panels of ln(min(alpha, beta) + w),
 * as many as the integrand's decay asks for, so that parameters at their bounds take no longer.
 */
function predictCounts([r, alpha, s, beta]: readonly number[], time: number, probabilities: Float64Array): void {
  const size = probabilities.length;
  const negativeBinomial = new Float64Array(size);
  const fill = (duration: number): void => {
    let probability = Math.exp(-r * Math.log1p(duration / alpha));
    for (let n = 0; n < size; n++) {
      negativeBinomial[n] = probability;
      probability *= (((r + n) / (n + 1)) * duration) / (alpha + duration);
    }
  };
  fill(time);
  const stays = Math.exp(-s * Math.log1p(time / beta));
  for (let n = 0; n < size; n++) probabilities[n] = stays * negativeBinomial[n];
  const smaller = Math.min(alpha, beta);
  const end = Math.min(time, beta * Math.expm1(FULL_DECAY / s));
  const range = Math.log1p(end / smaller);
  const decay = r * Math.log1p(end / alpha) + s * Math.log1p(end / beta) + size * range;
  const panels = Math.ceil(Math.max(range, decay / 8));
  const half = range / panels / 2;
  for (let panel = 0; panel < panels; panel++) {
    for (let i = 0; i < rule.nodes.length; i++) {
      const u = (2 * panel + 1 + rule.nodes[i]) * half;
      const left = smaller * Math.expm1(u);
      fill(left);
      const density = (s / (beta + left)) * Math.exp(-s * Math.log1p(left / beta));
      const weight = rule.weights[i] * half * (smaller + left) * density;
      for (let n = 0; n < size; n++) probabilities[n] += weight * negativeBinomial[n];
    }
  }
}
