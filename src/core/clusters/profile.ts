import { countGroups, computeMedianByGroup, sumByGroup } from "../math/groups";
import { computeMean, computeSum } from "../math/statistics";
import type { Feature } from "./transform";

/** How a group differs in one numeric column; NaN where the group has no value or the overall mean is 0. */
export interface FeatureProfile {
  readonly mean: number;
  readonly median: number;
  /** Mean of the group / mean of everyone * 100. */
  readonly index: number;
}

/** The most frequent values of an attribute in a group. */
export interface AttributeProfile {
  readonly attribute: string;
  /** At most two, most frequent first; `share` of the customers of the group. */
  readonly top: readonly { readonly label: string; readonly share: number }[];
}

/** A text column: `codes` index `labels`, -1 = blank. */
export interface Attribute {
  readonly name: string;
  readonly codes: ArrayLike<number>;
  readonly labels: readonly string[];
}

/** Profile of one group. */
export interface ClusterProfile {
  readonly customers: number;
  /** Share of the customers who are in any group. */
  readonly customerShare: number;
  /** In the order of the features. */
  readonly features: readonly FeatureProfile[];
  /** Share of the total of each value column, in their order; NaN where the total is 0. */
  readonly valueShares: readonly number[];
  readonly attributes: readonly AttributeProfile[];
}

/**
 * What is typical of each group.
 *
 * @param codes      group of each customer, 0..groupCount - 1; -1 = none, left out everywhere
 * @param groupCount number of groups
 * @param features   numeric columns to describe, NaN = blank
 * @param values     columns that add up, such as revenue and profit, NaN = blank
 * @param attributes text columns
 * @returns one profile per group
 */
export function buildClusterProfiles(
  codes: Int32Array,
  groupCount: number,
  features: readonly Feature[],
  values: readonly Feature[] = [],
  attributes: readonly Attribute[] = [],
): ClusterProfile[] {
  const sizes = countGroups(codes, groupCount);
  const all = computeSum(sizes);
  const described = features.map((feature) => describeFeature(codes, groupCount, feature.values));
  const shares = values.map((value) => {
    const sums = sumByGroup(codes, groupCount, value.values);
    const total = computeSum(sums);
    return sums.map((sum) => (total === 0 ? NaN : sum / total));
  });
  const tops = attributes.map((attribute) => listTopValues(codes, sizes, attribute));
  return Array.from({ length: groupCount }, (_, group) => ({
    customers: sizes[group],
    customerShare: all === 0 ? NaN : sizes[group] / all,
    features: described.map((profiles) => profiles[group]),
    valueShares: shares.map((share) => share[group]),
    attributes: attributes.map(({ name }, i) => ({ attribute: name, top: tops[i][group] })),
  }));
}

function describeFeature(codes: Int32Array, groupCount: number, values: Float64Array): FeatureProfile[] {
  const overall = computeMean(values.filter((_, customer) => codes[customer] >= 0));
  const medians = computeMedianByGroup(codes, groupCount, values);
  const sums = sumByGroup(codes, groupCount, values);
  const counts = sumByGroup(
    codes,
    groupCount,
    values.map((value) => (value === value ? 1 : 0)),
  );
  return Array.from(medians, (median, group) => {
    const mean = counts[group] > 0 ? sums[group] / counts[group] : NaN;
    return { mean, median, index: overall === 0 ? NaN : (mean / overall) * 100 };
  });
}

function listTopValues(codes: Int32Array, sizes: Int32Array, attribute: Attribute): AttributeProfile["top"][] {
  const width = attribute.labels.length;
  const counts = new Int32Array(sizes.length * width);
  for (let i = 0; i < codes.length; i++) {
    if (codes[i] >= 0 && attribute.codes[i] >= 0) counts[codes[i] * width + attribute.codes[i]]++;
  }
  return Array.from(sizes, (size, group) => {
    const own = counts.subarray(group * width, (group + 1) * width);
    return attribute.labels
      .map((label, code) => ({ label, count: own[code] }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1))
      .slice(0, 2)
      .map(({ label, count }) => ({ label, share: count / size }));
  });
}
