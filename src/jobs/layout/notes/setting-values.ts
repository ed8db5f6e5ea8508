import type { ColumnCondition, ColumnRule } from "../../../core/lenses/column-rules";
import type { AnalysisSettings } from "../../../core/report/settings";
import type { CustomRule } from "../../../core/rfm/custom-rules";
import type { Words } from "../../../i18n/en";
import type { CellValue } from "../../../workbook/port";
import { nameDivisions } from "../cross/cross-words";
import { findColumnName, findLensWords } from "../group-words";

type Key = keyof AnalysisSettings;

/** Settings whose texts are taken from the user or stand for themselves. */
const plainTexts = new Set<Key>(["asOf", "from", "cancelledPrefixes", "currency"]);

/** Settings that are off, not chosen by the program, when they are blank. */
const noneByDefault = new Set<Key>([
  "from",
  "currency",
  "margin",
  "serviceCostTotal",
  "scoreCuts",
  "acquisitionCost",
  "contractRetention",
  "contractPeriods",
]);

function formatText(key: Key, text: string, words: Words): string {
  if (plainTexts.has(key)) return text;
  if (key === "lenses" || key === "explain") return findLensWords(words, text).name;
  if (Object.hasOwn(words.settingValues, text)) return words.settingValues[text];
  return findColumnName(words, text);
}

function formatCondition({ column, operator, value, on }: ColumnCondition, words: Words): string {
  const { lookAtLine, lineColumns } = words.options;
  const name =
    on === "line"
      ? `${lookAtLine}${words.phrases.colon}${lineColumns[column] ?? column}`
      : findColumnName(words, column);
  return [name, operator, ...[value ?? []].flat()].join(" ");
}

/** A rule of the user: its name and its conditions, in the order in which they were set up. */
function formatRule(rule: CustomRule | ColumnRule, words: Words): string {
  const conditions =
    "conditions" in rule
      ? rule.conditions.map((condition) => formatCondition(condition, words)).join(rule.match === "all" ? " & " : " | ")
      : `R ${rule.recency.join("-")}, F ${rule.frequency.join("-")}, M ${rule.monetary.join("-")}`;
  return `${rule.name}${words.phrases.colon}${conditions}`;
}

function formatPairs(pairs: AnalysisSettings["crossTables"], words: Words): string {
  return pairs.map((pair) => words.views.cross.pair(...nameDivisions(pair, words))).join("; ");
}

function formatPart(key: Key, part: string | number | CustomRule | ColumnRule, words: Words): string {
  if (typeof part === "number") return words.phrases.number(part, 4);
  return typeof part === "string" ? formatText(key, part, words) : formatRule(part, words);
}

/** A setting's value as a reader sees it; the machine's own spelling is on the hidden history sheet. */
export function formatSettingValue(key: Key, value: AnalysisSettings[Key], words: Words): CellValue {
  const { phrases } = words;
  if (value === null) return noneByDefault.has(key) ? phrases.none : phrases.automatic;
  if (typeof value === "boolean") return value ? phrases.yes : phrases.no;
  if (typeof value === "number") return value;
  if (typeof value === "string") return formatText(key, value, words);
  if (Array.isArray(value)) {
    if (value.length === 0) return phrases.none;
    if (key === "crossTables") return formatPairs(value as AnalysisSettings["crossTables"], words);
    const parts = value.map((part: string | number | CustomRule | ColumnRule) => formatPart(key, part, words));
    return parts.join(key === "customRules" || key === "behaviourGroups" ? "; " : ", ");
  }
  return Object.entries(value)
    .map(
      ([measure, cuts]) => `${findColumnName(words, measure)}${phrases.colon}${(cuts as readonly number[]).join(", ")}`,
    )
    .join("; ");
}
