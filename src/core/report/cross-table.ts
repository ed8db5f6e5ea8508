import { flagMembers } from "../lenses/members";
import type { LensTables } from "../lenses/lens";
import { computeQuantileEdges, sortNumbers } from "../math/quantile";
import type { TreeColumn } from "../tree/column";
import type { LensResult } from "./analysis";

/** One way to divide customers: groups by id, and who is in which. Groups may overlap. */
export interface Division {
  readonly ids: readonly string[];
  /** Per group 1 for every customer who belongs to it. */
  readonly members: readonly Uint8Array[];
}

/** One cell of a cross-table. Money is NaN where it is unknown, shares and indices where they would divide by 0. */
export interface CrossCell {
  readonly customers: number;
  readonly revenue: number;
  readonly profit: number;
  /** Share of the row's customers. */
  readonly rowShare: number;
  /** 100 = as many customers as expected if rows and columns had nothing to do with one another. */
  readonly index: number;
}

/** Customers and money of a row, a column or all. */
export interface CrossTotal {
  readonly customers: number;
  readonly revenue: number;
  readonly profit: number;
}

/** Customers by two divisions at once. Only customers who are in a group of both count. */
export interface CrossTable {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** By row, then by column. */
  readonly cells: readonly (readonly CrossCell[])[];
  readonly rowTotals: readonly CrossTotal[];
  readonly columnTotals: readonly CrossTotal[];
  readonly total: CrossTotal;
}

/** Id of the group that holds the texts which are too rare for a group of their own. */
export const OTHER_TEXTS = "*";

const MOST_TEXTS = 20;
const MOST_NUMBERS = 8;
const RANGES = 4;

/** The groups of a lens as a division. */
export function divideByLens({ groups, codes, members }: LensResult): Division {
  return { ids: groups.map(({ id }) => id), members: members ?? flagMembers(codes, groups.length) };
}

function divideByText(codes: Int32Array, labels: readonly string[]): Division {
  const counts = new Int32Array(labels.length);
  for (const code of codes) if (code >= 0) counts[code]++;
  const used = [...labels.keys()].filter((code) => counts[code] > 0);
  if (used.length <= MOST_TEXTS) {
    const position = new Int32Array(labels.length).fill(-1);
    used.forEach((code, i) => (position[code] = i));
    const own = codes.map((code) => (code < 0 ? -1 : position[code]));
    return { ids: used.map((code) => labels[code]), members: flagMembers(own, used.length) };
  }
  const kept = used.sort((a, b) => counts[b] - counts[a] || a - b).slice(0, MOST_TEXTS - 1);
  const position = new Int32Array(labels.length).fill(kept.length);
  kept.forEach((code, i) => (position[code] = i));
  const own = codes.map((code) => (code < 0 ? -1 : position[code]));
  return { ids: [...kept.map((code) => labels[code]), OTHER_TEXTS], members: flagMembers(own, kept.length + 1) };
}

function divideByNumber(numbers: Float64Array): Division {
  const sorted = sortNumbers(numbers);
  const distinct = sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]);
  if (distinct.length <= MOST_NUMBERS) {
    const position = new Map(Array.from(distinct, (value, i) => [value, i]));
    const codes = Int32Array.from(numbers, (value) => position.get(value) ?? -1);
    return { ids: Array.from(distinct, String), members: flagMembers(codes, distinct.length) };
  }
  const edges = [...new Set(computeQuantileEdges(sorted, RANGES))].filter((edge) => edge < sorted[sorted.length - 1]);
  const codes = Int32Array.from(numbers, (value) =>
    value === value ? edges.filter((edge) => edge < value).length : -1,
  );
  const ends = [...edges, sorted[sorted.length - 1]];
  const ids = ends.map((end, i) => (i === 0 ? `[${sorted[0]}, ${end}]` : `(${ends[i - 1]}, ${end}]`));
  return { ids, members: flagMembers(codes, ends.length) };
}

/**
 * A column as a division: texts by label, rare ones together from 20 labels on; numbers by value up to 8 different ones, else by quarter of
 * the customers, named as intervals such as `(3, 8]`. Blanks are in no group.
 */
export function divideByColumn(column: TreeColumn): Division {
  return column.kind === "number" ? divideByNumber(column.numbers) : divideByText(column.codes, column.labels);
}

function unite(division: Division, count: number): Uint8Array {
  const united = new Uint8Array(count);
  for (const flags of division.members) flags.forEach((flag, i) => (united[i] |= flag));
  return united;
}

/**
 * Customers, revenue and profit by two divisions at once.
 *
 * @param rows    groups of a lens or a column, see {@link divideByLens} and {@link divideByColumn}
 * @param columns the same for the columns
 */
export function buildCrossTable(rows: Division, columns: Division, { summary, value }: LensTables): CrossTable {
  const { ids, revenue, profit } = summary.customers;
  const inRows = unite(rows, ids.length);
  const inColumns = unite(columns, ids.length);
  const add = (...flags: readonly Uint8Array[]): CrossTotal => {
    const total = { customers: 0, revenue: 0, profit: 0 };
    for (let i = 0; i < ids.length; i++) {
      if (!flags.every((flag) => flag[i] === 1)) continue;
      total.customers++;
      total.revenue += revenue[i] || 0;
      total.profit += profit[i] || 0;
    }
    return {
      customers: total.customers,
      revenue: value.basis === "none" ? NaN : total.revenue,
      profit: value.basis === "profit" ? total.profit : NaN,
    };
  };
  const total = add(inRows, inColumns);
  const rowTotals = rows.members.map((flags) => add(flags, inColumns));
  const columnTotals = columns.members.map((flags) => add(flags, inRows));
  const cells = rows.members.map((rowFlags, row) =>
    columns.members.map((columnFlags, column) => {
      const cell = add(rowFlags, columnFlags);
      const rowShare = cell.customers / rowTotals[row].customers;
      const index = (100 * rowShare * total.customers) / columnTotals[column].customers;
      return { ...cell, rowShare, index: Number.isFinite(index) ? index : NaN };
    }),
  );
  return { rows: rows.ids, columns: columns.ids, cells, rowTotals, columnTotals, total };
}
