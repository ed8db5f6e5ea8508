import type { RowBlock } from "../core/transactions/cells";
import type { RowSample } from "./row-samples";

/** Progress of a read or write, `done` of `total` in cells. */
export type ProgressListener = (done: number, total: number) => void;

/** What a long call takes: a signal that cancels it, and a listener. */
export interface CallOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: ProgressListener;
}

/** Which columns are wanted, and which of them hold dates: numbers of those arrive as days since 1970-01-01. */
export interface RowRequest extends CallOptions {
  /** 0-based positions; all when left out. Columns not wanted may arrive as empty arrays. */
  readonly columns?: readonly number[];
  readonly dateColumns?: readonly number[];
}

/** Where a source lies in its workbook: enough to write beside it or to select its rows. */
export interface RowPlace {
  readonly sheet: string;
  /** The table that the rows are, if they are one. */
  readonly table?: string;
  /** 1-based number of the header row on the sheet; 0 when there is no header. */
  readonly headerRow: number;
  /** 0-based first and last column on the sheet. */
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** A list of rows with headers, read in blocks, as often as asked; nothing of it is kept between reads. */
export interface RowSource {
  /** Where a file or workbook has a name worth showing: `Sales!A1:H25001`, `orders.csv`. */
  readonly title: string;
  readonly place: RowPlace | null;
  /** One text per column, trimmed; a column without header gets its letter. */
  readonly headers: readonly string[];
  /** One en-US number format per column, of its first cell that is a number; empty where unknown. */
  readonly formats: readonly string[];
  /** The number of rows, or -1 when only reading to the end tells. */
  readonly rowCount: number;
  /** Number of lines below the header where `rowCount` is not known: about the number of rows, of which some may take several lines. */
  readonly lineCount?: number;
  /** Some of the rows as all of them were last read; left out where nothing is ever written beside them. */
  readonly samples?: readonly RowSample[];
  /** The first `count` rows, for finding the roles of columns and for a preview; numbers formatted as dates arrive as days. */
  readHead(count: number): Promise<RowBlock>;
  /** All rows in order, in blocks of bounded size. */
  readBlocks(request?: RowRequest): AsyncIterable<RowBlock>;
  /** The 1-based row on the sheet (line in a file) of the row at `position`. */
  rowNumber(position: number): number;
}
