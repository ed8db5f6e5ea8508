import type { MemoryWorkbook } from "./memory-workbook";

import { buildBlankPackage } from "./xlsx/blank";
import { refuseCompoundFile } from "./xlsx/compound-file";
import { refusePackage } from "./xlsx/limits";
import { findWorkbookPath, readWorkbook } from "./xlsx/open";
import type { OpenOptions } from "./xlsx/open";
import type { XlsxWorkbook } from "./xlsx/origin";
import { OfficePackage } from "./xlsx/package";
import { writeWorkbook } from "./xlsx/save";

export type { XlsxWorkbook } from "./xlsx/origin";

/**
 * Opens an .xlsx or .xlsm file. The model holds what the add-in reads and writes; the package is held beside it, so that
 * {@link saveWorkbook} keeps everything else.
 *
 * @throws WorkbookError `notAWorkbook` (for a file of Excel 97-2003 or a binary workbook with the parameters `format` and `saveAs`),
 *   `passwordProtected`, `tooLarge` (parameters `limit`, `unit`), `unsupportedSheet` when there is no worksheet
 */
export async function openWorkbook(bytes: Uint8Array, options: OpenOptions = {}): Promise<XlsxWorkbook> {
  refuseCompoundFile(bytes);
  try {
    return await readWorkbook(bytes, options);
  } catch (error) {
    // Addresses, names and numbers that no workbook can have.
    if (error instanceof RangeError) refusePackage("a part of the package is damaged", {}, error);
    throw error;
  }
}

/**
 * The file with the model's changes. What nobody changed keeps its bytes: only parts that differ from the model are written anew, and in a
 * worksheet only the rows and elements that differ.
 */
export async function saveWorkbook(workbook: XlsxWorkbook): Promise<Uint8Array> {
  return writeWorkbook(workbook);
}

/** A file of a workbook that did not come from one. */
export async function createWorkbookBytes(workbook: MemoryWorkbook): Promise<Uint8Array> {
  const parts = OfficePackage.open(buildBlankPackage(workbook.date1904));
  const workbookPath = findWorkbookPath(parts);
  return writeWorkbook({
    workbook,
    origin: { parts, workbookPath, sheets: [], activeSheet: undefined, names: new Map() },
  });
}
