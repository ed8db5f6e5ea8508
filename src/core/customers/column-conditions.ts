import { parseIsoDay } from "../days";

/** How a column is compared with the value of a condition. */
export const RULE_OPERATORS = ["=", "<>", "<", "<=", ">", ">=", "in", "contains", "blank", "notBlank"] as const;

/** See {@link RULE_OPERATORS}. */
export type RuleOperator = (typeof RULE_OPERATORS)[number];

/**
 * Column, operator, value. Days are ISO texts; `in` takes a list; `blank` and `notBlank` take no value. `on` says whether the column is one of
 * the customers (when left out) or of the lines they bought.
 */
export interface ColumnCondition {
  readonly column: string;
  readonly operator: RuleOperator;
  readonly value?: number | string | readonly (number | string)[] | null;
  readonly on?: "customer" | "line";
}

/** Entries to be tested: numbers with NaN for blank, or texts as codes with -1 for blank. */
export type TestedColumn =
  | { readonly kind: "number"; readonly numbers: ArrayLike<number> }
  | { readonly kind: "category"; readonly codes: Int32Array; readonly labels: readonly string[] };

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

/** 1 for every entry that meets a condition. A blank meets none but `blank`; numbers are not compared with text, nor text by size. */
export function matchCondition(condition: ColumnCondition, column: TestedColumn): Uint8Array {
  const blank = Number(condition.operator === "blank");
  if (column.kind === "number") {
    const test = buildNumberTest(condition);
    return Uint8Array.from(column.numbers, (entry) => (entry === entry ? Number(test(entry)) : blank));
  }
  const test = buildTextTest(condition);
  const matches = column.labels.map((label) => (label.trim() === "" ? blank : Number(test(label))));
  return Uint8Array.from(column.codes, (code) => (code < 0 ? blank : matches[code]));
}
