import { describeConcentration } from "../../../src/core/report/concentration";
import type { LensResult } from "../../../src/core/report/analysis";
import { describeGroups } from "../../../src/core/report/group-facts";
import { summarizeMembers } from "../../../src/core/report/group-summary";
import { buildSmallTables, texts } from "../../helpers/lens-tables";

const members = [Uint8Array.of(1, 1, 0), Uint8Array.of(0, 1, 1)];
const tables = buildSmallTables({
  revenue: [10, 20, 60],
  orders: [1, 2, 3],
  breadth: [1, 3, NaN],
  mainRegion: texts("mainRegion", ["North", "South", "South"]),
  history: {
    offsets: Int32Array.of(0, 1, 3, 4),
    // 1970-01-01 (Thursday), 1970-01-05 (Monday), 1970-02-01 (Sunday), 1969-12-31 (Wednesday)
    day: Int32Array.of(0, 4, 31, -1),
    amount: Float64Array.of(10, 10, 10, 60),
  },
});

const groups = { id: "own", groups: [{ id: "a" }, { id: "b" }], codes: Int32Array.of(0, 0, 1), members };
const loyalty = { id: "loyalty", columns: [{ id: "loyaltyIndex", values: Float64Array.of(50, 70, 90) }] };
const lenses = [groups, loyalty] as unknown as LensResult[];

describe("facts about the user's own groups", () => {
  const facts = describeGroups("own", lenses, tables)!;

  it("say what a group brings beyond others, and how loyal and broad it is", () => {
    const [first, second] = facts.groups;
    expect([first.revenueEffect, first.valueEffect, first.meanLoyalty, first.meanBreadth]).toEqual([-45, -45, 60, 2]);
    expect([second.revenueEffect, second.meanLoyalty, second.meanBreadth]).toEqual([30, 80, 3]);
  });

  it("say where the customers are and when they buy", () => {
    const [first, second] = facts.groups;
    expect(second.regions).toEqual([{ region: "South", customers: 2 }]);
    expect(first.regions).toEqual([
      { region: "North", customers: 1 },
      { region: "South", customers: 1 },
    ]);
    expect(first.purchases).toEqual({
      byMonth: [2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
      byWeekday: [1, 0, 0, 1, 0, 0, 1],
      byHour: null,
    });
    expect(second.purchases!.byMonth[11]).toBe(1);
    expect(second.purchases!.byWeekday).toEqual([1, 0, 1, 0, 0, 0, 1]);
  });

  it("say which groups share customers", () => {
    expect(facts.overlaps).toEqual([
      [2, 1],
      [1, 2],
    ]);
  });

  it("are not there for a lens that did not run", () => {
    expect(describeGroups("other", lenses, tables)).toBeNull();
  });
});

it("totals overlapping groups with every customer who belongs to them", () => {
  const totals = summarizeMembers(members, ["a", "b"], tables.summary, tables.value);
  expect(totals.map(({ id, customers, revenue, orders }) => [id, customers, revenue, orders])).toEqual([
    ["a", 2, 30, 3],
    ["b", 2, 80, 5],
  ]);
  expect(totals[0].customerShare).toBeCloseTo(2 / 3, 12);
});

describe("the test of service", () => {
  const table = { revenue: [60, 40, 20], cost: [20, 20, 10], profit: [35, -10, 5] };

  it("finds who takes most of the service and what they bring", () => {
    const { summary, value } = buildSmallTables({ ...table, serviceCost: [5, 30, 5] });
    expect(describeConcentration(summary, value, 0.6)!.service).toEqual({
      askedShare: 0.6,
      customers: 1,
      customerShare: 1 / 3,
      serviceCostShare: 0.75,
      profitShare: -10 / 30,
      overServed: { customers: 1, customerShare: 1 / 3 },
    });
    expect(describeConcentration(summary, value, 0.8)!.service!.customers).toBe(2);
  });

  it("is not made without service costs", () => {
    const { summary, value } = buildSmallTables(table);
    expect(describeConcentration(summary, value, 0.6)!.service).toBeNull();
  });
});
