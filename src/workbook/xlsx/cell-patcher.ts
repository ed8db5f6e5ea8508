import { boundRanges, endColumn, endRow, isSameRange, sheetColumns } from "../grid-range";
import type { MemorySheet } from "../memory-sheet";
import type { StyleTable } from "../style-columns";
import type { CellValue, GridRange } from "../port";
import { CellReader } from "./cell-reader";
import { needsQuote, writeCell } from "./cell-writer";
import type { ArrayResult } from "./cell-writer";
import { callsOurFunction } from "./formulas";
import type { LostReferences } from "./formulas";
import { SheetScanner } from "./sheet-text";
import type { CellText, RowText } from "./sheet-text";
import type { StylesPart } from "./styles-part";
import { changeAttributes, readAttributes } from "./xml";

const blockRows = 1024;

/** An area with more cells than this is sparse. */
const mostCells = 50_000_000;

export interface PatchSources {
  readonly sheet: MemorySheet;
  readonly styles: StylesPart;
  readonly styleTable: StyleTable;
  /** The model's style id of each cell format of the package. */
  readonly styleIds: readonly number[];
  readonly strings: readonly string[];
  readonly date1904: boolean;
  readonly lost: LostReferences;
  /** Where cells without value can have a style. */
  readonly styled: GridRange | null;
  /** The number by which cells say that their formula is a dynamic array. */
  readonly findArrayMetadata: () => number;
}

/** Compares the rows of a worksheet part with the model, and rewrites the cells that differ; all other text stays as it is. */
export class CellPatcher {
  /** Whether a formula that was in the part is there no more. */
  formulasLost = false;
  private readonly scanner: SheetScanner;
  private readonly reader: CellReader;
  private readonly area: GridRange | null;
  private readonly broken = new Set<string>();
  private readonly seen: Int32Array;
  private readonly formats = new Map<string, number>();
  private block: CellValue[][] = [];
  private blockStart = -1;
  private blockColumn = 0;
  /** A few cells far from each other: most of what lies between is never looked at. */
  private readonly sparse: boolean;
  private readonly blankFormulas: ReadonlySet<number>;
  private nextRow = 0;

  constructor(
    private readonly sources: PatchSources,
    private readonly prefix: string,
  ) {
    this.scanner = new SheetScanner(prefix);
    this.reader = new CellReader(prefix, sources.strings, sources.date1904);
    const used = sources.sheet.usedRange();
    const { styled } = sources;
    this.area = used && styled ? boundRanges(used, styled) : (used ?? styled);
    this.sparse = this.area !== null && this.area.rowCount * this.area.columnCount > mostCells;
    const blank = sources.sheet.formulaCells.filter(({ value }) => value === null);
    this.blankFormulas = new Set(blank.map(({ row, column }) => row * sheetColumns + column));
    this.seen = new Int32Array(this.area ? endColumn(this.area) : 0).fill(-1);
  }

  /** The new text of a stretch of rows, or null when nothing in it differs. */
  patch(text: string): string | null {
    const pieces: string[] = [];
    let copied = 0;
    this.scanner.scanRows(text, (row) => {
      const before = this.writeRowsUpTo(row.row);
      const changed = this.isRowChanged(text, row);
      this.nextRow = Math.max(this.nextRow, row.row + 1);
      if (before === "" && !changed) return;
      pieces.push(
        text.slice(copied, row.start),
        before,
        changed ? this.rewriteRow(text, row) : text.slice(row.start, row.end),
      );
      copied = row.end;
    });
    if (pieces.length === 0) return null;
    pieces.push(text.slice(copied));
    return pieces.join("");
  }

  /** Writes the rows of the model below the last of the part. */
  writeRest(write: (text: string) => void): void {
    const { sheet } = this.sources;
    const area = this.area ? endRow(this.area) : 0;
    const end = Math.max(area, findEnd(sheet.rowHeights.keys()), findEnd(sheet.hiddenRows));
    while (this.nextRow < end) write(this.writeRowsUpTo(Math.min(end, this.nextRow + blockRows)));
  }

  private writeRowsUpTo(end: number): string {
    let text = "";
    for (; this.nextRow < end; this.nextRow++) {
      const cells = this.writeMissingCells(this.nextRow);
      const attributes = this.writeRowLook(this.nextRow);
      if (cells === "" && attributes === "") continue;
      text += `<${this.prefix}row r="${this.nextRow + 1}"${attributes}>${cells}</${this.prefix}row>`;
    }
    return text;
  }

  private writeMissingCells(row: number): string {
    let text = "";
    this.visitModelRow(row, (column) => (text += this.writeModelCell(row, column, 0)));
    return text;
  }

  private writeRowLook(row: number): string {
    const { hiddenRows, rowHeights } = this.sources.sheet;
    const height = rowHeights.get(row);
    return (
      (height === undefined ? "" : ` ht="${height}" customHeight="1"`) + (hiddenRows.has(row) ? ' hidden="1"' : "")
    );
  }

  /** Calls `visit` for the columns in which the model has something in this row. */
  private visitModelRow(row: number, visit: (column: number) => void): void {
    const { area } = this;
    if (!area || row < area.row || row >= endRow(area)) return;
    this.readBlock(row);
    const { sheet, styled } = this.sources;
    for (let column = this.blockColumn; column < this.blockColumn + this.block.length; column++) {
      const value = this.block[column - this.blockColumn][row - this.blockStart];
      if (value !== null || this.blankFormulas.has(row * sheetColumns + column)) visit(column);
      else if (styled && sheet.getStyleId(row, column) !== 0 && isWithin(styled, row, column)) visit(column);
    }
  }

  private readBlock(row: number): void {
    const start = Math.floor(row / blockRows) * blockRows;
    if (start === this.blockStart || !this.area) return;
    const { sheet } = this.sources;
    const rows = { ...this.area, row: start, rowCount: blockRows };
    const area = this.sparse ? sheet.usedRange(rows) : rows;
    this.blockStart = start;
    this.blockColumn = area?.column ?? 0;
    this.block = Array.from({ length: area?.columnCount ?? 0 }, (_, index) =>
      sheet.readColumn(start, this.blockColumn + index, blockRows),
    );
  }

  private isRowChanged(text: string, row: RowText): boolean {
    let changed = this.isRowLookChanged(text, row);
    this.scanner.scanCells(text, row, (cell) => {
      if (cell.column < this.seen.length) this.seen[cell.column] = row.row;
      if (changed) return;
      this.reader.read(text, row.row, cell);
      changed = !this.isSameCell(row.row, cell);
    });
    if (!changed) this.visitModelRow(row.row, (column) => (changed ||= this.seen[column] !== row.row));
    return changed;
  }

  private isRowLookChanged(text: string, row: RowText): boolean {
    const { hiddenRows, rowHeights } = this.sources.sheet;
    const tag = text.slice(row.start, row.contentStart);
    const plain = !tag.includes("hidden") && !tag.includes("customHeight");
    if (plain) return hiddenRows.has(row.row) || rowHeights.has(row.row);
    const look = readRowLook(tag);
    return look.hidden !== hiddenRows.has(row.row) || look.height !== rowHeights.get(row.row);
  }

  /** Compares the cell just read with the model's. */
  private isSameCell(row: number, cell: CellText): boolean {
    const { sheet, styleIds, lost } = this.sources;
    const { value, formula, shared, master } = this.reader;
    if (shared !== "" && !master && this.broken.has(shared)) return false;
    if (formula !== undefined && lost.remove(formula) !== formula) return false;
    if (!isSameSpill(this.reader.spill, this.findSpill(row, cell.column))) return false;
    const held = value === "" ? null : value;
    if (sheet.getValue(row, cell.column) !== held && !isCut(value, sheet.getValue(row, cell.column))) return false;
    return (
      sheet.getFormula(row, cell.column) === formula &&
      sheet.getStyleId(row, cell.column) === (styleIds[cell.style] ?? 0)
    );
  }

  private rewriteRow(text: string, row: RowText): string {
    const cells = new Map<number, string>();
    this.scanner.scanCells(text, row, (cell) => {
      this.reader.read(text, row.row, cell);
      const same = this.isSameCell(row.row, cell);
      if (same) cells.set(cell.column, text.slice(cell.start, cell.end));
      else {
        const { shared, master, formula } = this.reader;
        if (shared !== "" && master) this.broken.add(shared);
        const written = this.writeModelCell(row.row, cell.column, cell.style);
        if (formula !== undefined && !written.includes(`<${this.prefix}f>`)) this.formulasLost = true;
        cells.set(cell.column, written);
      }
    });
    this.visitModelRow(row.row, (column) => {
      if (!cells.has(column)) cells.set(column, this.writeModelCell(row.row, column, 0));
    });
    const sorted = [...cells].sort(([a], [b]) => a - b).map(([, cell]) => cell);
    return `${this.writeRowTag(text, row)}${sorted.join("")}</${this.prefix}row>`;
  }

  private writeRowTag(text: string, row: RowText): string {
    const { hiddenRows, rowHeights } = this.sources.sheet;
    const tag = `${text.slice(row.start, row.contentStart).replace(/\s*\/?>$/, "")}>`;
    const look = readRowLook(tag);
    const height = rowHeights.get(row.row);
    const changes: Record<string, string | undefined> = { spans: undefined };
    if (look.hidden !== hiddenRows.has(row.row)) changes.hidden = look.hidden ? undefined : "1";
    if (look.height !== height)
      Object.assign(changes, {
        ht: height === undefined ? undefined : String(height),
        customHeight: height === undefined ? undefined : "1",
      });
    return changeAttributes(tag, changes);
  }

  private writeModelCell(row: number, column: number, base: number): string {
    const { sheet } = this.sources;
    const formula = sheet.getFormula(row, column);
    const value = sheet.getValue(row, column);
    const id = sheet.getStyleId(row, column);
    if (value === null && formula === undefined && id === 0) return "";
    const format = this.findFormat(base, id, needsQuote(value, formula));
    const cut = formula === undefined ? undefined : this.sources.lost.remove(formula);
    return writeCell(
      row,
      column,
      format,
      cut === formula ? value : "#REF!",
      cut,
      this.prefix,
      cut === undefined ? undefined : this.buildArray(row, column, cut),
    );
  }

  private findSpill(row: number, column: number): GridRange | undefined {
    const { spills } = this.sources.sheet;
    return spills.count > 0 && spills.isOwner(row, column) ? spills.find(row, column) : undefined;
  }

  /** A formula that has spilled, or may do so with other data. */
  private buildArray(row: number, column: number, formula: string): ArrayResult | undefined {
    const spill = this.findSpill(row, column);
    if (!spill && !callsOurFunction(formula)) return undefined;
    const range = spill ?? { row, column, rowCount: 1, columnCount: 1 };
    return { range, metadata: this.sources.findArrayMetadata() };
  }

  private findFormat(base: number, id: number, quote: boolean): number {
    const { styles, styleIds, styleTable } = this.sources;
    if (styleIds[base] === id && styles.isQuoted(base) === quote) return base;
    const key = `${base} ${id} ${quote}`;
    let format = this.formats.get(key);
    if (format === undefined) {
      format = styles.findFormat(base, styleTable.get(id), quote);
      this.formats.set(key, format);
    }
    return format;
  }
}

function isSameSpill(written: GridRange | undefined, held: GridRange | undefined): boolean {
  return written && held ? isSameRange(written, held) : written === held;
}

/** The model cuts overlong text and leaves out what is no number, so such a cell is the same. */
function isCut(written: CellValue, held: CellValue): boolean {
  return (
    typeof written === "string" &&
    typeof held === "string" &&
    written.length > held.length &&
    held.length >= 32767 &&
    written.startsWith(held)
  );
}

/** Height and visibility of a row, from its tag. */
export function readRowLook(tag: string): { height: number | undefined; hidden: boolean } {
  const { ht, customHeight, hidden } = readAttributes(tag);
  const own = customHeight === "1" || customHeight === "true";
  return {
    height: own && ht !== undefined ? Number(ht) : undefined,
    hidden: hidden === "1" || hidden === "true",
  };
}

function isWithin(range: GridRange, row: number, column: number): boolean {
  return row >= range.row && row < endRow(range) && column >= range.column && column < endColumn(range);
}

/** One more than the largest number. */
function findEnd(numbers: Iterable<number>): number {
  let end = 0;
  for (const number of numbers) end = Math.max(end, number + 1);
  return end;
}
