import type { RowSource } from "../workbook/rows";
import { InputError } from "./input-error";

function parseLetters(text: string): number {
  return [...text.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/**
 * The position of a column that a person named by its header (letter case aside), by its letter on the sheet, or by its number from 1.
 *
 * @throws InputError `unknownColumn` with the columns there are
 */
export function resolveColumn(text: string, source: RowSource): number {
  const { headers, place } = source;
  const wanted = text.trim().toLowerCase();
  const byHeader = headers.findIndex((header) => header.toLowerCase() === wanted);
  if (byHeader >= 0) return byHeader;
  if (/^[a-z]{1,3}$/.test(wanted)) {
    const column = parseLetters(wanted) - (place?.firstColumn ?? 0);
    if (column >= 0 && column < headers.length) return column;
  }
  if (/^[0-9]+$/.test(wanted)) {
    const column = Number(wanted) - 1;
    if (column >= 0 && column < headers.length) return column;
  }
  throw new InputError("unknownColumn", { column: text, known: headers.join(", ") });
}
