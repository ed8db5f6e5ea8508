import fc from "fast-check";
import {
  compareMeans,
  compareResponses,
  computeFisherExact,
  computeSampleSize,
} from "../../../src/core/decisions/campaign-test";

const round = (value: number, digits: number) => Number(value.toFixed(digits));

it("compares response rates by the pooled normal test", () => {
  const result = compareResponses({ people: 5000, responses: 260 }, { people: 5000, responses: 180 });
  expect(round(result.lift!, 6)).toBe(0.444444);
  expect(round(result.z!, 6)).toBe(3.90063);
  expect(result.pValue.toExponential(3)).toBe("9.594e-5");
  expect(result.interval.map((limit) => round(limit, 6))).toEqual([0.007967, 0.024033]);
  expect(result.test).toBe("z");
});

it("turns to Fisher's exact test where an expected number is below 5", () => {
  expect(computeFisherExact({ people: 100, responses: 8 }, { people: 100, responses: 2 })).toBeCloseTo(0.100545, 6);
  expect(compareResponses({ people: 100, responses: 8 }, { people: 100, responses: 2 }).test).toBe("z");
  const sparse = compareResponses({ people: 40, responses: 4 }, { people: 60, responses: 1 });
  expect(sparse.test).toBe("fisher");
  expect(sparse.pValue).toBe(computeFisherExact({ people: 40, responses: 4 }, { people: 60, responses: 1 }));
});

it("has no lift without control responses, and no z where everybody or nobody responded", () => {
  expect(compareResponses({ people: 10, responses: 2 }, { people: 10, responses: 0 }).lift).toBeNull();
  expect(compareResponses({ people: 10, responses: 0 }, { people: 20, responses: 0 })).toMatchObject({
    z: null,
    pValue: 1,
  });
  expect(compareResponses({ people: 10, responses: 10 }, { people: 20, responses: 20 })).toMatchObject({
    z: null,
    pValue: 1,
  });
});

it("Fisher's test is symmetric in arms and in what counts as response", () => {
  const arm = fc
    .integer({ min: 1, max: 60 })
    .chain((people) => fc.record({ people: fc.constant(people), responses: fc.integer({ min: 0, max: people }) }));
  fc.assert(
    fc.property(arm, arm, (first, second) => {
      const p = computeFisherExact(first, second);
      const turn = ({ people, responses }: typeof first) => ({ people, responses: people - responses });
      expect(computeFisherExact(second, first)).toBeCloseTo(p, 9);
      expect(computeFisherExact(turn(first), turn(second))).toBeCloseTo(p, 9);
    }),
  );
});

it("says how many people an arm needs", () => {
  expect(round(computeSampleSize(0.052, 0.036), 2)).toBe(2578.16);
  expect(computeSampleSize(0.036, 0.052)).toBeCloseTo(computeSampleSize(0.052, 0.036), 8);
});

it("compares means without assuming equal variances", () => {
  const result = compareMeans([12, 15, 9, 20, 18, 7, NaN], [8, 11, 6, 9, 14]);
  expect([result.t!, result.degrees!, result.pValue].map((value) => round(value, 6))).toEqual([
    1.569233, 8.308874, 0.153833,
  ]);
  expect(result.interval[0]).toBeLessThan(0);
  expect((result.interval[0] + result.interval[1]) / 2).toBeCloseTo(result.difference, 12);
});

it("compares groups that do not vary", () => {
  expect(compareMeans([2, 2], [2, 2])).toMatchObject({ t: null, pValue: 1, interval: [0, 0] });
  expect(compareMeans([3, 3], [2, 2])).toMatchObject({ t: null, pValue: 0, interval: [1, 1] });
});

it.each<[string, () => unknown]>([
  ["more responses than people", () => compareResponses({ people: 5, responses: 6 }, { people: 5, responses: 1 })],
  ["half a response", () => computeFisherExact({ people: 5, responses: 0.5 }, { people: 5, responses: 1 })],
  ["nobody", () => compareResponses({ people: 0, responses: 0 }, { people: 5, responses: 1 })],
  ["a confidence of 1", () => compareResponses({ people: 5, responses: 1 }, { people: 5, responses: 1 }, 1)],
  ["equal rates to detect", () => computeSampleSize(0.1, 0.1)],
  ["a rate of 0", () => computeSampleSize(0, 0.1)],
  ["a single value", () => compareMeans([1], [1, 2])],
])("refuses %s", (_, run) => {
  expect(run).toThrow(RangeError);
});
