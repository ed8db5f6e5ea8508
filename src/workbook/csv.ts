import Papa from "papaparse";
import { findHeaderRow, headerSearchRows } from "../core/transactions/find-header";
import type { RowBlock } from "../core/transactions/cells";
import { formatColumn } from "./address";
import type { CsvInput, EncodedText } from "./csv-text";
import { detectEncoding, readText } from "./csv-text";
import { sheetColumns } from "./grid-range";
import type { CellValue } from "./port";
import { WorkbookError } from "./port";
import type { RowRequest, RowSource } from "./rows";

type CsvRecord = readonly string[];

/** How many characters are looked at to find delimiter, header and width. */
const sampleLength = 1 << 18;
/** A row that is longer, mostly for want of a quotation mark, is refused before it fills the memory; so is one of more columns than a sheet has. */
const longestRecord = 1 << 23;
const delimiters = [",", ";", "\t", "|"];
const separatorLine = /^sep=(.)\n/i;

interface CsvLayout {
  readonly encoded: EncodedText;
  readonly delimiter: string;
  /** Characters at the start that are no rows: a line `sep=;`. */
  readonly skippedText: number;
  /** Records above the first row, and the lines they take. */
  readonly skippedRecords: number;
  readonly skippedLines: number;
  readonly headers: readonly string[];
}

/** The complete records in a piece of text, and how much of it they take; at the end of a file the last one is complete too. */
function parseRecords(text: string, delimiter: string, isEnd: boolean): { records: CsvRecord[]; length: number } {
  const parser = new Papa.Parser({ delimiter, newline: "\n" });
  const parsed = parser.parse(text, 0, !isEnd) as { data: CsvRecord[]; meta: { cursor: number } };
  const records = parsed.data;
  // The line break at the end of a file begins no row.
  if (isEnd && text.endsWith("\n") && isBlankRecord(records[records.length - 1])) records.pop();
  return { records, length: isEnd ? text.length : parsed.meta.cursor };
}

function isBlankRecord(record: CsvRecord | undefined): boolean {
  return record !== undefined && record.length === 1 && record[0] === "";
}

function refuseText(detail: string, limit: number, unit: string): never {
  throw new WorkbookError("tooLarge", detail, { limit: String(limit), unit });
}

/** The delimiter that cuts most records into the same number of cells, more cells being better. */
function detectDelimiter(text: string, isEnd: boolean): string {
  let best = { delimiter: ",", score: 0 };
  for (const delimiter of delimiters) {
    const widths = parseRecords(text, delimiter, isEnd).records.filter((record) => !isBlankRecord(record));
    const counts = new Map<number, number>();
    for (const { length } of widths) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
    for (const [width, count] of counts) {
      const score = (count / widths.length) * (1 - 1 / width);
      if (score > best.score) best = { delimiter, score };
    }
  }
  return best.delimiter;
}

function countLines(record: CsvRecord): number {
  let lines = 1;
  for (const cell of record) for (let at = cell.indexOf("\n"); at >= 0; at = cell.indexOf("\n", at + 1)) lines++;
  return lines;
}

function parseLayout(text: string, isEnd: boolean, encoded: EncodedText): CsvLayout {
  const separator = separatorLine.exec(text);
  const skippedText = separator ? separator[0].length : 0;
  const body = text.slice(skippedText);
  const delimiter = separator ? separator[1] : detectDelimiter(body, isEnd);
  const { records } = parseRecords(body, delimiter, isEnd);
  const head = records.slice(0, headerSearchRows);
  const headerRow = findHeaderRow(head.map((record) => record.map((cell) => (cell === "" ? null : cell))));
  const above = records.slice(0, headerRow + 1);
  const width = records.reduce((widest, record) => Math.max(widest, record.length), 0);
  if (width > sheetColumns) refuseText("the file has too many columns", sheetColumns, "columns");
  const names = headerRow < 0 ? [] : records[headerRow];
  return {
    encoded,
    delimiter,
    skippedText,
    skippedRecords: above.length,
    skippedLines: above.reduce((sum, record) => sum + countLines(record), separator ? 1 : 0),
    headers: Array.from(
      { length: width },
      (_, column) => (names[column] ?? "").replace(/\s+/g, " ").trim() || formatColumn(column),
    ),
  };
}

/** The beginning of a file with at least one whole row in it, or all of it. */
async function readSample(input: CsvInput, encoded: EncodedText): Promise<{ text: string; isEnd: boolean }> {
  let text = "";
  let wanted = sampleLength;
  for await (const piece of readText(input, encoded)) {
    text += piece;
    if (text.length < wanted) continue;
    if (delimiters.some((delimiter) => parseRecords(text, delimiter, false).records.length > 0))
      return { text, isEnd: false };
    if (text.length > longestRecord) refuseText("a row has too many characters", longestRecord, "characters");
    wanted = 2 * text.length;
  }
  return { text, isEnd: true };
}

/**
 * Opens the text of a CSV file as rows. Encoding (UTF-8, UTF-16 with byte order mark, GB18030, else Windows-1252), delimiter and header are
 * found from the content; a first line `sep=;` names the delimiter. Cells stay text, blank ones are null, short rows are filled with blanks,
 * and cells beyond the widest of the first rows are left out.
 *
 * @param input the bytes, or chunks of bytes that can be iterated anew for every read
 * @param title what to call it, such as the file's name
 * @param mostLookedAt how many bytes of a file of known length are looked at for its encoding before it is read
 * @throws WorkbookError `emptySource` without rows, `notAWorkbook` when it is no text, `tooLarge` (parameters `limit`, `unit`) for rows of more
 *   than {@link sheetColumns} columns or {@link longestRecord} characters; later rows throw while they are read
 */
export async function openCsv(input: CsvInput, title: string, mostLookedAt?: number): Promise<RowSource> {
  const encoded = await detectEncoding(input, mostLookedAt);
  if (encoded === null) throw new WorkbookError("notAWorkbook", "the file is not text", { name: title });
  const { text, isEnd } = await readSample(input, encoded);
  if (text.trim() === "") throw new WorkbookError("emptySource", "the file is empty", { name: title });
  const source = new CsvRows(input, title, parseLayout(text, isEnd, encoded));
  const head = await source.readHead(1);
  if (head.rowCount === 0)
    throw new WorkbookError("emptySource", "there are no rows below the header", { name: title });
  return source;
}

class CsvRows implements RowSource {
  readonly place = null;
  readonly rowCount = -1;
  readonly lineCount: number;
  readonly headers: readonly string[];
  readonly formats: readonly string[];
  /** Positions after rows of several lines, and by how many lines all later rows are further down; as far as was read. */
  private readonly shifts: { position: number; lines: number }[] = [];
  private seenRows = 0;

  constructor(
    private readonly input: CsvInput,
    readonly title: string,
    private readonly layout: CsvLayout,
  ) {
    this.headers = layout.headers;
    this.lineCount = Math.max(0, layout.encoded.lineCount - layout.skippedLines);
    this.formats = layout.headers.map(() => "");
  }

  async readHead(count: number): Promise<RowBlock> {
    const columns: CellValue[][] = this.headers.map(() => []);
    let rowCount = 0;
    for await (const block of this.readBlocks()) {
      const used = Math.min(block.rowCount, count - rowCount);
      block.columns.forEach((cells, column) => {
        for (let i = 0; i < used; i++) columns[column].push(cells[i]);
      });
      rowCount += used;
      if (rowCount >= count) break;
    }
    return { firstRow: 0, rowCount, columns };
  }

  async *readBlocks(request: RowRequest = {}): AsyncGenerator<RowBlock> {
    const wanted = request.columns ?? this.headers.map((_, column) => column);
    let firstRow = 0;
    for await (const records of this.readRecords(request.signal)) {
      this.noteLines(records, firstRow);
      const columns: CellValue[][] = this.headers.map(() => []);
      for (const column of wanted) columns[column] = records.map((record) => record[column] || null);
      yield { firstRow, rowCount: records.length, columns };
      firstRow += records.length;
      request.onProgress?.(firstRow * wanted.length, -1);
    }
  }

  rowNumber(position: number): number {
    let low = 0;
    for (let high = this.shifts.length; low < high;) {
      const middle = (low + high) >> 1;
      if (this.shifts[middle].position <= position) low = middle + 1;
      else high = middle;
    }
    return this.layout.skippedLines + position + 1 + (low > 0 ? this.shifts[low - 1].lines : 0);
  }

  private async *readRecords(signal: AbortSignal | undefined): AsyncGenerator<CsvRecord[]> {
    const { encoded, delimiter, skippedText } = this.layout;
    let skip = this.layout.skippedRecords;
    let rest = "";
    let isFirst = true;
    /** A row that goes on and on is looked at again when the text has doubled. */
    let nextLook = 0;
    const pieces = readText(this.input, encoded)[Symbol.asyncIterator]();
    try {
      for (let next = await pieces.next(); ;) {
        signal?.throwIfAborted();
        const piece = next.done ? "" : next.value;
        next = next.done ? next : await pieces.next();
        const isEnd = next.done === true;
        rest += piece;
        if (isFirst && rest.length >= skippedText) {
          rest = rest.slice(skippedText);
          isFirst = false;
        }
        if (rest.length < nextLook && !isEnd) continue;
        const { records, length } = parseRecords(rest, delimiter, isEnd);
        rest = rest.slice(length);
        if (rest.length > longestRecord) refuseText("a row has too many characters", longestRecord, "characters");
        nextLook = records.length > 0 ? 0 : Math.min(2 * rest.length, longestRecord + 1);
        const rows = records.slice(Math.min(skip, records.length));
        skip -= records.length - rows.length;
        if (rows.length > 0) yield rows;
        if (isEnd) return;
      }
    } finally {
      // Who stops early leaves no file open.
      await pieces.return?.(undefined);
    }
  }

  private noteLines(records: readonly CsvRecord[], firstRow: number): void {
    let lines = this.shifts[this.shifts.length - 1]?.lines ?? 0;
    for (let i = Math.max(0, this.seenRows - firstRow); i < records.length; i++) {
      const more = countLines(records[i]) - 1;
      if (more > 0) this.shifts.push({ position: firstRow + i + 1, lines: (lines += more) });
    }
    this.seenRows = Math.max(this.seenRows, firstRow + records.length);
  }
}
