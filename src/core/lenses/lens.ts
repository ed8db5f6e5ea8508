import type { RfmMeasures, RfmScoreColumns } from "../rfm/measures";
import type { ClusterWarning, KChoice } from "../clusters/cluster-types";
import type { CustomerValue } from "../customers/customer-value";
import type { Summary } from "../customers/summary";

/** Plain JSON: what a model is made of, so that it can be stored with a run and judge another date by the same thresholds. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** What the repeat-purchase models say of each customer; NaN is blank. */
export interface LifetimeColumns {
  /** Probability that the customer will buy again at all. */
  readonly aliveProbability: Float64Array;
  /** Purchases expected in the horizon. */
  readonly expectedPurchases: Float64Array;
  /** Discounted value expected in the horizon; past value is not in it. NaN without money. */
  readonly futureValue: Float64Array;
}

/** What every lens sees: the summary tables, the value each customer is judged by, and R, F and M with their scores 1..`bins`. */
export interface LensTables {
  readonly summary: Summary;
  readonly value: CustomerValue;
  readonly measures: RfmMeasures;
  readonly scores: RfmScoreColumns;
  readonly bins: number;
  /** Null where no repeat-purchase model could be fitted. */
  readonly lifetime: LifetimeColumns | null;
}

/** A remark on a result, by code; words and numbers are put together where it is shown. */
export interface Remark {
  readonly code: string;
  readonly parameters: Readonly<Record<string, number | string>>;
}

/** A figure per customer that stands behind the groups; NaN is blank. */
export interface LensColumn {
  /** Unique among the columns of a run; the words are looked up by it. */
  readonly id: string;
  readonly values: Float64Array;
}

/** What a lens found: a model that can judge other customers, and the group of each customer it was fitted on. */
export interface LensFit<Model> {
  readonly model: Model;
  /** Index into the model's groups per customer in standard order, or -1 where the customer's columns are blank. */
  readonly codes: Int32Array;
  readonly remarks: readonly Remark[];
  /** How good the groups are, where they are k-means clusters. */
  readonly clustering?: ClusteringQuality;
  readonly columns?: readonly LensColumn[];
}

/** How a clustering came about and how good it is. */
export interface ClusteringQuality {
  /** Features asked for that the customers have, before constant ones are dropped. */
  readonly features: readonly string[];
  readonly kSource: "chosen" | "recommended";
  readonly seed: number;
  /** Sum of squared distances to the centres, on the transformed scale. */
  readonly inertia: number;
  readonly silhouette: number;
  /** One row where k was chosen. */
  readonly choice: KChoice;
  readonly warnings: readonly ClusterWarning[];
}

/**
 * One way to look at customers: it puts each of them into a group.
 *
 * `fit` finds thresholds or centres, `assign` applies them to any summary. For the customers a model was fitted on, `fit` and `assign`
 * agree, except for the scoring methods that split ties by position (`rank`, `ntile`), whose model stores the cut values nearest to them.
 */
export interface Lens<Options = unknown, Model = unknown> {
  readonly id: string;
  /** "many" where groups overlap; the codes then hold the first group that matches. */
  readonly membership: "one" | "many";
  readonly defaults: Options;
  /** The reason why this lens cannot run on these tables, or null when it can. */
  missing(tables: LensTables, options: Options): Remark | null;
  fit(tables: LensTables, options: Options): LensFit<Model>;
  assign(model: Model, tables: LensTables): Int32Array;
  /** Only where groups overlap: for each group in order, 1 for every customer who belongs to it. */
  assignMembers?(model: Model, tables: LensTables): readonly Uint8Array[];
  /**
   * Columns that the groups are computed from: measures, roles or names of attributes. A tree that explains the groups leaves them out, with
   * whatever follows from them. Where it is not given, every measure counts as used.
   */
  sources?(options: Options): readonly string[];
  /**
   * Only where fitting is dear: what `fit` would bring, by a model of before instead of a new one.
   *
   * @throws RangeError when the tables lack a column of the model
   */
  judge?(model: Model, tables: LensTables, options: Options): LensFit<Model>;
  /** Ids of the groups, best first; they are product codes such as `CHA` or `VIP` that the words are looked up by. */
  groups(model: Model): readonly string[];
}

/** True when at least one entry of a column is not blank. */
export function hasNumbers(column: ArrayLike<number>): boolean {
  for (let i = 0; i < column.length; i++) if (column[i] === column[i]) return true;
  return false;
}
