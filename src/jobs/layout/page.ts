import type { CellStyle, CellValue, GridRange } from "../../workbook/port";
import { buildRange } from "./address";
import type { LayoutContext } from "./layout-context";
import { formatMoney } from "./money-format";
import type { SheetBuilder } from "./sheet-builder";
import { measureText } from "./text-size";
import type { GroupColor } from "./theme";
import { palette } from "./theme";

/** First column and number of columns of a page; the column before is the margin. */
export const pageColumn = 1;
export const pageColumns = 12;

export const textStyle: CellStyle = { fontSize: 10, fontColor: palette.ink, verticalAlign: "center" };
export const mutedStyle: CellStyle = { fontSize: 9, fontColor: palette.muted, verticalAlign: "center" };
export const shareFormat = "0.0%";
export const countFormat = "#,##0";
export const dateFormat = "yyyy-mm-dd";

/** One column of a page's table. */
export interface PageColumn {
  readonly header: string;
  readonly values: readonly CellValue[];
  /** How many columns of the page it takes; numbers take one. */
  readonly span?: number;
  readonly format?: string;
  /** A format per entry, over `format`. */
  readonly formats?: readonly (string | undefined)[];
  readonly align?: "left" | "center" | "right";
  /** A colour behind each entry. */
  readonly colors?: readonly (GroupColor | undefined)[];
  readonly bar?: string;
  readonly scale?: boolean;
  readonly style?: CellStyle;
}

/** Where a table came to stand. */
export interface PageTable {
  readonly headerRow: number;
  readonly firstRow: number;
  readonly rowCount: number;
  /** The entries of the column at an index, for charts. */
  range(index: number): GridRange;
}

const smallestWidth = 10;

/** Width of a page's columns: room for the largest of the amounts. */
export function pickPageWidth(
  amounts: readonly number[],
  { words, moneyFormat }: Pick<LayoutContext, "words" | "moneyFormat">,
): number {
  const largest = Math.max(0, ...amounts.filter(Number.isFinite).map(Math.abs));
  return Math.max(smallestWidth, measureText(formatMoney(-largest, moneyFormat, words.phrases.locale), 10) + 1.5);
}

/** Title and lines beneath it; leaves the builder below. */
export function writeTitle(sheet: SheetBuilder, title: string, lines: readonly string[]): void {
  sheet.setHeight(sheet.row, 34);
  sheet.put(sheet.row++, pageColumn, title, {
    fontSize: 22,
    bold: true,
    fontColor: palette.accent,
    verticalAlign: "center",
  });
  for (const line of lines) sheet.putText(sheet.row++, pageColumn, pageColumns, line, mutedStyle);
}

/** A heading over the width of the page, with room above it. */
export function writeHeading(sheet: SheetBuilder, text: string, columns = pageColumns): void {
  sheet.row++;
  sheet.startBlock(sheet.row, "heading");
  sheet.setHeight(sheet.row, 22);
  sheet.put(sheet.row, pageColumn, text);
  sheet.addStyle(buildRange(sheet.row, pageColumn, 1, columns), {
    fontSize: 13,
    bold: true,
    fontColor: palette.accent,
    verticalAlign: "center",
    border: { sides: ["bottom"], color: palette.accent },
  });
  sheet.setHeight(++sheet.row, 5);
  sheet.row++;
}

/** A smaller heading above a table. */
export function writeSubheading(sheet: SheetBuilder, row: number, column: number, text: string): void {
  sheet.startBlock(row, "subheading");
  sheet.put(row, column, text, { fontSize: 11, bold: true, fontColor: palette.ink, verticalAlign: "center" });
}

/** A line of text over the width of the page. */
export function writeParagraph(
  sheet: SheetBuilder,
  text: string,
  style: CellStyle = textStyle,
  columns = pageColumns,
): void {
  sheet.putText(sheet.row++, pageColumn, columns, text, style);
}

/** Sentences that matter, in larger print with a line at their left. */
export function writeBullets(sheet: SheetBuilder, sentences: readonly string[]): void {
  for (const sentence of sentences) {
    sheet.addStyle(buildRange(sheet.row, pageColumn, 1, 1), { border: { sides: ["left"], color: palette.accent } });
    writeParagraph(sheet, sentence, { ...textStyle, fontSize: 12, indent: 1 });
  }
}

/** A table in the cells of the page; the builder's row stays where it is. */
export function writePageTable(
  sheet: SheetBuilder,
  row: number,
  column: number,
  columns: readonly PageColumn[],
): PageTable {
  const rowCount = Math.max(0, ...columns.map(({ values }) => values.length));
  const starts: number[] = [];
  let next = column;
  for (const entry of columns) {
    starts.push(next);
    writePageColumn(sheet, row, next, entry);
    next += entry.span ?? 1;
  }
  const width = next - column;
  sheet.addStyle(buildRange(row, column, 1, width), { border: { sides: ["bottom"], color: palette.muted } });
  for (let i = 1; i <= rowCount; i++) {
    sheet.addStyle(buildRange(row + i, column, 1, width), {
      border: { sides: ["bottom"], color: palette.hairline },
    });
  }
  return {
    headerRow: row,
    firstRow: row + 1,
    rowCount,
    range: (index) => buildRange(row + 1, starts[index], rowCount, 1),
  };
}

function writePageColumn(sheet: SheetBuilder, row: number, column: number, entry: PageColumn): void {
  const { header, values, span = 1, colors, bar, scale, style } = entry;
  const isNumeric = values.some((value) => typeof value === "number");
  const align = entry.align ?? (isNumeric ? "right" : "left");
  const headerStyle: CellStyle = {
    ...mutedStyle,
    bold: true,
    horizontalAlign: align,
    verticalAlign: "bottom",
    ...(span > 1 && colors === undefined && style?.indent !== undefined && { indent: style.indent }),
  };
  if (span > 1) sheet.putText(row, column, span, header, headerStyle);
  else sheet.put(row, column, header, { ...headerStyle, wrap: true });
  values.forEach((value, i) => {
    const color = colors?.[i];
    const format = entry.formats?.[i] ?? entry.format;
    const cellStyle: CellStyle = {
      ...textStyle,
      horizontalAlign: align,
      ...(format !== undefined && { numberFormat: format }),
      ...(color !== undefined && { fontColor: color.fontColor, bold: true }),
      ...style,
    };
    if (span > 1) sheet.putText(row + 1 + i, column, span, String(value ?? ""), cellStyle);
    else sheet.put(row + 1 + i, column, value, cellStyle);
    if (color !== undefined) sheet.addStyle(buildRange(row + 1 + i, column, 1, span), { fill: color.fill });
  });
  const body = buildRange(row + 1, column, values.length, 1);
  if (values.length > 0 && bar !== undefined) sheet.addConditionalFormat({ range: body, kind: "dataBar", color: bar });
  if (values.length > 0 && scale === true) {
    sheet.addConditionalFormat({
      range: body,
      kind: "colorScale",
      colors: [palette.scaleLow, palette.scaleHigh],
    });
  }
}
