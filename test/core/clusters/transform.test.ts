import { buildPoints, computeOriginalValue, fitTransform } from "../../../src/core/clusters/transform";

const column = (...values: number[]) => Float64Array.from(values);
const skewed = column(1, 1, 2, 2, 3, 3, 4, 100);

describe("fitTransform", () => {
  it.each([
    ["an even column stays as it is", column(1, 2, 3, 4, 5), {}, "none"],
    ["a column with a long right tail gets ln(1 + v)", skewed, {}, "log1p"],
    ["with a negative value in it, sign(v) * ln(1 + |v|)", column(-1, 1, 2, 2, 3, 3, 4, 100), {}, "signedLog"],
    ["a long left tail into the negative too", column(-100, 1, 2, 2, 3, 3, 4, 5), {}, "signedLog"],
    ["a long left tail among positive values stays", column(1, 97, 98, 98, 99, 99, 99, 100), {}, "none"],
    ["always means also for an even column", column(1, 2, 3, 4, 5), { log: "always" }, "log1p"],
    ["always with negative values", column(-1, 2, 3, 4, 5), { log: "always" }, "signedLog"],
    ["never means not even for a skewed one", skewed, { log: "never" }, "none"],
  ] as const)("%s", (_, values, options, log) => {
    expect(fitTransform([{ name: "a", values }], options).features[0].log).toBe(log);
  });

  it("standardises with the population standard deviation", () => {
    const features = [{ name: "a", values: column(2, 4, 4, 4, 5, 5, 7, 9) }];
    const model = fitTransform(features);
    expect(model).toEqual({
      features: [{ name: "a", log: "none", lowest: null, highest: null, mean: 5, sd: 2 }],
      dropped: [],
    });
    expect(Array.from(buildPoints(model, features).points.values)).toEqual([-1.5, -0.5, -0.5, -0.5, 0, 0, 1, 2]);
  });

  it("drops a column without variation and names it", () => {
    const { features, dropped } = fitTransform([
      { name: "same", values: column(0.1, 0.1, 0.1) },
      { name: "other", values: column(1, 2, 3) },
    ]);
    expect([features.map(({ name }) => name), dropped]).toEqual([["other"], ["same"]]);
  });

  it("clips at the 1 % and 99 % quantiles on request, and clips new customers alike", () => {
    const values = Float64Array.from({ length: 101 }, (_, i) => (i === 100 ? 1e6 : i));
    const model = fitTransform([{ name: "a", values }], { winsorise: true });
    expect(model.features[0]).toMatchObject({ log: "none", lowest: 1, highest: 99 });
    const { points } = buildPoints(model, [{ name: "a", values: column(-50, 1, 99, 5000) }]);
    expect(points.values[0]).toBe(points.values[1]);
    expect(points.values[2]).toBe(points.values[3]);
  });

  it("leaves out customers with a blank and says who is left", () => {
    const features = [
      { name: "a", values: column(1, NaN, 3, 4) },
      { name: "b", values: column(5, 6, NaN, 9) },
    ];
    const { points, customers } = buildPoints(fitTransform(features), features);
    expect(Array.from(customers)).toEqual([0, 3]);
    expect(points).toEqual({ values: column(-1, -1, 1, 1), rows: 2, dimensions: 2 });
  });

  it("can be undone", () => {
    for (const values of [skewed, column(-100, 1, 2, 2, 3, 3, 4, 5), column(1, 2, 3, 4, 5)]) {
      const features = [{ name: "a", values }];
      const model = fitTransform(features);
      buildPoints(model, features).points.values.forEach((standard, i) =>
        expect(computeOriginalValue(model.features[0], standard)).toBeCloseTo(values[i], 10),
      );
    }
  });

  it("takes a value below -1 that only a later run brings", () => {
    const model = fitTransform([{ name: "a", values: skewed }]);
    const { points } = buildPoints(model, [{ name: "a", values: column(-50, 0) }]);
    expect(points.values[0]).toBeLessThan(points.values[1]);
  });

  it.each([
    ["no features", () => fitTransform([]), "at least one feature"],
    ["no complete customer", () => fitTransform([{ name: "a", values: column(NaN) }]), "no customer has all features"],
    [
      "columns of unequal length",
      () =>
        fitTransform([
          { name: "a", values: column(1, 2) },
          { name: "b", values: column(1) },
        ]),
      "b has 1, not 2",
    ],
    [
      "a model without its feature",
      () => buildPoints(fitTransform([{ name: "a", values: skewed }]), []),
      "needs the feature a",
    ],
  ])("refuses %s", (_, run, message) => {
    expect(run).toThrow(message);
  });
});
