import type { ColumnRule } from "./column-rules";
import { listUnknownColumns, matchRule } from "./column-rules";
import type { Lens, Remark } from "./lens";
import { findFirstGroups } from "./members";

/** The user's groups; rules of the same name make one group, to which any of them leads. */
export interface BehaviourGroupsOptions {
  readonly rules: readonly ColumnRule[];
}

const listNames = (rules: readonly ColumnRule[]) => [...new Set(rules.map(({ name }) => name))];

/** Groups by rules over columns that the user sets up. They overlap, and a customer may be in none. */
export const behaviourGroupsLens: Lens<BehaviourGroupsOptions, BehaviourGroupsOptions> = {
  id: "behaviour-groups",
  membership: "many",
  defaults: { rules: [] },
  missing: (_, { rules }) => (rules.length === 0 ? { code: "needsRules", parameters: {} } : null),
  fit(tables, { rules }) {
    const remarks = rules.flatMap((rule): Remark[] => {
      const columns = listUnknownColumns(rule, tables);
      return columns.length === 0
        ? []
        : [{ code: "ruleColumnsUnknown", parameters: { rule: rule.name, columns: columns.join(", ") } }];
    });
    return { model: { rules }, codes: behaviourGroupsLens.assign({ rules }, tables), remarks };
  },
  assign: (model, tables) => findFirstGroups(behaviourGroupsLens.assignMembers!(model, tables)),
  assignMembers: ({ rules }, tables) =>
    listNames(rules).map((name) =>
      rules
        .filter((rule) => rule.name === name)
        .map((rule) => matchRule(rule, tables))
        .reduce((left, right) => left.map((flag, i) => flag | right[i])),
    ),
  groups: ({ rules }) => listNames(rules),
  sources: ({ rules }) => rules.flatMap(({ conditions }) => conditions.map(({ column }) => column)),
};
