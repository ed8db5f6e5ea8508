import type { CustomerTable } from "../core/customers/customer-table";
import { createCustomerTableReader } from "../core/customers/customer-table-reader";
import type { CustomerTableOptions } from "../core/customers/summarize-customer-table";
import { summarizeCustomerTable } from "../core/customers/summarize-customer-table";
import type { SummarizeOptions } from "../core/customers/summarize";
import { summarize } from "../core/customers/summarize";
import type { Summary } from "../core/customers/summary";
import type { RowBlock } from "../core/transactions/cells";
import type { ReadPlan } from "../core/transactions/plan";
import { createTransactionReader } from "../core/transactions/transaction-reader";
import type { Transactions } from "../core/transactions/transactions";
import type { ReadRowsOptions } from "./read-rows";
import { readRows } from "./read-rows";
import { runSlice } from "./slices";

/** Lines with the customers that were made of them. */
export interface SummarizedLines {
  readonly lines: Transactions;
  readonly summary: Summary;
}

/** Takes rows in and makes customers of them; serves one run. Errors are those of core, wherever the work is done. */
export interface RowDesk {
  /** Reads order lines; they stay at the desk until they are summarised. */
  readLines(blocks: AsyncIterable<RowBlock>, plan: ReadPlan, options?: ReadRowsOptions): Promise<void>;
  /** Reads a table with a row per customer. */
  readTable(blocks: AsyncIterable<RowBlock>, plan: ReadPlan, options?: ReadRowsOptions): Promise<CustomerTable>;
  /** Customers from the lines that were read. To be called once. */
  summarizeLines(options: SummarizeOptions): Promise<SummarizedLines>;
  summarizeTable(table: CustomerTable, options: CustomerTableOptions): Promise<Summary>;
  close(): void;
}

/** On this thread, in slices. */
export function openInlineDesk(): RowDesk {
  let lines: Transactions | null = null;
  return {
    async readLines(blocks, plan, options) {
      lines = await readRows(blocks, createTransactionReader(plan), options);
    },
    readTable: (blocks, plan, options) => readRows(blocks, createCustomerTableReader(plan), options),
    summarizeLines(options) {
      if (lines === null) return Promise.reject(new RangeError("no lines were read"));
      const own = lines;
      return Promise.resolve({ lines: own, summary: runSlice("summarize", () => summarize(own, options)) });
    },
    summarizeTable: (table, options) =>
      Promise.resolve(runSlice("summarize", () => summarizeCustomerTable(table, options))),
    close: () => (lines = null),
  };
}
