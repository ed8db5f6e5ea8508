import { lensList } from "../core/lenses/lens-list";
import type { Summary } from "../core/customers/summary";
import type { AnalysisSettings } from "../core/report/settings";
import type { Role } from "../core/transactions/roles";
import type { AnalysisOptions, RunAnalysis } from "../engine/run-analysis";
import type { RowDesk } from "../engine/row-desk";
import { openInlineDesk } from "../engine/row-desk";
import { runAnalysisInline } from "../engine/run-analysis";
import type { StageTiming } from "../engine/run-steps";
import { getWords } from "../i18n/words";
import type { WorkbookPort } from "../workbook/port";
import type { RowSource } from "../workbook/rows";
import type { AnalyzeOutcome, AnalyzeRequest, JobOptions } from "./analyze-request";
import { checkCalibration } from "./check-calibration";
import { detectColumns } from "./detect-columns";
import { explainInput } from "./explain-input";
import { findCustomerTable } from "./find-source";
import { foldRows, needsFolding, scoutRows } from "./fold-rows";
import { InputError } from "./input-error";
import { resolveLineRules } from "./line-request";
import type { RowsAtDesk } from "./read-summary";
import { readCustomerTableAt, readLinesAt, summarizeAt } from "./read-summary";
import { resolveFeatures } from "./resolve-features";
import { pickSourceMoneyFormat } from "./source-money";
import { readSavedModels } from "./stored-models";
import { writeOutcome } from "./write-outcome";

export type { AnalyzeOutcome, AnalyzeRequest, JobOptions, JobProgress, JudgedRows } from "./analyze-request";

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

function listHeaders({ headers }: RowSource, columns: Partial<Record<Role, number>>): Record<string, string> {
  return Object.fromEntries(Object.entries(columns).map(([role, column]) => [role, headers[column]]));
}
