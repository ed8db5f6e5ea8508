import type { Summary } from "../core/customers/summary";
import type { Analysis } from "../core/report/analysis";
import { analyzeSummary } from "../core/report/analyze";
import { lensList } from "../core/lenses/lens-list";
import type { SavedModels } from "../core/report/saved-models";
import type { AnalysisSettings } from "../core/report/settings";
import type { RerunLenses } from "./rerun-lenses";
import type { RowDesk } from "./row-desk";
import type { RunOptions, RunResult } from "./run-steps";
import { runSteps } from "./run-steps";

/** What an analysis can be told besides its settings. */
export interface AnalysisOptions extends RunOptions {
  /** Models of an earlier run to judge by; new ones where there are none. */
  readonly models?: SavedModels | null;
}

/** Analyses a summary, wherever that is done. Another thread may take over more of the work. */
export interface RunAnalysis {
  (summary: Summary, settings: AnalysisSettings, options?: AnalysisOptions): Promise<RunResult<Analysis>>;
  /** Opens a desk for the rows of one run; this thread has its own where this is left out. */
  readonly openDesk?: () => RowDesk;
  readonly rerunLenses?: RerunLenses;
  /** Starts a worker that can do a job about the customers; left out where jobs are done on this thread. */
  readonly createJobWorker?: () => Worker;
}

/** On this thread, with a turn for the host between stages. */
export const runAnalysisInline: RunAnalysis = (summary, settings, options) =>
  runSteps(analyzeSummary(summary, settings, lensList, options?.models), options);
