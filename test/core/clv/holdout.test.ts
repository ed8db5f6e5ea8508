import { computeForecastError, predictNaive, splitHoldout, summarizeActual } from "../../../src/core/clv/holdout";
import { summarizeHistories } from "../../../src/core/clv/purchase-day-columns";
import { countTracking } from "../../../src/core/clv/tracking";

/** Four customers: one steady, one who stops, one who buys once, one who comes in the holdout. */
const days = [[0, 7, 14, 28, 42], [0, 3, 6], [9], [30, 40]];
const columns = {
  offsets: Int32Array.of(0, 5, 8, 9, 11),
  day: Int32Array.from(days.flat()),
  amount: Float64Array.of(99, 10, 20, 40, 1, 50, 5, NaN, 7, 8, 9),
};

it("knows of each customer what had happened by the day", () => {
  const { histories, monetaryMean, customer, later } = summarizeHistories(columns, 27, "week");
  expect(Array.from(customer)).toEqual([0, 1, 2]);
  expect(later).toBe(1);
  expect(Array.from(histories.frequency)).toEqual([2, 2, 0]);
  expect(Array.from(histories.ageAtLast)).toEqual([2, 6 / 7, 0]);
  expect(Array.from(histories.observed)).toEqual([27 / 7, 27 / 7, 18 / 7]);
  expect(Array.from(monetaryMean)).toEqual([15, 5, 0]);
});

it("splits at a day: histories before, purchases after, later customers left out", () => {
  const split = splitHoldout(columns, 20, 41, "day");
  expect(Array.from(split.customer)).toEqual([0, 1, 2]);
  expect(Array.from(split.actual)).toEqual([1, 0, 0]);
  expect(Array.from(split.recent)).toEqual([2, 2, 0]);
  expect(split).toMatchObject({ holdoutTime: 21, later: 1 });
  expect(summarizeActual(split)).toEqual({
    sum: 1,
    meanByFrequency: [0, null, 0.5, null, null, null, null, null],
    histogram: [1, 0, 2, 0, 0, 0, 0, 0],
  });
});

it("makes the four forecasts that need no model", () => {
  const naive = predictNaive(splitHoldout(columns, 20, 41, "day"));
  expect(naive.ownRate.sum).toBeCloseTo((2 / 20) * 21 * 2, 12);
  expect(naive.pooledRate.sum).toBeCloseTo((4 / 51) * 21 * 3, 12);
  expect(naive.sameCount).toMatchObject({ sum: 4, biasShare: 3, meanAbsoluteError: 1 });
  expect(naive.zero).toEqual({
    sum: 0,
    biasShare: -1,
    meanAbsoluteError: 1 / 3,
    rootMeanSquareError: Math.sqrt(1 / 3),
    correlation: null,
  });
});

it("measures errors, and no bias where nobody bought", () => {
  expect(computeForecastError(Float64Array.of(1, 2, 3), Float64Array.of(2, 2, 5))).toEqual({
    sum: 6,
    biasShare: 6 / 9 - 1,
    meanAbsoluteError: 1,
    rootMeanSquareError: Math.sqrt(5 / 3),
    correlation: expect.closeTo(Math.sqrt(0.75), 12),
  });
  expect(computeForecastError(Float64Array.of(1), Float64Array.of(0)).biasShare).toBeNull();
});

it("counts repeat purchases week by week, the last week being short", () => {
  const period = { customer: Int32Array.of(0, 1, 2), firstDay: 0, lastDay: 29 };
  expect(countTracking(columns, period)).toEqual({
    incremental: [2, 1, 1, 0, 1],
    cumulated: [2, 3, 4, 4, 5],
  });
});

it("refuses a holdout that ends before it starts", () => {
  expect(() => splitHoldout(columns, 20, 20, "day")).toThrow(RangeError);
});
