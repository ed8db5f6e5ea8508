import type { TransformModel } from "../clusters/cluster-types";
import type { AttributeProfile, FeatureProfile } from "../clusters/profile";
import type { CustomerValue } from "../customers/customer-value";
import type { Summary } from "../customers/summary";
import type { ClusteringQuality, Json, Remark } from "../lenses/lens";
import type { RfmScores } from "../rfm/score-rfm";
import type { RuleCondition } from "../tree/rules";
import type { Tree } from "../tree/tree";
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
}

/** All that an analysis found, in language-free codes and numbers. */
export interface Analysis {
  readonly settings: AnalysisSettings;
  readonly summary: Summary;
  readonly value: CustomerValue;
  readonly rfm: RfmScores;
  readonly lenses: readonly LensResult[];
  /** Lenses that could not run, with the reason. */
  readonly skipped: readonly { readonly id: string; readonly reason: Remark }[];
  readonly clusterings: readonly ClusterResult[];
  readonly trees: readonly TreeResult[];
  /** Null without money. */
  readonly concentration: ConcentrationResult | null;
  /** R score x F score: customers and mean revenue per cell, `[5-1][1-1]` first; null without scores. */
  readonly heatMap: {
    readonly customers: readonly (readonly number[])[];
    readonly meanRevenue: readonly (readonly number[])[];
  } | null;
  /** Simple lifetime value per customer (yearly value x years, discounted); NaN without money. */
  readonly simpleLifetimeValue: Float64Array;
  /** Id of the next action per customer, an index into `nextActions`; -1 for none. */
  readonly nextAction: Int32Array;
  readonly nextActions: readonly string[];
}
