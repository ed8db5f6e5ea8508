import type { CellValue } from "./port";

/**
 * Cells are kept by column in chunks of rows, which are made when first needed: a column of numbers stays an array of plain doubles, and a
 * lone cell at the foot of a sheet costs one chunk. A hole is a blank cell.
 */
const chunkRows = 4096;

/** The longest text that a cell of Excel holds. */
const longestText = 32767;

type Chunk = CellValue[];

/** What a cell keeps of a value: `NaN`, infinities and empty text are blank, overlong text is cut. */
export function normalizeValue(value: CellValue | undefined): CellValue {
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value === "string")
    return value === "" ? null : value.length > longestText ? value.slice(0, longestText) : value;
  return value ?? null;
}

/** The values of a sheet. */
export class CellColumns {
  private readonly columns: (Chunk | undefined)[][] = [];

  /** One more than the last column that ever held a value. */
  get columnCount(): number {
    return this.columns.length;
  }

  get(row: number, column: number): CellValue {
    return this.columns[column]?.[Math.floor(row / chunkRows)]?.[row % chunkRows] ?? null;
  }

  set(row: number, column: number, value: CellValue): void {
    const index = Math.floor(row / chunkRows);
    const kept = normalizeValue(value);
    if (kept === null) {
      const chunk = this.columns[column]?.[index];
      if (chunk) delete chunk[row % chunkRows];
      return;
    }
    const chunks = this.getChunks(column);
    const chunk = (chunks[index] ??= []);
    chunk[row % chunkRows] = kept;
  }

  /** The cells from `row` on, blanks as null. */
  read(row: number, column: number, count: number): CellValue[] {
    const cells = new Array<CellValue>(count);
    const chunks = this.columns[column];
    for (let done = 0; done < count;) {
      const offset = (row + done) % chunkRows;
      const length = Math.min(chunkRows - offset, count - done);
      const chunk = chunks?.[Math.floor((row + done) / chunkRows)];
      if (chunk) for (let i = 0; i < length; i++) cells[done + i] = chunk[offset + i] ?? null;
      else cells.fill(null, done, done + length);
      done += length;
    }
    return cells;
  }

  /** Blanks `count` cells from `row` on. */
  clear(row: number, column: number, count: number): void {
    const chunks = this.columns[column];
    if (!chunks) return;
    const end = row + count;
    for (let index = Math.floor(row / chunkRows); index < chunks.length && index * chunkRows < end; index++) {
      const chunk = chunks[index];
      if (!chunk) continue;
      const from = Math.max(0, row - index * chunkRows);
      const to = Math.min(chunkRows, end - index * chunkRows);
      if (from === 0 && to >= chunk.length) chunks[index] = undefined;
      else for (let i = from; i < Math.min(to, chunk.length); i++) delete chunk[i];
    }
  }

  /** The first and last row with a value among `count` rows from `row` on, or null. */
  findUsedRows(column: number, row: number, count: number): { first: number; last: number } | null {
    const first = this.findValue(column, row, row + count, 1);
    return first < 0 ? null : { first, last: this.findValue(column, row, row + count, -1) };
  }

  private findValue(column: number, from: number, to: number, step: 1 | -1): number {
    const chunks = this.columns[column] ?? [];
    const end = Math.min(to, chunks.length * chunkRows);
    for (let row = step > 0 ? from : end - 1; row >= from && row < end;) {
      const index = Math.floor(row / chunkRows);
      const chunk = chunks[index];
      if (!chunk) {
        row = step > 0 ? (index + 1) * chunkRows : index * chunkRows - 1;
        continue;
      }
      if (chunk[row % chunkRows] !== undefined) return row;
      row += step;
    }
    return -1;
  }

  private getChunks(column: number): (Chunk | undefined)[] {
    while (this.columns.length <= column) this.columns.push([]);
    return this.columns[column];
  }
}
