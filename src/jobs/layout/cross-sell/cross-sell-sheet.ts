import { formatIsoDay } from "../../../core/days";
import type { CrossSellResult } from "../../../core/decisions/cross-sell";
import { OPPORTUNITIES } from "../../../core/decisions/opportunities";
import type { SheetContent } from "../../../workbook/port";
import type { CrossSellReport } from "../../cross-sell/cross-sell-report";
import { hasScore } from "../../cross-sell/cross-sell-report";
import { explainNoScore, listCrossSellSentences } from "../../cross-sell/cross-sell-words";
import { countOpportunities } from "../../cross-sell/report-cross-sell";
import type { KeptCells } from "../../kept-cells";
import { buildRange } from "../address";
import type { Card } from "../cards";
import { writeCards } from "../cards";
import { findColumnName } from "../group-words";
import { pickMoneyFormat } from "../money-format";
import {
  countFormat,
  mutedStyle,
  pageColumn,
  pageColumns,
  pickPageWidth,
  shareFormat,
  writeBullets,
  writeHeading,
  writePageTable,
  writeParagraph,
  writeTitle,
} from "../page";
import { writeQuality } from "../score/quality-part";
import type { ScoreContext } from "../score/score-context";
import { scoreKeyColumn, writeWeights } from "../score/weights-part";
import { SheetBuilder } from "../sheet-builder";
import { palette } from "../theme";

/** The mark of the sheet. */
export const crossSellSheetId = "cross-sell";
const sheetName = "CVM Cross-sell";
const tabColor = "#00815E";
const mostRules = 25;
const pValueFormat = '[<0.001]"< 0.001";0.000';

/** CVM Cross-sell: what is bought together, and who is likely to buy a product next. */
export function buildCrossSellSheet(report: CrossSellReport, kept: KeptCells, context: ScoreContext): SheetContent {
  const { words } = context;
  const text = words.crossSell;
  const { affinity, choice, product, score, summary } = report;
  const sheet = new SheetBuilder({ id: crossSellSheetId, name: sheetName, tabColor });
  sheet.setWidth(0, 2);
  sheet.setWidth(pageColumn, pickPageWidth([summary.report.revenue ?? 0], context), pageColumns);
  sheet.setWidth(pageColumn + pageColumns, 3, scoreKeyColumn - pageColumn - pageColumns + 1);
  writeTitle(sheet, text.title, [text.subtitle(affinity.basketCount, choice.basket, formatIsoDay(report.asOfDay))]);
  writeHeading(sheet, text.headlines);
  writeBullets(sheet, listCrossSellSentences(report, words));
  sheet.row++;
  writeCards(sheet, listCards(report, context));
  writeAffinity(sheet, report, context);
  if (product === null || !hasScore(score)) {
    writeHeading(sheet, product === null ? text.headlines : text.score(product));
    writeParagraph(sheet, explainNoScore(report, words) ?? "");
  } else {
    writeHeading(sheet, text.score(product));
    const { customers, positives } = score.learnt;
    writeParagraph(sheet, text.learnt(customers, positives, product, formatIsoDay(report.cutDay), report.windowDays));
    writeProspects(sheet, report, score, context);
    writeOpportunities(sheet, report, context);
    writeQuality(sheet, score.quality, score.treeAuc, context);
    writeWeights(sheet, score.score, score.columns, kept, context);
  }
  sheet.setPrint({
    orientation: "portrait",
    pagesWide: 1,
    area: buildRange(0, 0, sheet.row, pageColumn + pageColumns),
  });
  return sheet.build();
}

function listCards({ affinity, choice, score }: CrossSellReport, { words }: ScoreContext): Card[] {
  const { cards } = words.crossSell;
  const scored = hasScore(score) ? score : null;
  const owners = scored === null ? NaN : scored.owns.reduce((sum: number, value) => sum + value, 0);
  return [
    { label: cards.baskets[choice.basket], value: affinity.basketCount, format: countFormat },
    { label: cards.rules, value: affinity.rules.length / 2, format: countFormat },
    { label: cards.owners, value: owners, format: countFormat },
    { label: cards.buyers, value: scored?.learnt.positives ?? NaN, format: countFormat },
    { label: cards.auc, value: scored?.quality.auc ?? NaN, format: shareFormat },
    { label: cards.topLift, value: scored?.quality.deciles[0].lift ?? NaN, format: "0.0" },
  ].filter(({ value }) => Number.isFinite(value));
}

function writeAffinity(
  sheet: SheetBuilder,
  { affinity, labels, choice }: CrossSellReport,
  { words }: ScoreContext,
): void {
  const text = words.crossSell;
  writeHeading(sheet, text.affinity);
  writeParagraph(sheet, text.affinityNote(choice.leastSupport, choice.leastBaskets), mutedStyle);
  if (affinity.rules.length === 0) {
    writeParagraph(sheet, text.noRule);
    return;
  }
  const rules = affinity.rules.slice(0, mostRules);
  if (rules.length < affinity.rules.length)
    writeParagraph(sheet, text.shown(rules.length, affinity.rules.length), mutedStyle);
  sheet.row++;
  const nameSpan = (pageColumns - 5) / 2;
  const wide = { span: Math.ceil(nameSpan) };
  const table = writePageTable(sheet, sheet.row, pageColumn, [
    { header: text.product, values: rules.map(({ product }) => labels[product]), ...wide },
    {
      header: text.companion,
      values: rules.map(({ companion }) => labels[companion]),
      span: Math.floor(nameSpan),
    },
    { header: text.baskets, values: rules.map(({ baskets }) => baskets), format: countFormat },
    { header: text.support, values: rules.map(({ support }) => support), format: shareFormat },
    {
      header: text.confidence,
      values: rules.map(({ confidence }) => confidence),
      format: shareFormat,
      bar: palette.bar,
    },
    { header: text.lift, values: rules.map(({ lift }) => lift), format: "0.00" },
    {
      header: text.pValue,
      values: rules.map(({ pValue }) => pValue),
      format: pValueFormat,
    },
  ]);
  sheet.row = table.firstRow + table.rowCount;
}

function writeProspects(
  sheet: SheetBuilder,
  { choice, opportunities, summary }: CrossSellReport,
  { ranked, probabilities }: CrossSellResult,
  { words, moneyFormat }: ScoreContext,
): void {
  const text = words.crossSell;
  const listed = Array.from(ranked.subarray(0, choice.listLimit));
  if (listed.length === 0) return;
  writeHeading(sheet, text.prospects);
  writeParagraph(sheet, text.prospectsNote(listed.length, ranked.length), mutedStyle);
  sheet.row++;
  const { customers, report } = summary;
  const largest = listed.reduce((most, customer) => Math.max(most, customers.revenue[customer]), 0);
  const table = writePageTable(sheet, sheet.row, pageColumn, [
    { header: text.rank, values: listed.map((_, rank) => rank + 1), format: countFormat, align: "left" },
    { header: words.columns.customer.name, values: listed.map((customer) => customers.ids[customer]), span: 3 },
    {
      header: text.probability,
      values: listed.map((customer) => probabilities[customer]),
      format: shareFormat,
      bar: palette.bar,
    },
    {
      header: findColumnName(words, "recencyDays"),
      values: listed.map((customer) => customers.recencyDays[customer]),
      format: countFormat,
    },
    {
      header: findColumnName(words, "orders"),
      values: listed.map((customer) => customers.orders[customer]),
      format: countFormat,
    },
    ...(report.revenue === null
      ? []
      : [
          {
            header: findColumnName(words, "revenue"),
            values: listed.map((customer) => customers.revenue[customer]),
            format: pickMoneyFormat(moneyFormat, largest),
          },
        ]),
    {
      header: text.opportunity,
      values: listed.map((customer) => nameOpportunity(opportunities?.[customer] ?? -1, text)),
      span: 3,
      style: { indent: 1 },
    },
  ]);
  sheet.row = table.firstRow + table.rowCount;
}

function nameOpportunity(code: number, { kinds }: ScoreContext["words"]["crossSell"]): string {
  return kinds[code < 0 ? "none" : OPPORTUNITIES[code]].name;
}

function writeOpportunities(sheet: SheetBuilder, report: CrossSellReport, context: ScoreContext): void {
  const { words, moneyFormat } = context;
  const text = words.crossSell;
  const counts = countOpportunities(report);
  const total = counts.reduce((sum, { revenue }) => sum + (revenue ?? 0), 0);
  writeHeading(sheet, text.opportunities);
  writeParagraph(sheet, text.opportunitiesNote, mutedStyle);
  sheet.row++;
  const table = writePageTable(sheet, sheet.row, pageColumn, [
    { header: text.opportunity, values: counts.map(({ id }) => text.kinds[id].name), span: 2, style: { bold: true } },
    { header: text.meaning, values: counts.map(({ id }) => text.kinds[id].meaning), span: 7, style: mutedStyle },
    {
      header: text.customersHeader,
      values: counts.map(({ customers }) => customers),
      format: countFormat,
      bar: palette.bar,
    },
    {
      header: text.revenue,
      values: counts.map(({ revenue }) => revenue),
      format: pickMoneyFormat(moneyFormat, total),
    },
  ]);
  sheet.row = table.firstRow + table.rowCount;
}
