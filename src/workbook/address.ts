import { checkRange, endColumn, endRow, sheetColumns, sheetRows } from "./grid-range";
import type { GridRange } from "./port";

/** A reference taken apart: `Sales!A1:B2,D1:E2` has sheet `Sales` and two areas. */
export interface SheetReference {
  readonly sheet?: string;
  readonly areas: readonly GridRange[];
}

const cellPattern = /^\$?([A-Za-z]{1,3})\$?([0-9]{1,7})$/;
const columnPattern = /^\$?([A-Za-z]{1,3})$/;
const rowPattern = /^\$?([0-9]{1,7})$/;

/** `A` for 0, `AA` for 26. */
export function formatColumn(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** 0 for `A`. @throws RangeError when the letters name no column of a sheet */
export function parseColumn(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  if (!/^[A-Za-z]{1,3}$/.test(letters) || column > sheetColumns) throw new RangeError(`not a column: ${letters}`);
  return column - 1;
}

export function formatCell(row: number, column: number): string {
  return `${formatColumn(column)}${row + 1}`;
}

/** `B2`, `B2:C9`, `B:C` for whole columns, `2:9` for whole rows. */
export function formatAddress(range: GridRange): string {
  const lastRow = endRow(range);
  const lastColumn = endColumn(range) - 1;
  if (range.rowCount === sheetRows) return `${formatColumn(range.column)}:${formatColumn(lastColumn)}`;
  if (range.columnCount === sheetColumns) return `${range.row + 1}:${lastRow}`;
  const first = formatCell(range.row, range.column);
  return range.rowCount === 1 && range.columnCount === 1 ? first : `${first}:${formatCell(lastRow - 1, lastColumn)}`;
}

/** The name as it stands before a `!`, quoted where Excel wants quotes. */
export function quoteSheetName(name: string): string {
  const plain =
    /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[A-Za-z]{1,3}[0-9]+$|^r[0-9]*c?[0-9]*$|^c[0-9]*$/i.test(name);
  return plain ? name : `'${name.replaceAll("'", "''")}'`;
}

/** `'Sales 2026'!A1:B2`. */
export function formatReference(sheet: string, range: GridRange): string {
  return `${quoteSheetName(sheet)}!${formatAddress(range)}`;
}

/** Several areas, separated by commas. */
export function formatAreas(areas: readonly GridRange[]): string {
  return areas.map(formatAddress).join(",");
}

function parseCorner(text: string): { row?: number; column?: number } | null {
  const cell = cellPattern.exec(text);
  if (cell) return { row: Number(cell[2]) - 1, column: parseColumn(cell[1]) };
  const column = columnPattern.exec(text);
  if (column) return { column: parseColumn(column[1]) };
  const row = rowPattern.exec(text);
  return row ? { row: Number(row[1]) - 1 } : null;
}

/** One area without a sheet name: `B2`, `$B$2:C9`, `A:C`, `2:9`. @throws RangeError when it is none */
export function parseAddress(text: string): GridRange {
  const parts = text.trim().split(":");
  const corners = parts.map((part) => parseCorner(part.trim()));
  const [first, last] = [corners[0], corners[corners.length - 1]];
  const sameKind =
    first &&
    last &&
    (first.row === undefined) === (last.row === undefined) &&
    (first.column === undefined) === (last.column === undefined);
  const wholeLine = first && (first.row === undefined || first.column === undefined);
  if (!sameKind || parts.length > 2 || (wholeLine && parts.length === 1))
    throw new RangeError(`not an address: ${text}`);
  const row = Math.min(first.row ?? 0, last.row ?? 0);
  const column = Math.min(first.column ?? 0, last.column ?? 0);
  return checkRange({
    row,
    column,
    rowCount: first.row === undefined ? sheetRows : Math.max(first.row, last.row!) - row + 1,
    columnCount: first.column === undefined ? sheetColumns : Math.max(first.column, last.column!) - column + 1,
  });
}

function splitOutsideQuotes(text: string, separator: string): string[] {
  const parts: string[] = [];
  let start = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === "'") quoted = !quoted;
    else if (text[i] === separator && !quoted) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  return [...parts, text.slice(start)];
}

/**
 * A reference with or without sheet name, leading `=` and `$`, of one or more areas. A workbook's name in brackets is left out.
 *
 * @throws RangeError when it cannot be read, or its areas lie on different sheets
 */
export function parseReference(text: string): SheetReference {
  let sheet: string | undefined;
  const areas: GridRange[] = [];
  for (const part of splitOutsideQuotes(text.trim().replace(/^=/, ""), ",")) {
    const pieces = splitOutsideQuotes(part.trim(), "!");
    if (pieces.length > 2) throw new RangeError(`not a reference: ${text}`);
    if (pieces.length === 2) {
      const quoted = pieces[0].startsWith("'") && pieces[0].endsWith("'");
      const raw = quoted ? pieces[0].slice(1, -1).replaceAll("''", "'") : pieces[0];
      const name = raw.replace(/^.*\]/, "");
      if (sheet !== undefined && sheet.toLowerCase() !== name.toLowerCase())
        throw new RangeError(`areas on different sheets: ${text}`);
      sheet = name;
    }
    areas.push(parseAddress(pieces[pieces.length - 1]));
  }
  return sheet === undefined ? { areas } : { sheet, areas };
}
