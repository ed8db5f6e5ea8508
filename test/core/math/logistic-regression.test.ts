import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { fitLogisticRegression, predictLogistic } from "../../../src/core/math/logistic-regression";
import { computeAuc } from "../../../src/core/math/ranking-quality";
import { createRandom } from "../../../src/core/math/random";
import { irisRows } from "../../helpers/iris";

const { iris } = JSON.parse(readFileSync(join(__dirname, "logistic-regression.json"), "utf8")) as {
  iris: {
    coefficients: number[];
    standardErrors: number[];
    logLikelihood: number;
    nullLogLikelihood: number;
    auc: number;
    ridge: number;
    ridgeCoefficients: number[];
  };
};

const round = (values: readonly (number | null)[], digits = 6) => values.map((value) => Number(value!.toFixed(digits)));
const small = {
  columns: [
    [1, 2, 3, 4, 5, 6, 7, 8],
    [0, 0, 1, 0, 1, 1, 0, 1],
  ],
  target: [0, 0, 1, 0, 0, 1, 1, 1],
};
const flowers = irisRows.slice(50);
const irisColumns = [0, 1, 2, 3].map((column) => flowers.map((row) => row[column]));
const isVirginica = flowers.map((_, row) => (row < 50 ? 0 : 1));

it("finds the coefficients of a small case without a ridge", () => {
  const fit = fitLogisticRegression(small.columns, small.target, { ridge: 0 });
  expect(round(fit.coefficients)).toEqual([-4.516418, 0.784203, 1.743826]);
  expect(round([fit.logLikelihood])).toEqual([-3.133683]);
  expect([fit.converged, fit.isRaised]).toEqual([true, false]);
});

it("puts a ridge on the slopes of the columns as they are, and not on the intercept", () => {
  const fit = fitLogisticRegression(small.columns, small.target, { ridge: 1, penalises: "raw" });
  expect(round(fit.coefficients)).toEqual([-3.079429, 0.636972, 0.390224]);
});

it("agrees with an independent program on iris", () => {
  const fit = fitLogisticRegression(irisColumns, isVirginica, { ridge: 0 });
  expect(round(fit.coefficients)).toEqual(round(iris.coefficients));
  expect(round(fit.standardErrors)).toEqual(round(iris.standardErrors));
  expect(round([fit.logLikelihood, fit.nullLogLikelihood])).toEqual(
    round([iris.logLikelihood, iris.nullLogLikelihood]),
  );
  expect(computeAuc(predictLogistic(fit.coefficients, irisColumns, 100), isVirginica)).toBeCloseTo(iris.auc, 12);
  const ridged = fitLogisticRegression(irisColumns, isVirginica, { ridge: iris.ridge });
  expect(round(ridged.coefficients)).toEqual(round(iris.ridgeCoefficients));
});

it("raises the ridge where a column tells the classes apart without fail, or two columns say the same", () => {
  const separated = fitLogisticRegression([[1, 2, 3, 4, 5, 6]], [0, 0, 0, 1, 1, 1]);
  expect(separated.isRaised).toBe(true);
  expect(Math.abs(separated.coefficients[1] * separated.deviations[0])).toBeLessThanOrEqual(15);
  const twice = fitLogisticRegression([small.columns[0], small.columns[0]], small.target, { ridge: 0 });
  expect(twice.isRaised).toBe(true);
  expect(twice.coefficients[1]).toBeCloseTo(twice.coefficients[2], 8);
});

it("gives a column that does not vary no weight and no standard error", () => {
  const fit = fitLogisticRegression([[7, 7, 7, 7]], [0, 1, 0, 0]);
  expect(fit.coefficients[1]).toBe(0);
  expect(fit.standardErrors[1]).toBeNull();
  expect(fit.coefficients[0]).toBeCloseTo(Math.log(1 / 3), 10);
});

it.each([
  ["target must hold zeros and ones", [[1, 2]], [1, 1]],
  ["target must be 0 or 1", [[1, 2]], [0, 2]],
  ["must not have blanks", [[1, NaN]], [0, 1]],
  ["as long as the target", [[1]], [0, 1]],
])("refuses input where the %s", (message, columns, target) => {
  expect(() => fitLogisticRegression(columns, target)).toThrow(message);
});

it("does not depend on units, on the order of rows, or on which class is called 1", () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 30, max: 60 }), (seed, rows) => {
      const random = createRandom(seed);
      const x = Float64Array.from({ length: rows }, () => random() * 10);
      const z = Float64Array.from({ length: rows }, () => (random() < 0.4 ? 1 : 0));
      const y = Uint8Array.from(x, (value, row) => (random() < 1 / (1 + Math.exp(2 - value / 3 + z[row])) ? 1 : 0));
      [y[0], y[1]] = [0, 1];
      const fit = fitLogisticRegression([x, z], y);
      const scaled = fitLogisticRegression([x.map((value) => 32 + 1000 * value), z], y);
      expect(scaled.coefficients[1] * 1000).toBeCloseTo(fit.coefficients[1], 7);
      expect(scaled.logLikelihood).toBeCloseTo(fit.logLikelihood, 7);
      const turned = fitLogisticRegression([x.slice().reverse(), z.slice().reverse()], y.slice().reverse());
      turned.coefficients.forEach((value, i) => expect(value).toBeCloseTo(fit.coefficients[i], 7));
      const swapped = fitLogisticRegression(
        [x, z],
        y.map((value) => 1 - value),
      );
      swapped.coefficients.forEach((value, i) => expect(value).toBeCloseTo(-fit.coefficients[i], 7));
      const sum = predictLogistic(fit.coefficients, [x, z], rows).reduce((total, value) => total + value, 0);
      expect(sum).toBeCloseTo(
        y.reduce((total: number, value) => total + value, 0),
        6,
      );
    }),
    { numRuns: 30 },
  );
});
