import type { Analysis } from "../core/report/analysis";
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

/**
 * What other programs take from an analysis: a row per customer in standard order, the group of every lens among the columns.
 */
export function buildCustomerColumns({ summary, rfm, lenses, settings }: Analysis): CustomerColumns {
  const { customers } = summary;
  const { ids } = customers;
  const scores = readScoreColumns(rfm);
  const codes = formatRfmCodes(scores, rfm.bins, settings.recencyScale);
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
    ...lenses.map(
      ({ id, groups, codes: own }) => [id, Array.from(own, (code) => (code < 0 ? null : groups[code].id))] as const,
    ),
  ];
  return { headers: entries.map(([header]) => header), columns: entries.map(([, column]) => column) };
}
