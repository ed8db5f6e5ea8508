import type { Analysis, LensResult } from "../../../core/report/analysis";
import { buildRange } from "../address";
import { findGroupAction, findGroupName } from "../group-words";
import type { LayoutContext } from "../layout-context";
import { countFormat, mutedStyle, pageColumn, pageColumns, shareFormat, textStyle, writeHeading } from "../page";
import type { SheetBuilder } from "../sheet-builder";
import { getGroupColor, palette } from "../theme";

const halfColumns = pageColumns / 2;
const nameSpan = 3;

/** The eight types in two columns: those of high monetary value left, the others right. */
export function writeTypes(sheet: SheetBuilder, analysis: Analysis, context: LayoutContext): void {
  const lens = analysis.lenses.find(({ id }) => id === "rfm-types");
  if (lens === undefined) return;
  const { summary } = context.words;
  writeHeading(sheet, summary.types);
  const perColumn = Math.ceil(lens.groups.length / 2);
  const top = sheet.row;
  for (const column of [pageColumn, pageColumn + halfColumns]) {
    const headers = [summary.customersHeader, summary.customerShareHeader, summary.revenueShareHeader];
    const style = {
      ...mutedStyle,
      bold: true,
      wrap: true,
      horizontalAlign: "right",
      verticalAlign: "bottom",
    } as const;
    sheet.putRow(top, column + nameSpan, headers, [style, style, { ...style, indent: 1 }]);
  }
  lens.groups.forEach((_, index) => {
    const row = top + 1 + (index % perColumn) * 2;
    writeType(sheet, row, pageColumn + Math.floor(index / perColumn) * halfColumns, lens, index, context);
  });
  sheet.row = top + 1 + perColumn * 2;
}

function writeType(
  sheet: SheetBuilder,
  row: number,
  column: number,
  lens: LensResult,
  index: number,
  { words }: LayoutContext,
): void {
  const group = lens.groups[index];
  const color = getGroupColor(lens.id, group.id, index, lens.groups.length);
  sheet.put(row, column, findGroupName(words, lens.id, group.id), {
    ...textStyle,
    bold: true,
    fontColor: color.fontColor,
    indent: 1,
  });
  sheet.addStyle(buildRange(row, column, 1, nameSpan), { fill: color.fill });
  sheet.put(row, column + nameSpan, group.customers, { ...textStyle, numberFormat: countFormat });
  sheet.put(row, column + nameSpan + 1, group.customerShare, { ...textStyle, numberFormat: shareFormat });
  sheet.put(row, column + nameSpan + 2, group.revenueShare, {
    ...textStyle,
    numberFormat: shareFormat,
    horizontalAlign: "right",
    indent: 1,
  });
  sheet.putText(row + 1, column, halfColumns, findGroupAction(words, lens.id, group.id), {
    ...mutedStyle,
    indent: 1,
  });
  sheet.addStyle(buildRange(row + 1, column, 1, halfColumns), {
    border: { sides: ["bottom"], color: palette.hairline },
  });
}
