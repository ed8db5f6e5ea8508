import {
  boundRanges,
  endColumn,
  endRow,
  isInside,
  isOverlapping,
  sheetColumns,
  sheetRows,
} from "../../workbook/grid-range";
import type { GridRange } from "../../workbook/port";
import type { Selection } from "../workbook-client";

/** A cell by its place on the sheet. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

function buildCellRange({ row, column }: Cell): GridRange {
  return { row, column, rowCount: 1, columnCount: 1 };
}

/** A range grown until no merged cells lie half in it. */
export function coverMerges(range: GridRange, merges: readonly GridRange[]): GridRange {
  let covered = range;
  for (let grown = true; grown;) {
    grown = false;
    for (const merge of merges) {
      if (!isOverlapping(merge, covered) || isInside(merge, covered)) continue;
      covered = boundRanges(covered, merge);
      grown = true;
    }
  }
  return covered;
}

/** The cell that stands for a cell: the first of merged cells. */
export function findOwner(cell: Cell, merges: readonly GridRange[]): GridRange {
  const range = buildCellRange(cell);
  return merges.find((merge) => isInside(range, merge)) ?? range;
}

export function selectCell(cell: Cell, merges: readonly GridRange[]): Selection {
  const owner = findOwner(cell, merges);
  return { areas: [owner], active: { row: owner.row, column: owner.column } };
}

export function selectArea(area: GridRange, active: Cell = area): Selection {
  return { areas: [area], active: { row: active.row, column: active.column } };
}

/** The corner of the last area that lies across from the active cell: the one that Shift moves. */
export function findFarCorner({ areas, active }: Selection, merges: readonly GridRange[]): Cell {
  const area = areas[areas.length - 1];
  const owner = findOwner(active, merges);
  return {
    row: owner.row > area.row ? area.row : endRow(area) - 1,
    column: owner.column > area.column ? area.column : endColumn(area) - 1,
  };
}

/** The last area stretched from the active cell to another. */
export function extendTo(selection: Selection, cell: Cell, merges: readonly GridRange[]): Selection {
  const { areas, active } = selection;
  const area = coverMerges(boundRanges(buildCellRange(active), buildCellRange(cell)), merges);
  return { areas: [...areas.slice(0, -1), area], active };
}

export function addArea(selection: Selection, area: GridRange): Selection {
  return { areas: [...selection.areas, area], active: { row: area.row, column: area.column } };
}

/** Whole columns between two, the active cell in the first; `top` is the row that becomes active. */
export function buildColumns(from: number, to: number): GridRange {
  return { row: 0, column: Math.min(from, to), rowCount: sheetRows, columnCount: Math.abs(to - from) + 1 };
}

export function buildRows(from: number, to: number): GridRange {
  return { row: Math.min(from, to), column: 0, rowCount: Math.abs(to - from) + 1, columnCount: sheetColumns };
}

export const wholeSheet: GridRange = { row: 0, column: 0, rowCount: sheetRows, columnCount: sheetColumns };

/** Whether any area touches a row or column. */
export function isRowSelected(areas: readonly GridRange[], row: number): boolean {
  return areas.some((area) => row >= area.row && row < endRow(area));
}

export function isColumnSelected(areas: readonly GridRange[], column: number): boolean {
  return areas.some((area) => column >= area.column && column < endColumn(area));
}
