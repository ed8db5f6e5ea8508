import { normalizeValue } from "../cell-columns";
import type { CellValue } from "../port";

/** Longer texts are neither numbers nor dates, whatever they hold. */
const longestNumber = 60;

const truthValues = new Set(["true", "false", "wahr", "falsch", "vrai", "faux", "verdadero", "falso", "vero"]);

/**
 * Whether Excel might read an assigned text as something else: a formula, number, date, truth value or error, in any language. Texts
 * that begin with a letter and hold no digit are safe.
 */
export function isMisreadable(text: string): boolean {
  if (!/^\p{L}/u.test(text)) return text !== "";
  if (text.length > longestNumber) return false;
  return /\p{N}/u.test(text) || truthValues.has(text.trim().toLowerCase());
}

/** A value as it is assigned to a cell of an ordinary format: an apostrophe in front keeps text text. */
export function guardValue(value: CellValue | undefined): string | number | boolean {
  const kept = normalizeValue(value);
  if (kept === null) return "";
  return typeof kept === "string" && isMisreadable(kept) ? `'${kept}` : kept;
}

/** A value as it is assigned to a cell formatted as text, which keeps everything as it is. */
export function plainValue(value: CellValue | undefined): string | number | boolean {
  return normalizeValue(value) ?? "";
}
