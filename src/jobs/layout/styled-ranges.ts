import type { CellStyle, StyledRange } from "../../workbook/port";
import { buildRange } from "./address";

interface Run {
  row: number;
  rowCount: number;
  readonly column: number;
  readonly columnCount: number;
  readonly key: string;
  readonly style: CellStyle;
}

/**
 * Few rectangles that together style every cell as given; none overlap.
 *
 * @param cells        style per cell, keyed by row * `sheetColumns` + column
 * @param sheetColumns factor of the keys
 */
export function buildStyledRanges(cells: ReadonlyMap<number, CellStyle>, sheetColumns: number): StyledRange[] {
  const finished: Run[] = [];
  let open = new Map<string, Run>();
  let openRow = -1;
  for (const run of listRuns(cells, sheetColumns)) {
    if (run.row !== openRow) {
      const next = new Map<string, Run>();
      for (const [place, earlier] of open) {
        if (earlier.row + earlier.rowCount >= run.row) next.set(place, earlier);
        else finished.push(earlier);
      }
      open = next;
      openRow = run.row;
    }
    const place = `${run.column} ${run.columnCount} ${run.key}`;
    const above = open.get(place);
    if (above !== undefined && above.row + above.rowCount === run.row) above.rowCount++;
    else {
      if (above !== undefined) finished.push(above);
      open.set(place, run);
    }
  }
  return [...finished, ...open.values()]
    .sort((a, b) => a.row - b.row || a.column - b.column)
    .map(({ row, column, rowCount, columnCount, style }) => ({
      range: buildRange(row, column, rowCount, columnCount),
      style,
    }));
}

/** Neighbours in a row with equal styles, from the upper left on. */
function listRuns(cells: ReadonlyMap<number, CellStyle>, sheetColumns: number): Run[] {
  const runs: Run[] = [];
  for (const [position, style] of [...cells].sort(([a], [b]) => a - b)) {
    const row = Math.floor(position / sheetColumns);
    const column = position % sheetColumns;
    const key = JSON.stringify(Object.entries(style).sort(([a], [b]) => (a < b ? -1 : 1)));
    const last = runs.at(-1);
    if (last !== undefined && last.row === row && last.column + last.columnCount === column && last.key === key) {
      runs[runs.length - 1] = { ...last, columnCount: last.columnCount + 1 };
    } else runs.push({ row, rowCount: 1, column, columnCount: 1, key, style });
  }
  return runs;
}
