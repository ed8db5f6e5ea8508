import { compareCodePoints } from "../math/order";
import type { Cell } from "./cells";
import type { TextColumn } from "./columns";
import type { KeyColumn } from "./duplicates";
import { growFloat64, growInt32 } from "./grow";
import { detachText, isErrorText, isMissingText, normalizeText } from "./parse-text";

/** A column with more distinct texts than this is no attribute: comments, addresses, keys. */
export const LABEL_LIMIT = 65536;
/** Share of the cells that must be numbers for a column to be one of numbers. */
const NUMBER_SHARE = 0.8;
const PLAIN_NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d+)?$/;

/** What a column of unknown content turned out to be; null where it has too many distinct texts. */
export type AttributeContent =
  { readonly kind: "number"; readonly numbers: Float64Array } | ({ readonly kind: "category" } & TextColumn) | null;

/**
 * A column whose kind only its content tells: numbers where at least four in five cells are numbers, else text. Text with leading
 * zeros is text.
 */
export class AttributeColumn {
  private numbers: Float64Array = new Float64Array(0);
  private codes: Int32Array = new Int32Array(0);
  private labels: string[] = [];
  private readonly byText = new Map<string, number>();
  private readonly byLabel = new Map<string, number>();
  private readonly numberCodes = new Map<number, number>();
  private readonly numberLabels: string[] = [];
  private numberCells = 0;
  private textCells = 0;
  private overflowed = false;

  /** @param limit most distinct texts a column may have */
  constructor(private readonly limit = LABEL_LIMIT) {}

  /** Reads the cells of a block; see the other columns. */
  push(cells: ArrayLike<Cell>, start: number, count: number): void {
    this.numbers = growFloat64(this.numbers, start + count);
    this.codes = growInt32(this.codes, start + count);
    const { numbers, codes } = this;
    for (let i = 0; i < count; i++) {
      const cell = i < cells.length ? cells[i] : null;
      let number = NaN;
      let code = -1;
      if (typeof cell === "number") number = Number.isFinite(cell) ? cell + 0 : NaN;
      else if (typeof cell === "string") {
        number = readPlainNumber(cell);
        if (number !== number) code = this.byText.get(cell) ?? this.addText(cell);
      } else if (cell !== null) code = this.findLabel(cell ? "TRUE" : "FALSE");
      if (number === number) this.numberCells++;
      else if (code >= 0) this.textCells++;
      numbers[start + i] = number;
      codes[start + i] = code;
    }
    if (this.labels.length > this.limit) this.dropLabels(start + count);
  }

  /** From here on codes are hashes: enough to tell rows apart. */
  private dropLabels(count: number): void {
    const hashes = Int32Array.from(this.labels, hashText);
    for (let row = 0; row < count; row++) if (this.codes[row] >= 0) this.codes[row] = hashes[this.codes[row]];
    this.overflowed = true;
    this.labels = [];
    this.byText.clear();
    this.byLabel.clear();
  }

  /**
   * What tells rows apart.
   *
   * @param count rows read
   */
  listKeys(count: number): KeyColumn[] {
    return [this.codes.subarray(0, count), this.numbers.subarray(0, count)];
  }

  private addText(cell: string): number {
    const text = detachText(cell);
    const label = normalizeText(text);
    const code = isMissingText(label) || isErrorText(label) ? -1 : this.findLabel(label);
    if (!this.overflowed) this.byText.set(text, code);
    return code;
  }

  private findLabel(label: string): number {
    if (this.overflowed) return hashText(label);
    let code = this.byLabel.get(label);
    if (code === undefined) this.byLabel.set(label, (code = this.labels.push(label) - 1));
    return code;
  }

  /** What the cells read so far make of the column; null with too many distinct texts. */
  findKind(): "number" | "category" | null {
    if (this.overflowed) return null;
    const isNumber = this.numberCells > 0 && this.numberCells >= NUMBER_SHARE * (this.numberCells + this.textCells);
    return isNumber ? "number" : "category";
  }

  /** The number in a row read, NaN where there is none. */
  readNumber(row: number): number {
    return this.numbers[row];
  }

  /** Code of the text in a row read, -1 where there is none; for a column of text, in which a number counts as its text. To be called when all texts were seen. */
  readCode(row: number): number {
    const number = this.numbers[row];
    if (number !== number) return this.codes[row];
    const known = this.numberCodes.get(number);
    if (known !== undefined) return known;
    const label = String(number);
    const code = this.byLabel.get(label) ?? this.labels.length + this.numberLabels.push(label) - 1;
    this.numberCodes.set(number, code);
    return code;
  }

  /** The distinct texts by the codes of {@link readCode}; null when they are too many. */
  listLabels(): readonly string[] | null {
    const count = this.labels.length + this.numberLabels.length;
    return this.overflowed || count > this.limit ? null : [...this.labels, ...this.numberLabels];
  }

  /**
   * The content of the rows kept.
   *
   * @param kept positions among the rows read
   */
  finish(kept: Int32Array): AttributeContent {
    const kind = this.findKind();
    if (kind === null) return null;
    if (kind === "number") return { kind, numbers: gatherNumbers(this.numbers, kept) };
    const codes = new Int32Array(kept.length);
    const labels = [...this.labels];
    const byLabel = new Map(this.byLabel);
    const byNumber = new Map<number, number>();
    for (let i = 0; i < kept.length; i++) {
      const number = this.numbers[kept[i]];
      let code = this.codes[kept[i]];
      if (number === number) {
        const known = byNumber.get(number);
        if (known !== undefined) code = known;
        else {
          const label = String(number);
          code = byLabel.get(label) ?? labels.push(label) - 1;
          byLabel.set(label, code);
          byNumber.set(number, code);
        }
      }
      codes[i] = code;
    }
    return labels.length > this.limit ? null : { kind: "category", ...sortLabels(codes, labels) };
  }
}

/** @see Fowler, Noll & Vo (2012), the FNV non-cryptographic hash algorithm; here without the sign bit */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash & 0x7fffffff;
}

function readPlainNumber(text: string): number {
  const first = text.charCodeAt(0);
  if (!(first >= 45 && first <= 57) && first !== 32) return NaN;
  const trimmed = text.trim();
  return PLAIN_NUMBER.test(trimmed) ? Number(trimmed) : NaN;
}

/** The numbers at the positions kept. */
export function gatherNumbers(values: Float64Array, kept: Int32Array): Float64Array {
  const gathered = new Float64Array(kept.length);
  for (let i = 0; i < kept.length; i++) gathered[i] = values[kept[i]];
  return gathered;
}

/** The codes at the positions kept. */
export function gatherCodes(codes: Int32Array, kept: Int32Array): Int32Array {
  const gathered = new Int32Array(kept.length);
  for (let i = 0; i < kept.length; i++) gathered[i] = codes[kept[i]];
  return gathered;
}

/**
 * Codes renumbered so that labels are in code point order and none is unused, which makes them independent of the order of rows.
 *
 * @param codes  negative = blank; overwritten
 * @param labels by code
 */
export function sortLabels(codes: Int32Array, labels: readonly string[]): TextColumn {
  const used = new Uint8Array(labels.length);
  for (let i = 0; i < codes.length; i++) if (codes[i] >= 0) used[codes[i]] = 1;
  const { position, sorted } = orderLabels(used, labels);
  for (let i = 0; i < codes.length; i++) codes[i] = codes[i] < 0 ? -1 : position[codes[i]];
  return { codes, labels: sorted };
}

/**
 * The labels in use in code point order.
 *
 * @param used   1 per code in use
 * @param labels by code
 * @returns the labels, and the position among them by code
 */
export function orderLabels(
  used: Uint8Array,
  labels: readonly string[],
): { readonly position: Int32Array; readonly sorted: readonly string[] } {
  const order = [...labels.keys()]
    .filter((code) => used[code] === 1)
    .sort((a, b) => compareCodePoints(labels[a], labels[b]));
  const position = new Int32Array(labels.length);
  order.forEach((code, i) => (position[code] = i));
  return { position, sorted: order.map((code) => labels[code]) };
}
