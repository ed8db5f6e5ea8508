import type { SegmentCards } from "../../cards/compute-cards";
import { buildRange, formatCell } from "../address";
import { findGroupName } from "../group-words";
import { pickMoneyFormat } from "../money-format";
import { pageColumn, shareFormat, textStyle, writeHeading, writePageTable } from "../page";
import type { PageColumn } from "../page";
import type { SheetBuilder } from "../sheet-builder";
import { getGroupColor } from "../theme";
import type { CardsContext } from "./cards-context";

const chartRows = 15;
const nameSpan = 2;
const channelSpan = 2;

/** What each group brings and costs through each channel, and a chart of revenue; leaves the builder below. */
export function writeChannels(sheet: SheetBuilder, segments: SegmentCards, { words, moneyFormat }: CardsContext): void {
  const { lens, cards, channels } = segments;
  if (channels === null) return;
  const text = words.cards;
  const rows = channels.labels.flatMap((label, channel) =>
    cards.map((card, i) => ({ label, card, ...channels.figures[i][channel] })),
  );
  const money = (values: readonly (number | null)[]) =>
    pickMoneyFormat(moneyFormat, Math.max(...values.map((value) => Math.abs(value ?? 0))));
  const buildMoney = (header: string, values: readonly (number | null)[]): PageColumn[] =>
    values.every((value) => value === null) ? [] : [{ header, values, format: money(values), align: "right" }];
  writeHeading(sheet, text.channels);
  const service = rows.map(({ serviceCost }) => serviceCost);
  const columns: PageColumn[] = [
    { header: text.channel, span: channelSpan, values: rows.map(({ label }) => label), style: { indent: 1 } },
    {
      header: text.segment,
      span: nameSpan,
      values: rows.map(({ card }) => findGroupName(words, lens.id, card.totals.id)),
      colors: rows.map(({ card }) => getGroupColor(lens.id, card.totals.id, card.group, lens.groups.length)),
      style: { indent: 1 },
    },
    ...buildMoney(
      text.revenue,
      rows.map(({ revenue }) => revenue),
    ),
    ...buildMoney(
      text.cost,
      rows.map(({ cost }) => cost),
    ),
    ...buildMoney(text.serviceCost, service),
    ...buildMoney(
      text.profit,
      rows.map(({ profit }) => profit),
    ),
  ];
  const table = writePageTable(sheet, sheet.row, pageColumn, columns);
  const revenueColumn = pageColumn + channelSpan + nameSpan;
  const serviceColumn = revenueColumn + columns.findIndex(({ header }) => header === text.serviceCost) - 2;
  const shareColumn = revenueColumn + columns.length - 2;
  if (service.some((value) => value !== null)) {
    sheet.put(table.headerRow, shareColumn, text.serviceShare, {
      ...textStyle,
      fontSize: 9,
      bold: true,
      horizontalAlign: "right",
      wrap: true,
    });
    rows.forEach(({ serviceShare }, i) => {
      const row = table.firstRow + i;
      const formula = `=IFERROR(${formatCell(row, serviceColumn)}/${formatCell(row, revenueColumn)},"")`;
      sheet.putFormula(row, shareColumn, formula, serviceShare ?? "", {
        ...textStyle,
        numberFormat: shareFormat,
        horizontalAlign: "right",
      });
    });
  }
  sheet.row = table.firstRow + table.rowCount + 1;
  sheet.addChart({
    name: "cvm-cards-channels",
    kind: "stackedColumn",
    title: text.channelRevenue,
    place: buildRange(sheet.row, pageColumn, chartRows, 12),
    series: channels.labels.map((label, channel) => ({
      name: label,
      categories: buildRange(table.firstRow, pageColumn + channelSpan, cards.length, 1),
      values: buildRange(table.firstRow + channel * cards.length, revenueColumn, cards.length, 1),
      color: getGroupColor("channel", "", channel, channels.labels.length).fill,
    })),
    legend: "right",
    valueNumberFormat: pickMoneyFormat(moneyFormat, 1e6),
  });
  sheet.row += chartRows;
}
