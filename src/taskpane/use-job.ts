import { useCallback, useRef, useState } from "react";
import type { Words } from "../i18n/en";
import type { JobOptions, JobProgress } from "../jobs/analyze";
import type { Failure } from "./explain-failure";
import { explainFailure } from "./explain-failure";

/** Where a job stands: not begun, at work, given up by the user, failed, or done. */
export type JobState<Outcome> =
  | { readonly kind: "idle" }
  | { readonly kind: "working"; readonly progress: JobProgress | null }
  | { readonly kind: "cancelled" }
  | { readonly kind: "failed"; readonly failure: Failure }
  | { readonly kind: "done"; readonly outcome: Outcome };

/** Runs one job at a time; `cancel` leaves the workbook as it was. */
export function useJob<Outcome>(words: Words) {
  const [state, setState] = useState<JobState<Outcome>>({ kind: "idle" });
  const controller = useRef<AbortController | null>(null);

  const start = useCallback(
    async (job: (options: JobOptions) => Promise<Outcome>) => {
      if (controller.current !== null) return;
      const own = new AbortController();
      controller.current = own;
      setState({ kind: "working", progress: null });
      try {
        const onProgress = (progress: JobProgress) => setState({ kind: "working", progress });
        setState({ kind: "done", outcome: await job({ signal: own.signal, onProgress }) });
      } catch (error) {
        setState(
          own.signal.aborted ? { kind: "cancelled" } : { kind: "failed", failure: explainFailure(error, words) },
        );
      } finally {
        controller.current = null;
      }
    },
    [words],
  );
  const cancel = useCallback(() => controller.current?.abort(), []);
  return { state, start, cancel };
}
