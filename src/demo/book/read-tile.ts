import { endColumn, endRow, intersectRanges, isInside } from "../../workbook/grid-range";
import type { MemorySheet, MemoryTable } from "../../workbook/memory-sheet";
import type { CellBorder, CellStyle, ConditionalFormat, GridRange } from "../../workbook/port";
import type { CellLines, CellLook, CellView, MergeView, RowView, Tile } from "../protocol";
import { tileColumns, tileRows } from "../protocol";
import type { ConditionalLooks } from "./conditional-looks";
import type { ValueFormatter } from "./format-value";
import { findTableAt, findTableLook } from "./table-looks";

const linkColor = "#0563C1";

/** Reads what the cells of one sheet show. */
export class CellViews {
  private readonly looks = new Map<CellStyle, CellLook>();

  constructor(
    private readonly sheet: MemorySheet,
    private readonly formatter: ValueFormatter,
    private readonly conditional: ConditionalLooks,
  ) {}

  readTile(tileRow: number, tileColumn: number): Tile {
    const { sheet } = this;
    const part = {
      row: tileRow * tileRows,
      column: tileColumn * tileColumns,
      rowCount: tileRows,
      columnCount: tileColumns,
    };
    const formats = this.conditional.find(part);
    const merges = sheet.merges.filter((merge) => intersectRanges(merge, part));
    const rows: RowView[] = [];
    for (let row = part.row; row < endRow(part); row++) {
      if (sheet.hiddenRows.has(row)) continue;
      const cells: CellView[] = [];
      for (let column = part.column; column < endColumn(part); column++) {
        if (merges.length > 0 && isMerged(merges, row, column)) continue;
        const cell = this.readCell(row, column, formats);
        if (cell) cells.push(cell);
      }
      if (cells.length > 0) rows.push({ row, cells });
    }
    return { rows };
  }

  readMerges(): MergeView[] {
    return this.sheet.merges.map((range) => {
      const cell = this.readCell(range.row, range.column, this.conditional.find(range));
      return { range, cell: cell && this.closeLines(cell, range) };
    });
  }

  /** The lines at the right and bottom of merged cells are those of their outer cells. */
  private closeLines(cell: CellView, range: GridRange): CellView {
    const right = this.sheet.getStyle(range.row, endColumn(range) - 1).border;
    const bottom = this.sheet.getStyle(endRow(range) - 1, range.column).border;
    const lines = {
      ...cell.look.lines,
      ...(right?.sides.includes("right") ? { right: right.color } : {}),
      ...(bottom?.sides.includes("bottom") ? { bottom: bottom.color } : {}),
    };
    return { ...cell, look: { ...cell.look, lines } };
  }

  private readCell(row: number, column: number, formats: readonly ConditionalFormat[]): CellView | null {
    const { sheet } = this;
    const value = sheet.getValue(row, column);
    const hasStyle = sheet.getStyleId(row, column) !== 0;
    const table = sheet.tables.length > 0 ? findTableAt(sheet, row, column) : undefined;
    if (value === null && !hasStyle && !table && formats.length === 0) return null;
    const style = sheet.getStyle(row, column);
    const pattern = style.numberFormat ?? "General";
    const shown = this.formatter.show(value, pattern);
    const conditional = formats.length > 0 ? this.conditional.judge(formats, row, column, value) : null;
    const link = sheet.links.size > 0 ? sheet.getLink(row, column) : undefined;
    const own = this.readLook(style);
    const plain = !table && !conditional && shown.color === undefined && link === undefined;
    const look = plain ? own : mergeLooks(table, row, own, shown.color, link, conditional?.look);
    if (value === null && !look.fill && !look.lines && !conditional?.bar) return null;
    return {
      column,
      text: shown.text,
      kind: shown.kind,
      look,
      ...(typeof value === "number" && pattern === "General" ? { general: value } : {}),
      ...(conditional?.bar ? { bar: conditional.bar } : {}),
      ...(link === undefined ? {} : { link }),
    };
  }

  private readLook(style: CellStyle): CellLook {
    let look = this.looks.get(style);
    if (!look) this.looks.set(style, (look = buildLook(style)));
    return look;
  }
}

function isMerged(merges: readonly GridRange[], row: number, column: number): boolean {
  const cell = { row, column, rowCount: 1, columnCount: 1 };
  return merges.some((merge) => isInside(cell, merge));
}

function buildLook(style: CellStyle): CellLook {
  const { fill, fontColor, bold, italic, fontSize, horizontalAlign, verticalAlign, wrap, indent, border } = style;
  return {
    ...(fill ? { fill } : {}),
    ...(fontColor ? { color: fontColor } : {}),
    ...(bold === undefined ? {} : { bold }),
    ...(italic ? { italic } : {}),
    ...(fontSize === undefined ? {} : { size: fontSize }),
    ...(horizontalAlign ? { align: horizontalAlign } : {}),
    ...(verticalAlign ? { vertical: verticalAlign } : {}),
    ...(wrap ? { wrap } : {}),
    ...(indent ? { indent } : {}),
    ...(border && border.sides.length > 0 ? { lines: buildLines(border) } : {}),
  };
}

function buildLines({ sides, color }: CellBorder): CellLines {
  return Object.fromEntries(sides.map((side) => [side, color]));
}

function mergeLooks(
  table: MemoryTable | undefined,
  row: number,
  own: CellLook,
  color: string | undefined,
  link: string | undefined,
  conditional: CellLook | undefined,
): CellLook {
  const base = table ? findTableLook(table, row) : {};
  const lines = { ...base.lines, ...own.lines };
  return {
    ...base,
    ...(link === undefined ? {} : { color: linkColor }),
    ...own,
    ...(color === undefined ? {} : { color }),
    ...conditional,
    ...(Object.keys(lines).length > 0 ? { lines } : {}),
  };
}
