import type { Analysis } from "../../../core/report/analysis";
import { buildRange } from "../address";
import { computeFacts } from "../facts";
import type { Facts } from "../facts";
import type { LayoutContext } from "../layout-context";
import { sheetNames } from "../layout-context";
import { pageColumn, pageColumns, pickPageWidth, writeBullets, writeTitle } from "../page";
import { SheetBuilder } from "../sheet-builder";
import type { SheetSteps } from "../sheet-steps";
import { tabColors } from "../theme";
import { chartDataColumn } from "./concentration";
import { writeFooter } from "./footer";
import { buildHeadlines } from "./headlines";
import { writeHeatMap } from "./heat-map";
import { writeKpis } from "./kpis";
import { writeSegments } from "./segments";
import { writeSummaryHeading } from "./summary-heading";
import { writeTiers } from "./tiers";
import { writeValueClasses } from "./value-classes";

/** The page for management, a step per part. */
export function* layOutSummary(analysis: Analysis, context: LayoutContext): SheetSteps {
  const { words, source } = context;
  const facts = computeFacts(analysis);
  yield;
  const sheet = new SheetBuilder({ id: "summary", name: sheetNames.summary, tabColor: tabColors.summary });
  setWidths(sheet, facts, context);
  writeTitle(sheet, words.summary.title, [
    facts.firstDay === null || facts.lastDay === null || facts.asOf === null
      ? words.summary.noPeriod
      : words.summary.period(facts.firstDay, facts.lastDay, facts.asOf),
    words.summary.source(source.title, analysis.summary.report.rows.read, analysis.summary.report.rows.used),
  ]);
  yield;
  writeSummaryHeading(sheet, words.summary.headlines);
  writeBullets(sheet, buildHeadlines(analysis, facts, context));
  yield;
  writeKpis(sheet, analysis, facts, context);
  yield;
  writeValueClasses(sheet, analysis, facts, context);
  yield;
  writeTiers(sheet, analysis, facts, context);
  yield;
  const segments = writeSegments(sheet, analysis, facts, context);
  yield;
  writeHeatMap(sheet, analysis, segments, facts, context);
  yield;
  writeFooter(sheet, analysis, facts, context);
  sheet.setPrint({
    orientation: "portrait",
    pagesWide: 1,
    pagesTall: 1,
    area: buildRange(0, 0, sheet.row, pageColumn + pageColumns),
  });
  return yield* sheet.buildInSteps();
}

/** Columns as wide as the largest sum of money needs. */
function setWidths(sheet: SheetBuilder, facts: Facts, context: LayoutContext): void {
  sheet.setWidth(0, 2);
  sheet.setWidth(pageColumn, pickPageWidth([facts.revenue, facts.valueTotal], context), pageColumns);
  sheet.setWidth(pageColumn + pageColumns, 3);
  sheet.setWidth(pageColumn + pageColumns + 1, 3);
  sheet.setWidth(chartDataColumn, 18, 3);
}
