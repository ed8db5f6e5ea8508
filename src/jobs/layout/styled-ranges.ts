import type { CellStyle, StyledRange } from "../../workbook/port";
import { buildRange } from "./address";
import type { LayoutSteps } from "./sheet-steps";
import { finishSteps } from "./sheet-steps";

const CELLS_A_STEP = 200;

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
export const buildStyledRanges = (cells: ReadonlyMap<number, CellStyle>, sheetColumns: number): StyledRange[] =>
  finishSteps(collectStyledRanges(cells, sheetColumns));

/** As {@link buildStyledRanges}, in steps. */
export function* collectStyledRanges(
  cells: ReadonlyMap<number, CellStyle>,
  sheetColumns: number,
): LayoutSteps<StyledRange[]> {
  const finished: Run[] = [];
  let open = new Map<string, Run>();
  let openRow = -1;
  let done = 0;
  for (const run of yield* collectRuns(cells, sheetColumns)) {
    if (++done % CELLS_A_STEP === 0) yield;
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
function* collectRuns(cells: ReadonlyMap<number, CellStyle>, sheetColumns: number): LayoutSteps<Run[]> {
  const runs: Run[] = [];
  let done = 0;
  for (const [position, style] of [...cells].sort(([a], [b]) => a - b)) {
    const row = Math.floor(position / sheetColumns);
    const column = position % sheetColumns;
    const key = JSON.stringify(Object.entries(style).sort(([a], [b]) => (a < b ? -1 : 1)));
    const last = runs.at(-1);
    if (last !== undefined && last.row === row && last.column + last.columnCount === column && last.key === key) {
      runs[runs.length - 1] = { ...last, columnCount: last.columnCount + 1 };
    } else runs.push({ row, rowCount: 1, column, columnCount: 1, key, style });
    if (++done % CELLS_A_STEP === 0) yield;
  }
  return runs;
}
