import { endColumn, endRow, intersectRanges, sheetColumns } from "./grid-range";
import { findFreeName } from "./free-name";
import type { LabelRecord } from "./output-mark";
import type { CellValue, ConditionalFormat, GridRange, LabelColumns } from "./port";
import { WorkbookError } from "./port";
import { formatColumn } from "./address";

/** Consecutive rows of the sheet that hold consecutive rows of a source, `position` being that of the first. */
export interface RowRun {
  readonly row: number;
  readonly count: number;
  readonly position: number;
}

/** The rows of a source on its sheet. @param count how many rows it has */
export function listRowRuns(rowNumber: (position: number) => number, count: number): RowRun[] {
  const runs: { row: number; count: number; position: number }[] = [];
  for (let position = 0; position < count; position++) {
    const row = rowNumber(position) - 1;
    const last = runs[runs.length - 1];
    if (last && last.row + last.count === row) last.count++;
    else runs.push({ row, count: 1, position });
  }
  return runs;
}

/** Where remembered label columns are now: the user may have moved them by inserting columns. */
export interface FoundLabel {
  readonly header: string;
  readonly column: number;
}

/**
 * Finds remembered label columns in the header row as it is: at the place remembered, else the first column of that header right of it, else
 * left of it. Columns whose header is gone are left out.
 *
 * @param headerText the text in the header row at a column
 * @param lastColumn the last column to look at
 */
export function findLabels(
  record: LabelRecord,
  headerText: (column: number) => CellValue,
  lastColumn: number,
): FoundLabel[] {
  const taken = new Set<number>();
  const found: FoundLabel[] = [];
  for (const { header, range } of record.columns) {
    const columns = [range.column];
    for (let column = range.column + 1; column <= lastColumn; column++) columns.push(column);
    for (let column = Math.min(range.column - 1, lastColumn); column >= 0; column--) columns.push(column);
    const fits = (column: number) => !taken.has(column) && (record.headerRow < 0 || headerText(column) === header);
    const column = columns.find(fits);
    if (column === undefined) continue;
    taken.add(column);
    found.push({ header, column });
  }
  return found;
}

/** What a place for label columns depends on. */
export interface LabelState {
  /** 0-based last column of the rows on the sheet. */
  readonly lastColumn: number;
  /** The table that the rows are, if they are one. */
  readonly table: GridRange | null;
  /** Our label columns of an earlier run beside these rows. */
  readonly found: readonly FoundLabel[];
  /** Columns that hold something in the rows of the source or in the header row. */
  readonly filled: ReadonlySet<number>;
}

/** Where label columns go. */
export interface LabelPlan {
  /** One column of the sheet per label column. */
  readonly columns: readonly number[];
  /** How many of them, from the first on, are columns of an earlier run. */
  readonly reused: number;
  /** Columns of an earlier run that are no longer wanted, from right to left; in a table they are deleted, else blanked. */
  readonly removed: readonly number[];
  /** How many columns the table grows by at its right, before `removed` leave. */
  readonly addedToTable: number;
}

/**
 * Chooses the columns for labels: first those of the earlier run in their order, then new ones: the columns right of the table, which
 * must be blank, or the first blank columns right of the rows.
 *
 * @returns null when the cells right of the table are not blank, or the sheet ends
 */
export function planLabels(state: LabelState, count: number): LabelPlan | null {
  const reused = state.found.slice(0, count).map((label) => label.column);
  const removed = state.found
    .slice(count)
    .map((label) => label.column)
    .sort((a, b) => b - a);
  const missing = count - reused.length;
  const own = new Set(state.found.map((label) => label.column));
  const isFree = (column: number) => !state.filled.has(column) && !own.has(column);
  const listFrom = (first: number) => Array.from({ length: missing }, (_, i) => first + i);
  if (missing === 0) return { columns: reused, reused: reused.length, removed, addedToTable: 0 };
  if (state.table) {
    const added = listFrom(endColumn(state.table));
    const fits = added.every(isFree) && added[missing - 1] < sheetColumns;
    return fits ? { columns: [...reused, ...added], reused: reused.length, removed, addedToTable: missing } : null;
  }
  for (let first = state.lastColumn + 1; first + missing <= sheetColumns; first++) {
    const added = listFrom(first);
    if (added.every(isFree)) return { columns: [...reused, ...added], reused: reused.length, removed, addedToTable: 0 };
  }
  return null;
}

/** The cells that were not free for {@link planLabels}: those right of the table, or the last column of the sheet. */
export function boundLabelRoom(
  state: LabelState,
  rows: readonly { readonly row: number; readonly count: number }[],
  count: number,
): GridRange {
  const { table } = state;
  const missing = count - state.found.length;
  if (table) {
    const columnCount = Math.max(1, Math.min(missing, sheetColumns - endColumn(table)));
    return { ...table, column: Math.min(endColumn(table), sheetColumns - 1), columnCount };
  }
  const row = Math.min(...rows.map((run) => run.row));
  const end = Math.max(...rows.map((run) => run.row + run.count));
  return { row, column: sheetColumns - 1, rowCount: end - row, columnCount: 1 };
}

/** The headers for label columns; one that a column of the source has gets a number. */
export function chooseLabelHeaders(labels: LabelColumns): string[] {
  const taken = [...labels.source.headers];
  return labels.columns.map(({ header }) => {
    const name = findFreeName(header, taken, (wished, number) => `${wished} ${number}`);
    taken.push(name);
    return name;
  });
}

/** Cells of label columns of the earlier run that are written anew: those that get no new value must not keep the old one. */
export function listStaleCells(previous: LabelRecord, plan: LabelPlan, table: GridRange | null): GridRange[] {
  const rows = previous.columns[0]?.range;
  if (!rows) return [];
  const cells = plan.columns.slice(0, plan.reused).map((column) => ({ ...rows, column, columnCount: 1 }));
  return table ? cells.flatMap((range) => intersectRanges(range, table) ?? []) : cells;
}

/** Whether a column is the last of a table: then the table is made smaller; else the table's column is deleted, which moves cells left. */
export function isRightEdge(table: GridRange, column: number): boolean {
  return column === endColumn(table) - 1;
}

/** The records with that of this place replaced; records of rows elsewhere stay. */
export function replaceRecord(
  records: readonly LabelRecord[],
  previous: LabelRecord | undefined,
  next: LabelRecord,
): LabelRecord[] {
  return [...records.filter((record) => record !== previous), next];
}

/** A sheet as records name it; `others` are the names of all other sheets. */
export interface RecordSheet {
  readonly key: string;
  readonly name: string;
  readonly others: readonly string[];
}

/** The record of labels beside the same rows: of the same table, or of rows of the same sheet that overlap. */
export function findRecord(
  records: readonly LabelRecord[],
  sheet: RecordSheet,
  table: string | undefined,
  rows: readonly RowRun[],
): LabelRecord | undefined {
  const here = records.filter((record) => isOnSheet(record, sheet));
  if (table !== undefined) return here.find((record) => record.table?.toLowerCase() === table.toLowerCase());
  const touches = (range: GridRange) => rows.some((run) => run.row < endRow(range) && range.row < run.row + run.count);
  return here.find((record) => record.table === undefined && record.columns.some((column) => touches(column.range)));
}

/** Whether a record is of this sheet: by its name, or by its identity when the name has gone, because identities may be new in an opened file. */
export function isOnSheet(record: LabelRecord, sheet: RecordSheet): boolean {
  const isNamed = (name: string) => name.toLowerCase() === record.sheetName.toLowerCase();
  return isNamed(sheet.name) || (record.sheet === sheet.key && !sheet.others.some(isNamed));
}

/** The conditional formats that colour label columns, one per colour and run of rows. */
export function buildLabelFormats(
  labels: LabelColumns,
  columns: readonly number[],
  runs: readonly RowRun[],
): ConditionalFormat[] {
  return labels.colors.flatMap(({ column, text, fill, fontColor }) => {
    if (columns[column] === undefined) throw new RangeError(`no label column ${column}`);
    const color = { text, fill, fontColor };
    return runs.map((run) =>
      buildTextFormat(color, { row: run.row, column: columns[column], rowCount: run.count, columnCount: 1 }),
    );
  });
}

/** The conditional format that colours the cells of a column which hold a text. */
export function buildTextFormat(
  { text, fill, fontColor }: { readonly text: string; readonly fill: string; readonly fontColor: string },
  range: GridRange,
): ConditionalFormat {
  const cell = `${formatColumn(range.column)}${range.row + 1}`;
  return { range, kind: "formula", formula: `=${cell}="${text.replaceAll('"', '""')}"`, fill, fontColor };
}

/** @throws WorkbookError `notSupported` for rows of a file, which have no place beside them */
export function checkLabelPlace<T>(place: T | null): T {
  if (place === null) throw new WorkbookError("notSupported", "rows of a file have no cells beside them");
  return place;
}
