import { formatReference } from "../../workbook/address";
import { endColumn, endRow, isInside, isOverlapping, sheetColumns, sheetRows } from "../../workbook/grid-range";
import { readBoolean, readRange, readText, refuseAsHost } from "../arguments";
import type { Host, ObjectClass, RangeTarget } from "../host";
import { HostError } from "../host-error";
import { copyRange } from "../range-copy";
import {
  checkCellsWritable,
  countCells,
  readAssigned,
  readFormulas,
  readMatrix,
  readTexts,
  readValues,
  readValueTypes,
  writeCells,
} from "../range-values";
import { navigationMethods } from "./range-navigation";

function writeNumberFormat(target: RangeTarget, value: unknown, host: Host): void {
  const { sheet, range } = target;
  host.checkWritable(sheet);
  const read = readAssigned(value, range);
  if (!Array.isArray(value) || (value.length === 1 && (value[0] as unknown[]).length === 1)) {
    const format = read(0, 0);
    if (format !== null) sheet.applyStyle(range, { numberFormat: readText(format) });
    return;
  }
  for (let row = 0; row < range.rowCount; row++) {
    for (let column = 0; column < range.columnCount; column++) {
      const format = read(row, column);
      if (format === null) continue;
      const cell = { row: range.row + row, column: range.column + column, rowCount: 1, columnCount: 1 };
      sheet.applyStyle(cell, { numberFormat: readText(format) });
    }
  }
}

function readHidden({ sheet, range }: RangeTarget): boolean | null {
  let hidden = 0;
  for (const row of sheet.hiddenRows) if (row >= range.row && row < endRow(range)) hidden += 1;
  return hidden === 0 ? false : hidden === range.rowCount ? true : null;
}

/** Whether all cells are part of a spilled result, none of them, or (null) some. */
function readSpillState({ sheet, range }: RangeTarget): boolean | null {
  const spills = sheet.spills.list(range);
  if (spills.length === 0) return false;
  return spills.some((spill) => isInside(range, spill)) ? true : null;
}

function clearRange(target: RangeTarget, applyTo: unknown, host: Host): void {
  checkCellsWritable(target, host);
  const kind = String(applyTo ?? "All").toLowerCase();
  const what = kind === "contents" ? "contents" : kind === "formats" ? "formats" : "all";
  if (!["all", "contents", "formats", "hyperlinks", "removehyperlinks"].includes(kind))
    throw new HostError("InvalidArgument");
  if (kind.endsWith("hyperlinks")) {
    for (const key of [...target.sheet.links.keys()]) {
      const [row = 0, column = 0] = key.split(",").map(Number);
      if (isInside({ row, column, rowCount: 1, columnCount: 1 }, target.range)) target.sheet.links.delete(key);
    }
    return;
  }
  target.sheet.clear(target.range, what);
  host.needsCalculation = true;
}

/** A rectangle of cells. */
export const rangeClass: ObjectClass<RangeTarget> = {
  name: "Range",
  read: {
    Address: ({ sheet, range }) => formatReference(sheet.name, range),
    AddressLocal: ({ sheet, range }) => formatReference(sheet.name, range),
    CellCount: ({ range }) => (countCells(range) > 2 ** 31 - 1 ? -1 : countCells(range)),
    ColumnCount: ({ range }) => range.columnCount,
    ColumnIndex: ({ range }) => range.column,
    RowCount: ({ range }) => range.rowCount,
    RowIndex: ({ range }) => range.row,
    IsEntireColumn: ({ range }) => range.rowCount === sheetRows,
    IsEntireRow: ({ range }) => range.columnCount === sheetColumns,
    RowHidden: readHidden,
    HasSpill: readSpillState,
    Hidden: (target) => readHidden(target) === true,
    Values: readValues,
    Formulas: readFormulas,
    FormulasLocal: readFormulas,
    Text: readTexts,
    ValueTypes: readValueTypes,
    NumberFormat: ({ sheet, range }) => readMatrix(range, (row, column) => sheet.getNumberFormat(row, column)),
    NumberFormatLocal: ({ sheet, range }) => readMatrix(range, (row, column) => sheet.getNumberFormat(row, column)),
    Hyperlink: ({ sheet, range }) => {
      const link = sheet.getLink(range.row, range.column);
      return link === undefined ? null : { documentReference: link };
    },
  },
  write: {
    Values: writeCells,
    Formulas: writeCells,
    NumberFormat: writeNumberFormat,
    RowHidden: ({ sheet, range }, value, host) => {
      host.checkWritable(sheet);
      const hide = readBoolean(value);
      for (let row = range.row; row < endRow(range); row++) {
        if (hide) sheet.hiddenRows.add(row);
        else sheet.hiddenRows.delete(row);
      }
    },
    Hyperlink: (target, value, host) => {
      checkCellsWritable(target, host);
      const link = value as { documentReference?: unknown; textToDisplay?: unknown } | null;
      if (link?.documentReference === undefined || countCells(target.range) !== 1)
        throw new HostError("InvalidArgument");
      const { row, column } = target.range;
      const reference = readText(link.documentReference);
      target.sheet.setLink(row, column, reference);
      const isBlank = target.sheet.isBlank(row, column);
      if (typeof link.textToDisplay === "string") writeCells(target, [[link.textToDisplay]], host);
      else if (isBlank) writeCells(target, [[reference]], host);
    },
  },
  open: {
    Format: ({ sheet, range }, host) => host.make("RangeFormat", { sheet, areas: [range] }),
    Worksheet: ({ sheet }, host) => host.make("Worksheet", sheet),
    ConditionalFormats: ({ sheet, range }, host) => host.make("ConditionalFormatCollection", { sheet, areas: [range] }),
    DataValidation: ({ sheet, range }, host) => host.make("DataValidation", { sheet, range } satisfies RangeTarget),
  },
  call: {
    _ValidateArraySize: ({ range }, [rows, columns]) => {
      if (rows !== range.rowCount || columns !== range.columnCount) {
        throw new HostError(
          "InvalidArgument",
          "The number of rows or columns in the input array doesn't match the range.",
        );
      }
    },
    Clear: (target, [applyTo], host) => clearRange(target, applyTo, host),
    CopyFrom: (target, [source, copyType, skipBlanks, transpose], host) => {
      if (skipBlanks || transpose) throw new HostError("NotImplemented", "Range.copyFrom with skipBlanks or transpose");
      copyRange(readRange(source, target.sheet, host), target, copyType, host);
    },
    GetSpillingToRangeOrNullObject: ({ sheet, range: { row, column } }, _args, host) => {
      const spill = sheet.spills.isOwner(row, column) ? sheet.spills.find(row, column) : undefined;
      return spill ? host.makeRange(sheet, spill) : null;
    },
    ...navigationMethods,
    Merge: (target, [across], host) => {
      checkCellsWritable(target, host);
      if (across) throw new HostError("NotImplemented", "Range.merge across");
      refuseAsHost(() => target.sheet.addMerge(target.range));
      for (let row = target.range.row; row < endRow(target.range); row++) {
        for (let column = target.range.column; column < endColumn(target.range); column++) {
          if (row !== target.range.row || column !== target.range.column) target.sheet.setValue(row, column, null);
        }
      }
    },
    Unmerge: (target, _args, host) => {
      checkCellsWritable(target, host);
      const kept = target.sheet.merges.filter((merge) => !isOverlapping(merge, target.range));
      target.sheet.merges.splice(0, target.sheet.merges.length, ...kept);
    },
    Select: ({ sheet, range }, _args, host) => host.select(sheet, [range]),
    Calculate: () => undefined,
  },
};
