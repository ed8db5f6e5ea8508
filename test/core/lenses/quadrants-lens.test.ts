import { quadrantsLens } from "../../../src/core/lenses/quadrants-lens";
import { buildSmallTables, nameGroups, numbers, texts } from "../../helpers/lens-tables";
import type { SmallTable } from "../../helpers/lens-tables";

function read(table: SmallTable, options: Partial<typeof quadrantsLens.defaults> = {}) {
  const tables = buildSmallTables(table);
  const fit = quadrantsLens.fit(tables, { ...quadrantsLens.defaults, ...options });
  return { groups: nameGroups(fit.codes, quadrantsLens.groups(fit.model)), demand: fit.columns![0].values, fit };
}

it("crosses value with demand", () => {
  const { groups, demand } = read({ revenue: [100, 90, 5, 4], ordersPerYear: [9, 1, 8, 2] });
  expect(groups).toEqual(["Q1", "Q2", "Q3", "Q4"]);
  expect(demand).toEqual(Float64Array.of(87.5, 12.5, 62.5, 37.5));
});

it("reads demand from days with a purchase in the last window, breadth and the columns asked for", () => {
  const history = {
    offsets: Int32Array.of(0, 3, 4),
    day: Int32Array.of(1, 1000, 1089, 999),
    amount: Float64Array.of(1, 1, 1, 1),
  };
  const table: SmallTable = {
    revenue: [1, 2],
    ordersPerYear: [1, 9],
    breadth: [1, 2],
    history,
    asOfDay: 1090,
    attributes: [numbers("Enquiries", [5, 5])],
  };
  const { demand, fit } = read(table, { demandColumns: ["Enquiries", "Nothing"] });
  expect(fit.model.demand.parts.map(({ name, table: { values } }) => [name, values])).toEqual([
    ["recentPurchaseDays", [0, 2]],
    ["breadth", [1, 2]],
    ["Enquiries", [5]],
  ]);
  expect(demand).toEqual(Float64Array.of(50, 50));
});

it.each([
  ["Status", ["existing", "potential", "Existing", "prospect"]],
  ["状态", ["现有", "潜在客户", "现有", "潜在"]],
  ["Prospect flag", ["no", "yes", null, "Y"]],
])("judges potential customers by thresholds of their own where the column %s names them", (name, status) => {
  const { groups } = read({
    revenue: [100, NaN, 1, NaN],
    ordersPerYear: [1, 1, 2, 2],
    attributes: [texts(name, status, "status"), numbers("Wallet", [NaN, 10, NaN, 900], "walletSpend")],
  });
  expect(groups).toEqual(["Q2", "Q8", "Q3", "Q5"]);
});

it("leaves potential customers out whose value is not known", () => {
  const { groups, fit } = read({
    revenue: [100, 50, NaN],
    ordersPerYear: [1, 2, 2],
    attributes: [texts("Status", ["existing", "existing", "potential"], "status")],
  });
  expect([groups, fit.model.potential]).toEqual([["Q2", "Q3", null], null]);
});

it("judges by lifetime value on request", () => {
  const tables = buildSmallTables({ revenue: [9, 1], ordersPerYear: [1, 1] }, {}, { futureValue: [1, 9] });
  const options = { ...quadrantsLens.defaults, valueAxis: "lifetimeValue" } as const;
  expect(quadrantsLens.fit(tables, options).codes).toEqual(Int32Array.of(3, 1));
  const without = buildSmallTables({ revenue: [9, 1], ordersPerYear: [1, 1] });
  expect(quadrantsLens.missing(without, options)?.code).toBe("needsLifetime");
});
