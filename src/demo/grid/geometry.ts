import { sheetColumns, sheetRows } from "../../workbook/grid-range";
import { defaultColumnWidth, defaultRowHeight } from "../book/size-runs";
import type { GridRange } from "../../workbook/port";
import type { SheetView } from "../protocol";
import { Axis } from "./axis";
import type { CellBox } from "./cell";
import type { ScrollState } from "./scroll-state";
import type { Cell } from "./selection";

export const columnHeaderHeight = 22;

/** Rows and columns of a sheet, and what of them is frozen, in pixels. */
export interface Geometry {
  readonly rows: Axis;
  readonly columns: Axis;
  readonly freeze: { readonly rows: number; readonly columns: number };
  readonly frozenWidth: number;
  readonly frozenHeight: number;
  readonly rowHeaderWidth: number;
}

/** `digits` is the length of the longest row number. */
export function buildGeometry(view: Pick<SheetView, "rowRuns" | "columnRuns" | "freeze">, digits: number): Geometry {
  const rows = new Axis(sheetRows, defaultRowHeight, view.rowRuns);
  const columns = new Axis(sheetColumns, defaultColumnWidth, view.columnRuns);
  return {
    rows,
    columns,
    freeze: view.freeze,
    frozenWidth: columns.getOffset(view.freeze.columns),
    frozenHeight: rows.getOffset(view.freeze.rows),
    rowHeaderWidth: Math.max(34, digits * 8 + 14),
  };
}

/** What lies under a point of the view. */
export interface Hit extends Cell {
  readonly part: "cell" | "rowHeader" | "columnHeader" | "corner";
}

/** `x` and `y` count from the upper left corner of the view. */
export function findHit(geometry: Geometry, scroll: ScrollState, x: number, y: number): Hit {
  const inX = x - geometry.rowHeaderWidth;
  const inY = y - columnHeaderHeight;
  const sheetX = inX < geometry.frozenWidth ? Math.max(0, inX) : inX + scroll.x;
  const sheetY = inY < geometry.frozenHeight ? Math.max(0, inY) : inY + scroll.y;
  const row = geometry.rows.findIndex(sheetY);
  const column = geometry.columns.findIndex(sheetX);
  const part = inY < 0 ? (inX < 0 ? "corner" : "columnHeader") : inX < 0 ? "rowHeader" : "cell";
  return { part, row, column };
}

/** Where a cell is in the view, which it may be outside of. */
export function findCellBox(geometry: Geometry, scroll: ScrollState, range: GridRange): CellBox {
  const { rows, columns, freeze } = geometry;
  const left = columns.getOffset(range.column);
  const top = rows.getOffset(range.row);
  return {
    left: left + geometry.rowHeaderWidth - (range.column >= freeze.columns ? scroll.x : 0),
    top: top + columnHeaderHeight - (range.row >= freeze.rows ? scroll.y : 0),
    width: columns.getOffset(range.column + range.columnCount) - left,
    height: rows.getOffset(range.row + range.rowCount) - top,
  };
}

/** Scrolls so far that a cell is visible. */
export function revealCell(geometry: Geometry, scroll: ScrollState, { row, column }: Cell): void {
  const { rows, columns, freeze, frozenHeight, frozenWidth } = geometry;
  let { x, y } = scroll;
  if (column >= freeze.columns) {
    const left = columns.getOffset(column) - frozenWidth;
    const right = columns.getOffset(column + 1) - frozenWidth;
    if (right > x + scroll.page.width) x = right - scroll.page.width;
    if (left < x) x = left;
  }
  if (row >= freeze.rows) {
    const top = rows.getOffset(row) - frozenHeight;
    const bottom = rows.getOffset(row + 1) - frozenHeight;
    if (bottom > y + scroll.page.height) y = bottom - scroll.page.height;
    if (top < y) y = top;
  }
  scroll.scrollTo(x, y);
}
