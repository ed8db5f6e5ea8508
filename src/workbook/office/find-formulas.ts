import type { FormulaAt, FormulaRun } from "../frozen-formulas";
import { buildRuns, dropSpilled } from "../frozen-formulas";
import { buildRange } from "../grid-range";
import type { GridRange } from "../port";
import type { SheetState } from "../workbook-state";
import { getCells, rangeProperties, readRange } from "./cell-range";
import type { SheetRange } from "./read-ranges";
import { readRanges } from "./read-ranges";
import { readExcel } from "./run-excel";

/** Formulas on one sheet. */
export interface SheetFormulas {
  readonly sheet: SheetState;
  readonly runs: readonly FormulaRun[];
}

const rangesPerRequest = 500;

/** The formulas of all sheets that are wanted, as runs. @throws WorkbookError */
export async function findFormulas(
  sheets: readonly SheetState[],
  isWanted: (formula: string) => boolean,
): Promise<SheetFormulas[]> {
  const used = await readUsedRanges(sheets.map(({ key }) => key));
  const formulas = await readRanges(used, "formulas");
  const found: SheetFormulas[] = [];
  for (const [index, { sheet: key, range }] of used.entries()) {
    const cells = listWanted(formulas[index], range, isWanted);
    if (cells.length === 0) continue;
    const sheet = sheets.find((one) => one.key === key)!;
    found.push({ sheet, runs: await buildSheetRuns(key, cells) });
  }
  return found;
}

function readUsedRanges(sheets: readonly string[]): Promise<SheetRange[]> {
  return readExcel(async (context) => {
    const ranges = sheets.map((sheet) => {
      const range = context.workbook.worksheets.getItem(sheet).getUsedRangeOrNullObject(true).untrack();
      return { sheet, range: range.load(rangeProperties) };
    });
    await context.sync();
    return ranges
      .filter(({ range }) => !range.isNullObject)
      .map(({ sheet, range }) => ({ sheet, range: readRange(range) }));
  });
}

function listWanted(
  rows: readonly (readonly unknown[])[],
  range: GridRange,
  isWanted: (formula: string) => boolean,
): FormulaAt[] {
  return rows.flatMap((cells, i) =>
    cells.flatMap((formula, j) =>
      typeof formula === "string" && isWanted(formula)
        ? [{ row: range.row + i, column: range.column + j, formula }]
        : [],
    ),
  );
}

/**
 * Cells that a result has spilled to may come with the formula that it is of. So those with the same text as their neighbour above or at the
 * left are looked at only after the spilled ranges of the others are known.
 */
async function buildSheetRuns(sheet: string, cells: readonly FormulaAt[]): Promise<FormulaRun[]> {
  const texts = new Map(cells.map(({ row, column, formula }) => [`${row},${column}`, formula]));
  const isFirst = ({ row, column, formula }: FormulaAt) =>
    texts.get(`${row - 1},${column}`) !== formula && texts.get(`${row},${column - 1}`) !== formula;
  const firstSpills = await findSpills(sheet, cells.filter(isFirst));
  const rest = dropSpilled(cells, firstSpills);
  const otherSpills = await findSpills(
    sheet,
    rest.filter((cell) => !isFirst(cell)),
  );
  return buildRuns(dropSpilled(rest, otherSpills), [...firstSpills, ...otherSpills]);
}

/** The ranges that formulas spill to; one cell is none. */
async function findSpills(sheet: string, cells: readonly FormulaAt[]): Promise<GridRange[]> {
  const runs = buildRuns(cells, []).map(({ range }) => range);
  const suspects: GridRange[] = [];
  for (let start = 0; start < runs.length; start += rangesPerRequest) {
    const part = runs.slice(start, start + rangesPerRequest);
    const states = await readSpillStates(sheet, part);
    suspects.push(...part.filter((_, index) => states[index] !== false).flatMap(splitCells));
  }
  const found: GridRange[] = [];
  for (let start = 0; start < suspects.length; start += rangesPerRequest)
    found.push(...(await readSpills(sheet, suspects.slice(start, start + rangesPerRequest))));
  return found.filter(({ rowCount, columnCount }) => rowCount * columnCount > 1);
}

function splitCells({ row, column, rowCount }: GridRange): GridRange[] {
  return Array.from({ length: rowCount }, (_, index) => buildRange(row + index, column, 1, 1));
}

/** Whether all cells of a range are part of a spilled result, none of them, or (null) some. */
function readSpillStates(sheet: string, ranges: readonly GridRange[]): Promise<(boolean | null)[]> {
  return readExcel(async (context) => {
    const worksheet = context.workbook.worksheets.getItem(sheet);
    const loaded = ranges.map((range) => getCells(worksheet, range).load("hasSpill"));
    await context.sync();
    return loaded.map((range) => range.hasSpill as boolean | null);
  });
}

function readSpills(sheet: string, cells: readonly GridRange[]): Promise<GridRange[]> {
  return readExcel(async (context) => {
    const worksheet = context.workbook.worksheets.getItem(sheet);
    const loaded = cells.map((cell) =>
      getCells(worksheet, cell).getSpillingToRangeOrNullObject().untrack().load(rangeProperties),
    );
    await context.sync();
    return loaded.filter((range) => !range.isNullObject).map(readRange);
  });
}
