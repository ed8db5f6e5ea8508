import { runAnalysisIn } from "../engine/analysis-thread";

/** Analyses on a thread of their own, so that Excel stays responsive. */
export const runOnThread = runAnalysisIn(
  () => new Worker(new URL("../engine/analysis-worker.ts", import.meta.url), { name: "analysis" }),
  () => new Worker(new URL("../jobs/job-worker.ts", import.meta.url), { name: "job" }),
);
