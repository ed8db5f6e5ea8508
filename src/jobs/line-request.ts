import type { LineRequest } from "../core/customers/line-tables";
import { LINE_COLUMNS } from "../core/customers/line-tables";
import type { ColumnRule } from "../core/lenses/column-rules";
import { selectLineRule } from "../core/lenses/column-rules";
import type { AnalysisSettings } from "../core/report/settings";
import type { RoleColumns } from "../core/transactions/roles";

/** What the settings ask of the lines beside a row per customer. */
export function buildLineRequest({ behaviourGroups }: AnalysisSettings): LineRequest {
  return {
    rules: behaviourGroups.flatMap((rule) => selectLineRule(rule) ?? []),
    hasProducts: behaviourGroups.length > 0,
  };
}

/** The rules with conditions on lines by the names that lines have for their columns, where they name a header of the rows. */
export function resolveLineRules(
  rules: readonly ColumnRule[],
  headers: readonly string[],
  columns: RoleColumns,
): ColumnRule[] {
  const known: readonly string[] = LINE_COLUMNS;
  const roles = new Map(
    Object.entries(columns)
      .filter(([role]) => known.includes(role))
      .map(([role, position]) => [headers[position].trim().toLowerCase(), role]),
  );
  const resolve = (name: string) => (known.includes(name) ? name : (roles.get(name.trim().toLowerCase()) ?? name));
  return rules.map((rule) => ({
    ...rule,
    conditions: rule.conditions.map((condition) =>
      condition.on === "line" ? { ...condition, column: resolve(condition.column) } : condition,
    ),
  }));
}
