/** How one feature is brought to a comparable scale: clipped where asked for, logarithm where skewed, then z-score. Plain JSON. */
export type FeatureTransform = {
  readonly name: string;
  /** `log1p` = ln(1 + v); `signedLog` = sign(v) * ln(1 + |v|). */
  readonly log: "none" | "log1p" | "signedLog";
  /** Values outside these limits count as the limit; null without winsorising. */
  readonly lowest: number | null;
  readonly highest: number | null;
  /** Mean and population standard deviation after clipping and logarithm. */
  readonly mean: number;
  readonly sd: number;
};

/** Transform of all features that vary. Plain JSON. */
export type TransformModel = {
  readonly features: readonly FeatureTransform[];
  /** Features left out because all their values are equal. */
  readonly dropped: readonly string[];
};

/** Everything that is needed to put a customer into a cluster. Plain JSON. */
export type ClusterModel = {
  readonly transform: TransformModel;
  /** z-scores per cluster, in the order of `transform.features`; cluster 0 first. */
  readonly centres: readonly (readonly number[])[];
};

/** Quality of the clustering into `k`. Plain JSON. */
export type KQuality = {
  readonly k: number;
  readonly inertia: number;
  /** Mean silhouette, -1..1. */
  readonly silhouette: number;
  /** Null where the points coincide with their centres. */
  readonly calinskiHarabasz: number | null;
  /** Customers in the smallest cluster. */
  readonly smallestCluster: number;
};

/**
 * Where another criterion points elsewhere than the recommended k: the knee of the inertia, the best Calinski-Harabasz index, or a
 * silhouette that is best outside the recommended range.
 */
export type KDisagreement = {
  readonly code: "knee" | "calinskiHarabasz" | "bestOverall";
  readonly k: number;
};

/** Table and recommendation for the number of clusters. Plain JSON. */
export type KChoice = {
  readonly table: readonly KQuality[];
  readonly recommendedK: number;
  /** Null with fewer than three k to compare. */
  readonly kneeK: number | null;
  readonly bestCalinskiHarabaszK: number | null;
  /** Best silhouette of the whole table. */
  readonly bestOverallK: number;
  readonly disagreements: readonly KDisagreement[];
};

/**
 * Reasons for doubt in a clustering, by code: a cluster below max(5, 1 % of the customers), a silhouette below 0.25, or more than one
 * cluster per ten customers. Plain JSON.
 */
export type ClusterWarning =
  | { readonly code: "smallCluster"; readonly cluster: number; readonly customers: number }
  | { readonly code: "weakStructure"; readonly silhouette: number }
  | { readonly code: "manyClusters"; readonly k: number; readonly customers: number };
