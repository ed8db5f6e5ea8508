import { drawHeldOutRows } from "../../../src/core/decisions/hold-out";
import { buildPredictorTerms, computePredictors } from "../../../src/core/decisions/predictor-terms";
import { computeResponseScores, describeTerms, fitResponseScore } from "../../../src/core/decisions/response-score";
import { SCORE_METHODS, judgeScorer, trainScorer } from "../../../src/core/decisions/scorer";
import { createRandom } from "../../../src/core/math/random";
import type { TreeColumn } from "../../../src/core/tree/column";

const random = createRandom(3);
const rows = 400;
const size = Float64Array.from({ length: rows }, () => Math.round(random() * 100));
const cities = ["Bath", "Leeds", "York"];
const city = Int32Array.from({ length: rows }, () => [0, 1, 1, 2, -1][Math.floor(random() * 5)]);
const target = Uint8Array.from(size, (value, row) =>
  random() < 1 / (1 + Math.exp(3 - value / 20 - (city[row] === 2 ? 1.5 : 0))) ? 1 : 0,
);
const columns: TreeColumn[] = [
  { name: "size", kind: "number", numbers: size },
  { name: "city", kind: "category", codes: city, labels: cities },
  { name: "same", kind: "number", numbers: new Float64Array(rows).fill(4) },
];

it("compares texts with the most frequent one, and counts blank as a text", () => {
  const { terms, bases, leftOut } = buildPredictorTerms(columns);
  expect(terms.map((term) => [term.column, term.kind === "number" ? "mean" : term.label])).toEqual([
    ["size", "mean"],
    ["city", "Bath"],
    ["city", "York"],
    ["city", null],
  ]);
  expect([bases, leftOut]).toEqual([[{ column: "city", label: "Leeds" }], ["same"]]);
});

it("puts the mean in place of a blank number, and the base in place of a text it has not met", () => {
  const { terms } = buildPredictorTerms(columns);
  const mean = size.reduce((sum, value) => sum + value, 0) / rows;
  const other: TreeColumn[] = [
    { name: "size", kind: "number", numbers: Float64Array.of(NaN, 7, 8) },
    { name: "city", kind: "category", codes: Int32Array.of(0, 1, -1), labels: ["York", "Ely"] },
  ];
  const predictors = computePredictors(terms, other).map((column) => Array.from(column));
  expect(predictors[0][0]).toBeCloseTo(mean, 10);
  expect(predictors.slice(1)).toEqual([
    [0, 0, 0],
    [1, 0, 0],
    [0, 0, 1],
  ]);
  expect(() => computePredictors(terms, other.slice(1))).toThrow("size");
});

it("takes the logarithm of columns with a few very large numbers, blanks and predictions alike", () => {
  const money = Float64Array.from({ length: 40 }, (_, row) => (row === 0 ? NaN : row === 1 ? 5000 : row));
  const { terms } = buildPredictorTerms([{ name: "money", kind: "number", numbers: money }]);
  const mean = money.slice(1).reduce((sum, value) => sum + Math.log1p(value), 0) / 39;
  expect(terms).toEqual([
    { column: "money", kind: "number", blankAs: expect.closeTo(Math.expm1(mean), 8), isLogged: true },
  ]);
  const [values] = computePredictors(terms, [{ name: "money", kind: "number", numbers: Float64Array.of(NaN, 9, -3) }]);
  expect(values[0]).toBeCloseTo(mean, 8);
  expect(Array.from(values.slice(1))).toEqual([Math.log1p(9), 0]);
  const losses = money.map((value) => -value);
  const [plain] = buildPredictorTerms([{ name: "money", kind: "number", numbers: losses }]).terms;
  expect(plain).toMatchObject({ isLogged: false });
});

it("finds what was planted, with intervals around it, and scores that the formula gives", () => {
  const score = fitResponseScore(columns, target);
  const effects = describeTerms(score);
  const york = effects.find(({ term }) => term?.kind === "category" && term.label === "York")!;
  expect(york.interval![0]).toBeLessThan(1.5);
  expect(york.interval![1]).toBeGreaterThan(1.5);
  expect(york.usualOddsRatio).toBe(york.oddsRatio);
  expect(effects[1].usualOddsRatio).toBeGreaterThan(effects[1].oddsRatio);
  const predictors = computePredictors(score.terms, columns);
  const byHand = effects.reduce(
    (sum, { coefficient }, i) => sum + coefficient * (i === 0 ? 1 : predictors[i - 1][5]),
    0,
  );
  expect(computeResponseScores(score, columns)[5]).toBeCloseTo(1 / (1 + Math.exp(-byHand)), 12);
});

it("sets rows of both classes aside, the same ones for the same seed", () => {
  const { train, held } = drawHeldOutRows(target, 0.3, 1);
  expect([...train, ...held].sort((a, b) => a - b)).toEqual(Array.from(target.keys()));
  const ones = target.filter((value) => value === 1).length;
  expect(Array.from(held).filter((row) => target[row] === 1)).toHaveLength(Math.round(0.3 * ones));
  expect(drawHeldOutRows(target, 0.3, 1).held).toEqual(held);
  expect(drawHeldOutRows(target, 0.3, 2).held).not.toEqual(held);
  expect(drawHeldOutRows([0, 1, 0, 1], 0.1, 1).held).toHaveLength(2);
  expect(() => drawHeldOutRows([0, 1], 1, 1)).toThrow(RangeError);
});

it.each(SCORE_METHODS)("tells unseen customers apart by %s, whatever the codes of the texts are", (method) => {
  const quality = judgeScorer(method, columns, target, [2000, 10000]);
  expect(quality.auc).toBeGreaterThan(0.7);
  expect(quality.groups[0].lift).toBeGreaterThan(1.3);
  expect(quality.trained.customers + quality.held.customers).toBe(rows);
  const scorer = trainScorer(method, columns, target);
  const recoded: TreeColumn[] = [
    columns[0],
    {
      name: "city",
      kind: "category",
      codes: city.map((code) => (code < 0 ? -1 : 2 - code)),
      labels: [...cities].reverse(),
    },
    columns[2],
  ];
  expect(scorer.score(recoded)).toEqual(scorer.score(columns));
  expect(scorer.score(columns).scores.every((score) => score >= 0 && score <= 1)).toBe(true);
});

it("looks for neighbours among a sample where very many customers are known", () => {
  const many = 6000;
  const numbers = Float64Array.from({ length: many }, (_, row) => row);
  const half = Uint8Array.from(numbers, (value) => (value < many / 2 ? 1 : 0));
  const scorer = trainScorer("nearest", [{ name: "x", kind: "number", numbers }], half);
  const { scores } = scorer.score([{ name: "x", kind: "number", numbers: Float64Array.of(100, 5900) }]);
  expect(Array.from(scores)).toEqual([1, 0]);
});
