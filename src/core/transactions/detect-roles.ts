import type { Issue } from "../issues";
import { nameIssue } from "../issues";
import type { RowBlock } from "./cells";
import type { ColumnContent } from "./column-content";
import { isDateFormat, parseColumnContent } from "./column-content";
import type { HeaderWords } from "./header-words";
import { containsWords, parseHeaderWords } from "./header-words";
import { attributeWords, customerTraits, readyAliases } from "./role-words";
import type { Role, RoleColumns, RoleKind } from "./roles";
import { findRole, roleKinds } from "./roles";

/** What the caller knows better than headers and content. */
export interface DetectOptions {
  /** Column of a role, or null for a role that no column has. */
  readonly roles?: Readonly<Partial<Record<Role, number | null>>>;
  /** Columns that are attributes; all that are left over when not given. */
  readonly attributes?: readonly number[];
  /** en-US number format per column, empty where unknown. */
  readonly formats?: readonly string[];
}

/** Something about a column that a person should confirm. */
export type RoleFlag =
  /** The content alone suggests the role; the header does not. */
  | { readonly kind: "contentOnly"; readonly role: Role; readonly column: number }
  /** A column of dates without a role: not taken as attribute. */
  | { readonly kind: "dateColumn"; readonly column: number };

/** Which column means what. */
export interface DetectedRoles {
  /** `customers` is a table with a row per customer: it has no column with the day of a purchase. */
  readonly kind: "transactions" | "customers";
  readonly columns: RoleColumns;
  readonly attributes: readonly number[];
  readonly costBasis: "line" | "unit";
  readonly flagged: readonly RoleFlag[];
  /** R23 with the positions of the columns that share a header with one at their left. */
  readonly issues: readonly Issue[];
}

const EQUAL_POINTS = 3;
const CONTAINED_POINTS = 1;
const CONTENT_POINTS = 2;
const THRESHOLD = 3;
/** With fewer rows than this, customers who do not come back prove nothing. */
const FEW_ROWS = 5;
const LINE_ONLY: ReadonlySet<Role> = new Set<Role>(["date", "order", "product", "price"]);

interface Phrases {
  readonly kind: RoleKind;
  readonly phrases: readonly HeaderWords[];
  readonly exact: ReadonlySet<string>;
}

const attributeJoined = new Set(attributeWords.map((word) => parseHeaderWords(word).joined));

/**
 * Finds the role of each column from its header and its first cells.
 *
 * A header that is a word of the role gives 3 points, one that contains such a word 1, content that fits 2 more; roles are given out by
 * falling points, from 3 on, ties to the leftmost column, one column per role and one role per column. A column whose header is a word
 * of one role is out for all others. Where no header names the customer, the date or money, the only column whose content fits is taken
 * and flagged.
 *
 * @param headers one per column
 * @param head    the first rows; dates among them as days where the format of the column is one of dates
 * @throws RangeError when an override names a column that is not there, or one column twice
 */
export function detectRoles(headers: readonly string[], head: RowBlock, options: DetectOptions = {}): DetectedRoles {
  const formats = options.formats ?? [];
  const words = headers.map(parseHeaderWords);
  const contents = headers.map((_, column) =>
    parseColumnContent(head.columns[column] ?? [], isDateFormat(formats[column] ?? "")),
  );
  const overrides = readOverrides(options, headers.length);
  let { columns, flagged } = assignRoles(listPhrases(false), words, contents, overrides);
  const kind = columns.date === undefined ? "customers" : "transactions";
  if (kind === "customers") ({ columns, flagged } = assignRoles(listPhrases(true), words, contents, overrides));
  const taken = new Set(Object.values(columns));
  const rest = headers.flatMap((_, column) => (taken.has(column) ? [] : [column]));
  const isLooseDate = (column: number): boolean => contents[column].isDate && !contents[column].isNumber;
  return {
    kind,
    columns,
    attributes: options.attributes ?? rest.filter((column) => !isLooseDate(column)),
    costBasis: columns.cost !== undefined && isUnitCost(words[columns.cost]) ? "unit" : "line",
    flagged: [
      ...flagged,
      ...(options.attributes
        ? []
        : rest.filter(isLooseDate).map((column) => ({ kind: "dateColumn" as const, column }))),
    ],
    issues: listDuplicateHeaders(headers),
  };
}

function readOverrides(options: DetectOptions, columnCount: number): Map<Role, number | null> {
  const overrides = new Map<Role, number | null>();
  const used = new Map<number, string>();
  for (const [name, column] of Object.entries(options.roles ?? {})) {
    const { role } = findRole(name);
    if (column === undefined) continue;
    overrides.set(role, column);
    if (column === null) continue;
    if (!Number.isInteger(column) || column < 0 || column >= columnCount) {
      throw new RangeError(`the column of ${role} must be 0..${columnCount - 1}; got ${column}`);
    }
    const other = used.get(column);
    if (other !== undefined) throw new RangeError(`column ${column} cannot be both ${other} and ${role}`);
    used.set(column, role);
  }
  return overrides;
}

function listPhrases(ready: boolean): Phrases[] {
  return roleKinds
    .filter((kind) => (ready ? !LINE_ONLY.has(kind.role) : !kind.ready))
    .map((kind) => {
      const aliases: readonly string[] =
        ready && kind.role in readyAliases ? readyAliases[kind.role as keyof typeof readyAliases] : [];
      const letters = aliases.filter((word) => word.length === 1);
      const known = [...kind.english, ...kind.chinese, ...aliases.filter((word) => word.length > 1)];
      const phrases = known.filter((word) => !(ready && customerTraits.includes(word))).map(parseHeaderWords);
      return { kind, phrases, exact: new Set([...phrases.map((phrase) => phrase.joined), ...kind.exact, ...letters]) };
    });
}

/** Headers that name a figure of another kind of table, so that `Order Count` is no quantity of a line. */
const readyJoined = new Set(
  roleKinds
    .filter((kind) => kind.ready)
    .flatMap((kind) => [...kind.english, ...kind.chinese].map((word) => parseHeaderWords(word).joined)),
);

function assignRoles(
  roles: readonly Phrases[],
  words: readonly HeaderWords[],
  contents: readonly ColumnContent[],
  overrides: ReadonlyMap<Role, number | null>,
): { columns: RoleColumns; flagged: RoleFlag[] } {
  const columns: RoleColumns = {};
  const taken = new Set<number>();
  for (const [role, column] of overrides) {
    if (column === null) continue;
    columns[role] = column;
    taken.add(column);
  }
  const allowed = new Set(roles.map(({ kind }) => kind.role));
  const isForeign = ({ joined }: HeaderWords): boolean =>
    attributeJoined.has(joined) || (!allowed.has("orders") && readyJoined.has(joined));
  const named = words.map((header) => roles.some(({ exact }) => exact.has(header.joined)) || isForeign(header));
  const candidates: { role: Role; column: number; points: number }[] = [];
  for (const { kind, phrases, exact } of roles) {
    if (overrides.has(kind.role)) continue;
    words.forEach((header, column) => {
      if (taken.has(column)) return;
      const equal = exact.has(header.joined);
      if (!equal && (named[column] || !phrases.some((phrase) => containsWords(header, phrase)))) return;
      const points =
        (equal ? EQUAL_POINTS : CONTAINED_POINTS) + (fitsContent(kind, contents[column]) ? CONTENT_POINTS : 0);
      if (points >= THRESHOLD) candidates.push({ role: kind.role, column, points });
    });
  }
  candidates.sort((a, b) => b.points - a.points || a.column - b.column);
  for (const { role, column } of candidates) {
    if (columns[role] !== undefined || taken.has(column)) continue;
    columns[role] = column;
    taken.add(column);
  }
  const flagged: RoleFlag[] = [];
  const takeOnly = (role: Role, fits: (content: ColumnContent) => boolean): void => {
    if (columns[role] !== undefined || overrides.has(role) || !allowed.has(role)) return;
    const fitting = contents.flatMap((content, column) =>
      !taken.has(column) && !named[column] && fits(content) ? [column] : [],
    );
    if (fitting.length !== 1) return;
    columns[role] = fitting[0];
    taken.add(fitting[0]);
    flagged.push({ kind: "contentOnly", role, column: fitting[0] });
  };
  const ready = allowed.has("orders");
  const customer = columns.customer === undefined ? undefined : contents[columns.customer];
  const onePerCustomer = customer !== undefined && customer.filled >= FEW_ROWS && !customer.repeats;
  if (!onePerCustomer) takeOnly("date", (content) => content.isDate);
  if (!ready && columns.price === undefined) takeOnly("amount", (content) => content.isNumber && !content.isDate);
  takeOnly("customer", (content) => {
    const repeats = content.repeats && content.distinct > 1;
    return (ready ? !content.repeats && content.filled > 0 : repeats) && !content.isDate && !content.hasFraction;
  });
  return { columns, flagged };
}

function fitsContent({ content }: RoleKind, found: ColumnContent): boolean {
  if (content === "date") return found.isDate;
  if (content === "number" || content === "flag") return found.isNumber;
  return content === "customer" && found.repeats;
}

function isUnitCost(header: HeaderWords): boolean {
  return header.words.includes("unit") || header.joined.includes("单位");
}

function listDuplicateHeaders(headers: readonly string[]): Issue[] {
  const seen = new Set<string>();
  const rows: number[] = [];
  headers.forEach((header, column) => {
    const key = header.normalize("NFKC").trim().toLowerCase();
    if (seen.has(key)) rows.push(column);
    seen.add(key);
  });
  return rows.length === 0
    ? []
    : [{ code: "R23", name: nameIssue("R23"), count: rows.length, treatment: "leftmost", rows }];
}
