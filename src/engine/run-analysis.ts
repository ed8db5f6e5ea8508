import type { Summary } from "../core/customers/summary";
import type { Analysis } from "../core/report/analysis";
import { analyzeSummary } from "../core/report/analyze";
import type { AnalysisSettings } from "../core/report/settings";
import type { RunOptions, RunResult } from "./run-steps";
import { runSteps } from "./run-steps";

/** Analyses a summary, wherever that is done. */
export type RunAnalysis = (
  summary: Summary,
  settings: AnalysisSettings,
  options?: RunOptions,
) => Promise<RunResult<Analysis>>;

/** On this thread, with a turn for the host between stages. */
export const runAnalysisInline: RunAnalysis = (summary, settings, options) =>
  runSteps(analyzeSummary(summary, settings), options);
