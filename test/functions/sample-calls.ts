import { simulateCustomers } from "../helpers/simulate-customers";
import { column, serial } from "./excel-functions";

/**
 * How a result lies: beside its arguments, cell by cell, in their direction (`beside`); the same whichever way lists lie (`free`); or made
 * of a table whose rows are customers (`table`).
 */
export type Direction = "beside" | "free" | "table";

export interface SampleCall {
  readonly direction: Direction;
  /** Required arguments by name: valid ones. */
  readonly required: Readonly<Record<string, unknown[][]>>;
  /** A value other than the default for each optional argument. */
  readonly optional: Readonly<Record<string, unknown>>;
}

const numbers = column(3, 1, 4, 1, 5, 9);
const days = (...dates: string[]) => column(...dates.map(serial));

const { histories, monetaryMean } = simulateCustomers("bg-nbd", { r: 0.5, alpha: 6, a: 0.9, b: 2.5 }, 250, 6);
const show = (values: Float64Array) => Array.from(values, (value) => [Math.round(value * 1000) / 1000]);

/** Customers who behave as the models say. */
export const simulated = {
  repeat_purchases: show(histories.frequency),
  age_at_last: show(histories.ageAtLast),
  age: show(histories.observed),
  mean_spend: show(monetaryMean),
};
const { repeat_purchases, age_at_last, age, mean_spend } = simulated;
const parameters = [[0.5, 6, 0.9, 2.5]];

const measures = [
  [5, 12, 900],
  [6, 11, 950],
  [7, 12, 880],
  [80, 2, 40],
  [85, 1, 45],
  [90, 2, 50],
  [40, 5, 200],
  [42, 6, 220],
  [44, 5, 210],
  [6, 12, 905],
  [82, 2, 41],
  [41, 5, 205],
];
const tree = [
  ["column 1", "column 2", "column 3", "label", "customers", "purity"],
  ["<=60", "", "", "near", 8, 1],
  [">60", "", "", "far", 4, 1],
];

export const sampleCalls: Readonly<Record<string, SampleCall>> = {
  RFM: {
    direction: "free",
    required: {
      customers: column("A", "B", "A", "C", "B", "D"),
      dates: days("2024-01-05", "2024-01-09", "2024-02-01", "2024-02-11", "2024-03-01", "2024-03-02"),
      amounts: column(10, 20, 30, 40, 50, 60),
    },
    optional: { as_of: serial("2024-03-05"), bins: 4, method: "rank", headers: 0 },
  },
  SCORE: {
    direction: "beside",
    required: { values: numbers },
    optional: { bins: 4, method: "rank", descending: true },
  },
  SEGMENT: {
    direction: "beside",
    required: { r: column(5, 4, 3, 2, 1), f: column(1, 2, 3, 4, 5) },
    optional: { m: column(2, 2, 2, 2, 2), bins: 6 },
  },
  TIER: { direction: "beside", required: { values: numbers }, optional: { shares: [[0.5, 0.5]] } },
  ABC: { direction: "beside", required: { values: numbers }, optional: { cut_a: 0.5, cut_b: 0.95 } },
  PARETO: { direction: "free", required: { values: numbers }, optional: {} },
  GINI: { direction: "free", required: { values: numbers }, optional: {} },
  RFMTYPE: {
    direction: "beside",
    required: { r: column(5, 40, 90, 10), f: column(9, 1, 4, 1), m: column(500, 20, 300, 90) },
    optional: { thresholds: [[50, 2, 100]], scores: true },
  },
  CLV: {
    direction: "beside",
    required: { order_value: column(50, 80), orders_per_year: column(4, 2), years: column(3, 5) },
    optional: { margin: [[0.3]], discount: [[0.1]] },
  },
  PROFITRATE: { direction: "beside", required: { profit: column(30, -5), cost: column(60, 20) }, optional: {} },
  LTV: { direction: "beside", required: { annual_spend: column(1200, 300), years: column(5, 2) }, optional: {} },
  WALLET: {
    direction: "beside",
    required: { ours: column(100, 600), total: column(1000, 1000) },
    optional: { output: "stage" },
  },
  BGNBD: {
    direction: "free",
    required: { repeat_purchases, age_at_last, age },
    optional: { model: "mbg-nbd" },
  },
  GAMMAGAMMA: { direction: "free", required: { repeat_purchases, mean_spend }, optional: {} },
  PALIVE: {
    direction: "beside",
    required: { repeat_purchases, age_at_last, age },
    optional: { parameters, model: "mbg-nbd" },
  },
  EXPECTED: {
    direction: "beside",
    required: { repeat_purchases, age_at_last, age, horizon: [[10]] },
    optional: { parameters, model: "mbg-nbd" },
  },
  SPEND: {
    direction: "beside",
    required: { repeat_purchases, mean_spend },
    optional: { spend_parameters: [[6, 4, 15]] },
  },
  LIFETIME: {
    direction: "beside",
    required: { repeat_purchases, age_at_last, age, mean_spend },
    optional: {
      parameters,
      spend_parameters: [[6, 4, 15]],
      months: 6,
      discount: 0.05,
      margin: 0.3,
      unit: "month",
      model: "mbg-nbd",
    },
  },
  CLUSTER: {
    direction: "table",
    required: { data: measures },
    optional: { k: 3, values: column(...measures.map(([first]) => first)), transform: "never", seed: 7, headers: 1 },
  },
  TREE: {
    direction: "table",
    required: { data: measures, labels: column("a", "a", "a", "b", "b", "b", "c", "c", "c", "a", "b", "c") },
    optional: { depth: 1, min_leaf: 3, headers: 1 },
  },
  PREDICT: { direction: "table", required: { tree, data: measures }, optional: { headers: 1 } },
  STAGE: {
    direction: "beside",
    required: {
      first: days("2023-01-05", "2024-02-20", "2022-01-01", "2023-06-01"),
      last: days("2024-02-20", "2024-02-20", "2022-06-01", "2023-12-01"),
      as_of: days("2024-03-01", "2024-03-01", "2024-03-01", "2024-03-01"),
      gap: column(30, 30, 30, 30),
    },
    optional: {
      orders: column(1, 1, 5, 5),
      recent_amount: column(50, 10, 0, 0),
      previous_amount: column(20, 0, 0, 10),
      window: 500,
      stages: "S3-5",
    },
  },
  CHURN: {
    direction: "beside",
    required: {
      last: days("2024-02-20", "2023-11-01", "2022-06-01"),
      as_of: days("2024-03-01", "2024-03-01", "2024-03-01"),
      gap: column(30, 30, 30),
    },
    optional: { alive: column(0.1, 0.9, 0.9), rule: "gap" },
  },
  LOYALTY: {
    direction: "beside",
    required: { alive: column(0.9, 0.2), purchase_days: column(5, 1) },
    optional: {
      satisfaction: column(5, 2),
      recommend: column(9, 3),
      wallet_share: column(0.5, 0.1),
      weights: [[1, 3, 1, 1, 1]],
      scale: 5,
    },
  },
  AHP: {
    direction: "table",
    required: {
      matrix: [
        [1, 3, 5],
        [1 / 3, 1, 3],
        [1 / 5, 1 / 3, 1],
      ],
    },
    optional: {},
  },
  FUZZY: {
    direction: "table",
    required: {
      weights: [[0.4, 0.35, 0.25]],
      ratings: [
        [0.5, 0.3, 0.15, 0.05],
        [0.2, 0.4, 0.3, 0.1],
        [0.1, 0.3, 0.4, 0.2],
      ],
    },
    optional: { grades: [[10, 8, 5, 0]], operator: "maxMin" },
  },
  WEIGHTED: {
    direction: "table",
    required: { values: measures, weights: [[0.3, 0.4, 0.3]] },
    optional: { lower_better: [[true, false, false]], method: "minMax", headers: 1 },
  },
  MIGRATION: {
    direction: "free",
    required: { before: column("A", "A", "B", ""), after: column("A", "B", "B", "A") },
    optional: { order: [["B", "A"]], output: "shares" },
  },
  LIFT: {
    direction: "table",
    required: {
      exposed: [[5000]],
      responded: [[260]],
      control_exposed: [[5000]],
      control_responded: [[180]],
    },
    optional: { confidence: 0.9 },
  },
};

/** Arguments that hold days, and those that hold text or labels, so that numbers as text mean something else there. */
export const dayArguments = ["dates", "first", "last", "as_of"];
export const textArguments = ["customers", "labels", "before", "after", "tree", "TREE.data", "PREDICT.data"];
