import type { LensResult, Rule, TreeResult } from "../../core/report/analysis";
import { formatIsoDay } from "../../core/days";
import type { RuleCondition } from "../../core/tree/rules";
import { formatThreshold } from "../../i18n/format-number";
import type { Words } from "../../i18n/en";
import { findColumnName, findGroupName } from "./group-words";

/** Values of a set that a sentence names one by one. */
const mostNamed = 6;

/** Category values as a sentence lists them: blanks named, long lists cut. */
export function formatValues(values: readonly string[], words: Words): string[] {
  const named = values.map((value) => (value.trim() === "" ? words.phrases.blank : value));
  return named.length > mostNamed ? [...named.slice(0, mostNamed - 1), "…"] : named;
}

/** A cut value as a sentence shows it: a day as the last one that is not later. */
export function formatCut(value: number, isDay = false): string {
  return isDay ? formatIsoDay(Math.floor(value)) : formatThreshold(value);
}

function formatCondition(words: Words, condition: RuleCondition): string {
  const feature = findColumnName(words, condition.feature);
  const { rules } = words;
  if (condition.kind === "set") {
    const { values, excluded } = condition;
    return excluded.length > 0 && excluded.length < values.length
      ? rules.noneOf(feature, formatValues(excluded, words))
      : rules.oneOf(feature, formatValues(values, words));
  }
  const format = (value: number) => formatCut(value, condition.isDay);
  const { above, upTo } = condition;
  if (above !== null && upTo !== null) return rules.between(feature, format(above), format(upTo));
  if (above !== null) return rules.above(feature, format(above));
  return upTo === null ? rules.everyone : rules.upTo(feature, format(upTo));
}

/** Who reaches a leaf, in words. */
export function formatConditions(words: Words, conditions: readonly RuleCondition[]): string {
  if (conditions.length === 0) return words.rules.everyone;
  return words.rules.and(conditions.map((condition) => formatCondition(words, condition)));
}

/** A whole rule in words: conditions, group, customers and how sure it is. */
export function formatRule(words: Words, target: string, groupIds: readonly string[], rule: Rule): string {
  const group = findGroupName(words, target, groupIds[rule.group]);
  if (rule.conditions.length === 0) return words.rules.always(group, rule.customers, rule.purityShare);
  return words.rules.rule(formatConditions(words, rule.conditions), group, rule.customers, rule.purityShare);
}

/** What the rules of a tree can tell about its groups. */
export function pickFidelityNote(
  { explainsItself }: TreeResult,
  lens: LensResult | undefined,
  { fidelity }: Words,
): string {
  if (explainsItself) return fidelity.explainsItself;
  return lens?.sources?.includes("value") === true ? fidelity.notValue : fidelity.notSources;
}

/** The rule that finds most customers of a group, or undefined where no leaf stands for it. */
export function findBestRule(tree: TreeResult | undefined, group: number): Rule | undefined {
  let best: Rule | undefined;
  for (const rule of tree?.rules ?? []) {
    if (rule.group !== group || rule.conditions.length === 0) continue;
    if (best === undefined || rule.customers * rule.purityShare > best.customers * best.purityShare) best = rule;
  }
  return best;
}
