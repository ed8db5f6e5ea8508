import type { AnalysisSettings } from "../../../core/report/settings";
import type { Words } from "../../../i18n/en";
import type { CellValue } from "../../../workbook/port";
import { findColumnName, findLensWords } from "../group-words";

type Key = keyof AnalysisSettings;

/** Settings whose texts are taken from the user or stand for themselves. */
const plainTexts = new Set<Key>(["asOf", "from", "cancelledPrefixes", "currency"]);

/** Settings that are off, not chosen by the program, when they are blank. */
const noneByDefault = new Set<Key>(["from", "currency", "margin", "serviceCostTotal", "scoreCuts"]);

function formatText(key: Key, text: string, words: Words): string {
  if (plainTexts.has(key)) return text;
  if (key === "lenses") return findLensWords(words, text).name;
  if (Object.hasOwn(words.settingValues, text)) return words.settingValues[text];
  return findColumnName(words, text);
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
    return value
      .map((part: string | number) =>
        typeof part === "number" ? phrases.number(part, 4) : formatText(key, part, words),
      )
      .join(", ");
  }
  return Object.entries(value)
    .map(
      ([measure, cuts]) => `${findColumnName(words, measure)}${phrases.colon}${(cuts as readonly number[]).join(", ")}`,
    )
    .join("; ");
}
