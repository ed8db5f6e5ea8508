import fc from "fast-check";
import { evaluateDelphi } from "../../../src/core/decisions/delphi";

const five = [
  [9, 7, 5, 3],
  [8, 8, 4, 3],
  [9, 6, 6, 2],
  [7, 8, 5, 4],
  [8, 7, 5, 2],
];
const round = (value: number | null | undefined) => Number(value?.toFixed(6));

it("finds mean, variation, concordance and weights of five experts on four indicators", () => {
  const { opinions, concordance, isSettled, weights } = evaluateDelphi(five);
  expect(opinions.map(({ mean }) => round(mean))).toEqual([8.2, 7.2, 5, 2.8]);
  expect(opinions.map(({ variation }) => round(variation))).toEqual([0.102032, 0.116203, 0.141421, 0.298807]);
  expect(opinions.map(({ isAgreed }) => isAgreed)).toEqual([true, true, true, false]);
  expect(isSettled).toBe(false);
  expect(round(concordance?.coefficient)).toBe(0.904167);
  expect([concordance?.chiSquared, concordance?.pValue].map(round)).toEqual([13.5625, 0.003565]);
  expect(concordance).toMatchObject({ degrees: 3, experts: 5 });
  expect(weights?.map(round)).toEqual([0.353448, 0.310345, 0.215517, 0.12069]);
});

it("finds median and quartile distance as PERCENTILE.INC does", () => {
  const [first] = evaluateDelphi([[1], [2], [4], [9]]).opinions;
  expect(first).toMatchObject({ ratings: 4, median: 3, spread: 3.5 });
});

it("needs no further round when everyone agrees", () => {
  const result = evaluateDelphi([
    [8, 4],
    [9, 4],
    [8, 5],
  ]);
  expect(result.isSettled).toBe(true);
  expect(result.concordance?.coefficient).toBe(1);
});

it("leaves blanks out: of an indicator's figures, and of the concordance of complete experts", () => {
  const { opinions, concordance, weights } = evaluateDelphi([
    [9, NaN, NaN],
    [8, 4, NaN],
    [7, 5, NaN],
  ]);
  expect(opinions.map(({ ratings }) => ratings)).toEqual([3, 2, 0]);
  expect(opinions[2]).toEqual({ ratings: 0, mean: null, median: null, variation: null, spread: null, isAgreed: false });
  expect(concordance).toBeNull();
  expect(weights).toBeNull();
});

it("has nothing to say without experts, and no concordance where nobody tells indicators apart", () => {
  expect(evaluateDelphi([])).toEqual({ opinions: [], concordance: null, isSettled: false, weights: null });
  const equal = [
    [5, 5],
    [6, 6],
  ];
  expect(evaluateDelphi(equal).concordance).toBeNull();
});

it("does not depend on the order of experts; all who think alike are in full concordance", () => {
  const ratings = fc.array(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 3 }), {
    minLength: 2,
    maxLength: 6,
  });
  fc.assert(
    fc.property(ratings, (rows) => {
      const result = evaluateDelphi(rows);
      expect(evaluateDelphi([...rows].reverse()).concordance?.coefficient).toBe(result.concordance?.coefficient);
      if (result.concordance !== null) {
        expect(result.concordance.coefficient).toBeGreaterThanOrEqual(0);
        expect(result.concordance.coefficient).toBeLessThanOrEqual(1);
      }
      const alike = evaluateDelphi([rows[0], rows[0]]).concordance;
      if (alike !== null) expect(alike.coefficient).toBeCloseTo(1, 9);
    }),
  );
});

it.each([
  ["rows of unequal length", [[1, 2], [1]]],
  ["negative ratings", [[-1]]],
])("refuses %s", (_, ratings) => {
  expect(() => evaluateDelphi(ratings)).toThrow(RangeError);
});
