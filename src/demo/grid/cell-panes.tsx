import { endColumn, endRow } from "../../workbook/grid-range";
import type { SheetView } from "../protocol";
import { tileRows } from "../protocol";
import type { Axis } from "./axis";
import type { Geometry } from "./geometry";
import { findFontSize } from "./fit-text";
import { MergedCells } from "./merged-cells";
import { Pane } from "./pane";
import { blockRows, RowBlock } from "./row-block";
import type { ScrollState } from "./scroll-state";
import type { Cell } from "./selection";
import type { TileCache } from "./tile-cache";
import type { DrawnPane } from "./use-grid-layout";

interface Props {
  readonly panes: readonly DrawnPane[];
  readonly scroll: ScrollState;
  readonly geometry: Geometry;
  readonly view: SheetView;
  readonly cache: TileCache;
  readonly active: Cell;
}

/** The cells of all panes. */
export function CellPanes({ panes, scroll, geometry, view, cache, active }: Props) {
  const { rows, columns } = geometry;
  return panes.map(({ frame, range, base }) => {
    const blocks = [];
    const hasColumn = active.column >= range.column && active.column < endColumn(range);
    const visible = rows.listVisible(range.row, endRow(range));
    for (const block of new Set(visible.map((row) => Math.floor(row / blockRows)))) {
      const firstRow = Math.max(range.row, block * blockRows);
      const end = Math.min(endRow(range), (block + 1) * blockRows);
      const hasActive = hasColumn && active.row >= firstRow && active.row < end;
      blocks.push(
        <RowBlock
          key={block}
          firstRow={firstRow}
          endRow={end}
          firstColumn={range.column}
          lastColumn={endColumn(range) - 1}
          rows={rows}
          columns={columns}
          strip={cache.getStrip(Math.floor(firstRow / tileRows))}
          base={base}
          showGridlines={view.showGridlines}
          activeRow={hasActive ? active.row : -1}
          activeColumn={hasActive ? active.column : -1}
        />,
      );
    }
    const top = rows.getOffset(range.row) - base;
    const height = rows.getOffset(endRow(range)) - base - top;
    return (
      <Pane key={frame.id} frame={frame} scroll={scroll} className="pane-cells" fontSize={findFontSize()}>
        {view.showGridlines && (
          <ColumnLines columns={columns} first={range.column} end={endColumn(range)} top={top} height={height} />
        )}
        {blocks}
        <MergedCells merges={view.merges} rows={rows} columns={columns} range={range} base={base} active={active} />
      </Pane>
    );
  });
}

interface LineProps {
  readonly columns: Axis;
  readonly first: number;
  readonly end: number;
  readonly top: number;
  readonly height: number;
}

function ColumnLines({ columns, first, end, top, height }: LineProps) {
  const lines = [];
  for (let column = first; column < end; column++) {
    if (columns.getSize(column) === 0) continue;
    const left = columns.getOffset(column + 1) - 1;
    lines.push(<div key={column} className="grid-line" style={{ left, top, height, width: 1 }} />);
  }
  return <>{lines}</>;
}
