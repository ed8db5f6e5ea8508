import fc from "fast-check";
import { EXACT_DISTINCT_LIMIT, computeNaturalBreaks } from "../../../src/core/math/natural-breaks";
import { createRandom } from "../../../src/core/math/random";

function sumSquares(values: ArrayLike<number>): number {
  const list = Array.from(values);
  const mean = list.reduce((sum, value) => sum + value, 0) / list.length;
  return list.reduce((sum, value) => sum + (value - mean) ** 2, 0);
}

function splitAt(sorted: Float64Array, limits: ArrayLike<number>): Float64Array[] {
  const groups: Float64Array[] = [];
  let start = 0;
  for (const limit of [...Array.from(limits), Infinity]) {
    let end = start;
    while (end < sorted.length && sorted[end] <= limit) end++;
    groups.push(sorted.subarray(start, end));
    start = end;
  }
  return groups;
}

const sumWithin = (groups: Float64Array[]) =>
  groups.reduce((sum, group) => sum + (group.length === 0 ? 0 : sumSquares(group)), 0);

/** Smallest sum of squares over every way to cut the list. */
function searchSmallest(values: number[], groups: number): number {
  if (groups === 1 || values.length <= 1) return values.length === 0 ? 0 : sumSquares(values);
  let best = sumSquares(values);
  for (let cut = 1; cut < values.length; cut++) {
    best = Math.min(best, sumSquares(values.slice(0, cut)) + searchSmallest(values.slice(cut), groups - 1));
  }
  return best;
}

it("finds the obvious groups", () => {
  expect(Array.from(computeNaturalBreaks(Float64Array.of(1, 2, 3, 50, 51, 900), 3))).toEqual([3, 51]);
});

it("leaves the highest groups empty when there are fewer distinct values than groups", () => {
  expect(Array.from(computeNaturalBreaks(Float64Array.of(1, 1, 4), 5))).toEqual([1, 4, 4, 4]);
  expect(Array.from(computeNaturalBreaks(new Float64Array(0), 5))).toEqual([]);
});

it("is never beaten by any other way to cut", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 9 }),
      fc.integer({ min: 2, max: 4 }),
      (values, groups) => {
        const sorted = Float64Array.from(values).sort();
        const found = sumWithin(splitAt(sorted, computeNaturalBreaks(sorted, groups)));
        expect(found).toBeCloseTo(searchSmallest(Array.from(sorted), groups), 8);
      },
    ),
  );
});

it("stays optimal under the rule of nearest means with more distinct values than are grouped exactly", () => {
  const random = createRandom(5);
  const sorted = Float64Array.from({ length: 2 * EXACT_DISTINCT_LIMIT }, () => Math.exp(9 * random() ** 2)).sort();
  const groups = splitAt(sorted, computeNaturalBreaks(sorted, 5));
  const means = groups.map((group) => group.reduce((sum, value) => sum + value, 0) / group.length);
  groups.slice(1).forEach((group, i) => {
    const middle = (means[i] + means[i + 1]) / 2;
    expect(groups[i][groups[i].length - 1]).toBeLessThanOrEqual(middle);
    expect(group[0]).toBeGreaterThanOrEqual(middle);
  });
});

it("comes within a thousandth of the exact optimum where neighbours are merged first", () => {
  const random = createRandom(9);
  const fine = Float64Array.from({ length: 40000 }, () => Math.exp(6 * random())).sort();
  const coarse = fine.filter((_, i) => i % 4 === 0);
  const exactLimits = computeNaturalBreaks(coarse, 4);
  const mergedCost = sumWithin(splitAt(fine, computeNaturalBreaks(fine, 4)));
  expect(mergedCost).toBeLessThanOrEqual(sumWithin(splitAt(fine, exactLimits)) * 1.001);
});

it("refuses less than one group", () => {
  expect(() => computeNaturalBreaks(Float64Array.of(1), 0)).toThrow(RangeError);
});
