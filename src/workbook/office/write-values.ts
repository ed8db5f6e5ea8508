import { buildRange, endColumn, endRow, intersectRanges } from "../grid-range";
import type { CellValue, GridRange, StyledRange, ValueBlock } from "../port";
import { formatSerial } from "../serial-date";
import { getCells } from "./cell-range";
import { guardValue, plainValue } from "./guard-text";
import type { WriteStep, WriteSteps } from "./write-steps";
import { buildStep } from "./write-steps";

type OpenSheet = (context: Excel.RequestContext) => Excel.Worksheet;
type AssignedRow = readonly (string | number | boolean)[];

/** The most that one step of values takes in a request; Office.js adds about 1 kB per 1,500 cells. */
const bytesPerStep = 400_000;
const bytesPerSubrange = 1100;
const cellsPerSubrange = 1500;
/** After so many cells the host may have its turn. */
const cellsPerTurn = 500;

const encoder = new TextEncoder();

/** Parts of columns whose cells are all text and formatted as text before they are written; a turn for the host after each. */
function* findTextRanges(
  block: ValueBlock,
  styles: readonly StyledRange[],
): Generator<null, readonly GridRange[], void> {
  const rowCount = block.columns[0]?.length ?? 0;
  const around = buildRange(block.row, block.column, rowCount, block.columns.length);
  const parts = styles.flatMap(({ range, style }) => {
    const common = rowCount > 0 && style.numberFormat === "@" ? intersectRanges(range, around) : null;
    return common ? [common] : [];
  });
  const found: GridRange[] = [];
  for (const part of parts) {
    for (let i = 0; i < part.columnCount; i++) {
      const range = { ...part, column: part.column + i, columnCount: 1 };
      if (isAllText(block.columns[range.column - block.column], range, block.row)) found.push(range);
      yield null;
    }
  }
  return found;
}

function isAllText(cells: ArrayLike<CellValue>, range: GridRange, firstRow: number): boolean {
  for (let row = range.row; row < endRow(range); row++) {
    const value = cells[row - firstRow];
    if (typeof value === "number" ? Number.isFinite(value) : typeof value === "boolean") return false;
  }
  return true;
}

/** Steps that write a block: text formats first, then the values in parts of bounded size. Dates become serials. */
export function* listValueSteps(
  block: ValueBlock,
  styles: readonly StyledRange[],
  open: OpenSheet,
  date1904: boolean,
): WriteSteps {
  const rowCount = block.columns[0]?.length ?? 0;
  if (rowCount === 0) return;
  const dates = new Set(block.dates);
  const texts = yield* findTextRanges(block, styles);
  for (const range of texts) {
    yield buildStep((context) => {
      getCells(open(context), range).numberFormat = [["@"]];
    });
  }
  const textRows = block.columns.map((_, index) => texts.filter((range) => range.column === block.column + index));
  const pack = (index: number, row: number) => {
    const value = block.columns[index][row];
    if (dates.has(index) && typeof value === "number") return guardValue(formatSerial(value, date1904));
    return isWithin(textRows[index], block.row + row) ? plainValue(value) : guardValue(value);
  };
  const rowsPerTurn = Math.max(1, Math.floor(cellsPerTurn / block.columns.length));
  let rows: AssignedRow[] = [];
  let bytes = 0;
  let first = 0;
  for (let row = 0; row < rowCount; row++) {
    const cells = block.columns.map((_, index) => pack(index, row));
    rows.push(cells);
    bytes += measureRow(cells);
    if (row % rowsPerTurn === rowsPerTurn - 1) yield null;
    if (bytes < bytesPerStep && row < rowCount - 1) continue;
    yield buildValueStep(block.row + first, block.column, rows, bytes, open);
    rows = [];
    bytes = 0;
    first = row + 1;
  }
}

function isWithin(ranges: readonly GridRange[], row: number): boolean {
  return ranges.some((range) => row >= range.row && row < endRow(range));
}

function measureRow(cells: AssignedRow): number {
  return encoder.encode(JSON.stringify(cells)).length + 1 + (cells.length * bytesPerSubrange) / cellsPerSubrange;
}

function buildValueStep(
  row: number,
  column: number,
  rows: readonly AssignedRow[],
  bytes: number,
  open: OpenSheet,
): WriteStep {
  const columnCount = rows[0].length;
  const range = buildRange(row, column, rows.length, columnCount);
  const half = Math.ceil(rows.length / 2);
  const part = (first: number, end: number) =>
    buildValueStep(row + first, column, rows.slice(first, end), bytes / 2, open);
  return {
    bytes: bytes + bytesPerSubrange,
    cells: rows.length * columnCount,
    queue: (context) => {
      getCells(open(context), range).values = rows as (string | number | boolean)[][];
    },
    ...(rows.length > 1 ? { split: () => [part(0, half), part(half, rows.length)] } : {}),
  };
}

/** The text that a value block has at a cell, if any. */
export function findText(blocks: readonly ValueBlock[], row: number, column: number): string | undefined {
  for (const block of blocks) {
    const value = block.columns[column - block.column]?.[row - block.row];
    if (
      typeof value === "string" &&
      row >= block.row &&
      column < endColumn({ ...block, rowCount: 1, columnCount: block.columns.length })
    ) {
      return value;
    }
  }
  return undefined;
}
