import { toDayNumber } from "../../src/core/days";
import type { AnalyzeRequest, JudgedRows } from "../../src/jobs/analyze";
import { judgeRows } from "../../src/jobs/analyze";
import { noChoice } from "../../src/jobs/detect-columns";
import { openDefaultSource } from "../../src/jobs/find-source";
import type { Job, JobResult } from "../../src/jobs/job";
import type { JobRequest } from "../../src/jobs/run-job";
import { runJob } from "../../src/jobs/run-job";
import { parseSettings } from "../../src/jobs/settings";
import type { WorkbookPort } from "../../src/workbook/port";

const today = toDayNumber(2030, 12, 31);

/** Finds out about the customers of the first list of a workbook, once for several runs of a job. */
export async function judgeWorkbook(port: WorkbookPort, request: Partial<AnalyzeRequest> = {}): Promise<JudgedRows> {
  return judgeRows(port, {
    source: await openDefaultSource(port),
    isInWorkbook: true,
    customerTable: "find",
    columns: noChoice,
    settings: parseSettings({}),
    language: "en",
    labels: false,
    today,
    version: "0.0.0",
    ...request,
  });
}

/** Runs a job on customers who are judged already; null where it does without. */
export function runJobOn(
  port: WorkbookPort,
  job: Job,
  judged: JudgedRows | null,
  values: JobRequest["values"] = {},
  request: Partial<JobRequest> = {},
  signal?: AbortSignal,
): Promise<JobResult> {
  const judge = judged === null ? null : () => Promise.resolve(judged);
  return runJob(port, { job, judge, tables: {}, values, language: "en", today, ...request }, { signal });
}
