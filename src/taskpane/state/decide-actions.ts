import { readToday } from "../../engine/today";
import type { RunAnalysis } from "../../engine/run-analysis";
import type { JobOptions, JudgedRows } from "../../jobs/analyze";
import { getWords } from "../../i18n/words";
import type { Job } from "../../jobs/job";
import type { JobChoice } from "../../jobs/job-choices";
import type { RowSource } from "../../workbook/rows";
import { WorkbookError } from "../../workbook/port";
import type { WorkbookPort } from "../../workbook/port";
import { formatFieldValue } from "../decide/form-value";
import type { JobDraft, StateAccess } from "./pane-state";
import type { TaskRunner } from "./task-runner";

const emptyDraft: JobDraft = { rows: {}, values: {} };

export interface DecideActions {
  /** Shows the form of a job. */
  openJob(id: string): void;
  /** The rows that can be chosen in the workbook; fills a form that was not opened before with what was chosen the last time. */
  loadJobForm(job: Job): Promise<readonly JobChoice[]>;
  changeDraft(job: Job, change: Partial<JobDraft>): void;
  /** Headers of rows that can be chosen; none where they cannot be read. */
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

  const setDraft = (job: Job, draft: JobDraft) => set({ drafts: { ...get().drafts, [job.id]: draft } });

  return {
    openJob: (job) => set({ view: "job", job, notice: null }),
    loadJobForm: async (job) => {
      try {
        const { listRowChoices, readJobRows, readJobValues } = await import("../../jobs/job-choices");
        const choices = job.tables.length === 0 ? [] : await listRowChoices(port);
        if (get().drafts[job.id] === undefined) {
          const values = await readJobValues(port, job);
          const texts = job.fields.map((field) => [field.key, formatFieldValue(field, values[field.key])]);
          setDraft(job, { rows: await readJobRows(port, job), values: Object.fromEntries(texts) });
        }
        return choices;
      } catch (error) {
        set({ notice: { kind: "failed", error } });
        return [];
      }
    },
    changeDraft: (job, change) => setDraft(job, { ...(get().drafts[job.id] ?? emptyDraft), ...change }),
    readHeaders: async (rows) => {
      const { openRowChoice } = await import("../../jobs/job-choices");
      try {
        return (await openRowChoice(port, rows)).headers;
      } catch (error) {
        // The run says why; until then nothing can be chosen from.
        if (error instanceof WorkbookError) return [];
        throw error;
      }
    },
    runJob: (job, values, rows) =>
      runner.run("job", async (options) => {
        const { keepJobRows, openRowChoice } = await import("../../jobs/job-choices");
        const { runJob } = await import("../../jobs/run-job");
        const { explainJobError } = await import("../../jobs/explain-job-error");
        const tables: Record<string, RowSource> = {};
        for (const [id, choice] of Object.entries(rows)) tables[id] = await openRowChoice(port, choice);
        const { language, result } = get();
        const canJudge = job.customers === "needed" || (job.customers === "optional" && result !== null);
        const keep = keepJobRows(job, rows);
        const today = readToday();
        const request = { job, judge: canJudge ? judge : null, tables, values, keep, language, today, runAnalysis };
        try {
          const { sentences, sheets } = await runJob(port, request, options);
          set({ notice: { kind: "job", sentences, sheet: sheets[0]?.id ?? null } });
        } catch (error) {
          throw explainJobError(error, job, getWords(language));
        }
      }),
  };
}
