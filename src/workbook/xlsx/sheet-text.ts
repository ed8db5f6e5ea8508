import { parseColumn } from "../address";
import { sheetColumns, sheetRows } from "../grid-range";
import { limits, refusePackage, refuseTooLarge } from "./limits";
import { createDecoder } from "./package";
import { readAttributes } from "./xml";

/** A worksheet comes as its head (up to and with the tag that opens the cells), stretches of whole rows, and its tail. */
export interface SheetPiece {
  readonly kind: "head" | "rows" | "tail";
  readonly text: string;
  /** The namespace prefix with its colon, or empty. */
  readonly prefix: string;
}

const opening = /<(?:([\w.-]+):)?sheetData(?:\s[^>]*)?(\/?)>/;

/** Cuts a worksheet part into pieces while it is unpacked. An empty list of cells (`<sheetData/>`) is opened. */
export function* splitSheet(bytes: Iterable<Uint8Array>): Generator<SheetPiece> {
  let state: "head" | "rows" | "tail" = "head";
  let text = "";
  let prefix = "";
  let decoder: TextDecoder | undefined;
  let dataEnd = "";
  let searched = 0;
  for (const piece of bytes) {
    decoder ??= createDecoder(piece);
    text += decoder.decode(piece, { stream: true });
    if (text.length > limits.stretchBytes)
      refuseTooLarge("a worksheet has an overlong row, head or tail", limits.stretchBytes, "bytes");
    if (state === "head") {
      const found = opening.exec(text);
      if (!found) continue;
      prefix = found[1] ? `${found[1]}:` : "";
      dataEnd = `</${prefix}sheetData>`;
      const end = found.index + found[0].length;
      const head = found[2] ? `${text.slice(0, end - 2).trimEnd()}>` : text.slice(0, end);
      yield { kind: "head", text: head, prefix };
      text = (found[2] ? dataEnd : "") + text.slice(end);
      state = "rows";
    }
    if (state === "rows") {
      const end = text.indexOf(dataEnd, Math.max(0, searched - dataEnd.length));
      searched = text.length;
      // The last row may go on; those before it are whole.
      const cut = end >= 0 ? end : text.lastIndexOf(`<${prefix}row`);
      if (cut > 0) yield { kind: "rows", text: text.slice(0, cut), prefix };
      if (cut <= 0 && end < 0) continue;
      text = text.slice(cut);
      searched = text.length;
      if (end >= 0) state = "tail";
    }
  }
  text += decoder?.decode() ?? "";
  if (state !== "tail") refusePackage("a worksheet has no cells or is cut off");
  yield { kind: "tail", text, prefix };
}

/** A row in a stretch of text; `start`..`end` is all of it, the cells lie in `contentStart`..`contentEnd`. */
export interface RowText {
  row: number;
  start: number;
  contentStart: number;
  contentEnd: number;
  end: number;
}

/** A cell in a stretch of text. `content` is what stands between its tags. */
export interface CellText {
  column: number;
  style: number;
  /** As written: `n`, `s`, `str`, `inlineStr`, `b`, `e`, `d`. */
  type: string;
  start: number;
  contentStart: number;
  contentEnd: number;
  end: number;
}

function readPosition(reference: string): { row: number; column: number } {
  const found = /^([A-Za-z]{1,3})([0-9]{1,7})$/.exec(reference);
  if (!found) return refusePackage("a cell has no sound address");
  return { row: Number(found[2]) - 1, column: parseColumn(found[1]) };
}

/** Finds rows and cells in the pieces of one worksheet, in order; keeps count where they say no address. */
export class SheetScanner {
  private nextRow = 0;
  private readonly row: RowText = { row: 0, start: 0, contentStart: 0, contentEnd: 0, end: 0 };
  private readonly cell: CellText = {
    column: 0,
    style: 0,
    type: "n",
    start: 0,
    contentStart: 0,
    contentEnd: 0,
    end: 0,
  };
  private readonly rowOpen: string;
  private readonly rowClose: string;
  private readonly cellOpen: string;
  private readonly cellClose: string;

  constructor(prefix: string) {
    this.rowOpen = `<${prefix}row`;
    this.rowClose = `</${prefix}row>`;
    this.cellOpen = `<${prefix}c`;
    this.cellClose = `</${prefix}c>`;
  }

  /** Calls `visit` for every row of a stretch; the object is used again for the next. */
  scanRows(text: string, visit: (row: RowText) => void): void {
    const row = this.row;
    for (let at = text.indexOf(this.rowOpen); at >= 0; at = text.indexOf(this.rowOpen, at)) {
      const tagEnd = text.indexOf(">", at) + 1;
      if (tagEnd === 0) refusePackage("a row is cut off");
      const closed = text.charCodeAt(tagEnd - 2) === 47;
      const number = readAttribute(text, at + this.rowOpen.length, tagEnd, "r");
      row.row = number === "" ? this.nextRow : Number(number) - 1;
      if (!(row.row >= 0 && row.row < sheetRows)) refusePackage("a row has no sound number");
      this.nextRow = row.row + 1;
      row.start = at;
      row.contentStart = tagEnd;
      row.contentEnd = closed ? tagEnd : text.indexOf(this.rowClose, tagEnd);
      if (row.contentEnd < 0) refusePackage("a row is cut off");
      row.end = closed ? tagEnd : row.contentEnd + this.rowClose.length;
      at = row.end;
      visit(row);
    }
  }

  /** Calls `visit` for every cell of a row; the object is used again for the next. */
  scanCells(text: string, row: RowText, visit: (cell: CellText) => void): void {
    if (row.contentStart === row.contentEnd) return;
    const cell = this.cell;
    let next = 0;
    const after = this.cellOpen.length;
    for (let at = text.indexOf(this.cellOpen, row.contentStart); at >= 0 && at < row.contentEnd;) {
      const letter = text.charCodeAt(at + after);
      if (letter !== 32 && letter !== 62 && letter !== 47 && letter > 13) {
        at = text.indexOf(this.cellOpen, at + after);
        continue;
      }
      const tagEnd = text.indexOf(">", at) + 1;
      next = this.readCellTag(text, at + after, tagEnd, next);
      cell.start = at;
      cell.contentStart = tagEnd;
      if (text.charCodeAt(tagEnd - 2) === 47) cell.contentEnd = cell.end = tagEnd;
      else {
        cell.contentEnd = text.indexOf(this.cellClose, tagEnd);
        if (cell.contentEnd < 0 || cell.contentEnd > row.contentEnd) refusePackage("a cell is cut off");
        cell.end = cell.contentEnd + this.cellClose.length;
      }
      visit(cell);
      at = text.indexOf(this.cellOpen, cell.end);
    }
  }

  private readCellTag(text: string, from: number, to: number, next: number): number {
    const cell = this.cell;
    cell.style = 0;
    cell.type = "n";
    let column = next;
    for (let at = from; at < to;) {
      const letter = text.charCodeAt(at);
      if (letter <= 32) {
        at++;
        continue;
      }
      if (letter === 62 || letter === 47) break;
      const equals = text.indexOf("=", at);
      if (equals < 0 || equals >= to) break;
      const open = equals + 1;
      const quote = text[open];
      if (quote !== '"' && quote !== "'") {
        this.readLooseTag(text.slice(from, to), next);
        return cell.column + 1;
      }
      const close = text.indexOf(quote, open + 1);
      if (equals === at + 1) {
        if (letter === 114) column = readColumn(text, open + 1, close);
        else if (letter === 115) cell.style = Number(text.slice(open + 1, close));
        else if (letter === 116) cell.type = text.slice(open + 1, close);
      }
      at = close + 1;
    }
    if (column >= sheetColumns) refusePackage("a row has too many cells");
    cell.column = column;
    return column + 1;
  }

  private readLooseTag(tag: string, next: number): void {
    const { r, s, t } = readAttributes(tag);
    this.cell.column = r === undefined ? next : readPosition(r).column;
    if (this.cell.column >= sheetColumns) refusePackage("a cell has no sound address");
    this.cell.style = Number(s ?? 0);
    this.cell.type = t ?? "n";
  }
}

function readColumn(text: string, from: number, to: number): number {
  let column = 0;
  for (let at = from; at < to; at++) {
    const letter = text.charCodeAt(at) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  if (column < 1 || column > sheetColumns) refusePackage("a cell has no sound address");
  return column - 1;
}

/** One attribute of a tag between two places, empty when it has none. */
export function readAttribute(text: string, from: number, to: number, name: string): string {
  const tag = text.slice(from, to);
  const key = ` ${name}="`;
  const at = tag.indexOf(key);
  if (at >= 0) return tag.slice(at + key.length, tag.indexOf('"', at + key.length));
  return new RegExp(`\\s${name}\\s*=`).test(tag) ? (readAttributes(tag)[name] ?? "") : "";
}
