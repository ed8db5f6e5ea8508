import type { Analysis } from "../core/report/analysis";
import type { ReadLines } from "./read-summary";

/**
 * The customer of each row of the source, as an index into the customers of the analysis; -1 where the row is not in use or its customer is
 * not in the summary. Empty where the rows were too many to be kept.
 */
export function mapRowsToCustomers(read: ReadLines, rowCount: number, { summary }: Analysis): Int32Array {
  if (read.kind === "folded") return new Int32Array(0);
  const byRow = new Int32Array(rowCount).fill(-1);
  const { ids } = summary.customers;
  if (read.kind === "customers") {
    ids.forEach((_, customer) => (byRow[read.table.positions[customer]] = customer));
    return byRow;
  }
  const { rows, customer, customerIds } = read.lines;
  const indexes = new Map(ids.map((id, index) => [id, index]));
  const translated = Int32Array.from(customerIds, (id) => indexes.get(id) ?? -1);
  rows.forEach((row, line) => {
    if (customer[line] >= 0) byRow[row] = translated[customer[line]];
  });
  return byRow;
}
