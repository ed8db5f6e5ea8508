import {
  compareMeans,
  compareResponses,
  computeFisherExact,
  computeSampleSize,
} from "../../../src/core/decisions/campaign-test";
import { adjustByHolm } from "../../../src/core/decisions/holm";
import cases from "./campaign-cases.json";

const expectNear = (actual: number, expected: number) =>
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1e-3, Math.abs(expected)));

const rows = cases.responses.map(({ arm: [people, responses], control: [others, answers], ...expected }) => ({
  arm: { people, responses },
  control: { people: others, responses: answers },
  expected,
}));

it.each(rows)("tests $arm.responses of $arm.people against $control.responses of $control.people", (row) => {
  const result = compareResponses(row.arm, row.control);
  const [low, high] = row.expected.interval;
  expectNear(result.z!, row.expected.z);
  expectNear(result.interval[0], low);
  expectNear(result.interval[1], high);
  expectNear(computeFisherExact(row.arm, row.control), row.expected.fisher);
  expectNear(result.pValue, result.test === "z" ? row.expected.p : row.expected.fisher);
});

it("has cases for both tests", () => {
  expect(new Set(rows.map(({ arm, control }) => compareResponses(arm, control).test))).toEqual(
    new Set(["z", "fisher"]),
  );
});

it.each(cases.means)("compares means: t $t with $degrees degrees of freedom", ({ arm, control, ...expected }) => {
  const result = compareMeans(arm, control);
  expectNear(result.t!, expected.t);
  expectNear(result.degrees!, expected.degrees);
  expectNear(result.pValue, expected.p);
  expectNear(result.interval[0], expected.interval[0]);
  expectNear(result.interval[1], expected.interval[1]);
});

it.each(cases.sizes)(
  "needs for %d against %d at level %d and power %d an arm of %d",
  (rate, control, significance, power, size) => {
    expectNear(computeSampleSize(rate, control, { significance, power }), size);
  },
);

it.each(cases.holm as [number[], number[]][])("adjusts %j by Holm's method", (given, expected) => {
  adjustByHolm(given).forEach((value, i) => expectNear(value, expected[i]));
});

it("leaves tests that were not made out of the number of tests", () => {
  expect(adjustByHolm([NaN, 0.02, NaN, 0.3])).toEqual([NaN, 0.04, NaN, 0.3]);
});
