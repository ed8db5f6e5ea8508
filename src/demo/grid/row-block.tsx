import { memo } from "react";
import { formatCell } from "../../workbook/address";
import type { CellView } from "../protocol";
import { tileColumns } from "../protocol";
import type { Axis } from "./axis";
import { CellBoxView } from "./cell";
import type { Strip } from "./tile-cache";

/** So many rows are drawn and dropped together. */
export const blockRows = 8;

interface Props {
  readonly firstRow: number;
  /** The first row behind the block. */
  readonly endRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
  readonly rows: Axis;
  readonly columns: Axis;
  readonly strip: Strip;
  /** What is subtracted from positions: see ScrollState. */
  readonly base: number;
  readonly showGridlines: boolean;
  /** The active cell when it is in this block. */
  readonly activeRow: number;
  readonly activeColumn: number;
}

/** The cells of a row in the columns that are drawn; one more at the left may spill into them. */
function findCells(strip: Strip, row: number, firstColumn: number, lastColumn: number): CellView[] {
  const found: CellView[] = [];
  let before: CellView | null = null;
  const [firstTile, lastTile] = [Math.floor(firstColumn / tileColumns), Math.floor(lastColumn / tileColumns)];
  for (let tile = firstTile; tile <= lastTile; tile++) {
    const view = strip.rows[tile]?.get(row);
    if (!view) continue;
    for (const cell of view.cells) {
      if (cell.column < firstColumn) before = cell;
      else if (cell.column <= lastColumn) found.push(cell);
    }
  }
  return before?.kind === "text" ? [before, ...found] : found;
}

/** Pixels from a cell to the next one that holds something. */
function findRoom(cells: readonly CellView[], index: number, columns: Axis, lastColumn: number): number {
  let next = index + 1;
  while (next < cells.length && cells[next].kind === "blank") next++;
  const end = next < cells.length ? cells[next].column : lastColumn + 1;
  return columns.getOffset(end) - columns.getOffset(cells[index].column);
}

/** A few rows of one pane. */
export const RowBlock = memo(function RowBlock(props: Props) {
  const { firstRow, endRow, firstColumn, lastColumn, rows, columns, strip, base, showGridlines } = props;
  const { activeRow, activeColumn } = props;
  const blockTop = rows.getOffset(firstRow) - base;
  const left = columns.getOffset(firstColumn);
  const width = columns.getOffset(lastColumn + 1) - left;
  const views = [];
  for (const row of rows.listVisible(firstRow, endRow)) {
    const height = rows.getSize(row);
    const top = rows.getOffset(row) - base - blockTop;
    const cells = findCells(strip, row, firstColumn, lastColumn);
    const isActiveRow = row === activeRow;
    const needsActive = isActiveRow && !cells.some((cell) => cell.column === activeColumn);
    if (showGridlines)
      views.push(
        <div key={`l${row}`} className="grid-line" style={{ top: top + height - 1, left, width, height: 1 }} />,
      );
    if (cells.length === 0 && !needsActive) continue;
    views.push(
      <div key={row} role="row" aria-rowindex={row + 1} className="grid-row">
        {cells.map((cell, index) => (
          <CellBoxView
            key={cell.column}
            row={row}
            cell={cell}
            left={columns.getOffset(cell.column)}
            top={top}
            width={columns.getSize(cell.column)}
            height={height}
            room={findRoom(cells, index, columns, lastColumn)}
            isActive={isActiveRow && cell.column === activeColumn}
          />
        ))}
        {needsActive && (
          <div
            role="gridcell"
            id="active-cell"
            className="cell"
            aria-colindex={activeColumn + 1}
            aria-selected="true"
            aria-label={formatCell(row, activeColumn)}
            style={{ left: columns.getOffset(activeColumn), top, width: columns.getSize(activeColumn), height }}
          />
        )}
      </div>,
    );
  }
  return (
    <div className="row-block" style={{ top: blockTop }}>
      {views}
    </div>
  );
});
