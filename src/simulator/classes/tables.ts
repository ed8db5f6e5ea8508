import { endColumn, isOverlapping } from "../../workbook/grid-range";
import type { MemorySheet, MemoryTable } from "../../workbook/memory-sheet";
import type { GridRange } from "../../workbook/port";
import { WorkbookError } from "../../workbook/port";
import { clearFilters, hideTexts, showTexts, showValueOf } from "../../workbook/filter-table";
import { deleteCells } from "../../workbook/shift-cells";
import { readBoolean, readRange, readText, readWhole, refuseAsHost } from "../arguments";
import type { Host, ObjectClass } from "../host";
import type { HostObject } from "../host";
import { HostError } from "../host-error";
import { checkCellsWritable, isFiltered, nameHeaders, readValues, writeCells } from "../range-values";

/** The tables of one sheet, or of all. */
export interface TablesTarget {
  readonly sheet?: MemorySheet;
}

export interface TableTarget {
  readonly sheet: MemorySheet;
  readonly table: MemoryTable;
}

function listTables({ sheet }: TablesTarget, host: Host): TableTarget[] {
  const sheets = sheet ? [sheet] : host.workbook.sheets;
  return sheets.flatMap((owner) => owner.tables.map((table) => ({ sheet: owner, table })));
}

/** Tables overlap nothing: a conflict of any kind is the host's merged range conflict. */
function refuseTable<T>(change: () => T): T {
  try {
    return change();
  } catch (error) {
    if (error instanceof WorkbookError && error.code === "refused")
      throw new HostError("InvalidArgument", error.message);
    return refuseAsHost<T>(() => {
      throw error;
    });
  }
}

function checkTableRange(sheet: MemorySheet, range: GridRange, except?: MemoryTable): void {
  const overlaps = sheet.tables.some((table) => table !== except && isOverlapping(table.range, range));
  if (overlaps || sheet.merges.some((merge) => isOverlapping(merge, range))) throw new HostError("MergedRangeConflict");
  if (sheet.pivots.some((pivot) => isOverlapping(pivot.range, range))) throw new HostError("PivotTableRangeConflict");
}

function addTable(target: TablesTarget, address: unknown, hasHeaders: unknown, host: Host): HostObject {
  const { sheet, range } = readRange(address, target.sheet ?? host.workbook.activeSheet, host);
  if (target.sheet && target.sheet !== sheet) throw new HostError("InvalidArgument");
  checkCellsWritable({ sheet, range }, host);
  if (!readBoolean(hasHeaders)) throw new HostError("NotImplemented", "TableCollection.add without headers");
  const whole = range.rowCount === 1 ? { ...range, rowCount: 2 } : range;
  checkTableRange(sheet, whole);
  const table = refuseTable(() => sheet.addTable({ name: findFreeName(host), range: whole }));
  nameHeaders(sheet, whole);
  return host.make("Table", { sheet, table } satisfies TableTarget);
}

function findFreeName(host: Host): string {
  let number = 1;
  while (host.workbook.getTable(`Table${number}`)) number += 1;
  return `Table${number}`;
}

function findTable(target: TablesTarget, key: unknown, host: Host): TableTarget | undefined {
  const text = readText(key);
  const tables = listTables(target, host);
  return (
    tables.find(({ table }) => table.id === text) ??
    tables.find(({ table }) => table.name.toLowerCase() === text.toLowerCase())
  );
}

export const tablesClass: ObjectClass<TablesTarget> = {
  name: "TableCollection",
  read: { Count: (target, host) => listTables(target, host).length },
  items: (target, host) => listTables(target, host).map((table) => host.make("Table", table)),
  item: (target, key, host) => {
    const found = findTable(target, key, host);
    if (!found) throw new HostError("ItemNotFound");
    return host.make("Table", found);
  },
  call: { Add: (target, [address, hasHeaders], host) => addTable(target, address, hasHeaders, host) },
};

/** The tables that touch a range. */
export const tableScopedClass: ObjectClass<{ sheet: MemorySheet; tables: readonly MemoryTable[] }> = {
  name: "TableScopedCollection",
  items: ({ sheet, tables }, host) => tables.map((table) => host.make("Table", { sheet, table })),
};

function bodyRange(table: MemoryTable): GridRange {
  const { row, rowCount } = table.range;
  const body = rowCount - 1 - (table.showTotals ? 1 : 0);
  return { ...table.range, row: row + 1, rowCount: Math.max(1, body) };
}

function resizeTable({ sheet, table }: TableTarget, newRange: unknown, host: Host): void {
  const target = readRange(newRange, sheet, host);
  host.checkWritable(sheet);
  const { range } = target;
  const keepsHeader = target.sheet === sheet && range.row === table.range.row && isOverlapping(range, table.range);
  if (!keepsHeader || range.rowCount < 2) throw new HostError("InvalidArgument");
  checkTableRange(sheet, range, table);
  refuseTable(() => sheet.resizeTable(table, range));
  nameHeaders(sheet, range);
  host.needsCalculation = true;
}

function removeTable({ sheet, table }: TableTarget): void {
  sheet.tables.splice(sheet.tables.indexOf(table), 1);
}

/** A table's own members. */
export const tableClass: ObjectClass<TableTarget> = {
  name: "Table",
  identify: ({ table }) => ({ Id: table.id }),
  read: {
    Id: ({ table }) => table.id,
    Name: ({ table }) => table.name,
    Style: ({ table }) => table.style,
    ShowHeaders: () => true,
    ShowTotals: ({ table }) => table.showTotals,
    ShowFilterButton: ({ table }) => table.showFilter,
  },
  write: {
    Name: ({ sheet, table }, value, host) => {
      host.checkWritable(sheet);
      refuseAsHost(() => host.workbook.renameTable(table, readText(value)));
    },
    Style: ({ sheet, table }, value, host) => {
      host.checkWritable(sheet);
      if (!/^TableStyle(Light|Medium|Dark)\d+$/.test(readText(value))) throw new HostError("InvalidArgument");
      table.style = readText(value);
    },
    ShowFilterButton: ({ sheet, table }, value, host) => {
      host.checkWritable(sheet);
      table.showFilter = readBoolean(value);
    },
  },
  open: {
    Columns: (target, host) => host.make("TableColumnCollection", target),
    Worksheet: ({ sheet }, host) => host.make("Worksheet", sheet),
    AutoFilter: (target, host) => host.make("AutoFilter", target),
  },
  call: {
    GetRange: ({ sheet, table }, _args, host) => host.makeRange(sheet, table.range),
    GetHeaderRowRange: ({ sheet, table }, _args, host) => host.makeRange(sheet, { ...table.range, rowCount: 1 }),
    GetDataBodyRange: ({ sheet, table }, _args, host) => host.makeRange(sheet, bodyRange(table)),
    Resize: (target, [range], host) => resizeTable(target, range, host),
    ClearFilters: ({ sheet, table }, _args, host) => {
      host.checkWritable(sheet);
      if (isFiltered(sheet, table)) clearFilters(sheet, table);
    },
    ConvertToRange: (target, _args, host) => {
      host.checkWritable(target.sheet);
      removeTable(target);
      return host.makeRange(target.sheet, target.table.range);
    },
    Delete: (target, _args, host) => {
      checkCellsWritable({ sheet: target.sheet, range: target.table.range }, host);
      removeTable(target);
      target.sheet.clear(target.table.range, "all");
      host.needsCalculation = true;
    },
  },
};

/** The filter of a table or sheet. */
export const autoFilterClass: ObjectClass<{ sheet: MemorySheet; table?: MemoryTable }> = {
  name: "AutoFilter",
  read: {
    Enabled: ({ table }) => table?.showFilter ?? false,
    IsDataFiltered: ({ sheet, table }) => (table ? isFiltered(sheet, table) : false),
  },
};

interface ColumnTarget extends TableTarget {
  readonly index: number;
}

function columnRange({ table, index }: ColumnTarget): GridRange {
  return { ...table.range, column: table.range.column + index, columnCount: 1 };
}

function listColumns(target: TableTarget): ColumnTarget[] {
  return Array.from({ length: target.table.range.columnCount }, (_, index) => ({ ...target, index }));
}

function readHeader({ sheet, table, index }: ColumnTarget): string {
  return String(sheet.getValue(table.range.row, table.range.column + index) ?? "");
}

function findColumn(target: TableTarget, key: unknown): ColumnTarget | undefined {
  const columns = listColumns(target);
  if (typeof key === "number") return columns[key - 1] ?? undefined;
  const text = readText(key).toLowerCase();
  return columns.find((column) => readHeader(column).toLowerCase() === text);
}

/** Adds a column at the right end; cells beyond it must be free, as they would be moved otherwise. */
function addColumn(target: TableTarget, [index, values, name]: readonly unknown[], host: Host): HostObject {
  const { sheet, table } = target;
  if (index !== null && index !== undefined && index !== -1 && readWhole(index) !== table.range.columnCount) {
    throw new HostError("NotImplemented", "TableColumnCollection.add before the end");
  }
  checkCellsWritable({ sheet, range: table.range }, host);
  const range: GridRange = { ...table.range, column: endColumn(table.range), columnCount: 1 };
  checkTableRange(sheet, range, table);
  if (sheet.usedRange(range)) throw new HostError("NotImplemented", "TableColumnCollection.add that moves cells");
  refuseTable(() => sheet.resizeTable(table, { ...table.range, columnCount: table.range.columnCount + 1 }));
  if (values !== null && values !== undefined) writeCells({ sheet, range }, values, host);
  if (typeof name === "string") sheet.setValue(range.row, range.column, name);
  nameHeaders(sheet, range);
  return host.make("TableColumn", { ...target, index: table.range.columnCount - 1 });
}

export const tableColumnsClass: ObjectClass<TableTarget> = {
  name: "TableColumnCollection",
  read: { Count: ({ table }) => table.range.columnCount },
  items: (target, host) => listColumns(target).map((column) => host.make("TableColumn", column)),
  item: (target, key, host) => {
    const found = findColumn(target, key);
    if (!found) throw new HostError("ItemNotFound");
    return host.make("TableColumn", found);
  },
  call: { Add: (target, args, host) => addColumn(target, args, host) },
};

/** Cells right of the table move left. */
function deleteColumn(target: ColumnTarget, host: Host): void {
  const { sheet, table } = target;
  checkCellsWritable({ sheet, range: table.range }, host);
  if (table.range.columnCount === 1) throw new HostError("InvalidOperation");
  deleteCells(sheet, columnRange(target));
  table.range = { ...table.range, columnCount: table.range.columnCount - 1 };
  host.needsCalculation = true;
}

export const tableColumnClass: ObjectClass<ColumnTarget> = {
  name: "TableColumn",
  identify: ({ index }) => ({ Id: index + 1 }),
  read: {
    Id: ({ index }) => index + 1,
    Index: ({ index }) => index,
    Name: readHeader,
    Values: (target) => readValues({ sheet: target.sheet, range: columnRange(target) }),
  },
  write: {
    Name: (target, value, host) => {
      const range = { ...columnRange(target), rowCount: 1 };
      checkCellsWritable({ sheet: target.sheet, range }, host);
      target.sheet.setValue(range.row, range.column, readText(value));
      nameHeaders(target.sheet, range);
    },
  },
  open: { Filter: (target, host) => host.make("Filter", target) },
  call: {
    Delete: (target, _args, host) => deleteColumn(target, host),
    GetRange: (target, _args, host) => host.makeRange(target.sheet, columnRange(target)),
    GetHeaderRowRange: (target, _args, host) => host.makeRange(target.sheet, { ...columnRange(target), rowCount: 1 }),
    GetDataBodyRange: (target, _args, host) => {
      const { row, rowCount } = bodyRange(target.table);
      return host.makeRange(target.sheet, { ...columnRange(target), row, rowCount });
    },
  },
};

/** The filter of one column of a table. */
export const filterClass: ObjectClass<ColumnTarget> = {
  name: "Filter",
  call: {
    ApplyValuesFilter: ({ sheet, table, index }, [values], host) => {
      host.checkWritable(sheet);
      if (!Array.isArray(values)) throw new HostError("InvalidArgument");
      showTexts(sheet, table, index, values.map(readText));
    },
    Clear: ({ sheet, table, index }, _args, host) => {
      host.checkWritable(sheet);
      hideTexts(sheet, table, index, new Set(), showValueOf(sheet));
    },
  },
};
