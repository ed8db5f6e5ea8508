import { hideTexts } from "../../workbook/filter-table";
import { endRow } from "../../workbook/grid-range";
import type { MemorySheet, MemoryTable } from "../../workbook/memory-sheet";
import { WorkbookError } from "../../workbook/port";
import type { FilterChoices } from "../protocol";
import type { ValueFormatter } from "./format-value";

/** The most different values that a filter lists. */
const mostChoices = 1000;

/** The filter buttons of tables. */
export class TableFilters {
  constructor(private readonly formatter: ValueFormatter) {}

  /** Positions of the columns of a table by which rows are hidden. */
  listFiltered(sheet: MemorySheet, table: MemoryTable): number[] {
    return hasHiddenRows(sheet, table) ? [...table.hiddenTexts.keys()] : [];
  }

  listChoices(sheet: MemorySheet, table: MemoryTable, column: number): FilterChoices {
    const texts = new Set<string>();
    const numbers = new Map<string, number>();
    const { row, rowCount, column: first } = table.range;
    for (let index = row + 1; index < row + rowCount && texts.size <= mostChoices; index++) {
      const text = this.show(sheet, index, first + column);
      const value = sheet.getValue(index, first + column);
      if (typeof value === "number") numbers.set(text, value);
      texts.add(text);
    }
    const isCut = texts.size > mostChoices;
    const hidden = table.hiddenTexts.get(column);
    const sorted = [...texts].sort((a, b) => {
      const [x, y] = [numbers.get(a), numbers.get(b)];
      if (x !== undefined && y !== undefined) return x - y;
      if (x !== undefined || y !== undefined) return x !== undefined ? -1 : 1;
      return a === "" ? 1 : b === "" ? -1 : a.localeCompare(b);
    });
    return {
      choices: sorted.slice(0, mostChoices).map((text) => ({ text, isShown: !hidden?.has(text) })),
      isCut,
    };
  }

  /** Hides the rows whose text in the column is among `texts`, together with what other columns hide. */
  apply(sheet: MemorySheet, table: MemoryTable, column: number, texts: readonly string[]): void {
    if (sheet.protected) throw new WorkbookError("accessDenied", "the sheet is protected");
    hideTexts(sheet, table, column, new Set(texts), (row, at) => this.show(sheet, row, at));
  }

  private show(sheet: MemorySheet, row: number, column: number): string {
    return this.formatter.show(sheet.getValue(row, column), sheet.getNumberFormat(row, column)).text;
  }
}

function hasHiddenRows(sheet: MemorySheet, { range }: MemoryTable): boolean {
  for (const row of sheet.hiddenRows) if (row > range.row && row < endRow(range)) return true;
  return false;
}
