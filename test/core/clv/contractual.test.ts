import fc from "fast-check";
import {
  fitShiftedBetaGeometric,
  predictContractualClv,
  predictShiftedBetaGeometricSurvival,
  predictSurvivalClv,
} from "../../../src/core/clv/contractual";

const contract = { marginPerPeriod: 100, retentionProbability: 0.8, discountRate: 0.1 };

it.each([
  { payment: "start" as const, periods: undefined, clv: 366.666667 },
  { payment: "end" as const, periods: undefined, clv: 266.666667 },
  { payment: "start" as const, periods: 5, clv: 292.063384 },
  { payment: "end" as const, periods: 5, clv: 212.409734 },
  { payment: "start" as const, periods: 0, clv: 0 },
])("values a contract paid at the $payment over $periods periods at $clv", ({ payment, periods, clv }) => {
  expect(predictContractualClv({ ...contract, payment, periods })).toBeCloseTo(clv, 6);
});

it.each([
  { retentionProbability: 1.1 },
  { retentionProbability: -0.1 },
  { retentionProbability: 1, discountRate: 0 },
  { periods: 2.5 },
])("refuses a contract with %p", (change) => {
  expect(() => predictContractualClv({ ...contract, payment: "start", ...change })).toThrow(RangeError);
});

it("gives by survival table what constant retention gives by formula", () => {
  const survival = [1, 0.8, 0.64, 0.512, 0.4096];
  expect(predictSurvivalClv(100, survival, 0.1)).toBeCloseTo(292.063384, 6);
  const later = survival.map((share) => share * 0.8);
  expect(predictSurvivalClv(100, later, 0.1, 1)).toBeCloseTo(212.409734, 6);
  expect(() => predictSurvivalClv(100, [1, 1.2], 0.1)).toThrow(RangeError);
});

const published = [1000, 631, 468, 382, 326, 289, 262, 241];

it("fits the published retention table", () => {
  const fit = fitShiftedBetaGeometric(published);
  expect(fit.converged).toBe(true);
  expect(fit.alpha).toBeCloseTo(0.704077, 6);
  expect(fit.beta).toBeCloseTo(1.182043, 6);
  expect(fit.logLikelihood).toBeCloseTo(-1680.265188, 6);
});

it("has the log-likelihood of its own survival curve, and no neighbour has a higher one", () => {
  const logLikelihood = (alpha: number, beta: number) => {
    const survival = predictShiftedBetaGeometricSurvival({ alpha, beta }, published.length - 1);
    const lost = published.slice(1).map((count, i) => published[i] - count);
    const ofLost = lost.reduce((sum, count, i) => sum + count * Math.log(survival[i] - survival[i + 1]), 0);
    return ofLost + published[7] * Math.log(survival[7]);
  };
  const { alpha, beta, logLikelihood: best } = fitShiftedBetaGeometric(published);
  expect(logLikelihood(alpha, beta)).toBeCloseTo(best, 8);
  for (const [a, b] of [
    [1.01, 1],
    [0.99, 1],
    [1, 1.01],
    [1, 0.99],
  ]) {
    expect(logLikelihood(alpha * a, beta * b)).toBeLessThan(best);
  }
});

it("recovers the parameters behind a survival table", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.2, max: 5, noNaN: true }),
      fc.double({ min: 0.2, max: 5, noNaN: true }),
      (alpha, beta) => {
        const survivors = predictShiftedBetaGeometricSurvival({ alpha, beta }, 12).map((share) => 1e5 * share);
        const fit = fitShiftedBetaGeometric(survivors);
        expect(fit.converged).toBe(true);
        expect(fit.alpha / alpha).toBeCloseTo(1, 4);
        expect(fit.beta / beta).toBeCloseTo(1, 4);
      },
    ),
  );
});

it.each([
  ["the churn rate is the same for all", [1000, 900, 810, 729]],
  ["everybody leaves at once", [1000, 0, 0]],
  ["nobody leaves after the first period", [1000, 600, 600, 600]],
  ["churn rises", [1000, 1000, 900]],
])("says that it did not converge when %s, and still gives finite numbers", (_, survivors) => {
  const fit = fitShiftedBetaGeometric(survivors);
  expect(fit.converged).toBe(false);
  expect([fit.alpha, fit.beta, fit.logLikelihood].every(Number.isFinite)).toBe(true);
});

it.each([[[1000, 900]], [[1000, 900, 950]], [[1000, 1000, 1000]], [[1000, 900, -1]], [[1000, NaN, 1]]])(
  "refuses the table %p",
  (survivors) => {
    expect(() => fitShiftedBetaGeometric(survivors)).toThrow(RangeError);
  },
);

it.each([
  [{ alpha: 0, beta: 1 }, 3],
  [{ alpha: 1, beta: 1 }, 1.5],
])("refuses to draw a survival curve for %p over %p periods", (parameters, periods) => {
  expect(() => predictShiftedBetaGeometricSurvival(parameters, periods)).toThrow(RangeError);
});
