import type { GridRange } from "../port";
import { buildRange } from "../grid-range";
import { getCells } from "./cell-range";
import { readExcel } from "./run-excel";

/** Cells of one sheet, by its id. */
export interface SheetRange {
  readonly sheet: string;
  readonly range: GridRange;
}

/** What one request asks for at most. */
const mostCells = 40_000;
const mostRanges = 500;

interface Part {
  readonly item: number;
  readonly sheet: string;
  readonly range: GridRange;
}

/**
 * The values or formulas of many ranges, each by rows, in as few requests as fit. Blank cells are empty text.
 *
 * @throws WorkbookError
 */
export async function readRanges(
  items: readonly SheetRange[],
  property: "values" | "formulas",
): Promise<unknown[][][]> {
  const results: unknown[][][] = items.map(() => []);
  for (const batch of buildBatches(items.flatMap(splitRange))) {
    const read = await readBatch(batch, property);
    batch.forEach(({ item }, index) => results[item].push(...read[index]));
  }
  return results;
}

function readBatch(parts: readonly Part[], property: "values" | "formulas"): Promise<unknown[][][]> {
  return readExcel(async (context) => {
    const loaded = parts.map(({ sheet, range }) =>
      getCells(context.workbook.worksheets.getItem(sheet), range).load(property),
    );
    await context.sync();
    return loaded.map((cells) => cells[property] as unknown[][]);
  });
}

function splitRange({ sheet, range }: SheetRange, item: number): Part[] {
  const rowsPerPart = Math.max(1, Math.floor(mostCells / range.columnCount));
  return Array.from({ length: Math.ceil(range.rowCount / rowsPerPart) }, (_, index) => {
    const row = index * rowsPerPart;
    const rowCount = Math.min(rowsPerPart, range.rowCount - row);
    return { item, sheet, range: buildRange(range.row + row, range.column, rowCount, range.columnCount) };
  });
}

function buildBatches(parts: readonly Part[]): Part[][] {
  const batches: Part[][] = [];
  let cells = Infinity;
  for (const part of parts) {
    const count = part.range.rowCount * part.range.columnCount;
    if (cells + count > mostCells || batches[batches.length - 1].length >= mostRanges) {
      batches.push([]);
      cells = 0;
    }
    batches[batches.length - 1].push(part);
    cells += count;
  }
  return batches;
}
