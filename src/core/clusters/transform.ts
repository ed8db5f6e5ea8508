import { computeQuantile, sortNumbers } from "../math/quantile";
import { computeMean, computePopulationSd, computeSkewness } from "../math/statistics";
import type { FeatureTransform, TransformModel } from "./cluster-types";
import type { Points } from "./points";

/** A numeric column to cluster on: one value per customer, NaN = blank. */
export interface Feature {
  readonly name: string;
  readonly values: Float64Array;
}

/** How features are brought to a comparable scale. */
export interface TransformOptions {
  /** `auto` (default): where the skewness is beyond -1..1. */
  readonly log?: "auto" | "always" | "never";
  /** Values beyond the 1 % and 99 % quantiles count as these. Default false. */
  readonly winsorise?: boolean;
}

/** Customers ready to be clustered. */
export interface TransformedCustomers {
  /** One point per customer without blanks, in customer order. */
  readonly points: Points;
  /** Customer index of each point. */
  readonly customers: Int32Array;
}

/**
 * Learns the scale of the features from the customers who have all of them.
 *
 * Skewness g1 > 1 without negative values gives ln(1 + v); |g1| > 1 otherwise gives sign(v) * ln(1 + |v|); then a z-score with the population
 * standard deviation. A feature without variation is dropped and named.
 *
 * @param features columns of equal length; a customer with a blank in any of them is left out
 * @throws RangeError without features, with columns of unequal length, or when no customer has all features
 */
export function fitTransform(features: readonly Feature[], options: TransformOptions = {}): TransformModel {
  const { log = "auto", winsorise = false } = options;
  if (features.length === 0) throw new RangeError("at least one feature is needed");
  const customers = listComplete(features);
  if (customers.length === 0) throw new RangeError("no customer has all features");
  const fitted: FeatureTransform[] = [];
  const dropped: string[] = [];
  for (const { name, values } of features) {
    const present = Float64Array.from(customers, (customer) => values[customer]);
    const sorted = winsorise ? sortNumbers(present) : null;
    const lowest = sorted === null ? null : computeQuantile(sorted, 1, 100);
    const highest = sorted === null ? null : computeQuantile(sorted, 99, 100);
    for (let i = 0; i < present.length; i++) present[i] = clip(present[i], lowest, highest);
    const chosen = chooseLog(present, log);
    for (let i = 0; i < present.length; i++) present[i] = applyLog(present[i], chosen);
    const mean = computeMean(present);
    const sd = computePopulationSd(present, mean);
    if (sd > Math.abs(mean) * 1e-14) fitted.push({ name, log: chosen, lowest, highest, mean, sd });
    else dropped.push(name);
  }
  return { features: fitted, dropped };
}

/**
 * The customers as points on the scale of a fitted transform.
 *
 * @param model    from {@link fitTransform}
 * @param features columns of equal length that include, by name, all features of the model; others are ignored
 * @returns customers with a blank in a feature of the model are left out
 * @throws RangeError when a feature of the model is missing or columns are of unequal length
 */
export function buildPoints(model: TransformModel, features: readonly Feature[]): TransformedCustomers {
  const used = model.features.map(({ name }) => {
    const feature = features.find((other) => other.name === name);
    if (feature === undefined) throw new RangeError(`the model needs the feature ${name}`);
    return feature;
  });
  const customers = used.length === 0 ? new Int32Array(0) : listComplete(used);
  const dimensions = used.length;
  const values = new Float64Array(customers.length * dimensions);
  model.features.forEach(({ log, lowest, highest, mean, sd }, d) => {
    const column = used[d].values;
    for (let i = 0; i < customers.length; i++) {
      values[i * dimensions + d] = (applyLog(clip(column[customers[i]], lowest, highest), log) - mean) / sd;
    }
  });
  return { points: { values, rows: customers.length, dimensions }, customers };
}

/**
 * z-scores back in the units of the feature.
 *
 * @returns the value whose transform is `standard`
 */
export function computeOriginalValue({ log, mean, sd }: FeatureTransform, standard: number): number {
  const transformed = mean + sd * standard;
  if (log === "none") return transformed;
  if (log === "log1p") return Math.expm1(transformed);
  return Math.sign(transformed) * Math.expm1(Math.abs(transformed));
}

function listComplete(features: readonly Feature[]): Int32Array {
  const rows = features[0].values.length;
  for (const { name, values } of features) {
    if (values.length !== rows)
      throw new RangeError(`features must be of equal length; ${name} has ${values.length}, not ${rows}`);
  }
  const complete: number[] = [];
  for (let row = 0; row < rows; row++) {
    if (features.every(({ values }) => Number.isFinite(values[row]))) complete.push(row);
  }
  return Int32Array.from(complete);
}

function chooseLog(values: Float64Array, log: "auto" | "always" | "never"): FeatureTransform["log"] {
  if (log === "never") return "none";
  const negative = values.some((value) => value < 0);
  if (log === "always") return negative ? "signedLog" : "log1p";
  const skewness = computeSkewness(values);
  if (skewness > 1 && !negative) return "log1p";
  return Math.abs(skewness) > 1 && negative ? "signedLog" : "none";
}

function applyLog(value: number, log: FeatureTransform["log"]): number {
  if (log === "none") return value;
  if (log === "log1p" && value > -1) return Math.log1p(value);
  return Math.sign(value) * Math.log1p(Math.abs(value));
}

function clip(value: number, lowest: number | null, highest: number | null): number {
  if (lowest !== null && value < lowest) return lowest;
  return highest !== null && value > highest ? highest : value;
}
