import type { Analysis } from "../../../core/report/analysis";
import type { Facts } from "../facts";
import { findLensWords } from "../group-words";
import { buildFigureColumns, buildNameColumn } from "../lenses/lens-block";
import type { LayoutContext } from "../layout-context";
import { pageColumn, writePageTable } from "../page";
import type { SheetBuilder } from "../sheet-builder";
import { palette } from "../theme";
import { writeLorenz, writeTopShares } from "./concentration";
import { writeSummaryHeading } from "./summary-heading";

const shareOfValue = 4;
const smallestChart = 12;

/** Value tiers and what the top customers bring, and beside them how unequal customers are. */
export function writeTiers(sheet: SheetBuilder, analysis: Analysis, facts: Facts, context: LayoutContext): void {
  const { words } = context;
  const { concentration, lenses } = analysis;
  const tiers = lenses.find(({ id }) => id === "value-pyramid") ?? lenses.find(({ id }) => id === "abc");
  if (tiers === undefined && concentration === null) return;
  const titles = [
    ...(tiers === undefined ? [] : [findLensWords(words, tiers.id).title]),
    ...(concentration === null ? [] : [words.summary.concentration]),
  ];
  writeSummaryHeading(sheet, titles.join(" · "));
  const top = sheet.row;
  if (tiers !== undefined) {
    const figures = buildFigureColumns(tiers, facts, context);
    const table = writePageTable(sheet, top, pageColumn, [
      buildNameColumn(tiers, words, 2),
      ...figures.map((column, i) => (i + 1 === shareOfValue ? { ...column, bar: palette.bar } : column)),
    ]);
    sheet.row = table.firstRow + table.rowCount + 1;
  }
  if (concentration === null) return;
  writeTopShares(sheet, concentration, facts, context);
  const chartRows = Math.max(smallestChart, sheet.row - top);
  writeLorenz(sheet, top, chartRows, concentration, facts, context);
  sheet.row = top + chartRows;
}
