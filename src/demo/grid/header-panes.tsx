import type { GridRange } from "../../workbook/port";
import { endColumn, endRow } from "../../workbook/grid-range";
import type { Geometry } from "./geometry";
import { columnHeaderHeight } from "./geometry";
import { ColumnHeaders, RowHeaders } from "./headers";
import { Pane } from "./pane";
import type { ScrollState } from "./scroll-state";
import type { DrawnPane } from "./use-grid-layout";

interface Props {
  readonly panes: readonly DrawnPane[];
  readonly scroll: ScrollState;
  readonly geometry: Geometry;
  readonly areas: readonly GridRange[];
}

/** Column letters, row numbers, the corner between them, and the lines along which the sheet is frozen. */
export function HeaderPanes({ panes, scroll, geometry, areas }: Props) {
  const { rows, columns, rowHeaderWidth, frozenHeight, frozenWidth } = geometry;
  const lowest = panes.filter(({ frame }) => frame.movesY);
  const rightmost = panes.filter(({ frame }) => frame.movesX);
  const across = lowest.length > 0 ? lowest : panes;
  const down = rightmost.length > 0 ? rightmost : panes;
  return (
    <div aria-hidden="true">
      {across.map(({ frame, range }) => (
        <Pane
          key={`c${frame.id}`}
          frame={{ ...frame, top: 0, height: columnHeaderHeight, movesY: false }}
          scroll={scroll}
          className="pane-head"
        >
          <ColumnHeaders columns={columns} first={range.column} last={endColumn(range) - 1} areas={areas} />
        </Pane>
      ))}
      {down.map(({ frame, range, base }) => (
        <Pane
          key={`r${frame.id}`}
          frame={{ ...frame, left: 0, width: rowHeaderWidth, movesX: false }}
          scroll={scroll}
          className="pane-head"
        >
          <RowHeaders rows={rows} first={range.row} end={endRow(range)} base={base} areas={areas} />
        </Pane>
      ))}
      <div className="head-corner" style={{ width: rowHeaderWidth, height: columnHeaderHeight }} />
      {frozenHeight > 0 && (
        <div
          className="freeze-line"
          style={{ top: columnHeaderHeight + frozenHeight - 1, left: 0, right: 0, height: 1 }}
        />
      )}
      {frozenWidth > 0 && (
        <div className="freeze-line" style={{ left: rowHeaderWidth + frozenWidth - 1, top: 0, bottom: 0, width: 1 }} />
      )}
    </div>
  );
}
