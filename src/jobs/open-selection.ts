import { WorkbookError } from "../workbook/port";
import type { WorkbookPort } from "../workbook/port";
import type { RowSource } from "../workbook/rows";
import type { ColumnChoice } from "./detect-columns";
import { noChoice } from "./detect-columns";
import { isResultSheet, openDefaultSource } from "./find-source";

/** The selected rows; where the selection holds none (an empty sheet, one of our results), the list of order lines in the workbook. */
export async function openSelection(
  port: WorkbookPort,
  options: { readonly signal?: AbortSignal } = {},
): Promise<RowSource> {
  try {
    const source = await port.openRows({ kind: "selection" }, { signal: options.signal });
    const sheet = (await port.listSheets()).find(({ name }) => name === source.place?.sheet);
    if (sheet === undefined || !isResultSheet(sheet)) return source;
  } catch (error) {
    if (!(error instanceof WorkbookError) || error.code !== "emptySource") throw error;
  }
  return openDefaultSource(port);
}

/** What a person said about the columns of one list of rows, known by its headers; null headers fit any rows. */
export interface RememberedChoice {
  readonly choice: ColumnChoice;
  readonly headers: readonly string[] | null;
}

/** The choice where it was made for rows like these. */
export function recallChoice({ choice, headers }: RememberedChoice, source: RowSource): ColumnChoice {
  const fits = headers === null || JSON.stringify(headers) === JSON.stringify(source.headers);
  return fits ? choice : noChoice;
}
