import type { RunAnalysis } from "../engine/run-analysis";
import { runSlice } from "../engine/slices";
import { NoWorkerError } from "../engine/worker-calls";
import { getWords } from "../i18n/words";
import type { Language } from "../i18n/words";
import type { WorkbookPort } from "../workbook/port";
import type { RowSource } from "../workbook/rows";
import type { JobOptions, JudgedRows } from "./analyze";
import { InputError } from "./input-error";
import type { Job, JobContext, JobResult } from "./job";
import { runJobAway } from "./job-thread";
import { completeValues } from "./job-values";
import { PRODUCT_VERSION } from "./version";

/** What a job is asked for. */
export interface JobRequest {
  readonly job: Job;
  /** The customers, judged when they are first needed; null where there are no transactions. */
  readonly judge: ((options: JobOptions) => Promise<JudgedRows>) | null;
  readonly tables: Readonly<Record<string, RowSource | undefined>>;
  readonly values: Readonly<Record<string, unknown>>;
  readonly language: Language;
  /** Document settings to keep besides the chosen values. */
  readonly keep?: Readonly<Record<string, string>>;
  /** Today as days since 1970-01-01. */
  readonly today: number;
  /** Where customers are looked at, when nobody has judged them: on this thread when left out. */
  readonly runAnalysis?: RunAnalysis;
}

/** Chosen values of a job are kept in the workbook under this key. */
export function nameJobSetting({ id }: Pick<Job, "id">): string {
  return `cvm.job.${id}`;
}

/** In a worker where there is one: what a job finds out may take long. One that only edits the workbook stays here. */
async function work(job: Job, context: JobContext, createWorker: (() => Worker) | undefined): Promise<JobResult> {
  if (createWorker !== undefined && job.customers !== "none") {
    try {
      return await runJobAway(createWorker, job, context);
    } catch (error) {
      if (!(error instanceof NoWorkerError)) throw error;
    }
  }
  return runSlice(`job ${job.id}`, () => job.run(context));
}

/**
 * Runs a job and writes its sheets, with the values chosen, into the workbook.
 *
 * @throws InputError for values and rows that do not fit, WorkbookError when the workbook refuses; the workbook is then as it was
 */
export async function runJob(port: WorkbookPort, request: JobRequest, options: JobOptions = {}): Promise<JobResult> {
  const { job, judge, tables, language, today } = request;
  const values = completeValues(job, request.values);
  const missing = job.tables.find(({ id, isRequired }) => isRequired && tables[id] === undefined);
  if (missing !== undefined) throw new InputError("missingTable", { table: missing.id });
  if (job.customers === "needed" && judge === null) throw new InputError("missingTable", { table: "transactions" });
  const judged = job.customers === "none" || judge === null ? null : await judge(options);
  options.signal?.throwIfAborted();
  options.onProgress?.({ stage: "report", share: null });
  const { createJobWorker } = request.runAnalysis ?? judged?.request.runAnalysis ?? {};
  const words = getWords(language);
  const context = { ...options, port, judged, tables, values, words, language, today, version: PRODUCT_VERSION };
  const result = await work(job, context, createJobWorker);
  if (result.sheets.length === 0) return result;
  options.onProgress?.({ stage: "write", share: 0 });
  await port.write(
    {
      sheets: result.sheets,
      settings: { ...request.keep, ...result.settings, [nameJobSetting(job)]: JSON.stringify(values) },
      activate: result.sheets[0].id,
    },
    {
      signal: options.signal,
      onProgress: (done, total) => options.onProgress?.({ stage: "write", share: total === 0 ? 1 : done / total }),
    },
  );
  return result;
}
