import { intersectRanges } from "../../workbook/grid-range";
import type { MemoryChart, MemorySheet } from "../../workbook/memory-sheet";
import type { CellValue, GridRange } from "../../workbook/port";
import type { ChartView, SeriesView } from "../protocol";
import type { ValueFormatter } from "./format-value";

/** Charts show no more points than this of a series. */
const mostPoints = 5000;

function readCells(sheet: MemorySheet, range: GridRange): { value: CellValue; pattern: string }[] {
  const used = sheet.usedRange();
  const part = range.rowCount > mostPoints ? used && intersectRanges(range, used) : range;
  if (!part) return [];
  const cells = [];
  for (let row = part.row; row < part.row + Math.min(part.rowCount, mostPoints); row++) {
    for (let column = part.column; column < part.column + part.columnCount; column++)
      cells.push({ value: sheet.getValue(row, column), pattern: sheet.getNumberFormat(row, column) });
  }
  return cells;
}

const toNumber = ({ value }: { value: CellValue }) => (typeof value === "number" ? value : null);

/** A chart with the values that its ranges have now. */
export function readChart(sheet: MemorySheet, chart: MemoryChart, formatter: ValueFormatter): ChartView {
  const { id, series, ...content } = chart;
  const first = series[0] ? readCells(sheet, series[0].categories) : [];
  return {
    id,
    content,
    categoryFormat: first.find(({ value }) => typeof value === "number")?.pattern ?? "General",
    categories: first.map(({ value, pattern }) => formatter.show(value, pattern).text),
    series: series.map(({ name, color, pointColors, values, categories }): SeriesView => ({
      name,
      ...(color === undefined ? {} : { color }),
      ...(pointColors === undefined ? {} : { pointColors }),
      values: readCells(sheet, values).map(toNumber),
      positions: readCells(sheet, categories).map(toNumber),
    })),
  };
}
