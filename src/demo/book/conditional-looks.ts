import { calculateFormula } from "../../simulator/formula/calculate";
import type { Host } from "../../simulator/host";
import { formatColumn, parseColumn } from "../../workbook/address";
import { endColumn, endRow, intersectRanges, isOverlapping, sheetColumns, sheetRows } from "../../workbook/grid-range";
import type { MemorySheet } from "../../workbook/memory-sheet";
import type { CellValue, ConditionalFormat, GridRange } from "../../workbook/port";
import type { CellBar, CellLook } from "../protocol";

/** What conditional formats make of a cell. */
export interface ConditionalLook {
  readonly look: CellLook;
  readonly bar?: CellBar;
}

type FormulaFormat = Extract<ConditionalFormat, { kind: "formula" }>;

interface Spread {
  readonly least: number;
  readonly middle: number;
  readonly most: number;
}

const reference =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'!|(?<![\p{L}\p{N}_.$])(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?![\p{L}\p{N}_(!.[])/gu;

/** A formula as it reads some rows down and columns right of where it was written; what runs off the sheet becomes `#REF!`. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return formula.replace(
    reference,
    (text: string, fixedColumn?: string, letters?: string, fixedRow?: string, digits?: string) => {
      if (letters === undefined || digits === undefined) return text;
      const column = parseColumn(letters) + (fixedColumn ? 0 : columns);
      const row = Number(digits) + (fixedRow ? 0 : rows);
      if (column < 0 || column >= sheetColumns || row < 1 || row > sheetRows) return "#REF!";
      return `${fixedColumn}${formatColumn(column)}${fixedRow}${row}`;
    },
  );
}

/** Judges the conditional formats of one sheet; made anew whenever the workbook changes. */
export class ConditionalLooks {
  private readonly spreads = new Map<ConditionalFormat, Spread | null>();
  private readonly truths = new Map<string, boolean>();

  constructor(
    private readonly sheet: MemorySheet,
    private readonly host: Host,
  ) {}

  /** The formats that matter in a part of the sheet, in their order of precedence. */
  find(part: GridRange): readonly ConditionalFormat[] {
    return this.sheet.conditionalFormats.filter(({ range }) => isOverlapping(range, part));
  }

  judge(formats: readonly ConditionalFormat[], row: number, column: number, value: CellValue): ConditionalLook | null {
    let look: CellLook = {};
    let isTouched = false;
    let bar: CellBar | undefined;
    for (const format of formats) {
      const { range } = format;
      if (row < range.row || row >= endRow(range) || column < range.column || column >= endColumn(range)) continue;
      if (format.kind === "formula") {
        if (!this.isTrue(format, row, column)) continue;
        look = { ...buildLook(format), ...look };
        isTouched = true;
      } else if (typeof value === "number") {
        const spread = this.measure(format);
        if (!spread) continue;
        isTouched = true;
        if (format.kind === "colorScale") look = { fill: pickColor(format.colors, value, spread), ...look };
        else bar ??= { color: format.color, share: findShare(value, Math.min(0, spread.least), spread.most) };
      }
    }
    return isTouched ? { look, ...(bar ? { bar } : {}) } : null;
  }

  private isTrue({ formula, range }: FormulaFormat, row: number, column: number): boolean {
    const shifted = shiftFormula(formula, row - range.row, column - range.column);
    // `[@Column]` is the cell of the row that the formula stands in, so its text alone does not tell.
    const key = shifted.includes("@") ? `${row} ${shifted}` : shifted;
    let truth = this.truths.get(key);
    if (truth === undefined) {
      const value = calculateFormula(shifted, { sheet: this.sheet, row, column }, this.host);
      truth = value === true || (typeof value === "number" && value !== 0);
      this.truths.set(key, truth);
    }
    return truth;
  }

  private measure(format: ConditionalFormat): Spread | null {
    const known = this.spreads.get(format);
    if (known !== undefined) return known;
    const used = this.sheet.usedRange();
    const range = used && intersectRanges(format.range, used);
    const numbers: number[] = [];
    if (range) {
      for (let column = range.column; column < endColumn(range); column++) {
        for (const value of this.sheet.readColumn(range.row, column, range.rowCount))
          if (typeof value === "number") numbers.push(value);
      }
    }
    const sorted = Float64Array.from(numbers).sort();
    const middle = (sorted.length - 1) / 2;
    const spread =
      sorted.length === 0
        ? null
        : {
            least: sorted[0],
            middle: (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2,
            most: sorted[sorted.length - 1],
          };
    this.spreads.set(format, spread);
    return spread;
  }
}

function buildLook({ fill, fontColor, bold }: FormulaFormat): CellLook {
  return {
    ...(fill === undefined ? {} : { fill }),
    ...(fontColor === undefined ? {} : { color: fontColor }),
    ...(bold === undefined ? {} : { bold }),
  };
}

function findShare(value: number, least: number, most: number): number {
  return most > least ? Math.min(1, Math.max(0, (value - least) / (most - least))) : 1;
}

function pickColor(colors: readonly string[], value: number, { least, middle, most }: Spread): string {
  if (colors.length === 2) return mixColors(colors[0], colors[1], findShare(value, least, most));
  return value <= middle
    ? mixColors(colors[0], colors[1], findShare(value, least, middle))
    : mixColors(colors[1], colors[2], findShare(value, middle, most));
}

function mixColors(from: string, to: string, share: number): string {
  const channels = [1, 3, 5].map((start) => {
    const [a, b] = [from, to].map((color) => parseInt(color.slice(start, start + 2), 16));
    return Math.round(a + (b - a) * share)
      .toString(16)
      .padStart(2, "0");
  });
  return `#${channels.join("")}`;
}
