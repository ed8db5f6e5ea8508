import { fitRepeatModel } from "../../src/core/clv/fit-repeat-model";
import { fitGammaGamma, selectSpendHistories } from "../../src/core/clv/gamma-gamma";
import { groupHistories } from "../../src/core/clv/purchase-histories";
import type { RepeatModelId } from "../../src/core/clv/repeat-model";
import { simulateCustomers } from "../helpers/simulate-customers";

const truths: [RepeatModelId, Record<string, number>][] = [
  ["bg-nbd", { r: 0.25, alpha: 4.5, a: 0.8, b: 2.4 }],
  ["bg-nbd", { r: 0.5, alpha: 8, a: 0.8, b: 2.5 }],
  ["mbg-nbd", { r: 0.6, alpha: 7, a: 0.9, b: 2 }],
  ["pareto-nbd", { r: 0.55, alpha: 10.5, s: 0.6, beta: 11.7 }],
];
const spendTruth: Record<string, number> = { p: 6, q: 4, v: 15 };

it.each(truths)("%s finds %p again within 3 standard errors from 100,000 customers", (id, truth) => {
  const { histories, monetaryMean } = simulateCustomers(id, truth, 100000, 7);
  const fit = fitRepeatModel(id, groupHistories(histories));
  expect(fit.converged).toBe(true);
  for (const [name, value] of Object.entries(truth))
    expect(Math.abs(fit.parameters[name] - value) / fit.standardErrors![name]).toBeLessThan(3);
  const spend = fitGammaGamma(selectSpendHistories(histories.frequency, monetaryMean));
  for (const [name, value] of Object.entries(spendTruth))
    expect(Math.abs(spend.parameters[name] - value) / spend.standardErrors![name]).toBeLessThan(3);
});

it.each(truths)("%s: intervals hold %p in 85 to 100 % of 50 samples of 5,000 customers", (id, truth) => {
  const held: Record<string, number> = {};
  for (let seed = 1; seed <= 50; seed++) {
    const { histories, monetaryMean } = simulateCustomers(id, truth, 5000, 1000 + seed);
    const fits = [
      fitRepeatModel(id, groupHistories(histories)),
      fitGammaGamma(selectSpendHistories(histories.frequency, monetaryMean)),
    ];
    for (const { intervals } of fits) {
      for (const [name, [low, high]] of Object.entries(intervals!)) {
        const value = truth[name] ?? spendTruth[name];
        held[name] = (held[name] ?? 0) + (low <= value && value <= high ? 1 : 0);
      }
    }
  }
  expect(Object.keys(held).sort()).toEqual([...Object.keys(truth), ...Object.keys(spendTruth)].sort());
  for (const count of Object.values(held)) expect(count).toBeGreaterThanOrEqual(43);
});
