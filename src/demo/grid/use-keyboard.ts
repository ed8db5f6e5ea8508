import type { KeyboardEvent } from "react";
import { endColumn, endRow, sheetColumns, sheetRows } from "../../workbook/grid-range";
import type { GridRange } from "../../workbook/port";
import type { SheetView } from "../protocol";
import type { Selection, WorkbookClient } from "../workbook-client";
import type { Geometry } from "./geometry";
import { revealCell } from "./geometry";
import type { ScrollState } from "./scroll-state";
import type { Cell } from "./selection";
import { buildColumns, buildRows, extendTo, findFarCorner, findOwner, selectArea, selectCell } from "./selection";

interface Options {
  readonly client: WorkbookClient;
  readonly view: SheetView;
  readonly scroll: ScrollState;
  readonly geometry: Geometry;
  readonly merges: readonly GridRange[];
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
  /** Begins to edit the active cell; with a text, that replaces what is in it. */
  readonly onEdit: (text?: string) => void;
  readonly onFollow: (row: number, column: number) => void;
  readonly onSwitchSheet: (step: 1 | -1) => void;
}

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

function clampCell({ row, column }: Cell): Cell {
  return {
    row: Math.max(0, Math.min(sheetRows - 1, row)),
    column: Math.max(0, Math.min(sheetColumns - 1, column)),
  };
}

/** The keys of a spreadsheet, Tab aside, which leaves the grid. */
export function buildKeyHandler(options: Options): (event: KeyboardEvent) => void {
  const { client, view, scroll, geometry, merges, selection, onSelect, onEdit } = options;
  const { rows, columns } = geometry;
  const owner = findOwner(selection.active, merges);

  const go = (cell: Cell, isExtending: boolean) => {
    const target = clampCell(cell);
    onSelect(isExtending ? extendTo(selection, target, merges) : selectCell(target, merges));
    revealCell(geometry, scroll, target);
  };

  const step = (rowStep: number, columnStep: number, isExtending: boolean) => {
    const from = isExtending ? findFarCorner(selection, merges) : null;
    const row = from?.row ?? (rowStep > 0 ? endRow(owner) - 1 : owner.row);
    const column = from?.column ?? (columnStep > 0 ? endColumn(owner) - 1 : owner.column);
    const target = clampCell({ row: row + rowStep, column: column + columnStep });
    go(
      {
        row: rowStep === 0 ? row : rows.findVisible(target.row, rowStep > 0 ? 1 : -1),
        column: columnStep === 0 ? column : columns.findVisible(target.column, columnStep > 0 ? 1 : -1),
      },
      isExtending,
    );
  };

  const jump = async (rowStep: number, columnStep: number, isExtending: boolean) => {
    const from = isExtending ? findFarCorner(selection, merges) : selection.active;
    const place = { sheet: view.id, ...from };
    const edge = await client.attempt((calls) => calls.call("findEdge", place, rowStep, columnStep));
    if (edge) go(edge, isExtending);
  };

  const page = (direction: 1 | -1, isExtending: boolean) => {
    const from = isExtending ? findFarCorner(selection, merges) : selection.active;
    const bottom = rows.findIndex(rows.getOffset(from.row) + direction * Math.max(20, scroll.page.height - 20));
    scroll.scrollTo(scroll.x, scroll.y + direction * Math.max(20, scroll.page.height - 20));
    go({ row: rows.findVisible(bottom, direction), column: from.column }, isExtending);
  };

  const goHome = (isWhole: boolean, isExtending: boolean) => {
    const from = isExtending ? findFarCorner(selection, merges) : selection.active;
    const { freeze } = geometry;
    go(isWhole ? { row: freeze.rows, column: freeze.columns } : { row: from.row, column: 0 }, isExtending);
    if (isWhole) scroll.scrollTo(0, 0);
  };

  const goEnd = (isExtending: boolean) => {
    const { used } = view;
    go(used ? { row: endRow(used) - 1, column: endColumn(used) - 1 } : { row: 0, column: 0 }, isExtending);
  };

  const copy = async () => {
    const area = selection.areas[selection.areas.length - 1];
    const text = await client.attempt((calls) => calls.call("copyCells", view.id, area));
    if (text !== undefined) await client.attempt(() => navigator.clipboard.writeText(text));
  };

  const selectAll = () => {
    const { used } = view;
    onSelect(selectArea(used ?? { row: 0, column: 0, rowCount: 1, columnCount: 1 }, selection.active));
  };

  return (event) => {
    if (event.target !== event.currentTarget) return;
    const isControl = event.ctrlKey || event.metaKey;
    const { key, shiftKey } = event;
    const arrow = arrows[key];
    const area = selection.areas[selection.areas.length - 1];
    const action = ((): (() => void) | null => {
      if (arrow && event.altKey) return null;
      if (arrow)
        return () => (isControl ? void jump(arrow[0], arrow[1], shiftKey) : step(arrow[0], arrow[1], shiftKey));
      if ((key === "PageDown" || key === "PageUp") && isControl)
        return () => options.onSwitchSheet(key === "PageDown" ? 1 : -1);
      if (key === "PageDown" || key === "PageUp") return () => page(key === "PageDown" ? 1 : -1, shiftKey);
      if (key === "Home") return () => goHome(isControl, shiftKey);
      if (key === "End") return () => goEnd(shiftKey);
      if (key === "F2") return () => onEdit();
      if (key === "Enter" && isControl) return () => options.onFollow(selection.active.row, selection.active.column);
      if (key === "Enter") return () => step(shiftKey ? -1 : 1, 0, false);
      if (key === "Delete" || key === "Backspace")
        return () => void client.attempt((calls) => calls.call("clearCells", view.id, selection.areas));
      if (key === " " && isControl)
        return () => onSelect(selectArea(buildColumns(area.column, endColumn(area) - 1), selection.active));
      if (key === " " && shiftKey)
        return () => onSelect(selectArea(buildRows(area.row, endRow(area) - 1), selection.active));
      if (isControl && key.toLowerCase() === "a") return selectAll;
      if (isControl && key.toLowerCase() === "c") return () => void copy();
      if (!isControl && !event.altKey && key.length === 1) return () => onEdit(key);
      return null;
    })();
    if (action) {
      event.preventDefault();
      action();
    } else if (key === "Process") onEdit("");
  };
}
