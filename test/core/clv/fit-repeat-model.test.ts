import { computeRepeatLogLikelihood, fitRepeatModel, refitRepeatModel } from "../../../src/core/clv/fit-repeat-model";
import { groupHistories } from "../../../src/core/clv/purchase-histories";
import type { PurchaseHistories } from "../../../src/core/clv/purchase-histories";
import type { RepeatModelId } from "../../../src/core/clv/repeat-model";
import { simulateCustomers } from "../../helpers/simulate-customers";

const truths: [RepeatModelId, Record<string, number>][] = [
  ["bg-nbd", { r: 0.5, alpha: 8, a: 0.8, b: 2.5 }],
  ["mbg-nbd", { r: 0.6, alpha: 7, a: 0.9, b: 2 }],
  ["pareto-nbd", { r: 0.55, alpha: 10, s: 0.6, beta: 12 }],
];

describe.each(truths)("%s", (id, truth) => {
  const { histories } = simulateCustomers(id, truth, 1000, 4);
  const groups = groupHistories(histories);
  const fit = fitRepeatModel(id, groups);

  it("finds the parameters that customers were drawn with, from every start", () => {
    expect(fit.converged).toBe(true);
    expect(fit.convergence).toMatchObject({ startsTried: 4, startsAgreed: 4, flags: [] });
    for (const [name, value] of Object.entries(truth)) {
      expect(Math.abs(fit.parameters[name] - value)).toBeLessThan(3 * fit.standardErrors![name]);
      const [low, high] = fit.intervals![name];
      expect(low < fit.parameters[name] && fit.parameters[name] < high).toBe(true);
    }
  });

  it("has no neighbour with a higher log-likelihood", () => {
    expect(computeRepeatLogLikelihood(id, histories, fit.parameters)).toBeCloseTo(fit.logLikelihood, 7);
    for (const [name, value] of Object.entries(fit.parameters)) {
      for (const factor of [0.99, 1.01]) {
        const moved = computeRepeatLogLikelihood(id, histories, { ...fit.parameters, [name]: value * factor });
        expect(moved).toBeLessThan(fit.logLikelihood);
      }
    }
  });

  it("has the same fit in days, and a log-likelihood that is lower by x ln 7", () => {
    const inDays: PurchaseHistories = {
      frequency: histories.frequency,
      ageAtLast: histories.ageAtLast.map((time) => 7 * time),
      observed: histories.observed.map((time) => 7 * time),
      timeUnit: "day",
    };
    const other = fitRepeatModel(id, groupHistories(inDays));
    for (const [name, value] of Object.entries(fit.parameters)) {
      const isTime = name === "alpha" || name === "beta";
      expect(other.parameters[name] / value / (isTime ? 7 : 1)).toBeCloseTo(1, 7);
      const ratio = other.standardErrors![name] / fit.standardErrors![name] / (isTime ? 7 : 1);
      expect(ratio).toBeCloseTo(1, 5);
    }
    const purchases = histories.frequency.reduce((sum, x) => sum + x, 0);
    expect(other.logLikelihood).toBeCloseTo(fit.logLikelihood - purchases * Math.log(7), 6);
  });

  it("refits the same customers to the same parameters", () => {
    const again = refitRepeatModel(fit, groups)!;
    Object.values(fit.parameters).forEach((value, i) => expect(again[i] / value).toBeCloseTo(1, 3));
  });

  it("is plain JSON", () => {
    expect(JSON.parse(JSON.stringify(fit))).toEqual(fit);
  });
});

it("is drawn towards 1 in scaled time by a penalty", () => {
  const groups = groupHistories(simulateCustomers(...truths[0], 300, 4).histories);
  const spread = (penalty: number) =>
    Object.entries(fitRepeatModel("bg-nbd", groups, { penalty }).parameters).reduce(
      (sum, [name, value]) => sum + Math.log(name === "alpha" ? value / 78 : value) ** 2,
      0,
    );
  expect(spread(0.1)).toBeLessThan(spread(0.01));
  expect(spread(0.01)).toBeLessThan(spread(0));
});

it("gives the same answer with many customers, where the starts run on a sample", () => {
  const { histories } = simulateCustomers(...truths[0], 11000, 4);
  const groups = groupHistories(histories);
  expect(groups.weight.length).toBeGreaterThan(10000);
  const fit = fitRepeatModel("bg-nbd", groups);
  expect(fit.converged).toBe(true);
  for (const [name, value] of Object.entries(fit.parameters)) {
    expect(Math.abs(value - truths[0][1][name])).toBeLessThan(3.5 * fit.standardErrors![name]);
    for (const factor of [0.999, 1.001]) {
      const moved = computeRepeatLogLikelihood("bg-nbd", histories, { ...fit.parameters, [name]: value * factor });
      expect(moved).toBeLessThan(fit.logLikelihood);
    }
  }
});

it.each([1000, 11000])(
  "is the same to the last digit with customers who were observed for no time, among %i",
  (count) => {
    const { histories } = simulateCustomers(...truths[0], count, 4);
    const add = (column: Float64Array) => Float64Array.from([0, ...column, 0]);
    const { frequency, ageAtLast, observed, timeUnit } = histories;
    const more = { frequency: add(frequency), ageAtLast: add(ageAtLast), observed: add(observed), timeUnit };
    const fit = fitRepeatModel("bg-nbd", groupHistories(histories));
    const other = fitRepeatModel("bg-nbd", groupHistories(more));
    expect(other).toEqual({ ...fit, customers: count + 2, groups: fit.groups + 1 });
  },
);

it.each(["bg-nbd", "mbg-nbd"] as const)(
  "%s warns, and still counts as converged, when customers do not leave",
  (id) => {
    const { histories } = simulateCustomers("bg-nbd", { r: 2, alpha: 10, a: 1e-9, b: 9 }, 500, 4);
    const fit = fitRepeatModel(id, groupHistories(histories));
    expect(fit.convergence.flags).toContainEqual({ code: "noDropout", level: "amber" });
    expect(fit.converged).toBe(true);
  },
);

it.each(truths)("%s answers for customers who are all alike, with a red flag instead of NaN", (id) => {
  const same = (value: number) => new Float64Array(40).fill(value);
  const fit = fitRepeatModel(
    id,
    groupHistories({ frequency: same(4), ageAtLast: same(20), observed: same(25), timeUnit: "week" }),
  );
  expect(Object.values(fit.parameters).every(Number.isFinite)).toBe(true);
  expect(Number.isFinite(fit.logLikelihood)).toBe(true);
  expect(fit.converged).toBe(false);
  expect(fit.convergence.flags.map(({ level }) => level)).toContain("red");
});

it("refuses to fit without a repeat purchase", () => {
  const none = {
    frequency: new Float64Array(5),
    ageAtLast: new Float64Array(5),
    observed: new Float64Array(5).fill(9),
  };
  expect(() => fitRepeatModel("bg-nbd", groupHistories({ ...none, timeUnit: "week" }))).toThrow(RangeError);
});
