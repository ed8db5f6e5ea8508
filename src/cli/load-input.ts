import { createReadStream } from "node:fs";
import { open, readFile } from "node:fs/promises";
import { basename } from "node:path";
import { openCsv } from "../workbook/csv";
import type { CsvInput } from "../workbook/csv-text";
import { MemoryPort } from "../workbook/memory";
import { MemoryWorkbook } from "../workbook/memory-workbook";
import type { RowReference, WorkbookPort } from "../workbook/port";
import { WorkbookError } from "../workbook/port";
import type { RowSource } from "../workbook/rows";
import type { XlsxWorkbook } from "../workbook/xlsx";
import { createWorkbookBytes, openWorkbook, saveWorkbook } from "../workbook/xlsx";

/** Above this many cells the output holds only our sheets. */
const MOST_CELLS_IN_PLACE = 4_000_000;

const CHUNK_BYTES = 1 << 17;

/** A file that was opened: rows of a CSV file, or a workbook. */
export type OpenedFile =
  | { readonly kind: "csv"; readonly source: RowSource }
  | { readonly kind: "workbook"; readonly xlsx: XlsxWorkbook; readonly port: MemoryPort };

/** Where the output goes: the port to write through, and the bytes of the file that it makes. */
export interface OutputTarget {
  readonly port: WorkbookPort;
  /** Whether the output is the input with our sheets added. */
  readonly isInPlace: boolean;
  save(): Promise<Uint8Array>;
}

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new WorkbookError("fileNotFound", `cannot read ${file}`, { file }, error);
  }
}

/** The first bytes of a file, which tell what it is, and how many there are. */
async function readStart(file: string): Promise<{ start: Uint8Array; byteLength: number }> {
  try {
    const handle = await open(file);
    try {
      const { bytesRead, buffer } = await handle.read(new Uint8Array(8), 0, 8, 0);
      return { start: buffer.subarray(0, bytesRead), byteLength: (await handle.stat()).size };
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw new WorkbookError("fileNotFound", `cannot read ${file}`, { file }, error);
  }
}

/** The bytes of a file from disk, anew for every iteration: a text file may be larger than the memory. */
function streamFile(file: string, byteLength: number): CsvInput {
  return {
    byteLength,
    [Symbol.asyncIterator]: () => createReadStream(file, { highWaterMark: CHUNK_BYTES })[Symbol.asyncIterator](),
  };
}

const zipMark = [0x50, 0x4b];
const compoundMark = [0xd0, 0xcf, 0x11, 0xe0];
const beginsWith = (bytes: Uint8Array, mark: readonly number[]) => mark.every((byte, i) => bytes[i] === byte);

/** Errors about the content of a file say which file it is. */
export async function nameFile<Result>(file: string, open: () => Promise<Result>): Promise<Result> {
  try {
    return await open();
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    throw new WorkbookError(error.code, error.detail, { file, ...error.parameters }, error);
  }
}

/**
 * Opens a workbook or a CSV file, told apart by their content.
 *
 * @throws WorkbookError `fileNotFound`, `emptySource`, `notAWorkbook`, `passwordProtected`, `tooLarge`
 */
export async function openFile(file: string): Promise<OpenedFile> {
  const { start, byteLength } = await readStart(file);
  const isWorkbook = /\.xls[xmb]?$/i.test(file) || beginsWith(start, zipMark) || beginsWith(start, compoundMark);
  if (!isWorkbook) {
    const name = basename(file);
    return { kind: "csv", source: await nameFile(name, () => openCsv(streamFile(file, byteLength), name)) };
  }
  const bytes = await readBytes(file);
  if (bytes.length === 0) throw new WorkbookError("emptySource", "the file is empty", { name: basename(file) });
  const xlsx = await nameFile(basename(file), () => openWorkbook(bytes));
  return { kind: "workbook", xlsx, port: new MemoryPort(xlsx.workbook) };
}

/** Rows of a second file; `sheet` only for workbooks. */
export async function openSecondRows(file: string, sheet: string | null): Promise<RowSource> {
  const opened = await openFile(file);
  if (opened.kind === "csv") return opened.source;
  const reference: RowReference = { kind: "range", ...(sheet === null ? {} : { sheet }) };
  return opened.port.openRows(reference);
}

function countCells({ sheets }: MemoryWorkbook): number {
  return sheets.reduce((sum, sheet) => {
    const used = sheet.usedRange();
    return sum + (used === null ? 0 : used.rowCount * used.columnCount);
  }, 0);
}

/** The workbook that the output is written into: the opened one, or a new one for rows of a CSV file or a very large workbook. */
export function chooseTarget(opened: OpenedFile): OutputTarget {
  if (opened.kind === "workbook" && countCells(opened.xlsx.workbook) <= MOST_CELLS_IN_PLACE) {
    return { port: opened.port, isInPlace: true, save: () => saveWorkbook(opened.xlsx) };
  }
  return createTarget();
}

/** A new workbook that holds only what is written into it. */
export function createTarget(): OutputTarget {
  const workbook = new MemoryWorkbook();
  const [empty] = workbook.sheets;
  const save = () => {
    workbook.removeSheet(empty);
    return createWorkbookBytes(workbook);
  };
  return { port: new MemoryPort(workbook), isInPlace: false, save };
}
