import type { Cell } from "../core/transactions/cells";
import { readDay } from "../engine/worksheet/read-day";
import { readNumbers } from "../engine/worksheet/read-numbers";
import { parseSerial } from "../workbook/serial-date";
import { isBlankOrZero, isOmitted, readCell, readRows } from "./cells";
import type { FunctionError } from "./function-error";
import { buildUnavailableError, buildValueError, passError } from "./function-error";
import { checkInput, checkOutput, functionLimits } from "./limits";

interface Block {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly cells: readonly (readonly unknown[])[];
}

/** What an argument holds for each cell of the result. */
export interface ElementColumn {
  /** NaN where there is no number (or day). */
  readonly values: Float64Array;
  /** Where a cell holds an error value, that error. */
  readonly failures: ReadonlyMap<number, FunctionError>;
  /** Whether all cells are blank or missing. */
  readonly isEmpty: boolean;
}

/** Arguments that go with each other cell by cell; a left-out one is null. */
export interface Elements<Name extends string> {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly count: number;
  readonly columns: Readonly<Record<Name, ElementColumn>>;
  /** Whether the argument was given. */
  has(name: Name): boolean;
}

/** How an argument is read: as numbers, as days since 1970-01-01, or as numbers where 0 stands for a blank cell. */
export type ElementKind = "number" | "day";

/** An argument that is read cell by cell. */
export interface ElementArgument {
  readonly range: unknown;
  readonly kind?: ElementKind;
  /** Taken where the argument is left out; without it the column is blank. */
  readonly otherwise?: number;
}

/**
 * Arguments of one shape, or single rows, columns or cells that are repeated along the others, as in Excel's own arithmetic.
 *
 * @throws FunctionError #VALUE! when shapes do not fit, #N/A when nothing is there or it is too much
 */
export function readElements<Name extends string>(
  argumentsByName: Readonly<Record<Name, ElementArgument>>,
): Elements<Name> {
  const names = Object.keys(argumentsByName) as Name[];
  const given = names.filter((name) => !isOmitted(argumentsByName[name].range));
  const blocks = new Map(given.map((name) => [name, readBlock(argumentsByName[name].range)]));
  const { rowCount, columnCount } = findShape([...blocks.values()]);
  const count = rowCount * columnCount;
  const columns = names.map((name): [Name, ElementColumn] => {
    const { kind = "number", otherwise = NaN } = argumentsByName[name];
    const block = blocks.get(name);
    if (block !== undefined) return [name, readColumn(block, rowCount, columnCount, kind)];
    return [name, { values: new Float64Array(count).fill(otherwise), failures: new Map(), isEmpty: true }];
  });
  return {
    rowCount,
    columnCount,
    count,
    columns: Object.fromEntries(columns) as Record<Name, ElementColumn>,
    has: (name) => blocks.has(name),
  };
}

/**
 * The result for each element: an error value where an argument holds one (the first wins), else what is computed; a number that is none is a
 * blank.
 */
export function buildElementCells<Name extends string>(
  { rowCount, columnCount, columns }: Elements<Name>,
  compute: (index: number) => unknown,
): unknown[][] {
  const failures = (Object.values(columns) as ElementColumn[])
    .map((column) => column.failures)
    .filter((map) => map.size > 0);
  const cells: unknown[][] = [];
  for (let row = 0, index = 0; row < rowCount; row++) {
    const line = new Array<unknown>(columnCount);
    for (let column = 0; column < columnCount; column++, index++) {
      const failure = failures.length === 0 ? undefined : failures.find((map) => map.has(index))?.get(index);
      const value = failure ?? compute(index);
      line[column] = typeof value === "number" && !Number.isFinite(value) ? "" : value;
    }
    cells.push(line);
  }
  return cells;
}

function readBlock(range: unknown): Block {
  const cells = readRows(range);
  return { rowCount: cells.length, columnCount: cells[0]?.length ?? 0, cells };
}

/** Of ranges longer than a function takes (whole columns), the blank rows at the end do not count. */
function findShape(blocks: readonly Block[]): { rowCount: number; columnCount: number } {
  let rowCount = Math.max(0, ...blocks.map((block) => block.rowCount));
  const columnCount = Math.max(0, ...blocks.map((block) => block.columnCount));
  const fits = blocks.every(
    (block) =>
      (block.rowCount === rowCount || block.rowCount === 1) &&
      (block.columnCount === columnCount || block.columnCount === 1),
  );
  if (!fits) throw buildValueError("unequalShapes");
  if (rowCount > functionLimits.rows) {
    const tall = blocks.filter((block) => block.rowCount > 1);
    const isBlank = (cell: unknown) => isBlankOrZero(readCell(cell));
    while (rowCount > 0 && tall.every(({ cells }) => cells[rowCount - 1].every(isBlank))) rowCount--;
  }
  if (rowCount * columnCount === 0) throw buildUnavailableError("noValues");
  checkInput(
    Math.max(rowCount, columnCount),
    blocks.reduce((sum, block) => sum + Math.min(block.rowCount, rowCount) * block.columnCount, 0),
  );
  checkOutput(rowCount, columnCount);
  return { rowCount, columnCount };
}

function readColumn(block: Block, rowCount: number, columnCount: number, kind: ElementKind): ElementColumn {
  const plain = kind === "number" ? readPlainNumbers(block, rowCount, columnCount) : null;
  if (plain !== null) return { values: plain, failures: new Map(), isEmpty: false };
  const cells = spreadBlock(block, rowCount, columnCount);
  const { values, errors } = readNumbers(cells);
  const failures = new Map<number, FunctionError>();
  errors.forEach((error, i) => {
    if (error === 1) failures.set(i, passError(String(cells[i])));
  });
  const isEmpty = cells.every((cell) => cell === null);
  if (kind === "number") return { values, failures, isEmpty };
  const days = values.map((value, i) => {
    const cell = cells[i];
    if (cell === null || cell === 0 || failures.has(i)) return NaN;
    return typeof cell === "number" ? Math.floor(parseSerial(value)) : (readDay(cell) ?? NaN);
  });
  return { values: days, failures, isEmpty };
}

/** The fast way for cells that are numbers without exception; null where one is not. */
function readPlainNumbers({ cells, ...size }: Block, rowCount: number, columnCount: number): Float64Array | null {
  if (size.columnCount !== columnCount || (size.rowCount !== rowCount && size.rowCount !== 1)) return null;
  const values = new Float64Array(rowCount * columnCount);
  for (let row = 0, index = 0; row < rowCount; row++) {
    const line = cells[size.rowCount === 1 ? 0 : row];
    for (let column = 0; column < columnCount; column++, index++) {
      const cell = line[column];
      if (typeof cell !== "number" || !(cell - cell === 0)) return null;
      values[index] = cell + 0;
    }
  }
  return values;
}

function spreadBlock(block: Block, rowCount: number, columnCount: number): Cell[] {
  return Array.from({ length: rowCount * columnCount }, (_, i) => {
    const row = block.rowCount === 1 ? 0 : Math.floor(i / columnCount);
    return readCell(block.cells[row][block.columnCount === 1 ? 0 : i % columnCount]);
  });
}
