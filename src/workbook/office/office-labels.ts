import { buildRange, endColumn, endRow, sheetColumns } from "../grid-range";
import type { LabelRecord } from "../output-mark";
import type { FoundLabel, LabelPlan, RowRun } from "../plan-labels";
import {
  boundLabelRoom,
  checkLabelPlace,
  chooseLabelHeaders,
  findLabels,
  findRecord,
  isOnSheet,
  listRowRuns,
  planLabels,
} from "../plan-labels";
import { buildNoRoomError } from "../plan-output";
import type { CellValue, LabelColumns } from "../port";
import { WorkbookError } from "../port";
import type { SheetState, TableState } from "../workbook-state";
import { getCells, rangeProperties, readRange } from "./cell-range";
import type { OfficeState } from "./read-state";
import { readCellRows } from "./sheet-cells";

/** Runs of rows beyond which they are looked at as one. */
const mostRunsLookedAt = 50;

/** Label columns with everything decided, before anything is written. */
export interface PlannedLabels {
  readonly sheet: SheetState;
  readonly table: TableState | undefined;
  readonly headerRow: number;
  readonly runs: readonly RowRun[];
  readonly labels: LabelColumns;
  readonly headers: readonly string[];
  readonly plan: LabelPlan;
  readonly records: readonly LabelRecord[];
  readonly previous: LabelRecord | undefined;
}

function nameSheet(state: OfficeState, sheet: SheetState): { key: string; name: string; others: string[] } {
  const others = state.sheets.filter((other) => other !== sheet).map((other) => other.name);
  return { key: sheet.key, name: sheet.name, others };
}

/** @throws WorkbookError `itemNotFound`, `accessDenied`, `noRoom`, `notSupported` */
export async function planOfficeLabels(
  context: Excel.RequestContext,
  state: OfficeState,
  labels: LabelColumns,
): Promise<PlannedLabels> {
  const place = checkLabelPlace(labels.source.place);
  const sheet = state.sheets.find((one) => one.name.toLowerCase() === place.sheet.toLowerCase());
  if (!sheet) throw new WorkbookError("itemNotFound", "the sheet of the rows is gone", { name: place.sheet });
  if (sheet.isProtected) throw new WorkbookError("accessDenied", "the sheet is protected", { sheet: sheet.name });
  const table = sheet.tables.find((one) => one.name.toLowerCase() === place.table?.toLowerCase());
  if (place.table !== undefined && !table) {
    throw new WorkbookError("itemNotFound", "the table is gone", { name: place.table });
  }
  const count = labels.columns[0]?.values.length ?? 0;
  if (labels.columns.some((column) => column.values.length !== count)) {
    throw new RangeError("label columns have equal length");
  }
  const runs = listRowRuns((position) => labels.source.rowNumber(position), count);
  const headerRow = place.headerRow - 1;
  const records = state.labelRecords;
  const previous = findRecord(records, nameSheet(state, sheet), place.table, runs);
  const rows = table
    ? [{ row: table.range.row, count: table.range.rowCount }]
    : [...(headerRow < 0 ? [] : [{ row: headerRow, count: 1 }]), ...boundRuns(runs)];

  await refuseFiltered(context, sheet, table);
  const seen = await readSurroundings(context, sheet, headerRow, rows, table, place.lastColumn);
  const found = previous ? findLabels(previous, seen.headerText, seen.lastColumn) : [];
  const labelState = {
    lastColumn: place.lastColumn,
    table: table?.range ?? null,
    found,
    filled: seen.filled,
  };
  const plan = planLabels(labelState, labels.columns.length);
  if (!plan) throw buildNoRoomError(sheet.name, boundLabelRoom(labelState, rows, labels.columns.length));
  return {
    sheet,
    table,
    headerRow,
    runs,
    labels,
    headers: chooseLabelHeaders(labels),
    plan,
    records,
    previous,
  };
}

/** Excel does not take cells between rows that a filter hides. @throws WorkbookError `filteredRange` */
async function refuseFiltered(
  context: Excel.RequestContext,
  sheet: SheetState,
  table: TableState | undefined,
): Promise<void> {
  const worksheet = context.workbook.worksheets.getItem(sheet.key);
  const { autoFilter: filter } = table ? worksheet.tables.getItem(table.key) : worksheet;
  filter.load("isDataFiltered");
  await context.sync();
  if (filter.isDataFiltered) throw new WorkbookError("filteredRange", "the rows are filtered", { sheet: sheet.name });
}

function boundRuns(runs: readonly RowRun[]): { row: number; count: number }[] {
  if (runs.length <= mostRunsLookedAt) return runs.map(({ row, count }) => ({ row, count }));
  const first = Math.min(...runs.map((run) => run.row));
  return [{ row: first, count: Math.max(...runs.map((run) => run.row + run.count)) - first }];
}

interface Surroundings {
  readonly headerText: (column: number) => CellValue;
  readonly lastColumn: number;
  readonly filled: ReadonlySet<number>;
}

/** Reads the header row and which columns right of the rows hold something: two requests. */
async function readSurroundings(
  context: Excel.RequestContext,
  sheet: SheetState,
  headerRow: number,
  rows: readonly { readonly row: number; readonly count: number }[],
  table: TableState | undefined,
  lastRowColumn: number,
): Promise<Surroundings> {
  const worksheet = context.workbook.worksheets.getItem(sheet.key);
  const used = worksheet.getUsedRangeOrNullObject(true).untrack();
  used.load(rangeProperties);
  await context.sync();
  const end = used.isNullObject ? 0 : endColumn(readRange(used));
  const first = table ? endColumn(table.range) : lastRowColumn + 1;
  const headerRange = buildRange(Math.max(0, headerRow), 0, 1, Math.max(1, end));
  const header = getCells(worksheet, headerRange).load("values");
  const looked: { column: number; part: Excel.Range }[] = [];
  for (let column = first; column < end; column++) {
    for (const { row, count } of rows) {
      const part = getCells(worksheet, buildRange(row, column, count, 1))
        .getUsedRangeOrNullObject(true)
        .untrack();
      looked.push({ column, part: part.load("address") });
    }
  }
  await context.sync();
  const [texts] = headerRow < 0 ? [[]] : readCellRows(header.values, headerRange);
  const filled = new Set(looked.filter(({ part }) => !part.isNullObject).map(({ column }) => column));
  for (const other of sheet.tables) {
    const touches = rows.some(({ row, count }) => row < endRow(other.range) && other.range.row < row + count);
    if (!touches) continue;
    for (let index = 0; index < other.range.columnCount; index++) filled.add(other.range.column + index);
  }
  return {
    headerText: (column) => texts[column] ?? null,
    lastColumn: Math.min(sheetColumns, end) - 1,
    filled,
  };
}

/** Label columns of a record as they stand now. */
export interface StandingLabels {
  readonly sheet: SheetState;
  readonly table: TableState | undefined;
  readonly record: LabelRecord;
  readonly found: readonly FoundLabel[];
}

/** Finds all label columns: two requests. @throws WorkbookError `accessDenied` when one cannot be removed */
export async function findStandingLabels(context: Excel.RequestContext, state: OfficeState): Promise<StandingLabels[]> {
  const records = state.labelRecords.flatMap((record) => {
    const sheet = state.sheets.find((one) => isOnSheet(record, nameSheet(state, one)));
    return sheet ? [{ record, sheet }] : [];
  });
  const locked = records.find(({ sheet }) => sheet.isProtected);
  if (locked) throw new WorkbookError("accessDenied", "the sheet is protected", { sheet: locked.sheet.name });
  if (records.length === 0) return [];
  const { worksheets } = context.workbook;
  const used = records.map(({ sheet }) =>
    worksheets.getItem(sheet.key).getUsedRangeOrNullObject(true).untrack().load(rangeProperties),
  );
  await context.sync();
  const headers = records.map(({ record, sheet }, index) => {
    const end = used[index].isNullObject ? 1 : endColumn(readRange(used[index]));
    const range = buildRange(Math.max(0, record.headerRow), 0, 1, end);
    return { range, cells: getCells(worksheets.getItem(sheet.key), range).load("values") };
  });
  await context.sync();
  return records.map(({ record, sheet }, index) => {
    const { range, cells } = headers[index];
    const [texts] = readCellRows(cells.values, range);
    const table = sheet.tables.find((one) => one.name.toLowerCase() === record.table?.toLowerCase());
    const found = used[index].isNullObject
      ? []
      : findLabels(record, (column) => texts[column] ?? null, range.columnCount - 1);
    return { sheet, table, record, found };
  });
}
