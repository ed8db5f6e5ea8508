import * as v from "valibot";
import { parseIsoDay } from "../core/days";
import type { AnalysisSettings } from "../core/report/settings";
import { defaultSettings } from "../core/report/settings";
import { RULE_OPERATORS } from "../core/lenses/column-rules";
import { lensList } from "../core/lenses/lens-list";
import type { StageSetId } from "../core/lenses/stage-sets";
import { STAGE_SETS } from "../core/lenses/stage-sets";
import { InputError } from "./input-error";

const asDay = "YYYY-MM-DD";
const isoDay = v.pipe(
  v.string(asDay),
  v.check((text) => parseIsoDay(text) !== null, asDay),
);

/** A number from `smallest` to `largest`. */
function between(smallest: number, largest: number) {
  const expected = `${smallest}..${largest}`;
  return v.pipe(v.number(expected), v.minValue(smallest, expected), v.maxValue(largest, expected));
}

/** A whole number from `smallest` to `largest`. */
function wholeBetween(smallest: number, largest: number) {
  const expected = `${smallest}, ${smallest + 1} .. ${largest}`;
  return v.pipe(v.number(expected), v.integer(expected), v.minValue(smallest, expected), v.maxValue(largest, expected));
}

const share = between(0, 1);
const text = v.pipe(v.string(), v.maxLength(255));
const isRising = (values: readonly number[]) => values.every((value, i) => i === 0 || value > values[i - 1]);
/** At least two counts that begin above 0 and never grow; or none. */
const isSurvival = (counts: readonly number[]) =>
  counts.length === 0 ||
  (counts.length > 1 && counts[0] > 0 && counts.every((count, i) => i === 0 || count <= counts[i - 1]));
const cuts = v.pipe(
  v.array(v.number()),
  v.minLength(1),
  v.maxLength(9),
  v.check((values) => isRising(values), "a < b < c ..."),
);
const weight = v.pipe(v.number(), v.minValue(0));

function risingPair(value: v.GenericSchema<number>) {
  return v.pipe(
    v.tuple([value, value]),
    v.check((pair) => isRising(pair), "a < b"),
  );
}

const ruleName = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60));
const scoreRange = v.pipe(
  v.tuple([wholeBetween(1, 10), wholeBetween(1, 10)]),
  v.check(([from, to]) => from <= to, "a <= b"),
);
const customRule = v.strictObject({
  name: ruleName,
  recency: scoreRange,
  frequency: scoreRange,
  monetary: scoreRange,
});
const ruleValue = v.union([v.number(), text]);
const columnRule = v.strictObject({
  name: ruleName,
  match: v.picklist(["all", "any"]),
  conditions: v.pipe(
    v.array(
      v.strictObject({
        column: text,
        operator: v.picklist(RULE_OPERATORS),
        value: v.optional(v.nullable(v.union([ruleValue, v.pipe(v.array(ruleValue), v.maxLength(100))]))),
        on: v.optional(v.picklist(["customer", "line"])),
      }),
    ),
    v.minLength(1),
    v.maxLength(20),
  ),
});

const entries = {
  asOf: v.nullable(isoDay),
  from: v.nullable(isoDay),
  refunds: v.picklist(["net", "drop", "as-is"]),
  zero: v.picklist(["keep", "drop"]),
  missing: v.picklist(["exclude", "zero"]),
  unknown: v.picklist(["exclude", "oneCustomer"]),
  future: v.picklist(["exclude", "keep"]),
  old: v.picklist(["exclude", "keep"]),
  duplicates: v.picklist(["keep", "drop"]),
  mergeIds: v.boolean(),
  rows: v.picklist(["all", "visible"]),
  cancelledPrefixes: v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(10))), v.maxLength(10)),
  currency: v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(10))),
  dateOrder: v.picklist(["auto", "dmy", "mdy", "ymd"]),
  costBasis: v.picklist(["auto", "line", "unit"]),
  margin: v.nullable(between(-10, 1)),
  includeAcquisitionCost: v.boolean(),
  serviceCostTotal: v.nullable(v.pipe(v.number(), v.minValue(0))),
  windowDays: wholeBetween(1, 3660),
  scoreMethod: v.picklist(["quantile", "rank", "ntile", "fixed", "nested", "plusOne", "natural"]),
  bins: wholeBetween(2, 10),
  scoreCuts: v.nullable(v.object({ recencyDays: cuts, orders: cuts, monetary: cuts })),
  scoreWeights: v.pipe(
    v.tuple([weight, weight, weight]),
    v.check((weights) => weights.some((value) => value > 0), "[>= 0, >= 0, >= 0], > 0"),
  ),
  recencyScale: v.picklist(["recentHigh", "recentLow"]),
  monetaryMeasure: v.picklist(["total", "meanPerOrder", "profit"]),
  segmentAxis: v.picklist(["F", "FM"]),
  typeThreshold: v.picklist(["mean", "median", "score"]),
  levelThreshold: v.picklist(["mean", "median"]),
  customRules: v.pipe(v.array(customRule), v.maxLength(100)),
  tierPreset: v.picklist(["pyramid", "importance", "level", "user"]),
  tierShares: v.pipe(
    v.array(share),
    v.minLength(2),
    v.maxLength(10),
    v.check((shares) => isRising(shares) && shares[shares.length - 1] === 1, "0 < a < b .. 1"),
  ),
  tierTies: v.picklist(["strict", "together"]),
  abcCuts: v.pipe(
    v.tuple([share, share]),
    v.check((shares) => isRising(shares), "0 <= a < b <= 1"),
  ),
  abcCrossing: v.picklist(["up", "down"]),
  features: v.pipe(v.array(text), v.minLength(1), v.maxLength(8)),
  transform: v.picklist(["auto", "log", "none"]),
  winsorise: v.boolean(),
  k: v.nullable(wholeBetween(2, 20)),
  valueClassCount: v.nullable(wholeBetween(2, 20)),
  seed: wholeBetween(0, 4294967295),
  treeDepth: wholeBetween(1, 10),
  treeMinLeaf: v.nullable(wholeBetween(1, 1_000_000)),
  treePruning: v.picklist(["none", "auto"]),
  treeFeatures: v.nullable(v.pipe(v.array(text), v.minLength(1), v.maxLength(100))),
  timeUnit: v.picklist(["day", "week", "month"]),
  calibrationEnd: v.nullable(isoDay),
  clvModel: v.picklist(["auto", "bg-nbd", "mbg-nbd", "pareto-nbd"]),
  horizonMonths: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(120)),
  monthlyDiscountRate: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  explain: v.pipe(v.array(v.picklist(lensList.map(({ id }) => id))), v.maxLength(20)),
  stageSet: v.picklist(Object.keys(STAGE_SETS) as StageSetId[]),
  orderBasis: v.picklist(["order", "day"]),
  gapFactors: risingPair(v.pipe(v.number(), v.gtValue(0), v.maxValue(1000))),
  churnRule: v.picklist(["gap", "pAlive", "both"]),
  aliveCuts: risingPair(share),
  loyaltyBasis: v.picklist(["auto", "pAlive", "gap"]),
  loyaltyWeights: v.pipe(
    v.tuple([weight, weight, weight, weight, weight]),
    v.check((weights) => weights.some((value) => value > 0), "> 0"),
  ),
  loyaltyCuts: risingPair(between(0, 100)),
  satisfactionScale: v.nullable(v.pipe(v.number(), v.gtValue(0))),
  quadrantValue: v.picklist(["value", "lifetimeValue"]),
  demandColumns: v.pipe(v.array(text), v.maxLength(8)),
  usageMeasure: v.picklist(["auto", "units", "orders"]),
  serviceShare: v.pipe(share, v.gtValue(0)),
  behaviourGroups: v.pipe(v.array(columnRule), v.maxLength(50)),
  crossTables: v.pipe(v.array(v.tuple([text, text])), v.maxLength(20)),
  ratingColumns: v.pipe(v.array(text), v.maxLength(50)),
  lifetimeYears: v.pipe(v.number(), v.gtValue(0), v.maxValue(100)),
  yearlyDiscountRate: between(0, 10),
  bootstrapResamples: wholeBetween(0, 2000),
  acquisitionCost: v.nullable(v.pipe(v.number(), v.minValue(0))),
  contractMargin: v.nullable(v.number()),
  contractRetention: v.nullable(share),
  contractSurvivors: v.pipe(
    v.array(v.pipe(v.number(), v.minValue(0))),
    v.maxLength(1000),
    v.check((counts) => isSurvival(counts), "[n0 > 0, n1 <= n0, n2 <= n1 ...]"),
  ),
  contractPeriods: v.nullable(wholeBetween(1, 1000)),
  contractDiscountRate: v.nullable(between(0, 10)),
  contractPayment: v.picklist(["start", "end"]),
  lenses: v.nullable(v.array(text)),
} satisfies Record<keyof AnalysisSettings, v.GenericSchema>;

const schema = v.partial(v.strictObject(entries));

const kindExamples: Readonly<Record<string, string>> = {
  string: '"..."',
  number: "0",
  boolean: "true, false",
  Array: "[...]",
  Object: "{...}",
};

/** What valibot says a setting takes, in signs that need no translation. */
function describeExpected(expected: string | null): string {
  const kinds = (expected ?? "").replace(/^\(|\)$/g, "").split(" | ");
  return kinds.map((kind) => kindExamples[kind] ?? kind.replace(/^"|"$/g, "")).join(", ");
}

/**
 * Settings from a file or a workbook, neither of which is trusted: known names and values in range, the rest by default.
 *
 * @throws InputError `badSetting` that names the setting and what it takes, `unknownSetting`
 */
export function parseSettings(value: unknown, base: AnalysisSettings = defaultSettings): AnalysisSettings {
  const parsed = v.safeParse(schema, value);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const setting = Array.isArray(value) ? null : v.getDotPath(issue);
    if (issue.type === "strict_object" && issue.expected === "never" && setting !== null)
      throw new InputError("unknownSetting", { setting });
    // Messages of our own say what the setting takes; valibot's begin with this word.
    const expected = issue.message.startsWith("Invalid") ? describeExpected(issue.expected) : issue.message;
    throw new InputError("badSetting", { setting: setting ?? "settings", expected });
  }
  return { ...base, ...parsed.output };
}
