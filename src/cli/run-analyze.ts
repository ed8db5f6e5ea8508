import { basename, extname, join } from "node:path";
import type { Words } from "../i18n/en";
import "../i18n/all-words";
import { getWords } from "../i18n/words";
import type { AnalyzeOutcome } from "../jobs/analyze";
import { analyze } from "../jobs/analyze";
import { buildCustomerColumns } from "../jobs/customer-columns";
import type { JobResult } from "../jobs/job";
import { addProspects } from "../jobs/look-alike/add-prospects";
import { addMovement } from "../jobs/movement/movement-job";
import { buildJsonReport } from "../jobs/report-json";
import { formatSummary } from "../jobs/summary-text";
import { formatCsv } from "../workbook/format-csv";
import type { RowSource } from "../workbook/rows";
import { analyzeHelp } from "./analyze-help";
import type { AnalyzeOptions } from "./analyze-options";
import { parseAnalyzeOptions, parseLanguage } from "./analyze-options";
import { explainError } from "./explain-error";
import { chooseTarget, openFile } from "./load-input";
import { SAMPLE, buildRequest, checkPaths, openNamedRows, readSettings } from "./open-input";
import type { Printer } from "./progress";
import { ProgressLine } from "./progress";
import { UsageError } from "./usage-error";
import type { NewFile } from "./write-file";
import { writeWholeFiles } from "./write-file";

const COMMAND = "npm run analyze --";

/** The name of the annotated file: a workbook with macros keeps its kind, or Excel would not open it. */
function nameOutput(input: string): string {
  const extension = /\.xlsm$/i.test(input) ? "xlsm" : "xlsx";
  return join("out", `${basename(input, extname(input))}.annotated.${extension}`);
}

function buildReport(outcome: AnalyzeOutcome, source: RowSource, input: string, added: readonly JobResult[]): string {
  const described = { file: basename(input), sheet: source.place?.sheet ?? null, columns: outcome.columns };
  const findRow = (position: number) => source.rowNumber(position);
  const report = buildJsonReport(outcome.analysis, described, findRow, outcome.timings);
  return `${JSON.stringify(Object.assign(report, ...added.map((result) => result.report)), null, 2)}\n`;
}

/** Above this many rows, as many as stand on a worksheet below a header, rows of a file are added up while they are read. */
const MOST_ROWS_KEPT = 1_048_575;

async function run(
  options: AnalyzeOptions,
  words: Words,
  output: Printer,
  progress: ProgressLine,
  mostRowsKept: number,
): Promise<void> {
  const begin = performance.now();
  const input = options.input ?? SAMPLE;
  const out = options.out ?? nameOutput(input);
  const { settingsFile, customerTable, customers, json, compareAsOf } = options;
  await checkPaths(
    [input, settingsFile, customerTable?.file ?? null, options.prospects?.file ?? null],
    [out, customers, json === "-" ? null : json],
    words,
  );
  const settings = await readSettings(options, words);
  progress.show({ stage: "read", share: null });
  const opened = await openFile(input);
  const target = chooseTarget(opened);
  const needsLines = compareAsOf !== null || options.prospects !== null;
  const request = await buildRequest(
    options,
    settings,
    { opened, input, isInWorkbook: target.isInPlace, ...(!needsLines && { mostRowsKept }) },
    words,
  );
  const { source } = request;
  if (options.labels && !target.isInPlace) throw new UsageError(words.cli.usage.needsWorkbook("--labels"));
  const prospects = options.prospects && (await openNamedRows("--prospects", options.prospects, opened, input, words));
  const outcome = await analyze(target.port, request, { onProgress: (state) => progress.show(state) });
  const added: JobResult[] = [];
  if (compareAsOf !== null) added.push(await addMovement(target.port, outcome, compareAsOf, request.today));
  if (prospects !== null) added.push(await addProspects(target.port, outcome, prospects, request.today));
  progress.show({ stage: "save", share: null });
  const files: NewFile[] = [{ path: out, content: await target.save() }];
  if (options.customers !== null) {
    const { headers, columns } = buildCustomerColumns(outcome.analysis);
    files.push({ path: options.customers, content: formatCsv(columns, headers) });
  }
  const report = options.json === null ? "" : buildReport(outcome, source, input, added);
  if (options.json !== null && options.json !== "-") files.push({ path: options.json, content: report });
  await writeWholeFiles(files);
  progress.clear();
  if (options.json === "-") {
    output.write(report);
    return;
  }
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  const sentences = added.flatMap((result) => [...result.sentences, ""]);
  const summary = formatSummary(outcome, source, words, options.language);
  const lines = [...summary, ...sentences, words.cli.written(out, seconds)];
  output.write(`${[...lines, ...files.slice(1).map(({ path }) => words.cli.alsoWritten(path))].join("\n")}\n`);
}

/**
 * Runs the main job from the command line. What it brings is printed to `output`, progress and the one line about an error to `errors`.
 *
 * @param args as the shell hands them over, without the program's name
 * @param mostRowsKept above this many rows of a file none is kept
 * @returns the exit status: 0 done, 1 the input cannot be analysed, 2 wrong usage
 */
export async function runAnalyze(
  args: readonly string[],
  output: Printer,
  errors: Printer,
  mostRowsKept = MOST_ROWS_KEPT,
): Promise<0 | 1 | 2> {
  const language = parseLanguage(args);
  const words = getWords(language);
  const progress = new ProgressLine(words.cli.stages, errors);
  try {
    const options = parseAnalyzeOptions(args, words);
    if (options.help) output.write(analyzeHelp);
    else await run(options, words, output, progress, mostRowsKept);
    return 0;
  } catch (error) {
    progress.clear();
    const { line, status } = explainError(error, words, COMMAND);
    errors.write(`${line}\n`);
    return status;
  }
}
