import type { CustomRule, ScoreRange } from "../../../src/core/rfm/custom-rules";
import { assignCustomRules, lintCustomRules } from "../../../src/core/rfm/custom-rules";

const rule = (name: string, recency: ScoreRange, frequency: ScoreRange, monetary: ScoreRange): CustomRule => ({
  name,
  recency,
  frequency,
  monetary,
});
const rules = [
  rule("Top", [4, 5], [4, 5], [4, 5]),
  rule("Good", [3, 5], [3, 5], [1, 5]),
  rule("New", [4, 5], [1, 1], [1, 5]),
  rule("Gone", [1, 2], [1, 5], [1, 5]),
  rule("Cold", [1, 1], [1, 2], [1, 2]),
];
const columns = {
  recency: Uint8Array.of(5, 5, 4, 1, 3, 0),
  frequency: Uint8Array.of(5, 5, 1, 1, 1, 3),
  monetary: Uint8Array.of(5, 1, 3, 1, 1, 3),
};

it("gives a customer the first rule that fits, else others, and nothing without a score", () => {
  expect(Array.from(assignCustomRules(columns, rules, 5))).toEqual([0, 1, 2, 3, 5, -1]);
});

it("does not look at the M range where there is no money", () => {
  expect(Array.from(assignCustomRules({ ...columns, monetary: null }, rules, 5))).toEqual([0, 0, 2, 3, 5, -1]);
});

it("finds gaps, overlaps and rules that never win", () => {
  const lint = lintCustomRules(rules, 5, columns);
  expect({
    ...lint,
    unassignedCells: lint.unassignedCells.length,
    overlappingCells: lint.overlappingCells.length,
  }).toEqual({
    unassignedCells: 20,
    overlappingCells: 12,
    cellsWon: Int32Array.of(8, 37, 10, 50, 0),
    cellsMatched: Int32Array.of(8, 45, 10, 50, 4),
    neverWinning: [4],
    singleCell: [],
    withoutCustomers: [4],
  });
  expect(lint.unassignedCells[0]).toEqual([3, 1, 1]);
  expect(lint.overlappingCells[0]).toEqual([1, 1, 1]);
});

it("names rules for a single combination and does not judge customers it was not given", () => {
  const lint = lintCustomRules([rule("One", [5, 5], [5, 5], [5, 5])], 5);
  expect([lint.singleCell, lint.unassignedCells.length, lint.withoutCustomers]).toEqual([[0], 124, null]);
});

it("checks R and F alone where there is no money", () => {
  const lint = lintCustomRules(rules, 5, { ...columns, monetary: null });
  expect([lint.unassignedCells.length, Array.from(lint.cellsWon)]).toEqual([4, [4, 5, 2, 10, 0]]);
});

it.each([
  [[0, 3] as const, "rule 1: recency must be a range within 1..5; got 0-3"],
  [[4, 3] as const, "rule 1: recency must be a range within 1..5; got 4-3"],
  [[1, 6] as const, "rule 1: recency must be a range within 1..5; got 1-6"],
])("refuses the range %p", (range, message) => {
  expect(() => assignCustomRules(columns, [rule("Bad", range, [1, 5], [1, 5])], 5)).toThrow(message);
});
