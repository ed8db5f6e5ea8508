import type { GroupSummary, LensResult } from "../../../core/report/analysis";
import { buildRange } from "../address";
import type { Facts } from "../facts";
import { findGroupName } from "../group-words";
import type { LayoutContext } from "../layout-context";
import { mutedStyle, pageColumn, textStyle, writeSubheading } from "../page";
import type { SheetBuilder } from "../sheet-builder";
import { getGroupColor, palette } from "../theme";

const labelSpan = 2;
const cellSpan = 2;
const linesPerCell = 3;
/** Indices of the groups as they are drawn: rows by value so far; columns by loyalty, then by value to come; high first. */
const drawn = [
  [0, 2, 1, 3],
  [4, 6, 5, 7],
] as const;

/** The eight cells of the value cube as a table: each in its colour, with its name, its customers and what they bring. */
export function writeValueCube(sheet: SheetBuilder, lens: LensResult, facts: Facts, { words }: LayoutContext): void {
  const text = words.views.cube;
  const levels = [text.high, text.low];
  const first = pageColumn + labelSpan;
  writeSubheading(sheet, ++sheet.row, pageColumn, text.title);
  const top = sheet.row + 1;
  const headStyle = { ...mutedStyle, bold: true, horizontalAlign: "center" } as const;
  levels.forEach((level, i) => {
    sheet.putMerged(buildRange(top, first + i * 2 * cellSpan, 1, 2 * cellSpan), text.loyalty(level), headStyle);
    levels.forEach((other, j) => {
      const column = first + (i * 2 + j) * cellSpan;
      sheet.putMerged(buildRange(top + 1, column, 1, cellSpan), text.future(other), { ...headStyle, bold: false });
    });
  });
  drawn.forEach((indices, i) => {
    const row = top + 2 + i * linesPerCell;
    sheet.putMerged(buildRange(row, pageColumn, linesPerCell, labelSpan), text.value(levels[i]), {
      ...mutedStyle,
      bold: true,
      wrap: true,
    });
    indices.forEach((index, j) => {
      const group = lens.groups[index];
      if (group === undefined) return;
      const place = buildRange(row, first + j * cellSpan, linesPerCell, cellSpan);
      writeCell(sheet, place.row, place.column, group, lens, index, facts, words);
    });
  });
  sheet.row = top + 2 + drawn.length * linesPerCell;
}

function writeCell(
  sheet: SheetBuilder,
  row: number,
  column: number,
  group: GroupSummary,
  lens: LensResult,
  index: number,
  facts: Facts,
  words: LayoutContext["words"],
): void {
  const text = words.views.cube;
  const { fill, fontColor } = getGroupColor(lens.id, group.id, index, lens.groups.length);
  const style = { ...textStyle, fontColor, horizontalAlign: "center" } as const;
  const lines = [
    findGroupName(words, lens.id, group.id),
    text.size(group.customers, group.customerShare),
    text.valueShare(group.valueShare, words.summary.valueName[facts.basis]),
  ];
  lines.forEach((line, i) =>
    sheet.putMerged(buildRange(row + i, column, 1, cellSpan), line, {
      ...style,
      fill,
      ...(i === 0 ? { bold: true } : { fontSize: 9 }),
    }),
  );
  const place = buildRange(row, column, linesPerCell, cellSpan);
  sheet.addStyle({ ...place, rowCount: 1 }, { border: { sides: ["top"], color: palette.white } });
  sheet.addStyle({ ...place, columnCount: 1 }, { border: { sides: ["left"], color: palette.white } });
}
