import type { Analysis } from "../../../core/report/analysis";
import { formatPlace } from "../address";
import { describeTreatment, findIssueWords, isColumnIssue } from "../issue-words";
import { countFormat, mutedStyle, textStyle } from "../page";
import type { LayoutContext } from "../layout-context";
import type { SheetBuilder } from "../sheet-builder";
import { palette } from "../theme";
import { noteColumn, noteColumns, writeNoteHeading, writeNoteTable } from "./note-table";

/** Row links stand right of the printed columns. */
export const linkColumn = noteColumn + noteColumns;
const mostLinks = 20;

/** Everything odd in the rows, with what was done and where to look. */
export function writeIssues(sheet: SheetBuilder, { summary }: Analysis, { words, source }: LayoutContext): void {
  const text = words.sheets.notes;
  const { issues } = summary.report;
  writeNoteHeading(sheet, text.issues);
  if (issues.length === 0) {
    sheet.put(sheet.row++, noteColumn, text.noIssues, textStyle);
    return;
  }
  sheet.put(sheet.row, linkColumn, source.sheet === null ? text.rowsPlain : text.rows, {
    ...mutedStyle,
    bold: true,
  });
  const first = writeNoteTable(sheet, [
    {
      header: text.issue,
      values: issues.map((issue) => `${issue.code}  ${findIssueWords(issue, words).name}`),
    },
    { header: text.count, values: issues.map(({ count }) => count), formats: issues.map(() => countFormat) },
    { header: text.done, values: issues.map((issue) => describeTreatment(issue, words)) },
    { header: text.todo, values: issues.map((issue) => findIssueWords(issue, words).todo) },
  ]);
  issues.forEach((issue, i) => {
    if (isColumnIssue(issue)) return;
    issue.rows.slice(0, mostLinks).forEach((position, j) => {
      const number = source.rowNumber(position);
      const style = { ...textStyle, verticalAlign: "top", horizontalAlign: "center", fontSize: 9 } as const;
      if (source.sheet === null) sheet.put(first + i, linkColumn + j, number, style);
      else {
        const target = `${formatPlace(source.sheet, 0, 0).replace(/A1$/, "")}${source.firstColumnLetter}${number}`;
        sheet.putLink(first + i, linkColumn + j, number, target, { ...style, fontColor: palette.accent });
      }
    });
  });
}
