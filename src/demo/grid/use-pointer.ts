import type { PointerEvent as ReactPointerEvent, MouseEvent as ReactMouseEvent, RefObject } from "react";
import { useEffect, useRef } from "react";
import { sheetColumns, sheetRows } from "../../workbook/grid-range";
import type { GridRange } from "../../workbook/port";
import type { Selection } from "../workbook-client";
import type { Geometry, Hit } from "./geometry";
import { columnHeaderHeight, findHit } from "./geometry";
import type { ScrollState } from "./scroll-state";
import {
  addArea,
  buildColumns,
  buildRows,
  extendTo,
  findFarCorner,
  findOwner,
  selectArea,
  selectCell,
  wholeSheet,
} from "./selection";

interface Options {
  readonly view: RefObject<HTMLElement | null>;
  readonly scroll: ScrollState;
  readonly geometry: Geometry;
  readonly merges: readonly GridRange[];
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
  readonly onEdit: () => void;
  readonly onFollow: (row: number, column: number) => void;
}

interface Drag {
  readonly part: Hit["part"];
  readonly start: Hit;
  readonly before: readonly GridRange[];
  selection: Selection;
}

/** How fast a drag beyond the edge scrolls, in pixels per frame. */
const dragScroll = 24;

/** Selecting with mouse, pen and finger: click, drag, Shift, Ctrl, headers, and the handles that a finger drags. */
export function usePointer(options: Options) {
  const current = useRef(options);
  current.current = options;
  const drag = useRef<Drag | null>(null);
  const frame = useRef(0);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);

  const hitAt = (clientX: number, clientY: number): Hit => {
    const { view, geometry, scroll } = current.current;
    const box = view.current!.getBoundingClientRect();
    return findHit(geometry, scroll, clientX - box.left, clientY - box.top);
  };

  const select = (selection: Selection) => {
    if (drag.current) drag.current.selection = selection;
    current.current.onSelect(selection);
  };

  const begin = (hit: Hit, isExtending: boolean, isAdding: boolean) => {
    const { selection, merges, geometry, scroll } = current.current;
    const top = Math.max(geometry.freeze.rows > 0 ? 0 : geometry.rows.findIndex(scroll.y), 0);
    const left = Math.max(geometry.freeze.columns > 0 ? 0 : geometry.columns.findIndex(scroll.x), 0);
    const before = isAdding ? selection.areas : [];
    if (isExtending) {
      select(stretch(hit, hit.part, { ...hit, ...selection.active }, selection, merges));
      return;
    }
    const area =
      hit.part === "corner"
        ? wholeSheet
        : hit.part === "columnHeader"
          ? buildColumns(hit.column, hit.column)
          : hit.part === "rowHeader"
            ? buildRows(hit.row, hit.row)
            : findOwner(hit, merges);
    const active =
      hit.part === "cell"
        ? area
        : { row: hit.part === "rowHeader" ? hit.row : top, column: hit.part === "columnHeader" ? hit.column : left };
    select(isAdding ? { ...addArea({ areas: before, active }, area), active } : selectArea(area, active));
  };

  const follow = (clientX: number, clientY: number) => {
    const { view, geometry, scroll, merges } = current.current;
    if (!drag.current || !view.current) return;
    const box = view.current.getBoundingClientRect();
    const right = geometry.rowHeaderWidth + geometry.frozenWidth + scroll.page.width;
    const bottom = columnHeaderHeight + geometry.frozenHeight + scroll.page.height;
    const [x, y] = [clientX - box.left, clientY - box.top];
    const [beyondX, beyondY] = [
      x > right ? 1 : x < geometry.rowHeaderWidth ? -1 : 0,
      y > bottom ? 1 : y < columnHeaderHeight ? -1 : 0,
    ];
    const { part, start } = drag.current;
    const stepX = part === "rowHeader" ? 0 : beyondX * dragScroll;
    const stepY = part === "columnHeader" ? 0 : beyondY * dragScroll;
    if (stepX !== 0 || stepY !== 0) scroll.scrollTo(scroll.x + stepX, scroll.y + stepY);
    const hit = findHit(
      geometry,
      scroll,
      Math.min(Math.max(x, geometry.rowHeaderWidth), right - 1),
      Math.min(Math.max(y, columnHeaderHeight), bottom - 1),
    );
    const stretched = stretch(hit, part, start, drag.current.selection, merges);
    select({ areas: [...drag.current.before, ...stretched.areas.slice(-1)], active: stretched.active });
    cancelAnimationFrame(frame.current);
    if (stepX !== 0 || stepY !== 0) frame.current = requestAnimationFrame(() => follow(clientX, clientY));
  };

  const isControl = (target: EventTarget) =>
    target instanceof Element && target.closest("button, input, [data-editor]");

  return {
    onPointerDown: (event: ReactPointerEvent<HTMLElement>) => {
      if (event.button !== 0 || isControl(event.target)) return;
      const handle = (event.target as Element).closest<HTMLElement>("[data-handle]");
      if (event.pointerType === "touch" && !handle) return;
      const { view, selection, merges } = current.current;
      const box = view.current!.getBoundingClientRect();
      const isOnBar =
        event.clientX - box.left > view.current!.clientWidth || event.clientY - box.top > view.current!.clientHeight;
      if (isOnBar) return;
      view.current!.setPointerCapture(event.pointerId);
      const hit = hitAt(event.clientX, event.clientY);
      if (handle) {
        event.preventDefault();
        const far = findFarCorner(selection, merges);
        const kept = handle.dataset.handle === "start" ? selectFrom(selection, far, merges) : selection;
        drag.current = { part: "cell", start: { ...hit, ...kept.active }, before: [], selection: kept };
        return;
      }
      const isAdding = event.ctrlKey || event.metaKey;
      drag.current = { part: hit.part, start: hit, before: isAdding ? selection.areas : [], selection };
      if (event.shiftKey) drag.current = { ...drag.current, start: { ...hit, ...selection.active } };
      begin(hit, event.shiftKey, isAdding);
    },
    onPointerMove: (event: ReactPointerEvent<HTMLElement>) => {
      if (!drag.current) return;
      cancelAnimationFrame(frame.current);
      follow(event.clientX, event.clientY);
    },
    onPointerUp: (event: ReactPointerEvent<HTMLElement>) => {
      cancelAnimationFrame(frame.current);
      if (drag.current) current.current.view.current?.releasePointerCapture(event.pointerId);
      drag.current = null;
    },
    onPointerCancel: () => {
      cancelAnimationFrame(frame.current);
      drag.current = null;
    },
    onClick: (event: ReactMouseEvent<HTMLElement>) => {
      if (isControl(event.target)) return;
      const { view } = current.current;
      const isTouch = (event.nativeEvent as globalThis.PointerEvent).pointerType === "touch";
      const hit = hitAt(event.clientX, event.clientY);
      if (isTouch) begin(hit, false, false);
      const under = document
        .elementsFromPoint(event.clientX, event.clientY)
        .some((element) => element.hasAttribute("data-link") && view.current!.contains(element));
      const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey;
      if (under && isPlain && hit.part === "cell") current.current.onFollow(hit.row, hit.column);
    },
    onDoubleClick: (event: ReactMouseEvent<HTMLElement>) => {
      if (isControl(event.target) || hitAt(event.clientX, event.clientY).part !== "cell") return;
      current.current.onEdit();
    },
  };
}

/** The selection with its far corner as active cell. */
function selectFrom(
  selection: Selection,
  far: { row: number; column: number },
  merges: readonly GridRange[],
): Selection {
  const area = selection.areas[selection.areas.length - 1];
  return { ...selectCell(far, merges), areas: [area] };
}

function stretch(
  hit: Hit,
  part: Hit["part"],
  start: Hit,
  selection: Selection,
  merges: readonly GridRange[],
): Selection {
  const { active } = selection;
  if (part === "corner") return selectArea(wholeSheet, active);
  if (part === "columnHeader") return selectArea(buildColumns(start.column, hit.column), active);
  if (part === "rowHeader") return selectArea(buildRows(start.row, hit.row), active);
  const cell = { row: Math.min(hit.row, sheetRows - 1), column: Math.min(hit.column, sheetColumns - 1) };
  return extendTo({ areas: selection.areas.slice(-1), active }, cell, merges);
}
