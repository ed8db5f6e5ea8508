import { flagMembers } from "../lenses/members";
import type { LensTables } from "../lenses/lens";
import { hasNumbers } from "../lenses/lens";
import { computeQuantileEdges, sortNumbers } from "../math/quantile";
import type { TreeColumn } from "../tree/column";
import type { LensResult } from "./analysis";
import type { CrossTable, CrossTotal } from "./cross-result";

/** One way to divide customers: groups by id, and who is in which. Groups may overlap. */
export interface Division {
  readonly ids: readonly string[];
  /** Per group 1 for every customer who belongs to it. */
  readonly members: readonly Uint8Array[];
}

/** What a cross-table sums up. */
export type CrossInput = Pick<LensTables, "summary" | "value">;

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

const MEASURES = ["revenue", "profit", "orders", "units", "cost"] as const;

/** Sums of a cell, a row, a column or all: how many customers, then the measures in their order. */
class Sums {
  private readonly customers: Float64Array;
  private readonly sums: readonly Float64Array[];

  constructor(
    count: number,
    private readonly columns: readonly (Float64Array | null)[],
  ) {
    this.customers = new Float64Array(count);
    this.sums = columns.map(() => new Float64Array(count));
  }

  add(place: number, customer: number): void {
    this.customers[place]++;
    this.columns.forEach((column, measure) => {
      if (column !== null) this.sums[measure][place] += column[customer] || 0;
    });
  }

  read(place: number): CrossTotal {
    const [revenue, profit, orders, units, cost] = this.sums.map((sums, measure) =>
      this.columns[measure] === null ? NaN : sums[place],
    );
    return { customers: this.customers[place], revenue, profit, orders, units, cost };
  }
}

function selectMeasures({ summary, value }: CrossInput): (Float64Array | null)[] {
  const { customers } = summary;
  return MEASURES.map((measure) => {
    if (measure === "profit" && value.basis !== "profit") return null;
    if (measure === "revenue" && value.basis === "none") return null;
    return hasNumbers(customers[measure]) ? customers[measure] : null;
  });
}

/**
 * Customers and what they bring by two divisions at once.
 *
 * @param rows    groups of a lens or a column, see {@link divideByLens} and {@link divideByColumn}
 * @param columns the same for the columns
 */
export function buildCrossTable(rows: Division, columns: Division, input: CrossInput): CrossTable {
  const measures = selectMeasures(input);
  const width = columns.ids.length;
  const [cells, byRow, byColumn, all] = [rows.ids.length * width, rows.ids.length, width, 1].map(
    (count) => new Sums(count, measures),
  );
  const ownRows: number[] = [];
  const ownColumns: number[] = [];
  for (let customer = 0; customer < input.summary.customers.ids.length; customer++) {
    ownRows.length = 0;
    ownColumns.length = 0;
    rows.members.forEach((flags, row) => flags[customer] === 1 && ownRows.push(row));
    columns.members.forEach((flags, column) => flags[customer] === 1 && ownColumns.push(column));
    if (ownRows.length === 0 || ownColumns.length === 0) continue;
    all.add(0, customer);
    for (const column of ownColumns) byColumn.add(column, customer);
    for (const row of ownRows) {
      byRow.add(row, customer);
      for (const column of ownColumns) cells.add(row * width + column, customer);
    }
  }
  const total = all.read(0);
  const rowTotals = rows.ids.map((_, row) => byRow.read(row));
  const columnTotals = columns.ids.map((_, column) => byColumn.read(column));
  return {
    rows: rows.ids,
    columns: columns.ids,
    cells: rowTotals.map((rowTotal, row) =>
      columnTotals.map((columnTotal, column) => {
        const cell = cells.read(row * width + column);
        const rowShare = cell.customers / rowTotal.customers;
        const index = (100 * rowShare * total.customers) / columnTotal.customers;
        return { ...cell, rowShare, index: Number.isFinite(index) ? index : NaN };
      }),
    ),
    rowTotals,
    columnTotals,
    total,
  };
}
