import { LRFMC_NAMES } from "../../src/core/clusters/label";
import { measureNames } from "../../src/core/customers/summary";
import { NEXT_ACTIONS } from "../../src/core/decisions/next-action";
import { POLICIES } from "../../src/core/decisions/policies";
import { BEFORE_FROM, NOT_COMPARED, issueKinds } from "../../src/core/issues";
import type { Treatment } from "../../src/core/issues";
import { CHURN_GROUPS } from "../../src/core/lenses/churn-lens";
import { CHURN_KINDS } from "../../src/core/lenses/churn-kinds-lens";
import { CHURN_REASONS } from "../../src/core/lenses/churn-reasons";
import { OTHERS } from "../../src/core/lenses/custom-rules-lens";
import { LOYALTY_CLASSES } from "../../src/core/lenses/loyalty-classes-lens";
import { LOYALTY_GROUPS } from "../../src/core/lenses/loyalty-lens";
import { QUADRANTS } from "../../src/core/lenses/quadrants-lens";
import { SERVICE_GROUPS } from "../../src/core/lenses/service-lens";
import { SPECIAL_LISTS } from "../../src/core/lenses/special-lists-lens";
import type { StageSetId } from "../../src/core/lenses/stage-sets";
import { STAGE_SETS, listStages } from "../../src/core/lenses/stage-sets";
import { topDecileLens, usageLens } from "../../src/core/lenses/tier-lens";
import { VALUE_CUBE_GROUPS } from "../../src/core/lenses/value-cube-lens";
import { lensList } from "../../src/core/lenses/lens-list";
import { defaultSettings } from "../../src/core/report/settings";
import { EIGHT_TYPES, STRENGTH_LABELS } from "../../src/core/rfm/eight-types";
import { RF_MAP_GROUPS } from "../../src/core/rfm/rf-map";
import type { ScoreWarningCode } from "../../src/core/rfm/score-warnings";
import { roleKinds } from "../../src/core/transactions/roles";
import { ABC_CLASSES } from "../../src/core/value/abc";
import { TIER_PRESETS } from "../../src/core/value/pyramid";
import type { Language } from "../../src/i18n/words";
import { getWords } from "../../src/i18n/words";
import type { InputErrorCode } from "../../src/jobs/input-error";
import { findGroupAction, findGroupName, findNextAction } from "../../src/jobs/layout/group-words";
import type { WorkbookErrorCode } from "../../src/workbook/port";

const languages: readonly Language[] = ["en", "zh"];

/** Stands for any parameter: a number, a text, a list or an object of these. */
const sample: never = new Proxy(
  {},
  {
    get: (_, key) => {
      if (key === Symbol.toPrimitive) return () => 3;
      if (key === Symbol.iterator) return () => ["甲", "乙"][Symbol.iterator]();
      if (key === "join") return (separator: string) => ["甲", "乙"].join(separator);
      if (key === "length") return 2;
      if (key === "toFixed" || key === "toLowerCase") return () => "3";
      return "3";
    },
  },
) as never;

/** Every text of a language with the path to it; functions are called with a sample. */
function listTexts(value: unknown, path = ""): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value === "function")
    return [[path, String((value as (...all: never[]) => unknown)(...Array<never>(6).fill(sample)))]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => listTexts(part, path === "" ? key : `${path}.${key}`));
}

/** What stays in Latin letters in Chinese: names of methods and products, sheet names, formulas, commands and literature. */
const commonTerms = [
  /“[A-Za-z]+”|[A-Z]+\d+:[A-Z]+\d+/g,
  /[A-Z][A-Za-z]+(?:, [A-Z][a-z]+)*(?: & [A-Z][a-z]+)? \(\d{4}\)(?:, [A-Z][A-Za-z ,-]+|, k-means\+\+)?/g,
  /CVM (?:for Excel|Summary|Customers|Clusters|Tree|CLV|Notes|History|Scorecard)/g,
  /PERCENTILE\.INC|DATE\(|TRUE|FALSE/g,
  /\bAHP\b|\{"[^}]*\}|\b[Wp]\b/g,
  /(?:M?BG|Pareto)\/NBD|Gamma-Gamma|\b[abqrs]\b/g,
  /\.xlsx|CSV|Excel|zh-CN|JSON|LRFMC|RFM|CVM|VIP|SQL|k-means|\b(?:ABC|RF|CH|[kRFM])\b|[ABC](?= ?类)/g,
];

const hasLetters = (text: string) => /[A-Za-z]/.test(text);

/** These sentences name options and arguments as they are typed. */
const quotesNames = (path: string) =>
  path.startsWith("functions.errors.") || path.startsWith("cli.") || path === "inputErrors.noEarlierRun";

describe.each(languages)("words in %s", (language) => {
  const words = getWords(language);

  it("leaves no text empty", () => {
    expect(listTexts(words).filter(([, text]) => text.trim() === "")).toEqual([]);
  });

  it("puts no undefined and no NaN into a sentence", () => {
    const odd = listTexts(words).filter(([, text]) => /undefined|NaN|\[object/.test(text));
    expect(odd.filter(([path]) => !quotesNames(path))).toEqual([]);
  });

  it.each<[string, readonly string[]]>([
    ["rf-map", RF_MAP_GROUPS],
    ["rfm-types", EIGHT_TYPES],
    ["value-pyramid", [...TIER_PRESETS.pyramid.ids, ...TIER_PRESETS.importance.ids]],
    ["value-levels", TIER_PRESETS.level.ids],
    ["abc", ABC_CLASSES],
    ["lrfmc", LRFMC_NAMES],
    ["strengths", STRENGTH_LABELS],
    ["weighted-rfm", TIER_PRESETS.level.ids],
    ["top-decile", topDecileLens.defaults.cuts.ids],
    ["usage", usageLens.defaults.cuts.ids],
    ["custom-rules", [OTHERS]],
    ["special-lists", SPECIAL_LISTS],
    ["value-cube", VALUE_CUBE_GROUPS],
    ["lifecycle", (Object.keys(STAGE_SETS) as StageSetId[]).flatMap(listStages)],
    ["churn", CHURN_GROUPS],
    ["churn-kinds", CHURN_KINDS],
    ["churn-reasons", CHURN_REASONS],
    ["loyalty", LOYALTY_GROUPS],
    ["loyalty-classes", LOYALTY_CLASSES],
    ["quadrants", QUADRANTS],
    ["service", SERVICE_GROUPS],
  ])("names every group of %s and says what to do with it", (lens, ids) => {
    const known = words.groups as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    expect(ids.filter((id) => known[lens][id] === undefined)).toEqual([]);
    expect(ids.filter((id) => findGroupAction(words, lens, id) === "")).toEqual([]);
  });

  it("gives different groups of a lens different names", () => {
    for (const groups of Object.values(words.groups)) {
      const names = Object.values(groups).map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it("names every lens, policy, next action, measure, role and setting", () => {
    expect(lensList.map(({ id }) => id).filter((id) => !Object.hasOwn(words.lenses, id))).toEqual([]);
    expect(POLICIES.filter((id) => !Object.hasOwn(words.policies, id))).toEqual([]);
    expect(NEXT_ACTIONS.filter((id) => findNextAction(words, id) === "")).toEqual([]);
    expect(measureNames.filter((name) => !Object.hasOwn(words.columns, name))).toEqual([]);
    expect(roleKinds.map(({ role }) => role).filter((role) => !Object.hasOwn(words.roles, role))).toEqual([]);
    expect(Object.keys(words.settings).sort()).toEqual(Object.keys(defaultSettings).sort());
  });

  it("explains every issue, treatment, warning and error", () => {
    expect(Object.keys(words.issues)).toEqual(issueKinds.map(({ code }) => code));
    expect(Object.keys(words.issueVariants)).toEqual([BEFORE_FROM, NOT_COMPARED]);
    const treatments: Record<Treatment, string> = words.treatments;
    const scoreWarnings: Record<ScoreWarningCode, unknown> = words.scoreWarnings;
    const workbookErrors: Record<WorkbookErrorCode, unknown> = words.workbookErrors;
    const inputErrors: Record<InputErrorCode, unknown> = words.inputErrors;
    for (const texts of [treatments, scoreWarnings, workbookErrors, inputErrors]) {
      expect(listTexts(texts).length).toBe(Object.keys(texts).length);
    }
  });
});

describe("the two languages", () => {
  it("leaves no English in Chinese", () => {
    const left = listTexts(getWords("zh"))
      .map(([path, text]) => [path, commonTerms.reduce((rest, term) => rest.replace(term, ""), text)])
      .filter(([path, text]) => hasLetters(text) && !quotesNames(path));
    expect(left).toEqual([]);
  });

  it("leaves no Chinese in English", () => {
    const left = listTexts(getWords("en")).filter(([, text]) =>
      /[\u3000-\u9fff\uff00-\uffef]/.test(text.replace(/[甲乙]/g, "")),
    );
    expect(left).toEqual([]);
  });

  it.each([
    [1, "1 customer of above-average value is slipping away: they brought $5 so far, 2% of revenue."],
    [1200, "1,200 customers of above-average value are slipping away: they brought $5 so far, 2% of revenue."],
  ])("agrees in number for %i", (size, sentence) => {
    expect(getWords("en").summary.slipping(size, "$5", 0.02)).toBe(sentence);
  });

  it.each<[Language, string, string, string]>([
    ["en", "value-classes", "class-2", "Class 2"],
    ["zh", "value-classes", "class-2", "价值2级"],
    ["en", "clusters", "cluster-11", "Cluster 11"],
    ["zh", "clusters", "cluster-11", "第11类"],
    ["en", "value-pyramid", "tier-3", "Tier 3"],
    ["zh", "lrfmc", "keep-2", "重要保持客户2"],
    ["en", "value-pyramid", "VIP", "VIP"],
    ["zh", "rf-map", "CLT", "重点挽回客户"],
    ["en", "rf-map", "ZZZ", "ZZZ"],
  ])("in %s names group %s %s %s", (language, lens, id, name) => {
    expect(findGroupName(getWords(language), lens, id)).toBe(name);
  });

  it.each<[Language, string]>([
    ["en", "If R <= 47.5 and M > 1062.08 then Cluster 2 (514 customers, 62% sure)"],
    ["zh", "如果 R <= 47.5 且 M > 1062.08，则为 第2类（514 位客户，准确率 62%）"],
  ])("writes a rule in %s", (language, sentence) => {
    const { rules } = getWords(language);
    const group = findGroupName(getWords(language), "clusters", "cluster-2");
    const conditions = rules.and([rules.upTo("R", "47.5"), rules.above("M", "1062.08")]);
    expect(rules.rule(conditions, group, 514, 0.6206)).toBe(sentence);
  });
});
