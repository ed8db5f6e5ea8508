import type { TreeSplit } from "./tree";

/** Gains are compared with this tolerance, and a split must gain more. */
export const leastGain = 1e-12;

/** Best split found so far of one node. */
export interface NodeSearch {
  readonly customers: number;
  readonly counts: Float64Array;
  /** Sum over both sides of (sum of squared class counts / customers): the larger, the purer. */
  score: number;
  split: TreeSplit | null;
}

/** Cell of a row that is in no node of the level. */
export const noCell = 0xffff;

/** The table of a node that is about to be searched. */
export function buildNodeSearch(counts: Float64Array): NodeSearch {
  let customers = 0;
  let squares = 0;
  for (const count of counts) {
    customers += count;
    squares += count * count;
  }
  return { customers, counts, score: squares / customers + leastGain * customers, split: null };
}

/** Decrease of the Gini impurity by the best split of the node. */
export function computeGain({ customers, counts, score }: NodeSearch): number {
  let squares = 0;
  for (const count of counts) squares += count * count;
  return (score - squares / customers) / customers;
}

/** What a score must exceed to beat what the node has. */
export function computeBar({ split, score, customers }: NodeSearch): number {
  return split === null ? score : score + leastGain * customers;
}

/** The point half way between two neighbouring values, at most 15 digits where they allow it; `lower` <= result < `upper`. */
export function computeThreshold(lower: number, upper: number): number {
  const sum = (lower + upper) / 2;
  const middle = Number.isFinite(sum) ? sum : lower / 2 + upper / 2;
  const rounded = Number(middle.toPrecision(15));
  if (lower <= rounded && rounded < upper) return rounded;
  return lower <= middle && middle < upper ? middle : lower;
}
