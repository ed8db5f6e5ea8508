import type { LifetimeColumns } from "../core/clv/lifetime-value-result";
import type { Analysis, LensResult } from "../core/report/analysis";
import { formatRfmCodes } from "../core/rfm/rfm-code";
import { readScoreColumns } from "../core/rfm/score-rfm";
import type { CellValue } from "../workbook/port";

/** One row per customer as language-free codes and numbers, by columns; unknown is null. */
export interface CustomerColumns {
  readonly headers: readonly string[];
  readonly columns: readonly ArrayLike<CellValue>[];
}

const known = (values: ArrayLike<number>) => Array.from(values, (value) => (Number.isFinite(value) ? value : null));
const scored = (scores: Uint8Array | null, count: number) =>
  scores === null ? new Array<null>(count).fill(null) : Array.from(scores, (score) => (score === 0 ? null : score));

/** The group of each customer; where groups overlap, all of the customer's groups. */
function listGroupIds({ codes, groups, members }: LensResult): (string | null)[] {
  return Array.from(codes, (code, customer) => {
    if (code < 0) return null;
    if (members === undefined) return groups[code].id;
    return groups.flatMap(({ id }, group) => (members[group][customer] === 1 ? [id] : [])).join(";");
  });
}

/**
 * What other programs take from an analysis: a row per customer in standard order, the group of every lens among the columns.
 */
export function buildCustomerColumns({ summary, rfm, lenses, settings, lifetime }: Analysis): CustomerColumns {
  const { customers } = summary;
  const { ids } = customers;
  const scores = readScoreColumns(rfm);
  const codes = formatRfmCodes(scores, rfm.bins, settings.recencyScale);
  const future = (select: (columns: LifetimeColumns) => Float64Array) =>
    lifetime === null ? new Array<null>(ids.length).fill(null) : known(select(lifetime.customers));
  const entries: (readonly [string, ArrayLike<CellValue>])[] = [
    ["customer", ids],
    ["recencyDays", known(customers.recencyDays)],
    ["orders", known(customers.orders)],
    ["frequency", known(customers.frequency)],
    ["tenureDays", known(customers.tenureDays)],
    ["monetaryTotal", known(customers.revenue)],
    ["monetaryMean", known(customers.monetaryMean)],
    ["profit", known(customers.profit)],
    ["r", scored(scores.recency, ids.length)],
    ["f", scored(scores.frequency, ids.length)],
    ["m", scored(scores.monetary, ids.length)],
    ["rfm", codes.map((code) => (code === "" ? null : code))],
    ...lenses.map((lens) => [lens.id, listGroupIds(lens)] as const),
    ["pAlive", future((columns) => columns.pAlive)],
    ["expectedPurchases", future((columns) => columns.expectedPurchases)],
    ["clv", future((columns) => columns.clv)],
    ...lenses.flatMap(({ columns = [] }) => columns.map(({ id, values }) => [id, known(values)] as const)),
  ];
  return { headers: entries.map(([header]) => header), columns: entries.map(([, column]) => column) };
}
