import type { PurchaseDayColumns } from "../../src/core/clv/purchase-day-columns";
import type { PurchaseHistories } from "../../src/core/clv/purchase-histories";
import type { RepeatModelId } from "../../src/core/clv/repeat-model";
import { createRandom } from "../../src/core/math/random";
import { drawExponential, drawGamma } from "../../src/core/math/random-variates";
import { drawBeta } from "./draw-beta";

export interface SimulatedCustomers {
  readonly histories: PurchaseHistories;
  /** Mean spend of the repeat purchases; 0 without one. */
  readonly monetaryMean: Float64Array;
}

/**
 * Customers who follow a repeat-purchase model exactly: observed for 26 to 78 weeks, repeat purchases at any moment, spend by the
 * Gamma-Gamma model with p 6, q 4, v 15.
 */
export function simulateCustomers(
  model: RepeatModelId,
  parameters: Readonly<Record<string, number>>,
  customers: number,
  seed: number,
): SimulatedCustomers {
  const random = createRandom(seed);
  const make = () => new Float64Array(customers);
  const [frequency, ageAtLast, observed, monetaryMean] = [make(), make(), make(), make()];
  const { r, alpha, a, b, s, beta } = parameters;
  for (let i = 0; i < customers; i++) {
    observed[i] = 26 + 52 * random();
    const rate = drawGamma(random, r) / alpha;
    const leaving = model === "pareto-nbd" ? 0 : drawBeta(random, a, b);
    const lifetime = model === "pareto-nbd" ? (drawExponential(random) * beta) / drawGamma(random, s) : Infinity;
    const end = Math.min(lifetime, observed[i]);
    let isAlive = model !== "mbg-nbd" || random() >= leaving;
    for (let time = drawExponential(random) / rate; isAlive && time < end; time += drawExponential(random) / rate) {
      frequency[i]++;
      ageAtLast[i] = time;
      isAlive = !(random() < leaving);
    }
    const spendRate = drawGamma(random, 4) / 15;
    if (frequency[i] > 0) monetaryMean[i] = drawGamma(random, 6 * frequency[i]) / spendRate / frequency[i];
  }
  return { histories: { frequency, ageAtLast, observed, timeUnit: "week" }, monetaryMean };
}

/**
 * Purchase days of customers who start in the first 91 of 546 days and behave as BG/NBD says, with spend of their own per purchase; day 0 is
 * the first one. Deterministic.
 */
export function simulatePurchaseDays(customers: number, seed: number): PurchaseDayColumns {
  const random = createRandom(seed);
  const offsets = new Int32Array(customers + 1);
  const day: number[] = [];
  const amount: number[] = [];
  for (let i = 0; i < customers; i++) {
    const rate = drawGamma(random, 0.5) / 50;
    const leaving = drawBeta(random, 0.8, 2.5);
    const spendRate = drawGamma(random, 4) / 15;
    const start = Math.floor(91 * random());
    let last = start - 1;
    for (let time = start; time < 546; time += drawExponential(random) / rate) {
      if (Math.floor(time) > last) {
        last = Math.floor(time);
        day.push(last);
        amount.push(Math.round((100 * drawGamma(random, 6)) / spendRate) / 100 + 0.01);
      }
      if (time > start && random() < leaving) break;
    }
    offsets[i + 1] = day.length;
  }
  return { offsets, day: Int32Array.from(day), amount: Float64Array.from(amount) };
}
