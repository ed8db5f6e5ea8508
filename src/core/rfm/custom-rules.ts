import type { RfmScoreColumns } from "./measures";
import { parseBins } from "./measures";

/** Lowest and highest score a rule accepts, both included. */
export type ScoreRange = readonly [from: number, to: number];

/** A segment of the user: who has R, F and M scores in these ranges. Without money the M range is not looked at. */
export interface CustomRule {
  name: string;
  recency: ScoreRange;
  frequency: ScoreRange;
  monetary: ScoreRange;
}

/** What is wrong or suspicious in a list of rules. Rules are named by their position. */
export interface RuleLint {
  /** Score combinations (R, F, M) no rule accepts: their customers become "others". */
  unassignedCells: number[][];
  /** Score combinations more than one rule accepts: the first rule wins. */
  overlappingCells: number[][];
  /** Combinations each rule wins. */
  cellsWon: Int32Array;
  /** Combinations each rule accepts. */
  cellsMatched: Int32Array;
  /** Rules that win no combination because earlier rules take all of theirs. */
  neverWinning: number[];
  /** Rules that accept a single combination. */
  singleCell: number[];
  /** Rules no customer falls under; null when no scores were given. */
  withoutCustomers: number[] | null;
}

/**
 * Segment of every customer by the user's rules; the first rule that fits wins.
 *
 * @param columns scores 1..bins, 0 = none
 * @param rules   in order of precedence
 * @param bins    number of scores, 2..10
 * @returns position of the rule; rules.length = others; -1 for a customer who lacks a score
 * @throws RangeError when a range is not whole numbers with 1 <= from <= to <= bins
 */
export function assignCustomRules(columns: RfmScoreColumns, rules: readonly CustomRule[], bins: number): Int32Array {
  parseRules(rules, bins);
  const { recency, frequency, monetary } = columns;
  const winners = new Int32Array((bins + 1) ** 3).fill(-1);
  forEachCell(bins, monetary !== null, (r, f, m) => {
    const winner = rules.findIndex((rule) => accepts(rule, r, f, m));
    winners[(r * (bins + 1) + f) * (bins + 1) + m] = winner < 0 ? rules.length : winner;
  });
  const codes = new Int32Array(recency.length);
  for (let i = 0; i < codes.length; i++) {
    const m = monetary === null ? 0 : monetary[i];
    codes[i] = winners[(recency[i] * (bins + 1) + frequency[i]) * (bins + 1) + m];
  }
  return codes;
}

/**
 * Checks a list of rules against all bins x bins x bins score combinations.
 *
 * @param rules   in order of precedence
 * @param bins    number of scores, 2..10
 * @param columns scores of real customers, to find rules without any; null to leave that out. Without M scores the combinations are
 *                those of R and F alone, with an M of 0.
 * @throws RangeError when a range is not whole numbers with 1 <= from <= to <= bins
 */
export function lintCustomRules(
  rules: readonly CustomRule[],
  bins: number,
  columns: RfmScoreColumns | null = null,
): RuleLint {
  parseRules(rules, bins);
  const cellsWon = new Int32Array(rules.length);
  const cellsMatched = new Int32Array(rules.length);
  const unassignedCells: number[][] = [];
  const overlappingCells: number[][] = [];
  forEachCell(bins, columns === null || columns.monetary !== null, (r, f, m) => {
    const matching = rules.flatMap((rule, i) => (accepts(rule, r, f, m) ? [i] : []));
    if (matching.length === 0) unassignedCells.push([r, f, m]);
    else cellsWon[matching[0]]++;
    if (matching.length > 1) overlappingCells.push([r, f, m]);
    for (const i of matching) cellsMatched[i]++;
  });
  const present = columns === null ? null : new Set(assignCustomRules(columns, rules, bins));
  const findRules = (isFound: (rule: number) => boolean) => [...rules.keys()].filter(isFound);
  return {
    unassignedCells,
    overlappingCells,
    cellsWon,
    cellsMatched,
    neverWinning: findRules((rule) => cellsWon[rule] === 0),
    singleCell: findRules((rule) => cellsMatched[rule] === 1),
    withoutCustomers: present && findRules((rule) => !present.has(rule)),
  };
}

function accepts(rule: CustomRule, r: number, f: number, m: number): boolean {
  const isInside = ([from, to]: ScoreRange, score: number) => from <= score && score <= to;
  return isInside(rule.recency, r) && isInside(rule.frequency, f) && (m === 0 || isInside(rule.monetary, m));
}

function forEachCell(bins: number, hasMoney: boolean, visit: (r: number, f: number, m: number) => void): void {
  for (let r = 1; r <= bins; r++) {
    for (let f = 1; f <= bins; f++) {
      if (!hasMoney) visit(r, f, 0);
      else for (let m = 1; m <= bins; m++) visit(r, f, m);
    }
  }
}

function parseRules(rules: readonly CustomRule[], bins: number): void {
  parseBins(bins);
  rules.forEach((rule, i) => {
    for (const measure of ["recency", "frequency", "monetary"] as const) {
      const [from, to] = rule[measure];
      if (!Number.isInteger(from) || !Number.isInteger(to) || from < 1 || to > bins || from > to) {
        throw new RangeError(`rule ${i + 1}: ${measure} must be a range within 1..${bins}; got ${from}-${to}`);
      }
    }
  });
}
