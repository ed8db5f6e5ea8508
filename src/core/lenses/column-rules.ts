import type { ColumnCondition } from "../customers/column-conditions";
import { matchCondition } from "../customers/column-conditions";
import type { LineRule } from "../customers/line-tables";
import { buildLineKey } from "../customers/line-tables";
import { findColumn } from "./columns";
import type { LensTables } from "./lens";

export type { ColumnCondition, RuleOperator } from "../customers/column-conditions";
export { RULE_OPERATORS } from "../customers/column-conditions";

/** A group by conditions that must all hold, or of which any must. */
export interface ColumnRule {
  readonly name: string;
  readonly match: "all" | "any";
  readonly conditions: readonly ColumnCondition[];
}

const isOnLine = ({ on }: ColumnCondition) => on === "line";

/** The part of a rule that asks about lines; null where it asks about customers only. */
export function selectLineRule({ match, conditions }: ColumnRule): LineRule | null {
  const own = conditions.filter(isOnLine);
  return own.length === 0 ? null : { match, conditions: own };
}

function findLineMatch(rule: ColumnRule, { summary }: LensTables) {
  const lineRule = selectLineRule(rule);
  if (lineRule === null) return null;
  const key = buildLineKey(lineRule);
  const found = summary.lineTables?.matches.find((match) => match.key === key);
  const { length } = summary.customers.ids;
  const unknown = lineRule.conditions.map(({ column }) => column);
  return found ?? { key, members: new Uint8Array(length), unknown };
}

/** Columns that a rule asks about and the tables do not have. */
export function listUnknownColumns(rule: ColumnRule, tables: LensTables): string[] {
  const names = rule.conditions.filter((condition) => !isOnLine(condition)).map(({ column }) => column);
  const unknown = names.filter((name) => findColumn(name, tables) === null);
  return [...new Set([...unknown, ...(findLineMatch(rule, tables)?.unknown ?? [])])];
}

/**
 * Who belongs to a group: 1 per customer. Conditions on lines hold for a customer who bought a line that meets all of them, or any of them
 * where the rule asks for any. A condition on a column that the tables do not have is met by nobody, and so is a rule without conditions.
 */
export function matchRule(rule: ColumnRule, tables: LensTables): Uint8Array {
  const { match, conditions } = rule;
  const count = tables.summary.customers.ids.length;
  const matched = conditions
    .filter((condition) => !isOnLine(condition))
    .map((condition) => {
      const column = findColumn(condition.column, tables);
      return column === null ? new Uint8Array(count) : matchCondition(condition, column);
    });
  const lines = findLineMatch(rule, tables);
  if (lines !== null) matched.push(lines.members);
  if (matched.length === 0) return new Uint8Array(count);
  return matched.reduce((left, right) => left.map((flag, i) => (match === "all" ? flag & right[i] : flag | right[i])));
}
