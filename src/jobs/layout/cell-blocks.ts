import type { CellValue, ValueBlock } from "../../workbook/port";
import type { LayoutSteps } from "./sheet-steps";

const CELLS_A_STEP = 1_000;

/** Cells by row and column. */
type CellRows = ReadonlyMap<number, ReadonlyMap<number, CellValue>>;

function* groupByRow(cells: ReadonlyMap<number, CellValue>, sheetColumns: number): LayoutSteps<CellRows> {
  const rows = new Map<number, Map<number, CellValue>>();
  let done = 0;
  for (const [key, value] of cells) {
    const row = Math.floor(key / sheetColumns);
    let own = rows.get(row);
    if (own === undefined) rows.set(row, (own = new Map()));
    own.set(key % sheetColumns, value);
    if (++done % CELLS_A_STEP === 0) yield;
  }
  return rows;
}

/**
 * One block per run of rows that have cells, so that few writes carry the page.
 *
 * @param cells        value per cell, keyed by row * `sheetColumns` + column
 * @param sheetColumns factor of the keys
 */
export function* collectCellBlocks(
  cells: ReadonlyMap<number, CellValue>,
  sheetColumns: number,
): LayoutSteps<ValueBlock[]> {
  const rows = yield* groupByRow(cells, sheetColumns);
  const blocks: ValueBlock[] = [];
  const numbers = [...rows.keys()].sort((a, b) => a - b);
  for (let i = 0; i < numbers.length;) {
    let end = i + 1;
    while (end < numbers.length && numbers[end] === numbers[end - 1] + 1) end++;
    const part = numbers.slice(i, end).map((row) => rows.get(row)!);
    let first = Infinity;
    let last = 0;
    for (const own of part) {
      for (const column of own.keys()) {
        first = Math.min(first, column);
        last = Math.max(last, column);
      }
    }
    const columns: CellValue[][] = [];
    for (let column = first; column <= last; column++) {
      columns.push(part.map((own) => own.get(column) ?? null));
      yield;
    }
    blocks.push({ row: numbers[i], column: first, columns });
    i = end;
  }
  return blocks;
}
