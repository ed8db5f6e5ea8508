import { formatSerial } from "../../workbook/serial-date";
import { openCsv } from "../../workbook/csv";
import { MemoryWorkbook } from "../../workbook/memory-workbook";
import type { MemorySheet } from "../../workbook/memory-sheet";
import { sheetRows } from "../../workbook/grid-range";
import type { CellValue } from "../../workbook/port";
import { WorkbookError } from "../../workbook/port";
import type { XlsxWorkbook } from "../../workbook/xlsx";
import { createWorkbookBytes, openWorkbook, saveWorkbook } from "../../workbook/xlsx";

/** A workbook in memory with a way to make a file of it. */
export interface OpenBook {
  readonly name: string;
  readonly workbook: MemoryWorkbook;
  save(): Promise<Uint8Array>;
}

const zipStart = [0x50, 0x4b];
const compoundStart = [0xd0, 0xcf];

/** Opens a file by what it holds, whatever its name. @throws WorkbookError */
export async function openFile(name: string, bytes: Uint8Array): Promise<OpenBook> {
  const begins = (start: readonly number[]) => start.every((byte, index) => bytes[index] === byte);
  if (begins(zipStart) || begins(compoundStart)) {
    const xlsx: XlsxWorkbook = await openWorkbook(bytes);
    return { name, workbook: xlsx.workbook, save: () => saveWorkbook(xlsx) };
  }
  const workbook = await readCsv(name, bytes);
  return { name, workbook, save: () => createWorkbookBytes(workbook) };
}

async function readCsv(name: string, bytes: Uint8Array): Promise<MemoryWorkbook> {
  const source = await openCsv(bytes, name);
  const workbook = new MemoryWorkbook(buildSheetName(name));
  const [sheet] = workbook.sheets;
  source.headers.forEach((header, column) => sheet.setValue(0, column, header));
  let rowCount = 1;
  for await (const block of source.readBlocks()) {
    if (rowCount + block.rowCount > sheetRows)
      throw new WorkbookError("tooLarge", "the file has more rows than a worksheet", {
        limit: String(sheetRows),
        unit: "rows",
      });
    sheet.writeBlock({ row: rowCount, column: 0, columns: block.columns });
    rowCount += block.rowCount;
  }
  source.headers.forEach((header, column) => typeColumn(sheet, column, header, rowCount));
  sheet.applyStyle({ row: 0, column: 0, rowCount: 1, columnCount: source.headers.length }, { bold: true });
  sheet.freeze = { rows: 1, columns: 0 };
  return workbook;
}

function buildSheetName(name: string): string {
  const bare = name.replace(/\.[^.]*$/, "").replace(/[\\/?*[\]:']/g, " ");
  const cut = bare.trim().slice(0, 31).trim();
  return cut === "" || cut.toLowerCase() === "history" ? "Data" : cut;
}

const isoDate = /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2}):(\d{2})(?::(\d{2}))?)?$/;

function readNumber(text: string): number | null {
  const number = Number(text);
  return text.length <= 16 && (String(number) === text || /^-?(0|[1-9]\d*)\.\d+$/.test(text)) ? number : null;
}

function readDate(text: string): number | null {
  const match = isoDate.exec(text);
  if (!match) return null;
  const [year, month, day, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0));
  const milliseconds = Date.UTC(year, month - 1, day, hours, minutes, seconds);
  const isReal = new Date(milliseconds).getUTCDate() === day && month <= 12 && hours < 24 && minutes < 60;
  return isReal && year >= 1900 ? formatSerial(milliseconds / 86_400_000) : null;
}

/** Numbers and ISO dates become values where a whole column holds nothing else; so ids with leading zeros stay text. */
function typeColumn(sheet: MemorySheet, column: number, header: string, rowCount: number): void {
  const cells = sheet.readColumn(1, column, rowCount - 1);
  const texts = cells.filter((cell): cell is string => typeof cell === "string");
  const widest = texts.slice(0, 500).reduce((most, text) => Math.max(most, text.length), header.length);
  sheet.columnWidths.set(column, Math.min(40, Math.max(9, widest + 2)));
  if (texts.length === 0) return;
  const range = { row: 1, column, rowCount: rowCount - 1, columnCount: 1 };
  const readers = [
    { read: readNumber, format: null },
    { read: readDate, format: texts[0].length > 10 ? "yyyy-mm-dd hh:mm" : "yyyy-mm-dd" },
  ];
  for (const { read, format } of readers) {
    if (!texts.every((text) => read(text) !== null)) continue;
    const values = cells.map((cell): CellValue => (typeof cell === "string" ? read(cell) : cell));
    sheet.writeBlock({ row: 1, column, columns: [values] });
    if (format !== null) sheet.applyStyle(range, { numberFormat: format });
    return;
  }
}
