import { calculateWorkbook } from "../../simulator/formula/calculate";
import type { Host } from "../../simulator/host";
import { checkCellsWritable, writeCells } from "../../simulator/range-values";
import { intersectRanges } from "../../workbook/grid-range";
import type { MemorySheet } from "../../workbook/memory-sheet";
import type { GridRange } from "../../workbook/port";

/** The format that a cell gets from the way a number was typed. */
function findTypedFormat(text: string): string | null {
  if (text.startsWith("=")) return null;
  if (text.endsWith("%")) return text.includes(".") ? "0.00%" : "0%";
  const hasTime = /\d:\d/.test(text);
  const hasDate = /\d[-/年]\d|\d[- ]?[a-z]{3}|[a-z]{3}[- ]?\d/i.test(text);
  if (hasDate) return hasTime ? "yyyy-mm-dd hh:mm" : "yyyy-mm-dd";
  return hasTime ? "hh:mm" : null;
}

/** In a cell of per cent Excel takes numbers from 1 on as per cent; smaller ones are shares. */
function readInFormat(text: string, format: string): string {
  const isPlainNumber = /^[+-]?\d[\d,]*(\.\d*)?$/.test(text.trim());
  const isPercent = isPlainNumber && format.replace(/"[^"]*"/g, "").includes("%");
  return isPercent && Math.abs(Number(text.replaceAll(",", ""))) >= 1 ? `${text.trim()}%` : text;
}

/** Puts what somebody typed into a cell; a date or percentage gives a cell without number format one. @throws HostError */
export function typeIntoCell(sheet: MemorySheet, row: number, column: number, text: string, host: Host): void {
  const range = { row, column, rowCount: 1, columnCount: 1 };
  const before = sheet.getNumberFormat(row, column);
  writeCells({ sheet, range }, [[readInFormat(text, before)]], host);
  const format = findTypedFormat(text.trim());
  const takesFormat = before === "General" && typeof sheet.getValue(row, column) === "number";
  if (takesFormat && format !== null) sheet.applyStyle(range, { numberFormat: format });
  calculateWorkbook(host);
}

/** Empties cells; their looks stay. @throws HostError */
export function emptyCells(sheet: MemorySheet, areas: readonly GridRange[], host: Host): void {
  const used = sheet.usedRange();
  const parts = areas.flatMap((area) => (used && intersectRanges(area, used)) ?? []);
  for (const range of parts) checkCellsWritable({ sheet, range }, host);
  for (const range of parts) sheet.clear(range, "contents");
  calculateWorkbook(host);
}
