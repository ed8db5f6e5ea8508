import * as v from "valibot";
import type { Language } from "../i18n/words";
import type { RowReference, WorkbookPort } from "../workbook/port";
import { WorkbookError } from "../workbook/port";
import type { RowSource } from "../workbook/rows";
import { formatColumn } from "./layout/address";
import { openDefaultSource } from "./find-source";
import type { RememberedChoice } from "./open-selection";
import { parseStored } from "./stored-json";

/** Which rows the last run analysed is kept under this key. */
export const SOURCE_KEY = "cvm.source";

/** Where the rows of a run are and how they were understood, so that they can be analysed once more. */
export interface AnalyzedSource {
  /** Null where no reference opens the same rows again. */
  readonly reference: RowReference | null;
  readonly columns: RememberedChoice;
  readonly language: Language;
}

const schema = v.object({
  reference: v.nullable(
    v.variant("kind", [
      v.object({ kind: v.literal("table"), table: v.string() }),
      v.object({ kind: v.literal("range"), sheet: v.string(), address: v.string() }),
    ]),
  ),
  columns: v.object({
    choice: v.object({
      roles: v.record(v.string(), v.string()),
      attributes: v.nullable(v.array(v.string())),
    }),
    headers: v.nullable(v.array(v.string())),
  }),
  language: v.picklist(["en", "zh"]),
});

async function opensSameRows(port: WorkbookPort, reference: RowReference, source: RowSource): Promise<boolean> {
  try {
    const other = await port.openRows(reference);
    return (
      other.rowCount === source.rowCount &&
      JSON.stringify(other.headers) === JSON.stringify(source.headers) &&
      (source.rowCount === 0 || other.rowNumber(0) === source.rowNumber(0))
    );
  } catch (error) {
    // Where the rows are not there, the workbook says so; what Excel refuses says nothing of the rows.
    if (error instanceof WorkbookError && error.cause === undefined) return false;
    throw error;
  }
}

/**
 * A reference that opens the rows of a source again: the table, or whole columns where they hold nothing else, so that rows added later are
 * read too; else the rows as they are. Null where there is none.
 */
export async function findReference(port: WorkbookPort, source: RowSource): Promise<RowReference | null> {
  const { place } = source;
  if (place === null) return null;
  if (place.table !== undefined) {
    const table: RowReference = { kind: "table", table: place.table };
    if (await opensSameRows(port, table, source)) return table;
  }
  const [first, last] = [place.firstColumn, place.lastColumn].map(formatColumn);
  const top = place.headerRow === 0 ? source.rowNumber(0) : place.headerRow;
  const bottom = source.rowNumber(Math.max(0, source.rowCount - 1));
  for (const address of [`${first}:${last}`, `${first}${top}:${last}${bottom}`]) {
    const reference: RowReference = { kind: "range", sheet: place.sheet, address };
    if (await opensSameRows(port, reference, source)) return reference;
  }
  return null;
}

/** The text that keeps the source of a run in the workbook. */
export function formatAnalyzedSource(source: AnalyzedSource): string {
  return JSON.stringify(source);
}

/** The source of the last run; null where none is kept. */
export async function readAnalyzedSource(port: WorkbookPort): Promise<AnalyzedSource | null> {
  const parsed = v.safeParse(schema, parseStored(await port.readSetting(SOURCE_KEY)));
  return parsed.success ? parsed.output : null;
}

/** Opens the rows of the last run; where they cannot be told, the list of order lines in the workbook. @throws WorkbookError */
export async function openAnalyzedRows(
  port: WorkbookPort,
  known: AnalyzedSource | null,
  signal?: AbortSignal,
): Promise<RowSource> {
  if (known?.reference) return port.openRows(known.reference, { signal });
  return openDefaultSource(port);
}
