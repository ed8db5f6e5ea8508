import { quoteSheetName } from "./address";

/** New names by the old ones, in lower case. */
export type NameChanges = ReadonlyMap<string, string>;

const word = "\\p{L}\\p{N}_.\\\\";

/** `'It''s'!` or `Sales!`, or a word that no `!`, `(` or word follows: what may be a sheet's or a table's name. */
const namePattern = new RegExp(
  `'((?:[^']|'')+)'!|(?<![${word}'\\]])([\\p{L}_][${word}]*)(!)|(?<![${word}'!\\[@#])([\\p{L}_\\\\][${word}]*)(?![${word}!(])`,
  "gu",
);

/**
 * A formula or reference with sheets and tables renamed, all at once. Text in double quotes, columns in brackets and names that only contain
 * a changed name stay.
 */
export function replaceNames(formula: string, sheets: NameChanges, tables: NameChanges): string {
  if (sheets.size === 0 && tables.size === 0) return formula;
  return formula
    .split(/("(?:[^"]|"")*"|\[[^[\]]*\])/)
    .map((part, index) => (index % 2 === 1 ? part : replaceInPart(part, sheets, tables)))
    .join("");
}

function replaceInPart(part: string, sheets: NameChanges, tables: NameChanges): string {
  return part.replace(namePattern, (match: string, quoted?: string, sheet?: string, mark?: string, table?: string) => {
    if (table !== undefined) return tables.get(table.toLowerCase()) ?? match;
    const name = mark === undefined ? quoted!.replaceAll("''", "'") : sheet!;
    const changed = sheets.get(name.toLowerCase());
    return changed === undefined ? match : `${quoteSheetName(changed)}!`;
  });
}

/** Names changed from one to the other; empty when they are equal. */
export function buildNameChange(from: string, to: string): NameChanges {
  return from === to ? new Map() : new Map([[from.toLowerCase(), to]]);
}
