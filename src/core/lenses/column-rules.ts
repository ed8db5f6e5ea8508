import { parseIsoDay } from "../days";
import type { TreeColumn } from "../tree/column";
import { findColumn } from "./columns";
import type { LensTables } from "./lens";

/** How a column is compared with the value of a condition. */
export const RULE_OPERATORS = ["=", "<>", "<", "<=", ">", ">=", "in", "contains", "blank", "notBlank"] as const;

/** See {@link RULE_OPERATORS}. */
export type RuleOperator = (typeof RULE_OPERATORS)[number];

/** Column, operator, value. Days are ISO texts; `in` takes a list; `blank` and `notBlank` take no value. */
export interface ColumnCondition {
  readonly column: string;
  readonly operator: RuleOperator;
  readonly value?: number | string | readonly (number | string)[] | null;
}

/** A group by conditions that must all hold, or of which any must. */
export interface ColumnRule {
  readonly name: string;
  readonly match: "all" | "any";
  readonly conditions: readonly ColumnCondition[];
}

const fold = (text: string) => text.normalize("NFKC").trim().toLowerCase();

function readNumber(value: number | string): number {
  if (typeof value === "number") return value;
  const text = value.trim();
  return parseIsoDay(text) ?? (text === "" ? NaN : Number(text));
}

const listValues = ({ value }: ColumnCondition): readonly (number | string)[] =>
  value === undefined || value === null ? [] : typeof value === "object" ? value : [value];

function buildNumberTest(condition: ColumnCondition): (entry: number) => boolean {
  const values = listValues(condition).map(readNumber);
  const [value = NaN] = values;
  switch (condition.operator) {
    case "=":
      return (entry) => entry === value;
    case "<>":
      return (entry) => entry !== value && value === value;
    case "<":
      return (entry) => entry < value;
    case "<=":
      return (entry) => entry <= value;
    case ">":
      return (entry) => entry > value;
    case ">=":
      return (entry) => entry >= value;
    case "in":
      return (entry) => values.includes(entry);
    case "notBlank":
      return () => true;
    default:
      return () => false;
  }
}

function buildTextTest(condition: ColumnCondition): (label: string) => boolean {
  const values = listValues(condition).map((value) => fold(String(value)));
  switch (condition.operator) {
    case "=":
    case "in":
      return (label) => values.includes(fold(label));
    case "<>":
      return (label) => values.length > 0 && !values.includes(fold(label));
    case "contains":
      return (label) => values.some((value) => value !== "" && fold(label).includes(value));
    case "notBlank":
      return () => true;
    default:
      return () => false;
  }
}

/** Who meets a condition. A blank meets none but `blank`; numbers are not compared with text, nor text by size. */
function matchCondition(condition: ColumnCondition, column: TreeColumn): Uint8Array {
  const blank = Number(condition.operator === "blank");
  if (column.kind === "number") {
    const test = buildNumberTest(condition);
    return Uint8Array.from(column.numbers, (entry) => (entry === entry ? Number(test(entry)) : blank));
  }
  const test = buildTextTest(condition);
  const matches = column.labels.map((label) => (label.trim() === "" ? blank : Number(test(label))));
  return Uint8Array.from(column.codes, (code) => (code < 0 ? blank : matches[code]));
}

/** Columns that a rule asks about and the tables do not have. */
export function listUnknownColumns({ conditions }: ColumnRule, tables: LensTables): string[] {
  const names = new Set(conditions.map(({ column }) => column));
  return [...names].filter((name) => findColumn(name, tables) === null);
}

/**
 * Who belongs to a group: 1 per customer. A condition on a column that the tables do not have is met by nobody, and so is a rule without
 * conditions.
 */
export function matchRule({ match, conditions }: ColumnRule, tables: LensTables): Uint8Array {
  const count = tables.summary.customers.ids.length;
  const matched = conditions.map((condition) => {
    const column = findColumn(condition.column, tables);
    return column === null ? new Uint8Array(count) : matchCondition(condition, column);
  });
  if (matched.length === 0) return new Uint8Array(count);
  return matched.reduce((left, right) => left.map((flag, i) => (match === "all" ? flag & right[i] : flag | right[i])));
}
