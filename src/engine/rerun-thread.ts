import type { Analysis } from "../core/report/analysis";
import type { Part } from "./parts";
import { splitValue } from "./parts";
import type { LensChange, RerunLenses } from "./rerun-lenses";
import { runInSlices, runSlice } from "./slices";
import { NoWorkerError, WorkerCalls } from "./worker-calls";

/** What a page asks a worker for that runs lenses anew. */
export type RerunRequest =
  /** A part of the analysis that is to be kept; the last one is followed by a call that runs lenses anew. */
  | { readonly kind: "keepPart"; readonly part: Part }
  | { readonly kind: "rerun"; readonly changes: readonly LensChange[] };

/** What may change when a lens is run anew. */
export type RerunParts = Pick<Analysis, "settings" | "lenses" | "clusterings" | "trees">;

function* sendParts(calls: WorkerCalls<RerunRequest>, analysis: Analysis): Generator<undefined, void, void> {
  for (const part of splitValue(analysis)) {
    calls.tell({ kind: "keepPart", part });
    yield;
  }
}

/**
 * Runs lenses anew in a worker that keeps the analysis between calls, one analysis at a time; on this thread where there can be no worker.
 */
export function rerunOnThread(createWorker: () => Worker): RerunLenses {
  let calls: WorkerCalls<RerunRequest> | null = null;
  let kept: Analysis | null = null;
  let sending = Promise.resolve();

  const ask = async (analysis: Analysis, changes: readonly LensChange[]): Promise<RerunParts> => {
    if (calls === null || kept !== analysis) {
      calls?.close();
      calls = new WorkerCalls<RerunRequest>(createWorker);
      kept = analysis;
      sending = runInSlices("send analysis", sendParts(calls, analysis));
    }
    const own = calls;
    await sending;
    return own.ask<RerunParts>({ kind: "rerun", changes });
  };

  return async (analysis, changes) => {
    if (changes.length === 0) return analysis;
    try {
      return { ...analysis, ...(await ask(analysis, changes)) };
    } catch (error) {
      calls?.close();
      calls = null;
      kept = null;
      if (!(error instanceof NoWorkerError)) throw error;
      const { rerunLenses } = await import("./rerun-lenses");
      return runSlice("what if", () => rerunLenses(analysis, changes));
    }
  };
}
