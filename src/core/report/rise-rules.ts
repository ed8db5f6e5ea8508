import type { LensTables } from "../lenses/lens";
import { growTree } from "../tree/grow";
import { buildLeafRules } from "../tree/rules";
import type { RuleCondition } from "../tree/rules";
import type { Movement } from "./movement";
import type { AnalysisSettings } from "./settings";
import { listTreeColumns } from "./tree-columns";

/** Customers who share what a tree asks for, and how many of them moved up. */
export interface RiseRule {
  readonly conditions: readonly RuleCondition[];
  readonly customers: number;
  readonly risen: number;
  readonly riseShare: number;
}

/** What customers who moved up had in common on the first date. */
export interface RiseRules {
  /** Customers below the best group on the first date, and those of them who moved up. */
  readonly customers: number;
  readonly risen: number;
  /** Largest share first; every customer who could rise is in exactly one. */
  readonly rules: readonly RiseRule[];
}

const FEWEST_RISEN = 5;
/** A rule is about at least this share of those who could rise, and this many of them, so that it is not about a handful. */
const LEAST_LEAF_SHARE = 0.01;
const SMALLEST_LEAF = 10;

/**
 * What tells customers who moved up from those who could have but did not: a tree on their columns and attributes as they were on the first date.
 *
 * @param movement between two dates
 * @param tables   of the first date, with the customers that the movement's positions point at
 * @returns null where fewer than five customers, or all of them, moved up, or nothing tells them apart
 */
export function findRiseRules(movement: Movement, tables: LensTables, settings: AnalysisSettings): RiseRules | null {
  const { positions, columns: moved } = movement.customers;
  const { before, after } = moved;
  const labels = new Int32Array(tables.summary.customers.ids.length).fill(-1);
  let customers = 0;
  let risen = 0;
  for (let i = 0; i < positions.length; i++) {
    if (positions[i] < 0 || before[i] < 1) continue;
    const label = after[i] >= 0 && after[i] < before[i] ? 1 : 0;
    labels[positions[i]] = label;
    customers++;
    risen += label;
  }
  const columns = listTreeColumns(tables, [], null);
  if (risen < FEWEST_RISEN || risen === customers || columns.length === 0) return null;
  const tree = growTree(columns, labels, ["stayed", "risen"], {
    maxDepth: settings.treeDepth,
    minLeaf: settings.treeMinLeaf ?? Math.max(SMALLEST_LEAF, Math.ceil(LEAST_LEAF_SHARE * customers)),
    seed: settings.seed,
  });
  const rules = buildLeafRules(tree).map((rule): RiseRule => {
    const riseShare = rule.label === 1 ? rule.purityShare : 1 - rule.purityShare;
    return {
      conditions: rule.conditions,
      customers: rule.customers,
      risen: Math.round(riseShare * rule.customers),
      riseShare,
    };
  });
  if (rules.length < 2) return null;
  return {
    customers,
    risen,
    rules: rules.sort((a, b) => b.riseShare - a.riseShare || b.customers - a.customers),
  };
}
