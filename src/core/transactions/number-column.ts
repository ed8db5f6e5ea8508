import type { Cell } from "./cells";
import { growFloat64, growUint8 } from "./grow";
import { COMMA, CONVERTED, CONVERTED_POINT, EMPTY, NumberParser, PLAIN, POINT, UNREADABLE } from "./parse-number";

const YES = new Set(["yes", "y", "true", "是", "有", "已"]);
const NO = new Set(["no", "n", "false", "否", "无", "未"]);
const CACHE_LIMIT = 50000;
/** Above it a figure is no figure: squares and products of such numbers overflow. */
const LARGEST = 1e60;

interface CachedReading {
  readonly value: number;
  readonly mark: number;
  readonly currency: number;
  readonly percent: boolean;
  readonly vote: number;
}

/**
 * Numbers of a column. Text is read in whatever form it has; forms with two readings (`1.234`) wait in {@link marks} until
 * {@link resolve} has heard the other cells of the column.
 */
export class NumberColumn {
  /** One number per row read, NaN where there is none. */
  values: Float64Array = new Float64Array(0);
  /** One constant of `parse-number.ts` per row read. */
  marks: Uint8Array = new Uint8Array(0);
  /** Currency per row read, an index into {@link currencies}; empty while no cell names a currency. */
  rowCurrencies: Uint8Array = new Uint8Array(0);
  /** Currencies by index; 0 is none. */
  readonly currencies: string[] = [""];
  /** Number of cells written with a percent sign. */
  percentCells = 0;

  private pointVotes = 0;
  private commaVotes = 0;
  private waiting = false;
  private readonly parser = new NumberParser();
  private readonly cache = new Map<string, CachedReading>();

  /** @param flags whether yes and no, true and false stand for 1 and 0 */
  constructor(private readonly flags = false) {}

  /**
   * Reads the cells of a block.
   *
   * @param cells  cells of the block; fewer than `count` count as blank
   * @param start  number of rows read before
   * @param count  rows of the block
   * @param filled set to 1 for each row that is not blank here
   */
  push(cells: ArrayLike<Cell>, start: number, count: number, filled: Uint8Array): void {
    this.values = growFloat64(this.values, start + count);
    this.marks = growUint8(this.marks, start + count);
    if (this.rowCurrencies.length > 0) this.rowCurrencies = growUint8(this.rowCurrencies, start + count);
    const { values, marks, parser } = this;
    for (let i = 0; i < count; i++) {
      const cell = i < cells.length ? cells[i] : null;
      const row = start + i;
      if (typeof cell === "number") {
        const finite = Number.isFinite(cell);
        const usable = Math.abs(cell) <= LARGEST;
        values[row] = usable ? cell + 0 : NaN;
        marks[row] = usable ? PLAIN : finite ? UNREADABLE : EMPTY;
        if (finite) filled[i] = 1;
      } else if (typeof cell === "string") {
        if (cell.length < 9) {
          const mark = parser.parse(cell);
          if (mark <= POINT && mark !== CONVERTED) {
            values[row] = parser.value;
            marks[row] = mark;
            if (mark === POINT) this.waiting = true;
            else if (parser.vote > 0) this.pointVotes++;
            filled[i] = 1;
            continue;
          }
        }
        this.readText(cell, row);
        if (marks[row] !== EMPTY || cell.trim() !== "") filled[i] = 1;
      } else {
        values[row] = cell !== null && this.flags ? Number(cell) : NaN;
        marks[row] = cell === null ? EMPTY : this.flags ? PLAIN : UNREADABLE;
        if (cell !== null) filled[i] = 1;
      }
    }
  }

  private readText(text: string, row: number): void {
    let reading = this.cache.get(text);
    if (reading === undefined) {
      reading = this.parseText(text);
      if (this.cache.size < CACHE_LIMIT) this.cache.set(text, reading);
    }
    this.values[row] = reading.value;
    this.marks[row] = reading.mark;
    if (reading.vote > 0) this.pointVotes++;
    else if (reading.vote < 0) this.commaVotes++;
    if (reading.percent) this.percentCells++;
    if (reading.mark === POINT || reading.mark === CONVERTED_POINT || reading.mark === COMMA) this.waiting = true;
    if (reading.currency > 0) {
      this.rowCurrencies = growUint8(this.rowCurrencies, this.values.length);
      this.rowCurrencies[row] = reading.currency;
    }
  }

  private parseText(text: string): CachedReading {
    const { parser } = this;
    const mark = parser.parse(text);
    let currency = 0;
    if (parser.currency !== "") {
      currency = this.currencies.indexOf(parser.currency);
      if (currency < 0) currency = this.currencies.push(parser.currency) - 1;
    }
    if (mark === UNREADABLE && this.flags) {
      const word = text.trim().toLowerCase();
      const flag = YES.has(word) ? 1 : NO.has(word) ? 0 : -1;
      if (flag >= 0) return { value: flag, mark: PLAIN, currency, percent: false, vote: 0 };
    }
    if (Math.abs(parser.value) > LARGEST) return { value: NaN, mark: UNREADABLE, currency, percent: false, vote: 0 };
    return { value: parser.value, mark, currency, percent: parser.percent, vote: parser.vote };
  }

  /**
   * Settles forms with two readings by the votes of the column: the decimal sign that more cells show.
   *
   * @param count        rows read
   * @param decimalComma the reader's own custom, which decides when no cell does
   */
  resolve(count: number, decimalComma: boolean): void {
    if (!this.waiting) return;
    settleNumbers(this, count, this.hasDecimalComma(decimalComma));
    this.waiting = false;
  }

  /** Whether any cell so far has a form with two readings. */
  get isWaiting(): boolean {
    return this.waiting;
  }

  /** Whether the decimal sign is a comma, by all cells read so far. */
  hasDecimalComma(decimalComma: boolean): boolean {
    return this.commaVotes === this.pointVotes ? decimalComma : this.commaVotes > this.pointVotes;
  }

  /** Forgets the rows read, not what they told about the column: the next block begins at row 0. */
  clearRows(): void {
    this.rowCurrencies.fill(0);
  }

  /** The numbers of the rows read, NaN where a cell holds none. */
  finish(count: number): Float64Array {
    this.resolve(count, false);
    return this.values.subarray(0, count);
  }
}

/** Numbers with their marks, and the currencies they name. */
export type MarkedNumbers = Pick<NumberColumn, "values" | "marks" | "rowCurrencies" | "currencies">;

/** Writes one reading over all forms with two, among the first `count` rows. */
export function settleNumbers(
  { values, marks }: Pick<NumberColumn, "values" | "marks">,
  count: number,
  comma: boolean,
): void {
  for (let row = 0; row < count; row++) {
    const mark = marks[row];
    if (!isDoubtful(mark)) continue;
    if (comma) values[row] = readWithComma(values[row], mark);
    marks[row] = !comma && mark === POINT ? PLAIN : CONVERTED;
  }
}

/** Whether a mark stands for a form with two readings. */
export function isDoubtful(mark: number): boolean {
  return mark === POINT || mark === CONVERTED_POINT || mark === COMMA;
}

/** The number of a form with two readings where the decimal sign is a comma. */
export function readWithComma(value: number, mark: number): number {
  if (mark === COMMA) return value / 1000;
  return mark === POINT || mark === CONVERTED_POINT ? Math.round(value * 1000) : value;
}
