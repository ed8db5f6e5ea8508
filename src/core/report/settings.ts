import type { RepeatModelId } from "../clv/repeat-model";
import type { DateOrder } from "../transactions/date-column";
import type { ColumnRule } from "../lenses/column-rules";
import type { LoyaltyWeights } from "../lenses/loyalty-index";
import { LOYALTY_WEIGHTS } from "../lenses/loyalty-index";
import type { StageSetId } from "../lenses/stage-sets";
import type { CustomRule } from "../rfm/custom-rules";
import type { ScoreMethod } from "../rfm/score-rfm";
import type { CrossPair } from "./cross-result";

/** What a run can be told; every default is visible on CVM Notes. Dates are ISO texts, shares 0..1, money in the user's currency. */
export interface AnalysisSettings {
  /** Customers are judged on the morning of this day; null takes the day after the last purchase. */
  readonly asOf: string | null;
  /** Rows before this day are left out. */
  readonly from: string | null;
  readonly refunds: "net" | "drop" | "as-is";
  readonly zero: "keep" | "drop";
  readonly missing: "exclude" | "zero";
  readonly unknown: "exclude" | "oneCustomer";
  readonly future: "exclude" | "keep";
  readonly old: "exclude" | "keep";
  readonly duplicates: "keep" | "drop";
  readonly mergeIds: boolean;
  readonly rows: "all" | "visible";
  /** Prefixes of cancelled orders' ids; an empty list switches the rule off. */
  readonly cancelledPrefixes: readonly string[];
  /** The one currency to keep where amounts name several; null stops there. */
  readonly currency: string | null;
  readonly dateOrder: DateOrder;
  readonly costBasis: "auto" | "line" | "unit";
  /** Margin as share of revenue where no cost is given; null means none is known, so profit = revenue. */
  readonly margin: number | null;
  readonly includeAcquisitionCost: boolean;
  readonly serviceCostTotal: number | null;
  readonly windowDays: number;
  readonly scoreMethod: ScoreMethod;
  readonly bins: number;
  /** Cut values per measure for the method `fixed`. */
  readonly scoreCuts: {
    readonly recencyDays: readonly number[];
    readonly orders: readonly number[];
    readonly monetary: readonly number[];
  } | null;
  readonly scoreWeights: readonly [number, number, number];
  readonly recencyScale: "recentHigh" | "recentLow";
  readonly monetaryMeasure: "total" | "meanPerOrder" | "profit";
  readonly segmentAxis: "F" | "FM";
  readonly typeThreshold: "mean" | "median" | "score";
  /** What separates high from low on the axes of the value cube and the quadrants, and on the special lists. */
  readonly levelThreshold: "mean" | "median";
  /** The user's own segments by scores, in order of precedence. */
  readonly customRules: readonly CustomRule[];
  readonly tierPreset: "pyramid" | "importance" | "level" | "user";
  /** Cumulated shares of customers for user tiers, rising, the last 1. */
  readonly tierShares: readonly number[];
  readonly tierTies: "strict" | "together";
  readonly abcCuts: readonly [number, number];
  readonly abcCrossing: "up" | "down";
  /** `rfm`, `lrfmc`, `profit`, or names of numeric columns. */
  readonly features: readonly string[];
  readonly transform: "auto" | "log" | "none";
  readonly winsorise: boolean;
  /** Clusters on behaviour and value classes; null lets the program recommend. */
  readonly k: number | null;
  readonly valueClassCount: number | null;
  readonly seed: number;
  readonly treeDepth: number;
  readonly treeMinLeaf: number | null;
  readonly treePruning: "none" | "auto";
  /** Columns the tree of the value classes may use; null takes all that are allowed. */
  readonly treeFeatures: readonly string[] | null;
  /** Unit of time of the repeat-purchase models. */
  readonly timeUnit: "day" | "week" | "month";
  /** Last day that the repeat-purchase models may see; null lets them see all, with a split of their own to judge them. */
  readonly calibrationEnd: string | null;
  readonly clvModel: RepeatModelId | "auto";
  readonly horizonMonths: number;
  /** Null follows from `yearlyDiscountRate`. */
  readonly monthlyDiscountRate: number | null;
  /** Ids of the lenses that a tree explains. */
  readonly explain: readonly string[];
  readonly stageSet: StageSetId;
  /** Whether the stages count orders, or days with a purchase. */
  readonly orderBasis: "order" | "day";
  /** Silence in gaps between purchases from which on a customer is at risk, and from which on they have left. */
  readonly gapFactors: readonly [number, number];
  readonly churnRule: "gap" | "pAlive" | "both";
  /** Probability to be alive below which a customer has left, and below which they are at risk. */
  readonly aliveCuts: readonly [number, number];
  readonly loyaltyBasis: "auto" | "pAlive" | "gap";
  /** Weights of still a customer, repeat purchases, satisfaction, recommendation, share of wallet. */
  readonly loyaltyWeights: LoyaltyWeights;
  /** Loyalty index, 0..100, from which on a customer is in the middle, and from which on loyal. */
  readonly loyaltyCuts: readonly [number, number];
  /** Top of the scale of satisfaction; null finds it. */
  readonly satisfactionScale: number | null;
  readonly quadrantValue: "value" | "lifetimeValue";
  /** Numeric columns that show demand besides purchases and breadth, such as open enquiries. */
  readonly demandColumns: readonly string[];
  readonly usageMeasure: "auto" | "units" | "orders";
  /** Share of all service cost whose takers are looked for. */
  readonly serviceShare: number;
  /** The user's own groups by columns. */
  readonly behaviourGroups: readonly ColumnRule[];
  /** Pairs of lenses or columns whose customers are counted by both at once. */
  readonly crossTables: readonly CrossPair[];
  /** Numeric columns in which customers rate what they bought or how they were served. */
  readonly ratingColumns: readonly string[];
  readonly lifetimeYears: number;
  readonly yearlyDiscountRate: number;
  /** Resamples of customers behind intervals of lifetime value by bootstrap; 0 = none. */
  readonly bootstrapResamples: number;
  /** What winning a customer costs where no column tells it; null where it is not known. */
  readonly acquisitionCost: number | null;
  /** Customers with a contract: money per customer and period; null takes the mean yearly value, a period being a year. */
  readonly contractMargin: number | null;
  /** Share of customers who stay from period to period; null where not known. */
  readonly contractRetention: number | null;
  /** Survivors of a cohort at the start and after each period; empty where not known. */
  readonly contractSurvivors: readonly number[];
  /** Periods that count; null = without end. */
  readonly contractPeriods: number | null;
  /** Per period; null takes `yearlyDiscountRate`. */
  readonly contractDiscountRate: number | null;
  readonly contractPayment: "start" | "end";
  /** Ids of lenses to run; null runs every lens whose columns are there. */
  readonly lenses: readonly string[] | null;
}

/** The settings of a run nobody changed. */
export const defaultSettings: AnalysisSettings = {
  asOf: null,
  from: null,
  refunds: "net",
  zero: "keep",
  missing: "exclude",
  unknown: "exclude",
  future: "exclude",
  old: "exclude",
  duplicates: "keep",
  mergeIds: false,
  rows: "all",
  cancelledPrefixes: ["C"],
  currency: null,
  dateOrder: "auto",
  costBasis: "auto",
  margin: null,
  includeAcquisitionCost: false,
  serviceCostTotal: null,
  windowDays: 90,
  scoreMethod: "quantile",
  bins: 5,
  scoreCuts: null,
  scoreWeights: [100, 10, 1],
  recencyScale: "recentHigh",
  monetaryMeasure: "total",
  segmentAxis: "F",
  typeThreshold: "mean",
  levelThreshold: "mean",
  customRules: [],
  tierPreset: "pyramid",
  tierShares: [0.01, 0.05, 0.2, 1],
  tierTies: "strict",
  abcCuts: [0.7, 0.9],
  abcCrossing: "up",
  features: ["rfm"],
  transform: "auto",
  winsorise: false,
  k: null,
  valueClassCount: null,
  seed: 1,
  treeDepth: 4,
  treeMinLeaf: null,
  treePruning: "none",
  treeFeatures: null,
  timeUnit: "week",
  calibrationEnd: null,
  clvModel: "auto",
  horizonMonths: 12,
  monthlyDiscountRate: null,
  explain: ["value-classes", "clusters"],
  stageSet: "S0",
  orderBasis: "order",
  gapFactors: [3, 6],
  churnRule: "gap",
  aliveCuts: [0.2, 0.5],
  loyaltyBasis: "auto",
  loyaltyWeights: LOYALTY_WEIGHTS,
  loyaltyCuts: [30, 60],
  satisfactionScale: null,
  quadrantValue: "value",
  demandColumns: [],
  usageMeasure: "auto",
  serviceShare: 0.6,
  behaviourGroups: [],
  crossTables: [
    ["lifecycle", "value-pyramid"],
    ["value-classes", "rf-map"],
    ["value-classes", "churn"],
  ],
  ratingColumns: [],
  lifetimeYears: 3,
  yearlyDiscountRate: 0.1,
  bootstrapResamples: 0,
  acquisitionCost: null,
  contractMargin: null,
  contractRetention: null,
  contractSurvivors: [],
  contractPeriods: null,
  contractDiscountRate: null,
  contractPayment: "start",
  lenses: null,
};
