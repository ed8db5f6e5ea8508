import type { CellValue, GridRange, SheetContent } from "../../src/workbook/port";

/** What a context of layout is made of, apart from the words. */
export const plainSource = {
  title: "Sales!A1:I700",
  sheet: "Sales 2026",
  headers: { customer: "Customer ID", date: "Order Date", amount: "Amount" },
  rowNumber: (position: number) => position + 2,
  firstColumnLetter: "A",
};

/** The value of a cell of a sheet, null where nothing is written. */
export function readCell(sheet: SheetContent, row: number, column: number): CellValue {
  const formula = sheet.formulas.find((cell) => cell.row === row && cell.column === column);
  if (formula !== undefined) return formula.value;
  for (const block of sheet.values) {
    const cells = block.columns[column - block.column];
    const value = cells?.[row - block.row];
    if (value !== undefined && value !== null) return value;
  }
  return null;
}

/** Where a text stands, 0-based. */
export function findCell(sheet: SheetContent, text: string): { row: number; column: number } {
  for (const block of sheet.values) {
    for (const [j, cells] of block.columns.entries()) {
      for (let i = 0; i < cells.length; i++)
        if (cells[i] === text) return { row: block.row + i, column: block.column + j };
    }
  }
  throw new Error(`"${text}" is not on ${sheet.name}`);
}

/** Cells of a row from a column on until the first blank. */
export function readRow(sheet: SheetContent, row: number, column: number): CellValue[] {
  const cells: CellValue[] = [];
  for (let value = readCell(sheet, row, column); value !== null; value = readCell(sheet, row, ++column))
    cells.push(value);
  return cells;
}

/** Every text of a sheet. */
export function listSheetTexts(sheet: SheetContent): string[] {
  return sheet.values.flatMap(({ columns }) =>
    columns.flatMap((cells) => Array.from(cells)).filter((value) => typeof value === "string"),
  );
}

/** Whether two ranges have a cell in common. */
export function isCrossing(a: GridRange, b: GridRange): boolean {
  return (
    a.row < b.row + b.rowCount &&
    b.row < a.row + a.rowCount &&
    a.column < b.column + b.columnCount &&
    b.column < a.column + a.columnCount
  );
}
