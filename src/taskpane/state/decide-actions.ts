import { readToday } from "../../engine/today";
import type { RunAnalysis } from "../../engine/run-analysis";
import type { JobOptions, JudgedRows } from "../../jobs/analyze";
import type { Job, JobValue } from "../../jobs/job";
import type { JobChoice } from "../../jobs/job-choices";
import type { RowSource } from "../../workbook/rows";
import type { WorkbookPort } from "../../workbook/port";
import type { StateAccess } from "./pane-state";
import type { TaskRunner } from "./task-runner";

/** What the form of a job begins with. */
export interface JobForm {
  readonly rows: readonly JobChoice[];
  readonly values: Readonly<Record<string, JobValue>>;
}

export interface DecideActions {
  /** Shows the form of a job. */
  openJob(id: string): void;
  /** What can be chosen in the workbook, and what was chosen the last time. */
  readJobForm(job: Job): Promise<JobForm>;
  /** Headers of rows that can be chosen. */
  readHeaders(rows: string): Promise<readonly string[]>;
  /** Runs a job; `rows` are choices of rows by the job's tables. */
  runJob(job: Job, values: Readonly<Record<string, unknown>>, rows: Readonly<Record<string, string>>): Promise<void>;
}

export function buildDecideActions(
  port: WorkbookPort,
  { set, get }: StateAccess,
  runner: TaskRunner,
  runAnalysis?: RunAnalysis,
): DecideActions {
  const judge = async (options: JobOptions): Promise<JudgedRows> => {
    const { result, language, columns, settings, preferences } = get();
    if (result !== null) return { ...result.outcome, analysis: result.shown };
    const { judgeSelection } = await import("../../jobs/analyze-selection");
    const { noWhatIf } = await import("../../jobs/what-if");
    const request = {
      language,
      today: readToday(),
      columns,
      settings: settings ?? undefined,
      preferences: preferences ?? undefined,
      runAnalysis,
    };
    const outcome = await judgeSelection(port, request, options);
    set({ result: { outcome, shown: outcome.analysis, whatIf: noWhatIf } });
    return outcome;
  };

  return {
    openJob: (job) => set({ view: "job", job }),
    readJobForm: async (job) => {
      const { listRowChoices, readJobValues } = await import("../../jobs/job-choices");
      const rows = job.tables.length === 0 ? [] : await listRowChoices(port);
      return { rows, values: await readJobValues(port, job) };
    },
    readHeaders: async (rows) => {
      const { openRowChoice } = await import("../../jobs/job-choices");
      return (await openRowChoice(port, rows)).headers;
    },
    runJob: (job, values, rows) =>
      runner.run("job", async (options) => {
        const { openRowChoice } = await import("../../jobs/job-choices");
        const { runJob } = await import("../../jobs/run-job");
        const tables: Record<string, RowSource> = {};
        for (const [id, choice] of Object.entries(rows)) tables[id] = await openRowChoice(port, choice);
        const { language, result } = get();
        const canJudge = job.customers === "needed" || (job.customers === "optional" && result !== null);
        const request = { job, judge: canJudge ? judge : null, tables, values, language, today: readToday() };
        const { sentences } = await runJob(port, request, options);
        set({ view: "job", job: job.id, notice: { kind: "job", sentences } });
      }),
  };
}
