import { computeMedianByGroup, countGroups, sumByGroup } from "../../../src/core/math/groups";

const codes = [0, 2, -1, 0, 2, 2];

it("counts, sums and finds medians per group, without rows of no group and without blanks", () => {
  const values = [1, 5, 100, 3, NaN, 6];
  expect(Array.from(countGroups(codes, 3))).toEqual([2, 0, 3]);
  expect(Array.from(sumByGroup(codes, 3, values))).toEqual([4, 0, 11]);
  expect(Array.from(computeMedianByGroup(codes, 3, values))).toEqual([2, NaN, 5.5]);
});
