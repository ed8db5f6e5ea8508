import { listTreeColumns } from "../../../src/core/report/tree-columns";
import { buildSmallAnalysis } from "../../helpers/small-analysis";
import { buildSmallTables, numbers, texts } from "../../helpers/lens-tables";

const two = [1, 2];
const tables = buildSmallTables({
  recencyDays: two,
  tenureDays: two,
  orders: two,
  gapMedianDays: two,
  breadth: two,
  averageDiscount: two,
  averageOrderValue: two,
  revenue: two,
  attributes: [
    texts("Industry", ["a", "b"]),
    numbers("Wallet", two, "walletSpend"),
    numbers("CSAT", two, "satisfaction"),
    numbers("Same", [1, 1]),
  ],
});

const attributes = ["Industry", "CSAT"];

it.each<[string, readonly string[] | undefined, readonly string[]]>([
  [
    "value",
    ["value"],
    [...attributes, "recencyDays", "tenureDays", "orders", "gapMedianDays", "breadth", "averageDiscount"],
  ],
  ["R, F and M", ["recencyDays", "orders", "monetary"], [...attributes, "tenureDays", "breadth", "averageDiscount"]],
  [
    "silence",
    ["idleRatio"],
    [
      "Industry",
      "Wallet",
      "CSAT",
      "tenureDays",
      "orders",
      "breadth",
      "averageDiscount",
      "averageOrderValue",
      "revenue",
    ],
  ],
  [
    "an attribute",
    ["Industry", "satisfaction", "value", "orders", "recencyDays", "tenureDays"],
    ["breadth", "averageDiscount"],
  ],
  ["nobody knows what", undefined, attributes],
])("explains groups made of %s by what does not give them away", (_, sources, names) => {
  expect(listTreeColumns(tables, sources, null).map(({ name }) => name)).toEqual(names);
});

it("uses only the columns named", () => {
  expect(listTreeColumns(tables, ["value"], ["orders", "revenue"]).map(({ name }) => name)).toEqual(["orders"]);
});

describe("the trees of a run", () => {
  it("explain value classes and clusters unless other lenses are named", () => {
    const { trees } = buildSmallAnalysis({ customers: 60 });
    expect(trees.map(({ target, explainsItself }) => [target, explainsItself])).toEqual([
      ["value-classes", false],
      ["clusters", true],
    ]);
  });

  it("explain any lens that ran, never by what it is computed from", () => {
    const explain = ["churn", "lifecycle", "churn", "abc", "custom-rules"];
    const { trees } = buildSmallAnalysis({ customers: 60 }, { explain });
    expect(trees.map(({ target, explainsItself }) => [target, explainsItself])).toEqual([
      ["churn", false],
      ["lifecycle", false],
      ["abc", false],
    ]);
    const uses = (target: string, name: string) =>
      trees.find((tree) => tree.target === target)!.features.includes(name);
    expect([uses("abc", "recencyDays"), uses("churn", "recencyDays"), uses("churn", "revenue")]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it("fall back on a lens' own columns where nothing else is known, and say so", () => {
    const { trees } = buildSmallAnalysis({ customers: 60 }, { explain: ["rf-map"], treeFeatures: ["Nothing"] });
    expect(trees.map(({ target, features, explainsItself }) => [target, features, explainsItself])).toEqual([
      ["rf-map", ["recencyDays", "orders"], true],
    ]);
  });
});
