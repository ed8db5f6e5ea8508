import { readFileSync } from "node:fs";
import { join } from "node:path";
import { computeRepeatLogLikelihood, fitRepeatModel } from "../../src/core/clv/fit-repeat-model";
import { fitGammaGamma, predictSpend, selectSpendHistories } from "../../src/core/clv/gamma-gamma";
import { computeForecastError } from "../../src/core/clv/holdout";
import { estimateLifetimeValue } from "../../src/core/clv/lifetime-value";
import type { RepeatModelParameters } from "../../src/core/clv/predict-repeat";
import {
  buildMonthSchedule,
  predictAlive,
  predictNewCustomer,
  predictPurchases,
  predictScheduledPurchases,
} from "../../src/core/clv/predict-repeat";
import { summarizeHistories } from "../../src/core/clv/purchase-day-columns";
import { groupHistories } from "../../src/core/clv/purchase-histories";
import type { RepeatModelId } from "../../src/core/clv/repeat-model";
import type { TimeUnit } from "../../src/core/clv/time-unit";
import { expectClose } from "../helpers/expect-close";
import { referenceFolder } from "../helpers/reference-folder";
import { readCdnow, toDay } from "./purchase-days";
import { parseNumbers, readReferenceTable } from "./reference-table";

type Figures = Record<string, number>;
const readJson = <Shape>(file: string): Shape =>
  JSON.parse(readFileSync(join(referenceFolder(), "reference", file), "utf8")) as Shape;

const cdnow = readCdnow("cdnow-sample.csv");
const calibrationEndDay = toDay("1997-09-30");
const endDay = toDay("1998-06-30");
const raw = summarizeHistories(cdnow.columns, calibrationEndDay, "week");
const rawGroups = groupHistories(raw.histories);

const table = readReferenceTable("cdnow_predictions.csv");
const column = (name: string) => parseNumbers(table[name]);
const rounded = {
  frequency: column("x"),
  ageAtLast: column("t_x"),
  observed: column("T"),
  timeUnit: "week" as const,
};
const zbar = column("zbar");
const holdout = column("x_holdout");
const { bgnbd, gamma_gamma, totals, customers, ...reference } = readJson<{
  bgnbd: { polished_optimum: Figures };
  gamma_gamma: { polished_optimum: Figures };
  totals: Figures;
  customers: Record<string, Figures>;
  expected_repeat_purchases_random_customer: Figures;
  rounded_weeks_own_fit: Record<string, Figures>;
  unrounded_weeks: Record<string, Figures> & { sum_clv_12m: number };
  time_scaling: Figures;
}>("cdnow_bgnbd.json");

const keys: Record<RepeatModelId, string> = { "bg-nbd": "bgnbd", "mbg-nbd": "mbg_nbd", "pareto-nbd": "pareto_nbd" };
const ids = Object.keys(keys) as RepeatModelId[];
const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
const takeParameters = (figures: Figures) =>
  Object.fromEntries(Object.entries(figures).filter(([name]) => name !== "log_likelihood"));

/** Twelve months of 4.345 weeks, as the published tool counts them. */
const publishedSchedule = {
  ends: Float64Array.from({ length: 12 }, (_, i) => 4.345 * (i + 1)),
  discounts: Float64Array.from({ length: 12 }, (_, i) => 1.01 ** -(i + 1)),
};

describe("the histories of the CDNOW sample", () => {
  it("are those of the published file", () => {
    expect(cdnow.ids).toHaveLength(2357);
    expect(cdnow.columns.day).toHaveLength(6696);
    expect(raw.histories.frequency).toEqual(rounded.frequency);
    const round = (time: number) => Math.floor(time * 100 + 0.5 + 1e-9) / 100;
    raw.histories.ageAtLast.forEach((time, i) => expect(round(time)).toBeCloseTo(rounded.ageAtLast[i], 9));
    raw.histories.observed.forEach((time, i) => expect(round(time)).toBeCloseTo(rounded.observed[i], 9));
    raw.monetaryMean.forEach((mean, i) => expectClose(mean, zbar[i], 1e-9, 1e-9));
  });

  it("are 1,016 different ones", () => {
    expect(rawGroups.weight).toHaveLength(1016);
    expect(sum(raw.histories.frequency)).toBe(2457);
    expect(Math.max(...raw.histories.frequency)).toBe(29);
  });
});

describe.each(ids)("the own fit of %s", (id) => {
  it.each([
    ["rounded", "rounded_weeks_own_fit"],
    ["unrounded", "unrounded_weeks"],
  ] as const)("reaches the best known log-likelihood and parameters on %s weeks", (input, block) => {
    const fit = fitRepeatModel(id, input === "rounded" ? groupHistories(rounded) : rawGroups);
    const expected = reference[block][keys[id]] as Figures;
    expect(fit.converged).toBe(true);
    expect(fit.logLikelihood).toBeGreaterThan(expected.log_likelihood - 1e-4);
    expect(fit.logLikelihood).toBeLessThan(expected.log_likelihood + 1e-6);
    for (const [name, value] of Object.entries(takeParameters(expected)))
      expectClose(fit.parameters[name], value, id === "pareto-nbd" ? 1e-3 : 1e-5);
  });
});

it.each<[RepeatModelId, number[]]>([
  ["bg-nbd", [0.012557, 0.378224, 0.185733, 0.70541]],
  ["pareto-nbd", [0.047628, 0.842722, 0.187279, 6.211051]],
])("has the reference standard errors of %s", (id, errors) => {
  const { standardErrors } = fitRepeatModel(id, rawGroups);
  Object.values(standardErrors!).forEach((error, i) => expectClose(error, errors[i], 1e-4));
});

it.each<TimeUnit>(["day", "month", "year"])("fits the same model in %ss", (timeUnit) => {
  const histories = summarizeHistories(cdnow.columns, calibrationEndDay, timeUnit).histories;
  const weeks = fitRepeatModel("bg-nbd", rawGroups);
  const other = fitRepeatModel("bg-nbd", groupHistories(histories));
  for (const name of ["r", "a", "b"]) expectClose(other.parameters[name], weeks.parameters[name], 1e-7);
  if (timeUnit !== "day") return;
  expectClose(other.parameters.alpha, reference.time_scaling.alpha_days, 1e-6);
  expectClose(other.logLikelihood, reference.time_scaling.log_likelihood_days, 0, 1e-5);
});

it("has the log-likelihood of the published parameters", () => {
  const published = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
  expect(computeRepeatLogLikelihood("bg-nbd", rounded, published)).toBeCloseTo(-9582.426831, 6);
});

it("fits the reference Gamma-Gamma model", () => {
  const fit = fitGammaGamma(selectSpendHistories(rounded.frequency, zbar));
  const { log_likelihood: logLikelihood, ...parameters } = gamma_gamma.polished_optimum;
  expect(fit.customers).toBe(946);
  expectClose(fit.logLikelihood, logLikelihood, 0, 1e-6);
  for (const [name, value] of Object.entries(parameters)) expectClose(fit.parameters[name], value, 1e-5);
  expectClose(fit.populationMean!, 35.170372, 1e-6);
  expectClose(fit.correlation!, 0.11388791939125478, 1e-9);
});

describe("all customers at the reference parameters", () => {
  const fit: RepeatModelParameters = {
    model: "bg-nbd",
    timeUnit: "week",
    parameters: takeParameters(bgnbd.polished_optimum),
  };
  const pareto: RepeatModelParameters = {
    model: "pareto-nbd",
    timeUnit: "week",
    parameters: { r: 0.5532663977636374, alpha: 10.577373325340053, s: 0.6062010879626234, beta: 11.668277556799207 },
  };
  const { p, q, v } = gamma_gamma.polished_optimum;
  const spend = predictSpend([p, q, v], rounded.frequency, zbar);
  const clv = predictScheduledPurchases(fit, rounded, publishedSchedule).discounted.map((n, i) => n * spend[i]);

  it.each<[string, string, Float64Array]>([
    ["e_purch_39w", "e_purch_39w", predictPurchases(fit, rounded, 39)],
    ["p_alive", "p_alive", predictAlive(fit, rounded)],
    ["e_avg_profit", "e_avg_profit", spend],
    ["clv_12m_1pct", "clv_12m_1pct", clv],
    ["pnbd_e_purch_39w", "pnbd_e_purch_39w", predictPurchases(pareto, rounded, 39)],
    ["pnbd_p_alive", "pnbd_p_alive", predictAlive(pareto, rounded)],
  ])("have the reference %s", (name, key, values) => {
    const expected = column(name);
    values.forEach((value, i) => expectClose(value, expected[i], 1e-8, 1e-12));
    for (const [id, figures] of Object.entries(customers))
      expectClose(values[table.ID.indexOf(id)], figures[key], 1e-8, 1e-12);
  });

  it("have the reference totals and errors", () => {
    const purchases = predictPurchases(fit, rounded, 39);
    const error = computeForecastError(purchases, holdout);
    expectClose(error.sum, totals.sum_e_purch_39w, 1e-8);
    expectClose(error.meanAbsoluteError, totals.mae_39w, 1e-8);
    expectClose(error.rootMeanSquareError, totals.rmse_39w, 1e-8);
    expectClose(error.correlation!, totals.corr_39w, 1e-8);
    expectClose(sum(predictAlive(fit, rounded)) / 2357, totals.mean_p_alive, 1e-8);
    expectClose(sum(clv), totals.sum_clv_12m, 1e-8);
    for (const [week, expected] of Object.entries(reference.expected_repeat_purchases_random_customer))
      expectClose(predictNewCustomer(fit, Number(week)), expected, 1e-8);
  });
});

it.each<[RepeatModelId, number[]]>([
  ["bg-nbd", [0.053184, 0.533637, 0.901319, 1.19501, 1.444012, 1.857958]],
  ["mbg-nbd", [0.05306, 0.535084, 0.898146, 1.18228, 1.418885, 1.80363]],
  ["pareto-nbd", [0.051006, 0.531399, 0.908914, 1.213404, 1.473434, 1.909866]],
])("%s expects the reference purchases of a new customer", (id, expected) => {
  const fit = fitRepeatModel(id, rawGroups);
  [1, 13, 26, 39, 52, 78].forEach((week, i) => expectClose(predictNewCustomer(fit, week), expected[i], 2e-5));
});

describe("the whole analysis of the CDNOW sample", () => {
  const result = estimateLifetimeValue(cdnow.columns, {
    endDay,
    calibrationEndDay,
    timeUnit: "week",
    monthlyDiscountRate: 0.01,
  });
  const report = result.holdout!;
  const byModel = new Map(report.models.map((model) => [model.fit.model, model]));

  it("takes BG/NBD, and P(alive) from MBG/NBD", () => {
    expect(result).toMatchObject({ model: "bg-nbd", modelSource: "holdout", pAliveModel: "mbg-nbd" });
    expect(report).toMatchObject({
      calibrationDays: 273,
      holdoutDays: 273,
      customers: 2357,
      repeaters: 946,
      leftOut: 0,
    });
    expect(result.remarks.filter(({ level }) => level !== "info")).toEqual([]);
  });

  it("has the reference value of customers and in total", () => {
    expectClose(result.totals.clv!.value, 71550.20073, 1e-6);
    [36.296015, 4.64383, 8.34992, 283.722438].forEach((clv, i) =>
      expectClose(result.customers.clv[[0, 1, 2, 5][i]], clv, 1e-5),
    );
    expectClose(result.customers.pAlive[0], 0.706138, 1e-5);
    expectClose(result.customers.pAlive[2], 0.389723, 1e-5);
  });

  it.each<[RepeatModelId, number]>([
    ["mbg-nbd", 67813.009],
    ["pareto-nbd", 72358.922],
  ])("has the reference total by %s", (model, total) => {
    const other = estimateLifetimeValue(cdnow.columns, {
      endDay,
      calibrationEndDay,
      model,
      monthlyDiscountRate: 0.01,
      outcomeDraws: 0,
    });
    expectClose(other.totals.clv!.value, total, 1e-5);
  });

  it("has the reference total without discount", () => {
    const other = estimateLifetimeValue(cdnow.columns, {
      endDay,
      calibrationEndDay,
      model: "bg-nbd",
      monthlyDiscountRate: 0,
      outcomeDraws: 0,
    });
    expectClose(other.totals.clv!.value, 75914.680817, 1e-6);
  });

  it("has the reference total with the published length of a month", () => {
    const fit = byModel.get("bg-nbd")!.fit;
    const spend = predictSpend(Object.values(result.gammaGamma!.parameters), raw.histories.frequency, raw.monetaryMean);
    const { discounted } = predictScheduledPurchases(fit, raw.histories, publishedSchedule);
    expectClose(sum(discounted.map((n, i) => n * spend[i])), reference.unrounded_weeks.sum_clv_12m, 1e-6);
  });

  it.each<[RepeatModelId, number[], number[]]>([
    [
      "bg-nbd",
      [1653.4087, -0.12146, 0.785454, 1.607982, 0.625647, 0.81344],
      [0.225, 0.523, 1.044, 1.52, 2.164, 2.654, 3.504, 6.157],
    ],
    [
      "mbg-nbd",
      [1576.7282, -0.16221, 0.764779, 1.607183, 0.627253, 0.448721],
      [0.185, 0.551, 1.049, 1.493, 2.104, 2.564, 3.361, 5.849],
    ],
    [
      "pareto-nbd",
      [1665.5131, -0.11503, 0.754523, 1.602848, 0.630223, 0.446277],
      [0.138, 0.599, 1.196, 1.714, 2.398, 2.907, 3.819, 6.403],
    ],
  ])("has the reference holdout errors of %s", (id, errors, means) => {
    const model = byModel.get(id)!;
    const found = [
      model.sum,
      model.biasShare!,
      model.meanAbsoluteError,
      model.rootMeanSquareError,
      model.correlation!,
      model.meanAlive,
    ];
    errors.forEach((expected, i) => expectClose(found[i], expected, 1e-4));
    means.forEach((mean, i) => expect(model.meanByFrequency[i]).toBeCloseTo(mean, 3));
  });

  it("has the reference outcome and the reference errors of forecasts without a model", () => {
    expect(report.actual.sum).toBe(1882);
    expect(report.actual.histogram).toEqual([1411, 439, 214, 100, 62, 38, 29, 64]);
    [0.237, 0.697, 1.393, 1.56, 2.532, 2.947, 3.862, 6.359].forEach((mean, i) =>
      expect(report.actual.meanByFrequency[i]).toBeCloseTo(mean, 3),
    );
    const expected = {
      ownRate: [2930.1011, 1.023669, 2.211918],
      pooledRate: [2928.9462, 1.382077, 2.104233],
      sameCount: [2457, 0.897327, 1.971046],
      zero: [0, 0.798473, 2.206366],
    };
    for (const [name, [total, absolute, squared]] of Object.entries(expected)) {
      const error = report.naive[name as keyof typeof expected];
      expectClose(error.sum, total, 1e-7, 1e-4);
      expect(error.meanAbsoluteError).toBeCloseTo(absolute, 5);
      expect(error.rootMeanSquareError).toBeCloseTo(squared, 5);
    }
  });

  it("has the reference histogram and tracking curves", () => {
    [1407.7, 460.3, 192.5, 101.2, 59.8, 38.1, 25.5, 71.9].forEach((customersAt, n) =>
      expect(byModel.get("bg-nbd")!.histogram[n]).toBeCloseTo(customersAt, 1),
    );
    const read = (cumulated: readonly number[]) => [13, 26, 39, 52, 65, 78].map((week) => cumulated[week - 1]);
    expect(read(report.tracking.cumulated)).toEqual([828, 1746, 2457, 3183, 3844, 4339]);
    read(byModel.get("bg-nbd")!.tracking.cumulated).forEach((value, i) =>
      expect(value).toBeCloseTo([709, 1726.9, 2494, 3127.7, 3675, 4160.6][i], 1),
    );
    read(byModel.get("pareto-nbd")!.tracking.cumulated).forEach((value, i) =>
      expect(value).toBeCloseTo([698.8, 1733.1, 2524.9, 3184.4, 3757.9, 4270][i], 1),
    );
  });

  it("gives the same value in days", () => {
    const days = estimateLifetimeValue(cdnow.columns, {
      endDay,
      calibrationEndDay,
      timeUnit: "day",
      monthlyDiscountRate: 0.01,
      outcomeDraws: 0,
    });
    expectClose(days.totals.clv!.value, result.totals.clv!.value, 1e-7);
    days.customers.clv.forEach((value, i) => expectClose(value, result.customers.clv[i], 1e-6, 1e-9));
  });

  it("holds what customers bought in the holdout in 80 % of simulated futures or more", () => {
    const { outcomePurchasesLow: low, outcomePurchasesHigh: high } = estimateLifetimeValue(cdnow.columns, {
      endDay,
      calibrationEndDay,
      model: "mbg-nbd",
      horizonMonths: 9,
    }).customers;
    const held = holdout.filter((purchases, i) => purchases >= low[i] && purchases <= high[i]).length;
    expect(held / holdout.length).toBeGreaterThan(0.8);
    expect(held / holdout.length).toBeLessThan(0.99);
  });
});

it("never lets a month be typed: a week model knows its 4.348214 weeks", () => {
  const schedule = buildMonthSchedule(12, 0.01, { timeUnit: "week" });
  expect(schedule.ends[0]).toBeCloseTo(4.348214, 6);
});
