import type { RowBlock } from "../core/transactions/cells";

const SLICE_MILLISECONDS = 30;

const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

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
    options.signal?.throwIfAborted();
    reader.push(block);
    rows += block.rowCount;
    if (performance.now() - sliceStart < SLICE_MILLISECONDS) continue;
    options.onRows?.(rows);
    await pause();
    sliceStart = performance.now();
  }
  options.onRows?.(rows);
  options.signal?.throwIfAborted();
  return reader.finish();
}
