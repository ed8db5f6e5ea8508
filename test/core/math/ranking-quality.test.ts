import fc from "fast-check";
import { buildLiftTable, computeAuc, DECILES } from "../../../src/core/math/ranking-quality";

it.each([
  ["all positives first", [0.9, 0.8, 0.2, 0.1], [1, 1, 0, 0], 1],
  ["all positives last", [0.1, 0.2, 0.8, 0.9], [1, 1, 0, 0], 0],
  ["everything tied", [5, 5, 5, 5], [1, 0, 1, 0], 0.5],
  ["one tie across the classes", [3, 2, 2, 1], [1, 1, 0, 0], 0.875],
])("has the area under the ROC curve of %s", (_title, scores, target, expected) => {
  expect(computeAuc(scores, target)).toBe(expected);
});

it("has no area where one class is missing", () => {
  expect([computeAuc([1, 2], [1, 1]), computeAuc([], [])]).toEqual([NaN, NaN]);
});

it("counts positives by falling score, and rounds the ends of groups half up", () => {
  expect(buildLiftTable([0.1, 0.9, 0.5, 0.7, 0.3], [0, 1, 0, 1, 0], [2000, 5000, 10000])).toEqual([
    { customers: 1, positives: 1, share: 1, lift: 2.5, capturedShare: 0.5 },
    { customers: 2, positives: 1, share: 0.5, lift: 1.25, capturedShare: 1 },
    { customers: 2, positives: 0, share: 0, lift: 0, capturedShare: 1 },
  ]);
  expect(buildLiftTable([1], [0], DECILES).map(({ customers }) => customers)).toEqual([0, 0, 0, 0, 1, 0, 0, 0, 0, 0]);
});

it("turns the area around with the scores, and deciles keep every row and positive", () => {
  const rows = fc.array(fc.record({ score: fc.integer({ min: 0, max: 9 }), isOne: fc.boolean() }), { minLength: 1 });
  fc.assert(
    fc.property(rows, (entries) => {
      const scores = entries.map(({ score }) => score);
      const target = entries.map(({ isOne }) => (isOne ? 1 : 0));
      const auc = computeAuc(scores, target);
      const turned = computeAuc(
        scores.map((score) => -score),
        target,
      );
      if (Number.isNaN(auc)) expect(turned).toBeNaN();
      else expect(turned).toBeCloseTo(1 - auc, 12);
      const table = buildLiftTable(scores, target, DECILES);
      expect(table.reduce((sum, { customers }) => sum + customers, 0)).toBe(entries.length);
      expect(table.reduce((sum, { positives }) => sum + positives, 0)).toBe(
        target.reduce((sum: number, value) => sum + value, 0),
      );
    }),
  );
});
