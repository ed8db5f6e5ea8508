import type { Cell } from "./cells";
import { growInt32 } from "./grow";
import { DateParser, NO_DAY, parseCompactNumber } from "./parse-date";
import { isErrorText, isMissingText, normalizeText } from "./parse-text";

/** Stands for the day of an empty cell. */
export const EMPTY_DAY = -0x80000000;
/** Stands for the day of a cell that is no date. */
export const BAD_DAY = -0x7fffffff;
/** Stands for the day of an error value. */
export const ERROR_DAY = -0x7ffffffe;
/** Day numbers below this are no days. */
export const FIRST_DAY = -719162;
const LAST_DAY = 2932896;
const DAY_SECONDS = 86400;

/** How dates are read whose day and month could be swapped: by the votes of the column, or in a fixed order. */
export type DateOrder = "auto" | "dmy" | "mdy" | "ymd";

/** Dates of a column as day numbers with the second of the day; dates with two readings wait for the other cells of the column. */
export class DateColumn {
  /** Days since 1970-01-01 per row read, or one of the constants above. */
  days: Int32Array = new Int32Array(0);
  /** Second of the day per row read, -1 where unknown. */
  seconds: Int32Array = new Int32Array(0);
  /** Rows whose day and month could be swapped, ascending. */
  swappableRows: Int32Array = new Int32Array(0);
  /** Number of entries of {@link swappableRows}. */
  swappableCount = 0;

  private monthFirstDays: Int32Array = new Int32Array(0);
  private dayFirstVotes = 0;
  private monthFirstVotes = 0;
  private readonly parser: DateParser;

  /** @param order how to read dates whose day and month could be swapped */
  constructor(private readonly order: DateOrder) {
    this.parser = new DateParser(order === "ymd");
  }

  /**
   * Reads the cells of a block.
   *
   * @param cells  cells of the block, numbers being days since 1970-01-01; fewer than `count` count as blank
   * @param start  number of rows read before
   * @param count  rows of the block
   * @param filled set to 1 for each row that is not blank here
   */
  push(cells: ArrayLike<Cell>, start: number, count: number, filled: Uint8Array): void {
    this.days = growInt32(this.days, start + count);
    this.seconds = growInt32(this.seconds, start + count);
    const { days, seconds, parser } = this;
    let previous: Cell = null;
    let day = EMPTY_DAY;
    let second = -1;
    for (let i = 0; i < count; i++) {
      const cell = i < cells.length ? cells[i] : null;
      if (cell !== previous) {
        previous = cell;
        second = -1;
        parser.monthFirstDay = NO_DAY;
        parser.vote = 0;
        if (typeof cell === "string") {
          day = this.readText(cell);
          if (day > ERROR_DAY) second = parser.second;
        } else if (typeof cell === "number") {
          const whole = Math.floor(cell);
          day = toDay(whole);
          const rest = Math.round((cell - whole) * DAY_SECONDS);
          if (rest > 0 && day > ERROR_DAY) {
            second = rest % DAY_SECONDS;
            if (rest === DAY_SECONDS) day++;
          }
        } else day = cell === null ? EMPTY_DAY : BAD_DAY;
      }
      days[start + i] = day;
      seconds[start + i] = second;
      if (day !== EMPTY_DAY) {
        filled[i] = 1;
        if (parser.vote > 0) this.dayFirstVotes++;
        else if (parser.vote < 0) this.monthFirstVotes++;
        else if (parser.monthFirstDay !== NO_DAY) this.addSwappable(start + i, parser.monthFirstDay);
      }
    }
  }

  private readText(cell: string): number {
    if (this.parser.parse(cell)) return this.parser.day;
    this.parser.monthFirstDay = NO_DAY;
    this.parser.vote = 0;
    if (isErrorText(cell)) return ERROR_DAY;
    return isMissingText(normalizeText(cell)) ? EMPTY_DAY : BAD_DAY;
  }

  private addSwappable(row: number, monthFirstDay: number): void {
    this.swappableRows = growInt32(this.swappableRows, this.swappableCount + 1);
    this.monthFirstDays = growInt32(this.monthFirstDays, this.swappableCount + 1);
    this.swappableRows[this.swappableCount] = row;
    this.monthFirstDays[this.swappableCount++] = monthFirstDay;
  }

  /** Forgets the rows read, not what they told about the column: the next block begins at row 0. */
  clearRows(): void {
    this.swappableCount = 0;
  }

  /**
   * Settles the dates with two readings: by a fixed order, else by what more cells show, else by custom.
   *
   * @param dayFirst the reader's own custom, which decides when no cell does
   * @returns whether the day comes first
   */
  resolve(dayFirst: boolean): boolean {
    const first = this.findOrder(dayFirst);
    this.settle(this.days, first);
    return first;
  }

  /** Whether the day comes first in dates with two readings, by all cells read so far. */
  findOrder(dayFirst: boolean): boolean {
    const votes = this.dayFirstVotes - this.monthFirstVotes;
    return this.order === "dmy" || (this.order !== "mdy" && (votes === 0 ? dayFirst : votes > 0));
  }

  /** Writes the month-first reading over dates with two readings, unless the day comes first; `days` are those of the column or a copy. */
  settle(days: Int32Array, dayFirst: boolean): void {
    if (dayFirst) return;
    for (let i = 0; i < this.swappableCount; i++) days[this.swappableRows[i]] = this.monthFirstDays[i];
  }

  /** Hour of the day of the rows kept, -1 where unknown. */
  gatherHours(kept: Int32Array): Int8Array {
    const hours = new Int8Array(kept.length);
    for (let i = 0; i < kept.length; i++) {
      const second = this.seconds[kept[i]];
      hours[i] = second < 0 ? -1 : Math.floor(second / 3600);
    }
    return hours;
  }
}

function toDay(whole: number): number {
  if (whole >= FIRST_DAY && whole <= LAST_DAY) return whole;
  const day = Number.isFinite(whole) ? parseCompactNumber(whole) : NO_DAY;
  return day === NO_DAY ? BAD_DAY : day;
}
