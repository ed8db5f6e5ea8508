import { lensList } from "../core/lenses/lens-list";
import type { Summary } from "../core/customers/summary";
import type { Analysis } from "../core/report/analysis";
import type { AnalysisSettings } from "../core/report/settings";
import type { Role } from "../core/transactions/roles";
import type { AnalysisOptions, RunAnalysis } from "../engine/run-analysis";
import type { RowDesk } from "../engine/row-desk";
import { openInlineDesk } from "../engine/row-desk";
import { runAnalysisInline } from "../engine/run-analysis";
import type { StageTiming } from "../engine/run-steps";
import { getWords } from "../i18n/words";
import type { Language } from "../i18n/words";
import type { SheetContent, WorkbookPort } from "../workbook/port";
import type { RowSource } from "../workbook/rows";
import { SOURCE_KEY, findReference, formatAnalyzedSource } from "./analyzed-source";
import { checkCalibration } from "./check-calibration";
import type { ColumnChoice } from "./detect-columns";
import { detectColumns } from "./detect-columns";
import { explainInput } from "./explain-input";
import { findCustomerTable } from "./find-source";
import { foldRows, needsFolding, scoutRows } from "./fold-rows";
import { InputError } from "./input-error";
import type { LayoutContext, SheetId } from "./layout/layout-context";
import { pickSourceMoneyFormat } from "./source-money";
import { formatColumn } from "./layout/address";
import { buildLabels } from "./layout/build-labels";
import { buildSheetsInSlices } from "./layout/build-sheets";
import { resolveLineRules } from "./line-request";
import type { ReadLines, RowsAtDesk } from "./read-summary";
import { readCustomerTableAt, readLinesAt, summarizeAt } from "./read-summary";
import { resolveFeatures } from "./resolve-features";
import { mapRowsToCustomers } from "./row-customers";
import { readSavedModels } from "./stored-models";
import { COLORS_KEY, formatSegmentColors, listSegmentColors, readSegmentColors } from "./segment-colors";

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
  /** More document settings to keep with the result. */
  readonly keep?: Readonly<Record<string, string>>;
  readonly sheets?: readonly SheetId[];
  /** Whether customers are judged by the models of the last run in the workbook, where these still fit. */
  readonly keepsModels?: boolean;
  /** Above this many rows they are added up while they are read, and none is kept; no limit when left out. */
  readonly mostRowsKept?: number;
  /** Today as days since 1970-01-01. */
  readonly today: number;
  /** Where the analysis is done; on this thread when left out. */
  readonly runAnalysis?: RunAnalysis;
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

/** What was found out about rows, with the rows themselves: enough to write it, to write it once more, or to look into it. */
export interface JudgedRows {
  readonly analysis: Analysis;
  readonly request: AnalyzeRequest;
  readonly read: ReadLines;
  readonly roleColumns: Partial<Record<Role, number>>;
  /** Number format of money, in en-US notation. */
  readonly moneyFormat: string;
  /** Header of the column per role. */
  readonly columns: Readonly<Record<string, string>>;
  readonly customerTable: RowSource | null;
}

/** What an analysis brought, and how long each stage took. */
export interface AnalyzeOutcome extends JudgedRows {
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
function checkKind(table: RowsAtDesk, { source }: AnalyzeRequest): void {
  if (table === null) return;
  const { rows, issues } = table;
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
  const begin = performance.now();
  const judged = await judgeRows(port, request, options);
  const writing = await writeOutcome(port, judged, options);
  const total = { stage: "total", milliseconds: performance.now() - begin };
  return { ...judged, timings: [...judged.timings, ...writing, total] };
}

/**
 * Reads rows and finds out about customers; nothing is written.
 *
 * @throws InputError when the rows cannot be analysed, WorkbookError when they cannot be read
 */
export async function judgeRows(
  port: WorkbookPort,
  request: AnalyzeRequest,
  options: JobOptions = {},
): Promise<AnalyzeOutcome> {
  const desk = (request.runAnalysis?.openDesk ?? openInlineDesk)();
  try {
    return await judge(port, desk, request, options);
  } catch (error) {
    const { source, settings, language } = request;
    throw explainInput(error, { headers: source.headers, asOf: settings.asOf }, getWords(language));
  } finally {
    desk.close();
  }
}

/** A run by saved models; where these do not fit the customers, a run by new ones. */
async function analyzeByModels(
  runAnalysis: RunAnalysis,
  summary: Summary,
  settings: AnalysisSettings,
  options: AnalysisOptions,
) {
  try {
    return await runAnalysis(summary, settings, options);
  } catch (error) {
    const isMisfit = error instanceof RangeError || error instanceof TypeError;
    if (!isMisfit || options.models === null) throw error;
    return runAnalysis(summary, settings, { ...options, models: null });
  }
}

async function judge(
  port: WorkbookPort,
  desk: RowDesk,
  request: AnalyzeRequest,
  { signal, onProgress }: JobOptions,
): Promise<AnalyzeOutcome> {
  checkSettings(request);
  const { source } = request;
  const timings: StageTiming[] = [];
  let last = performance.now();
  const finishStage = (stage: string) => {
    const now = performance.now();
    timings.push({ stage, milliseconds: now - last });
    last = now;
  };
  const start = (stage: string, share: number | null = null) => onProgress?.({ stage, share });

  start("read");
  const { detected } = await detectColumns(source, request.columns);
  const context = { today: request.today, culture: await port.readCulture(), signal };
  const reading = (stage: string) => ({ ...context, onRows: (done: number) => start(stage, findShare(done, source)) });
  const scouted = needsFolding(source, detected, request.settings, request.mostRowsKept ?? Infinity)
    ? await scoutRows(source, detected, request.settings, reading("read"))
    : null;
  const rows = scouted === null ? await readLinesAt(desk, source, detected, request.settings, reading("read")) : null;
  checkKind(rows, request);
  const customerHeader =
    detected.columns.customer === undefined ? undefined : source.headers[detected.columns.customer];
  const customerTable = detected.kind === "customers" ? null : await openCustomerTable(port, request, customerHeader);
  const table =
    customerTable === null ? null : await readCustomerTableAt(desk, customerTable, request.settings, context);
  finishStage("read");

  start("summarize");
  const behaviourGroups = resolveLineRules(request.settings.behaviourGroups, source.headers, detected.columns);
  const { read, summary } =
    scouted === null
      ? await summarizeAt(desk, rows, table, { ...request.settings, behaviourGroups })
      : {
          read: { kind: "folded" } as const,
          summary: await foldRows(scouted, table, request.settings, reading("summarize")),
        };
  checkCalibration(summary, request.settings);
  const features = resolveFeatures(request.settings.features, source, detected.columns, summary);
  const settings = { ...request.settings, behaviourGroups, features };
  finishStage("summarize");
  const models = request.keepsModels === true ? await readSavedModels(port, settings, request.version) : null;
  const steps = await analyzeByModels(request.runAnalysis ?? runAnalysisInline, summary, settings, {
    models,
    signal,
    onStage: (stage) => start(stage),
  });
  if (steps.result.lenses.length === 0 && settings.lenses === null)
    throw new InputError("nothingToJudge", { known: source.headers.join(", ") });
  return {
    analysis: steps.result,
    request,
    read,
    roleColumns: detected.columns,
    moneyFormat: pickSourceMoneyFormat(source.formats, detected.columns, summary.report.currency),
    columns: listHeaders(source, detected.columns),
    customerTable,
    timings: [...timings, ...steps.timings],
  };
}

/** How much of a source is read, where it is known how long it is. */
function findShare(done: number, { rowCount, lineCount }: RowSource): number | null {
  const all = rowCount < 0 ? (lineCount ?? 0) : rowCount;
  return all > 0 ? Math.min(1, done / all) : null;
}

/**
 * Writes the sheets of an analysis, and the labels and settings that were asked for; its analysis may have been judged anew since the rows
 * were read.
 *
 * @throws WorkbookError when the workbook refuses; it is then as it was
 */
export async function writeOutcome(
  port: WorkbookPort,
  outcome: JudgedRows,
  { signal, onProgress }: JobOptions = {},
): Promise<readonly StageTiming[]> {
  const { analysis, request, read } = outcome;
  const begin = performance.now();
  onProgress?.({ stage: "layout", share: null });
  const isColored = (await readSegmentColors(port))?.isShown ?? true;
  const sheets = await layOut(port, outcome, { areGroupsPlain: !isColored });
  const labels = request.labels && request.isInWorkbook ? labelRows(analysis, request, read) : undefined;
  const colors = {
    isShown: isColored,
    columns: listSegmentColors(analysis, getWords(request.language)),
    labels: labels?.colors ?? [],
  };
  const written = performance.now();

  onProgress?.({ stage: "write", share: 0 });
  await port.write(
    {
      sheets,
      labels: labels && !isColored ? { ...labels, colors: [] } : labels,
      settings: {
        ...request.keep,
        [SETTINGS_KEY]: JSON.stringify(analysis.settings),
        [COLORS_KEY]: formatSegmentColors(colors),
        [SOURCE_KEY]: request.isInWorkbook ? await describeSource(port, request) : "",
      },
      activate: pickActivated(sheets),
    },
    {
      signal,
      onProgress: (done, total) => onProgress?.({ stage: "write", share: total === 0 ? 1 : done / total }),
    },
  );
  return [
    { stage: "layout", milliseconds: written - begin },
    { stage: "write", milliseconds: performance.now() - written },
  ];
}

/** What a later run on the same rows has to know. */
async function describeSource(port: WorkbookPort, { source, columns, language }: AnalyzeRequest): Promise<string> {
  const reference = await findReference(port, source);
  return formatAnalyzedSource({ reference, columns: { choice: columns, headers: source.headers }, language });
}

/** The summary, or the first sheet that is seen. */
function pickActivated(sheets: readonly SheetContent[]): string | undefined {
  const visible = sheets.filter(({ visibility }) => visibility === "visible");
  return (visible.find(({ id }) => id === "summary") ?? visible[0])?.id;
}

function labelRows(analysis: Analysis, { source, language }: AnalyzeRequest, read: ReadLines) {
  const rowCustomer = mapRowsToCustomers(read, source.rowCount, analysis);
  return buildLabels(analysis, { words: getWords(language), source, rowCustomer });
}

function listHeaders({ headers }: RowSource, columns: Partial<Record<Role, number>>): Record<string, string> {
  return Object.fromEntries(Object.entries(columns).map(([role, column]) => [role, headers[column]]));
}

/** The sheets of an analysis; `more` goes before what its request says. */
export async function layOut(
  port: WorkbookPort,
  outcome: JudgedRows,
  more: Partial<LayoutContext>,
): Promise<SheetContent[]> {
  const { analysis, request, read, columns: headers, moneyFormat } = outcome;
  const { source, language, version, sheets } = request;
  const context: LayoutContext = {
    words: getWords(language),
    language,
    moneyFormat,
    source: {
      title: source.title,
      sheet: request.isInWorkbook ? (source.place?.sheet ?? null) : null,
      headers,
      rowNumber: (position) => source.rowNumber(position),
      firstColumnLetter: formatColumn(source.place?.firstColumn ?? 0),
      isFolded: read.kind === "folded",
    },
    version,
    sheets,
    previousHistory: await port.readSheet("history"),
    ...more,
  };
  return buildSheetsInSlices(analysis, context);
}
