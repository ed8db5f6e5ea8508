import type { LayoutContext } from "../layout/layout-context";
import { buildRange } from "../layout/address";
import { findGroupName } from "../layout/group-words";
import { pickMoneyFormat } from "../layout/money-format";
import type { PageColumn } from "../layout/page";
import { mutedStyle, pageColumn, writeHeading, writePageTable, writeParagraph, writeSubheading } from "../layout/page";
import type { SheetBuilder } from "../layout/sheet-builder";
import type { GroupColor } from "../layout/theme";
import { getGroupColor, palette } from "../layout/theme";
import type { MovementReport } from "./movement-report";

/** What the parts of the sheet need of a layout. */
export type MovementContext = Pick<LayoutContext, "words" | "moneyFormat">;

const labelSpan = 2;
const upFill = "#DCEBF8";
const downFill = "#FBE6CC";
const stayFill = "#E4E8ED";

interface MatrixFrame {
  readonly sheet: SheetBuilder;
  readonly names: readonly string[];
  readonly colors: readonly GroupColor[];
  readonly text: LayoutContext["words"]["movement"];
  readonly compare: MovementReport["choice"]["compare"];
}

interface MatrixCells {
  readonly title: string;
  /** Groups and the newcomers by groups and those who are gone, and one more row and column where there are totals. */
  readonly rows: readonly (readonly (number | null)[])[];
  readonly format: string;
  readonly hasTotals: boolean;
}

/** Columns that a matrix takes. */
export function countMatrixColumns({ movement }: MovementReport): number {
  return labelSpan + movement.groups.length + 2;
}

/** Rows and columns with their sums below and beside. */
function addTotals(cells: readonly (readonly number[])[]): number[][] {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const rows = cells.map((row) => [...row, sum(row)]);
  return [...rows, rows[0].map((_, column) => sum(rows.map((row) => row[column])))];
}

function writeMatrix(
  { sheet, names, colors, text, compare }: MatrixFrame,
  { title, rows, format, hasTotals }: MatrixCells,
): void {
  const groups = names.length;
  writeSubheading(sheet, sheet.row++, pageColumn, title);
  const labels = [...names, text.arrivedRow[compare], ...(hasTotals ? [text.total] : [])];
  const headers = [...names, text.goneColumn[compare], ...(hasTotals ? [text.total] : [])];
  const table = writePageTable(sheet, sheet.row, pageColumn, [
    { header: text.fromTo, values: labels, span: labelSpan, colors },
    ...headers.map((header, column): PageColumn => ({
      header,
      values: rows.map((row) => row[column] ?? null),
      format,
      align: "right",
    })),
  ]);
  colors.forEach(({ fill, fontColor }, group) =>
    sheet.addStyle(buildRange(table.headerRow, pageColumn + labelSpan + group, 1, 1), { fill, fontColor }),
  );
  const first = pageColumn + labelSpan;
  for (let row = 0; row < groups; row++) {
    for (let column = 0; column < groups; column++) {
      const fill = column === row ? stayFill : column < row ? upFill : downFill;
      sheet.addStyle(buildRange(table.firstRow + row, first + column, 1, 1), { fill, bold: column === row });
    }
  }
  if (hasTotals) {
    const style = { bold: true, fontColor: palette.ink };
    sheet.addStyle(buildRange(table.firstRow + groups + 1, pageColumn, 1, labelSpan + groups + 2), style);
    sheet.addStyle(buildRange(table.firstRow, first + groups + 1, groups + 1, 1), style);
  }
  sheet.row = table.firstRow + table.rowCount + 1;
}

/** The migration matrix three times: customers, shares of the row, and change of value. */
export function writeMatrices(
  sheet: SheetBuilder,
  report: MovementReport,
  context: MovementContext,
  columns: number,
): void {
  const { words, moneyFormat } = context;
  const text = words.movement;
  const { groups, matrix } = report.movement;
  const { lens, compare } = report.choice;
  const frame: MatrixFrame = {
    sheet,
    text,
    compare,
    names: groups.map((id) => findGroupName(words, lens, id)),
    colors: groups.map((id, index) => getGroupColor(lens, id, index, groups.length)),
  };
  writeHeading(sheet, text.matrix, columns);
  writeParagraph(sheet, text.matrixNote, mutedStyle, columns);
  writeMatrix(frame, {
    title: text.counts,
    rows: addTotals(matrix.counts),
    format: '#,##0;-#,##0;"–"',
    hasTotals: true,
  });
  writeMatrix(frame, { title: text.shares, rows: matrix.shares, format: '0.0%;-0.0%;"–"', hasTotals: false });
  if (matrix.valueChanges === null || report.basis === "none") return;
  const rows = addTotals(matrix.valueChanges);
  const largest = Math.max(...rows.flat().map(Math.abs));
  writeMatrix(frame, {
    title: text.valueChanges,
    rows,
    format: pickMoneyFormat(moneyFormat, largest),
    hasTotals: true,
  });
}
