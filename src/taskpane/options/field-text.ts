import type { AnalysisSettings } from "../../core/report/settings";
import type { TextField } from "./option-fields";

const separators = /[,，;；、]/;
/** A share as percent, without the digits that the machine's numbers bring. */
export const toPercent = (share: number) => Number((share * 100).toFixed(4));

/** The number that a text means; NaN for none. */
export function parseNumber(text: string): number {
  return text.trim() === "" ? NaN : Number(text.trim().replace(/%$/, ""));
}

/** Entries of a text that are separated by commas. */
export function splitTexts(text: string): string[] {
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
export function formatField({ key, kind }: TextField, settings: AnalysisSettings): string {
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
export function parseField({ key, kind, isOptional = false }: TextField, text: string): unknown {
  if (isOptional && text.trim() === "") return null;
  switch (kind) {
    case "number":
      return parseNumber(text);
    case "percent":
      return parseNumber(text) / 100;
    case "percents": {
      const shares = splitTexts(text).map((part) => parseNumber(part) / 100);
      return key === "tierShares" ? [...shares, 1] : shares;
    }
    case "numbers":
      return splitTexts(text).map(parseNumber);
    case "texts":
      return splitTexts(text);
    case "switch":
      return text === "true";
    default:
      return text.trim();
  }
}
