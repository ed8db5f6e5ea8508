import {
  buildMonthSchedule,
  predictAlive,
  predictCountProbabilities,
  predictNewCustomer,
  predictPurchases,
  predictScheduledPurchases,
} from "../../../src/core/clv/predict-repeat";
import type { RepeatModelParameters } from "../../../src/core/clv/predict-repeat";
import { convertMonths, convertYearlyRate } from "../../../src/core/clv/time-unit";
import type { TimeUnit } from "../../../src/core/clv/time-unit";

const one = {
  frequency: Float64Array.of(3),
  ageAtLast: Float64Array.of(4),
  observed: Float64Array.of(6),
  timeUnit: "week" as const,
};
const bg: RepeatModelParameters = {
  model: "bg-nbd",
  timeUnit: "week",
  parameters: { r: 0.5, alpha: 6, a: 1.2, b: 3.3 },
};
const mbg: RepeatModelParameters = { ...bg, model: "mbg-nbd" };
const pareto: RepeatModelParameters = {
  model: "pareto-nbd",
  timeUnit: "week",
  parameters: { r: 0.5, alpha: 6, s: 1.2, beta: 3.3 },
};
const fits = [bg, mbg, pareto];

it.each([
  [bg, 0.69999201, 1.59711579],
  [mbg, 0.73499259, 1.7197135],
  [pareto, 0.67540813, 1.24448929],
])("has P(alive) and expected purchases of a known customer under %p", (fit, alive, purchases) => {
  expect(predictAlive(fit, one)[0]).toBeCloseTo(alive, 8);
  expect(predictPurchases(fit, one, 10)[0]).toBeCloseTo(purchases, 8);
});

it("has the published probabilities of counts under BG/NBD", () => {
  const fit = { ...bg, parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 } };
  const probabilities = predictCountProbabilities(fit, 39, 4);
  [0.5737864, 0.1993953, 0.0854298, 0.0458604].forEach((exact, n) => expect(probabilities[n]).toBeCloseTo(exact, 7));
});

it.each(fits)("%p: probabilities of counts sum to 1 and have the expected count as mean", (fit) => {
  const probabilities = predictCountProbabilities(fit, 20, 3000);
  expect(probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9);
  const mean = probabilities.reduce((sum, p, n) => sum + n * p, 0);
  expect(mean).toBeCloseTo(predictNewCustomer(fit, 20), 7);
  expect(Array.from(predictCountProbabilities(fit, 0, 3))).toEqual([1, 0, 0]);
  expect(predictNewCustomer(fit, 0)).toBe(0);
});

it.each(fits)("%p: what a new customer buys later is what those seen so far are expected to buy", (fit) => {
  // One moment after the start everybody is still without a repeat purchase, so a new customer and one just seen must agree.
  const fresh = { ...one, frequency: Float64Array.of(0), ageAtLast: Float64Array.of(0), observed: Float64Array.of(0) };
  expect(predictPurchases(fit, fresh, 30)[0]).toBeCloseTo(predictNewCustomer(fit, 30), 10);
});

it.each(fits)("%p: expected purchases grow with the horizon, and a silent customer is less alive", (fit) => {
  const horizons = [0, 1, 10, 100, 1000, 1e5].map((time) => predictPurchases(fit, one, time)[0]);
  expect(horizons).toEqual([...horizons].sort((a, b) => a - b));
  expect(horizons[0]).toBe(0);
  const silent = predictAlive(fit, { ...one, observed: Float64Array.of(600) })[0];
  expect(silent).toBeLessThan(0.01);
});

it("gives BG/NBD one-time buyers a P(alive) of exactly 1, the other models less", () => {
  const oneTime = { ...one, frequency: Float64Array.of(0), ageAtLast: Float64Array.of(0) };
  const [first, second, third] = fits.map((fit) => predictAlive(fit, oneTime)[0]);
  expect(first).toBe(1);
  expect(second).toBeCloseTo(1 / (1 + (1.2 / 3.3) * Math.SQRT2), 12);
  expect(third).toBeLessThan(1);
});

it.each<[TimeUnit, number]>([
  ["day", 30.4375],
  ["week", 30.4375 / 7],
  ["month", 1],
  ["year", 1 / 12],
])("takes a month as so many %ss: %p", (timeUnit, units) => {
  expect(convertMonths(1, timeUnit)).toBeCloseTo(units, 12);
  expect(buildMonthSchedule(3, 0.01, { timeUnit }).ends[2]).toBeCloseTo(3 * units, 12);
});

it("refuses a fit without a unit, histories in another unit and months that are none", () => {
  const without = { model: "bg-nbd", parameters: bg.parameters } as unknown as RepeatModelParameters;
  expect(() => predictAlive(without, one)).toThrow(/time unit/);
  expect(() => buildMonthSchedule(12, 0, without)).toThrow(/time unit/);
  expect(() => predictAlive({ ...bg, timeUnit: "day" }, one)).toThrow(/counts in days/);
  expect(() => buildMonthSchedule(0, 0, bg)).toThrow(RangeError);
  expect(() => buildMonthSchedule(1.5, 0, bg)).toThrow(RangeError);
  expect(() => buildMonthSchedule(12, -1, bg)).toThrow(RangeError);
  expect(() => predictPurchases(bg, one, -1)).toThrow(RangeError);
});

it("sums months to the whole horizon, and discounts each at its end", () => {
  const schedule = buildMonthSchedule(12, 0.01, bg);
  const { purchases, discounted, monthPurchases, monthSpend } = predictScheduledPurchases(
    bg,
    one,
    schedule,
    Float64Array.of(2),
    Float64Array.of(50),
  );
  expect(purchases[0]).toBeCloseTo(predictPurchases(bg, one, schedule.ends[11])[0], 12);
  expect(monthPurchases.reduce((sum, value) => sum + value, 0)).toBeCloseTo(2 * purchases[0], 12);
  const value = monthSpend.reduce((sum, spend, month) => sum + spend / 1.01 ** (month + 1), 0);
  expect(50 * discounted[0]).toBeCloseTo(value, 12);
});

it("turns a yearly rate into the monthly one that compounds to it", () => {
  expect((1 + convertYearlyRate(0.1)) ** 12).toBeCloseTo(1.1, 12);
});
