import { useLayoutEffect, useRef } from "react";
import type { Words } from "../../i18n/en";
import { formatCell } from "../../workbook/address";
import type { GridRange } from "../../workbook/port";
import type { CellDetails } from "../protocol";
import type { Axis } from "./axis";

interface Place {
  readonly rows: Axis;
  readonly columns: Axis;
  /** The height above the pane's first row. */
  readonly base: number;
}

interface NoteProps extends Place {
  readonly words: Words["demo"];
  readonly details: CellDetails;
  /** The active cell. */
  readonly cell: GridRange;
}

const margin = 4;
const lineHeight = 28;

/** What is to be said about the active cell: why its formula gave an error, or from where its value has spilled. */
export function CellNote({ words, details, cell, rows, columns, base }: NoteProps) {
  const { error, spill, isSpilled } = details;
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const view = box.current?.closest(".grid-view");
    if (!box.current || !view) return;
    box.current.style.translate = "";
    const [own, around] = [box.current.getBoundingClientRect(), view.getBoundingClientRect()];
    const left = Math.min(0, around.right - own.right - margin);
    const top = own.bottom > around.bottom - margin ? -own.height - lineHeight : 0;
    box.current.style.translate = `${left}px ${top}px`;
  });
  const sentence = error ? error.sentence || words.cellErrors[error.value] : undefined;
  const origin = isSpilled && spill ? words.spilledFrom(formatCell(spill.row, spill.column)) : undefined;
  if (sentence === undefined && origin === undefined) return null;
  return (
    <div
      ref={box}
      role="status"
      className={error ? "cell-note cell-note-error" : "cell-note"}
      style={{
        left: columns.getOffset(cell.column + cell.columnCount) + 6,
        top: rows.getOffset(cell.row + cell.rowCount) - base + 4,
      }}
    >
      {error && <strong>{error.value}</strong>} {sentence ?? origin}
    </div>
  );
}

interface SpillProps extends Place {
  /** The part of the spilled range that is drawn. */
  readonly range: GridRange;
}

/** A thin frame around the cells that a formula has spilled to. */
export function SpillFrame({ range, rows, columns, base }: SpillProps) {
  const left = columns.getOffset(range.column);
  const top = rows.getOffset(range.row) - base;
  const width = columns.getOffset(range.column + range.columnCount) - left;
  const height = rows.getOffset(range.row + range.rowCount) - top - base;
  return <div className="spill-frame" style={{ left: left - 1, top: top - 1, width: width + 1, height: height + 1 }} />;
}
