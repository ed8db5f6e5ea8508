import { parseIsoDay } from "../../core/days";
import type { FuzzyOperator } from "../../core/decisions/fuzzy-evaluation";
import type { Normalisation } from "../../core/decisions/weighted-score";
import { InputError } from "../input-error";
import type { JobField, JobValue } from "../job";

/** Ready-made choices of indicators. */
export const INDICATOR_PRESETS = ["families", "peopleMoneyThings"] as const;

/** See {@link INDICATOR_PRESETS}. */
export type IndicatorPreset = (typeof INDICATOR_PRESETS)[number];

/** Where weights come from: the column on the sheet, comparisons in pairs, rounds of experts. */
export const WEIGHTINGS = ["hand", "ahp", "delphi"] as const;

/** See {@link WEIGHTINGS}. */
export type Weighting = (typeof WEIGHTINGS)[number];

const normalisations = ["percentile", "minMax", "z", "quintile"] as const;

/** Indicators that are named one by one; more cannot be compared on a page. */
export const mostIndicators = 8;

/** What may be chosen. */
export const scorecardFields: readonly JobField[] = [
  { key: "preset", kind: "choice", choices: INDICATOR_PRESETS, default: "families" },
  { key: "indicators", kind: "columns", default: [] },
  { key: "strategyColumn", kind: "column", default: null },
  { key: "lowerIsBetter", kind: "columns", default: [] },
  { key: "normalisation", kind: "choice", choices: normalisations, default: "percentile" },
  { key: "normalisations", kind: "json", default: null },
  { key: "weighting", kind: "choice", choices: WEIGHTINGS, default: "hand" },
  { key: "weights", kind: "json", default: null },
  { key: "highShare", kind: "share", default: 0.2 },
  { key: "middleShare", kind: "share", default: 0.3 },
  { key: "holdoutFrom", kind: "date", default: null },
  { key: "fuzzyOperator", kind: "choice", choices: ["mean", "maxMin"], default: "mean" },
];

/** The choices, checked. Columns are as the user named them. */
export interface ScorecardChoices {
  readonly preset: IndicatorPreset;
  readonly indicators: readonly string[];
  readonly strategyColumn: string | null;
  readonly lowerIsBetter: readonly string[];
  readonly normalisation: Normalisation;
  readonly normalisations: Readonly<Record<string, Normalisation>>;
  readonly weighting: Weighting;
  readonly weights: Readonly<Record<string, number>>;
  /** Cumulated basis points of customers. */
  readonly tierCuts: readonly [high: number, middle: number];
  readonly holdoutFrom: number | null;
  readonly fuzzyOperator: FuzzyOperator;
}

function parseRecord<Value>(
  setting: string,
  value: JobValue,
  isGood: (entry: unknown) => entry is Value,
  expected: string,
): Record<string, Value> {
  if (value === null) return {};
  const entries = typeof value === "object" && !Array.isArray(value) ? Object.entries(value) : null;
  if (entries === null || !entries.every(([, entry]) => isGood(entry)))
    throw new InputError("badSetting", { setting, expected });
  return Object.fromEntries(entries) as Record<string, Value>;
}

const isNormalisation = (value: unknown): value is Normalisation =>
  (normalisations as readonly unknown[]).includes(value);
const isWeight = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value) && value >= 0;

function parseCuts(high: JobValue, middle: JobValue): [number, number] {
  const first = Math.round(Number(high) * 10000);
  const second = first + Math.round(Number(middle) * 10000);
  if (first < 1 || second <= first || second > 9999)
    throw new InputError("badSetting", {
      setting: "highShare, middleShare",
      expected: "0 < highShare + middleShare < 1",
    });
  return [first, second];
}

/**
 * The choices out of the values of the fields.
 *
 * @throws InputError `badSetting`
 */
export function parseChoices(values: Readonly<Record<string, JobValue>>): ScorecardChoices {
  const indicators = values.indicators as readonly string[];
  if (indicators.length > mostIndicators)
    throw new InputError("badSetting", { setting: "indicators", expected: `1..${mostIndicators}` });
  return {
    preset: values.preset as IndicatorPreset,
    indicators,
    strategyColumn: values.strategyColumn as string | null,
    lowerIsBetter: values.lowerIsBetter as readonly string[],
    normalisation: values.normalisation as Normalisation,
    normalisations: parseRecord(
      "normalisations",
      values.normalisations,
      isNormalisation,
      `{"revenue": "minMax"}; ${normalisations.join(", ")}`,
    ),
    weighting: values.weighting as Weighting,
    weights: parseRecord("weights", values.weights, isWeight, `{"revenue": 30, "frequency": 70}`),
    tierCuts: parseCuts(values.highShare, values.middleShare),
    holdoutFrom: values.holdoutFrom === null ? null : parseIsoDay(String(values.holdoutFrom)),
    fuzzyOperator: values.fuzzyOperator as FuzzyOperator,
  };
}
