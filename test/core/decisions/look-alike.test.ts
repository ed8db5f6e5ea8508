import { matchAttributes, nameColumn, pickTopCustomers } from "../../../src/core/decisions/look-alike";
import { describeSharedTraits } from "../../../src/core/decisions/shared-traits";
import type { Attribute } from "../../../src/core/transactions/columns";
import type { TreeColumn } from "../../../src/core/tree/column";

const number = (name: string, role?: "satisfaction"): Attribute => ({
  name,
  kind: "number",
  numbers: Float64Array.of(1),
  ...(role !== undefined && { role }),
});
const text = (name: string) => nameColumn(name, { codes: Int32Array.of(0), labels: ["a"] });

it("matches columns by meaning or by name, letter case and blanks aside, and each only once", () => {
  const own = [number("Score", "satisfaction"), text("Company Size"), number("Age"), text("age"), text("City")];
  const others = [number("Rating", "satisfaction"), text("company_size"), text("AGE"), text("Town")];
  expect(matchAttributes(own, others).map(({ name, prospects }) => [name, prospects.kind])).toEqual([
    ["Score", "number"],
    ["Company Size", "category"],
    ["age", "category"],
  ]);
});

it.each([
  [[5, 9, 7, 1], 5000, [0, 1, 1, 0]],
  [[5, 5, 5, 5], 5000, [1, 1, 0, 0]],
  [[0, -3, NaN, 2], 10000, [0, 0, 0, 1]],
  [[1, 2, 3, 4, 5], 1000, [0, 0, 0, 0, 1]],
])("picks of %j the top %i basis points", (amounts, basisPoints, expected) => {
  expect(Array.from(pickTopCustomers(Float64Array.from(amounts), basisPoints))).toEqual(expected);
});

it("compares how frequent a text is, and the means of numbers", () => {
  const isTop = [1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0];
  const columns: TreeColumn[] = [
    {
      name: "city",
      kind: "category",
      codes: Int32Array.of(0, 0, 0, 1, 1, 1, 1, 1, 0, 0, -1, 2),
      labels: ["Bath", "York", "Rare"],
    },
    {
      name: "size",
      kind: "number",
      numbers: Float64Array.of(4, 4, NaN, 4, 2, 2, 2, 2, 2, 2, 2, 2),
    },
  ];
  expect(describeSharedTraits(columns, isTop)).toEqual([
    expect.objectContaining({ column: "city", label: "Bath", top: 0.75, rest: 0.25, index: 300, topCustomers: 3 }),
    expect.objectContaining({ column: "city", label: "York", top: 0.25, rest: 0.5, index: 50, restCustomers: 4 }),
    expect.objectContaining({ column: "size", label: null, top: 4, rest: 2, index: 200, topCustomers: 3 }),
  ]);
});
