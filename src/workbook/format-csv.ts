import type { CellValue } from "./port";

/** Text that a spreadsheet would take for a formula, in East Asia also by the wide signs. Signed numbers are harmless. */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/;
const signedNumber = /^[+-]?\d+(?:[.,]\d+)?%?$/;

function formatCell(cell: CellValue | undefined): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "number") return Number.isFinite(cell) ? String(cell) : "";
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  const text = formulaStart.test(cell) && !signedNumber.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Columns as the text of a CSV file: commas, CRLF line ends, quotes where needed, no byte order mark; blanks and NaN are empty.
 *
 * Text that begins with `=`, `+`, `-`, `@` (also wide ones), a tab or a line break gets an apostrophe in front, unless it is a plain signed number: a
 * spreadsheet that opens the file would run it as a formula. A reader that wants the text itself takes the apostrophe off.
 *
 * @throws RangeError when there are not as many headers as columns, or columns differ in length
 */
export function formatCsv(columns: readonly ArrayLike<CellValue>[], headers: readonly string[]): string {
  if (columns.length !== headers.length)
    throw new RangeError(`headers must match columns; got ${headers.length} for ${columns.length}`);
  const rowCount = columns[0]?.length ?? 0;
  if (columns.some((cells) => cells.length !== rowCount)) throw new RangeError("columns have equal length");
  const lines = [headers.map(formatCell).join(",")];
  for (let row = 0; row < rowCount; row++) lines.push(columns.map((cells) => formatCell(cells[row])).join(","));
  return lines.map((line) => `${line}\r\n`).join("");
}
