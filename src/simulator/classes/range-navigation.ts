import { formatAddress, quoteSheetName } from "../../workbook/address";
import {
  boundRanges,
  endColumn,
  endRow,
  intersectRanges,
  isInside,
  isOverlapping,
  sheetColumns,
  sheetRows,
} from "../../workbook/grid-range";
import type { GridRange } from "../../workbook/port";
import { checkedRange, readRange, readText, readWhole } from "../arguments";
import type { Host, HostObject, ObjectClass, RangeTarget } from "../host";
import { HostError } from "../host-error";
import { countCells, isUnbounded, readMatrix, readValues } from "../range-values";
import { listPivots } from "./pivots";

function narrow(target: RangeTarget, change: Partial<GridRange>): GridRange {
  const { row, column, rowCount, columnCount } = { ...target.range, ...change };
  return checkedRange(row, column, rowCount, columnCount);
}

function readPart(value: unknown, count: number): number {
  const index = readWhole(value);
  if (index < 0 || index >= count) throw new HostError("InvalidArgument");
  return index;
}

function findUsed({ sheet, range }: RangeTarget): GridRange | null {
  return sheet.usedRange(range);
}

/** Rows that are shown, as areas of consecutive rows. */
function listVisible({ sheet, range }: RangeTarget): GridRange[] {
  const areas: GridRange[] = [];
  const bounded = isUnbounded(range) ? intersectRanges(range, sheet.usedRange() ?? range)! : range;
  for (let row = bounded.row; row < endRow(bounded); row++) {
    if (sheet.hiddenRows.has(row)) continue;
    const last = areas[areas.length - 1];
    if (last && endRow(last) === row) areas[areas.length - 1] = { ...last, rowCount: last.rowCount + 1 };
    else areas.push({ ...bounded, row, rowCount: 1 });
  }
  return areas;
}

function findSpecial(target: RangeTarget, kind: unknown, host: Host): HostObject | null {
  const areas = new Map([
    ["visible", () => listVisible(target)],
    ["constants", () => listCells(target, (row, column) => target.sheet.getFormula(row, column) === undefined)],
    ["formulas", () => listCells(target, (row, column) => target.sheet.getFormula(row, column) !== undefined)],
  ]).get(readText(kind).toLowerCase());
  if (!areas) throw new HostError("NotImplemented", `Range.getSpecialCells ${String(kind)}`);
  const found = areas();
  return found.length === 0 ? null : host.makeAreas(target.sheet, found);
}

function listCells(target: RangeTarget, accept: (row: number, column: number) => boolean): GridRange[] {
  const used = findUsed(target);
  const cells: GridRange[] = [];
  if (!used) return cells;
  for (let column = used.column; column < endColumn(used); column++) {
    for (let row = used.row; row < endRow(used); row++) {
      if (target.sheet.isBlank(row, column) || !accept(row, column)) continue;
      const last = cells[cells.length - 1];
      if (last && last.column === column && endRow(last) === row)
        cells[cells.length - 1] = { ...last, rowCount: last.rowCount + 1 };
      else cells.push({ row, column, rowCount: 1, columnCount: 1 });
    }
  }
  return cells;
}

function findRegion({ sheet, range }: RangeTarget): GridRange {
  let region: GridRange = { ...range };
  for (;;) {
    const row = Math.max(0, region.row - 1);
    const column = Math.max(0, region.column - 1);
    const wider = checkedRange(
      row,
      column,
      Math.min(sheetRows, endRow(region) + 1) - row,
      Math.min(sheetColumns, endColumn(region) + 1) - column,
    );
    const used = sheet.usedRange(wider);
    const next = used ? boundRanges(used, region) : region;
    if (countCells(next) === countCells(region)) return region;
    region = next;
  }
}

function notFound(): never {
  throw new HostError("ItemNotFound");
}

function findIntersection(target: RangeTarget, other: unknown, host: Host): HostObject | null {
  const second = readRange(other, target.sheet, host);
  const common = second.sheet === target.sheet ? intersectRanges(target.range, second.range) : null;
  return common && host.makeRange(target.sheet, common);
}

const move = (rows: number, columns: number, target: RangeTarget, host: Host): HostObject =>
  host.makeRange(target.sheet, narrow(target, { row: target.range.row + rows, column: target.range.column + columns }));

/** Members of a range that lead to other cells. */
export const navigationMethods: NonNullable<ObjectClass<RangeTarget>["call"]> = {
  GetAbsoluteResizedRange: (target, [rows, columns], host) =>
    host.makeRange(target.sheet, narrow(target, { rowCount: readWhole(rows), columnCount: readWhole(columns) })),
  GetBoundingRect: (target, [other], host) => {
    const second = readRange(other, target.sheet, host);
    if (second.sheet !== target.sheet) throw new HostError("InvalidArgument");
    return host.makeRange(target.sheet, boundRanges(target.range, second.range));
  },
  GetCell: (target, [row, column], host) =>
    host.makeRange(
      target.sheet,
      checkedRange(target.range.row + readWhole(row), target.range.column + readWhole(column), 1, 1),
    ),
  GetColumn: (target, [column], host) =>
    host.makeRange(
      target.sheet,
      narrow(target, {
        column: target.range.column + readPart(column, target.range.columnCount),
        columnCount: 1,
      }),
    ),
  GetRow: (target, [row], host) =>
    host.makeRange(
      target.sheet,
      narrow(target, { row: target.range.row + readPart(row, target.range.rowCount), rowCount: 1 }),
    ),
  GetEntireColumn: (target, _args, host) =>
    host.makeRange(target.sheet, narrow(target, { row: 0, rowCount: sheetRows })),
  GetEntireRow: (target, _args, host) =>
    host.makeRange(target.sheet, narrow(target, { column: 0, columnCount: sheetColumns })),
  GetLastCell: (target, _args, host) =>
    host.makeRange(target.sheet, checkedRange(endRow(target.range) - 1, endColumn(target.range) - 1, 1, 1)),
  GetLastRow: (target, _args, host) =>
    host.makeRange(target.sheet, narrow(target, { row: endRow(target.range) - 1, rowCount: 1 })),
  GetLastColumn: (target, _args, host) =>
    host.makeRange(target.sheet, narrow(target, { column: endColumn(target.range) - 1, columnCount: 1 })),
  GetOffsetRange: (target, [rows, columns], host) => move(readWhole(rows), readWhole(columns), target, host),
  GetResizedRange: (target, [rows, columns], host) =>
    host.makeRange(
      target.sheet,
      narrow(target, {
        rowCount: target.range.rowCount + readWhole(rows),
        columnCount: target.range.columnCount + readWhole(columns),
      }),
    ),
  GetRowsBelow: (target, [count], host) =>
    host.makeRange(target.sheet, narrow(target, { row: endRow(target.range), rowCount: readWhole(count ?? 1) })),
  GetColumnsAfter: (target, [count], host) =>
    host.makeRange(
      target.sheet,
      narrow(target, { column: endColumn(target.range), columnCount: readWhole(count ?? 1) }),
    ),
  GetIntersection: (target, [other], host) => findIntersection(target, other, host) ?? notFound(),
  GetIntersectionOrNullObject: (target, [other], host) => findIntersection(target, other, host),
  GetUsedRange: (target, _args, host) => {
    const used = findUsed(target);
    return host.makeRange(target.sheet, used ?? checkedRange(target.range.row, target.range.column, 1, 1));
  },
  GetUsedRangeOrNullObject: (target, _args, host) => {
    const used = findUsed(target);
    return used && host.makeRange(target.sheet, used);
  },
  GetSurroundingRegion: (target, _args, host) => host.makeRange(target.sheet, findRegion(target)),
  GetSpecialCells: (target, [kind], host) => findSpecial(target, kind, host) ?? notFound(),
  GetSpecialCellsOrNullObject: (target, [kind], host) => findSpecial(target, kind, host),
  GetMergedAreasOrNullObject: ({ sheet, range }, _args, host) => {
    const merges = sheet.merges.filter((merge) => isOverlapping(merge, range));
    return merges.length === 0 ? null : host.makeAreas(sheet, merges);
  },
  GetTables: (target, [fully], host) =>
    host.make("TableScopedCollection", {
      sheet: target.sheet,
      tables: target.sheet.tables.filter((table) =>
        fully ? isInside(table.range, target.range) : isOverlapping(table.range, target.range),
      ),
    }),
  GetPivotTables: (target, [fully], host) =>
    host.make(
      "PivotTableCollection",
      listPivots(
        target.sheet,
        target.sheet.pivots.filter((pivot) =>
          fully ? isInside(pivot.range, target.range) : isOverlapping(pivot.range, target.range),
        ),
      ),
    ),
  GetVisibleView: (target, _args, host) => host.make("RangeView", target),
};

/** The shown rows of a range. */
export const rangeViewClass: ObjectClass<RangeTarget> = {
  name: "RangeView",
  read: {
    RowCount: (target) => listVisible(target).reduce((count, area) => count + area.rowCount, 0),
    ColumnCount: ({ range }) => range.columnCount,
    Values: (target) =>
      isUnbounded(target.range)
        ? null
        : listVisible(target).flatMap((range) => readValues({ sheet: target.sheet, range }) as unknown[][]),
    CellAddresses: (target) =>
      isUnbounded(target.range)
        ? null
        : listVisible(target).flatMap((area) =>
            readMatrix(area, (row, column) => {
              const address = formatAddress({ row, column, rowCount: 1, columnCount: 1 });
              return `${quoteSheetName(target.sheet.name)}!${address}`;
            }),
          ),
  },
  call: { GetRange: (target, _args, host) => host.makeRange(target.sheet, target.range) },
};
