import { endColumn, endRow, intersectRanges } from "../../workbook/grid-range";
import type { CellBorder, CellStyle, GridRange } from "../../workbook/port";
import { readBoolean, readColor, readNumber, readText, readWhole } from "../arguments";
import type { AreasTarget, Host, ObjectClass } from "../host";
import { HostError } from "../host-error";

/** Width of a digit of the default font and the padding of a cell, in pixels; a point is 4/3 pixel. */
const digitPixels = 7;
const paddingPixels = 5;

function toCharacters(points: number): number {
  return Math.round((((points * 4) / 3 - paddingPixels) / digitPixels) * 100) / 100;
}

function toPoints(characters: number): number {
  return ((characters * digitPixels + paddingPixels) * 3) / 4;
}

const defaultWidth = 8.43;
const defaultHeight = 15;

function applyStyle(target: AreasTarget, style: CellStyle, host: Host): void {
  host.checkWritable(target.sheet);
  for (const area of target.areas) target.sheet.applyStyle(area, style);
}

/** The value that all cells share, or null. */
function readShared(target: AreasTarget, read: (style: CellStyle) => unknown): unknown {
  const found = new Set<unknown>();
  for (const area of target.areas) {
    const rows = Math.min(area.rowCount, 2000);
    for (let row = area.row; row < area.row + rows; row++) {
      for (let column = area.column; column < Math.min(endColumn(area), area.column + 200); column++) {
        found.add(read(target.sheet.getStyle(row, column)));
        if (found.size > 1) return null;
      }
    }
  }
  return [...found][0] ?? null;
}

function readChoice<T extends string>(value: unknown, choices: Readonly<Record<string, T>>): T {
  const choice = choices[readText(value).toLowerCase()];
  if (choice === undefined) throw new HostError("InvalidArgument");
  return choice;
}

const horizontal = { left: "left", center: "center", right: "right" } as const;
const vertical = { top: "top", center: "center", bottom: "bottom" } as const;

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function eachLine(areas: readonly GridRange[], rows: boolean, visit: (line: number) => void): void {
  for (const area of areas) {
    const [first, end] = rows ? [area.row, endRow(area)] : [area.column, endColumn(area)];
    for (let line = first; line < end; line++) visit(line);
  }
}

function readLineSize(areas: readonly GridRange[], rows: boolean, read: (line: number) => number): number | null {
  const sizes = new Set<number>();
  eachLine(areas, rows, (line) => sizes.add(read(line)));
  return sizes.size === 1 ? [...sizes][0]! : null;
}

/** How cells look. */
export const rangeFormatClass: ObjectClass<AreasTarget> = {
  name: "RangeFormat",
  read: {
    ColumnWidth: ({ sheet, areas }) =>
      readLineSize(areas, false, (column) => toPoints(sheet.columnWidths.get(column) ?? defaultWidth)),
    RowHeight: ({ sheet, areas }) => readLineSize(areas, true, (row) => sheet.rowHeights.get(row) ?? defaultHeight),
    HorizontalAlignment: (target) => readShared(target, (style) => capitalize(style.horizontalAlign ?? "general")),
    VerticalAlignment: (target) => readShared(target, (style) => capitalize(style.verticalAlign ?? "bottom")),
    WrapText: (target) => readShared(target, (style) => style.wrap ?? false),
    IndentLevel: (target) => readShared(target, (style) => style.indent ?? 0),
  },
  write: {
    ColumnWidth: ({ sheet, areas }, value, host) => {
      host.checkWritable(sheet);
      const width = toCharacters(readNumber(value));
      eachLine(areas, false, (column) => sheet.columnWidths.set(column, width));
    },
    RowHeight: ({ sheet, areas }, value, host) => {
      host.checkWritable(sheet);
      const height = readNumber(value);
      if (height < 0 || height > 409) throw new HostError("InvalidArgument");
      eachLine(areas, true, (row) => sheet.rowHeights.set(row, height));
    },
    UseStandardWidth: ({ sheet, areas }, value, host) => {
      host.checkWritable(sheet);
      if (readBoolean(value)) eachLine(areas, false, (column) => sheet.columnWidths.delete(column));
    },
    UseStandardHeight: ({ sheet, areas }, value, host) => {
      host.checkWritable(sheet);
      if (readBoolean(value)) eachLine(areas, true, (row) => sheet.rowHeights.delete(row));
    },
    HorizontalAlignment: (target, value, host) =>
      applyStyle(target, { horizontalAlign: readChoice(value, horizontal) }, host),
    VerticalAlignment: (target, value, host) =>
      applyStyle(target, { verticalAlign: readChoice(value, vertical) }, host),
    WrapText: (target, value, host) => applyStyle(target, { wrap: readBoolean(value) }, host),
    IndentLevel: (target, value, host) => applyStyle(target, { indent: readWhole(value) }, host),
  },
  open: {
    Font: (target, host) => host.make("RangeFont", target),
    Fill: (target, host) => host.make("RangeFill", target),
    Borders: (target, host) => host.make("RangeBorderCollection", target),
  },
  call: { AutofitColumns: autofitColumns, AutofitRows: () => undefined },
};

/** Widths by the longest text, as Excel roughly does. */
function autofitColumns({ sheet, areas }: AreasTarget, _args: readonly unknown[], host: Host): void {
  host.checkWritable(sheet);
  for (const area of areas) {
    const used = sheet.usedRange();
    const common = used && intersectRanges(area, used);
    if (!common) continue;
    for (let column = common.column; column < endColumn(common); column++) {
      const cells = sheet.readColumn(common.row, column, common.rowCount);
      const longest = cells.reduce<number>((most, cell) => Math.max(most, cell === null ? 0 : String(cell).length), 0);
      if (longest > 0) sheet.columnWidths.set(column, Math.min(255, longest + 1));
    }
  }
}

export const rangeFontClass: ObjectClass<AreasTarget> = {
  name: "RangeFont",
  read: {
    Bold: (target) => readShared(target, (style) => style.bold ?? false),
    Italic: (target) => readShared(target, (style) => style.italic ?? false),
    Color: (target) => readShared(target, (style) => style.fontColor ?? "#000000"),
    Size: (target) => readShared(target, (style) => style.fontSize ?? 11),
  },
  write: {
    Bold: (target, value, host) => applyStyle(target, { bold: readBoolean(value) }, host),
    Italic: (target, value, host) => applyStyle(target, { italic: readBoolean(value) }, host),
    Color: (target, value, host) => applyStyle(target, { fontColor: readColor(value) }, host),
    Size: (target, value, host) => applyStyle(target, { fontSize: readNumber(value) }, host),
  },
};

export const rangeFillClass: ObjectClass<AreasTarget> = {
  name: "RangeFill",
  read: { Color: (target) => readShared(target, (style) => style.fill ?? "#FFFFFF") },
  write: { Color: (target, value, host) => applyStyle(target, { fill: readColor(value) }, host) },
};

type Side = CellBorder["sides"][number];
type BorderTarget = AreasTarget & { readonly index: string };

const edges: Readonly<Record<string, (area: GridRange) => readonly (readonly [GridRange, Side])[]>> = {
  edgetop: (area) => [[{ ...area, rowCount: 1 }, "top"]],
  edgebottom: (area) => [[{ ...area, row: endRow(area) - 1, rowCount: 1 }, "bottom"]],
  edgeleft: (area) => [[{ ...area, columnCount: 1 }, "left"]],
  edgeright: (area) => [[{ ...area, column: endColumn(area) - 1, columnCount: 1 }, "right"]],
  insidehorizontal: (area) =>
    area.rowCount < 2
      ? []
      : [
          [{ ...area, rowCount: area.rowCount - 1 }, "bottom"],
          [{ ...area, row: area.row + 1, rowCount: area.rowCount - 1 }, "top"],
        ],
  insidevertical: (area) =>
    area.columnCount < 2
      ? []
      : [
          [{ ...area, columnCount: area.columnCount - 1 }, "right"],
          [{ ...area, column: area.column + 1, columnCount: area.columnCount - 1 }, "left"],
        ],
};

function drawBorder(target: BorderTarget, color: string, host: Host): void {
  host.checkWritable(target.sheet);
  for (const area of target.areas) {
    for (const [range, side] of edges[target.index]!(area)) {
      target.sheet.applyStyle(range, { border: { sides: [side], color } });
    }
  }
}

export const rangeBordersClass: ObjectClass<AreasTarget> = {
  name: "RangeBorderCollection",
  items: (target, host) => Object.keys(edges).map((index) => host.make("RangeBorder", { ...target, index })),
  item: (target, key, host) => {
    const index = readText(key).toLowerCase();
    if (!edges[index]) throw new HostError("InvalidArgument");
    return host.make("RangeBorder", { ...target, index } satisfies BorderTarget);
  },
};

export const rangeBorderClass: ObjectClass<BorderTarget> = {
  name: "RangeBorder",
  write: {
    Style: (target, value, host) => {
      if (readText(value).toLowerCase() !== "continuous") throw new HostError("NotImplemented", "RangeBorder.style");
      drawBorder(target, "#000000", host);
    },
    Weight: (_target, value) => {
      if (!["hairline", "thin", "medium", "thick"].includes(readText(value).toLowerCase())) {
        throw new HostError("InvalidArgument");
      }
    },
    Color: (target, value, host) => drawBorder(target, readColor(value), host),
  },
};
