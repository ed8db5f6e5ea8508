import type { CustomerTable } from "../core/customers/customer-table";
import type { SummarizeOptions } from "../core/customers/summarize";
import type { CustomerTableOptions } from "../core/customers/summarize-customer-table";
import type { Summary } from "../core/customers/summary";
import type { SavedModels } from "../core/report/saved-models";
import type { AnalysisSettings } from "../core/report/settings";
import type { RowBlock } from "../core/transactions/cells";
import type { ReadPlan } from "../core/transactions/plan";
import type { ReadRowsOptions } from "./read-rows";
import { cutBlock } from "./read-rows";
import type { RowDesk, SummarizedLines } from "./row-desk";
import { SLICE_MILLISECONDS, pause, runSlice } from "./slices";
import { NoWorkerError, WorkerCalls } from "./worker-calls";

/** What a page asks a desk in a worker for. */
export type DeskRequest =
  | { readonly kind: "greet" }
  | { readonly kind: "openRows"; readonly rows: "lines" | "table"; readonly plan: ReadPlan }
  | { readonly kind: "rows"; readonly block: RowBlock }
  | { readonly kind: "closeRows" }
  | { readonly kind: "summarizeLines"; readonly options: SummarizeOptions }
  | { readonly kind: "summarizeTable"; readonly table: CustomerTable; readonly options: CustomerTableOptions }
  /** Analyses the customers summarised last, who are still in the worker. */
  | { readonly kind: "analyzeHere"; readonly settings: AnalysisSettings; readonly models: SavedModels | null };

/** Which worker still has a summary that it made. */
export type SummaryHolders = WeakMap<Summary, WorkerCalls<DeskRequest>>;

const ROWS_PER_MESSAGE = 2_000;

async function sendRows(
  calls: WorkerCalls<DeskRequest>,
  blocks: AsyncIterable<RowBlock>,
  { signal, onRows }: ReadRowsOptions,
): Promise<void> {
  let rows = 0;
  let sliceStart = performance.now();
  for await (const block of blocks) {
    for (const part of cutBlock(block, ROWS_PER_MESSAGE)) {
      signal?.throwIfAborted();
      runSlice("send rows", () => calls.tell({ kind: "rows", block: part }));
      rows += part.rowCount;
      if (performance.now() - sliceStart < SLICE_MILLISECONDS) continue;
      onRows?.(rows);
      await pause();
      sliceStart = performance.now();
    }
  }
  onRows?.(rows);
}

/** A promise that ends early when the signal is aborted. */
export function orAborted<Value>(promise: Promise<Value>, signal: AbortSignal | undefined): Promise<Value> {
  if (signal === undefined) return promise;
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
    promise.then(resolve, reject);
  });
}

/** A desk in a worker; on this thread where there can be none. Until it is closed, `holders` tells which worker has its summary. */
export function openThreadDesk(createWorker: () => Worker, holders: SummaryHolders = new WeakMap()): RowDesk {
  let calls: WorkerCalls<DeskRequest> | null = null;
  let inline: RowDesk | null = null;
  let cancel: AbortSignal | undefined;

  /** The worker, once it has answered; null where there is none. */
  const start = async (signal: AbortSignal | undefined): Promise<WorkerCalls<DeskRequest> | null> => {
    signal?.throwIfAborted();
    cancel = signal ?? cancel;
    if (calls !== null || inline !== null) return calls;
    try {
      const created = new WorkerCalls<DeskRequest>(createWorker);
      calls = created;
      await orAborted(created.ask({ kind: "greet" }), signal);
    } catch (error) {
      calls = null;
      if (!(error instanceof NoWorkerError)) throw error;
      inline = (await import("./row-desk")).openInlineDesk();
    }
    return calls;
  };

  const read = async (
    rows: "lines" | "table",
    blocks: AsyncIterable<RowBlock>,
    plan: ReadPlan,
    options: ReadRowsOptions,
    worker: WorkerCalls<DeskRequest>,
  ): Promise<unknown> => {
    await orAborted(worker.ask({ kind: "openRows", rows, plan }), options.signal);
    await sendRows(worker, blocks, options);
    return orAborted(worker.ask({ kind: "closeRows" }), options.signal);
  };

  return {
    async readLines(blocks, plan, options = {}) {
      const worker = await start(options.signal);
      if (worker === null) await inline!.readLines(blocks, plan, options);
      else await read("lines", blocks, plan, options, worker);
    },
    async readTable(blocks, plan, options = {}) {
      const worker = await start(options.signal);
      if (worker === null) return inline!.readTable(blocks, plan, options);
      return (await read("table", blocks, plan, options, worker)) as CustomerTable;
    },
    async summarizeLines(options) {
      const worker = await start(undefined);
      if (worker === null) return inline!.summarizeLines(options);
      const summarized = await orAborted(worker.ask<SummarizedLines>({ kind: "summarizeLines", options }), cancel);
      holders.set(summarized.summary, worker);
      return summarized;
    },
    async summarizeTable(table, options) {
      const worker = await start(undefined);
      if (worker === null) return inline!.summarizeTable(table, options);
      const summary = await orAborted(worker.ask<Summary>({ kind: "summarizeTable", table, options }), cancel);
      holders.set(summary, worker);
      return summary;
    },
    close() {
      calls?.close();
      inline?.close();
    },
  };
}
