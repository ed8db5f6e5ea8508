import { runInSlices } from "../../engine/slices";
import { buildRange } from "../grid-range";
import type { CellValue } from "../port";
import { WorkbookError } from "../port";
import type { SheetBlock, SheetBlockReader } from "../sheet-rows";
import { getCells } from "./cell-range";
import { readExcel } from "./run-excel";
import { checkCellRows, readCell } from "./sheet-cells";

/** What one response should hold, and what a cell takes in it before the first block has told. */
const bytesPerBlock = 1_500_000;
const bytesPerCell = 20;
const mostRows = 20_000;
const fewestRows = 500;
/** How many rows are unpacked in one step. */
const rowsPerStep = 250;

/** Columns of a sheet as runs of neighbours. */
export function groupColumns(columns: readonly number[]): { column: number; columnCount: number }[] {
  const groups: { column: number; columnCount: number }[] = [];
  for (const column of columns) {
    const last = groups[groups.length - 1];
    if (last && last.column + last.columnCount === column) last.columnCount += 1;
    else groups.push({ column, columnCount: 1 });
  }
  return groups;
}

/** Reads rows of a sheet of Excel in blocks that fit into a response. */
export class OfficeBlockReader implements SheetBlockReader {
  readonly date1904: boolean;
  private readonly sheetId: string;

  constructor(sheetId: string, date1904: boolean) {
    this.sheetId = sheetId;
    this.date1904 = date1904;
  }

  chooseBlockRows(columnCount: number): number {
    const fitting = Math.floor(bytesPerBlock / (bytesPerCell * Math.max(1, columnCount)));
    return Math.max(fewestRows, Math.min(mostRows, fitting));
  }

  async readRows(row: number, count: number, columns: readonly number[], signal?: AbortSignal): Promise<SheetBlock> {
    signal?.throwIfAborted();
    try {
      return await readExcel((context) => readBlock(context, this.sheetId, row, count, columns));
    } catch (error) {
      if (!(error instanceof WorkbookError) || error.code !== "payloadTooLarge" || count === 1) throw error;
    }
    const half = Math.ceil(count / 2);
    const upper = await this.readRows(row, half, columns, signal);
    const lower = await this.readRows(row + half, count - half, columns, signal);
    return joinBlocks(upper, lower, half, count);
  }
}

function joinBlocks(upper: SheetBlock, lower: SheetBlock, half: number, count: number): SheetBlock {
  const columns = upper.columns.map((cells, index) => [...Array.from(cells), ...Array.from(lower.columns[index])]);
  if (!upper.hidden && !lower.hidden) return { columns };
  const hidden = new Uint8Array(count);
  if (upper.hidden) hidden.set(upper.hidden, 0);
  if (lower.hidden) hidden.set(lower.hidden, half);
  return { columns, hidden };
}

async function readBlock(
  context: Excel.RequestContext,
  sheetId: string,
  row: number,
  count: number,
  columns: readonly number[],
): Promise<SheetBlock> {
  const sheet = context.workbook.worksheets.getItem(sheetId);
  const first = getCells(sheet, buildRange(row, columns[0] ?? 0, count, 1));
  const groups = groupColumns(columns).map(({ column, columnCount }) => {
    const range = buildRange(row, column, count, columnCount);
    return { range, cells: getCells(sheet, range).load("values") };
  });
  first.load("rowHidden");
  await context.sync();
  const cells: CellValue[][] = [];
  for (const group of groups) {
    const rows = checkCellRows(group.cells.values, group.range);
    cells.push(...(await runInSlices("unpack cells", turnRows(rows, group.range.columnCount))));
  }
  if (first.rowHidden === false) return { columns: cells };
  const hidden = new Uint8Array(count).fill(1);
  if ((first.rowHidden as boolean | null) === null) {
    for (const visible of await readVisibleRows(context, sheetId, row, count)) hidden[visible - row] = 0;
  }
  return { columns: cells, hidden };
}

/** Rows as columns, a step per some hundred rows. */
function* turnRows(
  rows: readonly (readonly unknown[])[],
  columnCount: number,
): Generator<undefined, CellValue[][], void> {
  const columns = Array.from({ length: columnCount }, () => new Array<CellValue>(rows.length));
  for (let row = 0; row < rows.length; row++) {
    for (let column = 0; column < columnCount; column++) columns[column][row] = readCell(rows[row][column]);
    if (row % rowsPerStep === rowsPerStep - 1) yield;
  }
  return columns;
}

/** The shown rows, 0-based, where some are hidden or filtered out. */
async function readVisibleRows(
  context: Excel.RequestContext,
  sheetId: string,
  row: number,
  count: number,
): Promise<number[]> {
  const sheet = context.workbook.worksheets.getItem(sheetId);
  const view = getCells(sheet, buildRange(row, 0, count, 1)).getVisibleView();
  view.load("cellAddresses");
  await context.sync();
  const addresses = view.cellAddresses as string[][];
  return addresses.flatMap(([address]) => {
    const match = /(\d+)$/.exec(address);
    return match ? [Number(match[1]) - 1] : [];
  });
}
