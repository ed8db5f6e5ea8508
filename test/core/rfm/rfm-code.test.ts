import { computeTotalScores, computeWeightedScores, formatRfmCodes } from "../../../src/core/rfm/rfm-code";

const columns = {
  recency: Uint8Array.of(5, 1, 0, 3),
  frequency: Uint8Array.of(4, 2, 3, 3),
  monetary: Uint8Array.of(3, 1, 3, 0),
};

it.each([
  ["recentHigh", ["543", "121", "", ""]],
  ["recentLow", ["143", "521", "", ""]],
] as const)("prints codes with R as %s", (scale, codes) => {
  expect(formatRfmCodes(columns, 5, scale)).toEqual(codes);
});

it("prints two digits where there is no money and hyphens where a score may be 10", () => {
  expect(formatRfmCodes({ ...columns, monetary: null }, 5)).toEqual(["54", "12", "", "33"]);
  expect(formatRfmCodes(columns, 10, "recentLow")).toEqual(["6-4-3", "10-2-1", "", ""]);
});

it("adds scores up, and not at all where one is missing", () => {
  expect(Array.from(computeTotalScores(columns))).toEqual([12, 4, 0, 0]);
  expect(Array.from(computeTotalScores({ ...columns, monetary: null }))).toEqual([9, 3, 0, 6]);
});

it("weights scores by 100, 10 and 1 unless told otherwise", () => {
  expect(Array.from(computeWeightedScores(columns))).toEqual([543, 121, NaN, NaN]);
  const weights = { recency: 1, frequency: 1, monetary: 2 };
  expect(Array.from(computeWeightedScores(columns, weights))).toEqual([15, 5, NaN, NaN]);
  expect(Array.from(computeWeightedScores(columns, weights, true))).toEqual([3.75, 1.25, NaN, NaN]);
  expect(Array.from(computeWeightedScores({ ...columns, monetary: null }, weights, true))).toEqual([4.5, 1.5, NaN, 3]);
});

it.each([
  [{ recency: 0, frequency: 0, monetary: 0 }],
  [{ recency: -1, frequency: 2, monetary: 1 }],
  [{ recency: NaN, frequency: 2, monetary: 1 }],
])("refuses the weights %p", (weights) => {
  expect(() => computeWeightedScores(columns, weights)).toThrow(RangeError);
});
