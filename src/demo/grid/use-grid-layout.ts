import type { RefObject } from "react";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { endColumn, endRow, sheetColumns, sheetRows } from "../../workbook/grid-range";
import type { GridRange } from "../../workbook/port";
import type { SheetView } from "../protocol";
import type { Selection } from "../workbook-client";
import type { Geometry } from "./geometry";
import { buildGeometry, columnHeaderHeight } from "./geometry";
import type { PaneFrame } from "./pane";
import { blockRows } from "./row-block";
import { ScrollState } from "./scroll-state";
import type { DrawnWindow } from "./use-window";
import { useWindow } from "./use-window";

/** Rows and columns behind the last filled ones that can be scrolled to at once; more come when one gets there. */
const spareRows = 60;
const spareColumns = 12;
const leastColumns = 40;

export interface ScrollPosition {
  readonly x: number;
  readonly y: number;
}

/** A pane and the cells that are drawn in it, which are placed relative to `base`. */
export interface DrawnPane {
  readonly frame: PaneFrame;
  readonly range: GridRange;
  readonly base: number;
}

export interface GridLayout {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly scroll: ScrollState;
  readonly size: { readonly width: number; readonly height: number };
  readonly geometry: Geometry;
  readonly drawn: DrawnWindow;
  readonly panes: readonly DrawnPane[];
  readonly isMeasured: boolean;
}

/** Sizes, scrolling and what is drawn of one sheet. */
export function useGridLayout(
  view: SheetView,
  selection: Selection,
  positions: Map<string, ScrollPosition>,
): GridLayout {
  const scroller = useRef<HTMLDivElement>(null);
  const [scroll] = useState(() => new ScrollState());
  const [size, setSize] = useState({ width: 0, height: 0 });
  const [reach, setReach] = useState({ rows: 0, columns: 0 });
  const isMeasured = size.width > 0;

  const { rowRuns, columnRuns, freeze, used } = view;
  const selectedRows = selection.areas.map(endRow).filter((row) => row < sheetRows);
  const rowCount = Math.min(
    sheetRows,
    Math.max((used ? endRow(used) : 0) + spareRows, reach.rows, selection.active.row + 1, ...selectedRows),
  );
  const columnCount = Math.min(
    sheetColumns,
    Math.max((used ? endColumn(used) : 0) + spareColumns, leastColumns, reach.columns, selection.active.column + 1),
  );
  // Views arrive as new objects after every change; most changes leave the lines as they are.
  const lines = useMemo(() => JSON.stringify([rowRuns, columnRuns, freeze]), [rowRuns, columnRuns, freeze]);
  const digits = String(rowCount).length;
  const geometry = useMemo(() => buildGeometry({ rowRuns, columnRuns, freeze }, digits), [lines, digits]);
  const { rows, columns, frozenWidth, frozenHeight, rowHeaderWidth } = geometry;
  const pageWidth = Math.max(0, size.width - rowHeaderWidth - frozenWidth);
  const pageHeight = Math.max(0, size.height - columnHeaderHeight - frozenHeight);
  useMemo(() => {
    const sheet = { width: columns.getOffset(columnCount), height: rows.getOffset(rowCount) };
    scroll.setSizes(sheet, { width: frozenWidth, height: frozenHeight }, { width: pageWidth, height: pageHeight });
  }, [scroll, rows, columns, rowCount, columnCount, frozenWidth, frozenHeight, pageWidth, pageHeight]);
  const drawn = useWindow(scroller, scroll, geometry, rowCount, columnCount);
  const base = ScrollState.findBase(rows.getOffset(drawn.firstBlock * blockRows));

  useLayoutEffect(() => {
    const element = scroller.current!;
    const measure = () => setSize({ width: element.clientWidth, height: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    const detach = scroll.attach(element);
    return () => {
      observer.disconnect();
      detach();
    };
  }, [scroll]);

  useLayoutEffect(() => scroll.setBase(base), [scroll, base]);

  const topRow = useRef(0);
  useLayoutEffect(() => {
    // Rows above may have been hidden or shown: the row at the top stays there.
    if (isMeasured) scroll.scrollTo(scroll.x, rows.getOffset(topRow.current) - frozenHeight);
  }, [scroll, rows]);

  useLayoutEffect(() => {
    scroll.placeElement();
    scroll.announce();
  }, [scroll, geometry, rowCount, columnCount, pageWidth, pageHeight]);

  useEffect(() => {
    if (!isMeasured) return;
    const position = positions.get(view.id);
    if (position) scroll.scrollTo(position.x, position.y);
  }, [scroll, isMeasured, view.id, positions]);

  useEffect(
    () =>
      scroll.subscribe(() => {
        positions.set(view.id, { x: scroll.x, y: scroll.y });
        topRow.current = rows.findIndex(scroll.y + frozenHeight);
        const bottom = rows.findIndex(scroll.y + frozenHeight + pageHeight * 1.5) + 1;
        const right = columns.findIndex(scroll.x + frozenWidth + pageWidth * 1.5) + 1;
        if (bottom <= rowCount && right <= columnCount) return;
        setReach((old) => ({
          rows: bottom > rowCount ? Math.min(sheetRows, bottom + 100) : old.rows,
          columns: right > columnCount ? Math.min(sheetColumns, right + 20) : old.columns,
        }));
      }),
    [
      scroll,
      rows,
      columns,
      rowCount,
      columnCount,
      frozenHeight,
      frozenWidth,
      pageWidth,
      pageHeight,
      view.id,
      positions,
    ],
  );

  const panes = buildPanes(geometry, { width: pageWidth, height: pageHeight }, drawn, rowCount, base);
  return { scroller, scroll, size, geometry, drawn, panes, isMeasured };
}

function buildPanes(
  { freeze, frozenWidth, frozenHeight, rowHeaderWidth }: Geometry,
  page: { readonly width: number; readonly height: number },
  drawn: DrawnWindow,
  rowCount: number,
  base: number,
): DrawnPane[] {
  const firstRow = Math.max(freeze.rows, drawn.firstBlock * blockRows);
  const firstColumn = Math.max(freeze.columns, drawn.firstColumn);
  const endOfRows = Math.min(rowCount, (drawn.lastBlock + 1) * blockRows);
  const panes: DrawnPane[] = [];
  for (const movesY of [false, true]) {
    for (const movesX of [false, true]) {
      const frame = {
        id: `${movesX ? "body" : "frozen"}-${movesY ? "body" : "frozen"}`,
        left: rowHeaderWidth + (movesX ? frozenWidth : 0),
        top: columnHeaderHeight + (movesY ? frozenHeight : 0),
        width: movesX ? page.width : frozenWidth,
        height: movesY ? page.height : frozenHeight,
        movesX,
        movesY,
      };
      const range = {
        row: movesY ? firstRow : 0,
        column: movesX ? firstColumn : 0,
        rowCount: movesY ? endOfRows - firstRow : freeze.rows,
        columnCount: movesX ? drawn.lastColumn + 1 - firstColumn : freeze.columns,
      };
      const isVisible = frame.width > 0 && frame.height > 0 && range.rowCount > 0 && range.columnCount > 0;
      if (isVisible) panes.push({ frame, range, base: movesY ? base : 0 });
    }
  }
  return panes;
}
