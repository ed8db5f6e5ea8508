import type { Attribute, CategoryAttribute } from "../transactions/columns";
import { sortIndices } from "../math/index-sort";
import { computeShareCount } from "../math/share-count";
import type { TreeColumn } from "../tree/column";
import { buildAttributeColumn } from "../tree/column";
import { judgeScorer, trainScorer } from "./scorer";
import type { ScoreMethod, ScoreQuality, Scorer, ScorerOptions } from "./scorer";
import { describeSharedTraits } from "./shared-traits";
import type { SharedTrait } from "./shared-traits";

/** How promising a prospect is, best first. */
export const PROSPECT_GROUPS = ["better", "good", "poor"] as const;

/** Where the groups end: the best 20 percent, the next 30 percent, the rest. */
const GROUP_ENDS = [2000, 5000, 10000] as const;
/** Names and days do not tell customers apart. */
const UNUSED_ROLES: ReadonlySet<string> = new Set(["customerName"]);

/** An attribute that customers and prospects share. */
export interface SharedAttribute {
  readonly name: string;
  readonly customers: TreeColumn;
  readonly prospects: TreeColumn;
}

/**
 * The attributes that two tables share: columns of one kind that mean the same, or whose names differ in nothing but letter case and blanks.
 *
 * @param customers attributes of the customers; `main` columns (category, channel, region) go before attributes
 * @param prospects the same of the prospects
 * @returns in the order of the customers' columns, under their names
 */
export function matchAttributes(
  customers: readonly Attribute[],
  prospects: readonly Attribute[],
): readonly SharedAttribute[] {
  const taken = new Set<Attribute>();
  return customers.flatMap((own) => {
    if (own.role !== undefined && UNUSED_ROLES.has(own.role)) return [];
    const other = prospects.find(
      (candidate) => !taken.has(candidate) && candidate.kind === own.kind && isSameAttribute(own, candidate),
    );
    if (other === undefined) return [];
    taken.add(other);
    const { name } = own;
    return [{ name, customers: buildAttributeColumn(own, name), prospects: buildAttributeColumn(other, name) }];
  });
}

/** What of a column's name tells it from others: neither letter case nor blanks, underscores and hyphens. */
export function foldName(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, "");
}

function isSameAttribute(own: Attribute, other: Attribute): boolean {
  return (own.role !== undefined && own.role === other.role) || foldName(own.name) === foldName(other.name);
}

/** A column of texts as an attribute of that name. */
export function nameColumn(name: string, { codes, labels }: Pick<CategoryAttribute, "codes" | "labels">): Attribute {
  return { name, kind: "category", codes, labels };
}

/**
 * The customers who bought most.
 *
 * @param amounts     per customer, NaN = unknown
 * @param basisPoints their share of all customers, 1..10000; counted half up
 * @returns 1 for the top, else 0; of equal amounts the earlier customers come first, nobody without a positive amount is of the top
 */
export function pickTopCustomers(amounts: Float64Array, basisPoints: number): Uint8Array {
  const isTop = new Uint8Array(amounts.length);
  const order = sortIndices(amounts, true);
  for (const customer of order.subarray(0, computeShareCount(basisPoints, amounts.length)))
    if (amounts[customer] > 0) isTop[customer] = 1;
  return isTop;
}

/** Prospects scored by how much they are like the top customers. */
export interface LookAlikeResult {
  readonly scorer: Scorer;
  readonly quality: ScoreQuality;
  /** What the top customers share, the rest of the customers beside. */
  readonly traits: readonly SharedTrait[];
  /** 0..1 per prospect. */
  readonly scores: Float64Array;
  /** Prospects, the most alike first; equal ones in their own order. */
  readonly ranked: Int32Array;
  /** Index into {@link PROSPECT_GROUPS} per prospect. */
  readonly groups: Int32Array;
}

/**
 * Finds the prospects who are most like the top customers.
 *
 * @param method how the likeness is learnt
 * @param shared attributes of both, at least one
 * @param isTop  1 per customer of the top, else 0; at least two of each
 * @throws RangeError where there are fewer
 */
export function findLookAlikes(
  method: ScoreMethod,
  shared: readonly SharedAttribute[],
  isTop: Uint8Array,
  options: ScorerOptions = {},
): LookAlikeResult {
  const columns = shared.map(({ customers }) => customers);
  const quality = judgeScorer(method, columns, isTop, GROUP_ENDS, options);
  const scorer = trainScorer(method, columns, isTop, options);
  const { scores, ranking } = scorer.score(shared.map(({ prospects }) => prospects));
  const ranked = sortIndices(ranking, true);
  const groups = new Int32Array(scores.length).fill(PROSPECT_GROUPS.length - 1);
  GROUP_ENDS.forEach((points, group) => {
    const start = group === 0 ? 0 : computeShareCount(GROUP_ENDS[group - 1], ranked.length);
    for (const prospect of ranked.subarray(start, computeShareCount(points, ranked.length))) groups[prospect] = group;
  });
  return { scorer, quality, traits: describeSharedTraits(columns, isTop), scores, ranked, groups };
}
