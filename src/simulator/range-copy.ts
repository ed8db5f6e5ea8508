import { formatColumn, parseColumn } from "../workbook/address";
import { intersectRanges, isInside, isOverlapping } from "../workbook/grid-range";
import type { MemorySheet } from "../workbook/memory-sheet";
import type { ConditionalFormat, GridRange, ListValidation } from "../workbook/port";
import { refuseAsHost } from "./arguments";
import { calculateFormula } from "./formula/calculate";
import type { Host, RangeTarget } from "./host";
import { HostError } from "./host-error";
import { checkCellsWritable, isUnbounded, nameHeaders } from "./range-values";

type CopyType = "all" | "formulas" | "values" | "formats";

/** The formula as it reads `rows` further down and `columns` further right; absolute parts stay. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  const reference =
    /("(?:[^"]|"")*"|'(?:[^']|'')*')|(?<![\p{L}\p{N}_.])(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\p{L}\p{N}_(.])/gu;
  return formula.replace(reference, (whole, quoted, columnMark, letters: string, rowMark, digits: string) => {
    if (quoted !== undefined) return whole as string;
    const column = columnMark ? letters : formatColumn(Math.max(0, parseColumn(letters) + columns));
    const row = rowMark ? digits : String(Math.max(1, Number(digits) + rows));
    return `${columnMark as string}${column}${rowMark as string}${row}`;
  });
}

/** Copies cells, also between sheets; a source of fewer cells is repeated to fill the target where it fits. */
export function copyRange(source: RangeTarget, target: RangeTarget, copyType: unknown, host: Host): void {
  const type = String(copyType ?? "All").toLowerCase() as CopyType;
  if (!["all", "formulas", "values", "formats"].includes(type)) throw new HostError("InvalidArgument");
  host.checkPresent(source.sheet);
  if (isUnbounded(source.range) || isUnbounded(target.range)) throw new HostError("InvalidArgument");
  const tileRows = countTiles(target.range.rowCount, source.range.rowCount);
  const tileColumns = countTiles(target.range.columnCount, source.range.columnCount);
  const whole: GridRange = {
    row: target.range.row,
    column: target.range.column,
    rowCount: tileRows * source.range.rowCount,
    columnCount: tileColumns * source.range.columnCount,
  };
  checkCellsWritable({ sheet: target.sheet, range: whole }, host);
  for (let tileRow = 0; tileRow < tileRows; tileRow++) {
    for (let tileColumn = 0; tileColumn < tileColumns; tileColumn++) {
      const row = whole.row + tileRow * source.range.rowCount;
      const column = whole.column + tileColumn * source.range.columnCount;
      copyTile(source, target.sheet, row, column, type, host);
    }
  }
  nameHeaders(target.sheet, whole);
  host.needsCalculation = true;
}

function countTiles(target: number, source: number): number {
  return target > source && target % source === 0 ? target / source : 1;
}

function copyTile(
  source: RangeTarget,
  sheet: MemorySheet,
  row: number,
  column: number,
  type: CopyType,
  host: Host,
): void {
  const { rowCount, columnCount } = source.range;
  const target: GridRange = { row, column, rowCount, columnCount };
  const [rows, columns] = [row - source.range.row, column - source.range.column];
  const samePlace = rows === 0 && columns === 0;
  const carried = type === "all" || type === "formats" ? listFormats(source) : null;
  const { links, merges, validations } = listExtras(source);
  if (type === "all" && samePlace && sheet !== source.sheet) {
    sheet.copyCells(source.sheet, target);
  } else {
    copyCells(source, sheet, row, column, type, host);
  }
  if (type === "all") {
    for (const link of links) sheet.setLink(link.row + rows, link.column + columns, link.target);
  }
  if (!carried) return;
  dropInside(sheet.merges, target);
  for (const merge of merges) refuseAsHost(() => sheet.addMerge(shiftRange(merge, rows, columns)));
  if (type === "all") {
    dropInside(sheet.validations, target, (validation) => validation.range);
    for (const { range, choices } of validations)
      sheet.validations.push({ choices, range: shiftRange(range, rows, columns) });
  }
  dropInside(sheet.conditionalFormats, target, (format) => format.range);
  for (const format of carried)
    sheet.conditionalFormats.push({ ...format, range: shiftRange(format.range, rows, columns) });
}

function copyCells(
  source: RangeTarget,
  sheet: MemorySheet,
  row: number,
  column: number,
  type: CopyType,
  host: Host,
): void {
  const { range } = source;
  const cells = Array.from({ length: range.rowCount }, (_, i) =>
    Array.from({ length: range.columnCount }, (__, j) => ({
      value: source.sheet.getValue(range.row + i, range.column + j),
      formula: source.sheet.getFormula(range.row + i, range.column + j),
      style: source.sheet.getStyle(range.row + i, range.column + j),
    })),
  );
  if (type !== "values" && type !== "formulas")
    sheet.clear({ ...range, row, column }, type === "all" ? "all" : "formats");
  for (const [i, line] of cells.entries()) {
    for (const [j, cell] of line.entries()) {
      if (type !== "formats") {
        if (cell.formula === undefined || type === "values") sheet.setValue(row + i, column + j, cell.value);
        else {
          const formula = shiftFormula(cell.formula, row - range.row, column - range.column);
          sheet.setFormula(
            row + i,
            column + j,
            formula,
            calculateFormula(formula, { sheet, row: row + i, column: column + j }, host) ?? cell.value,
          );
        }
      }
      if (type !== "values" && type !== "formulas") {
        sheet.applyStyle({ row: row + i, column: column + j, rowCount: 1, columnCount: 1 }, cell.style);
      }
    }
  }
}

function listFormats({ sheet, range }: RangeTarget): ConditionalFormat[] {
  return sheet.conditionalFormats.flatMap((format) => {
    const common = intersectRanges(format.range, range);
    return common ? [{ ...format, range: common }] : [];
  });
}

function listExtras({ sheet, range }: RangeTarget): {
  links: { row: number; column: number; target: string }[];
  merges: GridRange[];
  validations: ListValidation[];
} {
  const links = [...sheet.links].map(([key, target]) => {
    const [row = 0, column = 0] = key.split(",").map(Number);
    return { row, column, target };
  });
  return {
    links: links.filter(({ row, column }) => isInside({ row, column, rowCount: 1, columnCount: 1 }, range)),
    merges: sheet.merges.filter((merge) => isInside(merge, range)),
    validations: sheet.validations.flatMap((validation) => {
      const common = intersectRanges(validation.range, range);
      return common ? [{ ...validation, range: common }] : [];
    }),
  };
}

function shiftRange(range: GridRange, rows: number, columns: number): GridRange {
  return { ...range, row: range.row + rows, column: range.column + columns };
}

function dropInside<T>(
  list: T[],
  range: GridRange,
  rangeOf: (item: T) => GridRange = (item) => item as GridRange,
): void {
  for (let index = list.length - 1; index >= 0; index--) {
    if (isOverlapping(rangeOf(list[index]), range) && isInside(rangeOf(list[index]), range)) list.splice(index, 1);
  }
}
