import { basename, extname, join } from "node:path";
import { readToday } from "../engine/today";
import type { Words } from "../i18n/en";
import "../i18n/all-words";
import { getWords } from "../i18n/words";
import { judgeRows } from "../jobs/analyze";
import type { Job, JobResult } from "../jobs/job";
import { jobList } from "../jobs/job-list";
import { runJob } from "../jobs/run-job";
import type { WorkbookPort } from "../workbook/port";
import type { RowSource } from "../workbook/rows";
import type { AnalyzeOptions } from "./analyze-options";
import { parseLanguage } from "./analyze-options";
import { explainError } from "./explain-error";
import { formatJobHelp, formatJobList } from "./job-help";
import type { JobCall } from "./job-options";
import { nameOption, parseJobCall } from "./job-options";
import type { OpenedFile } from "./load-input";
import { chooseTarget, createTarget, openFile } from "./load-input";
import { SAMPLE, buildRequest, checkPaths, openNamedRows, readSettings } from "./open-input";
import type { Printer } from "./progress";
import { ProgressLine } from "./progress";
import { UsageError } from "./usage-error";
import type { NewFile } from "./write-file";
import { writeWholeFiles } from "./write-file";

const COMMAND = "npm run job --";

/** The transactions; the bundled sample where they are needed and not named, none where the job's own table is enough. */
function pickInput(job: Job, { analyze, tables }: JobCall, words: Words): string | null {
  if (analyze.input !== null) return analyze.input;
  if (job.editsWorkbook === true) throw new UsageError(words.cli.jobNeedsFile(job.id));
  return job.customers === "needed" || Object.keys(tables).length === 0 ? SAMPLE : null;
}

function nameOutput(job: Job, input: string | null, { tables }: JobCall): string {
  if (job.editsWorkbook === true && input !== null) return input;
  const file = input ?? Object.values(tables)[0].file;
  const extension = /\.xlsm$/i.test(file) && input !== null ? "xlsm" : "xlsx";
  return join("out", `${basename(file, extname(file))}.${job.id}.${extension}`);
}

async function openTables(
  { tables }: JobCall,
  opened: OpenedFile | null,
  input: string | null,
  words: Words,
): Promise<Record<string, RowSource>> {
  const sources: Record<string, RowSource> = {};
  for (const [id, reference] of Object.entries(tables)) {
    sources[id] = await openNamedRows(nameOption(id), reference, opened, input ?? "", words);
  }
  return sources;
}

/** The way to the customers of a file that was opened; null for a job without transactions. */
async function prepareJudging(
  options: AnalyzeOptions,
  place: { readonly opened: OpenedFile; readonly input: string; readonly isInWorkbook: boolean },
  port: WorkbookPort,
  words: Words,
) {
  const request = await buildRequest(options, await readSettings(options, words), place, words);
  return (jobOptions: Parameters<typeof judgeRows>[2]) => judgeRows(port, request, jobOptions);
}

function buildReport(job: Job, input: string | null, { report }: JobResult): string {
  const described = { job: job.id, input: input === null ? null : { file: basename(input) }, ...report };
  return `${JSON.stringify(described, null, 2)}\n`;
}

async function run(job: Job, call: JobCall, words: Words, output: Printer, progress: ProgressLine): Promise<void> {
  const begin = performance.now();
  const { analyze: options } = call;
  const input = pickInput(job, call, words);
  const out = options.out ?? nameOutput(job, input, call);
  const json = options.json === "-" ? null : options.json;
  // A workbook may be written over itself, so that what the user typed on a job's sheet is kept from run to run.
  const readOnly = Object.values(call.tables).map(({ file }) => file);
  await checkPaths(
    [options.settingsFile, options.customerTable?.file ?? null, ...readOnly.filter((file) => file !== input)],
    [out, json],
    words,
  );
  progress.show({ stage: "read", share: null });
  const opened = input === null ? null : await openFile(input);
  if (opened?.kind === "csv" && job.editsWorkbook === true) throw new UsageError(words.cli.jobNeedsFile(job.id));
  const target = opened === null ? createTarget() : chooseTarget(opened);
  const judge =
    job.customers === "none" || opened === null || input === null
      ? null
      : await prepareJudging(options, { opened, input, isInWorkbook: target.isInPlace }, target.port, words);
  const result = await runJob(
    target.port,
    {
      job,
      judge,
      tables: await openTables(call, opened, input, words),
      values: call.values,
      language: options.language,
      today: readToday(),
    },
    { onProgress: (state) => progress.show(state) },
  );
  const files: NewFile[] = [];
  if (result.hasChanged !== false) {
    progress.show({ stage: "save", share: null });
    files.push({ path: out, content: await target.save() });
  }
  const report = options.json === null ? "" : buildReport(job, input, result);
  if (json !== null) files.push({ path: json, content: report });
  await writeWholeFiles(files);
  progress.clear();
  if (options.json === "-") {
    output.write(report);
    return;
  }
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  const written = files.map(({ path }) =>
    path === out ? words.cli.written(path, seconds) : words.cli.alsoWritten(path),
  );
  output.write(`${[...call.readings, ...result.sentences, ...written].join("\n")}\n`);
}

/**
 * Runs one of the other jobs from the command line. What it brings is printed to `output`, progress and the one line about an error to
 * `errors`.
 *
 * @param args as the shell hands them over, without the program's name
 * @returns the exit status: 0 done, 1 the input cannot be used, 2 wrong usage
 */
export async function runJobCommand(
  args: readonly string[],
  output: Printer,
  errors: Printer,
  jobs: readonly Job[] = jobList,
): Promise<0 | 1 | 2> {
  const words = getWords(parseLanguage(args));
  const progress = new ProgressLine(words.cli.stages, errors);
  const [id, ...rest] = args;
  const job = jobs.find((other) => other.id === id);
  try {
    if (id === undefined || id === "--help" || id === "-h") {
      output.write(formatJobList(jobs, words));
      return 0;
    }
    if (job === undefined) throw new UsageError(words.cli.unknownJob(id, jobs.map((other) => other.id).join(", ")));
    const call = parseJobCall(job, rest, words);
    if (call.analyze.help) output.write(formatJobHelp(job, words));
    else await run(job, call, words, output, progress);
    return 0;
  } catch (error) {
    progress.clear();
    const { line, status } = explainError(error, words, COMMAND, job);
    errors.write(`${line}\n`);
    return status;
  }
}
