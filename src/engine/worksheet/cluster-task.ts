import { chooseK } from "../../core/clusters/choose-k";
import { orderClustersByValue } from "../../core/clusters/model";
import { countDistinctPoints } from "../../core/clusters/points";
import type { Feature } from "../../core/clusters/transform";
import { buildPoints, fitTransform } from "../../core/clusters/transform";

/** Customers to cluster. */
export interface ClusterTask {
  /** Numeric columns of equal length, NaN = blank. */
  readonly features: readonly Feature[];
  /** What clusters are ordered by, largest mean first. */
  readonly values: Float64Array;
  /** 2..20; null recommends one. */
  readonly k: number | null;
  readonly transform: "auto" | "always" | "never" | "winsorise";
  readonly seed: number;
}

/** Why there are no clusters. */
export type ClusterFailure =
  { readonly failure: "constantColumns" } | { readonly failure: "tooFewDifferent"; readonly different: number };

/** Cluster of every customer, 0 = the most valuable, -1 where a column is blank; the same as in a full run on these columns. */
export function clusterRows({ features, values, k, transform, seed }: ClusterTask): Int32Array | ClusterFailure {
  if (!features[0].values.some((_, row) => features.every((feature) => Number.isFinite(feature.values[row])))) {
    return { failure: "tooFewDifferent", different: 0 };
  }
  const model = fitTransform(features, {
    log: transform === "winsorise" ? "auto" : transform,
    winsorise: transform === "winsorise",
  });
  if (model.features.length === 0) return { failure: "constantColumns" };
  const { points, customers } = buildPoints(model, features);
  const least = k ?? 2;
  const different = Math.min(points.rows - 1, countDistinctPoints(points, least));
  if (different < least) return { failure: "tooFewDifferent", different: Math.max(0, different) };
  const { choice, fits } = chooseK(points, k === null ? { seed } : { seed, smallestK: k, largestK: k });
  const fit = fits[choice.table.findIndex((row) => row.k === choice.recommendedK)];
  return orderClustersByValue(fit, model, customers, values, values.length).codes;
}
