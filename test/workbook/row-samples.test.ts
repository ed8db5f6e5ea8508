import type { Cell } from "../../src/core/transactions/cells";
import { chooseSamples, haveRowsMoved, sampleBlock } from "../../src/workbook/row-samples";

const customers: Cell[] = Array.from({ length: 40 }, (_, row) => `C${Math.floor(row / 3)}`);
const days: Cell[] = Array.from({ length: 40 }, (_, row) => 45_000 + ((row * 17) % 300));
const amounts: Cell[] = Array.from({ length: 40 }, (_, row) => (row * 31) % 97);

/** The columns stand at B, A and D of a sheet. */
const columns = [1, 0, 3];
const samples = sampleBlock(0, 40, columns, [customers, days, amounts]);

/** What stands at the samples when the rows are these by now. */
function readAgain(rows: readonly number[], changes: Readonly<Record<string, Cell>> = {}): Cell[][] {
  return samples.map(({ position }) => {
    const row = rows[position];
    return [days[row], customers[row], amounts[row]].map((cell, i) => changes[`${position}:${i}`] ?? cell ?? null);
  });
}

const order = Array.from({ length: 40 }, (_, row) => row);
const last = samples[samples.length - 1];

it("keeps the first and the last row of a block, and some between, by the columns of the sheet", () => {
  expect(samples).toHaveLength(8);
  expect(samples[0]).toEqual({ position: 0, columns: [0, 1, 3], cells: [45_000, "C0", 0] });
  expect(last.position).toBe(39);
  expect(sampleBlock(500, 1, [2], [["x"]])).toEqual([{ position: 500, columns: [2], cells: ["x"] }]);
  expect(sampleBlock(0, 0, [2], [[]])).toEqual([]);
});

it("looks at no more than 64 rows again, the first and the last among them", () => {
  const many = Array.from({ length: 1000 }, (_, position) => ({ position, columns: [0], cells: [position] }));
  const chosen = chooseSamples(many);
  expect(chosen).toHaveLength(64);
  expect([chosen[0].position, chosen[63].position]).toEqual([0, 999]);
});

it.each<[string, Cell[][], boolean]>([
  ["nothing was changed", readAgain(order), false],
  ["a cell was edited", readAgain(order, { "39:2": 1000 }), false],
  ["a formula in one column changed everywhere", readAgain(order).map(([day, id]) => [day, id, Math.PI]), false],
  ["a row was inserted", readAgain([...order.slice(0, 20), -1, ...order.slice(20)]), true],
  ["a row was deleted", readAgain([...order.slice(0, 30), ...order.slice(31), -1]), true],
  ["the rows were sorted", readAgain([...order].reverse()), true],
])("tells whether rows have moved when %s", (_, now, moved) => {
  expect(haveRowsMoved(samples, now)).toBe(moved);
});

it("takes any difference for a move where there are two columns only", () => {
  const narrow = sampleBlock(0, 40, [0, 1], [days, customers]);
  const now = narrow.map(({ cells }) => [...cells]);
  expect(haveRowsMoved(narrow, now)).toBe(false);
  now[3][1] = "C99";
  expect(haveRowsMoved(narrow, now)).toBe(true);
});
