import { memo } from "react";
import { formatColumn } from "../../workbook/address";
import type { GridRange } from "../../workbook/port";
import type { Axis } from "./axis";
import { isColumnSelected, isRowSelected } from "./selection";

interface ColumnProps {
  readonly columns: Axis;
  readonly first: number;
  readonly last: number;
  readonly areas: readonly GridRange[];
}

function nameState(isSelected: boolean, isWhole: boolean): string {
  return isWhole ? "head head-whole" : isSelected ? "head head-selected" : "head";
}

/** Letters above the columns; what they say is also in the name of the active cell. */
export const ColumnHeaders = memo(function ColumnHeaders({ columns, first, last, areas }: ColumnProps) {
  const whole = areas.filter((area) => area.rowCount > 1_000_000);
  const heads = [];
  for (let column = first; column <= last; column++) {
    const width = columns.getSize(column);
    if (width === 0) continue;
    const className = nameState(isColumnSelected(areas, column), isColumnSelected(whole, column));
    heads.push(
      <div key={column} className={`${className} head-column`} style={{ left: columns.getOffset(column), width }}>
        {formatColumn(column)}
      </div>,
    );
  }
  return <>{heads}</>;
});

/** Rows lower than this have no room for their number. */
const leastLabelled = 11;

interface RowProps {
  readonly rows: Axis;
  readonly first: number;
  readonly end: number;
  readonly base: number;
  readonly areas: readonly GridRange[];
}

/** Numbers left of the rows. */
export const RowHeaders = memo(function RowHeaders({ rows, first, end, base, areas }: RowProps) {
  const whole = areas.filter((area) => area.columnCount > 16_000);
  const heads = [];
  for (const row of rows.listVisible(first, end)) {
    const height = rows.getSize(row);
    const className = nameState(isRowSelected(areas, row), isRowSelected(whole, row));
    heads.push(
      <div key={row} className={`${className} head-row`} style={{ top: rows.getOffset(row) - base, height }}>
        {height >= leastLabelled && row + 1}
      </div>,
    );
  }
  return <>{heads}</>;
});
