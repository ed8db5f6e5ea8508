import { OTHER_TEXTS } from "../../../core/report/cross-table";
import type { CrossPair } from "../../../core/report/cross-result";
import type { Words } from "../../../i18n/en";
import { findColumnName, findGroupName, findLensWords } from "../group-words";

const isLens = (words: Words, name: string) => Object.hasOwn(words.lenses, name);

/** What rows or columns are divided by, in the language; columns of the user keep their header. */
export function findDivisionName(words: Words, name: string): string {
  return isLens(words, name) ? findLensWords(words, name).name : findColumnName(words, name);
}

/** Both names of a pair. */
export function nameDivisions([rows, columns]: CrossPair, words: Words): [string, string] {
  return [findDivisionName(words, rows), findDivisionName(words, columns)];
}

/** A group of a division in the language: intervals with few digits, blanks and rare texts by their words. */
export function findDivisionGroup(words: Words, name: string, id: string): string {
  if (id === OTHER_TEXTS) return words.views.cross.others;
  if (id.trim() === "") return words.phrases.blank;
  const named = findGroupName(words, name, id);
  if (named !== id || isLens(words, name)) return named;
  return /^[[(]/.test(id) ? id.replace(/-?\d+\.\d+/g, (digits) => String(Number(Number(digits).toPrecision(4)))) : id;
}
