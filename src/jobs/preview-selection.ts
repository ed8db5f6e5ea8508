import { formatIsoDay } from "../core/days";
import type { DataReport } from "../core/customers/summary";
import type { AnalysisSettings } from "../core/report/settings";
import { isDateFormat } from "../core/transactions/column-content";
import type { RoleFlag } from "../core/transactions/detect-roles";
import type { Role } from "../core/transactions/roles";
import { roleKinds } from "../core/transactions/roles";
import type { RowDesk } from "../engine/row-desk";
import { openInlineDesk } from "../engine/row-desk";
import { getWords } from "../i18n/words";
import type { Language } from "../i18n/words";
import type { CellValue, WorkbookPort } from "../workbook/port";
import type { RowSource } from "../workbook/rows";
import type { JobOptions } from "./analyze";
import type { ColumnChoice } from "./detect-columns";
import { detectColumns } from "./detect-columns";
import { explainInput } from "./explain-input";
import type { RememberedChoice } from "./open-selection";
import { openSelection, recallChoice } from "./open-selection";
import { readLinesAt, summarizeAt } from "./read-summary";

const PREVIEW_ROWS = 5;

/** What is known of the selected rows from a look at the first of them. */
export interface SelectionPreview {
  readonly source: RowSource;
  /** What of the user's choice was taken. */
  readonly choice: ColumnChoice;
  readonly kind: "transactions" | "customers";
  readonly roles: Readonly<Partial<Record<Role, number>>>;
  /** Columns that describe customers. */
  readonly attributes: readonly number[];
  readonly flagged: readonly RoleFlag[];
  /** The first rows as texts. */
  readonly rows: readonly (readonly string[])[];
  /** Roles that a column can be given, in the order they are shown. */
  readonly choices: readonly Role[];
}

function formatCell(value: CellValue, format: string): string {
  if (value === null) return "";
  if (typeof value === "number" && isDateFormat(format)) return formatIsoDay(Math.floor(value));
  return String(value);
}

/**
 * Looks at the selected rows: what their columns mean, and the first few of them.
 *
 * @throws WorkbookError, or InputError for a choice that does not fit
 */
export async function previewSelection(
  port: WorkbookPort,
  remembered: RememberedChoice,
  options: JobOptions = {},
): Promise<SelectionPreview> {
  const source = await openSelection(port, options);
  const choice = recallChoice(remembered, source);
  const { detected, head } = await detectColumns(source, choice);
  const count = Math.min(PREVIEW_ROWS, head.rowCount);
  return {
    source,
    choice,
    kind: detected.kind,
    roles: detected.columns,
    attributes: detected.attributes,
    flagged: detected.flagged,
    rows: Array.from({ length: count }, (_, row) =>
      source.headers.map((_header, column) =>
        formatCell(head.columns[column]?.[row] ?? null, source.formats[column] ?? ""),
      ),
    ),
    choices: roleKinds.filter(({ ready }) => detected.kind === "customers" || !ready).map(({ role }) => role),
  };
}

/** What a count of rows is asked for. */
export interface CountRequest {
  readonly choice: ColumnChoice;
  readonly settings: AnalysisSettings;
  readonly language: Language;
  /** Today as days since 1970-01-01. */
  readonly today: number;
  /** Where rows become customers; on this thread when left out. */
  readonly openDesk?: () => RowDesk;
}

/**
 * Reads all rows of a preview and tells what becomes of them: rows, customers, days and issues. Nothing is written.
 *
 * @throws WorkbookError, or InputError when the rows cannot be analysed
 */
export async function countRows(
  port: WorkbookPort,
  source: RowSource,
  { choice, settings, language, today, openDesk = openInlineDesk }: CountRequest,
  { signal, onProgress }: JobOptions = {},
): Promise<DataReport> {
  const desk = openDesk();
  try {
    const { detected } = await detectColumns(source, choice);
    const read = await readLinesAt(desk, source, detected, settings, {
      today,
      culture: await port.readCulture(),
      signal,
      onRows: (rows) =>
        onProgress?.({ stage: "read", share: source.rowCount > 0 ? Math.min(1, rows / source.rowCount) : null }),
    });
    return (await summarizeAt(desk, read, null, settings)).summary.report;
  } catch (error) {
    throw explainInput(error, { headers: source.headers, asOf: settings.asOf }, getWords(language));
  } finally {
    desk.close();
  }
}
