import { formatIsoDay } from "../../../core/days";
import type { Scorecard } from "../../scorecard/scorecard";
import { SCORE_TIERS } from "../../scorecard/compute-scorecard";
import type { ScorecardTest } from "../../scorecard/validate-scorecard";
import { buildRange } from "../address";
import { writeCards } from "../cards";
import { findColumnName } from "../group-words";
import { pickMoneyFormat } from "../money-format";
import {
  countFormat,
  mutedStyle,
  pageColumn,
  pageColumns,
  shareFormat,
  textStyle,
  writeHeading,
  writePageTable,
  writeParagraph,
  writeSubheading,
} from "../page";
import type { SheetBuilder } from "../sheet-builder";
import { getGroupColor, palette } from "../theme";
import type { ScorecardContext } from "./scorecard-context";
import { correlationFormat } from "./scorecard-context";
import { buildTierColumn } from "./tier-part";

const chartRows = 12;

function writeTierOutcomes(sheet: SheetBuilder, { tiers }: ScorecardTest, context: ScorecardContext): void {
  const { words, moneyFormat } = context;
  const text = words.scorecard;
  const table = writePageTable(sheet, sheet.row, pageColumn, [
    buildTierColumn(context),
    { header: text.customers, values: tiers.map(({ customers }) => customers), format: countFormat },
    {
      header: text.laterRevenue,
      values: tiers.map(({ revenue }) => revenue),
      format: pickMoneyFormat(moneyFormat, Math.max(...tiers.map(({ revenue }) => Math.abs(revenue)))),
    },
    {
      header: text.laterShare,
      values: tiers.map(({ revenueShare }) => revenueShare),
      format: shareFormat,
      align: "right",
      bar: palette.bar,
    },
    {
      header: text.laterMean,
      values: tiers.map(({ meanRevenue }) => meanRevenue),
      format: pickMoneyFormat(moneyFormat, Math.max(...tiers.map(({ meanRevenue }) => Math.abs(meanRevenue ?? 0)))),
      align: "right",
    },
    {
      header: text.activeShare,
      values: tiers.map(({ activeShare }) => activeShare),
      format: shareFormat,
      align: "right",
    },
  ]);
  sheet.addChart({
    name: "CvmScorecardTiers",
    kind: "column",
    title: text.chart,
    place: buildRange(table.headerRow, pageColumn + 8, chartRows, pageColumns - 8),
    series: [
      {
        name: text.laterMean,
        categories: table.range(0),
        values: table.range(4),
        pointColors: SCORE_TIERS.map((id, i) => getGroupColor("value-levels", id, i, SCORE_TIERS.length).fill),
      },
    ],
    legend: "none",
    valueNumberFormat: pickMoneyFormat(moneyFormat, 1000),
  });
  sheet.row = table.headerRow + chartRows;
}

function writeSingly(sheet: SheetBuilder, card: Scorecard, test: ScorecardTest, { words }: ScorecardContext): void {
  const text = words.scorecard;
  writeSubheading(sheet, ++sheet.row, pageColumn, text.singly);
  sheet.row++;
  writeParagraph(sheet, text.singlyHint, mutedStyle);
  const effects = test.without.map((without) =>
    without === null || test.spearman === null ? null : test.spearman - without,
  );
  const table = writePageTable(sheet, sheet.row, pageColumn, [
    { header: text.indicator, values: card.indicators.map(({ id }) => findColumnName(words, id)), span: 3 },
    { header: text.alone, values: [...test.alone], format: correlationFormat, align: "right" },
    { header: text.without, values: [...test.without], format: correlationFormat, align: "right" },
    { header: text.effect, values: effects, format: "+0.000;-0.000;0.000", align: "right" },
  ]);
  sheet.addConditionalFormat({
    range: table.range(3),
    kind: "formula",
    formula: `=AND(ISNUMBER(G${table.firstRow + 1}),G${table.firstRow + 1}<-0.0005)`,
    fontColor: palette.warning,
    bold: true,
  });
  sheet.row = table.firstRow + table.rowCount;
  if (test.leftOut.length > 0) {
    const names = words.phrases.list(test.leftOut.map((id) => findColumnName(words, id)));
    writeParagraph(sheet, text.leftOut(names), mutedStyle);
  }
}

/** How the score did on days that it did not know. */
export function writeTestPart(sheet: SheetBuilder, card: Scorecard, context: ScorecardContext): void {
  const text = context.words.scorecard;
  const { test } = card;
  writeHeading(sheet, text.test);
  if (typeof test === "string") {
    writeParagraph(sheet, text.headlines.noTest[test], textStyle);
    return;
  }
  writeParagraph(sheet, text.testHint(formatIsoDay(test.splitDay), formatIsoDay(test.endDay - 1)), mutedStyle);
  sheet.row++;
  writeCards(sheet, [
    { label: text.cards.spearman, value: test.spearman ?? NaN, format: "0.00" },
    { label: text.cards.capture, value: test.topDecileCapture ?? NaN, format: shareFormat },
    { label: text.cards.lift, value: test.topDecileLift ?? NaN, format: "0.0" },
    { label: text.cards.customers, value: test.customers, format: countFormat },
  ]);
  sheet.row++;
  writeTierOutcomes(sheet, test, context);
  writeSingly(sheet, card, test, context);
}
