import { readFileSync } from "node:fs";
import { join } from "node:path";
import { predictBetaGeometricPurchases } from "../../../src/core/clv/beta-geometric";
import { computeRepeatLogLikelihood } from "../../../src/core/clv/fit-repeat-model";
import { integrateLeaving } from "../../../src/core/clv/pareto-integral";
import { paretoNbd } from "../../../src/core/clv/pareto-nbd";
import { groupHistories } from "../../../src/core/clv/purchase-histories";
import type { RepeatModelId } from "../../../src/core/clv/repeat-model";
import { repeatModels } from "../../../src/core/clv/repeat-models";
import { simulateCustomers } from "../../helpers/simulate-customers";

const table = JSON.parse(readFileSync(join(__dirname, "..", "math", "special-functions.json"), "utf8")) as Record<
  string,
  number[][]
>;

const makeOne = (x: number, ageAtLast: number, observed: number) => ({
  frequency: Float64Array.of(x),
  ageAtLast: Float64Array.of(ageAtLast),
  observed: Float64Array.of(observed),
  timeUnit: "week" as const,
});
const bg = { r: 0.5, alpha: 6, a: 1.2, b: 3.3 };
const cdnowBg = { r: 0.24259453, alpha: 4.41360232, a: 0.79292215, b: 2.42590736 };
const cdnowPareto = { r: 0.55327705, alpha: 10.577684, s: 0.60624003, beta: 11.668737 };

it.each<[RepeatModelId, Record<string, number>, number[], number]>([
  ["bg-nbd", bg, [3, 4, 6], -7.57638188],
  ["mbg-nbd", bg, [3, 4, 6], -7.79952676],
  ["pareto-nbd", { r: 0.5, alpha: 6, s: 1.2, beta: 3.3 }, [3, 4, 6], -8.02355707],
  ["bg-nbd", bg, [0, 0, 6], -0.34657359],
  ["mbg-nbd", bg, [0, 0, 6], -0.24180199],
  ["pareto-nbd", { r: 0.5, alpha: 6, s: 1.2, beta: 7.3 }, [0, 0, 6], -0.24116617],
  ["bg-nbd", cdnowBg, [221, 103.42857, 103.57143], -68.906002],
  ["pareto-nbd", cdnowPareto, [221, 103.42857, 103.57143], -76.966392],
  ["bg-nbd", cdnowBg, [254, 97.14286, 97.28571], -27.82079],
  ["pareto-nbd", cdnowPareto, [254, 97.14286, 97.28571], -38.355698],
  ["bg-nbd", cdnowBg, [161, 94.71429, 98], -93.346436],
  ["pareto-nbd", cdnowPareto, [161, 94.71429, 98], -99.078335],
])("has the log-likelihood of %s at %p for %p", (id, parameters, [x, age, observed], logLikelihood) => {
  expect(computeRepeatLogLikelihood(id, makeOne(x, age, observed), parameters)).toBeCloseTo(logLikelihood, 5);
});

it.each(repeatModels)("$id stays finite for thousands of purchases and extreme parameters", (model) => {
  const rows = [makeOne(5000, 700, 800), makeOne(5000, 1, 800), makeOne(1, 1e-6, 5000), makeOne(0, 0, 0)];
  for (const parameters of [
    [0.2, 4, 0.8, 2.4],
    [1e-6, 1e-6, 1e-6, 1e-6],
    [1e6, 1e6, 1e6, 1e6],
    [1e-6, 1e6, 1e6, 1e-6],
  ]) {
    for (const row of rows) {
      const gradient = new Float64Array(4);
      const likelihood = model.createLikelihood(groupHistories(row), 1);
      expect(Number.isFinite(likelihood.evaluate(parameters, gradient))).toBe(true);
      expect(gradient.every(Number.isFinite)).toBe(true);
    }
  }
});

it.each(repeatModels)("the gradient of $id is the slope of its log-likelihood", (model) => {
  const parameters = model.id === "pareto-nbd" ? [0.6, 9, 0.7, 13] : [0.4, 7, 0.9, 2.2];
  const names = model.id === "pareto-nbd" ? ["r", "alpha", "s", "beta"] : ["r", "alpha", "a", "b"];
  const named = Object.fromEntries(names.map((name, i) => [name, parameters[i]]));
  const { histories } = simulateCustomers(model.id, named, 300, 5);
  const likelihood = model.createLikelihood(groupHistories(histories), 3);
  const gradient = new Float64Array(4);
  likelihood.evaluate(parameters, gradient);
  const scratch = new Float64Array(4);
  parameters.forEach((value, i) => {
    const move = (step: number) =>
      likelihood.evaluate(
        parameters.map((own, j) => (j === i ? value * (1 + step) : own)),
        scratch,
      );
    const slope = (move(1e-5) - move(-1e-5)) / (2e-5 * value);
    expect(Math.abs(gradient[i] - slope)).toBeLessThan(1e-6 * Math.max(1, Math.abs(slope)));
  });
});

it.each(repeatModels)("$id counts equal customers as it counts them one by one", (model) => {
  const parameters = Object.fromEntries(model.parameterNames.map((name, i) => [name, [0.4, 7, 0.9, 2.2][i]]));
  const rows = [
    [2, 3, 9],
    [0, 0, 9],
    [2, 3, 9],
    [2, 3, 9],
    [0, 0, 9],
  ];
  const together = computeRepeatLogLikelihood(
    model.id,
    {
      frequency: Float64Array.from(rows, ([x]) => x),
      ageAtLast: Float64Array.from(rows, ([, age]) => age),
      observed: Float64Array.from(rows, ([, , observed]) => observed),
      timeUnit: "week",
    },
    parameters,
  );
  const single = rows.map(([x, age, observed]) =>
    computeRepeatLogLikelihood(model.id, makeOne(x, age, observed), parameters),
  );
  expect(together).toBeCloseTo(
    single.reduce((sum, log) => sum + log, 0),
    10,
  );
});

it.each(table.betaGeometricPurchases)(
  "r %p, elapsed %p, a %p, b %p, x %p, chances %p, time %p: expected purchases as high-precision arithmetic",
  (r, elapsed, a, b, x, chances, time, exact) => {
    const purchases = predictBetaGeometricPurchases(r, elapsed, a, b, x, chances, time);
    expect(Math.abs(purchases / exact - 1)).toBeLessThan(2e-11);
  },
);

it.each(table.leavingIntegral)(
  "alpha %p, beta %p, power %p, s %p, %p to %p: the Pareto/NBD integral and its slopes as high-precision arithmetic",
  (alpha, beta, power, s, from, to, log, ...slopes) => {
    const result = { log: 0, byPower: 0, byS: 0, byAlpha: 0, byBeta: 0 };
    integrateLeaving(alpha, beta, power, s, from, to, result);
    expect(Math.abs(result.log - log)).toBeLessThan(1e-13 * Math.max(1, Math.abs(log)));
    [result.byPower, result.byS, result.byAlpha, result.byBeta].forEach((slope, i) =>
      expect(Math.abs(slope / slopes[i] - 1)).toBeLessThan(1e-13),
    );
  },
);

it.each(table.paretoCounts)(
  "r %p, alpha %p, s %p, beta %p, time %p: Pareto/NBD probabilities of counts as high-precision arithmetic",
  (r, alpha, s, beta, time, ...exact) => {
    const probabilities = new Float64Array(exact.length);
    paretoNbd.predictCounts([r, alpha, s, beta], time, probabilities);
    exact.forEach((probability, n) => expect(Math.abs(probabilities[n] / probability - 1)).toBeLessThan(1e-12));
  },
);
