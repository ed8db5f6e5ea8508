import fc from "fast-check";
import type { TreeColumn } from "../../../src/core/tree/column";
import { growTree } from "../../../src/core/tree/grow";
import { predictClasses } from "../../../src/core/tree/predict";
import { applyDecisionTable, formatDecisionTable } from "../../../src/engine/worksheet/decision-table";

const labels = ["a", 'b "quoted"', "c, d", ""];
const row = fc.record({
  number: fc.oneof(fc.integer({ min: 0, max: 20 }), fc.constant(NaN), fc.double({ min: -1, max: 1, noNaN: true })),
  code: fc.integer({ min: -1, max: labels.length - 1 }),
  label: fc.integer({ min: -1, max: 2 }),
});
type Row = typeof row extends fc.Arbitrary<infer Value> ? Value : never;
const buildColumns = (rows: readonly Row[]): TreeColumn[] => [
  { name: "x", kind: "number", numbers: Float64Array.from(rows, ({ number }) => number) },
  { name: "y", kind: "category", codes: Int32Array.from(rows, ({ code }) => code), labels },
];

it("says the same as the tree it was made of, on old rows and on new ones", () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 20, maxLength: 80 }), fc.array(row, { maxLength: 20 }), (known, others) => {
      fc.pre(known.some(({ label }) => label >= 0));
      const tree = growTree(
        buildColumns(known),
        known.map(({ label }) => label),
        ["p", "q", "r"],
        { minLeaf: 2, maxDepth: 6 },
      );
      const table = formatDecisionTable(tree, ["y", "unused", "x"]);
      expect(table.reduce((sum, { customers }) => sum + customers, 0)).toBe(tree.customers);
      for (const rows of [known, others]) {
        const [x, y] = buildColumns(rows);
        const lines = applyDecisionTable(
          table.map(({ conditions }) => conditions),
          [y, null, x],
          rows.length,
        )!;
        const predicted = rows.length === 0 ? [] : [...predictClasses(tree, [x, y])];
        expect(Array.from(lines, (line) => table[line].label)).toEqual(predicted);
      }
    }),
  );
});

it.each(["> ", "<=a", "is a", 'is "a" or "b"', "= 5", ">5 <=", "or blank"])("cannot read %p", (text) => {
  const numbers: TreeColumn = { name: "x", kind: "number", numbers: Float64Array.of(1) };
  expect(applyDecisionTable([[text]], [numbers], 1)).toBeNull();
});

it.each([
  [">1", [-1, 0, -1]],
  ["<=1", [0, -1, -1]],
  [" > 0 and <= 1.5 or blank ", [0, -1, 0]],
])("reads %p", (text, expected) => {
  const numbers: TreeColumn = { name: "x", kind: "number", numbers: Float64Array.of(1, 2, NaN) };
  expect([...applyDecisionTable([[text]], [numbers], 3)!]).toEqual(expected);
});
