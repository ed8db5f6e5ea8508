import { computeLogRising } from "../math/log-gamma";
import type { HistoryGroups } from "./purchase-histories";
import type { Likelihood } from "./repeat-model";

/**
 * Log-likelihood of BG/NBD and MBG/NBD, parameters r, alpha, a, b.
 *
 * In both, a customer with n = x + shift chances to leave stayed each time, (b)_n / (a + b)_n, or left at the last one; BG/NBD has no chance
 * right after the first purchase (shift 0), MBG/NBD has (shift 1).
 *
 * Logarithms are taken once per distinct time and count, not once per group.
 *
 * @param groups    equal histories counted once
 * @param timeScale times are divided by it
 * @param shift     0 for BG/NBD, 1 for MBG/NBD
 * @see Fader, Hardie & Lee (2005), "Counting your customers" the easy way, Marketing Science 24(2)
 * @see Batislam, Denizel & Filiztekin (2007), Empirical validation and comparison of models for customer base analysis, International
 *   Journal of Research in Marketing 24(3)
 */
export function createBetaGeometricLikelihood(groups: HistoryGroups, timeScale: number, shift: 0 | 1): Likelihood {
  const { counts, countIndex, ageIndex, observedIndex, weight } = groups;
  const times = groups.times.map((time) => time / timeScale);
  const chances = counts.map((count) => count + shift);
  const countWeight = new Float64Array(counts.length);
  for (let group = 0; group < weight.length; group++) countWeight[countIndex[group]] += weight[group];
  const make = (): Float64Array => new Float64Array(counts.length);
  const [rLog, rSlope, bLog, bSlope, sumLog, sumSlope, leave, leaveWeight] = Array.from({ length: 8 }, make);
  const timeLog = new Float64Array(times.length);

  return {
    evaluate(parameters, gradient) {
      const [r, alpha, a, b] = parameters;
      computeLogRising(r, counts, rLog, rSlope);
      computeLogRising(b, chances, bLog, bSlope);
      computeLogRising(a + b, chances, sumLog, sumSlope);
      const logA = Math.log(a);
      for (let i = 0; i < counts.length; i++) {
        leave[i] = chances[i] > 0 ? logA - Math.log(b + chances[i] - 1) : -Infinity;
        leaveWeight[i] = 0;
      }
      for (let j = 0; j < times.length; j++) timeLog[j] = Math.log(alpha + times[j]);
      let total = 0;
      let byR = 0;
      let byAlpha = 0;
      for (let group = 0; group < weight.length; group++) {
        const i = countIndex[group];
        const age = ageIndex[group];
        const end = observedIndex[group];
        const customers = weight[group];
        const power = r + counts[i];
        const stayed = -power * timeLog[end];
        let left = 0;
        let log = stayed;
        if (leave[i] > -Infinity) {
          const difference = leave[i] - power * timeLog[age] - stayed;
          const ratio = Math.exp(-Math.abs(difference));
          log += Math.log1p(ratio) + (difference > 0 ? difference : 0);
          left = (difference > 0 ? 1 : ratio) / (1 + ratio);
          leaveWeight[i] += customers * left;
        }
        total += customers * log;
        byR -= customers * (left * timeLog[age] + (1 - left) * timeLog[end]);
        byAlpha -= customers * power * (left / (alpha + times[age]) + (1 - left) / (alpha + times[end]));
      }
      const logAlpha = Math.log(alpha);
      let byA = 0;
      let byB = 0;
      let customers = 0;
      for (let i = 0; i < counts.length; i++) {
        const w = countWeight[i];
        customers += w;
        total += w * (rLog[i] + bLog[i] - sumLog[i]);
        byR += w * rSlope[i];
        byA -= w * sumSlope[i];
        byB += w * (bSlope[i] - sumSlope[i]);
        if (leaveWeight[i] > 0) {
          byA += leaveWeight[i] / a;
          byB -= leaveWeight[i] / (b + chances[i] - 1);
        }
      }
      gradient[0] = byR + customers * logAlpha;
      gradient[1] = byAlpha + (customers * r) / alpha;
      gradient[2] = byA;
      gradient[3] = byB;
      return total + customers * r * logAlpha;
    },
  };
}
