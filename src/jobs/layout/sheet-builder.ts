import type {
  CellStyle,
  CellValue,
  ChartContent,
  ConditionalFormat,
  FormulaCell,
  GridRange,
  LinkCell,
  ListValidation,
  PrintSetup,
  SheetContent,
  StyledRange,
  TableContent,
  ValueBlock,
} from "../../workbook/port";
import { buildRange } from "./address";
import { collectCellBlocks } from "./cell-blocks";
import { computeColumnPoints, computePageBreaks, computePageHeight } from "./page-breaks";
import { collectHeights } from "./row-heights";
import type { SheetSteps } from "./sheet-steps";
import { finishSteps } from "./sheet-steps";
import { collectStyledRanges } from "./styled-ranges";
import { measureText } from "./text-size";

const sheetColumns = 16384;
const defaultWidth = 8.43;
const defaultHeight = 15;

/** What a sheet is apart from its cells. */
export interface SheetFrame {
  readonly id: string;
  readonly name: string;
  readonly visibility?: SheetContent["visibility"];
  readonly tabColor?: string;
  readonly showGridlines?: boolean;
}

/** Collects the cells of one sheet; blocks write below `row` and move it on. */
export class SheetBuilder {
  /** Where the next block begins. */
  row = 0;

  private readonly cells = new Map<number, CellValue>();
  private readonly cellStyles = new Map<number, CellStyle>();
  private readonly blocks: ValueBlock[] = [];
  private readonly areaStyles: StyledRange[] = [];
  private readonly formulas: FormulaCell[] = [];
  private readonly links: LinkCell[] = [];
  private readonly merges: GridRange[] = [];
  private readonly tables: TableContent[] = [];
  private readonly conditionalFormats: ConditionalFormat[] = [];
  private readonly validations: ListValidation[] = [];
  private readonly charts: ChartContent[] = [];
  private readonly widths = new Map<number, number>();
  private readonly heights = new Map<number, number>();
  private readonly leastHeights = new Map<number, number>();
  private filledRows = 0;
  private freeze: SheetContent["freeze"];
  private print: PrintSetup | undefined;
  private readonly headings: number[] = [];
  private readonly subheadings: number[] = [];

  constructor(private readonly frame: SheetFrame) {}

  /** One cell. NaN becomes blank. */
  put(row: number, column: number, value: CellValue, style?: CellStyle): void {
    this.cells.set(row * sheetColumns + column, typeof value === "number" && !Number.isFinite(value) ? null : value);
    if (style !== undefined) this.addStyle(buildRange(row, column, 1, 1), style);
  }

  /** Cells side by side from `column` on, all in one style or each in its own. */
  putRow(
    row: number,
    column: number,
    values: readonly CellValue[],
    style?: CellStyle | readonly (CellStyle | undefined)[],
  ): void {
    values.forEach((value, i) =>
      this.put(row, column + i, value, Array.isArray(style) ? style[i] : (style as CellStyle)),
    );
  }

  /** Text that runs over `columnCount` columns: on one line where it fits, else merged and wrapped. */
  putText(row: number, column: number, columnCount: number, text: string, style: CellStyle = {}): void {
    this.put(row, column, text, { verticalAlign: "center", ...style });
    const room = this.sumWidths(column, columnCount) - 2 * (style.indent ?? 0);
    if (measureText(text, style.fontSize, style.bold) <= room - 1 && !text.includes("\n")) return;
    const range = buildRange(row, column, 1, columnCount);
    if (columnCount > 1) this.merges.push(range);
    this.addStyle(range, { ...style, wrap: true });
  }

  /** Merged cells for one number or text too large for a column. */
  putMerged(range: GridRange, value: CellValue, style: CellStyle): void {
    this.put(range.row, range.column, value);
    this.addStyle(range, style);
    if (range.rowCount > 1 || range.columnCount > 1) this.merges.push(range);
  }

  /** Text that leads to another place in the workbook. */
  putLink(row: number, column: number, text: CellValue, target: string, style?: CellStyle): void {
    this.put(row, column, text, style);
    this.links.push({ row, column, target });
  }

  putFormula(row: number, column: number, formula: string, value: CellValue, style?: CellStyle): void {
    this.put(row, column, value, style);
    this.formulas.push({ row, column, formula, value });
  }

  /** Long columns, written as they are. */
  addBlock(block: ValueBlock): void {
    this.blocks.push(block);
  }

  /** A style on top of what the cells have. */
  addStyle({ row, column, rowCount, columnCount }: GridRange, style: CellStyle): void {
    // Hosts indent only what has a side to indent from.
    const indented = style.indent === undefined ? style : { horizontalAlign: "left" as const, ...style };
    for (let i = row; i < row + rowCount; i++) {
      for (let j = column; j < column + columnCount; j++) {
        const key = i * sheetColumns + j;
        this.cellStyles.set(key, mergeStyles(this.cellStyles.get(key), indented));
      }
    }
  }

  /** A style for a long range, beneath the styles of single cells. */
  addAreaStyle(range: GridRange, style: CellStyle): void {
    this.areaStyles.push({ range, style });
  }

  addTable(table: TableContent): void {
    this.tables.push(table);
  }

  addConditionalFormat(format: ConditionalFormat): void {
    this.conditionalFormats.push(format);
  }

  addValidation(validation: ListValidation): void {
    this.validations.push(validation);
  }

  addChart(chart: ChartContent): void {
    this.charts.push(chart);
  }

  setWidth(column: number, width: number, count = 1): void {
    for (let i = column; i < column + count; i++) this.widths.set(i, width);
  }

  /** Widths side by side from `column` on. */
  setWidths(column: number, widths: readonly number[]): void {
    widths.forEach((width, i) => this.setWidth(column + i, width));
  }

  getWidth(column: number): number {
    return this.widths.get(column) ?? defaultWidth;
  }

  sumWidths(column: number, count: number): number {
    let sum = 0;
    for (let i = column; i < column + count; i++) sum += this.getWidth(i);
    return sum;
  }

  setHeight(row: number, height: number, count = 1): void {
    for (let i = row; i < row + count; i++) this.heights.set(i, height);
  }

  /** A row grows with its text, from this height on. */
  setLeastHeight(row: number, height: number): void {
    this.leastHeights.set(row, height);
  }

  /** Rows above `row` that say nothing get the usual height: on a sheet that changes from run to run none of the run before stays. */
  fillHeights(row: number): void {
    this.filledRows = row;
  }

  setFreeze(rows: number, columns: number): void {
    this.freeze = { rows, columns };
  }

  setPrint(print: PrintSetup): void {
    this.print = { paper: "A4", ...print };
  }

  /** A place where a page likes to begin; a sheet that has headings is divided into pages so that no chart is cut. */
  startBlock(row: number, kind: "heading" | "subheading"): void {
    (kind === "heading" ? this.headings : this.subheadings).push(row);
  }

  /** The finished sheet. */
  build(): SheetContent {
    return finishSteps(this.buildInSteps());
  }

  /** As {@link build}, in steps. */
  *buildInSteps(): SheetSteps {
    const { cells, cellStyles, merges, leastHeights, heights, frame } = this;
    const sumWidths = (column: number, count: number) => this.sumWidths(column, count);
    const grown = yield* collectHeights({ cells, cellStyles, merges, leastHeights, sheetColumns, sumWidths });
    for (const [row, height] of grown) if (!heights.has(row)) heights.set(row, height);
    for (let row = 0; row < this.filledRows; row++) if (!heights.has(row)) heights.set(row, defaultHeight);
    const { id, name, visibility = "visible", tabColor, showGridlines = false } = frame;
    const print = this.paginate();
    yield;
    const blocks = yield* collectCellBlocks(cells, sheetColumns);
    const styles = yield* collectStyledRanges(cellStyles, sheetColumns);
    return {
      id,
      name,
      visibility,
      tabColor,
      showGridlines,
      freeze: this.freeze,
      columnWidths: groupRuns(this.widths).map(({ start, count, value }) => ({
        column: start,
        count,
        width: value,
      })),
      rowHeights: groupRuns(heights).map(({ start, count, value }) => ({
        row: start,
        count,
        height: value,
      })),
      values: [...blocks, ...this.blocks],
      formulas: this.formulas,
      links: this.links,
      styles: [...this.areaStyles, ...styles],
      merges,
      tables: this.tables,
      conditionalFormats: this.conditionalFormats,
      ...(this.validations.length > 0 && { validations: this.validations }),
      charts: this.charts,
      print,
    };
  }

  private paginate(): PrintSetup | undefined {
    const { print } = this;
    if (print?.area === undefined || print.pagesTall === 1 || this.headings.length === 0) return print;
    const { column, columnCount, row, rowCount } = print.area;
    const widths = Array.from({ length: columnCount }, (_, i) => this.getWidth(column + i));
    const breaks = computePageBreaks(
      {
        rowCount: row + rowCount,
        getHeight: (at) => this.heights.get(at) ?? defaultHeight,
        headings: this.headings,
        subheadings: this.subheadings,
        whole: [...this.charts.map(({ place }) => place), ...this.merges],
      },
      computePageHeight(print, computeColumnPoints(widths)),
    );
    return breaks.length === 0 ? print : { ...print, breaks };
  }
}

/** Later properties win; borders of one colour add up. */
function mergeStyles(below: CellStyle | undefined, above: CellStyle): CellStyle {
  if (below === undefined) return above;
  const merged = { ...below, ...above };
  if (below.border === undefined || above.border === undefined) return merged;
  const sides = [...new Set([...below.border.sides, ...above.border.sides])].sort();
  return { ...merged, border: { sides, color: above.border.color } };
}

function groupRuns(values: ReadonlyMap<number, number>): { start: number; count: number; value: number }[] {
  const runs: { start: number; count: number; value: number }[] = [];
  for (const [key, value] of [...values].sort(([a], [b]) => a - b)) {
    const last = runs.at(-1);
    if (last !== undefined && last.start + last.count === key && last.value === value) last.count++;
    else runs.push({ start: key, count: 1, value });
  }
  return runs;
}
