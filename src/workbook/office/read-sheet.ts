import { runInSlices } from "../../engine/slices";
import { buildRange, endRow } from "../grid-range";
import type { CellValue, GridRange } from "../port";
import { WorkbookError } from "../port";
import { isDateFormat, parseSerial } from "../serial-date";
import { findMarkedSheet } from "../workbook-state";
import { getCells } from "./cell-range";
import { readState } from "./read-state";
import { readExcel } from "./run-excel";
import { checkCellRows, readCell } from "./sheet-cells";

/** How many cells of values and formats one response holds. */
const cellsPerBlock = 40_000;
/** How many rows are unpacked in one step. */
const rowsPerStep = 50;

/** The values of our sheet with this id, or null. Numbers formatted as dates are days since 1970-01-01. */
export async function readOfficeSheet(id: string): Promise<CellValue[][] | null> {
  const found = await readExcel(async (context) => {
    const state = await readState(context);
    const sheet = findMarkedSheet(state, id);
    return sheet ? { key: sheet.key, range: sheet.mark!.range, date1904: state.date1904 } : null;
  });
  if (!found) return null;
  const rows: CellValue[][] = [];
  const size = Math.max(1, Math.floor(cellsPerBlock / found.range.columnCount));
  for (let row = found.range.row; row < endRow(found.range); row += size) {
    const part = buildRange(
      row,
      found.range.column,
      Math.min(size, endRow(found.range) - row),
      found.range.columnCount,
    );
    for (const cells of await readPart(found.key, part, found.date1904)) rows.push(cells);
  }
  return rows;
}

async function readPart(key: string, range: GridRange, date1904: boolean): Promise<CellValue[][]> {
  try {
    return await readExcel((context) => readCells(context, key, range, date1904));
  } catch (error) {
    if (!(error instanceof WorkbookError) || error.code !== "payloadTooLarge" || range.rowCount === 1) throw error;
  }
  const half = Math.ceil(range.rowCount / 2);
  const upper = await readPart(key, { ...range, rowCount: half }, date1904);
  const lower = await readPart(key, { ...range, row: range.row + half, rowCount: range.rowCount - half }, date1904);
  return [...upper, ...lower];
}

async function readCells(
  context: Excel.RequestContext,
  key: string,
  range: GridRange,
  date1904: boolean,
): Promise<CellValue[][]> {
  const cells = getCells(context.workbook.worksheets.getItem(key), range);
  cells.load("values,numberFormat");
  await context.sync();
  const rows = checkCellRows(cells.values, range);
  return runInSlices("unpack cells", unpackRows(rows, cells.numberFormat as string[][], date1904));
}

/** Cells as values, in steps. */
function* unpackRows(
  rows: readonly (readonly unknown[])[],
  formats: readonly (readonly string[])[],
  date1904: boolean,
): Generator<undefined, CellValue[][], void> {
  const known = new Map<string, boolean>();
  const isDate = (format: string): boolean => {
    const answer = known.get(format) ?? isDateFormat(format);
    known.set(format, answer);
    return answer;
  };
  const values: CellValue[][] = [];
  for (const [index, row] of rows.entries()) {
    values.push(
      row.map((cell, column) =>
        typeof cell === "number" && isDate(formats[index][column]) ? parseSerial(cell, date1904) : readCell(cell),
      ),
    );
    if (index % rowsPerStep === rowsPerStep - 1) yield;
  }
  return values;
}
