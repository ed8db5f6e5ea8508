import { predictAliveHistory } from "../../../src/core/clv/alive-history";
import { predictAlive } from "../../../src/core/clv/predict-repeat";
import type { RepeatModelParameters } from "../../../src/core/clv/predict-repeat";

const fit: RepeatModelParameters = {
  model: "mbg-nbd",
  timeUnit: "week",
  parameters: { r: 0.5, alpha: 6, a: 1.2, b: 3.3 },
};

it("shows each step, each purchase day and the end, with what was known then", () => {
  const { day, aliveProbability } = predictAliveHistory(fit, [100, 110, 140], 125);
  expect(Array.from(day)).toEqual([100, 107, 110, 114, 121, 125]);
  const atEnd = predictAlive(fit, {
    frequency: Float64Array.of(1),
    ageAtLast: Float64Array.of(10 / 7),
    observed: Float64Array.of(25 / 7),
    timeUnit: "week",
  });
  expect(aliveProbability[5]).toBe(atEnd[0]);
});

it("falls while the customer is silent and jumps up at a purchase", () => {
  const { day, aliveProbability } = predictAliveHistory(fit, [0, 100], 200, 1);
  const at = (wanted: number) => aliveProbability[day.indexOf(wanted)];
  expect(at(99)).toBeLessThan(at(50));
  expect(at(100)).toBeGreaterThan(at(99));
  expect(at(200)).toBeLessThan(at(100));
});

it("is empty before the first purchase and refuses a step of no days", () => {
  expect(predictAliveHistory(fit, [100], 99).day).toHaveLength(0);
  expect(() => predictAliveHistory(fit, [100], 120, 0)).toThrow(RangeError);
});
