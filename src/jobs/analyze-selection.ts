import type { AnalysisSettings } from "../core/report/settings";
import type { RunAnalysis } from "../engine/run-analysis";
import type { Language } from "../i18n/words";
import type { WorkbookPort } from "../workbook/port";
import type { AnalyzeOutcome, AnalyzeRequest, JobOptions } from "./analyze";
import { analyze, judgeRows } from "./analyze";
import { noChoice } from "./detect-columns";
import type { RememberedChoice } from "./open-selection";
import { openSelection, recallChoice } from "./open-selection";
import type { Preferences } from "./stored-settings";
import { PREFERENCES_KEY, formatPreferences, readPreferences, readStoredSettings } from "./stored-settings";
import { PRODUCT_VERSION } from "./version";

/** What the pane asks for; what is left out is found, or taken from what the workbook keeps. */
export interface SelectionRequest {
  readonly language: Language;
  /** Today as days since 1970-01-01. */
  readonly today: number;
  readonly columns?: RememberedChoice;
  readonly settings?: AnalysisSettings;
  readonly preferences?: Preferences;
  /** Where the analysis is done. */
  readonly runAnalysis?: RunAnalysis;
}

async function buildSelectionRequest(
  port: WorkbookPort,
  request: SelectionRequest,
  options: JobOptions,
): Promise<AnalyzeRequest> {
  const settings = request.settings ?? (await readStoredSettings(port));
  const preferences = request.preferences ?? (await readPreferences(port));
  const source = await openSelection(port, options);
  return {
    source,
    isInWorkbook: true,
    customerTable: "find",
    columns: request.columns === undefined ? noChoice : recallChoice(request.columns, source),
    settings,
    language: request.language,
    labels: preferences.labels,
    sheets: preferences.sheets,
    keep: { [PREFERENCES_KEY]: formatPreferences(preferences) },
    today: request.today,
    runAnalysis: request.runAnalysis,
    version: PRODUCT_VERSION,
  };
}

/**
 * Analyses what the user has selected.
 *
 * @throws as {@link analyze}
 */
export async function analyzeSelection(
  port: WorkbookPort,
  request: SelectionRequest,
  options: JobOptions = {},
): Promise<AnalyzeOutcome> {
  return analyze(port, await buildSelectionRequest(port, request, options), options);
}

/**
 * Finds out about the customers in what the user has selected; nothing is written.
 *
 * @throws as {@link judgeRows}
 */
export async function judgeSelection(
  port: WorkbookPort,
  request: SelectionRequest,
  options: JobOptions = {},
): Promise<AnalyzeOutcome> {
  return judgeRows(port, await buildSelectionRequest(port, request, options), options);
}
