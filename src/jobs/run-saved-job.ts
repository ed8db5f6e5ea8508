import { getWords } from "../i18n/words";
import type { WorkbookPort } from "../workbook/port";
import type { RowSource } from "../workbook/rows";
import type { AnalyzeOutcome, JobOptions } from "./analyze-request";
import { SETTINGS_KEY } from "./analyze-request";
import { explainJobError } from "./explain-job-error";
import type { Job, JobResult } from "./job";
import { keepJobRows, openRowChoice, readJobRows, readJobValues } from "./job-choices";
import type { RefreshRequest } from "./refresh";
import { judgeLastRun, readLastLanguage } from "./refresh";
import { runJob } from "./run-job";

/** A job that is asked for without a form. */
export interface SavedJobRequest extends RefreshRequest {
  readonly job: Job;
}

/** What a job brought, and the customers it looked at; null where it did without. */
export interface SavedJobOutcome {
  readonly result: JobResult;
  readonly outcome: AnalyzeOutcome | null;
}

async function openSavedRows(port: WorkbookPort, rows: Readonly<Record<string, string>>) {
  const tables: Record<string, RowSource> = {};
  for (const [id, choice] of Object.entries(rows)) tables[id] = await openRowChoice(port, choice);
  return tables;
}

/**
 * Runs a job as the workbook remembers it: with the values and rows chosen the last time, else the defaults, on the rows of the last analysis
 * as they are now.
 *
 * @throws InputError `missingTable` for rows that were never chosen, `noResults` when nothing was analysed in this workbook; else as the job
 */
export async function runSavedJob(
  port: WorkbookPort,
  { job, ...request }: SavedJobRequest,
  options: JobOptions = {},
): Promise<SavedJobOutcome> {
  const language = await readLastLanguage(port, request.language);
  let outcome: AnalyzeOutcome | null = null;
  const judge = async (judging: JobOptions) => (outcome = await judgeLastRun(port, request, judging));
  const canJudge = job.customers === "needed" || (await port.readSetting(SETTINGS_KEY)) !== null;
  const rows = await readJobRows(port, job);
  try {
    const result = await runJob(
      port,
      {
        job,
        judge: canJudge ? judge : null,
        tables: await openSavedRows(port, rows),
        values: await readJobValues(port, job),
        keep: keepJobRows(job, rows),
        language,
        today: request.today,
        runAnalysis: request.runAnalysis,
      },
      options,
    );
    return { result, outcome };
  } catch (error) {
    throw explainJobError(error, job, getWords(language));
  }
}
