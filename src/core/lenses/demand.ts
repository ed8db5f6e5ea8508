import type { PercentileTable } from "../math/percentiles";
import { assignPercentiles, computePercentileTable } from "../math/percentiles";
import { selectColumn } from "./features";
import type { LensTables } from "./lens";
import { hasNumbers } from "./lens";

/** What demand is read from: recent purchases, breadth, and further columns such as open enquiries. */
export interface DemandOptions {
  /** Length of the window before the as-of date that purchases are counted in. */
  readonly windowDays: number;
  readonly demandColumns: readonly string[];
}

/** A part of demand and its percentiles; plain JSON. */
export interface DemandPart {
  readonly name: string;
  readonly table: PercentileTable;
}

/** Everything needed to judge the demand of other customers; plain JSON. */
export interface DemandModel {
  readonly windowDays: number;
  readonly parts: readonly DemandPart[];
}

const RECENT = "recentPurchaseDays";

function countRecentPurchaseDays({ summary }: LensTables, windowDays: number): Float64Array | null {
  const { purchaseDays, report } = summary;
  const { asOfDay } = report.period;
  if (purchaseDays === null || asOfDay === null) return null;
  const { offsets, day } = purchaseDays;
  return Float64Array.from({ length: offsets.length - 1 }, (_, customer) => {
    let count = 0;
    for (let i = offsets[customer + 1] - 1; i >= offsets[customer] && day[i] >= asOfDay - windowDays; i--) {
      if (day[i] < asOfDay) count++;
    }
    return count;
  });
}

function readPart(name: string, windowDays: number, tables: LensTables): Float64Array | null {
  const column = name === RECENT ? countRecentPurchaseDays(tables, windowDays) : selectColumn(name, tables);
  return column !== null && hasNumbers(column) ? column : null;
}

/**
 * The parts of demand these tables have: days with a purchase in the last window (orders a year, else orders, where days are unknown),
 * breadth, and the columns asked for.
 *
 * @returns no parts when nothing tells demand
 */
export function fitDemand(tables: LensTables, { windowDays, demandColumns }: DemandOptions): DemandModel {
  const activity = [RECENT, "ordersPerYear", "orders"].find((name) => readPart(name, windowDays, tables) !== null);
  const names = new Set([...(activity === undefined ? [] : [activity]), "breadth", ...demandColumns]);
  const parts = [...names].flatMap((name) => {
    const column = readPart(name, windowDays, tables);
    return column === null ? [] : [{ name, table: computePercentileTable(column) }];
  });
  return { windowDays, parts };
}

/** Demand of each customer, 0..100: the mean percentile of the parts that are known; NaN where none is. */
export function computeDemand({ windowDays, parts }: DemandModel, tables: LensTables): Float64Array {
  const count = tables.summary.customers.ids.length;
  const sums = new Float64Array(count);
  const known = new Int32Array(count);
  for (const { name, table } of parts) {
    const column = readPart(name, windowDays, tables);
    if (column === null) continue;
    assignPercentiles(column, table).forEach((percentile, i) => {
      if (percentile !== percentile) return;
      sums[i] += percentile;
      known[i]++;
    });
  }
  return sums.map((sum, i) => (known[i] === 0 ? NaN : Math.round((sum / known[i]) * 1e6) / 1e6));
}
