import { formatAreas } from "./address";
import { buildRange } from "./grid-range";
import type { CellPlace, GridRange } from "./port";

/** The most characters of an address that Excel reads. */
const mostCharacters = 8192;

/** Rows in any order as rectangles of consecutive rows, from the first on. */
function listAreas(rows: readonly number[], firstColumn: number, lastColumn: number): GridRange[] {
  const areas: GridRange[] = [];
  for (const number of [...new Set(rows)].sort((a, b) => a - b)) {
    const last = areas[areas.length - 1];
    if (last && last.row + last.rowCount === number - 1)
      areas[areas.length - 1] = { ...last, rowCount: last.rowCount + 1 };
    else areas.push(buildRange(number - 1, firstColumn, 1, lastColumn - firstColumn + 1));
  }
  return areas;
}

/**
 * The areas of a place, from the top down, as many as one address can name.
 *
 * @throws RangeError when there is no row
 */
export function listPlaceAreas(place: CellPlace): GridRange[] {
  if ("range" in place) return [place.range];
  const areas = listAreas(place.rows, place.firstColumn, place.lastColumn);
  if (areas.length === 0) throw new RangeError("a place has at least one row");
  let length = -1;
  const end = areas.findIndex((area) => (length += formatAreas([area]).length + 1) > mostCharacters);
  return end < 0 ? areas : areas.slice(0, end);
}
