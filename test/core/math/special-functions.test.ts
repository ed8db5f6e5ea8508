import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { SeriesSum } from "../../../src/core/math/hypergeometric";
import { addLogs, integrateDecay, sumHypergeometricRest } from "../../../src/core/math/hypergeometric";
import { computeDigamma, computeLogBeta, computeLogGamma, computeLogRising } from "../../../src/core/math/log-gamma";

const table = JSON.parse(readFileSync(join(__dirname, "special-functions.json"), "utf8")) as Record<string, number[][]>;

/** Relative error, or the absolute one where the value is small. */
const measureError = (value: number, exact: number) => Math.abs(value - exact) / Math.max(1, Math.abs(exact));

it.each(table.logGamma)("has ln gamma and digamma of %p as high-precision arithmetic", (x, logGamma, digamma) => {
  expect(measureError(computeLogGamma(x), logGamma)).toBeLessThan(1e-14);
  expect(measureError(computeDigamma(x), digamma)).toBeLessThan(1e-14);
});

it("has no logarithm of gamma below 0 and poles at 0", () => {
  expect([computeLogGamma(0), computeLogGamma(-1), computeDigamma(0), computeDigamma(-1)]).toEqual([
    Infinity,
    NaN,
    -Infinity,
    NaN,
  ]);
});

it.each(table.logBeta)("has ln B(%p, %p) as high-precision arithmetic, in either order", (a, b, logBeta) => {
  expect(Math.abs(computeLogBeta(a, b) / logBeta - 1)).toBeLessThan(1e-14);
  expect(computeLogBeta(b, a)).toBe(computeLogBeta(a, b));
});

it.each(table.logRising)(
  "has the rising factorial of %p to %p and its slope as high-precision arithmetic",
  (start, count, log, slope) => {
    const logs = new Float64Array(1);
    const slopes = new Float64Array(1);
    computeLogRising(start, [count], logs, slopes);
    expect(measureError(logs[0], log)).toBeLessThan(1e-14);
    expect(Math.abs(slopes[0] - slope)).toBeLessThanOrEqual(1e-12 * slope);
  },
);

it("has the same rising factorials in one sweep as one by one", () => {
  const counts = [0, 1, 2, 7, 31, 32, 900, 1000, 5000];
  const logs = new Float64Array(counts.length);
  const slopes = new Float64Array(counts.length);
  computeLogRising(0.2426, counts, logs, slopes);
  const single = counts.map((count) => {
    const log = new Float64Array(1);
    computeLogRising(0.2426, [count], log, new Float64Array(1));
    return log[0];
  });
  single.forEach((log, i) => expect(measureError(logs[i], log)).toBeLessThan(1e-13));
});

it.each(table.hypergeometricRest)(
  "has the rest of 2F1(%p, %p; %p; %p) as high-precision arithmetic",
  (a, b, c, z, rest) => {
    const sum: SeriesSum = { value: 0, largest: 0 };
    sumHypergeometricRest(a, b, c, z, sum);
    expect(Math.abs(sum.value - rest)).toBeLessThan(2e-14 * Math.max(sum.largest, rest));
  },
);

it("admits that a series did not settle", () => {
  const sum: SeriesSum = { value: 0, largest: 0 };
  sumHypergeometricRest(30, 30, 2, 0.99999, sum);
  expect(sum.value).toBeNaN();
});

it("adds logarithms whose numbers are out of range", () => {
  expect(addLogs(-2000, -2000)).toBeCloseTo(-2000 + Math.LN2, 12);
  expect(addLogs(3000, -3000)).toBe(3000);
  expect(addLogs(-Infinity, -5)).toBe(-5);
  expect(addLogs(-5, -Infinity)).toBe(-5);
  expect(addLogs(-Infinity, -Infinity)).toBe(-Infinity);
});

it.each([
  [0, 7, 7],
  [2, 3, (1 - Math.exp(-6)) / 2],
  [-2, 3, (Math.exp(6) - 1) / 2],
  [1e-13, 7, 7],
])("integrates the decay at rate %p over %p", (rate, time, integral) => {
  expect(integrateDecay(rate, time)).toBeCloseTo(integral, 11);
});
