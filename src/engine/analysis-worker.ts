import { createCustomerTableReader } from "../core/customers/customer-table-reader";
import { summarize } from "../core/customers/summarize";
import { summarizeCustomerTable } from "../core/customers/summarize-customer-table";
import type { Analysis } from "../core/report/analysis";
import { createTransactionReader } from "../core/transactions/transaction-reader";
import type { Transactions } from "../core/transactions/transactions";
import type { WorkerAnswer, WorkerRequest } from "./analysis-thread";
import { listBuffers } from "./analysis-thread";
import type { DeskRequest } from "./desk-thread";
import type { RowReader } from "./read-rows";
import { rerunLenses } from "./rerun-lenses";
import type { RerunParts, RerunRequest } from "./rerun-thread";
import { runAnalysisInline } from "./run-analysis";
import type { CallAnswer } from "./worker-calls";
import { describeFailure } from "./worker-calls";

type Request = WorkerRequest | ((DeskRequest | RerunRequest) & { readonly call: number });

let reader: RowReader<unknown> | null = null;
let isTable = false;
let lines: Transactions | null = null;
let kept: Analysis | null = null;
/** A failure of rows that nobody waits for, told with the next answer. */
let failure: unknown = null;

function answer(message: WorkerAnswer | CallAnswer, moved: ArrayBuffer[] = []): void {
  postMessage(message, { transfer: moved });
}

async function analyze({ summary, settings, models }: WorkerRequest): Promise<void> {
  try {
    const { result, timings } = await runAnalysisInline(summary, settings, {
      models,
      onStage: (stage) => answer({ kind: "stage", stage }),
    });
    const analysis = { ...result, summary: null };
    answer({ kind: "done", analysis, timings }, listBuffers(analysis));
  } catch {
    // The page does the work itself and meets the same failure there, as an error of the right class.
    answer({ kind: "failed" });
  }
}

/** Closes the reader; lines stay here, a table is handed over. */
function finishRows(): unknown {
  if (failure !== null) throw failure;
  const result = reader?.finish();
  reader = null;
  if (isTable) return result;
  lines = result as Transactions;
  return null;
}

/** The changed parts of the analysis that is kept. */
function rerun({ changes }: Extract<RerunRequest, { kind: "rerun" }>): RerunParts {
  const { settings, lenses, clusterings, trees } = rerunLenses(kept!, changes);
  return { settings, lenses, clusterings, trees };
}

function work(request: DeskRequest | RerunRequest): unknown {
  switch (request.kind) {
    case "greet":
      return null;
    case "openRows":
      isTable = request.rows === "table";
      failure = null;
      reader = isTable ? createCustomerTableReader(request.plan) : createTransactionReader(request.plan);
      return null;
    case "rows":
      reader?.push(request.block);
      return null;
    case "closeRows":
      return finishRows();
    case "summarizeLines":
      return { lines, summary: summarize(lines!, request.options) };
    case "summarizeTable":
      return summarizeCustomerTable(request.table, request.options);
    case "keep":
      kept = request.analysis;
      return null;
    case "rerun":
      return rerun(request);
  }
}

function serve({ call, ...request }: (DeskRequest | RerunRequest) & { readonly call?: number }): void {
  try {
    const value = work(request);
    if (call === undefined) return;
    // What was computed on the kept analysis shares arrays with it.
    const moved = request.kind === "rerun" ? [] : listBuffers(value);
    answer({ kind: "answer", call, value }, moved);
  } catch (error) {
    if (call === undefined) failure = error;
    else answer({ kind: "refusal", call, failure: describeFailure(error) });
  }
}

onmessage = ({ data }: MessageEvent<Request>) => {
  if (data.kind === "analyze") void analyze(data);
  else serve(data);
};
