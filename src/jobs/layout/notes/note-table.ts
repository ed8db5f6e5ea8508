import type { CellStyle, CellValue } from "../../../workbook/port";
import { buildRange } from "../address";
import { mutedStyle, textStyle } from "../page";
import type { SheetBuilder } from "../sheet-builder";
import { palette } from "../theme";

/** First column of the notes, and how many are printed. */
export const noteColumn = 1;
export const noteColumns = 4;

/** One column of a table on the notes; texts wrap. */
export interface NoteColumn {
  readonly header: string;
  readonly values: readonly CellValue[];
  readonly formats?: readonly (string | undefined)[];
  /** Columns of the sheet it takes. */
  readonly span?: number;
  /** Where it stands, if not right of the one before. */
  readonly column?: number;
  readonly style?: CellStyle;
}

export function writeNoteHeading(sheet: SheetBuilder, text: string): void {
  sheet.row++;
  sheet.setHeight(sheet.row, 22);
  sheet.put(sheet.row, noteColumn, text);
  sheet.addStyle(buildRange(sheet.row, noteColumn, 1, noteColumns), {
    fontSize: 13,
    bold: true,
    fontColor: palette.accent,
    verticalAlign: "center",
    border: { sides: ["bottom"], color: palette.accent },
  });
  sheet.row++;
}

/** Writes a table at the builder's row and moves the row below; the row of the first entry comes back. */
export function writeNoteTable(sheet: SheetBuilder, columns: readonly NoteColumn[]): number {
  const top = sheet.row;
  const count = Math.max(...columns.map(({ values }) => values.length));
  let next = noteColumn;
  for (const { header, values, formats, span = 1, column = next, style } of columns) {
    sheet.put(top, column, header, { ...mutedStyle, bold: true });
    values.forEach((value, i) => {
      const numberFormat = formats?.[i];
      const cellStyle: CellStyle = {
        ...textStyle,
        ...style,
        horizontalAlign: "left",
        verticalAlign: "top",
        ...(numberFormat !== undefined && { numberFormat }),
      };
      if (typeof value === "string") sheet.putText(top + 1 + i, column, span, value, cellStyle);
      else sheet.put(top + 1 + i, column, value, cellStyle);
    });
    next = column + span;
  }
  for (let i = 0; i <= count; i++) {
    sheet.addStyle(buildRange(top + i, noteColumn, 1, Math.max(next - noteColumn, 2)), {
      border: { sides: ["bottom"], color: i === 0 ? palette.muted : palette.hairline },
    });
  }
  sheet.row = top + 1 + count;
  return top + 1;
}
