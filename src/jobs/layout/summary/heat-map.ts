import type { Analysis } from "../../../core/report/analysis";
import { buildRange } from "../address";
import type { Facts } from "../facts";
import type { LayoutContext } from "../layout-context";
import { pickMoneyFormat } from "../money-format";
import { countFormat, mutedStyle, pageColumn, pageColumns, textStyle, writeHeading, writeSubheading } from "../page";
import type { SheetBuilder } from "../sheet-builder";
import { palette } from "../theme";

/** R score by F score, the best R on top: how many customers, and what they are worth. */
export function writeHeatMaps(sheet: SheetBuilder, analysis: Analysis, facts: Facts, context: LayoutContext): void {
  const { heatMap } = analysis;
  if (heatMap === null) return;
  const { summary } = context.words;
  writeHeading(sheet, summary.heatMap);
  sheet.putText(sheet.row++, pageColumn, pageColumns, summary.heatNote, mutedStyle);
  const bins = heatMap.customers.length;
  const top = sheet.row;
  writeGrid(sheet, top, pageColumn, summary.heatCustomers, summary.heatCorner, heatMap.customers, countFormat);
  sheet.row = top + bins + 2;
  if (facts.basis === "none") return;
  const isBeside = 2 * (bins + 1) <= pageColumns;
  const row = isBeside ? top : sheet.row + 1;
  const format = pickMoneyFormat(context.moneyFormat, Math.max(...heatMap.meanRevenue.flat().filter(Number.isFinite)));
  writeGrid(
    sheet,
    row,
    isBeside ? pageColumn + bins + 1 : pageColumn,
    summary.heatRevenue(summary.valueName.revenue),
    summary.heatCorner,
    heatMap.meanRevenue,
    format,
  );
  sheet.row = row + bins + 2;
}

function writeGrid(
  sheet: SheetBuilder,
  row: number,
  column: number,
  title: string,
  corner: string,
  rows: readonly (readonly number[])[],
  format: string,
): void {
  const bins = rows.length;
  const labelStyle = { ...mutedStyle, bold: true, horizontalAlign: "center" } as const;
  writeSubheading(sheet, row, column, title);
  sheet.put(row + 1, column, corner, { ...mutedStyle, fontSize: 8, wrap: true, horizontalAlign: "center" });
  for (let i = 0; i < bins; i++) {
    sheet.put(row + 1, column + 1 + i, `F ${i + 1}`, labelStyle);
    sheet.put(row + 2 + i, column, `R ${bins - i}`, labelStyle);
    sheet.setHeight(row + 2 + i, 20);
  }
  rows.forEach((cells, i) =>
    sheet.putRow(row + 2 + i, column + 1, cells, {
      ...textStyle,
      numberFormat: format,
      horizontalAlign: "center",
      border: { sides: ["bottom", "left", "right", "top"], color: palette.white },
    }),
  );
  sheet.addConditionalFormat({
    range: buildRange(row + 2, column + 1, bins, bins),
    kind: "colorScale",
    colors: ["#F3F8FC", "#6FB1E0"],
  });
}
