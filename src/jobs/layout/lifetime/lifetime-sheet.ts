import type { LifetimeValueResult } from "../../../core/clv/lifetime-value-result";
import { formatIsoDay } from "../../../core/days";
import type { Analysis } from "../../../core/report/analysis";
import { buildRange } from "../address";
import type { Card } from "../cards";
import { writeCards } from "../cards";
import type { Facts } from "../facts";
import { computeFacts } from "../facts";
import type { LayoutContext } from "../layout-context";
import { sheetNames } from "../layout-context";
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
  writeParagraph,
  writeTitle,
} from "../page";
import { SheetBuilder } from "../sheet-builder";
import type { LayoutSteps, SheetSteps } from "../sheet-steps";
import { chartDataColumn } from "../summary/concentration";
import { tabColors } from "../theme";
import { writeHoldout } from "./holdout-tables";
import { writeAcquisition } from "./acquisition-block";
import { writeContract } from "./contract-block";
import { buildLifetimeHeadlines, computeMeanAlive, countPredicted } from "./lifetime-headlines";
import { writeAssumptions, writeLeftOut, writeMonths } from "./month-table";
import { writeParameters } from "./parameter-tables";
import { writeRemarks } from "./remark-table";
import { writeTracking } from "./tracking-charts";

const chartDataColumns = 8;

/** What customers will be worth, and everything that tells how far that can be trusted; a step per part. */
export function* layOutLifetime(analysis: Analysis, context: LayoutContext): SheetSteps {
  const text = context.words.lifetime;
  const { lifetime } = analysis;
  const sheet = new SheetBuilder({ id: "clv", name: sheetNames.clv, tabColor: tabColors.lifetime });
  const largest = lifetime?.totals.clv?.value ?? 0;
  sheet.setWidth(0, 2);
  sheet.setWidth(pageColumn, pickPageWidth([largest], context), pageColumns);
  sheet.setWidth(pageColumn + pageColumns, 3, 2);
  sheet.setWidth(chartDataColumn, 14, chartDataColumns);
  if (lifetime === null || !lifetime.isAvailable) writeUnavailable(sheet, analysis, context);
  else {
    const subtitle = text.subtitle(lifetime.horizonMonths, formatIsoDay(lifetime.predictedFromDay));
    writeTitle(sheet, text.title, [subtitle]);
    yield;
    yield* writeReport(sheet, analysis, lifetime, computeFacts(analysis), context);
  }
  return yield* sheet.buildInSteps();
}

/** The reason in words, and no empty tables. */
function writeUnavailable(sheet: SheetBuilder, analysis: Analysis, context: LayoutContext): void {
  const { lifetime } = analysis;
  const text = context.words.lifetime;
  writeTitle(sheet, text.title, []);
  writeHeading(sheet, text.unavailableTitle);
  if (lifetime === null) writeParagraph(sheet, text.noDays);
  else {
    writeRemarks(sheet, lifetime, context);
    sheet.row++;
    writeParagraph(sheet, text.whatHelps);
  }
  writeAcquisition(sheet, analysis, context);
  writeContract(sheet, analysis, context);
  sheet.setPrint({
    orientation: "portrait",
    pagesWide: 1,
    area: buildRange(0, 0, sheet.row, pageColumn + pageColumns),
  });
}

function* writeReport(
  sheet: SheetBuilder,
  analysis: Analysis,
  lifetime: LifetimeValueResult,
  facts: Facts,
  context: LayoutContext,
): LayoutSteps {
  yield;
  writeHeading(sheet, context.words.lifetime.worth);
  writeBullets(sheet, buildLifetimeHeadlines(lifetime, facts, context));
  sheet.row++;
  writeCards(sheet, listCards(lifetime, context));
  const { clvIntervalReason } = lifetime;
  if (clvIntervalReason !== null) {
    writeParagraph(sheet, context.words.simpleLifetime.intervalReasons[clvIntervalReason], mutedStyle);
  }
  yield;
  writeRemarks(sheet, lifetime, context);
  yield;
  writeMonths(sheet, lifetime, facts, context);
  yield;
  writeAcquisition(sheet, analysis, context);
  yield;
  writeContract(sheet, analysis, context);
  yield;
  writeHoldout(sheet, lifetime, context);
  yield;
  yield* writeTracking(sheet, lifetime, context);
  yield;
  writeParameters(sheet, lifetime, context);
  yield;
  writeAssumptions(sheet, lifetime, facts, context);
  writeLeftOut(sheet, analysis, context);
  sheet.setPrint({
    orientation: "portrait",
    pagesWide: 1,
    area: buildRange(0, 0, sheet.row, pageColumn + pageColumns),
  });
}

function listCards(lifetime: LifetimeValueResult, { words, moneyFormat }: LayoutContext): Card[] {
  const { cards } = words.lifetime;
  const { clv, expectedPurchases } = lifetime.totals;
  const total = clv?.value ?? NaN;
  const mean = total / countPredicted(lifetime);
  return [
    { label: cards.clv(lifetime.horizonMonths), value: total, format: pickMoneyFormat(moneyFormat, total) },
    { label: cards.perCustomer, value: mean, format: pickMoneyFormat(moneyFormat, mean) },
    { label: cards.expectedPurchases, value: expectedPurchases?.value ?? NaN, format: countFormat },
    { label: cards.meanAlive, value: computeMeanAlive(lifetime), format: shareFormat },
  ].filter(({ value }) => Number.isFinite(value));
}
