import { isOverlapping } from "../../workbook/grid-range";
import type { GridRange } from "../../workbook/port";
import type { CellView, MergeView } from "../protocol";
import type { Axis } from "./axis";
import { CellBoxView } from "./cell";
import type { Cell } from "./selection";

interface Props {
  readonly merges: readonly MergeView[];
  readonly rows: Axis;
  readonly columns: Axis;
  readonly range: GridRange;
  readonly base: number;
  readonly active: Cell;
}

/** Merged cells are drawn above the cells that they cover. */
export function MergedCells({ merges, rows, columns, range, base, active }: Props) {
  const visible = merges.filter((merge) => isOverlapping(merge.range, range));
  return visible.map(({ range: merge, cell }) => {
    const left = columns.getOffset(merge.column);
    const top = rows.getOffset(merge.row) - base;
    const width = columns.getOffset(merge.column + merge.columnCount) - left;
    const height = rows.getOffset(merge.row + merge.rowCount) - base - top;
    const empty: CellView = { column: merge.column, text: "", kind: "blank", look: {} };
    const shown = cell ?? empty;
    const filled = shown.look.fill ? shown : { ...shown, look: { ...shown.look, fill: "#ffffff" } };
    return (
      <div key={`${merge.row},${merge.column}`} role="row" aria-rowindex={merge.row + 1}>
        <CellBoxView
          row={merge.row}
          cell={filled}
          left={left}
          top={top}
          width={width}
          height={height}
          room={width}
          isActive={active.row === merge.row && active.column === merge.column}
        />
      </div>
    );
  });
}
