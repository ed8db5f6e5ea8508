import { computeShareCount } from "../../../src/core/math/share-count";

it.each([
  [100, 50, 1],
  [100, 49, 0],
  [500, 50, 3],
  [2000, 50, 10],
  [1000, 2357, 236],
  [10000, 7, 7],
  [0, 7, 0],
])("%p basis points of %p are %p", (basisPoints, total, count) => {
  expect(computeShareCount(basisPoints, total)).toBe(count);
});

it.each([
  [-1, 5],
  [10001, 5],
  [0.5, 5],
  [100, -1],
])("refuses %p basis points of %p", (basisPoints, total) => {
  expect(() => computeShareCount(basisPoints, total)).toThrow(RangeError);
});
