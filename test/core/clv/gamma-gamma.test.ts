import {
  createGammaGammaLikelihood,
  fitGammaGamma,
  predictFittedSpend,
  predictSpend,
  selectSpendHistories,
} from "../../../src/core/clv/gamma-gamma";
import { simulateCustomers } from "../../helpers/simulate-customers";

const { histories, monetaryMean } = simulateCustomers("bg-nbd", { r: 0.5, alpha: 8, a: 0.8, b: 2.5 }, 4000, 3);
const { frequency } = histories;
const spend = selectSpendHistories(frequency, monetaryMean);

it("has the log-likelihood of a known customer", () => {
  const one = selectSpendHistories(Float64Array.of(2), Float64Array.of(22.35));
  const likelihood = createGammaGammaLikelihood(one, 1);
  expect(likelihood.evaluate([6.25, 3.74, 15.44], new Float64Array(3))).toBeCloseTo(-3.55131676, 8);
});

it("has the slope of its log-likelihood as gradient", () => {
  const likelihood = createGammaGammaLikelihood(spend, 10);
  const parameters = [5, 3, 2];
  const gradient = new Float64Array(3);
  likelihood.evaluate(parameters, gradient);
  parameters.forEach((value, i) => {
    const move = (step: number) =>
      likelihood.evaluate(
        parameters.map((own, j) => (j === i ? value + step : own)),
        new Float64Array(3),
      );
    expect(gradient[i] / ((move(1e-5) - move(-1e-5)) / 2e-5)).toBeCloseTo(1, 6);
  });
});

it("leaves out customers without a repeat purchase, and counts repeaters who spent nothing or the unknown", () => {
  const selected = selectSpendHistories(Float64Array.of(0, 2, 1, 3, 1, 1), Float64Array.of(0, 7, 0, NaN, -4, 5));
  expect(Array.from(selected.customer)).toEqual([5, 1]);
  expect(Array.from(selected.monetaryMean)).toEqual([5, 7]);
  expect(selected.leftOut).toBe(3);
});

it("finds the parameters that the spend was drawn with", () => {
  const fit = fitGammaGamma(spend);
  expect(fit.converged).toBe(true);
  for (const [name, truth] of Object.entries({ p: 6, q: 4, v: 15 }))
    expect(Math.abs(fit.parameters[name] - truth)).toBeLessThan(3 * fit.standardErrors![name]);
  expect(fit.populationMean! / 30).toBeCloseTo(1, 1);
  expect(fit.correlationLight).toBe("green");
});

it("changes only v with the currency", () => {
  const fit = fitGammaGamma(spend);
  const other = fitGammaGamma(
    selectSpendHistories(
      frequency,
      monetaryMean.map((mean) => mean * 1e4),
    ),
  );
  expect(other.parameters.p / fit.parameters.p).toBeCloseTo(1, 8);
  expect(other.parameters.q / fit.parameters.q).toBeCloseTo(1, 8);
  expect(other.parameters.v / fit.parameters.v / 1e4).toBeCloseTo(1, 8);
});

it("draws a customer's mean towards that of all, the less they are known the more", () => {
  const expected = predictSpend([6, 4, 15], Float64Array.of(0, 1, 20, 3), Float64Array.of(0, 60, 60, 0));
  expect(Array.from(expected)).toEqual([30, (6 * 75) / 9, (6 * 1215) / 123, 30]);
});

it("says that there is no population mean when q <= 1, and gives everyone the observed one", () => {
  const wild = spend.monetaryMean.map((mean, i) => mean * Math.exp(((i * 7919) % 13) - 6));
  const fit = fitGammaGamma({ ...spend, monetaryMean: wild });
  expect(fit.parameters.q).toBeLessThan(1);
  expect(fit.populationMean).toBeNull();
  expect(fit.convergence.flags).toContainEqual({ code: "noPopulationMean", level: "red" });
  expect(new Set(predictFittedSpend(fit, frequency, monetaryMean))).toEqual(new Set([fit.observedMean]));
});

it("turns the light on when spend depends on frequency", () => {
  const tied = (strength: number) =>
    fitGammaGamma({
      ...spend,
      monetaryMean: spend.monetaryMean.map((mean, i) => mean + strength * spend.frequency[i]),
    });
  expect(tied(3).correlationLight).toBe("amber");
  expect(tied(30).correlationLight).toBe("red");
});

it("refuses a fit without anyone to learn from", () => {
  expect(() => fitGammaGamma(selectSpendHistories(Float64Array.of(0), Float64Array.of(0)))).toThrow(RangeError);
});
