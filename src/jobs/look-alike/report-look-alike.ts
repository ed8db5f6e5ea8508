import { PROSPECT_GROUPS } from "../../core/decisions/look-alike";
import { buildLeafRules } from "../../core/tree/rules";
import type { Tree } from "../../core/tree/tree";
import type { JobJson } from "../job";
import { reportQuality, reportResponseScore } from "../report-score";
import type { LookAlikeReport } from "./look-alike-report";

/** Prospects of each group, in the order of the groups. */
export function countGroups({ result }: LookAlikeReport): number[] {
  return PROSPECT_GROUPS.map((_, group) => result.groups.reduce((sum, code) => sum + (code === group ? 1 : 0), 0));
}

/** The leaves of a tree as rules, those with the largest share of top customers first. */
export function listTreeRules(tree: Tree) {
  return buildLeafRules(tree)
    .map(({ conditions, customers, label, purityShare }) => ({
      conditions,
      customers,
      share: label === 1 ? purityShare : 1 - purityShare,
    }))
    .sort((a, b) => b.share - a.share);
}

/** Codes and numbers for other programs. */
export function reportLookAlike(report: LookAlikeReport): Record<string, JobJson> {
  const { choice, basis, customers, top, least, columns, alreadyCustomers, excludedRows, result, prospectIds } = report;
  const { scorer, quality, traits, ranked, scores, groups } = result;
  const counts = countGroups(report);
  return {
    method: choice.method,
    basis,
    customers,
    top,
    least,
    shared: columns.map(({ name }) => name),
    alreadyCustomers,
    excludedRows,
    traits: traits.map((trait) => ({ ...trait })),
    quality: reportQuality(quality),
    score: scorer.logistic === null ? null : reportResponseScore(scorer.logistic),
    rules:
      scorer.tree === null
        ? null
        : listTreeRules(scorer.tree).map(({ conditions, customers: covered, share }) => ({
            when: conditions.map((condition) => ({ ...condition })) as JobJson,
            customers: covered,
            share,
          })),
    groups: PROSPECT_GROUPS.map((id, group) => ({ id, prospects: counts[group] })),
    prospects: Array.from(ranked, (prospect, rank) => ({
      prospect: prospectIds[prospect],
      rank: rank + 1,
      score: scores[prospect],
      group: PROSPECT_GROUPS[groups[prospect]],
    })),
  };
}
