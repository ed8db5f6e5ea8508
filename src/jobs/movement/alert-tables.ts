import { findGroupName } from "../layout/group-words";
import { pickMoneyFormat } from "../layout/money-format";
import {
  countFormat,
  mutedStyle,
  pageColumn,
  writeHeading,
  writePageTable,
  writeParagraph,
  writeSubheading,
} from "../layout/page";
import type { SheetBuilder } from "../layout/sheet-builder";
import { getGroupColor } from "../layout/theme";
import type { Mover } from "./list-movers";
import { listMovers } from "./list-movers";
import { formatPeriods } from "./movement-words";
import type { MovementContext } from "./matrix-tables";
import type { MovementReport } from "./movement-report";

function writeKinds(sheet: SheetBuilder, { movement, basis }: MovementReport, context: MovementContext): void {
  const text = context.words.movement;
  const counts = movement.alerts.counts;
  const largest = Math.max(...counts.map(({ valueChange }) => Math.abs(valueChange)));
  const table = writePageTable(sheet, sheet.row, pageColumn, [
    { header: text.alert, values: counts.map(({ kind }) => text.kinds[kind].name), span: 3 },
    { header: text.counts, values: counts.map(({ customers }) => customers), format: countFormat, span: 1 },
    {
      header: text.change,
      values: counts.map(({ valueChange }) => (basis === "none" ? null : valueChange)),
      format: pickMoneyFormat(context.moneyFormat, largest),
      align: "right",
    },
    { header: text.action, values: counts.map(({ kind }) => text.kinds[kind].action), span: 7, style: { indent: 1 } },
  ]);
  sheet.row = table.firstRow + table.rowCount + 1;
}

function writeMovers(
  sheet: SheetBuilder,
  { title, empty, movers, limit }: { title: string; empty: string; movers: readonly Mover[]; limit: number },
  { choice, movement }: MovementReport,
  { words, moneyFormat }: MovementContext,
): void {
  const { lens } = choice;
  const { groups } = movement;
  const text = words.movement;
  writeSubheading(sheet, sheet.row++, pageColumn, title);
  const shown = movers.slice(0, limit);
  writeParagraph(sheet, shown.length === 0 ? empty : text.listed(shown.length, movers.length), mutedStyle);
  if (shown.length === 0) {
    sheet.row++;
    return;
  }
  const nameGroup = (id: string | null) => (id === null ? "" : findGroupName(words, lens, id));
  const group = (header: string, ids: readonly (string | null)[]) => ({
    header,
    values: ids.map(nameGroup),
    colors: ids.map((id) => (id === null ? undefined : getGroupColor(lens, id, groups.indexOf(id), groups.length))),
    span: 2,
  });
  const largest = Math.max(...shown.flatMap(({ before, after }) => [Math.abs(before ?? 0), Math.abs(after ?? 0)]));
  const format = pickMoneyFormat(moneyFormat, largest);
  const money = (header: string, values: readonly (number | null)[]) => ({
    header,
    values,
    format,
    align: "right" as const,
  });
  const table = writePageTable(sheet, sheet.row, pageColumn, [
    { header: text.customer, values: shown.map(({ id }) => id), span: 2 },
    {
      header: text.alert,
      values: shown.map(({ alerts }) => text.listAlerts(alerts.map((kind) => text.kinds[kind].name))),
      span: 3,
    },
    group(
      text.from,
      shown.map(({ from }) => from),
    ),
    group(
      text.to,
      shown.map(({ to }) => to),
    ),
    money(
      text.before,
      shown.map(({ before }) => before),
    ),
    money(
      text.after,
      shown.map(({ after }) => after),
    ),
    {
      header: text.changeShare,
      values: shown.map(({ before, change }) => (before !== null && before > 0 ? change / before : null)),
      format: "+0%;-0%;0%",
      align: "right",
    },
  ]);
  sheet.row = table.firstRow + table.rowCount + 1;
}

/** How many customers call for attention and why, and the first of them by name. */
export function writeAlerts(
  sheet: SheetBuilder,
  report: MovementReport,
  limit: number,
  context: MovementContext,
  columns: number,
): void {
  const text = context.words.movement;
  const { choice, isByPeriods, retention } = report;
  writeHeading(sheet, text.alerts, columns);
  if (isByPeriods && retention !== null)
    writeParagraph(sheet, text.periodsNote(...formatPeriods(retention)), mutedStyle);
  writeParagraph(sheet, text.alertsNote(choice.dropShare), mutedStyle);
  writeKinds(sheet, report, context);
  const { losses, gains } = listMovers(report.movement);
  writeMovers(sheet, { title: text.losses, empty: text.noLosses, movers: losses, limit }, report, context);
  writeMovers(sheet, { title: text.gains, empty: text.noGains, movers: gains, limit }, report, context);
}
