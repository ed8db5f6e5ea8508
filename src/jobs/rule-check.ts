import { LINE_COLUMNS } from "../core/customers/line-tables";
import { measureNames } from "../core/customers/summary";
import type { ColumnCondition, RuleOperator } from "../core/lenses/column-rules";
import { RULE_OPERATORS } from "../core/lenses/column-rules";
import { listRuleRemarks } from "../core/lenses/custom-rules-lens";
import { FEATURE_SETS } from "../core/lenses/features";
import type { Remark } from "../core/lenses/lens";
import { parseIsoDay } from "../core/days";
import type { Analysis } from "../core/report/analysis";
import { TREE_COLUMNS } from "../core/report/tree-columns";
import type { CustomRule } from "../core/rfm/custom-rules";

/** How a column is compared, in the order that is offered. */
export const ruleOperators: readonly RuleOperator[] = RULE_OPERATORS;

const mainColumns = ["mainCategory", "mainChannel", "mainRegion"];
const measures: readonly string[] = ["value", "monetary", ...measureNames];

/** Columns that every analysis may have, by the setting that takes their names; the user's own come on top. */
export const knownColumns: Readonly<
  Record<
    "features" | "treeFeatures" | "demandColumns" | "ratingColumns" | "behaviourGroups" | "crossTables",
    readonly string[]
  >
> = {
  features: [...new Set([...Object.keys(FEATURE_SETS), ...measures])],
  treeFeatures: TREE_COLUMNS,
  demandColumns: measures,
  ratingColumns: [],
  behaviourGroups: [...measures, ...mainColumns],
  crossTables: [...mainColumns, ...measures],
};

/**
 * What is wrong or suspicious in the user's segments by scores.
 *
 * @param bins     number of scores that the rules are meant for
 * @param analysis of the last run, to find rules without customers; null, or one with other scores, leaves that out
 */
export function checkScoreRules(rules: readonly CustomRule[], bins: number, analysis: Analysis | null): Remark[] {
  const rfm = analysis?.rfm.bins === bins ? analysis.rfm : null;
  const scores =
    rfm === null
      ? null
      : {
          recency: rfm.recency.scores,
          frequency: rfm.frequency.scores,
          monetary: rfm.monetary?.scores ?? null,
        };
  return listRuleRemarks(rules, { scores, bins });
}

/** Columns that order lines may have, where a condition looks at them; the user's own come on top. */
export const lineColumns: readonly string[] = LINE_COLUMNS;

const lineTexts: readonly string[] = ["product", "category", "channel", "region"];
const lineNumbers = lineColumns.filter((column) => !lineTexts.includes(column));

/** What a condition still lacks: a value where its operator takes one, or a number or day where its column holds numbers. */
export function checkCondition({ column, operator, value, on }: ColumnCondition): "value" | "number" | null {
  if (operator === "blank" || operator === "notBlank") return null;
  const values = [value ?? []].flat().map((entry) => String(entry).trim());
  if (values.length === 0 || values.includes("")) return "value";
  const isNumber = (entry: string) => parseIsoDay(entry) !== null || Number.isFinite(Number(entry));
  const numbers = on === "line" ? lineNumbers : measures;
  return numbers.includes(column) && !values.every(isNumber) ? "number" : null;
}
