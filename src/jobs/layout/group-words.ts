import type { Words } from "../../i18n/en";

interface GroupWords {
  readonly name: string;
  readonly action: string;
}

function findKnownWords(words: Words, lens: string, id: string): GroupWords | undefined {
  const known = words.groups as Readonly<Record<string, Readonly<Record<string, GroupWords>>>>;
  return Object.hasOwn(known, lens) && Object.hasOwn(known[lens], id) ? known[lens][id] : undefined;
}

/** A group's name in the language; groups that are numbered get their number, an unknown code stays as it is. */
export function findGroupName(words: Words, lens: string, id: string): string {
  const known = findKnownWords(words, lens, id);
  if (known !== undefined) return known.name;
  const numbered = /^([a-z]+)-?(\d+)$/i.exec(id);
  if (numbered === null) return id;
  const [, stem, digits] = numbered;
  const number = Number(digits);
  const repeated = findKnownWords(words, lens, stem);
  if (repeated !== undefined) return words.numberedGroups.lrfmc(repeated.name, number);
  switch (stem.toLowerCase()) {
    case "class":
      return words.numberedGroups["value-classes"](number);
    case "cluster":
      return words.numberedGroups.clusters(number);
    case "tier":
      return words.numberedGroups.tier(number);
    case "group":
      return words.numberedGroups.other(number);
    default:
      return id;
  }
}

/** What is suggested for a group; empty where nothing is. */
export function findGroupAction(words: Words, lens: string, id: string): string {
  const known = findKnownWords(words, lens, id) ?? findKnownWords(words, lens, id.replace(/-?\d+$/, ""));
  return known?.action ?? "";
}

/** The next action of a customer by its id. */
export function findNextAction(words: Words, id: string): string {
  const own: Readonly<Record<string, string>> = words.nextActions;
  return Object.hasOwn(own, id) ? own[id] : findGroupAction(words, "rf-map", id);
}

/** Name of a lens; an unknown one keeps its id. */
export function findLensWords(words: Words, id: string): { name: string; title: string; description: string } {
  const known = words.lenses as Readonly<Record<string, { name: string; title: string; description: string }>>;
  return Object.hasOwn(known, id) ? known[id] : { name: id, title: id, description: "" };
}

/** Name of a measure; the columns of the user keep their header. */
export function findColumnName(words: Words, id: string): string {
  const known = words.columns as Readonly<Record<string, { name: string }>>;
  return Object.hasOwn(known, id) ? known[id].name : id;
}

/** What a remark says; an unknown code is shown as it is. Columns and groups among its parameters are named in the language. */
export function formatRemark(
  words: Words,
  lens: string,
  remark: { code: string; parameters: Readonly<Record<string, number | string>> },
): string {
  if (!Object.hasOwn(words.remarks, remark.code)) return remark.code;
  const named = Object.entries(remark.parameters).map(([key, value]): [string, number | string] => {
    if (typeof value !== "string") return [key, value];
    if (key === "column") return [key, findColumnName(words, value)];
    if (key === "columns")
      return [key, words.phrases.list(value.split(", ").map((column) => findColumnName(words, column)))];
    return [key, findGroupName(words, lens, value)];
  });
  return words.remarks[remark.code](Object.fromEntries(named));
}
