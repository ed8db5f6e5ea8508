import type { GrowthLines } from "../../../src/core/decisions/growth-matrix";
import { computeGrowthMatrix } from "../../../src/core/decisions/growth-matrix";

type Line = readonly [customer: number, product: number, day: number, revenue: number];

function buildLines(lines: readonly Line[]): GrowthLines {
  return {
    customer: Int32Array.from(lines, ([customer]) => customer),
    product: Int32Array.from(lines, ([, product]) => product),
    day: Int32Array.from(lines, ([, , day]) => day),
    revenue: Float64Array.from(lines, ([, , , revenue]) => revenue),
    isRefund: Uint8Array.from(lines, ([, , , revenue]) => Number(revenue < 0)),
  };
}

const asOfDay = 1100;

/** This year begins on day 735, the year before on day 370. */
const lines: readonly Line[] = [
  [0, 0, 100, 10],
  [1, 1, 400, 20],
  [0, 1, 500, 30],
  [2, 0, 600, 40],
  [0, 0, 800, 50],
  [1, 2, 900, 60],
  [3, 0, 1000, 70],
  [4, 2, 1099, 80],
  [4, 2, 1099, -5],
  [3, 0, 1100, 999],
  [-1, 0, 1000, 999],
  [3, -1, 1000, 999],
];

it("tells existing and new customers and products apart, this year and the year before", () => {
  expect(computeGrowthMatrix(buildLines(lines), asOfDay).cells).toEqual([
    {
      cell: "penetration",
      current: { customers: 1, revenue: 50 },
      previous: { customers: 0, revenue: 0 },
      changeShare: null,
    },
    {
      cell: "productDevelopment",
      current: { customers: 1, revenue: 60 },
      previous: { customers: 1, revenue: 30 },
      changeShare: 1,
    },
    {
      cell: "marketDevelopment",
      current: { customers: 1, revenue: 70 },
      previous: { customers: 1, revenue: 40 },
      changeShare: 0.75,
    },
    {
      cell: "diversification",
      current: { customers: 1, revenue: 75 },
      previous: { customers: 1, revenue: 20 },
      changeShare: 2.75,
    },
  ]);
});

it("compares the whole revenue with the year before", () => {
  expect(computeGrowthMatrix(buildLines(lines), asOfDay)).toMatchObject({
    revenue: 255,
    previousRevenue: 90,
    changeShare: 255 / 90 - 1,
  });
});

it("has no year before where the lines do not cover it, and no cells of it where nothing tells what was new", () => {
  const since = (first: number) => computeGrowthMatrix(buildLines([[0, 0, first, 10], ...lines.slice(1)]), asOfDay);
  const noCells = [null, null, null, null];
  expect(since(370).previousRevenue).toBe(100);
  expect(since(370).cells.map(({ previous }) => previous)).toEqual(noCells);
  expect(since(281).cells.map(({ previous }) => previous)).toEqual(noCells);
  expect(since(280).cells.map(({ previous }) => previous)).not.toContain(null);
  const late = computeGrowthMatrix(buildLines(lines.slice(1)), asOfDay);
  expect([late.previousRevenue, late.changeShare]).toEqual([null, null]);
});

it("sums to the revenue of the year, whatever the order of lines", () => {
  const sum = (list: readonly Line[]) => computeGrowthMatrix(buildLines(list), asOfDay);
  expect(sum([...lines].reverse())).toEqual(sum(lines));
  expect(sum(lines).cells.reduce((total, { current }) => total + current.revenue, 0)).toBe(255);
});

it("takes what was only given back for old", () => {
  const [penetration, ...others] = computeGrowthMatrix(buildLines([[7, 3, 1000, -20]]), asOfDay).cells;
  expect(penetration.current).toEqual({ customers: 0, revenue: -20 });
  expect(others.every(({ current }) => current.revenue === 0)).toBe(true);
});

it("has nothing without lines, and refuses columns of different length", () => {
  expect(computeGrowthMatrix(buildLines([]), asOfDay).cells.every(({ current }) => current.customers === 0)).toBe(true);
  expect(() => computeGrowthMatrix({ ...buildLines(lines), day: new Int32Array(2) }, asOfDay)).toThrow(RangeError);
});
