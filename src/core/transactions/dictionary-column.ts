import type { Cell } from "./cells";
import { growInt32 } from "./grow";
import {
  detachText,
  formatNumberId,
  isErrorText,
  isMissingText,
  isTotalText,
  normalizeId,
  normalizeText,
} from "./parse-text";

/** Code of an empty cell. */
export const EMPTY_CODE = -1;
/** Code of a word for nothing, such as `NA`. */
export const MISSING_CODE = -2;
/** Code of an error value. */
export const ERROR_CODE = -3;
/** Code of a word that heads a row of totals. */
export const TOTAL_CODE = -4;

/** What a column holds: ids of customers, ids of orders, or other text. Only ids know words for nothing, only customers totals. */
export type DictionaryKind = "customer" | "order" | "text";

const LONGEST_SAFE_ID = 1e15;

/** Text of a column as codes 0, 1, ... in order of first appearance; each distinct text is normalized once. */
export class DictionaryColumn {
  /** One code per row read; see the negative constants for what is no text. */
  codes: Int32Array = new Int32Array(0);
  /** The distinct texts. */
  readonly labels: string[] = [];
  /** Codes of ids that came from number cells with more digits than a number holds exactly. */
  readonly longNumbers = new Set<number>();

  private readonly byText = new Map<string, number>();
  private readonly byNumber = new Map<number, number>();
  /** Labels that no cell had as its text when they were found; all others are in {@link byText}. */
  private readonly byLabel = new Map<string, number>();

  constructor(readonly kind: DictionaryKind) {}

  /**
   * Reads the cells of a block.
   *
   * @param cells  cells of the block; fewer than `count` count as blank
   * @param start  number of rows read before
   * @param count  rows of the block
   * @param filled set to 1 for each row that is not blank here
   */
  push(cells: ArrayLike<Cell>, start: number, count: number, filled: Uint8Array): void {
    this.codes = growInt32(this.codes, start + count);
    const { codes } = this;
    let previous: Cell = null;
    let code = EMPTY_CODE;
    for (let i = 0; i < count; i++) {
      const cell = i < cells.length ? cells[i] : null;
      if (cell !== previous) {
        previous = cell;
        if (typeof cell === "string") code = this.byText.get(cell) ?? this.addText(cell);
        else if (typeof cell === "number") code = this.byNumber.get(cell) ?? this.addNumber(cell);
        else code = cell === null ? EMPTY_CODE : this.addText(cell ? "TRUE" : "FALSE");
      }
      codes[start + i] = code;
      if (code !== EMPTY_CODE) filled[i] = 1;
    }
  }

  private addText(cell: string): number {
    const text = detachText(cell);
    const code = this.classify(text);
    this.byText.set(text, code);
    return code;
  }

  private classify(text: string): number {
    if (isErrorText(text)) return ERROR_CODE;
    if (this.kind === "text") {
      const label = normalizeText(text);
      return label === "" ? EMPTY_CODE : this.findLabel(label, text);
    }
    const id = normalizeId(text);
    if (id === "") return EMPTY_CODE;
    if (isMissingText(id)) return MISSING_CODE;
    return this.kind === "customer" && isTotalText(id) ? TOTAL_CODE : this.findLabel(id, text);
  }

  private addNumber(value: number): number {
    const code = Number.isFinite(value) ? this.findLabel(formatNumberId(value)) : EMPTY_CODE;
    if (Math.abs(value) >= LONGEST_SAFE_ID && code >= 0) this.longNumbers.add(code);
    this.byNumber.set(value, code);
    return code;
  }

  private findLabel(label: string, text?: string): number {
    const known = this.byLabel.get(label) ?? this.byText.get(label) ?? -1;
    if (known >= 0) return known;
    const code = this.labels.length;
    this.labels.push(label);
    if (label !== text) this.byLabel.set(label, code);
    return code;
  }
}
