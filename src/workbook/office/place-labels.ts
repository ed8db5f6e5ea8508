import { buildRange, endColumn } from "../grid-range";
import type { LabelRecord } from "../output-mark";
import { formatLabelRecords } from "../output-mark";
import type { LabelPlan } from "../plan-labels";
import { buildLabelFormats, isRightEdge, listStaleCells, replaceRecord } from "../plan-labels";
import type { CellValue, GridRange, ValueBlock } from "../port";
import type { TableState } from "../workbook-state";
import { getCells } from "./cell-range";
import { listConditionalSteps } from "./draw-sheet";
import { guardValue } from "./guard-text";
import type { PlannedLabels, StandingLabels } from "./office-labels";
import { groupColumns } from "./read-blocks";
import type { WriteSteps } from "./write-steps";
import { listValueSteps } from "./write-values";

/** After so many cells the host may have its turn. */
const cellsPerTurn = 5_000;

/** Steps that build the labels on a hidden sheet, each at the cell where it goes. */
export function* listLabelSteps(
  { plan, runs, labels }: PlannedLabels,
  stagingName: string,
  date1904: boolean,
): WriteSteps {
  const open = (context: Excel.RequestContext) => context.workbook.worksheets.getItem(stagingName);
  for (const group of groupLabels(plan)) {
    for (const run of runs) {
      const columns: CellValue[][] = [];
      for (const index of group.indices) {
        const { values } = labels.columns[index];
        const cells = new Array<CellValue>(run.count);
        for (let i = 0; i < run.count; i++) {
          cells[i] = values[run.position + i] ?? null;
          if (i % cellsPerTurn === cellsPerTurn - 1) yield null;
        }
        columns.push(cells);
      }
      const block: ValueBlock = { row: run.row, column: group.column, columns };
      yield* listValueSteps(block, [], open, date1904);
    }
  }
}

/** Label columns that stand side by side in their order. */
function groupLabels(plan: LabelPlan): { column: number; indices: number[] }[] {
  let next = 0;
  return groupColumns(plan.columns).map(({ column, columnCount }) => {
    const indices = Array.from({ length: columnCount }, () => next++);
    return { column, indices };
  });
}

/** The cells beside the rows that a run changes. */
export function boundLabelCells({ plan, table, headerRow, runs, previous }: PlannedLabels): GridRange {
  const rows = [
    ...(headerRow < 0 ? [] : [{ row: headerRow, count: 1 }]),
    ...runs.map(({ row, count }) => ({ row, count })),
    ...(table ? [{ row: table.range.row, count: table.range.rowCount }] : []),
    ...(previous?.columns ?? []).map(({ range }) => ({ row: range.row, count: range.rowCount })),
  ];
  const top = Math.min(...rows.map(({ row }) => row));
  const bottom = Math.max(...rows.map(({ row, count }) => row + count));
  const columns = [...plan.columns, ...plan.removed];
  const left = Math.min(...columns);
  return buildRange(top, left, bottom - top, Math.max(...columns) + 1 - left);
}

/** Queues the labels beside their rows. */
export function placeLabels(context: Excel.RequestContext, planned: PlannedLabels, stagingName: string): void {
  const { plan, table, headerRow, runs } = planned;
  const sheet = context.workbook.worksheets.getItem(planned.sheet.key);
  const staging = context.workbook.worksheets.getItem(stagingName);
  if (planned.previous) {
    clearFormats(sheet, planned.previous, plan.columns);
    for (const range of listStaleCells(planned.previous, plan, table?.range ?? null)) {
      getCells(sheet, range).clear("Contents");
    }
  }
  if (table && plan.addedToTable > 0) {
    const wider = { ...table.range, columnCount: table.range.columnCount + plan.addedToTable };
    sheet.tables.getItem(table.key).resize(getCells(sheet, wider));
  }
  for (const { column, indices } of groupLabels(plan)) {
    if (headerRow >= 0) {
      const header = buildRange(headerRow, column, 1, indices.length);
      getCells(sheet, header).values = [indices.map((index) => guardValue(planned.headers[index]))];
    }
    for (const { row, count } of runs) {
      const cells = buildRange(row, column, count, indices.length);
      getCells(sheet, cells).copyFrom(getCells(staging, cells), "Values");
    }
  }
  const formats = buildLabelFormats(planned.labels, plan.columns, runs);
  for (const step of listConditionalSteps(formats, () => sheet)) step.queue(context);
}

/** Queues the removal of columns of an earlier run that are no longer wanted. */
export function dropOldLabels(context: Excel.RequestContext, { sheet, table, plan, previous }: PlannedLabels): void {
  if (!previous || plan.removed.length === 0) return;
  const worksheet = context.workbook.worksheets.getItem(sheet.key);
  const wide = table && {
    ...table,
    range: { ...table.range, columnCount: table.range.columnCount + plan.addedToTable },
  };
  removeColumns(worksheet, wide, previous.columns[0].range, plan.removed);
}

/** The setting that remembers the labels. */
export function formatPlannedRecords(planned: PlannedLabels): string {
  const { sheet, table, headerRow, runs, headers, plan } = planned;
  const first = headerRow >= 0 ? headerRow : (runs[0]?.row ?? 0);
  const last = runs.reduce((end, run) => Math.max(end, run.row + run.count), first + 1);
  const moved = (column: number) => column - plan.removed.filter((removed) => table && removed < column).length;
  const record: LabelRecord = {
    sheet: sheet.key,
    sheetName: sheet.name,
    ...(table ? { table: table.name } : {}),
    headerRow,
    columns: headers.map((header, index) => ({
      header,
      range: buildRange(first, moved(plan.columns[index]), last - first, 1),
    })),
  };
  return formatLabelRecords(replaceRecord(planned.records, planned.previous, record));
}

function clearFormats(sheet: Excel.Worksheet, record: LabelRecord, columns: readonly number[]): void {
  for (const { range } of record.columns) {
    for (const place of [range, ...columns.map((column) => ({ ...range, column }))]) {
      getCells(sheet, place).conditionalFormats.clearAll();
    }
  }
}

/** Blanks columns from right to left and takes them out of their table: at the right edge nothing else moves. */
function removeColumns(
  sheet: Excel.Worksheet,
  table: TableState | undefined,
  rows: GridRange,
  columns: readonly number[],
): void {
  let range = table?.range;
  for (const column of [...columns].sort((a, b) => b - a)) {
    if (!table || !range || column < range.column || column >= endColumn(range)) {
      getCells(sheet, { ...rows, column, columnCount: 1 }).clear("Contents");
      continue;
    }
    const narrower = { ...range, columnCount: range.columnCount - 1 };
    const standing = sheet.tables.getItem(table.key);
    if (isRightEdge(range, column)) {
      standing.resize(getCells(sheet, narrower));
      getCells(sheet, buildRange(range.row, column, range.rowCount, 1)).clear("Contents");
    } else {
      standing.columns.getItemAt(column - range.column).delete();
    }
    range = narrower;
  }
}

/** Queues the removal of label columns. */
export function removeStandingLabels(
  context: Excel.RequestContext,
  { sheet, table, record, found }: StandingLabels,
): void {
  const worksheet = context.workbook.worksheets.getItem(sheet.key);
  const columns = found.map((label) => label.column);
  clearFormats(worksheet, record, columns);
  if (columns.length > 0) removeColumns(worksheet, table, record.columns[0].range, columns);
}
