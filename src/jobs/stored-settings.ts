import * as v from "valibot";
import type { AnalysisSettings } from "../core/report/settings";
import type { WorkbookPort } from "../workbook/port";
import { SETTINGS_KEY } from "./analyze-request";
import { InputError } from "./input-error";
import { SHEET_IDS } from "./layout/layout-context";
import type { SheetId } from "./layout/layout-context";
import { parseSettings } from "./settings";
import { parseStored } from "./stored-json";

/** What the pane remembers besides the settings of the analysis is kept under this key. */
export const PREFERENCES_KEY = "cvm.pane";

/** How results are written, apart from what is computed. */
export interface Preferences {
  readonly labels: boolean;
  readonly sheets: readonly SheetId[];
  /** Null follows Excel. */
  readonly language: "en" | "zh" | null;
}

export const defaultPreferences: Preferences = { labels: false, sheets: SHEET_IDS, language: null };

const preferencesSchema = v.object({
  labels: v.boolean(),
  sheets: v.pipe(v.array(v.picklist(SHEET_IDS)), v.minLength(1)),
  language: v.nullable(v.picklist(["en", "zh"])),
});

/** Settings of the last run; those of a file that somebody changed by hand and broke are not used. */
export async function readStoredSettings(port: WorkbookPort): Promise<AnalysisSettings> {
  const stored = parseStored(await port.readSetting(SETTINGS_KEY)) ?? {};
  try {
    return parseSettings(stored);
  } catch (error) {
    if (error instanceof InputError) return parseSettings({});
    throw error;
  }
}

/** How the last run was written, else as nobody changed it. */
export async function readPreferences(port: WorkbookPort): Promise<Preferences> {
  const parsed = v.safeParse(preferencesSchema, parseStored(await port.readSetting(PREFERENCES_KEY)));
  return parsed.success ? parsed.output : defaultPreferences;
}

/** The text that keeps preferences in a workbook. */
export function formatPreferences(preferences: Preferences): string {
  return JSON.stringify(preferences);
}
