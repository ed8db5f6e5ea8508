import type { Analysis } from "../core/report/analysis";
import type { LensChange, RerunLenses } from "./rerun-lenses";
import { runSlice } from "./slices";
import { NoWorkerError, WorkerCalls } from "./worker-calls";

/** What a page asks a worker for that runs lenses anew. */
export type RerunRequest =
  | { readonly kind: "keep"; readonly analysis: Analysis }
  | { readonly kind: "rerun"; readonly changes: readonly LensChange[] };

/** What may change when a lens is run anew. */
export type RerunParts = Pick<Analysis, "settings" | "lenses" | "clusterings" | "trees">;

/**
 * Runs lenses anew in a worker that keeps the analysis between calls, one analysis at a time; on this thread where there can be no worker.
 */
export function rerunOnThread(createWorker: () => Worker): RerunLenses {
  let calls: WorkerCalls<RerunRequest> | null = null;
  let kept: Analysis | null = null;

  const ask = async (analysis: Analysis, changes: readonly LensChange[]): Promise<RerunParts> => {
    if (calls === null || kept !== analysis) {
      calls?.close();
      const created = new WorkerCalls<RerunRequest>(createWorker);
      calls = created;
      kept = analysis;
      runSlice("send analysis", () => created.tell({ kind: "keep", analysis }));
    }
    return calls.ask<RerunParts>({ kind: "rerun", changes });
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
