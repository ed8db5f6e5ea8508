import { useVirtualizer } from "@tanstack/react-virtual";
import type { RefObject } from "react";
import { useLayoutEffect } from "react";
import type { Geometry } from "./geometry";
import { blockRows } from "./row-block";
import type { ScrollState } from "./scroll-state";

/** The rows and columns that are drawn: what is visible and a little more. */
export interface DrawnWindow {
  readonly firstBlock: number;
  readonly lastBlock: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** Finds out what must be drawn of a sheet of so many rows and columns, anew whenever that changes by scrolling. */
export function useWindow(
  element: RefObject<HTMLElement | null>,
  scroll: ScrollState,
  { rows, columns }: Geometry,
  rowCount: number,
  columnCount: number,
): DrawnWindow {
  const shared = {
    getScrollElement: () => element.current,
    scrollToFn: () => undefined,
    observeElementRect: (_: unknown, tell: (rect: { width: number; height: number }) => void) => {
      const update = () => tell(scroll.page);
      update();
      return scroll.subscribe(update);
    },
  };
  const blocks = useVirtualizer<HTMLElement, HTMLElement>({
    ...shared,
    count: Math.ceil(rowCount / blockRows),
    estimateSize: (block) => rows.getOffset((block + 1) * blockRows) - rows.getOffset(block * blockRows),
    overscan: 1,
    observeElementOffset: (_, tell) => {
      const update = () => tell(scroll.y + scroll.frozen.height, scroll.isScrolling);
      update();
      return scroll.subscribe(update);
    },
  });
  const lines = useVirtualizer<HTMLElement, HTMLElement>({
    ...shared,
    horizontal: true,
    count: columnCount,
    estimateSize: (column) => columns.getSize(column),
    overscan: 3,
    observeElementOffset: (_, tell) => {
      const update = () => tell(scroll.x + scroll.frozen.width, scroll.isScrolling);
      update();
      return scroll.subscribe(update);
    },
  });
  useLayoutEffect(() => blocks.measure(), [blocks, rows]);
  useLayoutEffect(() => lines.measure(), [lines, columns]);
  const shownBlocks = blocks.getVirtualItems();
  const shownColumns = lines.getVirtualItems();
  return {
    firstBlock: shownBlocks[0]?.index ?? 0,
    lastBlock: shownBlocks[shownBlocks.length - 1]?.index ?? 0,
    firstColumn: shownColumns[0]?.index ?? 0,
    lastColumn: shownColumns[shownColumns.length - 1]?.index ?? 0,
  };
}
