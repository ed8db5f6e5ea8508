import { endColumn, isOverlapping } from "../../workbook/grid-range";
import type { GridRange } from "../../workbook/port";
import { ChartFrame } from "../charts/chart";
import type { SheetView, TableView } from "../protocol";
import { FilterButton } from "./filter-button";
import type { FilterActions } from "./filter-button";
import type { Geometry } from "./geometry";

interface Props {
  readonly view: SheetView;
  readonly geometry: Geometry;
  readonly range: GridRange;
  readonly base: number;
  readonly actions: FilterActions;
}

/** What lies above the cells: charts and the filter buttons of tables. */
export function Objects({ view, geometry, range, base, actions }: Props) {
  const { rows, columns } = geometry;
  const place = (area: GridRange) => {
    const left = columns.getOffset(area.column);
    const top = rows.getOffset(area.row);
    return {
      left,
      top: top - base,
      width: columns.getOffset(area.column + area.columnCount) - left,
      height: rows.getOffset(area.row + area.rowCount) - top,
    };
  };
  const headers = (table: TableView) => {
    const cells: GridRange[] = [];
    for (let column = table.range.column; column < endColumn(table.range); column++)
      cells.push({ row: table.range.row, column, rowCount: 1, columnCount: 1 });
    return cells.filter((cell) => isOverlapping(cell, range));
  };
  return (
    <>
      {view.tables
        .filter(({ showFilter }) => showFilter)
        .flatMap((table) =>
          headers(table).map((cell) => (
            <FilterButton
              key={`${table.id} ${cell.column}`}
              table={table}
              column={cell.column - table.range.column}
              box={place(cell)}
              actions={actions}
            />
          )),
        )}
      {view.charts
        .filter(({ content }) => isOverlapping(content.place, range))
        .map((chart) => (
          <ChartFrame key={chart.id} chart={chart} box={place(chart.content.place)} />
        ))}
    </>
  );
}
