import type { RowBlock } from "../core/transactions/cells";
import { SLICE_MILLISECONDS, pause, runSlice } from "./slices";

const ROWS_PER_SLICE = 1_000;

/** What takes rows block by block and hands over the whole. */
export interface RowReader<Result> {
  push(block: RowBlock): void;
  finish(): Result;
}

/** How a long read reports and is stopped. */
export interface ReadRowsOptions {
  readonly signal?: AbortSignal;
  /** Rows read so far. */
  readonly onRows?: (rows: number) => void;
}

/** A block in parts that are read in a moment. */
export function* cutBlock(block: RowBlock, mostRows = ROWS_PER_SLICE): Generator<RowBlock> {
  if (block.rowCount <= mostRows) {
    yield block;
    return;
  }
  for (let first = 0; first < block.rowCount; first += mostRows) {
    const end = Math.min(block.rowCount, first + mostRows);
    yield {
      firstRow: block.firstRow + first,
      rowCount: end - first,
      columns: block.columns.map((cells) => Array.prototype.slice.call(cells, first, end)),
      ...(block.hidden && { hidden: block.hidden.subarray(first, end) }),
    };
  }
}

/**
 * Feeds blocks of rows to a reader, and gives the host its turn when a slice of work has taken long.
 *
 * @throws the signal's reason when it is aborted
 */
export async function readRows<Result>(
  blocks: AsyncIterable<RowBlock>,
  reader: RowReader<Result>,
  options: ReadRowsOptions = {},
): Promise<Result> {
  let rows = 0;
  let sliceStart = performance.now();
  for await (const block of blocks) {
    for (const part of cutBlock(block)) {
      options.signal?.throwIfAborted();
      runSlice("read", () => reader.push(part));
      rows += part.rowCount;
      if (performance.now() - sliceStart < SLICE_MILLISECONDS) continue;
      options.onRows?.(rows);
      await pause();
      sliceStart = performance.now();
    }
  }
  options.onRows?.(rows);
  options.signal?.throwIfAborted();
  return runSlice("finish reading", () => reader.finish());
}
