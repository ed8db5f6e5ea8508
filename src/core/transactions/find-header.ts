import type { Cell } from "./cells";

/** How many rows from the top {@link findHeaderRow} needs to see. */
export const headerSearchRows = 20;

const numberText = /^[\s(+\-−$€£¥￥]*(?:[A-Z]{3}\s*)?\d[\d.,'\s]*\)?\s*(?:[%‰元€$£¥￥]|[A-Z]{3})?\)?$/u;
const dateText =
  /^(?:\d{1,4}\s*[-/.年]\s*\d{1,2}(?!\d)|\d{1,2}[-\s.]+[A-Za-z]{3,9}[-\s.,]+\d{2,4}|[A-Za-z]{3,9}\.?\s+\d{1,2},?\s+\d{4})/u;
const errorText = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NUM!|NAME\?|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|BUSY!)$/u;

function isBlank(cell: Cell | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === "string" && cell.trim() === "");
}

function isYear(cell: Cell): boolean {
  const text = String(cell).trim();
  return /^(?:19|20)\d\d$/.test(text);
}

function isValue(cell: Cell): boolean {
  if (typeof cell !== "string") return true;
  const text = cell.trim();
  return numberText.test(text) || dateText.test(text) || errorText.test(text);
}

/** `AB-1234` and `QX-0071` have one shape: runs of letters and of digits are each one sign. */
function formatShape(cell: Cell): string {
  return String(cell)
    .trim()
    .replace(/\p{L}+/gu, "a")
    .replace(/\d+/g, "9");
}

/** Whether a text holds digits and all cells below it, at least two, are built alike: then it is one code among others. */
function isOneOfMany(text: Cell, below: readonly Cell[]): boolean {
  const shape = formatShape(text);
  return shape.includes("9") && below.length >= 2 && below.every((cell) => formatShape(cell) === shape);
}

/** Whether every cell of the row is a label: no number, date or error, nor a code like those below. Years side by side are labels. */
function isLabelRow(rows: readonly (readonly Cell[])[], index: number): boolean {
  const filled = rows[index].map((cell, column) => ({ cell, column })).filter(({ cell }) => !isBlank(cell));
  const years = filled.filter(({ cell }) => isYear(cell));
  const yearsAreLabels =
    years.length >= 2 &&
    years.length < filled.length &&
    years.every(
      ({ cell }, position) => position === 0 || Math.abs(Number(cell) - Number(years[position - 1].cell)) === 1,
    );
  return filled.every(({ cell, column }) => {
    if (yearsAreLabels && isYear(cell)) return true;
    if (isValue(cell)) return false;
    const below = rows.slice(index + 1, index + 6).map((row) => row[column]);
    return !isOneOfMany(cell, below.filter((other) => !isBlank(other)) as Cell[]);
  });
}

/**
 * The columns of the list: those between two columns that are blank all the way down, where most cells are filled. Notes and totals that
 * stand apart beside the list are thus not taken for a part of it.
 */
function cutList(rows: readonly (readonly Cell[])[]): (readonly Cell[])[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const counts = Array.from({ length: width }, (_, column) => rows.filter((row) => !isBlank(row[column])).length);
  let best = { start: 0, end: width, cells: 0 };
  let start = 0;
  for (let column = 0; column <= width; column++) {
    if (column < width && counts[column] > 0) continue;
    const cells = counts.slice(start, column).reduce((sum, count) => sum + count, 0);
    if (cells > best.cells) best = { start, end: column, cells };
    start = column + 1;
  }
  return rows.map((row) => row.slice(best.start, best.end));
}

/**
 * The position of the header row among the first rows of a list, or -1 when the list begins with its data.
 *
 * The header is the first row of labels that is about as wide as the list; title rows (merged, hence with few filled cells), blank rows
 * and a row of group captions may stand above it, a row of units below it.
 *
 * @param cells the first {@link headerSearchRows} rows, each an array of cells
 */
export function findHeaderRow(cells: readonly (readonly Cell[])[]): number {
  const rows = cutList(cells);
  const filled = rows.map((row) => row.filter((cell) => !isBlank(cell)).length);
  const width = Math.max(0, ...filled);
  const hasValues = rows.some((row) => row.some((cell) => !isBlank(cell) && isValue(cell)));
  for (const share of hasValues ? [0.8, 0.5] : [0.5]) {
    let widestAbove = 0;
    for (let index = 0; index < rows.length; index++) {
      const wideEnough = filled[index] > 0 && filled[index] >= share * width && filled[index] > widestAbove;
      if (wideEnough && isLabelRow(rows, index)) return index;
      widestAbove = Math.max(widestAbove, filled[index]);
    }
  }
  return -1;
}
