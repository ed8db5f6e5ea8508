import type { RowBlock } from "../core/transactions/cells";
import type { CellValue } from "./port";
import type { RowSample } from "./row-samples";
import { sampleBlock } from "./row-samples";
import type { RowPlace, RowRequest, RowSource } from "./rows";
import { isDateFormat, parseSerial } from "./serial-date";
import type { RowLayout } from "./table-source";

/** Cells of consecutive rows as the sheet holds them: dates as serials. `hidden` may be left out when no row is. */
export interface SheetBlock {
  readonly columns: readonly ArrayLike<CellValue>[];
  readonly hidden?: Uint8Array;
}

/** How an adapter reads rows of a sheet. */
export interface SheetBlockReader {
  readonly date1904: boolean;
  /** The largest number of rows asked for at once, given how many columns are read. */
  chooseBlockRows(columnCount: number): number;
  /** One array per column asked for, in that order. @param row 0-based */
  readRows(row: number, count: number, columns: readonly number[], signal?: AbortSignal): Promise<SheetBlock>;
}

const unread: readonly CellValue[] = [];

function parseSerials(cells: ArrayLike<CellValue>, date1904: boolean): CellValue[] {
  return Array.from(cells, (cell) => (typeof cell === "number" ? parseSerial(cell, date1904) : cell));
}

/** Rows of a sheet as a source. */
export class SheetRows implements RowSource {
  readonly title: string;
  readonly place: RowPlace;
  readonly headers: readonly string[];
  readonly rowCount: number;
  samples: readonly RowSample[] = [];

  constructor(
    readonly layout: RowLayout,
    readonly formats: readonly string[],
    private readonly reader: SheetBlockReader,
  ) {
    this.title = layout.title;
    this.headers = layout.headers;
    this.rowCount = layout.rowCount;
    this.place = {
      sheet: layout.sheet,
      ...(layout.table === undefined ? {} : { table: layout.table }),
      headerRow: layout.headerRow + 1,
      firstColumn: layout.columns[0],
      lastColumn: layout.columns[layout.columns.length - 1],
    };
  }

  async readHead(count: number): Promise<RowBlock> {
    const dateColumns = this.formats.flatMap((format, column) => (isDateFormat(format) ? [column] : []));
    const columns: CellValue[][] = this.headers.map(() => []);
    const hidden = new Uint8Array(Math.min(count, this.rowCount));
    let rowCount = 0;
    for await (const block of this.readParts({ dateColumns }, hidden.length)) {
      block.columns.forEach((cells, column) => {
        for (let i = 0; i < cells.length; i++) columns[column].push(cells[i]);
      });
      if (block.hidden) hidden.set(block.hidden, rowCount);
      rowCount += block.rowCount;
    }
    return { firstRow: 0, rowCount, columns, ...(hidden.includes(1) ? { hidden } : {}) };
  }

  readBlocks(request: RowRequest = {}): AsyncIterable<RowBlock> {
    return this.readParts(request, this.rowCount);
  }

  rowNumber(position: number): number {
    const { runs } = this.layout;
    let low = 0;
    for (let high = runs.length - 1; low < high;) {
      const middle = Math.ceil((low + high) / 2);
      if (runs[middle].position <= position) low = middle;
      else high = middle - 1;
    }
    return runs[low].row + position - runs[low].position + 1;
  }

  private async *readParts(request: RowRequest, limit: number): AsyncGenerator<RowBlock> {
    const wanted = request.columns ?? this.headers.map((_, column) => column);
    const sheetColumns = wanted.map((column) => this.layout.columns[column]);
    const dates = new Set(request.dateColumns);
    const size = Math.max(1, this.reader.chooseBlockRows(wanted.length));
    const samples: RowSample[] = [];
    for (const run of this.layout.runs) {
      for (let done = 0; done < run.count && run.position + done < limit; done += size) {
        request.signal?.throwIfAborted();
        const firstRow = run.position + done;
        const rowCount = Math.min(size, run.count - done, limit - firstRow);
        const read = await this.reader.readRows(run.row + done, rowCount, sheetColumns, request.signal);
        if (wanted.length > 0) samples.push(...sampleBlock(firstRow, rowCount, sheetColumns, read.columns));
        const columns: ArrayLike<CellValue>[] = this.headers.map(() => unread);
        wanted.forEach((column, i) => {
          columns[column] = dates.has(column) ? parseSerials(read.columns[i], this.reader.date1904) : read.columns[i];
        });
        yield { firstRow, rowCount, columns, ...(read.hidden ? { hidden: read.hidden } : {}) };
        request.onProgress?.((firstRow + rowCount) * wanted.length, limit * wanted.length);
      }
    }
    if (limit === this.rowCount) this.samples = samples;
  }
}
