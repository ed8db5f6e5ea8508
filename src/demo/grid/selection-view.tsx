import { boundRanges, intersectRanges } from "../../workbook/grid-range";
import type { GridRange } from "../../workbook/port";
import type { Selection } from "../workbook-client";
import type { Axis } from "./axis";
import { findOwner } from "./selection";

interface Props {
  readonly selection: Selection;
  readonly merges: readonly GridRange[];
  readonly rows: Axis;
  readonly columns: Axis;
  /** What is drawn of the sheet: areas are cut to it. */
  readonly drawn: GridRange;
  readonly base: number;
  readonly handles: boolean;
}

/** Shade and frame of the selected areas in one pane; the active cell stays clear. */
export function SelectionView({ selection, merges, rows, columns, drawn, base, handles }: Props) {
  const place = (range: GridRange) => ({
    left: columns.getOffset(range.column),
    top: rows.getOffset(range.row) - base,
    width: columns.getOffset(range.column + range.columnCount) - columns.getOffset(range.column),
    height: rows.getOffset(range.row + range.rowCount) - rows.getOffset(range.row),
  });
  const owner = findOwner(selection.active, merges);
  const isMany = selection.areas.length > 1;
  return selection.areas.map((area, index) => {
    const cut = intersectRanges(area, grow(drawn));
    if (!cut) return null;
    const box = place(cut);
    const isLast = index === selection.areas.length - 1;
    const clear = intersectRanges(owner, cut);
    const hole = clear && place(clear);
    const isSingle =
      clear !== null && boundRanges(clear, area).rowCount === clear.rowCount && area.columnCount === clear.columnCount;
    const shade = hole ? `polygon(evenodd, 0 0, 100% 0, 100% 100%, 0 100%, 0 0, ${buildHole(hole, box)})` : undefined;
    return (
      <div key={index}>
        {!isSingle && <div className="selection-shade" style={{ ...box, clipPath: shade }} />}
        <div
          className={isMany && !isLast ? "selection-frame selection-frame-other" : "selection-frame"}
          style={{ left: box.left - 1, top: box.top - 1, width: box.width + 1, height: box.height + 1 }}
        >
          {handles && isLast && (
            <>
              <span className="selection-handle selection-handle-start" data-handle="start" />
              <span className="selection-handle selection-handle-end" data-handle="end" />
            </>
          )}
        </div>
      </div>
    );
  });
}

/** One more line on each side, so that the frame of a cut area stays out of sight. */
function grow(range: GridRange): GridRange {
  const row = Math.max(0, range.row - 1);
  const column = Math.max(0, range.column - 1);
  return {
    row,
    column,
    rowCount: range.rowCount + range.row - row + 1,
    columnCount: range.columnCount + range.column - column + 1,
  };
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function buildHole(hole: Box, box: Box): string {
  const [left, top] = [hole.left - box.left, hole.top - box.top];
  const [right, bottom] = [left + hole.width, top + hole.height];
  return `${left}px ${top}px, ${right}px ${top}px, ${right}px ${bottom}px, ${left}px ${bottom}px, ${left}px ${top}px`;
}
