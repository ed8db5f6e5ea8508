import { toDayNumber } from "../../../src/core/days";
import type { IssueCode } from "../../../src/core/issues";
import type { Cell } from "../../../src/core/transactions/cells";
import type { RowSwitches } from "../../../src/core/transactions/plan";
import type { Transactions } from "../../../src/core/transactions/transactions";
import { lineFlags } from "../../../src/core/transactions/transactions";
import { readTransactions, toBlocks } from "../../helpers/csv-blocks";

export const HEADERS = ["Order ID", "Customer ID", "Order Date", "Amount"];
export const TODAY = toDayNumber(2024, 3, 31);
export type Row = readonly Cell[];

export function read(
  rows: readonly Row[],
  switches?: Partial<RowSwitches>,
  headers: readonly string[] = HEADERS,
): Transactions {
  return readTransactions({ headers, blocks: toBlocks(rows, headers.length, 3) }, switches, TODAY);
}

/** Good lines around the rows under test, so that headers and content are recognized. */
export const around: Row[] = [
  ["1", "A", "2024-01-05", 10],
  ["2", "A", "2024-01-06", 20],
  ["3", "B", "2024-01-07", 30],
];
export const first = around.length;

export function exclusions({ reading }: Transactions): [IssueCode, readonly number[]][] {
  return reading.issues.map(({ code, rows }) => [code, rows]);
}

export function flagged({ flags, rows }: Transactions, code: keyof typeof lineFlags): number[] {
  return [...rows.filter((_, line) => (flags[line] & lineFlags[code]) !== 0)];
}
