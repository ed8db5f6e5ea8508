import { parseReference } from "../address";
import type { CallOptions, GridRange, RowReference } from "../port";
import { WorkbookError } from "../port";
import type { RowSource } from "../rows";
import { SheetRows } from "../sheet-rows";
import type { RowLayout } from "../table-source";
import { chooseSheetArea, findFormats, formatSearchRows, locateRows } from "../table-source";
import { getCells, rangeProperties, readRange } from "./cell-range";
import { isDate1904, loadDateSystem } from "./read-state";
import { OfficeBlockReader, groupColumns } from "./read-blocks";
import { readExcel } from "./run-excel";
import { openSheetCells, readCellRows } from "./sheet-cells";

interface Target {
  readonly sheet: Excel.Worksheet;
  readonly areas: readonly GridRange[];
}

/** Opens the rows that a reference means. @throws WorkbookError as `WorkbookPort.openRows` */
export async function openOfficeRows(reference: RowReference, options: CallOptions = {}): Promise<RowSource> {
  options.signal?.throwIfAborted();
  return readExcel(async (context) => {
    const millennium = loadDateSystem(context);
    const { sheet, areas } = await findTarget(context, reference);
    options.signal?.throwIfAborted();
    const cells = await openSheetCells(context, sheet);
    const layout = await locateRows(cells, areas.length > 0 ? areas : [await findSheetArea(cells)]);
    options.signal?.throwIfAborted();
    const formats = await readFormats(context, sheet, layout);
    return new SheetRows(layout, formats, new OfficeBlockReader(sheet.id, isDate1904(millennium)));
  });
}

/** The areas of the reference; none for a whole sheet. */
async function findTarget(context: Excel.RequestContext, reference: RowReference): Promise<Target> {
  switch (reference.kind) {
    case "selection":
      return findSelection(context);
    case "table":
      return findTable(context, reference.table);
    case "name":
      return findName(context, reference.name);
    case "range":
      return findRange(context, reference.sheet, reference.address);
  }
}

async function findSelection(context: Excel.RequestContext): Promise<Target> {
  const selection = context.workbook.getSelectedRanges().untrack();
  const { areas } = selection;
  areas.load(["rowIndex", "columnIndex", "rowCount", "columnCount"].map((name) => `items/${name}`).join(","));
  const { worksheet } = selection;
  worksheet.load("id");
  await context.sync();
  const ranges = areas.items.map(readRange);
  return { sheet: context.workbook.worksheets.getItem(worksheet.id), areas: ranges };
}

async function findTable(context: Excel.RequestContext, name: string): Promise<Target> {
  const table = context.workbook.tables.getItemOrNullObject(name);
  const { worksheet } = table;
  const range = table.getRange().untrack();
  table.load("id");
  worksheet.load("id");
  range.load(rangeProperties);
  await context.sync();
  if (table.isNullObject) throw new WorkbookError("itemNotFound", "there is no such table", { name });
  return { sheet: context.workbook.worksheets.getItem(worksheet.id), areas: [readRange(range)] };
}

async function findName(context: Excel.RequestContext, name: string): Promise<Target> {
  const { workbook } = context;
  const onWorkbook = workbook.names.getItemOrNullObject(name);
  const active = workbook.worksheets.getActiveWorksheet();
  const onSheet = active.names.getItemOrNullObject(name);
  onWorkbook.load("formula");
  onSheet.load("formula");
  active.load("name");
  await context.sync();
  const found = onWorkbook.isNullObject ? onSheet : onWorkbook;
  if (found.isNullObject) throw new WorkbookError("itemNotFound", "there is no such name", { name });
  const formula = String(found.formula).replace(/^=/, "");
  const table = /^([^[\]!'(]+)(?:\[#?\w+\])?$/.exec(formula.trim());
  const tables = workbook.tables.getItemOrNullObject(table?.[1] ?? "?");
  tables.load("name");
  await context.sync();
  if (table && !tables.isNullObject) return findTable(context, tables.name);
  const { sheet, areas } = parseAreas(formula);
  if (sheet === undefined && onSheet.isNullObject) {
    throw new WorkbookError("invalidSelection", "the name stands for no cells", { name });
  }
  return { sheet: await findSheet(context, sheet ?? active.name), areas };
}

async function findRange(
  context: Excel.RequestContext,
  sheetName: string | undefined,
  address: string | undefined,
): Promise<Target> {
  const parsed = address === undefined ? undefined : parseAreas(address);
  const name = sheetName ?? parsed?.sheet;
  const { worksheets } = context.workbook;
  const sheet = name === undefined ? worksheets.getActiveWorksheet() : await findSheet(context, name);
  return { sheet, areas: parsed?.areas ?? [] };
}

async function findSheet(context: Excel.RequestContext, name: string): Promise<Excel.Worksheet> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name);
  sheet.load("id");
  await context.sync();
  if (sheet.isNullObject) throw new WorkbookError("itemNotFound", "there is no such sheet", { name });
  return sheet;
}

function parseAreas(text: string): ReturnType<typeof parseReference> {
  try {
    return parseReference(text);
  } catch (error) {
    throw new WorkbookError("invalidSelection", "the reference cannot be read", { address: text }, error);
  }
}

async function findSheetArea(cells: Awaited<ReturnType<typeof openSheetCells>>): Promise<GridRange> {
  const used = await cells.readUsedRange({ row: 0, column: 0, rowCount: 1048576, columnCount: 16384 });
  if (!used) throw new WorkbookError("emptySource", "the sheet is empty", { sheet: cells.sheet });
  return chooseSheetArea(used, cells.tables);
}

/** Number formats are read of the first rows only: they take more room than values. */
async function readFormats(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  layout: RowLayout,
): Promise<string[]> {
  const [run] = layout.runs;
  const rowCount = Math.min(run.count, formatSearchRows);
  const groups = groupColumns(layout.columns).map(({ column, columnCount }) => {
    const range = { row: run.row, column, rowCount, columnCount };
    const cells = getCells(sheet, range);
    cells.load("values,numberFormat");
    return { range, cells };
  });
  await context.sync();
  const rows = groups.map(({ range, cells }) => readCellRows(cells.values, range));
  const columns = groups.flatMap(({ range }, group) =>
    Array.from({ length: range.columnCount }, (_, index) => rows[group].map((cellsOfRow) => cellsOfRow[index])),
  );
  const formats = groups.flatMap(({ range, cells }) =>
    Array.from({ length: range.columnCount }, (_, index) =>
      (cells.numberFormat as string[][]).map((cellsOfRow) => cellsOfRow[index]),
    ),
  );
  return findFormats(columns, (column, row) => formats[column][row]);
}
