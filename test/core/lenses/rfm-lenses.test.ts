import { rfmTypesLens } from "../../../src/core/lenses/rfm-types-lens";
import { specialListsLens } from "../../../src/core/lenses/special-lists-lens";
import { strengthsLens } from "../../../src/core/lenses/strengths-lens";
import { topDecileLens, usageLens, weightedRfmLens } from "../../../src/core/lenses/tier-lens";
import { serviceLens } from "../../../src/core/lenses/service-lens";
import { buildSmallTables, nameGroups } from "../../helpers/lens-tables";

const customers = {
  recencyDays: [5, 6, 90, 95, 7, 100],
  orders: [9, 1, 8, 1, 1, 2],
  revenue: [900, 950, 10, 800, 20, 30],
  tenureDays: [400, 300, 500, 200, 20, 600],
};

it("labels what customers are strong in", () => {
  const fit = strengthsLens.fit(buildSmallTables(customers), strengthsLens.defaults);
  expect(nameGroups(fit.codes, strengthsLens.groups(fit.model))).toEqual([
    "best",
    "monetary",
    "retention",
    "retention",
    "new",
    "dormant",
  ]);
});

it.each<["mean" | "median" | "score", string[]]>([
  ["mean", ["T1", "T2", "T7", "T4", "T6", "T8"]],
  ["median", ["T1", "T2", "T7", "T4", "T6", "T7"]],
  ["score", ["T1", "T2", "T7", "T4", "T6", "T7"]],
])("types customers by the threshold %s", (threshold, types) => {
  const fit = rfmTypesLens.fit(buildSmallTables(customers), { threshold });
  expect(nameGroups(fit.codes, rfmTypesLens.groups(fit.model))).toEqual(types);
  expect(fit.model.basis).toBe(threshold === "score" ? "score" : "measure");
});

it("ranks customers by the weighted score, R first unless weights say otherwise", () => {
  const table = {
    recencyDays: [10, 20, 30, 40, 50, 60, 70, 80, 90, 100],
    orders: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    revenue: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  };
  const tables = buildSmallTables(table, { bins: 10 });
  const read = (weights: { recency: number; frequency: number; monetary: number }) => {
    const fit = weightedRfmLens.fit(tables, { ...weightedRfmLens.defaults, weights });
    return nameGroups(fit.codes, weightedRfmLens.groups(fit.model)).map((name) => name![0]);
  };
  expect(read(weightedRfmLens.defaults.weights).join("")).toBe("HHMMMLLLLL");
  expect(read({ recency: 0, frequency: 1, monetary: 1 }).join("")).toBe("LLLLLMMMHH");
});

it("flags the most valuable tenth", () => {
  const revenue = Array.from({ length: 20 }, (_, i) => i);
  const fit = topDecileLens.fit(buildSmallTables({ revenue }), topDecileLens.defaults);
  expect(nameGroups(fit.codes, topDecileLens.groups(fit.model)).indexOf("TOP")).toBe(18);
  expect(fit.codes.filter((code) => code === 0).length).toBe(2);
});

it("tells heavy from light users by pieces, or by orders where pieces are not known", () => {
  const ten = Array.from({ length: 10 }, (_, i) => i + 1);
  const read = (table: { units?: number[]; orders: number[] }, measure: "auto" | "orders" = "auto") => {
    const fit = usageLens.fit(buildSmallTables(table), { ...usageLens.defaults, measure });
    return nameGroups(fit.codes, usageLens.groups(fit.model)).map((name) => name![0]);
  };
  const backwards = [...ten].reverse();
  expect(read({ units: ten, orders: backwards }).join("")).toBe("lllllmmmhh");
  expect(read({ units: ten, orders: backwards }, "orders").join("")).toBe("hhmmmlllll");
  expect(read({ orders: backwards }).join("")).toBe("hhmmmlllll");
});

it("lists many small orders, one large order and long sporadic customers", () => {
  const tables = buildSmallTables({
    orders: [9, 1, 1, 2, 1, 1, 1, 1, 1, NaN],
    tenureDays: [900, 10, 20, 900, 30, 30, 30, 30, 30, 900],
    ordersPerYear: [0.8, 1, 1, 0.8, 1, 1, 1, 1, 1, NaN],
    averageOrderValue: [5, 500, 50, 60, 50, 50, 50, 50, 50, NaN],
    revenue: [45, 500, 50, 120, 50, 50, 50, 50, 50, 40],
  });
  const fit = specialListsLens.fit(tables, specialListsLens.defaults);
  const members = specialListsLens.assignMembers!(fit.model, tables);
  expect(members.map((flags) => [...flags.keys()].filter((i) => flags[i] === 1))).toEqual([[0], [1], [0, 3]]);
  expect(fit.codes).toEqual(Int32Array.of(0, 1, -1, 2, -1, -1, -1, -1, -1, -1));
});

it("flags who takes more than twice the share of service they bring of margin", () => {
  const table = { revenue: [60, 20, 15, 5, 50], cost: [20, 10, 10, 10, 0], profit: [1, 1, 1, 1, 1] };
  const tables = buildSmallTables({ ...table, serviceCost: [40, 50, 10, 0, NaN] });
  const fit = serviceLens.fit(tables, {});
  expect(nameGroups(fit.codes, serviceLens.groups(fit.model))).toEqual(["fair", "overServed", "fair", "fair", null]);
  expect(serviceLens.missing(buildSmallTables(table), {})?.code).toBe("needsColumns");
});
