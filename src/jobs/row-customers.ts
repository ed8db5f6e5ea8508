import type { Analysis } from "../core/report/analysis";
import type { LayoutSteps } from "./layout/sheet-steps";
import type { ReadLines } from "./read-summary";

const LINES_A_STEP = 50_000;

/**
 * The customer of each row of the source, as an index into the customers of the analysis; -1 where the row is not in use or its customer is
 * not in the summary; empty where the rows were too many to be kept. A step per some ten thousand rows.
 */
export function* mapRowsToCustomers(read: ReadLines, rowCount: number, { summary }: Analysis): LayoutSteps<Int32Array> {
  if (read.kind === "folded") return new Int32Array(0);
  const byRow = new Int32Array(rowCount).fill(-1);
  const { ids } = summary.customers;
  if (read.kind === "customers") {
    ids.forEach((_, customer) => (byRow[read.table.positions[customer]] = customer));
    return byRow;
  }
  const { rows, customer, customerIds } = read.lines;
  const indexes = new Map<string, number>();
  for (let index = 0; index < ids.length; index++) {
    indexes.set(ids[index], index);
    if (index % LINES_A_STEP === LINES_A_STEP - 1) yield;
  }
  yield;
  const translated = new Int32Array(customerIds.length);
  for (let id = 0; id < translated.length; id++) {
    translated[id] = indexes.get(customerIds[id]) ?? -1;
    if (id % LINES_A_STEP === LINES_A_STEP - 1) yield;
  }
  for (let line = 0; line < rows.length; line++) {
    if (customer[line] >= 0) byRow[rows[line]] = translated[customer[line]];
    if (line % LINES_A_STEP === LINES_A_STEP - 1) yield;
  }
  return byRow;
}
