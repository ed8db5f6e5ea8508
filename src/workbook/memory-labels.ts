import { buildRange, endColumn, endRow, isInside } from "./grid-range";
import type { MemorySheet, MemoryTable } from "./memory-sheet";
import type { MemoryWorkbook } from "./memory-workbook";
import type { LabelRecord } from "./output-mark";
import { formatLabelRecords, labelsKey, parseLabelRecords } from "./output-mark";
import type { LabelPlan, RowRun } from "./plan-labels";
import {
  buildLabelFormats,
  chooseLabelHeaders,
  checkLabelPlace,
  findLabels,
  findRecord,
  isOnSheet,
  listRowRuns,
  listStaleCells,
  boundLabelRoom,
  isRightEdge,
  planLabels,
  replaceRecord,
} from "./plan-labels";
import { buildNoRoomError } from "./plan-output";
import type { ConditionalFormat, GridRange, LabelColumns } from "./port";
import { WorkbookError } from "./port";
import { deleteCells } from "./shift-cells";

/** Label columns with everything decided, before anything is written. */
export interface StagedLabels {
  readonly sheet: MemorySheet;
  readonly table: MemoryTable | undefined;
  readonly headerRow: number;
  readonly runs: readonly RowRun[];
  readonly labels: LabelColumns;
  /** As written: another column may have the header wished for. */
  readonly headers: readonly string[];
  readonly plan: LabelPlan;
  readonly formats: readonly ConditionalFormat[];
  readonly records: readonly LabelRecord[];
  readonly previous: LabelRecord | undefined;
}

/** @throws WorkbookError `itemNotFound`, `accessDenied`, `noRoom`, `notSupported` */
export function stageLabels(workbook: MemoryWorkbook, labels: LabelColumns): StagedLabels {
  const place = checkLabelPlace(labels.source.place);
  const sheet = workbook.getSheet(place.sheet);
  if (!sheet) throw new WorkbookError("itemNotFound", "the sheet of the rows is gone", { name: place.sheet });
  if (sheet.protected) throw new WorkbookError("accessDenied", "the sheet is protected", { sheet: sheet.name });
  const table = place.table === undefined ? undefined : workbook.getTable(place.table)?.table;
  if (place.table !== undefined && !table)
    throw new WorkbookError("itemNotFound", "the table is gone", { name: place.table });

  const count = labels.columns[0]?.values.length ?? 0;
  if (labels.columns.some((column) => column.values.length !== count))
    throw new RangeError("label columns have equal length");
  const runs = listRowRuns((position) => labels.source.rowNumber(position), count);
  const headerRow = place.headerRow - 1;
  const records = parseLabelRecords(workbook.settings.get(labelsKey));
  const previous = findRecord(records, nameSheet(workbook, sheet), place.table, runs);
  const found = previous ? findCurrentLabels(sheet, previous) : [];
  const rows = table
    ? [{ row: table.range.row, count: table.range.rowCount }]
    : [...(headerRow < 0 ? [] : [{ row: headerRow, count: 1 }]), ...runs];
  const state = {
    lastColumn: place.lastColumn,
    table: table?.range ?? null,
    found,
    filled: listFilled(sheet, rows),
  };
  const plan = planLabels(state, labels.columns.length);
  if (!plan) throw buildNoRoomError(sheet.name, boundLabelRoom(state, rows, labels.columns.length));
  const headers = chooseLabelHeaders(labels);
  const formats = buildLabelFormats(labels, plan.columns, runs);
  return { sheet, table, headerRow, runs, labels, headers, plan, formats, records, previous };
}

/** Writes staged labels; the record for the setting comes back as text. */
export function placeLabels(staged: StagedLabels): string {
  const { sheet, table, headerRow, runs, labels, plan } = staged;
  if (staged.previous) {
    removeFormats(sheet, staged.previous, plan.columns);
    for (const range of listStaleCells(staged.previous, plan, table?.range ?? null)) sheet.clear(range, "contents");
  }
  if (table) table.range = { ...table.range, columnCount: table.range.columnCount + plan.addedToTable };
  labels.columns.forEach(({ values }, index) => {
    const column = plan.columns[index];
    if (headerRow >= 0) sheet.setValue(headerRow, column, staged.headers[index]);
    for (const run of runs) {
      for (let i = 0; i < run.count; i++) sheet.setValue(run.row + i, column, values[run.position + i]);
    }
  });
  sheet.conditionalFormats.push(...staged.formats);
  for (const column of plan.removed) removeColumn(sheet, table, staged.previous!.columns[0].range, column);
  return formatLabelRecords(replaceRecord(staged.records, staged.previous, buildRecord(staged)));
}

/** Takes all label columns away. @throws WorkbookError `accessDenied` before anything is changed */
export function removeLabels(workbook: MemoryWorkbook): void {
  const found = listLabelPlaces(workbook);
  const locked = found.find(({ sheet }) => sheet.protected);
  if (locked) throw new WorkbookError("accessDenied", "the sheet is protected", { sheet: locked.sheet.name });
  for (const { record, sheet } of found) {
    const table = record.table === undefined ? undefined : workbook.getTable(record.table)?.table;
    const columns = findCurrentLabels(sheet, record).map((label) => label.column);
    removeFormats(sheet, record, columns);
    for (const column of columns.sort((a, b) => b - a)) removeColumn(sheet, table, record.columns[0].range, column);
  }
}

/** The records of label columns whose sheets are there. */
export function listLabelPlaces(workbook: MemoryWorkbook): { record: LabelRecord; sheet: MemorySheet }[] {
  return parseLabelRecords(workbook.settings.get(labelsKey)).flatMap((record) => {
    const sheet = workbook.sheets.find((candidate) => isOnSheet(record, nameSheet(workbook, candidate)));
    return sheet ? [{ record, sheet }] : [];
  });
}

function nameSheet(workbook: MemoryWorkbook, sheet: MemorySheet): { key: string; name: string; others: string[] } {
  const others = workbook.sheets.filter((other) => other !== sheet).map((other) => other.name);
  return { key: sheet.id, name: sheet.name, others };
}

/** Where the label columns of a record are now. */
export function findCurrentLabels(sheet: MemorySheet, record: LabelRecord): { header: string; column: number }[] {
  const used = sheet.usedRange();
  return used ? findLabels(record, (column) => sheet.getValue(record.headerRow, column), endColumn(used) - 1) : [];
}

function listFilled(sheet: MemorySheet, rows: readonly { row: number; count: number }[]): Set<number> {
  const filled = new Set<number>();
  const used = sheet.usedRange();
  for (let column = 0; used && column < endColumn(used); column++) {
    const isFilled = ({ row, count }: { row: number; count: number }) =>
      sheet.usedRange(buildRange(row, column, count, 1)) !== null;
    if (rows.some(isFilled)) filled.add(column);
  }
  for (const table of sheet.tables) {
    const touches = rows.some(({ row, count }) => row < endRow(table.range) && table.range.row < row + count);
    for (let i = 0; touches && i < table.range.columnCount; i++) filled.add(table.range.column + i);
  }
  return filled;
}

function buildRecord({ sheet, table, headerRow, runs, headers, plan }: StagedLabels): LabelRecord {
  const first = headerRow >= 0 ? headerRow : (runs[0]?.row ?? 0);
  const last = runs.reduce((end, run) => Math.max(end, run.row + run.count), first + 1);
  const moved = (column: number) => column - plan.removed.filter((removed) => table && removed < column).length;
  return {
    sheet: sheet.id,
    sheetName: sheet.name,
    ...(table ? { table: table.name } : {}),
    headerRow,
    columns: headers.map((header, index) => ({
      header,
      range: buildRange(first, moved(plan.columns[index]), last - first, 1),
    })),
  };
}

/** The conditional formats of an earlier run on label columns: each lies within its column and the rows remembered. */
function removeFormats(sheet: MemorySheet, record: LabelRecord, columns: readonly number[]): void {
  const places = record.columns.flatMap(({ range }) => [range, ...columns.map((column) => ({ ...range, column }))]);
  const kept = sheet.conditionalFormats.filter((format) => !places.some((place) => isInside(format.range, place)));
  sheet.conditionalFormats.splice(0, sheet.conditionalFormats.length, ...kept);
}

/** Blanks a label column, and takes it out of its table: at the right edge nothing else moves. */
function removeColumn(sheet: MemorySheet, table: MemoryTable | undefined, rows: GridRange, column: number): void {
  if (!table || column < table.range.column || column >= endColumn(table.range)) {
    sheet.clear({ ...rows, column, columnCount: 1 }, "contents");
    return;
  }
  const cells = buildRange(table.range.row, column, table.range.rowCount, 1);
  if (isRightEdge(table.range, column)) sheet.clear(cells, "contents");
  else deleteCells(sheet, cells);
  table.range = { ...table.range, columnCount: table.range.columnCount - 1 };
}
