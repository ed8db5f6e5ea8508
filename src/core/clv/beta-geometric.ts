import type { SeriesSum } from "../math/hypergeometric";
import { integrateDecay, sumHypergeometricRest } from "../math/hypergeometric";
import { integrateBeta } from "../math/quadrature";
import { createBetaGeometricLikelihood } from "./beta-geometric-likelihood";
import type { RepeatModel, RepeatModelId } from "./repeat-model";

/** From this z on the power series is too slow; the integral takes its place. */
const SERIES_LIMIT = 0.99;
/** Largest relative rounding error that the series may have. */
const SERIES_ERROR = 1e-11;
const ROUNDING = 4e-16;

const series: SeriesSum = { value: 0, largest: 0 };

/**
 * Expected purchases in the coming `time` of a customer who is alive, under BG/NBD or MBG/NBD.
 *
 * Written with the pole at a = 1 and that at C = 0 divided out: C g(a - 1, u) - e^(-(a - 1) u) A z R, where u = ln((alpha + T + t) / (alpha + T)),
 * g the integral of a decay and R the rest of 2F1(A, a - 1; C; z) after its 1. Where the two parts cancel, or z is close to 1, the same
 * quantity is integrated over the probability to leave.
 *
 * @param r       shape of the rate
 * @param elapsed alpha + T
 * @param a       parameter of the probability to leave
 * @param b       the other one
 * @param x       repeat purchases
 * @param chances x (BG/NBD) or x + 1 (MBG/NBD)
 * @param time    >= 0, in the unit of `elapsed`
 */
export function predictBetaGeometricPurchases(
  r: number,
  elapsed: number,
  a: number,
  b: number,
  x: number,
  chances: number,
  time: number,
): number {
  if (time <= 0) return 0;
  const z = time / (elapsed + time);
  if (z < SERIES_LIMIT) {
    const lower = a + b + chances - 1;
    const upper = lower - r - x;
    sumHypergeometricRest(upper, a - 1, lower, z, series);
    const u = Math.log1p(time / elapsed);
    const first = lower * integrateDecay(a - 1, u);
    const factor = Math.exp(-(a - 1) * u) * upper * z;
    const purchases = first - factor * series.value;
    const error = ROUNDING * (Math.abs(first) + Math.abs(factor) * series.largest);
    if (error <= SERIES_ERROR * purchases) return purchases;
  }
  const shape = r + x;
  const atZero = (shape * time) / elapsed;
  return integrateBeta(a, b + chances, (probability) =>
    probability > 0 ? -Math.expm1(-shape * Math.log1p((probability * time) / elapsed)) / probability : atZero,
  );
}

function createBetaGeometricModel(id: RepeatModelId, shift: 0 | 1): RepeatModel {
  return {
    id,
    parameterNames: ["r", "alpha", "a", "b"],
    timeParameters: [1],
    dropoutParameters: [2, 3],
    starts: [
      [0.25, 0.1, 0.8, 2.4],
      [1, 1, 1, 1],
      [0.5, 0.3, 0.5, 1.5],
      [2, 1, 0.1, 5],
    ],
    createLikelihood: (groups, timeScale) => createBetaGeometricLikelihood(groups, timeScale, shift),
    predictAlive(p, x, ageAtLast, observed) {
      const chances = x + shift;
      if (chances === 0) return 1;
      const logOdds = (p[0] + x) * Math.log((p[1] + observed) / (p[1] + ageAtLast));
      return 1 / (1 + Math.exp(Math.log(p[2]) - Math.log(p[3] + chances - 1) + logOdds));
    },
    predictPurchasesIfAlive: (p, x, observed, time) =>
      predictBetaGeometricPurchases(p[0], p[1] + observed, p[2], p[3], x, x + shift, time),
    predictNewCustomer(p, time) {
      const stays = shift === 0 ? 1 : p[3] / (p[2] + p[3]);
      return stays * predictBetaGeometricPurchases(p[0], p[1], p[2], p[3], 0, shift, time);
    },
    predictCounts([r, alpha, a, b], time, probabilities) {
      const ratio = time / (alpha + time);
      let purchased = Math.exp(-r * Math.log1p(time / alpha));
      let atLeast = 1;
      let stays = 1;
      for (let n = 0; n < probabilities.length; n++) {
        let leaves = 0;
        if (n + shift > 0) {
          leaves = (stays * a) / (a + b + n + shift - 1);
          stays *= (b + n + shift - 1) / (a + b + n + shift - 1);
        }
        probabilities[n] = stays * purchased + leaves * Math.max(0, atLeast);
        atLeast -= purchased;
        purchased *= ((r + n) / (n + 1)) * ratio;
      }
    },
    predictDropoutShare: (p) => p[2] / (p[2] + p[3]),
    drawLifetime: () => Infinity,
    predictLeaving: (p, x) => p[2] / (p[2] + p[3] + x + shift),
  };
}

/**
 * BG/NBD: customers buy at gamma-distributed rates and may leave right after each repeat purchase, with beta-distributed probabilities. A
 * customer without a repeat purchase is alive by construction.
 *
 * @see Fader, Hardie & Lee (2005), "Counting your customers" the easy way, Marketing Science 24(2)
 */
export const bgNbd = createBetaGeometricModel("bg-nbd", 0);

/**
 * MBG/NBD: as BG/NBD, but customers may leave right after the first purchase too, so that one-time buyers can be gone.
 *
 * @see Batislam, Denizel & Filiztekin (2007), Empirical validation and comparison of models for customer base analysis, International
 *   Journal of Research in Marketing 24(3)
 */
export const mbgNbd = createBetaGeometricModel("mbg-nbd", 1);
