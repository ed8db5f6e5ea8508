import type { Cell } from "../core/transactions/cells";
import { readNumbers } from "../engine/worksheet/read-numbers";
import { assignSegments } from "../engine/worksheet/segment-scores";
import { getWords } from "../i18n/words";
import { isBlankOrZero, isOmitted, readCell, readRows } from "./cells";
import type { FunctionError } from "./function-error";
import { buildUnavailableError, buildValueError, passError } from "./function-error";
import { checkInput, checkOutput, functionLimits } from "./limits";
import { readBins } from "./options";

interface Block {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly cells: readonly (readonly unknown[])[];
}

/** CVM.SEGMENT: the segment's name for every pair of scores. */
export function segmentCells(r: unknown, f: unknown, m: unknown, bins: unknown): unknown[][] {
  const recency = readBlock(r);
  const frequency = readBlock(f);
  const monetary = isOmitted(m) ? null : readBlock(m);
  const scale = readBins(bins);
  const blocks = monetary === null ? [recency, frequency] : [recency, frequency, monetary];
  const { rowCount, columnCount } = findShape(blocks);
  const count = rowCount * columnCount;
  const columns = blocks.map((block) => readScores(spreadBlock(block, rowCount, columnCount), scale));
  const segments = assignSegments(
    { recency: columns[0].scores, frequency: columns[1].scores, monetary: columns[2]?.scores ?? null },
    scale,
  );
  const names = getWords("en").groups["rf-map"];
  const results = Array.from({ length: count }, (_, i) => {
    const failure = columns.find((column) => column.failures[i] !== undefined);
    if (failure !== undefined) return failure.failures[i];
    const segment = segments[i];
    return segment === null ? "" : names[segment].name;
  });
  return Array.from({ length: rowCount }, (_, row) => results.slice(row * columnCount, (row + 1) * columnCount));
}

function readBlock(range: unknown): Block {
  const cells = readRows(range);
  return { rowCount: cells.length, columnCount: cells[0]?.length ?? 0, cells };
}

/**
 * The shape of the result: ranges of one shape, or single rows, columns or cells that are repeated along the others, as in Excel's own
 * arithmetic. Of ranges longer than a function takes (whole columns), the blank rows at the end do not count.
 */
function findShape(blocks: readonly Block[]): { rowCount: number; columnCount: number } {
  let rowCount = Math.max(...blocks.map((block) => block.rowCount));
  const columnCount = Math.max(...blocks.map((block) => block.columnCount));
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

function spreadBlock(block: Block, rowCount: number, columnCount: number): Cell[] {
  return Array.from({ length: rowCount * columnCount }, (_, i) => {
    const row = block.rowCount === 1 ? 0 : Math.floor(i / columnCount);
    return readCell(block.cells[row][block.columnCount === 1 ? 0 : i % columnCount]);
  });
}

/** Scores 1..bins; 0 for a blank cell and text that is no number. */
function readScores(
  cells: readonly Cell[],
  bins: number,
): { scores: Uint8Array; failures: (FunctionError | undefined)[] } {
  const { values, errors } = readNumbers(cells);
  const scores = new Uint8Array(cells.length);
  const failures = new Array<FunctionError | undefined>(cells.length);
  for (let i = 0; i < cells.length; i++) {
    const score = values[i];
    if (errors[i] === 1) failures[i] = passError(String(cells[i]));
    else if (Number.isInteger(score) && score >= 0 && score <= bins) scores[i] = score;
    else if (!Number.isNaN(score)) failures[i] = buildValueError("badScore", { bins: String(bins) });
  }
  return { scores, failures };
}
