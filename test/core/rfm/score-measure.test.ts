import fc from "fast-check";
import type { MeasureScoreOptions } from "../../../src/core/rfm/score-measure";
import { scoreMeasure } from "../../../src/core/rfm/score-measure";

const score = (values: number[], options: Partial<MeasureScoreOptions>) =>
  Array.from(scoreMeasure(values, { method: "quantile", bins: 5, better: "higher", ...options }).scores);

const skewed = [1, 1, 1, 1, 1, 1, 2, 2, 3, 10];
const mixed = [0.5, 1.25, 2.5, 2.5, 2.5, 7, 9.99, 10, 100, 1000, -3];

it.each<{ values: number[]; options: Partial<MeasureScoreOptions>; scores: number[] }>([
  { values: skewed, options: {}, scores: [1, 1, 1, 1, 1, 1, 4, 4, 5, 5] },
  { values: skewed, options: { better: "lower" }, scores: [5, 5, 5, 5, 5, 5, 2, 2, 1, 1] },
  { values: skewed, options: { method: "rank" }, scores: [1, 1, 2, 2, 3, 3, 4, 4, 5, 5] },
  { values: skewed, options: { method: "rank", better: "lower" }, scores: [5, 5, 4, 4, 3, 3, 2, 2, 1, 1] },
  { values: skewed, options: { method: "plusOne" }, scores: [1, 1, 1, 1, 1, 1, 3, 3, 4, 5] },
  { values: skewed, options: { method: "plusOne", better: "lower" }, scores: [5, 5, 5, 5, 5, 5, 3, 3, 2, 1] },
  { values: skewed, options: { method: "ntile" }, scores: [1, 1, 2, 2, 3, 3, 4, 4, 5, 5] },
  { values: skewed, options: { method: "ntile", better: "lower" }, scores: [3, 3, 4, 4, 5, 5, 2, 2, 1, 1] },
  { values: skewed, options: { method: "natural", bins: 3 }, scores: [1, 1, 1, 1, 1, 1, 2, 2, 2, 3] },
  {
    values: skewed,
    options: { method: "natural", bins: 3, better: "lower" },
    scores: [3, 3, 3, 3, 3, 3, 2, 2, 2, 1],
  },
  { values: [5, 5, 5, 5, 5, 5, 5], options: {}, scores: [1, 1, 1, 1, 1, 1, 1] },
  { values: [5, 5, 5, 5, 5, 5, 5], options: { better: "lower" }, scores: [5, 5, 5, 5, 5, 5, 5] },
  { values: [10, 20, 30], options: {}, scores: [1, 3, 5] },
  { values: [10, 20, 30], options: { method: "ntile" }, scores: [1, 2, 3] },
  { values: [10, 20, 30], options: { method: "ntile", better: "lower" }, scores: [3, 2, 1] },
  { values: [1, 2, 3, 4, 5, 6, 7], options: {}, scores: [1, 1, 2, 3, 4, 5, 5] },
  { values: [1, 2, 3, 4, 5, 6, 7], options: { method: "ntile" }, scores: [1, 1, 2, 2, 3, 4, 5] },
  { values: mixed, options: {}, scores: [1, 1, 2, 2, 2, 3, 4, 4, 5, 5, 1] },
  {
    values: [1, 5, 6, 10, 11],
    options: { method: "fixed", bins: 3, cuts: [5, 10] },
    scores: [1, 1, 2, 2, 3],
  },
  {
    values: [1, 5, 6, 11],
    options: { method: "fixed", bins: 3, cuts: [5, 10], better: "lower" },
    scores: [3, 3, 2, 1],
  },
  { values: [7], options: {}, scores: [1] },
  { values: [], options: {}, scores: [] },
])("scores $values with $options as $scores", ({ values, options, scores }) => {
  expect(score(values, options)).toEqual(scores);
});

const everyMethod = ["quantile", "rank", "ntile", "fixed", "plusOne", "natural"] as const;
const cuts = [-1, 0, 2, 50];
const someValues = fc.array(
  fc.oneof(fc.integer({ min: -3, max: 12 }), fc.double({ min: -1e6, max: 1e6, noNaN: true })),
  { maxLength: 60 },
);

describe.each(everyMethod)("scoring by %s", (method) => {
  it("gives a blank no score and does not let it change the others", () => {
    expect(score([NaN, ...mixed, NaN], { method, cuts })).toEqual([0, ...score(mixed, { method, cuts }), 0]);
  });

  it("finds nothing to cut when everything is blank", () => {
    const { scores, counts, allEqual } = scoreMeasure([NaN, NaN], {
      method,
      bins: 5,
      better: "higher",
      cuts,
    });
    expect([Array.from(scores), Array.from(counts), allEqual]).toEqual([[0, 0], [0, 0, 0, 0, 0], false]);
  });

  it.each(["higher", "lower"] as const)("never scores a better value lower (%s is better)", (better) => {
    fc.assert(
      fc.property(someValues, fc.integer({ min: 2, max: 10 }), (values, bins) => {
        const options = { method, bins, better, cuts: Array.from({ length: bins - 1 }, (_, i) => 3 * i) };
        const { scores, counts } = scoreMeasure(values, options);
        const ascending = [...values.keys()].sort((i, j) => values[i] - values[j]);
        if (better === "lower") ascending.reverse();
        for (let i = 1; i < ascending.length; i++) {
          if (values[ascending[i]] !== values[ascending[i - 1]]) {
            expect(scores[ascending[i]]).toBeGreaterThanOrEqual(scores[ascending[i - 1]]);
          }
        }
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(values.length);
        expect(scores.every((value) => value >= 1 && value <= bins)).toBe(true);
      }),
    );
  });
});

it.each(["quantile", "fixed", "plusOne", "natural"] as const)(
  "gives equal values one score by %s, whatever the order of customers",
  (method) => {
    fc.assert(
      fc.property(someValues, fc.infiniteStream(fc.nat()), (values, keys) => {
        const shuffled = values.map((value, i) => ({ value, i, key: keys.next().value as number }));
        shuffled.sort((a, b) => a.key - b.key);
        const straight = score(values, { method, cuts });
        const permuted = score(
          shuffled.map(({ value }) => value),
          { method, cuts },
        );
        expect(permuted).toEqual(shuffled.map(({ i }) => straight[i]));
      }),
    );
  },
);

it.each(["rank", "ntile"] as const)("makes groups of almost equal size by %s, whatever the ties", (method) => {
  fc.assert(
    fc.property(someValues, fc.integer({ min: 2, max: 10 }), (values, bins) => {
      const { counts } = scoreMeasure(values, { method, bins, better: "lower" });
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    }),
  );
});

it("counts scores and tells whether all values are equal", () => {
  const scored = scoreMeasure([4, NaN, 4], { method: "quantile", bins: 2, better: "higher" });
  expect(scored).toEqual({
    scores: Uint8Array.of(1, 0, 1),
    edges: Float64Array.of(4),
    counts: Int32Array.of(2, 0),
    allEqual: true,
  });
});

it.each<[string, Partial<MeasureScoreOptions>]>([
  ["bins must be 2..10; got 1", { bins: 1 }],
  ["bins must be 2..10; got 11", { bins: 11 }],
  ["fixed scores need 2 ascending cut values; got none", { method: "fixed", bins: 3 }],
  ["fixed scores need 2 ascending cut values; got 5, 5", { method: "fixed", bins: 3, cuts: [5, 5] }],
])("refuses: %s", (message, options) => {
  expect(() => score([1, 2], options)).toThrow(new RangeError(message));
});
