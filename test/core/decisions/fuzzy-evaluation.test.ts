import { evaluateFuzzily } from "../../../src/core/decisions/fuzzy-evaluation";

const weights = [0.4, 0.35, 0.25];
const ratings = [
  [0.5, 0.3, 0.15, 0.05],
  [0.2, 0.4, 0.3, 0.1],
  [0.1, 0.3, 0.4, 0.2],
];
const round = (values: readonly number[]) => values.map((value) => Number(value.toFixed(10)));

it("puts weights and ratings together by weighted mean", () => {
  const { memberships, grade, score } = evaluateFuzzily(weights, ratings);
  expect(round(memberships)).toEqual([0.295, 0.335, 0.265, 0.105]);
  expect([grade, Number(score.toFixed(10))]).toEqual([1, 76.25]);
});

it("puts them together by the largest of the smaller ones", () => {
  const { memberships, grade, score } = evaluateFuzzily(weights, ratings, undefined, "maxMin");
  expect(round(memberships)).toEqual([0.4, 0.35, 0.3, 0.2]);
  expect(grade).toBe(0);
  expect(score).toBeCloseTo(74.8, 10);
});

it("takes numbers of ratings and weights on any scale", () => {
  const counts = ratings.map((row) => row.map((share) => 200 * share));
  const scaled = evaluateFuzzily([8, 7, 5], counts);
  expect(round(scaled.memberships)).toEqual([0.295, 0.335, 0.265, 0.105]);
});

it("prefers the better of two equal grades", () => {
  expect(evaluateFuzzily([1], [[0.1, 0.4, 0.4, 0.1]]).grade).toBe(1);
});

it.each<[string, number[], number[][]]>([
  ["no criterion", [], []],
  [
    "a row without weight",
    [1],
    [
      [1, 1, 1, 1],
      [1, 1, 1, 1],
    ],
  ],
  ["three grades for four scores", [1], [[1, 1, 1]]],
  ["ratings that are all 0", [1], [[0, 0, 0, 0]]],
  [
    "a negative weight",
    [2, -1],
    [
      [1, 1, 1, 1],
      [1, 1, 1, 1],
    ],
  ],
])("refuses %s", (_, own, rows) => {
  expect(() => evaluateFuzzily(own, rows)).toThrow(RangeError);
});
