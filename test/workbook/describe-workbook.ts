import { formatAddress, formatCell } from "../../src/workbook/address";
import { boundRanges, endRow } from "../../src/workbook/grid-range";
import type { MemorySheet } from "../../src/workbook/memory-sheet";
import type { MemoryWorkbook } from "../../src/workbook/memory-workbook";
import type { CellStyle, CellValue, GridRange } from "../../src/workbook/port";

/** One column of cells of one style after the other, joined to rectangles where columns are styled alike. */
function describeStyles(sheet: MemorySheet): Record<string, CellStyle> {
  const joined: { range: GridRange; style: CellStyle }[] = [];
  for (const { range, style } of sheet.styledRanges) {
    const left = joined.find(
      (other) =>
        other.style === style &&
        other.range.row === range.row &&
        endRow(other.range) === endRow(range) &&
        other.range.column + other.range.columnCount === range.column,
    );
    if (left) left.range = boundRanges(left.range, range);
    else joined.push({ range, style });
  }
  return Object.fromEntries(joined.map(({ range, style }) => [formatAddress(range), style]));
}

function describeCells(sheet: MemorySheet): Record<string, CellValue | { formula: string; value: CellValue }> {
  const cells: Record<string, CellValue | { formula: string; value: CellValue }> = {};
  const used = sheet.usedRange();
  for (let row = used?.row ?? 0; used && row < endRow(used); row++) {
    for (let i = 0; i < used.columnCount; i++) {
      const column = used.column + i;
      const formula = sheet.getFormula(row, column);
      const value = sheet.getValue(row, column);
      if (formula !== undefined) cells[formatCell(row, column)] = { formula, value };
      else if (value !== null) cells[formatCell(row, column)] = value;
    }
  }
  return cells;
}

function sortByText<T>(items: readonly T[]): T[] {
  return [...items].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

function describeMap<T>(map: ReadonlyMap<string | number, T>): Record<string, T> {
  return Object.fromEntries([...map].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)));
}

export function describeSheet(sheet: MemorySheet) {
  return {
    name: sheet.name,
    visibility: sheet.visibility,
    tabColor: sheet.tabColor,
    showGridlines: sheet.showGridlines,
    protected: sheet.protected,
    freeze: { ...sheet.freeze },
    columnWidths: describeMap(sheet.columnWidths),
    rowHeights: describeMap(sheet.rowHeights),
    hiddenRows: [...sheet.hiddenRows].sort((a, b) => a - b),
    cells: describeCells(sheet),
    styles: describeStyles(sheet),
    merges: sheet.merges.map(formatAddress).sort(),
    links: Object.fromEntries(
      [...sheet.links].sort().map(([key, target]) => {
        const [row, column] = key.split(",").map(Number);
        return [formatCell(row, column), target];
      }),
    ),
    tables: sortByText(
      sheet.tables.map(({ name, range, style, showFilter, showTotals }) => ({
        name,
        range: formatAddress(range),
        style,
        showFilter,
        showTotals,
      })),
    ),
    conditionalFormats: sortByText(
      sheet.conditionalFormats.map((format) => ({ ...format, range: formatAddress(format.range) })),
    ),
    validations: sortByText(
      sheet.validations.map((validation) => ({ ...validation, range: formatAddress(validation.range) })),
    ),
    charts: sortByText(
      sheet.charts.map(({ place, series, ...chart }) => ({
        ...chart,
        id: undefined,
        place: formatAddress(place),
        series: series.map((one) => ({
          ...one,
          categories: formatAddress(one.categories),
          values: formatAddress(one.values),
        })),
      })),
    ),
    pivots: sheet.pivots.map((pivot) => ({ ...pivot, range: formatAddress(pivot.range) })),
    print: sheet.print && {
      ...sheet.print,
      ...(sheet.print.area ? { area: formatAddress(sheet.print.area) } : {}),
    },
    customProperties: describeMap(sheet.customProperties),
  };
}

function describeData(workbook: MemoryWorkbook) {
  return {
    date1904: workbook.date1904,
    protected: workbook.protected,
    activeSheet: workbook.activeSheet.name,
    names: describeMap(workbook.names),
    settings: describeMap(workbook.settings),
    sheets: workbook.sheets.map(describeSheet),
  };
}

/** Everything of a workbook that a user could see or that a later run depends on, as plain data; identities are left out. */
export function describeWorkbook(workbook: MemoryWorkbook): ReturnType<typeof describeData> {
  return JSON.parse(JSON.stringify(describeData(workbook)));
}
