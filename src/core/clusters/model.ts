import type { ClusterModel, TransformModel } from "./cluster-types";
import { computeOriginalValue, buildPoints } from "./transform";
import type { Feature } from "./transform";
import { assignNearest } from "./lloyd";
import type { KMeansResult } from "./k-means";

/** Clusters in their final order. */
export interface OrderedClusters {
  readonly model: ClusterModel;
  /** Cluster of each customer, 0 = the most valuable; -1 where a feature is blank. */
  readonly codes: Int32Array;
  readonly sizes: readonly number[];
}

/**
 * Numbers the clusters by the mean value of their customers, most valuable first; equal means put the larger cluster first.
 *
 * @param result    clusters of the points
 * @param transform that made the points
 * @param customers customer index of each point
 * @param values    value of every customer (profit, else revenue), NaN = blank; null where no value is known: the larger cluster is then first
 * @param rows      number of customers in all
 */
export function orderClustersByValue(
  result: KMeansResult,
  transform: TransformModel,
  customers: Int32Array,
  values: ArrayLike<number> | null,
  rows: number,
): OrderedClusters {
  const { k, centres, labels, sizes } = result;
  const means = computeMeanValues(result, customers, values);
  const order = Array.from({ length: k }, (_, c) => c).sort(
    (a, b) => means[b] - means[a] || sizes[b] - sizes[a] || a - b,
  );
  const rank = new Int32Array(k);
  order.forEach((cluster, position) => (rank[cluster] = position));
  const codes = new Int32Array(rows).fill(-1);
  for (let i = 0; i < customers.length; i++) codes[customers[i]] = rank[labels[i]];
  const dimensions = centres.length / k;
  return {
    model: {
      transform,
      centres: order.map((c) => Array.from(centres.subarray(c * dimensions, (c + 1) * dimensions))),
    },
    codes,
    sizes: order.map((c) => sizes[c]),
  };
}

/**
 * The cluster whose centre is nearest, by a stored model: the same thresholds, means and centres as in the run it comes from.
 *
 * @param model    from {@link orderClustersByValue}
 * @param features columns of equal length that include, by name, all features of the model
 * @returns 0-based cluster per customer, of equally near ones the first; -1 where a feature is blank
 * @throws RangeError when a feature of the model is missing
 */
export function assignClusters(model: ClusterModel, features: readonly Feature[]): Int32Array {
  const { points, customers } = buildPoints(model.transform, features);
  const codes = new Int32Array(features.length === 0 ? 0 : features[0].values.length).fill(-1);
  const labels = assignNearest(points, Float64Array.from(model.centres.flat()));
  for (let i = 0; i < customers.length; i++) codes[customers[i]] = labels[i];
  return codes;
}

/**
 * Centres in the units of the features: the inverse transform of the mean z-scores (for a logarithm a kind of geometric mean).
 *
 * @returns per cluster one number per feature of the transform
 */
export function computeOriginalCentres({ transform, centres }: ClusterModel): number[][] {
  return centres.map((centre) => centre.map((standard, d) => computeOriginalValue(transform.features[d], standard)));
}

function computeMeanValues(
  { k, labels }: KMeansResult,
  customers: Int32Array,
  values: ArrayLike<number> | null,
): Float64Array {
  const sums = new Float64Array(k);
  const counts = new Float64Array(k);
  for (let i = 0; values !== null && i < customers.length; i++) {
    const value = values[customers[i]];
    if (value !== value) continue;
    sums[labels[i]] += value;
    counts[labels[i]]++;
  }
  return sums.map((sum, c) => (counts[c] > 0 ? sum / counts[c] : values === null ? 0 : -Number.MAX_VALUE));
}
