import type { AnalysisSettings } from "../../core/report/settings";
import type { OptionField } from "./option-fields";

const separators = /[,，;；、]/;
const toPercent = (share: number) => Number((share * 100).toFixed(4));

function parseNumber(text: string): number {
  return text.trim() === "" ? NaN : Number(text.trim().replace(/%$/, ""));
}

function splitTexts(text: string): string[] {
  return text
    .split(separators)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** Tier shares end with the whole, which is not shown. */
function dropWhole(key: string, shares: readonly number[]): readonly number[] {
  return key === "tierShares" ? shares.slice(0, -1) : shares;
}

/** The text by which a setting is edited. */
export function formatField({ key, kind }: OptionField, settings: AnalysisSettings): string {
  const value = settings[key];
  if (value === null) return "";
  if (Array.isArray(value)) {
    const parts = value as readonly (string | number)[];
    if (kind !== "percents") return parts.join(", ");
    return dropWhole(key, parts as readonly number[])
      .map(toPercent)
      .join(", ");
  }
  return kind === "percent" ? String(toPercent(value as number)) : String(value);
}

/** What a text means as the value of a setting; whether a setting takes it is for the settings' own check to say. */
export function parseField({ key, kind, isOptional = false }: OptionField, text: string): unknown {
  if (isOptional && text.trim() === "") return null;
  switch (kind) {
    case "number":
      return parseNumber(text);
    case "percent":
      return parseNumber(text) / 100;
    case "numbers":
      return splitTexts(text).map(parseNumber);
    case "percents": {
      const shares = splitTexts(text).map((part) => parseNumber(part) / 100);
      return key === "tierShares" ? [...shares, 1] : shares;
    }
    case "texts":
      return splitTexts(text);
    case "switch":
      return text === "true";
    default:
      return text.trim();
  }
}
