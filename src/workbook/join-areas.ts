import { boundRanges, endColumn, endRow } from "./grid-range";
import type { GridRange } from "./port";
import { WorkbookError } from "./port";

/** Several areas as one list: blocks of rows below each other, columns of the sheet side by side. */
export interface JoinedAreas {
  readonly blocks: readonly { readonly row: number; readonly rowCount: number }[];
  readonly columns: readonly number[];
}

function listColumns(ranges: readonly GridRange[]): number[] {
  const columns = new Set<number>();
  for (const range of ranges) for (let column = range.column; column < endColumn(range); column++) columns.add(column);
  return [...columns].sort((a, b) => a - b);
}

function listBlocks(ranges: readonly GridRange[]): JoinedAreas["blocks"] {
  const blocks: { row: number; rowCount: number }[] = [];
  for (const { row, rowCount } of [...ranges].sort((a, b) => a.row - b.row)) {
    const last = blocks[blocks.length - 1];
    if (last && row <= last.row + last.rowCount) last.rowCount = Math.max(last.rowCount, row + rowCount - last.row);
    else blocks.push({ row, rowCount });
  }
  return blocks;
}

/**
 * Joins the areas of a selection: areas of the same rows side by side, areas of the same columns below each other.
 *
 * @param areas  as selected, possibly whole columns
 * @param used   for each area the part that holds something, or null
 * @returns      null when no area holds anything
 * @throws WorkbookError `unevenAreas` when the areas have neither the same rows nor the same columns
 */
export function joinAreas(areas: readonly GridRange[], used: readonly (GridRange | null)[]): JoinedAreas | null {
  const [first] = areas;
  const sameRows = areas.every((area) => area.row === first.row && area.rowCount === first.rowCount);
  const sameColumns = areas.every((area) => area.column === first.column && area.columnCount === first.columnCount);
  if (!sameRows && !sameColumns)
    throw new WorkbookError("unevenAreas", "the areas have neither the same rows nor the same columns");
  const parts = used.filter((range) => range !== null);
  if (parts.length === 0) return null;
  const around = parts.reduce(boundRanges);
  const cut = parts.map((part) =>
    sameRows ? { ...part, row: around.row, rowCount: endRow(around) - around.row } : part,
  );
  return { blocks: listBlocks(cut), columns: sameColumns ? listColumns([around]) : listColumns(parts) };
}
