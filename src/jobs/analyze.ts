import { lensList } from "../core/lenses/lens-list";
import type { Analysis } from "../core/report/analysis";
import { analyzeSummary } from "../core/report/analyze";
import type { AnalysisSettings } from "../core/report/settings";
import type { Role } from "../core/transactions/roles";
import type { StageTiming } from "../engine/run-steps";
import { runSteps } from "../engine/run-steps";
import { getWords } from "../i18n/words";
import type { Language } from "../i18n/words";
import type { SheetContent, WorkbookPort } from "../workbook/port";
import type { RowSource } from "../workbook/rows";
import type { ColumnChoice } from "./detect-columns";
import { detectColumns } from "./detect-columns";
import { explainInput } from "./explain-input";
import { findCustomerTable } from "./find-source";
import { InputError } from "./input-error";
import type { LayoutContext, SheetId } from "./layout/layout-context";
import { pickSourceMoneyFormat } from "./source-money";
import { formatColumn } from "./layout/address";
import { buildLabels } from "./layout/build-labels";
import { buildSheets } from "./layout/build-sheets";
import type { ReadLines } from "./read-summary";
import { readCustomerTable, readLines, summarizeLines } from "./read-summary";
import { resolveFeatures } from "./resolve-features";
import { mapRowsToCustomers } from "./row-customers";

/** Settings of a run are kept in the workbook under this key. */
export const SETTINGS_KEY = "cvm.analyze";

/** What the analysis is asked for. */
export interface AnalyzeRequest {
  readonly source: RowSource;
  /** Whether the rows lie in the workbook that is written to: then rows can be linked and labelled. */
  readonly isInWorkbook: boolean;
  /** A list with a row per customer; `find` looks for one in the workbook; null for none. */
  readonly customerTable: RowSource | "find" | null;
  readonly columns: ColumnChoice;
  readonly settings: AnalysisSettings;
  readonly language: Language;
  readonly labels: boolean;
  readonly sheets?: readonly SheetId[];
  /** Today as days since 1970-01-01. */
  readonly today: number;
  readonly version: string;
}

/** Progress of a job: the stage it is in, and how much of it is done where that is known (0..1). */
export interface JobProgress {
  readonly stage: string;
  readonly share: number | null;
}

/** How a job reports and is stopped. */
export interface JobOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: JobProgress) => void;
}

/** What an analysis brought. */
export interface AnalyzeOutcome {
  readonly analysis: Analysis;
  /** Header of the column per role. */
  readonly columns: Readonly<Record<string, string>>;
  readonly customerTable: RowSource | null;
  readonly timings: readonly StageTiming[];
}

function checkSettings({ settings }: AnalyzeRequest): void {
  const { lenses, scoreMethod, scoreCuts, bins } = settings;
  const known = lensList.map(({ id }) => id);
  const unknown = lenses?.find((id) => !known.includes(id));
  if (unknown !== undefined) throw new InputError("unknownLens", { lens: unknown, known: known.join(", ") });
  const cutLists = scoreCuts === null ? [[]] : Object.values(scoreCuts);
  if (scoreMethod === "fixed" && cutLists.some((cuts) => cuts.length !== bins - 1)) {
    const cuts = `[${bins - 1}]`;
    throw new InputError("badSetting", {
      setting: "scoreCuts",
      expected: `{"recencyDays": ${cuts}, "orders": ${cuts}, "monetary": ${cuts}}`,
    });
  }
}

/** Rows that name most customers again and again are order lines, even where no column of dates was found. */
function checkKind(read: ReadLines, { source }: AnalyzeRequest): void {
  if (read.kind !== "customers") return;
  const { rows, issues } = read.table;
  const repeats = issues.find(({ code }) => code === "R13")?.count ?? 0;
  if (repeats > rows.used / 2) throw new InputError("noDateColumn", { known: source.headers.join(", ") });
}

async function openCustomerTable(
  port: WorkbookPort,
  request: AnalyzeRequest,
  header: string | undefined,
): Promise<RowSource | null> {
  if (request.customerTable !== "find") return request.customerTable;
  return header === undefined || !request.isInWorkbook ? null : findCustomerTable(port, request.source, header);
}

/**
 * The main job: reads the rows, finds out about customers, and writes the sheets.
 *
 * @throws InputError when the rows cannot be analysed, WorkbookError when the workbook refuses; the workbook is then as it was
 */
export async function analyze(
  port: WorkbookPort,
  request: AnalyzeRequest,
  options: JobOptions = {},
): Promise<AnalyzeOutcome> {
  try {
    return await run(port, request, options);
  } catch (error) {
    const { source, settings, language } = request;
    throw explainInput(error, { headers: source.headers, asOf: settings.asOf }, getWords(language));
  }
}

async function run(
  port: WorkbookPort,
  request: AnalyzeRequest,
  { signal, onProgress }: JobOptions,
): Promise<AnalyzeOutcome> {
  checkSettings(request);
  const { source } = request;
  const timings: StageTiming[] = [];
  const begin = performance.now();
  let last = begin;
  const finishStage = (stage: string) => {
    const now = performance.now();
    timings.push({ stage, milliseconds: now - last });
    last = now;
  };
  const start = (stage: string, share: number | null = null) => onProgress?.({ stage, share });

  start("read");
  const { detected } = await detectColumns(source, request.columns);
  const context = { today: request.today, culture: await port.readCulture(), signal };
  const read = await readLines(source, detected, request.settings, {
    ...context,
    onRows: (rows) => start("read", source.rowCount > 0 ? Math.min(1, rows / source.rowCount) : null),
  });
  checkKind(read, request);
  const customerHeader =
    detected.columns.customer === undefined ? undefined : source.headers[detected.columns.customer];
  const customerTable = detected.kind === "customers" ? null : await openCustomerTable(port, request, customerHeader);
  const table = customerTable === null ? null : await readCustomerTable(customerTable, request.settings, context);
  finishStage("read");

  start("summarize");
  const summary = summarizeLines(read, table, request.settings);
  const features = resolveFeatures(request.settings.features, source, detected.columns, summary);
  const settings = { ...request.settings, features };
  finishStage("summarize");
  const steps = await runSteps(analyzeSummary(summary, settings), { signal, onStage: (stage) => start(stage) });
  if (steps.result.lenses.length === 0 && settings.lenses === null)
    throw new InputError("nothingToJudge", { known: source.headers.join(", ") });
  timings.push(...steps.timings);
  last = performance.now();

  const headers = listHeaders(source, detected.columns);
  start("layout");
  const sheets = await layOut(port, steps.result, request, headers, detected.columns);
  const labels = request.labels && request.isInWorkbook ? labelRows(steps.result, request, read) : undefined;
  finishStage("layout");

  start("write", 0);
  const output = { sheets, labels, settings: { [SETTINGS_KEY]: JSON.stringify(settings) }, activate: "summary" };
  await port.write(output, { signal, onProgress: (done, total) => start("write", total === 0 ? 1 : done / total) });
  finishStage("write");
  timings.push({ stage: "total", milliseconds: performance.now() - begin });
  return { analysis: steps.result, columns: headers, customerTable, timings };
}

function labelRows(analysis: Analysis, { source, language }: AnalyzeRequest, read: ReadLines) {
  const rowCustomer = mapRowsToCustomers(read, source.rowCount, analysis);
  return buildLabels(analysis, { words: getWords(language), source, rowCustomer });
}

function listHeaders({ headers }: RowSource, columns: Partial<Record<Role, number>>): Record<string, string> {
  return Object.fromEntries(Object.entries(columns).map(([role, column]) => [role, headers[column]]));
}

async function layOut(
  port: WorkbookPort,
  analysis: Analysis,
  request: AnalyzeRequest,
  headers: Readonly<Record<string, string>>,
  columns: Partial<Record<Role, number>>,
): Promise<SheetContent[]> {
  const { source, language, version, sheets } = request;
  const context: LayoutContext = {
    words: getWords(language),
    language,
    moneyFormat: pickSourceMoneyFormat(source.formats, columns, analysis.summary.report.currency),
    source: {
      title: source.title,
      sheet: request.isInWorkbook ? (source.place?.sheet ?? null) : null,
      headers,
      rowNumber: (position) => source.rowNumber(position),
      firstColumnLetter: formatColumn(source.place?.firstColumn ?? 0),
    },
    version,
    sheets,
    previousHistory: await port.readSheet("history"),
  };
  return buildSheets(analysis, context);
}
