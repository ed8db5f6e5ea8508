import { findHeaderRow, headerSearchRows } from "../core/transactions/find-header";
import { formatAreas, formatColumn, quoteSheetName } from "./address";
import { buildRange, endColumn, endRow, intersectRanges, isInside, isOverlapping, isSameRange } from "./grid-range";
import type { JoinedAreas } from "./join-areas";
import { joinAreas } from "./join-areas";
import type { LabelRecord } from "./output-mark";
import type { RowRun } from "./plan-labels";
import { findLabels } from "./plan-labels";
import type { CellValue, GridRange } from "./port";
import { WorkbookError } from "./port";

/** A table of the user's; the range has the header row, and the totals row where it shows one. */
export interface SourceTable {
  readonly name: string;
  readonly range: GridRange;
  readonly showTotals: boolean;
}

/** What finding rows must know and read of a sheet. */
export interface SheetCells {
  readonly sheet: string;
  readonly tables: readonly SourceTable[];
  /** Label columns of ours on this sheet: they are never read as data. */
  readonly labels: readonly LabelRecord[];
  /** The smallest range around all values within a range, or null. */
  readUsedRange(within: GridRange): Promise<GridRange | null>;
  /** The cells around a cell up to blank rows and columns, as Ctrl+A in Excel selects them. */
  readRegion(row: number, column: number): Promise<GridRange>;
  /** A small rectangle of values, by rows. */
  readValues(range: GridRange): Promise<readonly (readonly CellValue[])[]>;
}

/** Where the rows of a source lie on their sheet; numbers are 0-based. */
export interface RowLayout {
  readonly sheet: string;
  readonly table?: string;
  readonly title: string;
  /** -1 when the rows have no header. */
  readonly headerRow: number;
  readonly headers: readonly string[];
  /** The sheet's column for each column of the source. */
  readonly columns: readonly number[];
  readonly runs: readonly RowRun[];
  readonly rowCount: number;
}

/** How many rows are looked at to learn the number formats of columns. */
export const formatSearchRows = 200;

/**
 * Finds the rows that areas of a sheet mean: a single cell stands for the table or region around it, whole columns are cut to what is used,
 * title rows above the header are left out, and cells inside a list without its header take the headers of the list.
 *
 * @throws WorkbookError `emptySource`, `unevenAreas`
 */
export async function locateRows(cells: SheetCells, selected: readonly GridRange[]): Promise<RowLayout> {
  const areas = await expandCell(cells, selected);
  const table = findTable(cells, areas);
  if (table) return locateInTable(cells, table, areas);

  const used: (GridRange | null)[] = [];
  for (const area of areas) used.push(await cells.readUsedRange(area));
  const joined = joinAreas(areas, used);
  if (!joined) throw buildEmptyError(cells);
  const header = await findHeader(cells, joined);
  const headerRow = header?.row ?? -1;
  const headerText = (column: number) => header?.texts[column - header.firstColumn] ?? null;
  const blocks = await cutBlocks(cells, joined, headerRow, headerText);
  return buildLayout(cells, { headerRow, headerText, columns: joined.columns, blocks });
}

/** The number format of the first number in each column; empty where there is none. */
export function findFormats(
  columns: readonly ArrayLike<CellValue>[],
  formatAt: (column: number, row: number) => string,
): string[] {
  return columns.map((cells, column) => {
    for (let row = 0; row < cells.length; row++) if (typeof cells[row] === "number") return formatAt(column, row);
    return "";
  });
}

function buildEmptyError(cells: SheetCells): WorkbookError {
  return new WorkbookError("emptySource", "there are no rows below a header", { sheet: cells.sheet });
}

async function expandCell(cells: SheetCells, areas: readonly GridRange[]): Promise<readonly GridRange[]> {
  const [area] = areas;
  if (areas.length !== 1 || area.rowCount !== 1 || area.columnCount !== 1) return areas;
  const table = cells.tables.find((candidate) => isInside(area, candidate.range));
  return [table ? table.range : await cells.readRegion(area.row, area.column)];
}

/** The table that the areas lie in, or that fills most of what they cover. */
function findTable(cells: SheetCells, areas: readonly GridRange[]): SourceTable | undefined {
  const around = cells.tables.find((table) => areas.every((area) => isInside(area, table.range)));
  if (around) return around;
  const touched = cells.tables.filter((table) => areas.some((area) => isOverlapping(area, table.range)));
  const [table] = touched;
  if (touched.length !== 1) return undefined;
  const covers = areas.every((area) => area.row <= table.range.row && endRow(area) >= endRow(table.range));
  const withinColumns = areas.every(
    (area) => area.column >= table.range.column && endColumn(area) <= endColumn(table.range),
  );
  return covers && withinColumns ? table : undefined;
}

async function locateInTable(cells: SheetCells, table: SourceTable, areas: readonly GridRange[]): Promise<RowLayout> {
  const { range } = table;
  const body = buildRange(range.row + 1, range.column, range.rowCount - (table.showTotals ? 2 : 1), range.columnCount);
  const parts = areas.map((area) => (body.rowCount > 0 ? intersectRanges(area, body) : null));
  // The header row alone stands for the whole table.
  const onlyHeader = areas.every((area) => endRow(area) <= range.row + 1);
  const joined = onlyHeader
    ? joinAreas(
        areas,
        areas.map((area) => intersectRanges(buildRange(body.row, area.column, body.rowCount, area.columnCount), body)),
      )
    : joinAreas(areas, parts);
  if (!joined) throw buildEmptyError(cells);
  const [texts] = await cells.readValues(buildRange(range.row, range.column, 1, range.columnCount));
  const headerText = (column: number) => texts[column - range.column] ?? null;
  const blocks = joined.blocks.filter((block) => block.rowCount > 0);
  return buildLayout(cells, {
    table: table.name,
    headerRow: range.row,
    headerText,
    columns: joined.columns,
    blocks,
  });
}

interface FoundHeader {
  readonly row: number;
  readonly firstColumn: number;
  readonly texts: readonly CellValue[];
  /** The row below could be a header just as well, or there is none. */
  readonly isDoubtful: boolean;
}

/**
 * The header in the first block, or above it in the list that the block is a part of. Where all cells are words the first row of the block
 * may be header or data: then the list decides.
 */
async function findHeader(cells: SheetCells, joined: JoinedAreas): Promise<FoundHeader | null> {
  const [block] = joined.blocks;
  const own = await findHeaderIn(cells, joined.columns, block.row, block.rowCount);
  if (block.row === 0 || (own && !own.isDoubtful)) return own;
  const region = await cells.readUsedRange(await cells.readRegion(block.row, joined.columns[0]));
  if (!region || region.row >= block.row) return own;
  const columns = joined.columns.filter((column) => column >= region.column && column < endColumn(region));
  const above = await findHeaderIn(cells, listBetween(region), region.row, region.rowCount);
  return above && above.row < block.row && columns.length > 0 ? above : own;
}

function listBetween(range: GridRange): number[] {
  return Array.from({ length: range.columnCount }, (_, i) => range.column + i);
}

async function findHeaderIn(
  cells: SheetCells,
  columns: readonly number[],
  row: number,
  rowCount: number,
): Promise<FoundHeader | null> {
  const firstColumn = columns[0];
  const count = columns[columns.length - 1] - firstColumn + 1;
  const rows = await cells.readValues(buildRange(row, firstColumn, Math.min(rowCount, headerSearchRows), count));
  const wanted = rows.map((cellsOfRow) => columns.map((column) => cellsOfRow[column - firstColumn]));
  const index = findHeaderRow(wanted);
  if (index < 0) return null;
  const isDoubtful = index === rows.length - 1 || findHeaderRow(wanted.slice(index + 1)) === 0;
  return { row: row + index, firstColumn, texts: rows[index], isDoubtful };
}

/** Leaves out what stands above the header, the header, and headers repeated at the top of further blocks. */
async function cutBlocks(
  cells: SheetCells,
  joined: JoinedAreas,
  headerRow: number,
  headerText: (column: number) => CellValue,
): Promise<JoinedAreas["blocks"]> {
  const blocks: { row: number; rowCount: number }[] = [];
  const firstColumn = joined.columns[0];
  const columnCount = joined.columns[joined.columns.length - 1] - firstColumn + 1;
  for (const block of joined.blocks) {
    let row = Math.max(block.row, headerRow + 1);
    if (headerRow >= 0 && block !== joined.blocks[0]) {
      const [top] = await cells.readValues(buildRange(block.row, firstColumn, 1, columnCount));
      if (joined.columns.every((column) => top[column - firstColumn] === headerText(column))) row = block.row + 1;
    }
    if (row < block.row + block.rowCount) blocks.push({ row, rowCount: block.row + block.rowCount - row });
  }
  return blocks;
}

interface FoundRows {
  readonly table?: string;
  readonly headerRow: number;
  readonly headerText: (column: number) => CellValue;
  readonly columns: readonly number[];
  readonly blocks: JoinedAreas["blocks"];
}

function buildLayout(cells: SheetCells, found: FoundRows): RowLayout {
  const lastColumn = found.columns[found.columns.length - 1];
  const ours = new Set(
    cells.labels
      .filter((record) => touchesRows(record, found.blocks))
      .flatMap((record) => findLabels(record, found.headerText, lastColumn).map((label) => label.column)),
  );
  const columns = found.columns.filter((column) => !ours.has(column));
  if (columns.length === 0 || found.blocks.length === 0) throw buildEmptyError(cells);
  const runs: RowRun[] = [];
  let position = 0;
  for (const block of found.blocks) {
    runs.push({ row: block.row, count: block.rowCount, position });
    position += block.rowCount;
  }
  return {
    sheet: cells.sheet,
    ...(found.table === undefined ? {} : { table: found.table }),
    title: `${quoteSheetName(cells.sheet)}!${formatAreas(listAreas(columns, found))}`,
    headerRow: found.headerRow,
    headers: columns.map((column) => formatHeader(found.headerText(column), column)),
    columns,
    runs,
    rowCount: position,
  };
}

function touchesRows(record: LabelRecord, blocks: JoinedAreas["blocks"]): boolean {
  return record.columns.some(({ range }) =>
    blocks.some((block) => block.row < endRow(range) && range.row < block.row + block.rowCount),
  );
}

function formatHeader(cell: CellValue, column: number): string {
  const text = cell === null ? "" : String(cell).replace(/\s+/g, " ").trim();
  return text === "" ? formatColumn(column) : text;
}

/** The areas that the source reads, the header row with the first block where it stands right above it. */
function listAreas(columns: readonly number[], found: FoundRows): GridRange[] {
  const groups: { column: number; columnCount: number }[] = [];
  for (const column of columns) {
    const last = groups[groups.length - 1];
    if (last && last.column + last.columnCount === column) last.columnCount++;
    else groups.push({ column, columnCount: 1 });
  }
  return found.blocks.flatMap((block) => {
    const top = found.headerRow >= 0 && found.headerRow === block.row - 1 ? found.headerRow : block.row;
    return groups.map((group) => buildRange(top, group.column, block.row + block.rowCount - top, group.columnCount));
  });
}

/** The table of a whole sheet that fills at least half of what is used, else the used range itself. */
export function chooseSheetArea(used: GridRange, tables: readonly SourceTable[]): GridRange {
  const size = (range: GridRange) => range.rowCount * range.columnCount;
  const largest = [...tables].sort((a, b) => size(b.range) - size(a.range))[0];
  if (!largest || isSameRange(largest.range, used)) return used;
  return 2 * size(largest.range) >= size(used) ? largest.range : used;
}
