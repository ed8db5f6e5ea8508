import { endRow } from "./grid-range";
import { isSameName } from "./free-name";
import type { LabelRecord } from "./output-mark";
import type { FoundLabel } from "./plan-labels";
import { buildTextFormat } from "./plan-labels";
import type { CellValue, ConditionalFormat, GridRange, OutputColors, TableFilter } from "./port";
import { WorkbookError } from "./port";
import type { SheetState, TableState, WorkbookState } from "./workbook-state";
import { findMarkedSheet } from "./workbook-state";

/** Cells of a column, and the only conditional formats that they have from now on. */
export interface ColoredCells {
  readonly range: GridRange;
  readonly formats: readonly ConditionalFormat[];
}

/** The sheet of ours with this mark and its first table. @throws WorkbookError `itemNotFound` */
export function findOwnTable(state: WorkbookState, sheetId: string): { sheet: SheetState; table: TableState } {
  const sheet = findMarkedSheet(state, sheetId);
  const [own] = sheet?.mark?.tables ?? [];
  const table = sheet?.tables.find(({ name }) => own !== undefined && isSameName(name, own.name));
  if (!sheet || !table) throw new WorkbookError("itemNotFound", `no sheet or table of ours: ${sheetId}`);
  return { sheet, table };
}

/** The position of a column in a table. @throws WorkbookError `itemNotFound` */
export function findHeader(headers: readonly CellValue[], { header }: TableFilter): number {
  const position = headers.indexOf(header);
  if (position < 0) throw new WorkbookError("itemNotFound", "no such column", { name: header });
  return position;
}

/** @param headers the table's header row as it is now */
export function planTableColors(
  { range }: TableState,
  headers: readonly CellValue[],
  { columns }: OutputColors,
): ColoredCells[] {
  return columns.flatMap(({ header, colors }) => {
    const position = headers.indexOf(header);
    if (position < 0) return [];
    const body = {
      row: range.row + 1,
      column: range.column + position,
      rowCount: range.rowCount - 1,
      columnCount: 1,
    };
    return [{ range: body, formats: colors.map((color) => buildTextFormat(color, body)) }];
  });
}

/** @param found where the label columns of the record are now */
export function planLabelColors(
  record: LabelRecord,
  found: readonly FoundLabel[],
  { labels }: OutputColors,
): ColoredCells[] {
  return found.map(({ header, column }) => {
    const position = record.columns.findIndex((other) => other.header === header);
    const { range } = record.columns[position];
    const first = record.headerRow >= 0 ? record.headerRow + 1 : range.row;
    const body = { row: first, column, rowCount: endRow(range) - first, columnCount: 1 };
    const colors = labels.filter((color) => color.column === position);
    return { range: body, formats: colors.map((color) => buildTextFormat(color, body)) };
  });
}
