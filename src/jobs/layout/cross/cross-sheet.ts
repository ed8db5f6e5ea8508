import type { Analysis, LensResult } from "../../../core/report/analysis";
import type { CrossTable, CrossTotal } from "../../../core/report/cross-result";
import type { CrossResult } from "../../../core/report/cross-result";
import type { CellValue } from "../../../workbook/port";
import { buildRange } from "../address";
import { computeFacts } from "../facts";
import type { LayoutContext } from "../layout-context";
import { sheetNames } from "../layout-context";
import { listColors } from "../lenses/lens-block";
import { pickMoneyFormat } from "../money-format";
import type { PageColumn } from "../page";
import {
  countFormat,
  mutedStyle,
  pageColumn,
  pickPageWidth,
  shareFormat,
  writeHeading,
  writePageTable,
  writeParagraph,
  writeSubheading,
  writeTitle,
} from "../page";
import { SheetBuilder } from "../sheet-builder";
import type { LayoutSteps, SheetSteps } from "../sheet-steps";
import { palette, tabColors } from "../theme";
import { findDivisionGroup, nameDivisions } from "./cross-words";

/** One grid of a cross-table: what its cells show; totals stand below and at the right where they can be added up. */
interface Grid {
  readonly title: string;
  readonly format: string;
  readonly read: (cell: CrossTotal & { readonly rowShare?: number; readonly index?: number }) => number;
  readonly hasTotals: boolean;
  readonly isScaled: boolean;
}

const nameSpan = 2;
const smallestPage = 16;
const gap = 1;
const stageLens = "lifecycle";

/** Every cross-table that was asked for, a step per grid; the sheet is hidden where there is none. */
export function* layOutCross(analysis: Analysis, context: LayoutContext): SheetSteps {
  const text = context.words.views.cross;
  const drawn = analysis.crossTables.filter(({ table }) => table !== null);
  const sheet = new SheetBuilder({
    id: "cross",
    name: sheetNames.cross,
    tabColor: tabColors.cross,
    visibility: drawn.length === 0 ? "hidden" : "visible",
  });
  const facts = computeFacts(analysis);
  const widest = Math.max(0, ...drawn.map(({ table }) => table!.columns.length)) + nameSpan + 1;
  const columns = Math.max(smallestPage, widest);
  sheet.setWidth(0, 2);
  sheet.setWidth(pageColumn, pickPageWidth([facts.revenue], context), columns);
  sheet.setWidth(pageColumn + columns, 3);
  writeTitle(sheet, text.title, [text.subtitle]);
  if (analysis.crossTables.length === 0) writeParagraph(sheet, text.none);
  const unknown = new Set(analysis.crossTables.flatMap((result) => result.unknown));
  for (const result of drawn) yield* writeCrossTable(sheet, result, analysis, columns, context);
  if (unknown.size > 0) {
    sheet.row++;
    const names = nameDivisionsOf([...unknown], context);
    writeParagraph(sheet, text.unknown(context.words.phrases.list(names)), mutedStyle);
  }
  sheet.setPrint({
    orientation: "landscape",
    pagesWide: 1,
    area: buildRange(0, 0, sheet.row, pageColumn + columns),
  });
  return yield* sheet.buildInSteps();
}

const nameDivisionsOf = (names: readonly string[], { words }: LayoutContext) =>
  names.map((name) => nameDivisions([name, name], words)[0]);

function listGrids({ rows, columns }: CrossResult, { total }: CrossTable, context: LayoutContext): Grid[] {
  const { measures } = context.words.views.cross;
  const money = (read: Grid["read"], title: string): Grid => ({
    title,
    format: pickMoneyFormat(context.moneyFormat, read(total)),
    read,
    hasTotals: true,
    isScaled: false,
  });
  const count = { format: countFormat, hasTotals: true, isScaled: false };
  const averageOrder = ({ revenue, orders }: CrossTotal) => (orders > 0 ? revenue / orders : NaN);
  const hasStages = rows === stageLens || columns === stageLens;
  return [
    { ...count, title: measures.customers, read: ({ customers }: CrossTotal) => customers },
    { ...count, title: measures.rowShare, format: shareFormat, hasTotals: false, isScaled: true, read: readRowShare },
    { ...count, title: measures.index, format: "0", hasTotals: false, isScaled: true, read: readIndex },
    money(({ revenue }) => revenue, measures.revenue),
    money(({ profit }) => profit, measures.profit),
    ...(hasStages
      ? [
          { ...count, title: measures.units, read: ({ units }: CrossTotal) => units },
          money(averageOrder, measures.averageOrder),
          money(({ cost }) => cost, measures.cost),
        ]
      : []),
  ].filter(({ hasTotals, read }) => !hasTotals || Number.isFinite(read(total)));
}

const readRowShare: Grid["read"] = ({ rowShare }) => rowShare ?? NaN;
const readIndex: Grid["read"] = ({ index }) => index ?? NaN;

function* writeCrossTable(
  sheet: SheetBuilder,
  result: CrossResult,
  analysis: Analysis,
  columns: number,
  context: LayoutContext,
): LayoutSteps {
  const { words } = context;
  const text = words.views.cross;
  const table = result.table!;
  const [rowName, columnName] = nameDivisions([result.rows, result.columns], words);
  writeHeading(sheet, text.pair(rowName, columnName), columns);
  if (result.rows === stageLens || result.columns === stageLens) writeParagraph(sheet, text.benchmark, mutedStyle);
  const findLens = (id: string): LensResult | undefined => analysis.lenses.find((lens) => lens.id === id);
  const rowLens = findLens(result.rows);
  const columnNames = table.columns.map((id) => findDivisionGroup(words, result.columns, id));
  const width = nameSpan + columnNames.length + 1;
  const beside = Math.max(1, Math.floor((columns + gap) / (width + gap)));
  const grids = listGrids(result, table, context);
  for (let first = 0; first < grids.length; first += beside) {
    const top = sheet.row;
    for (const [i, grid] of grids.slice(first, first + beside).entries()) {
      const column = pageColumn + i * (width + gap);
      const bottom = writeGrid(sheet, top, column, { grid, table, result, rowName, rowLens, columnNames }, context);
      sheet.row = Math.max(sheet.row, bottom + 1);
      yield;
    }
  }
}

interface GridContent {
  readonly grid: Grid;
  readonly table: CrossTable;
  readonly result: CrossResult;
  readonly rowName: string;
  readonly rowLens: LensResult | undefined;
  readonly columnNames: readonly string[];
}

/** One grid with its title; the row below it comes back. */
function writeGrid(
  sheet: SheetBuilder,
  top: number,
  column: number,
  { grid, table, result, rowName, rowLens, columnNames }: GridContent,
  { words }: LayoutContext,
): number {
  const { total } = words.views.cross;
  const names: PageColumn = {
    header: rowName,
    span: nameSpan,
    values: [...table.rows.map((id) => findDivisionGroup(words, result.rows, id)), ...(grid.hasTotals ? [total] : [])],
    ...(rowLens !== undefined && { colors: listColors(rowLens) }),
    style: { indent: 1 },
  };
  const cells = columnNames.map((header, position): PageColumn => {
    const values = table.cells.map((row) => readKnown(grid, row[position]));
    const sums = grid.hasTotals ? [readKnown(grid, table.columnTotals[position])] : [];
    return { header, values: [...values, ...sums], format: grid.format, align: "right" };
  });
  const totals: PageColumn = {
    header: total,
    values: [...table.rowTotals.map((row) => readKnown(grid, row)), readKnown(grid, table.total)],
    format: grid.format,
    align: "right",
    style: { bold: true },
  };
  writeSubheading(sheet, top, column, grid.title);
  const page = writePageTable(sheet, top + 1, column, [names, ...cells, ...(grid.hasTotals ? [totals] : [])]);
  const bottom = page.firstRow + page.rowCount;
  if (grid.hasTotals) {
    const range = buildRange(bottom - 1, column, 1, nameSpan + cells.length + 1);
    sheet.addStyle(range, { bold: true, fill: palette.panel });
  }
  if (grid.isScaled) {
    sheet.addConditionalFormat({
      range: buildRange(page.firstRow, column + nameSpan, page.rowCount, cells.length),
      kind: "colorScale",
      colors: [palette.scaleLow, palette.scaleHigh],
    });
  }
  return bottom;
}

function readKnown(grid: Grid, cell: Parameters<Grid["read"]>[0]): CellValue {
  const value = grid.read(cell);
  return Number.isFinite(value) ? value : null;
}
