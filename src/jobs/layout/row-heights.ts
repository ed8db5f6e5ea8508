import type { CellStyle, CellValue, GridRange } from "../../workbook/port";
import type { LayoutSteps } from "./sheet-steps";
import { computeRowHeight, countLines } from "./text-size";

const CELLS_A_STEP = 200;
const defaultHeight = 15;

/** What the heights of rows depend on; cells are keyed by row * `sheetColumns` + column. */
export interface HeightInput {
  readonly cells: ReadonlyMap<number, CellValue>;
  readonly cellStyles: ReadonlyMap<number, CellStyle>;
  readonly merges: readonly GridRange[];
  readonly leastHeights: ReadonlyMap<number, number>;
  readonly sheetColumns: number;
  sumWidths(column: number, count: number): number;
}

/** Heights in points of rows with wrapped or large text; the others keep the usual height. */
export function* collectHeights({
  cells,
  cellStyles,
  merges,
  leastHeights,
  sheetColumns,
  sumWidths,
}: HeightInput): LayoutSteps<Map<number, number>> {
  const spans = new Map(merges.map((range) => [range.row * sheetColumns + range.column, range]));
  const needed = new Map(leastHeights);
  let done = 0;
  for (const [key, style] of cellStyles) {
    if (++done % CELLS_A_STEP === 0) yield;
    const value = cells.get(key);
    if (value === undefined || value === null) continue;
    const size = style.fontSize ?? 11;
    if (style.wrap !== true && size <= 11) continue;
    const row = Math.floor(key / sheetColumns);
    const merge = spans.get(key);
    if (merge !== undefined && merge.rowCount > 1) continue;
    const width = sumWidths(key % sheetColumns, merge?.columnCount ?? 1) - 2 * (style.indent ?? 0);
    const lines = style.wrap === true ? countLines(String(value), width, size, style.bold) : 1;
    needed.set(row, Math.max(needed.get(row) ?? 0, computeRowHeight(lines, size)));
  }
  return new Map([...needed].filter(([, height]) => height > defaultHeight));
}
