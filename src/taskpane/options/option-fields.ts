import type { AnalysisSettings } from "../../core/report/settings";

export type SettingKey = keyof AnalysisSettings;

/** When a setting has a say: while another one has one of some values. */
interface Condition {
  readonly key: SettingKey;
  readonly values: readonly string[];
}

interface BaseField {
  readonly key: SettingKey;
  readonly when?: Condition;
}

/** A setting that is edited as one text. Shares are shown as percentages; `isOptional` settings are left to the program when blank. */
export type TextField = BaseField & { readonly isOptional?: boolean } & (
    | { readonly kind: "date" | "number" | "numbers" | "percent" | "percents" | "texts" | "text" | "switch" }
    | { readonly kind: "choice"; readonly values: readonly string[] }
  );

/** A setting of several numbers, each with a name. */
export interface PartsField extends BaseField {
  readonly key: "scoreWeights" | "abcCuts" | "gapFactors" | "aliveCuts" | "loyaltyWeights" | "loyaltyCuts";
  readonly kind: "parts";
  readonly isPercent?: boolean;
}

/** A list of columns; null, where the setting takes it, leaves the choice to the program. */
export interface ColumnsField extends BaseField {
  readonly key: "features" | "treeFeatures" | "demandColumns" | "ratingColumns";
  readonly kind: "columns";
}

/** Settings with an editor of their own. */
export type EditedField = BaseField & { readonly kind: "lenses" | "cuts" | "pairs" | "scoreRules" | "columnRules" };

/** How a setting is edited. */
export type OptionField = TextField | PartsField | ColumnsField | EditedField;

/** Groups of settings; what is run and written has groups of its own. */
export type SettingGroupId =
  | "period"
  | "data"
  | "scoring"
  | "segments"
  | "tiers"
  | "clusters"
  | "tree"
  | "lifetime"
  | "lifecycle"
  | "loyalty"
  | "demand"
  | "groups"
  | "cross";

export type OptionGroupId = SettingGroupId | "lenses" | "output";

/** The settings of each group, in the order they are shown. */
export const optionGroups: readonly { readonly id: SettingGroupId; readonly fields: readonly OptionField[] }[] = [
  {
    id: "period",
    fields: [
      { key: "asOf", kind: "date", isOptional: true },
      { key: "from", kind: "date", isOptional: true },
      { key: "windowDays", kind: "number" },
    ],
  },
  {
    id: "data",
    fields: [
      { key: "rows", kind: "choice", values: ["all", "visible"] },
      { key: "refunds", kind: "choice", values: ["net", "drop", "as-is"] },
      { key: "duplicates", kind: "choice", values: ["keep", "drop"] },
      { key: "zero", kind: "choice", values: ["keep", "drop"] },
      { key: "missing", kind: "choice", values: ["exclude", "zero"] },
      { key: "unknown", kind: "choice", values: ["exclude", "oneCustomer"] },
      { key: "future", kind: "choice", values: ["exclude", "keep"] },
      { key: "old", kind: "choice", values: ["exclude", "keep"] },
      { key: "mergeIds", kind: "switch" },
      { key: "dateOrder", kind: "choice", values: ["auto", "dmy", "mdy", "ymd"] },
      { key: "cancelledPrefixes", kind: "texts" },
      { key: "currency", kind: "text", isOptional: true },
      { key: "costBasis", kind: "choice", values: ["auto", "line", "unit"] },
      { key: "margin", kind: "percent", isOptional: true },
      { key: "includeAcquisitionCost", kind: "switch" },
      { key: "serviceCostTotal", kind: "number", isOptional: true },
    ],
  },
  {
    id: "scoring",
    fields: [
      {
        key: "scoreMethod",
        kind: "choice",
        values: ["quantile", "rank", "ntile", "fixed", "nested", "plusOne", "natural"],
      },
      { key: "bins", kind: "number" },
      { key: "scoreCuts", kind: "cuts", when: { key: "scoreMethod", values: ["fixed"] } },
      { key: "monetaryMeasure", kind: "choice", values: ["total", "meanPerOrder", "profit"] },
      { key: "recencyScale", kind: "choice", values: ["recentHigh", "recentLow"] },
      { key: "scoreWeights", kind: "parts" },
      { key: "segmentAxis", kind: "choice", values: ["F", "FM"] },
      { key: "typeThreshold", kind: "choice", values: ["mean", "median", "score"] },
    ],
  },
  { id: "segments", fields: [{ key: "customRules", kind: "scoreRules" }] },
  {
    id: "tiers",
    fields: [
      { key: "tierPreset", kind: "choice", values: ["pyramid", "importance", "level", "user"] },
      { key: "tierShares", kind: "percents", when: { key: "tierPreset", values: ["user"] } },
      { key: "tierTies", kind: "choice", values: ["strict", "together"] },
      { key: "abcCuts", kind: "parts", isPercent: true },
      { key: "abcCrossing", kind: "choice", values: ["up", "down"] },
    ],
  },
  {
    id: "clusters",
    fields: [
      { key: "valueClassCount", kind: "number", isOptional: true },
      { key: "k", kind: "number", isOptional: true },
      { key: "features", kind: "columns" },
      { key: "transform", kind: "choice", values: ["auto", "log", "none"] },
      { key: "winsorise", kind: "switch" },
      { key: "seed", kind: "number" },
    ],
  },
  {
    id: "tree",
    fields: [
      { key: "treeDepth", kind: "number" },
      { key: "treeMinLeaf", kind: "number", isOptional: true },
      { key: "treePruning", kind: "choice", values: ["none", "auto"] },
      { key: "treeFeatures", kind: "columns" },
      { key: "explain", kind: "lenses" },
    ],
  },
  {
    id: "lifetime",
    fields: [
      { key: "horizonMonths", kind: "number" },
      { key: "yearlyDiscountRate", kind: "percent" },
      { key: "monthlyDiscountRate", kind: "percent", isOptional: true },
      { key: "lifetimeYears", kind: "number" },
      { key: "clvModel", kind: "choice", values: ["auto", "bg-nbd", "mbg-nbd", "pareto-nbd"] },
      { key: "timeUnit", kind: "choice", values: ["day", "week", "month"] },
      { key: "calibrationEnd", kind: "date", isOptional: true },
      { key: "bootstrapResamples", kind: "number" },
      { key: "acquisitionCost", kind: "number", isOptional: true },
      { key: "contractRetention", kind: "percent", isOptional: true },
      { key: "contractSurvivors", kind: "numbers" },
      { key: "contractMargin", kind: "number", isOptional: true },
      { key: "contractPeriods", kind: "number", isOptional: true },
      { key: "contractDiscountRate", kind: "percent", isOptional: true },
      { key: "contractPayment", kind: "choice", values: ["start", "end"] },
    ],
  },
  {
    id: "lifecycle",
    fields: [
      {
        key: "stageSet",
        kind: "choice",
        values: ["S0", "S3-5", "S3-3", "S3-dormant", "S3-loyal", "S4-mature", "S4-loyal", "S4-relation"],
      },
      { key: "orderBasis", kind: "choice", values: ["order", "day"] },
      { key: "gapFactors", kind: "parts" },
      { key: "churnRule", kind: "choice", values: ["gap", "pAlive", "both"] },
      { key: "aliveCuts", kind: "parts", isPercent: true, when: { key: "churnRule", values: ["pAlive", "both"] } },
    ],
  },
  {
    id: "loyalty",
    fields: [
      { key: "loyaltyBasis", kind: "choice", values: ["auto", "pAlive", "gap"] },
      { key: "loyaltyWeights", kind: "parts" },
      { key: "loyaltyCuts", kind: "parts" },
      { key: "satisfactionScale", kind: "number", isOptional: true },
      { key: "ratingColumns", kind: "columns" },
    ],
  },
  {
    id: "demand",
    fields: [
      { key: "levelThreshold", kind: "choice", values: ["mean", "median"] },
      { key: "quadrantValue", kind: "choice", values: ["value", "lifetimeValue"] },
      { key: "demandColumns", kind: "columns" },
      { key: "usageMeasure", kind: "choice", values: ["auto", "units", "orders"] },
      { key: "serviceShare", kind: "percent" },
    ],
  },
  { id: "groups", fields: [{ key: "behaviourGroups", kind: "columnRules" }] },
  { id: "cross", fields: [{ key: "crossTables", kind: "pairs" }] },
];

/** Whether a setting has a say in a run with these settings. */
export function isFieldShown({ when }: OptionField, settings: AnalysisSettings): boolean {
  return when === undefined || when.values.includes(String(settings[when.key]));
}
