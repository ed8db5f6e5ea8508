import type { AnalysisSettings } from "../../core/report/settings";

export type SettingKey = keyof AnalysisSettings;

/** How a setting is edited. Shares are shown as percentages; `isOptional` settings are left to the program when blank. */
export type OptionField = { readonly key: SettingKey; readonly isOptional?: boolean } & (
  | { readonly kind: "date" | "number" | "percent" | "percents" | "numbers" | "texts" | "text" | "switch" }
  | { readonly kind: "choice"; readonly values: readonly string[] }
);

export type OptionGroupId =
  "period" | "data" | "scoring" | "tiers" | "clusters" | "tree" | "lifetime" | "lenses" | "output";

/** The settings of each group, in the order they are shown. */
export const optionGroups: readonly { readonly id: OptionGroupId; readonly fields: readonly OptionField[] }[] = [
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
      { key: "scoreMethod", kind: "choice", values: ["quantile", "rank", "ntile", "nested", "plusOne", "natural"] },
      { key: "bins", kind: "number" },
      { key: "monetaryMeasure", kind: "choice", values: ["total", "meanPerOrder", "profit"] },
      { key: "recencyScale", kind: "choice", values: ["recentHigh", "recentLow"] },
      { key: "scoreWeights", kind: "numbers" },
      { key: "segmentAxis", kind: "choice", values: ["F", "FM"] },
      { key: "typeThreshold", kind: "choice", values: ["mean", "median"] },
    ],
  },
  {
    id: "tiers",
    fields: [
      { key: "tierPreset", kind: "choice", values: ["pyramid", "user"] },
      { key: "tierShares", kind: "percents" },
      { key: "tierTies", kind: "choice", values: ["strict", "together"] },
      { key: "abcCuts", kind: "percents" },
      { key: "abcCrossing", kind: "choice", values: ["up", "down"] },
    ],
  },
  {
    id: "clusters",
    fields: [
      { key: "valueClassCount", kind: "number", isOptional: true },
      { key: "k", kind: "number", isOptional: true },
      { key: "features", kind: "texts" },
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
      { key: "treeFeatures", kind: "texts", isOptional: true },
    ],
  },
  {
    id: "lifetime",
    fields: [
      { key: "horizonMonths", kind: "number" },
      { key: "yearlyDiscountRate", kind: "percent" },
      { key: "lifetimeYears", kind: "number" },
      { key: "clvModel", kind: "choice", values: ["auto", "bg-nbd", "mbg-nbd", "pareto-nbd"] },
      { key: "timeUnit", kind: "choice", values: ["day", "week", "month"] },
      { key: "calibrationEnd", kind: "date", isOptional: true },
    ],
  },
];
