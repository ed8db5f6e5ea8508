import type { ColumnCondition } from "../../../src/core/customers/column-conditions";
import type { LineRule } from "../../../src/core/customers/line-tables";
import { LINE_COLUMNS, buildLineKey } from "../../../src/core/customers/line-tables";
import { summarize } from "../../../src/core/customers/summarize";
import { behaviourGroupsLens } from "../../../src/core/lenses/behaviour-groups-lens";
import type { ColumnRule } from "../../../src/core/lenses/column-rules";
import type { LensResult } from "../../../src/core/report/analysis";
import { describeGroups } from "../../../src/core/report/group-facts";
import { buildLensTables } from "../../../src/core/report/lens-tables";
import { defaultSettings } from "../../../src/core/report/settings";
import { buildLineRequest, resolveLineRules } from "../../../src/jobs/line-request";
import { readTransactions, toBlocks } from "../../helpers/csv-blocks";

const headers = ["Order ID", "Customer ID", "Order Date", "Amount", "Quantity", "Product", "Colour"];
const rows = [
  ["1", "A", "2024-01-01 09:30", 100, 1, "Lamp", "red"],
  ["1", "A", "2024-01-01 09:30", 40, 4, "Bulb", "white"],
  ["2", "A", "2024-02-05 09:10", 20, 2, "Bulb", "white"],
  ["3", "B", "2024-01-02 18:00", 60, 1, "Lamp", "red"],
  ["4", "B", "2024-01-02 18:20", 60, 1, "Lamp", "red"],
  ["5", "C", "2024-01-03 18:45", 90, 1, "Chair", "white"],
  ["6", "C", "2024-01-09", -10, -1, "Bulb", "white"],
];
const transactions = readTransactions({ headers, blocks: toBlocks(rows, headers.length) });
const on = "line";
const run = (rules: readonly LineRule[], hasProducts = false) =>
  summarize(transactions, { lineTables: { rules, hasProducts } }).lineTables!;

describe("rules over the lines of customers", () => {
  it.each<[string, LineRule["match"], ColumnCondition[], number[]]>([
    ["bought an item", "all", [{ on, column: "product", operator: "=", value: "lamp" }], [1, 1, 0]],
    [
      "bought an item below a price, on the same line",
      "all",
      [
        { on, column: "product", operator: "=", value: "Lamp" },
        { on, column: "price", operator: "<", value: 80 },
      ],
      [0, 1, 0],
    ],
    [
      "bought either",
      "any",
      [
        { on, column: "product", operator: "=", value: "Chair" },
        { on, column: "quantity", operator: ">=", value: 4 },
      ],
      [1, 0, 1],
    ],
    ["a refund is no purchase", "all", [{ on, column: "price", operator: "=", value: 10 }], [1, 0, 0]],
    ["by month", "all", [{ on, column: "month", operator: "=", value: 2 }], [1, 0, 0]],
    ["by weekday, Monday first", "all", [{ on, column: "weekday", operator: "in", value: [2, 3] }], [0, 1, 1]],
    ["by hour", "all", [{ on, column: "hour", operator: ">=", value: 17 }], [0, 1, 1]],
    ["by day", "all", [{ on, column: "date", operator: ">", value: "2024-01-31" }], [1, 0, 0]],
    ["by any other column", "all", [{ on, column: "Colour", operator: "=", value: "red" }], [1, 1, 0]],
  ])("find customers who %s", (_, match, conditions, expected) => {
    const [found] = run([{ match, conditions }]).matches;
    expect(Array.from(found.members)).toEqual(expected);
    expect(found.unknown).toEqual([]);
  });

  it("name columns that the lines do not have, and are met by nobody", () => {
    const rule: LineRule = { match: "all", conditions: [{ on, column: "Weight", operator: ">", value: 1 }] };
    const { matches } = run([rule, rule]);
    expect(matches).toEqual([{ key: buildLineKey(rule), members: new Uint8Array(3), unknown: ["Weight"] }]);
  });
});

it("counts purchase hours once a day, and lists the different products of each customer", () => {
  const { hours, products } = run([], true);
  const busy = Array.from(hours!, (count, i) => [Math.floor(i / 24), i % 24, count]).filter(([, , count]) => count > 0);
  expect(busy).toEqual([
    [0, 9, 2],
    [1, 18, 1],
    [2, 18, 1],
  ]);
  const held = [0, 1, 2].map((customer) =>
    Array.from(
      products!.codes.slice(products!.offsets[customer], products!.offsets[customer + 1]),
      (code) => products!.labels[code],
    ),
  );
  expect(held).toEqual([["Lamp", "Bulb"], ["Lamp"], ["Chair"]]);
  expect(run([]).products).toBeNull();
});

it("does not depend on the order of the lines", () => {
  const shuffled = readTransactions({ headers, blocks: toBlocks([...rows].reverse(), headers.length) });
  const rule: LineRule = { match: "all", conditions: [{ on, column: "price", operator: "<", value: 70 }] };
  const request = { lineTables: { rules: [rule], hasProducts: false } };
  expect(summarize(shuffled, request).lineTables).toEqual(summarize(transactions, request).lineTables);
});

describe("behaviour groups on lines", () => {
  const rules: readonly ColumnRule[] = [
    {
      name: "Lamps, once",
      match: "all",
      conditions: [
        { on, column: "product", operator: "=", value: "Lamp" },
        { column: "orders", operator: ">=", value: 2 },
      ],
    },
    { name: "Evening", match: "all", conditions: [{ on, column: "hour", operator: ">=", value: 17 }] },
  ];
  const settings = { ...defaultSettings, behaviourGroups: rules };
  const summary = summarize(transactions, { lineTables: buildLineRequest(settings) });
  const { tables } = buildLensTables(summary, settings);

  it("join conditions on customers and on lines", () => {
    const [lamps, evening] = behaviourGroupsLens.assignMembers!({ rules }, tables);
    expect([Array.from(lamps), Array.from(evening)]).toEqual([
      [1, 1, 0],
      [0, 1, 1],
    ]);
    expect(behaviourGroupsLens.fit(tables, { rules }).remarks).toEqual([]);
  });

  it("say what a group buys, and at which hour", () => {
    const result = {
      ...behaviourGroupsLens,
      groups: [{ id: "Lamps, once" }],
      codes: new Int32Array(3),
      members: [Uint8Array.of(1, 1, 0)],
    };
    const [facts] = describeGroups("behaviour-groups", [result as unknown as LensResult], tables)!.groups;
    expect(facts.products).toEqual([
      { product: "Lamp", customers: 2 },
      { product: "Bulb", customers: 1 },
    ]);
    expect([facts.purchases!.byHour![9], facts.purchases!.byHour![18]]).toEqual([2, 1]);
    expect(facts.attributes).toEqual([{ name: "Colour", top: [{ label: "red", customers: 2 }] }]);
  });

  it("are met by nobody where the lines were not asked, and say so", () => {
    const bare = buildLensTables(summarize(transactions), settings).tables;
    const { codes, remarks } = behaviourGroupsLens.fit(bare, { rules });
    expect(Array.from(codes)).toEqual([-1, -1, -1]);
    expect(remarks.map(({ code, parameters }) => [code, parameters.columns])).toEqual([
      ["ruleColumnsUnknown", "product"],
      ["ruleColumnsUnknown", "hour"],
    ]);
  });

  it("know a column of the rows by its header as well as by what it means", () => {
    const conditions: ColumnCondition[] = [
      { on, column: "product", operator: "=", value: "x" },
      { column: "Product", operator: "=", value: "x" },
    ];
    const [rule] = resolveLineRules(
      [{ name: "n", match: "all", conditions: [{ ...conditions[0], column: "ITEM " }, conditions[1]] }],
      ["Id", "Item"],
      {
        customer: 0,
        product: 1,
      },
    );
    expect(rule.conditions).toEqual(conditions);
    expect(LINE_COLUMNS).toContain("product");
  });
});
