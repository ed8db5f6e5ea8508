import { CellColumns, normalizeValue } from "./cell-columns";
import {
  buildRange,
  checkRange,
  endColumn,
  endRow,
  intersectRanges,
  isInside,
  isOverlapping,
  sheetColumns,
} from "./grid-range";
import type {
  CellStyle,
  CellValue,
  ChartContent,
  ConditionalFormat,
  GridRange,
  ListValidation,
  PrintSetup,
  StyledRange,
  ValueBlock,
} from "./port";
import { WorkbookError } from "./port";
import { Spills } from "./spills";
import { StyleColumns } from "./style-columns";
import type { StyleTable } from "./style-columns";

/** A table on a sheet; the first row of the range holds the headers. */
export interface MemoryTable {
  readonly id: string;
  name: string;
  range: GridRange;
  style: string;
  showFilter: boolean;
  showTotals: boolean;
  /** Texts that the filter of a column hides, by position of the column in the table. */
  readonly hiddenTexts: Map<number, ReadonlySet<string>>;
}

/** A chart; its identity stays when its content changes. */
export type MemoryChart = ChartContent & { readonly id: string };

/** A pivot table, kept and never computed. */
export interface MemoryPivot {
  readonly name: string;
  readonly range: GridRange;
  readonly source: string;
}

/** A formula where it stands. */
export interface MemoryFormula {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  readonly value: CellValue;
}

/** What a sheet needs of its workbook. */
export interface SheetHost {
  readonly styles: StyleTable;
  createId(): string;
  /** @throws WorkbookError `itemExists` for a name that a table or defined name has */
  checkTableName(name: string): void;
}

export type SheetVisibility = "visible" | "hidden" | "veryHidden";

/** One worksheet: values, formulas and everything else that we write or must keep. */
export class MemorySheet {
  readonly id: string;
  visibility: SheetVisibility = "visible";
  tabColor = "";
  showGridlines = true;
  protected = false;
  freeze = { rows: 0, columns: 0 };
  readonly columnWidths = new Map<number, number>();
  readonly rowHeights = new Map<number, number>();
  readonly hiddenRows = new Set<number>();
  readonly merges: GridRange[] = [];
  readonly tables: MemoryTable[] = [];
  readonly conditionalFormats: ConditionalFormat[] = [];
  readonly validations: ListValidation[] = [];
  readonly charts: MemoryChart[] = [];
  readonly pivots: MemoryPivot[] = [];
  readonly spills = new Spills();
  /** Targets by `row,column`. */
  readonly links = new Map<string, string>();
  print: PrintSetup | undefined;
  readonly customProperties = new Map<string, string>();

  private readonly values = new CellColumns();
  private readonly styles = new StyleColumns();
  private readonly formulas = new Map<number, string>();
  private used: GridRange | null | undefined = null;

  /** Made by a workbook: `MemoryWorkbook.addSheet` or `createSheet`. */
  constructor(
    private readonly host: SheetHost,
    public name: string,
  ) {
    this.id = host.createId();
  }

  /** The value of a cell; for a formula, its result. */
  getValue(row: number, column: number): CellValue {
    return this.values.get(row, column);
  }

  /** Text stays text, whatever it begins with. A formula in the cell goes. */
  setValue(row: number, column: number, value: CellValue): void {
    if (this.spills.count > 0) this.endSpill(row, column);
    if (this.formulas.size > 0) this.formulas.delete(row * sheetColumns + column);
    this.values.set(row, column, value);
    this.noteChange(row, column, normalizeValue(value) !== null);
  }

  getFormula(row: number, column: number): string | undefined {
    return this.formulas.get(row * sheetColumns + column);
  }

  setFormula(row: number, column: number, formula: string, value: CellValue): void {
    if (this.spills.count > 0 && !this.spills.isOwner(row, column)) this.endSpill(row, column);
    this.formulas.set(row * sheetColumns + column, formula);
    this.values.set(row, column, value);
    this.noteChange(row, column, true);
  }

  /** Gives a formula a result of several cells, by rows; what was in those cells goes. */
  setSpill(row: number, column: number, formula: string, rows: readonly (readonly CellValue[])[]): void {
    rows.forEach((cells, i) => cells.forEach((value, j) => this.setValue(row + i, column + j, value)));
    this.setFormula(row, column, formula, rows[0][0]);
    this.spills.add(buildRange(row, column, rows.length, rows[0].length));
  }

  /** The spilled result of which a cell is part goes, but for the formula and its own value; or it stays, as plain values. */
  endSpill(row: number, column: number, keepsValues = false): void {
    const range = this.spills.find(row, column);
    const rest = range ? this.spills.drop(range) : [];
    if (!keepsValues) for (const part of rest) this.clearContents(part);
  }

  /** Whether the cell has neither value nor formula. */
  isBlank(row: number, column: number): boolean {
    return this.values.get(row, column) === null && !this.formulas.has(row * sheetColumns + column);
  }

  /** Cells from `row` on in one column, blanks as null. */
  readColumn(row: number, column: number, count: number): CellValue[] {
    return this.values.read(row, column, count);
  }

  readValues(range: GridRange): CellValue[][] {
    const columns: CellValue[][] = [];
    for (let i = 0; i < range.columnCount; i++)
      columns.push(this.readColumn(range.row, range.column + i, range.rowCount));
    return Array.from({ length: range.rowCount }, (_, row) => columns.map((column) => column[row]));
  }

  /** Writes columns of equal length. */
  writeBlock(block: ValueBlock): void {
    block.columns.forEach((cells, index) => {
      for (let i = 0; i < cells.length; i++) this.setValue(block.row + i, block.column + index, cells[i]);
    });
  }

  /** The smallest range around all values and formulas, of the sheet or of a part of it; null when there is none. */
  usedRange(within?: GridRange): GridRange | null {
    if (!within) {
      if (this.used === undefined) this.used = this.findUsed(buildRange(0, 0, Infinity, this.values.columnCount));
      return this.used;
    }
    const all = this.usedRange();
    if (!all || isInside(all, within)) return all;
    const common = intersectRanges(all, within);
    return common && this.findUsed(common);
  }

  clear(range: GridRange, what: "contents" | "formats" | "all" = "all"): void {
    checkRange(range);
    if (what !== "formats") this.clearContents(range);
    if (what !== "contents") {
      this.styles.update(range, () => 0);
      keepOnly(this.conditionalFormats, (format) => !isInside(format.range, range));
      keepOnly(this.merges, (merge) => !isInside(merge, range));
    }
    if (what === "all") keepOnly(this.validations, (validation) => !isInside(validation.range, range));
  }

  /** The style of a cell with only the properties that were set. */
  getStyle(row: number, column: number): CellStyle {
    return this.host.styles.get(this.styles.get(row, column));
  }

  /** The same number for cells of the same style; 0 for a cell without any. */
  getStyleId(row: number, column: number): number {
    return this.styles.get(row, column);
  }

  /** All cells with a style, as ranges one column wide, column by column. */
  get styledRanges(): StyledRange[] {
    return this.styles.listRuns().map(({ row, column, rowCount, id }) => ({
      range: buildRange(row, column, rowCount, 1),
      style: this.host.styles.get(id),
    }));
  }

  applyStyle(range: GridRange, style: CellStyle): void {
    this.styles.update(checkRange(range), this.host.styles.buildMerger(style));
  }

  getNumberFormat(row: number, column: number): string {
    return this.getStyle(row, column).numberFormat ?? "General";
  }

  /** All formulas in reading order. */
  get formulaCells(): MemoryFormula[] {
    const keys = [...this.formulas.keys()].sort((a, b) => a - b);
    return keys.map((key) => {
      const row = Math.floor(key / sheetColumns);
      const column = key % sheetColumns;
      return { row, column, formula: this.formulas.get(key)!, value: this.getValue(row, column) };
    });
  }

  getLink(row: number, column: number): string | undefined {
    return this.links.get(`${row},${column}`);
  }

  setLink(row: number, column: number, target: string): void {
    this.links.set(`${row},${column}`, target);
  }

  /** @throws WorkbookError `refused` when it overlaps another table or the range is one row, `mergedRange`, `itemExists` */
  addTable(content: { name: string; range: GridRange; style?: string; showFilter?: boolean }): MemoryTable {
    this.checkTableRange(content.range);
    this.host.checkTableName(content.name);
    const table: MemoryTable = {
      id: this.host.createId(),
      name: content.name,
      range: content.range,
      style: content.style ?? "TableStyleMedium2",
      showFilter: content.showFilter ?? true,
      showTotals: false,
      hiddenTexts: new Map(),
    };
    this.tables.push(table);
    return table;
  }

  /** Gives a table another range that begins at the same row. @throws WorkbookError as {@link MemorySheet.addTable} */
  resizeTable(table: MemoryTable, range: GridRange): void {
    this.checkTableRange(range, table);
    table.range = range;
  }

  addMerge(range: GridRange): void {
    if (
      this.merges.some((merge) => isOverlapping(merge, range)) ||
      this.tables.some((table) => isOverlapping(table.range, range))
    ) {
      throw new WorkbookError("mergedRange", "cells to merge overlap merged cells or a table");
    }
    this.merges.push(checkRange(range));
  }

  /** Adds a chart, or gives the chart of that name new content. */
  putChart(content: ChartContent): MemoryChart {
    const index = this.charts.findIndex((chart) => chart.name.toLowerCase() === content.name.toLowerCase());
    const chart = { ...content, id: index < 0 ? this.host.createId() : this.charts[index].id };
    if (index < 0) this.charts.push(chart);
    else this.charts[index] = chart;
    return chart;
  }

  /** Copies values, formulas, links and styles of the same cells of another sheet of this workbook; what was there goes. */
  copyCells(source: MemorySheet, range: GridRange): void {
    this.clearContents(range);
    for (let column = range.column; column < endColumn(range); column++) {
      const cells = source.readColumn(range.row, column, range.rowCount);
      for (let i = 0; i < cells.length; i++) if (cells[i] !== null) this.setValue(range.row + i, column, cells[i]);
      for (let row = range.row; row < endRow(range);) {
        const id = source.getStyleId(row, column);
        let end = row + 1;
        while (end < endRow(range) && source.getStyleId(end, column) === id) end++;
        this.styles.update(buildRange(row, column, end - row, 1), () => id);
        row = end;
      }
    }
    for (const cell of source.formulaCells) {
      if (isInside(buildRange(cell.row, cell.column, 1, 1), range))
        this.setFormula(cell.row, cell.column, cell.formula, cell.value);
    }
    for (const [key, target] of source.links) if (isKeyInside(key, range)) this.links.set(key, target);
  }

  private checkTableRange(range: GridRange, except?: MemoryTable): void {
    checkRange(range);
    if (range.rowCount < 2) throw new WorkbookError("refused", "a table needs a header row and at least one row");
    if (this.tables.some((table) => table !== except && isOverlapping(table.range, range))) {
      throw new WorkbookError("refused", "tables cannot overlap");
    }
    if (this.merges.some((merge) => isOverlapping(merge, range)))
      throw new WorkbookError("mergedRange", "a table cannot hold merged cells");
  }

  private clearContents(range: GridRange): void {
    for (const spill of this.spills.list(range)) this.endSpill(spill.row, spill.column);
    for (let column = range.column; column < Math.min(endColumn(range), this.values.columnCount); column++) {
      this.values.clear(range.row, column, range.rowCount);
    }
    for (const key of this.formulas.keys()) {
      const cell = buildRange(Math.floor(key / sheetColumns), key % sheetColumns, 1, 1);
      if (isInside(cell, range)) this.formulas.delete(key);
    }
    for (const key of this.links.keys()) if (isKeyInside(key, range)) this.links.delete(key);
    this.used = undefined;
  }

  private noteChange(row: number, column: number, filled: boolean): void {
    if (!filled) {
      const used = this.used;
      const inside =
        used && row > used.row && row < endRow(used) - 1 && column > used.column && column < endColumn(used) - 1;
      if (used && !inside) this.used = undefined;
      return;
    }
    if (this.used === undefined) return;
    const used = this.used;
    if (!used) this.used = buildRange(row, column, 1, 1);
    else if (row < used.row || column < used.column || row >= endRow(used) || column >= endColumn(used)) {
      const top = Math.min(row, used.row);
      const left = Math.min(column, used.column);
      this.used = buildRange(
        top,
        left,
        Math.max(row + 1, endRow(used)) - top,
        Math.max(column + 1, endColumn(used)) - left,
      );
    }
  }

  private findUsed(within: GridRange): GridRange | null {
    let top = Infinity;
    let left = Infinity;
    let bottom = -1;
    let right = -1;
    const include = (first: number, last: number, column: number) => {
      top = Math.min(top, first);
      bottom = Math.max(bottom, last);
      left = Math.min(left, column);
      right = Math.max(right, column);
    };
    for (let column = within.column; column < Math.min(endColumn(within), this.values.columnCount); column++) {
      const rows = this.values.findUsedRows(column, within.row, within.rowCount);
      if (rows) include(rows.first, rows.last, column);
    }
    for (const key of this.formulas.keys()) {
      const row = Math.floor(key / sheetColumns);
      const column = key % sheetColumns;
      const inside = row >= within.row && row < endRow(within) && column >= within.column;
      if (inside && (column < endColumn(within) || within.rowCount === Infinity)) include(row, row, column);
    }
    return bottom < 0 ? null : buildRange(top, left, bottom - top + 1, right - left + 1);
  }
}

function isKeyInside(key: string, range: GridRange): boolean {
  const [row, column] = key.split(",").map(Number);
  return isInside(buildRange(row, column, 1, 1), range);
}

function keepOnly<T>(list: T[], keep: (item: T) => boolean): void {
  list.splice(0, list.length, ...list.filter(keep));
}
