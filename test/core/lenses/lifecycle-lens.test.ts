import { lifecycleLens } from "../../../src/core/lenses/lifecycle-lens";
import type { StageSetId } from "../../../src/core/lenses/stage-sets";
import { STAGE_SETS } from "../../../src/core/lenses/stage-sets";
import { buildSmallTables, nameGroups } from "../../helpers/lens-tables";

interface Customer {
  recency: number;
  orders: number;
  tenure: number;
  recent: number;
  previous: number;
}

const base: Customer = { recency: 10, orders: 5, tenure: 400, recent: 100, previous: 100 };

function buildTables(customers: readonly Customer[], hasMoney = true) {
  return buildSmallTables({
    recencyDays: customers.map(({ recency }) => recency),
    orders: customers.map(({ orders }) => orders),
    tenureDays: customers.map(({ tenure }) => tenure),
    gapCount: customers.map(() => 4),
    gapUsedDays: customers.map(() => 10),
    idleRatio: customers.map(({ recency }) => recency / 10),
    ...(hasMoney && {
      revenue: customers.map(() => 100),
      recentAmount: customers.map(({ recent }) => recent),
      previousAmount: customers.map(({ previous }) => previous),
    }),
  });
}

function assign(customers: readonly Customer[], stageSet: StageSetId = "S0") {
  const fit = lifecycleLens.fit(buildTables(customers), { ...lifecycleLens.defaults, stageSet });
  return nameGroups(fit.codes, lifecycleLens.groups(fit.model));
}

describe("the stage of a customer", () => {
  it.each<[string, Partial<Customer>, string]>([
    ["bought as usual", {}, "mature"],
    ["silent for exactly three gaps", { recency: 30 }, "mature"],
    ["silent for more than three gaps", { recency: 31 }, "decline"],
    ["silent for exactly six gaps", { recency: 60 }, "decline"],
    ["silent for more than six gaps", { recency: 61 }, "departure"],
    ["silent for long after one order", { recency: 61, orders: 1 }, "departure"],
    ["spending half of before", { recent: 50 }, "decline"],
    ["spending a little more than half", { recent: 51 }, "mature"],
    ["spending half of before with two orders only", { recent: 50, orders: 2 }, "mature"],
    ["with one order", { orders: 1, recent: 500 }, "acquisition"],
    ["known for 90 days", { tenure: 90, recent: 500 }, "acquisition"],
    ["known for 91 days", { tenure: 91, recent: 500 }, "growth"],
    ["spending a fifth more", { recent: 120 }, "growth"],
    ["spending less than a fifth more", { recent: 119 }, "mature"],
    ["spending again after a window of nothing", { recent: 1, previous: 0 }, "growth"],
    ["spending in neither window", { recent: 0, previous: 0 }, "mature"],
  ])("%s: %j is %s", (_, customer, stage) => {
    expect(assign([{ ...base, ...customer }])).toEqual([stage]);
  });
});

const five: Customer[] = [
  { ...base, orders: 1 },
  { ...base, recent: 200 },
  base,
  { ...base, recency: 40 },
  { ...base, recency: 70 },
  { ...base, orders: 0 },
];

it.each<[StageSetId, (string | null)[]]>([
  ["S0", ["acquisition", "growth", "mature", "decline", "departure", null]],
  ["S3-5", ["build", "develop", "maintain", "lost", "lost", "attract"]],
  ["S3-3", ["acquire", "interact", "retain", "retain", "retain", null]],
  ["S3-dormant", ["newCustomer", "matureCustomer", "matureCustomer", "dormant", "dormant", null]],
  ["S3-loyal", ["newCustomer", "active", "loyal", "active", "inactive", "prospect"]],
  ["S4-mature", ["newCustomer", "matureCustomer", "matureCustomer", "matureCustomer", "lostCustomer", "prospect"]],
  ["S4-loyal", ["newCustomer", "loyal", "loyal", "loyal", "lostCustomer", "prospect"]],
  ["S4-relation", ["exploration", "formation", "stable", "degradation", "degradation", null]],
])("names the five stages and people without orders in the set %s", (stageSet, names) => {
  expect(assign(five, stageSet)).toEqual(names);
});

it("knows the sets by the names of the setting", () => {
  expect(Object.keys(STAGE_SETS)).toEqual([
    "S0",
    "S3-5",
    "S3-3",
    "S3-dormant",
    "S3-loyal",
    "S4-mature",
    "S4-loyal",
    "S4-relation",
  ]);
});

it("says that growth cannot be seen without money", () => {
  const tables = buildTables([base, { ...base, recency: 40 }], false);
  const fit = lifecycleLens.fit(tables, lifecycleLens.defaults);
  expect(nameGroups(fit.codes, lifecycleLens.groups(fit.model))).toEqual(["mature", "decline"]);
  expect(fit.remarks).toEqual([{ code: "stagesWithoutMoney", parameters: {} }]);
});

it("cannot run on ready figures without days of purchase", () => {
  const tables = buildSmallTables({ recencyDays: [1], orders: [2] });
  expect(lifecycleLens.missing(tables, lifecycleLens.defaults)).toEqual({
    code: "needsPurchaseHistory",
    parameters: {},
  });
});

it("judges another date by the usual gap it was fitted with", () => {
  const table = { recencyDays: [25], orders: [2], tenureDays: [300], gapCount: [1], revenue: [5] };
  const first = buildSmallTables({ ...table, gapUsedDays: [10], idleRatio: [2.5] });
  const second = buildSmallTables({ ...table, recencyDays: [35], gapUsedDays: [20], idleRatio: [1.75] });
  const { model, codes } = lifecycleLens.fit(first, lifecycleLens.defaults);
  const groups = lifecycleLens.groups(model);
  expect(nameGroups(codes, groups)).toEqual(["mature"]);
  expect(nameGroups(lifecycleLens.assign(model, second), groups)).toEqual(["decline"]);
});
