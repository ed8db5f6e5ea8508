import type { ScoreQuality } from "../../../core/decisions/scorer";
import type { LiftGroup } from "../../../core/math/ranking-quality";
import { buildRange } from "../address";
import type { PageColumn } from "../page";
import {
  countFormat,
  mutedStyle,
  pageColumn,
  pageColumns,
  shareFormat,
  writeHeading,
  writePageTable,
  writeParagraph,
} from "../page";
import type { SheetBuilder } from "../sheet-builder";
import type { GroupColor } from "../theme";
import { palette } from "../theme";
import type { ScoreContext } from "./score-context";

const liftFormat = "0.00";
const chartColumns = 6;

/** Columns of a table with the customers held out by falling score. */
export function listLiftColumns(groups: readonly LiftGroup[], { words }: ScoreContext): PageColumn[] {
  const text = words.scores;
  return [
    { header: text.heldCustomers, values: groups.map(({ customers }) => customers), format: countFormat },
    { header: text.positives, values: groups.map(({ positives }) => positives), format: countFormat },
    { header: text.rate, values: groups.map(({ share }) => share), format: shareFormat, bar: palette.bar },
    { header: text.lift, values: groups.map(({ lift }) => lift), format: liftFormat },
    { header: text.captured, values: groups.map(({ capturedShare }) => capturedShare), format: shareFormat },
  ];
}

/** How well the score tells customers apart whom it did not see: in words, by tenths, and as a chart. */
export function writeQuality(
  sheet: SheetBuilder,
  quality: ScoreQuality,
  treeAuc: number | null,
  context: ScoreContext,
): void {
  const text = context.words.scores;
  const { trained, held, auc, deciles } = quality;
  writeHeading(sheet, text.trust);
  writeParagraph(sheet, text.judged(trained.customers, held.customers));
  writeParagraph(sheet, auc === null ? text.noAuc : text.auc(auc));
  if (treeAuc !== null) writeParagraph(sheet, text.treeAuc(treeAuc), mutedStyle);
  sheet.row++;
  const top = sheet.row;
  const table = writePageTable(sheet, top, pageColumn, [
    {
      header: text.decile,
      values: deciles.map((_, position) => text.decileNumber(position + 1)),
      align: "left",
    },
    ...listLiftColumns(deciles, context),
  ]);
  sheet.addChart({
    name: "cvm-score-lift",
    kind: "column",
    title: text.liftChart,
    place: buildRange(top, pageColumn + pageColumns - chartColumns + 1, table.rowCount + 2, chartColumns - 1),
    series: [{ name: text.lift, categories: table.range(0), values: table.range(4), color: palette.accent }],
    legend: "none",
    categoryAxisTitle: text.decile,
    valueNumberFormat: "0.0",
  });
  sheet.row = table.firstRow + table.rowCount + 1;
}

/** The customers held out by the groups that a list is cut into. */
export function writeGroupQuality(
  sheet: SheetBuilder,
  groups: readonly LiftGroup[],
  names: readonly { readonly name: string; readonly action: string; readonly color: GroupColor }[],
  header: { readonly group: string; readonly action: string },
  context: ScoreContext,
): void {
  const table = writePageTable(sheet, sheet.row, pageColumn, [
    {
      header: header.group,
      values: names.map(({ name }) => name),
      colors: names.map(({ color }) => color),
      style: { indent: 1 },
    },
    ...listLiftColumns(groups, context),
    {
      header: header.action,
      values: names.map(({ action }) => action),
      span: pageColumns - 6,
      style: { ...mutedStyle, indent: 1 },
    },
  ]);
  sheet.row = table.firstRow + table.rowCount;
}
