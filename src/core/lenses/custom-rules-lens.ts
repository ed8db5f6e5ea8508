import type { CustomRule, ScoreRange } from "../rfm/custom-rules";
import { assignCustomRules, lintCustomRules } from "../rfm/custom-rules";
import type { RfmScoreColumns } from "../rfm/measures";
import type { Lens, LensTables, Remark } from "./lens";
import { hasNumbers } from "./lens";

/** Group of everyone whom no rule accepts. */
export const OTHERS = "others";

/** The user's segments by scores, in order of precedence; rules of the same name make one segment. */
export interface CustomRulesOptions {
  readonly rules: readonly CustomRule[];
}

/** Plain JSON: the rules and the number of scores they were written for. */
export interface CustomRulesModel {
  readonly rules: readonly CustomRule[];
  readonly bins: number;
}

const MEASURES = ["recency", "frequency", "monetary"] as const;
const MOST_OVERLAPS = 10;

function listNames(rules: readonly CustomRule[]): string[] {
  return [...new Set([...rules.map(({ name }) => name), OTHERS])];
}

function findBadRule(rules: readonly CustomRule[], bins: number): CustomRule | undefined {
  const isGood = ([from, to]: ScoreRange) =>
    Number.isInteger(from) && Number.isInteger(to) && from >= 1 && from <= to && to <= bins;
  return rules.find((rule) => rule.name.trim() === "" || !MEASURES.every((measure) => isGood(rule[measure])));
}

function countSharedCells(first: CustomRule, second: CustomRule, hasMoney: boolean): number {
  const shared = (measure: (typeof MEASURES)[number]) =>
    Math.max(0, Math.min(first[measure][1], second[measure][1]) - Math.max(first[measure][0], second[measure][0]) + 1);
  return shared("recency") * shared("frequency") * (hasMoney ? shared("monetary") : 1);
}

/** Pairs of rules of different segments that accept the same scores; the earlier one wins them. */
function listOverlaps(rules: readonly CustomRule[], hasMoney: boolean): Remark[] {
  const overlaps: Remark[] = [];
  rules.forEach((first, i) => {
    for (const second of rules.slice(i + 1)) {
      const cells = countSharedCells(first, second, hasMoney);
      if (cells === 0 || first.name === second.name) continue;
      overlaps.push({ code: "rulesOverlap", parameters: { first: first.name, second: second.name, cells } });
    }
  });
  return overlaps;
}

function formatCell([recency, frequency, monetary]: readonly number[]): string {
  return monetary === 0 ? `R ${recency}, F ${frequency}` : `R ${recency}, F ${frequency}, M ${monetary}`;
}

/** What rules are checked against: the scores of the customers, null where they are not known yet, and the number of scores, 2..10. */
export type RuleScores = Pick<LensTables, "bins"> & { readonly scores: RfmScoreColumns | null };

/**
 * What is wrong or suspicious in a list of rules, as remarks: scores no rule accepts, rules that overlap, rules that never win, accept one
 * combination only or have no customer. Rules are named.
 *
 * @param rules in order of precedence
 * @returns one remark `badRule` alone where a rule has no name or a range that is not within the number of scores; nothing without rules
 */
export function listRuleRemarks(rules: readonly CustomRule[], { scores, bins }: RuleScores): Remark[] {
  if (rules.length === 0) return [];
  const bad = findBadRule(rules, bins);
  if (bad !== undefined) return [{ code: "badRule", parameters: { rule: bad.name, bins } }];
  const hasMoney = scores === null || scores.monetary !== null;
  const lint = lintCustomRules(rules, bins, scores);
  const name = (code: string, positions: readonly number[]): Remark[] =>
    positions.map((rule) => ({ code, parameters: { rule: rules[rule].name, position: rule + 1 } }));
  const remarks: Remark[] = [];
  const [example] = lint.unassignedCells;
  if (example !== undefined) {
    const all = bins ** (hasMoney ? 3 : 2);
    const parameters = { cells: lint.unassignedCells.length, all, example: formatCell(example) };
    remarks.push({ code: "scoresUnassigned", parameters });
  }
  const overlaps = listOverlaps(rules, hasMoney);
  remarks.push(...overlaps.slice(0, MOST_OVERLAPS));
  if (overlaps.length > MOST_OVERLAPS) {
    remarks.push({ code: "moreOverlaps", parameters: { pairs: overlaps.length - MOST_OVERLAPS } });
  }
  const unreachable = new Set(lint.neverWinning);
  const empty = (lint.withoutCustomers ?? []).filter((rule) => !unreachable.has(rule));
  return [
    ...remarks,
    ...name("ruleUnreachable", lint.neverWinning),
    ...name("ruleSingleCell", lint.singleCell),
    ...name("ruleWithoutCustomers", empty),
  ];
}

/** Segments that the user defines by ranges of the three scores. */
export const customRulesLens: Lens<CustomRulesOptions, CustomRulesModel> = {
  id: "custom-rules",
  membership: "one",
  defaults: { rules: [] },
  missing({ measures, bins }, { rules }): Remark | null {
    if (rules.length === 0) return { code: "needsRules", parameters: {} };
    const bad = findBadRule(rules, bins);
    if (bad !== undefined) return { code: "badRule", parameters: { rule: bad.name, bins } };
    return hasNumbers(measures.recencyDays) && hasNumbers(measures.orders)
      ? null
      : { code: "needsRecencyAndOrders", parameters: {} };
  },
  fit(tables, { rules }) {
    const model = { rules, bins: tables.bins };
    return { model, codes: customRulesLens.assign(model, tables), remarks: listRuleRemarks(rules, tables) };
  },
  assign({ rules, bins }, { scores }) {
    const names = listNames(rules);
    const positions = [...rules.map(({ name }) => names.indexOf(name)), names.indexOf(OTHERS)];
    return assignCustomRules(scores, rules, bins).map((rule) => (rule < 0 ? -1 : positions[rule]));
  },
  groups: ({ rules }) => listNames(rules),
  sources: () => ["recencyDays", "orders", "monetary"],
};
