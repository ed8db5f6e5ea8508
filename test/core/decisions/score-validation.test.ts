import fc from "fast-check";
import { computeSpearman, dropEachIndicator, validateScores } from "../../../src/core/decisions/score-validation";

it("correlates ranks, over the customers who have both figures", () => {
  expect(computeSpearman([1, 2, 3, 4, 5], [2, 1, 4, 3, 5])).toBeCloseTo(0.8, 12);
  expect(computeSpearman([1, NaN, 2, 3], [5, 0, 7, NaN])).toBe(1);
  expect(computeSpearman([1, 1], [1, 2])).toBeNaN();
  expect(() => computeSpearman([1], [1, 2])).toThrow(RangeError);
});

it("is the same after any rising change of a column, and turns round with its sign", () => {
  const pairs = fc.array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 })), {
    minLength: 3,
  });
  fc.assert(
    fc.property(pairs, (rows) => {
      const [first, second] = [rows.map(([a]) => a), rows.map(([, b]) => b)];
      const value = computeSpearman(first, second);
      if (Number.isNaN(value)) return;
      const changed = computeSpearman(
        first.map((a) => a ** 3 + 7),
        second,
      );
      expect(changed).toBeCloseTo(value, 9);
      const turned = computeSpearman(
        first.map((a) => -a),
        second,
      );
      expect(turned).toBeCloseTo(-value, 9);
    }),
  );
});

const scores = [95, 80, 70, 60, 55, 50, 40, 30, 20, 10, NaN];
const revenue = [400, 0, 200, 100, 100, 0, 100, 0, 50, 50, 9999];
const tiers = [0, 0, 1, 1, 1, 2, 2, 2, 2, 2, -1];

it("tells what the tiers brought afterwards, and how much the tenth with the highest scores", () => {
  const result = validateScores(scores, revenue, tiers, 3);
  expect(result).toMatchObject({ customers: 10, revenue: 1000, topDecileCapture: 0.4, topDecileLift: 4 });
  expect(result.spearman).toBeCloseTo(computeSpearman(scores.slice(0, 10), revenue.slice(0, 10)), 12);
  expect(result.tiers).toEqual([
    { customers: 2, revenue: 400, revenueShare: 0.4, meanRevenue: 200, activeShare: 0.5 },
    { customers: 3, revenue: 400, revenueShare: 0.4, meanRevenue: 400 / 3, activeShare: 1 },
    { customers: 5, revenue: 200, revenueShare: 0.2, meanRevenue: 40, activeShare: 0.6 },
  ]);
});

it("has no figures where nothing was bought afterwards", () => {
  expect(validateScores([1, 2], [0, 0], [0, 1], 3)).toEqual({
    customers: 2,
    revenue: 0,
    spearman: null,
    topDecileCapture: null,
    topDecileLift: null,
    tiers: [
      { customers: 1, revenue: 0, revenueShare: null, meanRevenue: 0, activeShare: 0 },
      { customers: 1, revenue: 0, revenueShare: null, meanRevenue: 0, activeShare: 0 },
      { customers: 0, revenue: 0, revenueShare: null, meanRevenue: null, activeShare: null },
    ],
  });
});

it("shows that an indicator does harm by the correlation without it", () => {
  const [withoutGood, withoutBad] = dropEachIndicator(
    [
      [1, 2, 3, 4],
      [4, 1, 3, 2],
    ],
    [1, 1],
    [10, 20, 30, 40],
  );
  expect(withoutBad).toBe(1);
  expect(withoutGood).toBeCloseTo(-0.4, 12);
  expect([...dropEachIndicator([[1, 2]], [1], [1, 2])]).toEqual([NaN]);
});
