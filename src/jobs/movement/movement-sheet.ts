import type { SheetContent } from "../../workbook/port";
import { buildRange } from "../layout/address";
import type { Card } from "../layout/cards";
import { writeCards } from "../layout/cards";
import { writeCohorts } from "../layout/cohorts/cohort-table";
import { pickMoneyFormat } from "../layout/money-format";
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
} from "../layout/page";
import { formatConditions } from "../layout/rule-words";
import { SheetBuilder } from "../layout/sheet-builder";
import { palette } from "../layout/theme";
import { writeAlerts } from "./alert-tables";
import type { MovementContext } from "./matrix-tables";
import { countMatrixColumns, writeMatrices } from "./matrix-tables";
import { describeBasis, formatPeriods, listMovementSentences, nameDates } from "./movement-words";
import type { MovementReport } from "./movement-report";

const tabColor = "#C04A00";
const mostRules = 8;

function listCards(report: MovementReport, context: MovementContext): Card[] {
  const { cards } = context.words.movement;
  const { first, second, movement } = report;
  const { up, down, stabilityShare } = movement.matrix;
  const [before, after] = nameDates(report, context);
  const countOf = (kind: "new" | "gone") => movement.alerts.counts.find((count) => count.kind === kind)!.customers;
  const change = (second.value ?? NaN) - (first.value ?? NaN);
  const money = pickMoneyFormat(context.moneyFormat, change);
  return [
    { label: cards.first(before), value: first.customers, format: countFormat },
    { label: cards.second(after), value: second.customers, format: countFormat },
    { label: cards.arrived, value: countOf("new"), format: countFormat },
    { label: cards.gone, value: countOf("gone"), format: countFormat },
    { label: cards.up, value: up, format: countFormat },
    { label: cards.down, value: down, format: countFormat },
    { label: cards.stability, value: stabilityShare ?? NaN, format: shareFormat },
    { label: cards.value, value: change, format: money },
  ].filter(({ value }) => Number.isFinite(value));
}

function writeRise(sheet: SheetBuilder, { rise }: MovementReport, { words }: MovementContext, columns: number): void {
  const text = words.movement;
  writeHeading(sheet, text.rise, columns);
  if (rise === null) {
    writeParagraph(sheet, text.noRise);
    return;
  }
  writeParagraph(sheet, text.riseNote(rise.customers, rise.risen), mutedStyle);
  const rules = rise.rules.slice(0, mostRules);
  const table = writePageTable(sheet, sheet.row, pageColumn, [
    { header: text.riseShare, values: rules.map(({ riseShare }) => riseShare), format: shareFormat, bar: palette.bar },
    { header: text.riseCount, values: rules.map(({ customers }) => customers), format: countFormat },
    {
      header: text.riseRule,
      values: rules.map(({ conditions }) => formatConditions(words, conditions)),
      span: pageColumns - 2,
      style: { indent: 1 },
    },
  ]);
  sheet.row = table.firstRow + table.rowCount;
}

function writeRetention(
  sheet: SheetBuilder,
  report: MovementReport,
  { words }: MovementContext,
  columns: number,
): void {
  const { retention, cohorts } = report;
  if (retention === null || cohorts === null) return;
  const text = words.movement;
  const { retentionCards } = text;
  writeHeading(sheet, text.retention, columns);
  writeParagraph(sheet, text.retentionNote(...formatPeriods(retention)), mutedStyle);
  writeCards(
    sheet,
    [
      { label: retentionCards.before, value: retention.activeFirst, format: countFormat },
      { label: retentionCards.both, value: retention.activeBoth, format: countFormat },
      { label: retentionCards.rate, value: retention.retentionShare ?? NaN, format: shareFormat },
      { label: retentionCards.churn, value: retention.churnShare ?? NaN, format: shareFormat },
    ].filter(({ value }) => Number.isFinite(value)),
  );
  writeCohorts(sheet, cohorts, words);
}

/** CVM Movement: who moved between groups from one date to another, who should be looked at, and who keeps buying. */
export function buildMovementSheet(report: MovementReport, limit: number, context: MovementContext): SheetContent {
  const text = context.words.movement;
  const columns = Math.max(pageColumns, countMatrixColumns(report));
  const sheet = new SheetBuilder({ id: "movement", name: "CVM Movement", tabColor });
  sheet.setWidth(0, 2);
  const amounts = [report.first.value ?? 0, report.second.value ?? 0];
  sheet.setWidth(pageColumn, pickPageWidth(amounts, context), columns);
  writeTitle(sheet, text.title, describeBasis(report, context));
  writeHeading(sheet, text.headlines, columns);
  writeBullets(sheet, listMovementSentences(report, context));
  sheet.row++;
  writeCards(sheet, listCards(report, context));
  writeMatrices(sheet, report, context, columns);
  writeAlerts(sheet, report, limit, context, columns);
  writeRise(sheet, report, context, columns);
  writeRetention(sheet, report, context, columns);
  sheet.setPrint({
    orientation: "portrait",
    pagesWide: 1,
    area: buildRange(0, 0, sheet.row, pageColumn + columns),
  });
  return sheet.build();
}
