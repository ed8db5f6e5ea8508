import type { Cell } from "./cells";
import { EMPTY_CODE, ERROR_CODE, MISSING_CODE } from "./dictionary-column";
import { growInt32, growUint8 } from "./grow";
import { hasPrefix } from "./judge-rows";
import { formatNumberId, isErrorText, isMissingText, normalizeId } from "./parse-text";

const LONGEST_SAFE_ID = 1e15;
/** Ids up to this length may be words for nothing. */
const LONGEST_WORD = 4;

/** Ids of orders as 64-bit hashes: of the rows of one block only, so that no id is kept. */
export class HashColumn {
  /** First half of the hash of the id per row. */
  highs: Int32Array = new Int32Array(0);
  /** Second half of the hash of the id per row. */
  lows: Int32Array = new Int32Array(0);
  /** 0 where a row has an id, else one of the negative codes of `dictionary-column.ts`. */
  codes: Int32Array = new Int32Array(0);
  /** 1 where the id begins like that of a cancelled order. */
  prefixed: Uint8Array = new Uint8Array(0);
  /** 1 where the id came from a number cell with more digits than a number holds exactly. */
  longNumbers: Uint8Array = new Uint8Array(0);

  private high = 0;
  private low = 0;

  /** @param prefixes what stands before the digits of a cancelled order's id, in lower case */
  constructor(private readonly prefixes: readonly string[]) {}

  /** Reads the cells of a block over those of the block before; see the other columns. */
  push(cells: ArrayLike<Cell>, count: number, filled: Uint8Array): void {
    this.highs = growInt32(this.highs, count);
    this.lows = growInt32(this.lows, count);
    this.codes = growInt32(this.codes, count);
    this.prefixed = growUint8(this.prefixed, count);
    this.longNumbers = growUint8(this.longNumbers, count);
    let previous: Cell | undefined;
    for (let row = 0; row < count; row++) {
      const cell = row < cells.length ? cells[row] : null;
      if (cell === previous) this.repeatRow(row);
      else this.readCell(cell, row);
      previous = cell;
      if (this.codes[row] !== EMPTY_CODE) filled[row] = 1;
    }
  }

  private repeatRow(row: number): void {
    this.highs[row] = this.highs[row - 1];
    this.lows[row] = this.lows[row - 1];
    this.codes[row] = this.codes[row - 1];
    this.prefixed[row] = this.prefixed[row - 1];
    this.longNumbers[row] = this.longNumbers[row - 1];
  }

  private readCell(cell: Cell, row: number): void {
    this.longNumbers[row] = 0;
    if (typeof cell === "string") {
      if (isPlainId(cell)) this.addId(cell, row);
      else this.readText(cell, row);
    } else if (typeof cell === "number" && Number.isFinite(cell)) {
      this.addId(formatNumberId(cell), row);
      if (Math.abs(cell) >= LONGEST_SAFE_ID) this.longNumbers[row] = 1;
    } else if (typeof cell === "boolean") this.addId(cell ? "TRUE" : "FALSE", row);
    else this.addNothing(EMPTY_CODE, row);
  }

  private readText(text: string, row: number): void {
    if (isErrorText(text)) return this.addNothing(ERROR_CODE, row);
    const id = normalizeId(text);
    if (id === "") return this.addNothing(EMPTY_CODE, row);
    if (isMissingText(id)) return this.addNothing(MISSING_CODE, row);
    this.addId(id, row);
  }

  private addNothing(code: number, row: number): void {
    this.codes[row] = code;
    this.highs[row] = 0;
    this.lows[row] = code;
    this.prefixed[row] = 0;
  }

  private addId(id: string, row: number): void {
    this.hash(id);
    this.codes[row] = 0;
    this.highs[row] = this.high;
    this.lows[row] = this.low;
    this.prefixed[row] = this.prefixes.length > 0 && hasPrefix(id, this.prefixes) ? 1 : 0;
  }

  /** @see Appleby (2016), MurmurHash3; two streams of it with the multipliers of each other's mixing */
  private hash(text: string): void {
    let high = 0x3c6ef372;
    let low = 0x1f83d9ab;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      high = Math.imul(high ^ unit, 0xcc9e2d51);
      high = (high << 15) | (high >>> 17);
      low = Math.imul(low ^ unit, 0x1b873593);
      low = (low << 13) | (low >>> 19);
    }
    high = Math.imul(high ^ (low >>> 16) ^ text.length, 0x85ebca6b);
    low = Math.imul(low ^ (high >>> 13), 0xc2b2ae35);
    this.high = high ^ (low >>> 16);
    this.low = low ^ (this.high >>> 15);
  }
}

/** Letters, digits and signs that normalizing leaves as they are, in an id that is no word for nothing. */
function isPlainId(text: string): boolean {
  if (text.length <= LONGEST_WORD) return false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit <= 35 || unit === 46 || unit > 126) return false;
  }
  return true;
}
