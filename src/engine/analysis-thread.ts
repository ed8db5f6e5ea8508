import type { Summary } from "../core/customers/summary";
import type { Analysis } from "../core/report/analysis";
import type { SavedModels } from "../core/report/saved-models";
import type { AnalysisSettings } from "../core/report/settings";
import type { DeskRequest, SummaryHolders } from "./desk-thread";
import { openThreadDesk, orAborted } from "./desk-thread";
import { rerunOnThread } from "./rerun-thread";
import type { AnalysisOptions, RunAnalysis } from "./run-analysis";
import type { RunOptions, RunResult, StageTiming } from "./run-steps";
import type { WorkerCalls } from "./worker-calls";
import { NoWorkerError } from "./worker-calls";

/** What the page sends to the worker. */
export interface WorkerRequest {
  readonly kind: "analyze";
  readonly summary: Summary;
  readonly settings: AnalysisSettings;
  readonly models: SavedModels | null;
}

/** What the worker answers: each stage as it begins, then the analysis without the summary, which the page has. */
export type WorkerAnswer =
  | { readonly kind: "stage"; readonly stage: string }
  | { readonly kind: "done"; readonly analysis: Omit<Analysis, "summary">; readonly timings: readonly StageTiming[] }
  | { readonly kind: "failed" };

/** What a worker found out about a summary that is left where it is. */
export interface HeldResult {
  readonly analysis: Omit<Analysis, "summary">;
  readonly timings: readonly StageTiming[];
}

/** The buffers of all typed arrays inside a value, each once: they are moved between threads, not copied. */
export function listBuffers(value: unknown): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  const visit = (part: unknown): void => {
    if (typeof part !== "object" || part === null) return;
    if (ArrayBuffer.isView(part)) {
      buffers.add(part.buffer as ArrayBuffer);
    } else Object.values(part).forEach(visit);
  };
  visit(value);
  return [...buffers];
}

/** The analysis of a summary by the worker that still has it; null where that worker is lost. */
async function askHolder(
  holder: WorkerCalls<DeskRequest>,
  summary: Summary,
  settings: AnalysisSettings,
  { models = null, signal, onStage }: AnalysisOptions,
): Promise<RunResult<Analysis> | null> {
  try {
    const asked = holder.ask<HeldResult>({ kind: "analyzeHere", settings, models }, onStage);
    const { analysis, timings } = await orAborted(asked, signal);
    return { result: { ...analysis, summary }, timings };
  } catch (error) {
    if (error instanceof NoWorkerError) return null;
    throw error;
  }
}

function askWorker(worker: Worker, request: WorkerRequest, options: RunOptions): Promise<RunResult<Analysis> | null> {
  return new Promise((resolve, reject) => {
    const { signal, onStage } = options;
    signal?.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
    worker.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => {
      if (data.kind === "stage") onStage?.(data.stage);
      else if (data.kind === "failed") resolve(null);
      else resolve({ result: { ...data.analysis, summary: request.summary }, timings: data.timings });
    };
    // A worker that the host does not allow, or that cannot load.
    worker.onerror = (event) => {
      event.preventDefault();
      resolve(null);
    };
    worker.postMessage(request);
  });
}

/**
 * On a thread of its own, so that the page stays responsive and a cancel takes effect at once. What the worker cannot do, because it is not
 * allowed or the analysis fails, is done on this thread, which throws the failure itself.
 *
 * @param createWorker    starts `analysis-worker.ts`; one worker serves one run
 * @param createJobWorker starts a worker for the other jobs
 */
export function runAnalysisIn(createWorker: () => Worker, createJobWorker?: () => Worker): RunAnalysis {
  const holders: SummaryHolders = new WeakMap();
  const run: RunAnalysis = async (summary, settings, options = {}) => {
    options.signal?.throwIfAborted();
    const holder = holders.get(summary);
    const held = holder?.isOpen === true ? await askHolder(holder, summary, settings, options) : null;
    options.signal?.throwIfAborted();
    if (held !== null) return held;
    let worker: Worker | null = null;
    let answer: RunResult<Analysis> | null = null;
    try {
      worker = createWorker();
      answer = await askWorker(worker, { kind: "analyze", summary, settings, models: options.models ?? null }, options);
    } catch (error) {
      if (options.signal?.aborted === true) throw error;
    } finally {
      worker?.terminate();
    }
    if (answer !== null) return answer;
    const { runAnalysisInline } = await import("./run-analysis");
    return runAnalysisInline(summary, settings, options);
  };
  return Object.assign(run, {
    openDesk: () => openThreadDesk(createWorker, holders),
    rerunLenses: rerunOnThread(createWorker),
    createJobWorker,
  });
}
