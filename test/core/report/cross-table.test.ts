import type { LensResult } from "../../../src/core/report/analysis";
import { buildCrossTable, divideByColumn, divideByLens } from "../../../src/core/report/cross-table";
import { buildSmallTables } from "../../helpers/lens-tables";

const tables = buildSmallTables({
  revenue: [10, 20, 30, 40, 50],
  profit: [1, 2, 3, 4, 5],
});

const none = { revenue: NaN, profit: NaN, orders: NaN, units: NaN, cost: NaN };

const lens = (codes: readonly number[], count: number, members?: readonly Uint8Array[]) =>
  ({
    groups: Array.from({ length: count }, (_, i) => ({ id: `g${i + 1}` })),
    codes: Int32Array.from(codes),
    members,
  }) as unknown as LensResult;

describe("the cross-table of two lenses", () => {
  const table = buildCrossTable(
    divideByLens(lens([0, 0, 1, 1, -1], 2)),
    divideByLens(lens([0, 1, 1, 1, 0], 2)),
    tables,
  );

  it("counts customers, money, shares of the row and the index to what is expected", () => {
    expect([table.rows, table.columns]).toEqual([
      ["g1", "g2"],
      ["g1", "g2"],
    ]);
    expect(table.cells[0][0]).toEqual({ ...none, customers: 1, revenue: 10, profit: 1, rowShare: 0.5, index: 200 });
    expect(table.cells[0][1].customers).toBe(1);
    expect(table.cells[0][1].index).toBeCloseTo((100 * 0.5) / 0.75, 10);
    expect(table.cells[1][0]).toEqual({ ...none, customers: 0, revenue: 0, profit: 0, rowShare: 0, index: 0 });
    expect(table.cells[1][1]).toMatchObject({ customers: 2, revenue: 70, profit: 7, rowShare: 1 });
  });

  it("leaves customers out who are in no group, from totals too", () => {
    expect(table.total).toEqual({ ...none, customers: 4, revenue: 100, profit: 10 });
    expect(table.rowTotals.map(({ customers }) => customers)).toEqual([2, 2]);
    expect(table.columnTotals.map(({ customers }) => customers)).toEqual([1, 3]);
  });
});

it("counts a customer in every group of a lens whose groups overlap", () => {
  const members = [Uint8Array.of(1, 1, 1, 0, 0), Uint8Array.of(0, 1, 1, 1, 0)];
  const all = divideByLens(lens([0, 0, 0, 0, 0], 1));
  const table = buildCrossTable(divideByLens(lens([0, 0, 0, 1, -1], 2, members)), all, tables);
  expect(table.rowTotals.map(({ customers }) => customers)).toEqual([3, 3]);
  expect(table.total.customers).toBe(4);
  expect(table.cells.map(([cell]) => cell.index)).toEqual([100, 100]);
});

it("has no money and no profit where none are known", () => {
  const poor = buildSmallTables({ orders: [1, 2] });
  const both = divideByLens(lens([0, 0], 2));
  const [[full, empty]] = buildCrossTable(both, both, poor).cells;
  expect(full).toEqual({ ...none, customers: 2, orders: 3, rowShare: 1, index: 100 });
  expect([empty.rowShare, empty.index]).toEqual([0, NaN]);
});

describe("a column as a division", () => {
  const read = (values: readonly number[]) => {
    const { ids, members } = divideByColumn({ name: "x", kind: "number", numbers: Float64Array.from(values) });
    return ids.map((id, group) => [id, members[group].reduce((sum, flag) => sum + flag, 0)]);
  };

  it("takes few numbers one by one, and many by quarter", () => {
    expect(read([3, 1, 3, NaN])).toEqual([
      ["1", 1],
      ["3", 2],
    ]);
    expect(read([1, 2, 3, 4, 5, 6, 7, 8, 9])).toEqual([
      ["[1, 3]", 3],
      ["(3, 5]", 2],
      ["(5, 7]", 2],
      ["(7, 9]", 2],
    ]);
    expect(read([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9]).map(([id]) => id)).toEqual([
      "[1, 1]",
      "(1, 4.75]",
      "(4.75, 9]",
    ]);
  });

  it("takes texts by label, and rare ones together", () => {
    const few = divideByColumn({ name: "x", kind: "category", codes: Int32Array.of(1, -1, 1), labels: ["a", "b"] });
    expect(few).toEqual({ ids: ["b"], members: [Uint8Array.of(1, 0, 1)] });
    const labels = Array.from({ length: 30 }, (_, i) => `t${i}`);
    const codes = Int32Array.from({ length: 60 }, (_, i) => (i < 30 ? i : 29));
    const many = divideByColumn({ name: "x", kind: "category", codes, labels });
    expect([many.ids.length, many.ids[0], many.ids[19]]).toEqual([20, "t29", "*"]);
    expect(many.members[19].reduce((sum, flag) => sum + flag, 0)).toBe(11);
  });
});
