import type { RunAnalysis } from "../engine/run-analysis";
import type { Language } from "../i18n/words";
import { loadWords } from "../i18n/words";
import type { WorkbookPort } from "../workbook/port";
import type { AnalyzeOutcome, AnalyzeRequest, JobOptions } from "./analyze";
import { judgeRows } from "./analyze";
import { SETTINGS_KEY } from "./analyze-request";
import { openAnalyzedRows, readAnalyzedSource } from "./analyzed-source";
import { noChoice } from "./detect-columns";
import { InputError } from "./input-error";
import { recallChoice } from "./open-selection";
import { PREFERENCES_KEY, formatPreferences, readPreferences, readStoredSettings } from "./stored-settings";
import { PRODUCT_VERSION } from "./version";
import { writeOutcome } from "./write-outcome";

/** What a run that repeats the last one is asked for. */
export interface RefreshRequest {
  /** The language of Excel, where the last run does not say. */
  readonly language: Language;
  /** Today as days since 1970-01-01. */
  readonly today: number;
  /** Where the analysis is done; on this thread when left out. */
  readonly runAnalysis?: RunAnalysis;
}

/** The language of the last run, its words loaded; `fallback` where the workbook does not say. */
export async function readLastLanguage(port: WorkbookPort, fallback: Language): Promise<Language> {
  const language = (await readPreferences(port)).language ?? (await readAnalyzedSource(port))?.language ?? fallback;
  await loadWords(language);
  return language;
}

async function buildRequest(
  port: WorkbookPort,
  request: RefreshRequest,
  signal: AbortSignal | undefined,
): Promise<AnalyzeRequest> {
  if ((await port.readSetting(SETTINGS_KEY)) === null) throw new InputError("noResults");
  const known = await readAnalyzedSource(port);
  const preferences = await readPreferences(port);
  const settings = await readStoredSettings(port);
  const source = await openAnalyzedRows(port, known, signal);
  return {
    source,
    isInWorkbook: true,
    customerTable: "find",
    columns: known === null ? noChoice : recallChoice(known.columns, source),
    settings,
    language: await readLastLanguage(port, request.language),
    labels: preferences.labels,
    sheets: preferences.sheets,
    keep: { [PREFERENCES_KEY]: formatPreferences(preferences) },
    keepsModels: true,
    today: request.today,
    runAnalysis: request.runAnalysis,
    version: PRODUCT_VERSION,
  };
}

/**
 * The last run once more, on its rows as they are now, by the settings and the models that the workbook keeps: the same cuts,
 * thresholds and centres.
 *
 * @throws InputError `noResults` when nothing was analysed in this workbook; else as `analyze`
 */
export async function refresh(
  port: WorkbookPort,
  request: RefreshRequest,
  options: JobOptions = {},
): Promise<AnalyzeOutcome> {
  const judged = await judgeLastRun(port, request, options);
  return { ...judged, timings: [...judged.timings, ...(await writeOutcome(port, judged, options))] };
}

/** What the last run would find on its rows now; nothing is written. @throws as {@link refresh} */
export async function judgeLastRun(
  port: WorkbookPort,
  request: RefreshRequest,
  options: JobOptions = {},
): Promise<AnalyzeOutcome> {
  return judgeRows(port, await buildRequest(port, request, options.signal), options);
}
