import fc from "fast-check";
import type { Normalisation } from "../../../src/core/decisions/weighted-score";
import { computeWeightedScores, normaliseIndicator } from "../../../src/core/decisions/weighted-score";

const values = [10, 40, NaN, 20, 20];

it.each<[Normalisation, number[]]>([
  ["percentile", [12.5, 87.5, NaN, 50, 50]],
  ["minMax", [0, 100, NaN, 100 / 3, 100 / 3]],
  [
    "z",
    [
      50 - 12.5 / Math.sqrt(1.1875),
      50 + 17.5 / Math.sqrt(1.1875),
      NaN,
      50 - 2.5 / Math.sqrt(1.1875),
      50 - 2.5 / Math.sqrt(1.1875),
    ],
  ],
  ["quintile", [20, 100, NaN, 40, 40]],
  ["none", values],
])("brings an indicator to 0..100 by %s", (method, expected) => {
  const round = (score: number) => Math.round(score * 1e10) / 1e10;
  expect(Array.from(normaliseIndicator(values, method), round)).toEqual(expected.map(round));
});

it("turns round where small values are good, and gives 50 where nothing varies", () => {
  expect([...normaliseIndicator([1, 2], "percentile", true)]).toEqual([75, 25]);
  for (const method of ["percentile", "minMax", "z", "quintile"] as const)
    expect([...normaliseIndicator([7, 7, NaN], method, true)]).toEqual([50, 50, NaN]);
});

it("clips z-scores to 0..100", () => {
  const scores = normaliseIndicator([...new Array<number>(99).fill(0), 1000], "z");
  expect(scores[99]).toBe(Math.min(100, scores[99]));
  expect(scores[99]).toBeGreaterThan(99);
});

it("weights indicators, and leaves the weight of a blank one to the others", () => {
  const indicators = [
    { values: [100, 0, NaN, NaN], weight: 3, lowerIsBetter: false },
    { values: [0, 100, 40, NaN], weight: 1, lowerIsBetter: false },
  ];
  const { scores, missing } = computeWeightedScores(indicators, "none");
  expect([...scores]).toEqual([75, 25, 40, NaN]);
  expect([...missing]).toEqual([0, 0, 1, 2]);
});

it("brings each indicator to 0..100 in its own way", () => {
  const { scores } = computeWeightedScores([
    { values: [1, 2, 9], weight: 1, lowerIsBetter: false, method: "minMax" },
    { values: [1, 2, 9], weight: 1, lowerIsBetter: true },
  ]);
  expect([...scores].map((score) => Math.round(score * 1e6) / 1e6)).toEqual([41.666667, 31.25, 58.333333]);
});

it("is not changed by the scale of weights, and stays between 0 and 100", () => {
  const column = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 6, maxLength: 6 });
  fc.assert(
    fc.property(column, column, (first, second) => {
      const build = (factor: number) => [
        { values: first, weight: factor, lowerIsBetter: false },
        { values: second, weight: 3 * factor, lowerIsBetter: true },
      ];
      const { scores } = computeWeightedScores(build(1));
      computeWeightedScores(build(8)).scores.forEach((score, i) => expect(score).toBeCloseTo(scores[i], 9));
      for (const score of scores) expect(score >= 0 && score <= 100).toBe(true);
    }),
  );
});

it.each([
  ["a negative weight", [{ values: [1], weight: -1, lowerIsBetter: false }]],
  ["no weight at all", [{ values: [1], weight: 0, lowerIsBetter: false }]],
  [
    "columns of unequal length",
    [
      { values: [1], weight: 1, lowerIsBetter: false },
      { values: [1, 2], weight: 1, lowerIsBetter: false },
    ],
  ],
])("refuses %s", (_, indicators) => {
  expect(() => computeWeightedScores(indicators)).toThrow(RangeError);
});
