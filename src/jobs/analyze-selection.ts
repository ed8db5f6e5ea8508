import type { Language } from "../i18n/words";
import { WorkbookError } from "../workbook/port";
import type { WorkbookPort } from "../workbook/port";
import type { RowSource } from "../workbook/rows";
import type { AnalyzeOutcome, JobOptions } from "./analyze";
import { SETTINGS_KEY, analyze } from "./analyze";
import { noChoice } from "./detect-columns";
import { openDefaultSource } from "./find-source";
import { InputError } from "./input-error";
import { parseSettings } from "./settings";
import { PRODUCT_VERSION } from "./version";

/** What the pane asks for; everything else is found or taken from the settings that the workbook keeps. */
export interface SelectionRequest {
  readonly language: Language;
  readonly labels: boolean;
  /** Today as days since 1970-01-01. */
  readonly today: number;
}

/** The selected rows; where the selection holds none (an empty sheet, one of ours), the list of order lines in the workbook. */
async function openSelected(port: WorkbookPort, options: JobOptions): Promise<RowSource> {
  try {
    const source = await port.openRows({ kind: "selection" }, { signal: options.signal });
    const own = (await port.listSheets()).find(({ name }) => name === source.place?.sheet)?.id;
    if (own === undefined) return source;
  } catch (error) {
    if (!(error instanceof WorkbookError) || error.code !== "emptySource") throw error;
  }
  return openDefaultSource(port);
}

/** Settings of the last run; those of a file that somebody changed by hand and broke are not used. */
async function readStoredSettings(port: WorkbookPort) {
  const text = await port.readSetting(SETTINGS_KEY);
  if (text === null) return parseSettings({});
  try {
    return parseSettings(JSON.parse(text));
  } catch (error) {
    if (error instanceof InputError || error instanceof SyntaxError) return parseSettings({});
    throw error;
  }
}

/**
 * Analyses what the user has selected, with the settings that the workbook keeps.
 *
 * @throws as {@link analyze}
 */
export async function analyzeSelection(
  port: WorkbookPort,
  request: SelectionRequest,
  options: JobOptions,
): Promise<AnalyzeOutcome> {
  const settings = await readStoredSettings(port);
  const source = await openSelected(port, options);
  return analyze(
    port,
    {
      ...request,
      source,
      isInWorkbook: true,
      customerTable: "find",
      columns: noChoice,
      settings,
      version: PRODUCT_VERSION,
    },
    options,
  );
}
