import { paretoNbd } from "../../../src/core/clv/pareto-nbd";

describe("how many purchases a new customer makes by the Pareto/NBD model", () => {
  it.each([
    ["of a usual fit", [0.55, 10.6, 0.61, 11.7], 39, 200],
    ["who leave after lifetimes that are all alike", [0.5, 0.1, 3e6, 3e6], 1, 300],
    ["who leave at once", [0.5, 0.1, 3e6, 1e-2], 50, 60],
    ["who never leave", [0.8, 5, 1e-6, 3e6], 30, 200],
    ["who buy at rates that are all alike", [3e6, 3e6, 0.5, 2], 10, 60],
  ])("%s has probabilities that add up to 1 and the mean of the model", (_, parameters, time, size) => {
    const probabilities = new Float64Array(size);
    paretoNbd.predictCounts(parameters, time, probabilities);
    const sum = probabilities.reduce((total, probability) => total + probability, 0);
    const mean = probabilities.reduce((total, probability, n) => total + n * probability, 0);
    expect(sum).toBeCloseTo(1, 9);
    expect(mean).toBeCloseTo(paretoNbd.predictNewCustomer(parameters, time), 6);
  });
});
