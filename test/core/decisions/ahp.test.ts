import { completeJudgements, computeAhpWeights, computeTwoLevelWeights } from "../../../src/core/decisions/ahp";

const three = [
  [1, 3, 5],
  [1 / 3, 1, 3],
  [1 / 5, 1 / 3, 1],
];
const four = [
  [1, 2, 3, 5],
  [1 / 2, 1, 2, 4],
  [1 / 3, 1 / 2, 1, 2],
  [1 / 5, 1 / 4, 1 / 2, 1],
];

const round = (value: number, digits: number) => Number(value.toFixed(digits));

it("finds weights, eigenvalue and consistency of three criteria", () => {
  const { weights, eigenvalue, consistencyIndex, consistencyRatio, isConsistent } = computeAhpWeights(three);
  expect(weights.map((weight) => round(weight, 6))).toEqual([0.636986, 0.258285, 0.104729]);
  expect([eigenvalue, consistencyIndex, consistencyRatio].map((value) => round(value, 6))).toEqual([
    3.038511, 0.019256, 0.033199,
  ]);
  expect(isConsistent).toBe(true);
});

it("finds weights of four criteria", () => {
  const { weights, eigenvalue, consistencyRatio } = computeAhpWeights(four);
  expect(weights.map((weight) => round(weight, 6))).toEqual([0.477291, 0.287952, 0.153867, 0.08089]);
  expect([eigenvalue, consistencyRatio].map((value) => round(value, 6))).toEqual([4.02113, 0.007826]);
});

it("warns of judgements that contradict each other, and names the worst", () => {
  const { consistencyRatio, isConsistent, worst } = computeAhpWeights([
    [1, 9, 1 / 5],
    [1 / 9, 1, 7],
    [5, 1 / 7, 1],
  ]);
  expect(round(consistencyRatio, 3)).toBe(4.268);
  expect(isConsistent).toBe(false);
  expect(worst).not.toBeNull();
  const [first, second, third] = [
    [1, 2, 4, 8],
    [1 / 2, 1, 2, 1 / 9],
    [1 / 4, 1 / 2, 1, 2],
  ];
  expect(computeAhpWeights([first, second, third, [1 / 8, 9, 1 / 2, 1]]).worst).toEqual({ row: 1, column: 3 });
});

it("gives back the weights that a consistent matrix is made of", () => {
  const weights = [0.4, 0.3, 0.2, 0.1];
  const result = computeAhpWeights(weights.map((a) => weights.map((b) => a / b)));
  result.weights.forEach((weight, i) => expect(weight).toBeCloseTo(weights[i], 12));
  expect(result.consistencyRatio).toBeCloseTo(0, 12);
  expect(result.worst).toBeNull();
});

it("does not rate the consistency of one or two criteria", () => {
  expect(computeAhpWeights([[1]])).toMatchObject({ weights: [1], consistencyRatio: 0 });
  expect(
    computeAhpWeights([
      [1, 9],
      [1 / 9, 1],
    ]),
  ).toMatchObject({ consistencyRatio: 0, isConsistent: true });
});

it("multiplies the weights of groups with those within them", () => {
  const pair = [
    [1, 3],
    [1 / 3, 1],
  ];
  const { weights, isConsistent } = computeTwoLevelWeights(three, [pair, [[1]], four]);
  const close = (values: readonly number[]) => values.map((value) => round(value, 6));
  expect(weights.map(close)).toEqual([[0.477739, 0.159246], [0.258285], [0.049986, 0.030157, 0.016114, 0.008472]]);
  expect(weights.flat().reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
  expect(isConsistent).toBe(true);
  expect(() => computeTwoLevelWeights(three, [pair])).toThrow(RangeError);
});

it("completes judgements given on one side of the diagonal", () => {
  expect(
    completeJudgements([
      [NaN, 3, NaN],
      [NaN, NaN, 3],
      [1 / 5, NaN, 1],
    ]),
  ).toEqual([
    [1, 3, 5],
    [1 / 3, 1, 3],
    [1 / 5, 1 / 3, 1],
  ]);
  expect(
    completeJudgements([
      [1, 3],
      [0.33, 1],
    ]),
  ).toEqual([
    [1, 3],
    [0.33, 1],
  ]);
});

it.each([
  [
    "a pair without judgement",
    [
      [1, NaN],
      [NaN, 1],
    ],
  ],
  [
    "a negative judgement",
    [
      [1, -3],
      [NaN, 1],
    ],
  ],
  [
    "opposite judgements that do not fit",
    [
      [1, 3],
      [3, 1],
    ],
  ],
  [
    "a diagonal other than 1",
    [
      [2, 3],
      [1 / 3, 1],
    ],
  ],
])("does not complete %s", (_, judgements) => {
  expect(completeJudgements(judgements)).toBeNull();
});

it.each([
  ["an empty matrix", []],
  [
    "more columns than rows",
    [
      [1, 2, 3],
      [1, 2, 3],
    ],
  ],
  [
    "zero",
    [
      [1, 0],
      [1, 1],
    ],
  ],
  ["eleven criteria", Array.from({ length: 11 }, () => new Array<number>(11).fill(1))],
])("refuses %s", (_, matrix) => {
  expect(() => computeAhpWeights(matrix)).toThrow(RangeError);
});
