import { valueCubeLens } from "../../../src/core/lenses/value-cube-lens";
import { buildSmallTables, nameGroups } from "../../helpers/lens-tables";

/** Two customers per corner of the cube would do; one per corner keeps the means in the middle. */
const bits = [7, 6, 5, 4, 3, 2, 1, 0];
const pick = (bit: number, high: number, low: number) => bits.map((corner) => (corner & bit ? high : low));
const table = { revenue: pick(4, 100, 10), orders: pick(1, 8, 8) };
const lifetime = { aliveProbability: pick(1, 0.9, 0.1), futureValue: pick(2, 50, 5) };

it("numbers the corners from high, high, high to low, low, low", () => {
  const fit = valueCubeLens.fit(buildSmallTables(table, {}, lifetime), valueCubeLens.defaults);
  expect(nameGroups(fit.codes, valueCubeLens.groups(fit.model))).toEqual([
    "V1",
    "V2",
    "V3",
    "V4",
    "V5",
    "V6",
    "V7",
    "V8",
  ]);
  expect([fit.model.value, fit.model.futureValue, fit.model.loyalty]).toEqual([55, 27.5, 68.75]);
});

it("takes the mean or the median, and what equals the threshold is low", () => {
  const values = [1, 10, 20, 89];
  const tables = buildSmallTables(
    { revenue: values, orders: [2, 2, 2, 2] },
    {},
    { aliveProbability: [0.5, 0.5, 0.5, 0.5], futureValue: values },
  );
  expect(valueCubeLens.fit(tables, { threshold: "mean" }).codes).toEqual(Int32Array.of(7, 7, 7, 1));
  expect(valueCubeLens.fit(tables, { threshold: "median" }).codes).toEqual(Int32Array.of(7, 7, 1, 1));
});

it("leaves customers out of whom an axis is unknown", () => {
  const tables = buildSmallTables(
    { revenue: [1, NaN, 9], orders: [1, 1, 1] },
    {},
    {
      aliveProbability: [0.5, 0.5, 0.5],
      futureValue: [1, 2, NaN],
    },
  );
  expect(valueCubeLens.fit(tables, valueCubeLens.defaults).codes).toEqual(Int32Array.of(7, -1, -1));
});

it.each([
  ["money", { orders: [1] }, lifetime, "needsMoney"],
  ["a model", { revenue: [1] }, null, "needsLifetime"],
])("cannot run without %s", (_, columns, models, code) => {
  expect(valueCubeLens.missing(buildSmallTables(columns, {}, models), valueCubeLens.defaults)?.code).toBe(code);
});
