import { readFile, realpath } from "node:fs/promises";
import { basename, extname, join, resolve } from "node:path";
import { readToday } from "../engine/today";
import type { Words } from "../i18n/en";
import { getWords } from "../i18n/words";
import type { AnalyzeOutcome } from "../jobs/analyze";
import { analyze } from "../jobs/analyze";
import { buildCustomerColumns } from "../jobs/customer-columns";
import { openDefaultSource } from "../jobs/find-source";
import { buildJsonReport } from "../jobs/report-json";
import { parseSettings } from "../jobs/settings";
import { formatSummary } from "../jobs/summary-text";
import { PRODUCT_VERSION } from "../jobs/version";
import { formatCsv } from "../workbook/format-csv";
import type { RowReference } from "../workbook/port";
import type { RowSource } from "../workbook/rows";
import { analyzeHelp } from "./analyze-help";
import type { AnalyzeOptions } from "./analyze-options";
import { parseAnalyzeOptions, parseLanguage } from "./analyze-options";
import { explainError } from "./explain-error";
import type { OpenedFile } from "./load-input";
import { chooseTarget, nameFile, openFile, openSecondRows } from "./load-input";
import { projectFolder } from "./project-folder";
import type { Printer } from "./progress";
import { ProgressLine } from "./progress";
import { UsageError } from "./usage-error";
import type { NewFile } from "./write-file";
import { writeWholeFiles } from "./write-file";

const COMMAND = "npm run analyze --";
const SAMPLE = join(projectFolder, "assets", "samples", "retail.xlsx");

async function readSettingsFile(file: string | null, words: Words): Promise<unknown> {
  if (file === null) return {};
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch {
    throw new UsageError(words.workbookErrors.fileNotFound({ file }));
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    throw new UsageError(words.cli.badJson(file));
  }
}

async function openSource(opened: OpenedFile, options: AnalyzeOptions, words: Words): Promise<RowSource> {
  const { sheet, range, table, name } = options;
  if (opened.kind === "csv") {
    const named = Object.entries({ sheet, range, table, name }).find(([, value]) => value !== null);
    if (named !== undefined) throw new UsageError(words.cli.usage.needsWorkbook(`--${named[0]}`));
    return opened.source;
  }
  if (sheet === null && range === null && table === null && name === null) return openDefaultSource(opened.port);
  let reference: RowReference = {
    kind: "range",
    ...(sheet !== null && { sheet }),
    ...(range !== null && { address: range }),
  };
  if (table !== null) reference = { kind: "table", table };
  if (name !== null) reference = { kind: "name", name };
  return opened.port.openRows(reference);
}

function openCustomerTable(
  { customerTable }: AnalyzeOptions,
  opened: OpenedFile,
  input: string,
  words: Words,
): Promise<RowSource> | "find" | null {
  if (customerTable === null) return "find";
  const { file, sheet } = customerTable;
  if (file === "none" && sheet === null) return null;
  const isSameFile = resolve(file) === resolve(input);
  if (isSameFile && sheet === null) throw new UsageError(words.cli.usage.sheetOfInput("--customer-table"));
  return isSameFile && opened.kind === "workbook"
    ? opened.port.openRows({ kind: "range", sheet: sheet! })
    : openSecondRows(file, sheet);
}

/** The name of the annotated file: a workbook with macros keeps its kind, or Excel would not open it. */
function nameOutput(input: string): string {
  const extension = /\.xlsm$/i.test(input) ? "xlsm" : "xlsx";
  return join("out", `${basename(input, extname(input))}.annotated.${extension}`);
}

const findRealPath = (path: string) => realpath(path).catch(() => resolve(path));

/** No file that is read is written, and no file is written twice. */
async function checkPaths(options: AnalyzeOptions, input: string, out: string, words: Words): Promise<void> {
  const { settingsFile, customerTable, customers, json } = options;
  const read = [input, settingsFile, customerTable?.file ?? null].filter((path) => path !== null);
  const taken = new Set(await Promise.all(read.map(findRealPath)));
  const written = [out, customers, json === "-" ? null : json].filter((path) => path !== null);
  for (const path of written) {
    const real = await findRealPath(path);
    if (taken.has(real)) throw new UsageError(words.cli.sameFile(path));
    taken.add(real);
  }
}

function buildReport(outcome: AnalyzeOutcome, source: RowSource, input: string): string {
  const described = { file: basename(input), sheet: source.place?.sheet ?? null, columns: outcome.columns };
  const findRow = (position: number) => source.rowNumber(position);
  return `${JSON.stringify(buildJsonReport(outcome.analysis, described, findRow, outcome.timings), null, 2)}\n`;
}

async function run(options: AnalyzeOptions, words: Words, output: Printer, progress: ProgressLine): Promise<void> {
  const begin = performance.now();
  const input = options.input ?? SAMPLE;
  const out = options.out ?? nameOutput(input);
  await checkPaths(options, input, out, words);
  const fromFile = parseSettings(await readSettingsFile(options.settingsFile, words));
  const settings = parseSettings(options.settings, fromFile);
  progress.show({ stage: "read", share: null });
  const opened = await openFile(input);
  const source = await nameFile(basename(input), () => openSource(opened, options, words));
  const customerTable = await openCustomerTable(options, opened, input, words);
  const target = chooseTarget(opened);
  if (options.labels && !target.isInPlace) throw new UsageError(words.cli.usage.needsWorkbook("--labels"));
  const outcome = await analyze(
    target.port,
    {
      source,
      isInWorkbook: target.isInPlace,
      customerTable,
      columns: { roles: options.roles, attributes: options.attributes },
      settings,
      language: options.language,
      labels: options.labels,
      today: readToday(),
      version: PRODUCT_VERSION,
    },
    { onProgress: (state) => progress.show(state) },
  );
  progress.show({ stage: "save", share: null });
  const files: NewFile[] = [{ path: out, content: await target.save() }];
  if (options.customers !== null) {
    const { headers, columns } = buildCustomerColumns(outcome.analysis);
    files.push({ path: options.customers, content: formatCsv(columns, headers) });
  }
  const report = options.json === null ? "" : buildReport(outcome, source, input);
  if (options.json !== null && options.json !== "-") files.push({ path: options.json, content: report });
  await writeWholeFiles(files);
  progress.clear();
  if (options.json === "-") {
    output.write(report);
    return;
  }
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  const lines = [...formatSummary(outcome, source, words, options.language), words.cli.written(out, seconds)];
  output.write(`${[...lines, ...files.slice(1).map(({ path }) => words.cli.alsoWritten(path))].join("\n")}\n`);
}

/**
 * Runs the main job from the command line. What it brings is printed to `output`, progress and the one line about an error to `errors`.
 *
 * @param args as the shell hands them over, without the program's name
 * @returns the exit status: 0 done, 1 the input cannot be analysed, 2 wrong usage
 */
export async function runAnalyze(args: readonly string[], output: Printer, errors: Printer): Promise<0 | 1 | 2> {
  const language = parseLanguage(args);
  const words = getWords(language);
  const progress = new ProgressLine(words.cli.stages, errors);
  try {
    const options = parseAnalyzeOptions(args, words);
    if (options.help) output.write(analyzeHelp);
    else await run(options, words, output, progress);
    return 0;
  } catch (error) {
    progress.clear();
    const { line, status } = explainError(error, words, COMMAND);
    errors.write(`${line}\n`);
    return status;
  }
}
