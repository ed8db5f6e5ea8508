import type { AcquisitionReport } from "../clv/acquisition-report";
import type { ContractReport } from "../clv/contract-report";
import type { LifetimeValueResult } from "../clv/lifetime-value-result";
import type { TransformModel } from "../clusters/cluster-types";
import type { AttributeProfile, FeatureProfile } from "../clusters/profile";
import type { CustomerValue } from "../customers/customer-value";
import type { Summary } from "../customers/summary";
import type { ClusteringQuality, Json, LensColumn, Remark } from "../lenses/lens";
import type { RatingFactor } from "../lenses/rating-factors";
import type { RfmScores } from "../rfm/score-rfm";
import type { ServiceConcentration } from "../value/service-cost";
import type { RuleCondition } from "../tree/rules";
import type { Tree } from "../tree/tree";
import type { CrossResult } from "./cross-result";
import type { AnalysisSettings } from "./settings";

/** Totals of one group of customers. Shares are 0..1; money is NaN where none is known. */
export interface GroupSummary {
  readonly id: string;
  readonly customers: number;
  readonly customerShare: number;
  readonly orders: number;
  readonly revenue: number;
  readonly revenueShare: number;
  readonly profit: number;
  readonly profitShare: number;
  /** Mean and share of the value that customers are judged by (profit, else revenue). */
  readonly meanValue: number;
  readonly valueShare: number;
  readonly averageOrderValue: number;
  readonly medianRecencyDays: number;
  readonly medianOrders: number;
  readonly medianRevenue: number;
}

/** One lens over all customers. */
export interface LensResult {
  readonly id: string;
  readonly membership: "one" | "many";
  /** In the order of the lens, empty groups included. */
  readonly groups: readonly GroupSummary[];
  /** Index into `groups` per customer, -1 for none. */
  readonly codes: Int32Array;
  readonly model: Json;
  readonly remarks: readonly Remark[];
  /** Where groups overlap: for each group 1 for every customer who belongs to it; `codes` then hold the first group. */
  readonly members?: readonly Uint8Array[];
  /** Figures per customer that stand behind the groups. */
  readonly columns?: readonly LensColumn[];
  /** Columns that the groups are computed from; every measure where it is not given. */
  readonly sources?: readonly string[];
}

/** What the customers of a group have in common, beside its totals. Unknown figures are NaN or null. */
export interface GroupFacts {
  readonly id: string;
  /** Mean in the group less mean of all other customers. */
  readonly revenueEffect: number;
  readonly valueEffect: number;
  /** Mean loyalty index and mean number of categories or products bought. */
  readonly meanLoyalty: number;
  readonly meanBreadth: number;
  /** The regions with most of the customers, largest first. */
  readonly regions: readonly { readonly region: string; readonly customers: number }[];
  /** Customers per main category, largest first. */
  readonly categories: readonly { readonly category: string; readonly customers: number }[];
  /** The products that most of the customers bought, largest first; empty where the lines name none. */
  readonly products: readonly { readonly product: string; readonly customers: number }[];
  /** The most frequent values of the columns that describe customers. */
  readonly attributes: readonly {
    readonly name: string;
    readonly top: readonly { readonly label: string; readonly customers: number }[];
  }[];
  /**
   * Days with a purchase by month (January first) and by weekday (Monday first), and by hour of the day where the lines tell it; null where
   * days are unknown.
   */
  readonly purchases: {
    readonly byMonth: readonly number[];
    readonly byWeekday: readonly number[];
    readonly byHour: readonly number[] | null;
  } | null;
}

/** Facts about each group of a lens, and how many customers two groups share. */
export interface GroupFactsResult {
  readonly lens: string;
  readonly groups: readonly GroupFacts[];
  /** Customers in both the row's and the column's group. */
  readonly overlaps: readonly (readonly number[])[];
}

/** A k-means clustering: `value-classes` on value alone, `clusters` on several features; groups in order of falling mean value. */
export interface ClusterResult {
  /** The lens that holds the codes and totals. */
  readonly lens: string;
  readonly quality: ClusteringQuality;
  readonly transform: TransformModel;
  readonly k: number;
  /** Per group: the centre in the features' own units and as z-scores (in the order of the transform), and profiles. */
  readonly groups: readonly {
    readonly id: string;
    readonly centre: readonly number[];
    readonly standardCentre: readonly number[];
    readonly features: readonly FeatureProfile[];
    readonly attributes: readonly AttributeProfile[];
  }[];
}

/** One leaf in words: who reaches it, the group it stands for, how many customers, and the share of them that are of that group. */
export interface Rule {
  readonly conditions: readonly RuleCondition[];
  /** Index into the target lens' groups. */
  readonly group: number;
  readonly customers: number;
  readonly purityShare: number;
}

/** The tree that explains the groups of a lens. */
export interface TreeResult {
  readonly target: string;
  readonly features: readonly string[];
  /** True where the groups were computed from these very features. */
  readonly explainsItself: boolean;
  readonly tree: Tree;
  readonly depth: number;
  readonly leaves: number;
  readonly rules: readonly Rule[];
  readonly fidelityShare: number;
  readonly baselineShare: number;
  /** Rows: true group, columns: group of the leaf. */
  readonly confusion: readonly (readonly number[])[];
  /** Per group the share of its customers that the rules find; null for an empty group. */
  readonly recallShares: readonly (number | null)[];
  readonly importance: readonly { readonly feature: string; readonly share: number }[];
}

/** Concentration of value. */
export interface ConcentrationResult {
  readonly gini: number;
  readonly negativesClipped: boolean;
  /** Cumulated share of value at 0, 5, ... 100 % of customers, poorest first. */
  readonly lorenz: readonly { readonly customerShare: number; readonly valueShare: number }[];
  /** Cumulated profit in share of the total, best customers first; empty when the total is not positive. */
  readonly whale: readonly { readonly customerShare: number; readonly profitShare: number }[];
  readonly whalePeak: { readonly customerShare: number; readonly profitShare: number } | null;
  readonly topShares: readonly {
    readonly customerShare: number;
    readonly customers: number;
    readonly revenueShare: number;
    readonly profitShare: number;
  }[];
  readonly unprofitableShare: number | null;
  /** Who takes most of the service; null without service costs. */
  readonly service: ServiceResult | null;
}

/** The smallest set of customers that takes the share of service cost asked for, and customers who take out of proportion much. */
export interface ServiceResult extends ServiceConcentration {
  /** Share of service cost that was asked for. */
  readonly askedShare: number;
  /** Customers whose share of service is more than twice their share of margin; null where there is no margin to share. */
  readonly overServed: { readonly customers: number; readonly customerShare: number } | null;
}

/** All that an analysis found, in language-free codes and numbers. */
export interface Analysis {
  readonly settings: AnalysisSettings;
  readonly summary: Summary;
  /** The run whose models judged these customers; null where they were fitted on the customers themselves. */
  readonly judgedBy: { readonly asOf: string | null } | null;
  readonly value: CustomerValue;
  readonly rfm: RfmScores;
  readonly lenses: readonly LensResult[];
  /** Lenses that could not run, with the reason. */
  readonly skipped: readonly { readonly id: string; readonly reason: Remark }[];
  readonly clusterings: readonly ClusterResult[];
  readonly trees: readonly TreeResult[];
  /** Facts about the user's own groups; null where none are set up. */
  readonly groupFacts: GroupFactsResult | null;
  /** The same about heavy, medium and light users; null where usage did not run. */
  readonly usageFacts: GroupFactsResult | null;
  /** What rated attributes do to loyalty; empty where none are named or loyalty is not known. */
  readonly ratingFactors: readonly RatingFactor[];
  readonly crossTables: readonly CrossResult[];
  /** Null without money. */
  readonly concentration: ConcentrationResult | null;
  /** R score x F score: customers and mean revenue per cell, `[5-1][1-1]` first; null without scores. */
  readonly heatMap: {
    readonly customers: readonly (readonly number[])[];
    readonly meanRevenue: readonly (readonly number[])[];
  } | null;
  /** Lifetime value by repeat-purchase models; null for a table of ready figures. */
  readonly lifetime: LifetimeValueResult | null;
  /** Simple lifetime value per customer (yearly value x years, discounted); NaN without money. */
  readonly simpleLifetimeValue: Float64Array;
  /** Simple lifetime value against acquisition cost; null where no cost is known, or no money. */
  readonly acquisition: AcquisitionReport | null;
  /** Lifetime value of customers with a contract; null where neither retention nor survivors are given. */
  readonly contract: ContractReport | null;
  /** Id of the next action per customer, an index into `nextActions`; -1 for none. */
  readonly nextAction: Int32Array;
  readonly nextActions: readonly string[];
}
