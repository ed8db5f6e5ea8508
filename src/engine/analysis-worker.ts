import { createCustomerTableReader } from "../core/customers/customer-table-reader";
import type { Summary } from "../core/customers/summary";
import { summarize } from "../core/customers/summarize";
import { summarizeCustomerTable } from "../core/customers/summarize-customer-table";
import type { Analysis } from "../core/report/analysis";
import { createTransactionReader } from "../core/transactions/transaction-reader";
import type { Transactions } from "../core/transactions/transactions";
import type { HeldResult, WorkerAnswer, WorkerRequest } from "./analysis-thread";
import { listBuffers } from "./analysis-thread";
import type { DeskRequest } from "./desk-thread";
import { PartJoiner, listSingleBuffers, splitValue } from "./parts";
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
const arriving = new PartJoiner();
/** Customers summarised last: they are analysed here. */
let held: Summary | null = null;
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

/** The page gets a copy of the customers, so that they can be analysed here. */
function hold(summary: Summary): Summary {
  held = summary;
  return structuredClone(summary);
}

async function analyzeHeld(
  { settings, models }: Extract<DeskRequest, { kind: "analyzeHere" }>,
  onStage: (stage: string) => void,
): Promise<HeldResult> {
  const { result, timings } = await runAnalysisInline(held!, settings, { models, onStage });
  return { analysis: { ...result, summary: null } as HeldResult["analysis"], timings };
}

function work(request: DeskRequest | RerunRequest, onNews: (news: string) => void): unknown {
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
      return { lines, summary: hold(summarize(lines!, request.options)) };
    case "summarizeTable":
      return hold(summarizeCustomerTable(request.table, request.options));
    case "analyzeHere":
      return analyzeHeld(request, onNews);
    case "keepPart":
      arriving.add(request.part);
      kept = arriving.value as Analysis;
      return null;
    case "rerun":
      return rerun(request);
  }
}

/** Sends a value in parts; its typed arrays are moved but for those of `stays`. */
function answerInParts(call: number, value: unknown, stays: unknown): void {
  const movable = listSingleBuffers(value);
  const staying = new Set(listBuffers(stays));
  for (const part of splitValue(value)) {
    const moved = listBuffers(part).filter((buffer) => movable.has(buffer) && !staying.has(buffer));
    answer({ kind: "part", call, part }, moved);
  }
  answer({ kind: "answer", call });
}

async function serve({ call, ...request }: (DeskRequest | RerunRequest) & { readonly call?: number }): Promise<void> {
  try {
    if (call === undefined) {
      work(request, () => undefined);
      return;
    }
    const value = await work(request, (news) => answer({ kind: "news", call, news }));
    answerInParts(call, value, [kept, held]);
  } catch (error) {
    if (call === undefined) failure = error;
    else answer({ kind: "refusal", call, failure: describeFailure(error) });
  }
}

onmessage = ({ data }: MessageEvent<Request>) => {
  if (data.kind === "analyze") void analyze(data);
  else void serve(data);
};
