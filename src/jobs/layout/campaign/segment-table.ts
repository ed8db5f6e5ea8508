import type { ArmResult } from "../../../core/decisions/campaign";
import { buildRange } from "../address";
import { findGroupName, findLensWords } from "../group-words";
import { dropDecimals, pickMoneyFormat } from "../money-format";
import type { PageColumn } from "../page";
import { countFormat, mutedStyle, pageColumn, writeHeading, writePageTable, writeParagraph } from "../page";
import type { SheetBuilder } from "../sheet-builder";
import { getGroupColor, palette } from "../theme";
import type { CampaignContext } from "./campaign-context";
import { liftFormat, pFormat, pickArmColor, pointsFormat, rateFormat } from "./campaign-context";

const chartRows = 15;

interface SegmentRow {
  readonly group: number;
  readonly arm: ArmResult;
}

/** Rows arm by arm, so that each arm is a series of a chart. */
function listRows({ campaign }: CampaignContext): SegmentRow[] {
  const results = campaign.segments?.results ?? [];
  return campaign.list.arms.flatMap((name) =>
    results.flatMap((result, group) => {
      const arm = result?.arms.find((candidate) => candidate.arm === name);
      return arm === undefined || arm.effect === null ? [] : [{ group, arm }];
    }),
  );
}

/** The campaign by groups of customers, with charts; nothing where customers are not known. */
export function writeSegments(sheet: SheetBuilder, context: CampaignContext): void {
  const { campaign, words } = context;
  const text = words.campaign;
  const { segments } = campaign;
  const rows = listRows(context);
  if (segments === null || rows.length === 0) return;
  writeHeading(sheet, text.segments(findLensWords(words, segments.lens.id).name));
  writeParagraph(sheet, text.segmentsHint, mutedStyle);
  if (segments.unknown > 0) writeParagraph(sheet, text.notKnown(segments.unknown), mutedStyle);
  const columns = buildColumns(rows, context);
  const table = writePageTable(sheet, sheet.row, pageColumn, columns);
  sheet.row = table.firstRow + table.rowCount + 1;

  const arms = [...new Set(rows.map(({ arm }) => arm.arm))];
  const listSeries = (column: number) =>
    arms.map((name, position) => {
      const first = rows.findIndex(({ arm }) => arm.arm === name);
      const count = rows.filter(({ arm }) => arm.arm === name).length;
      return {
        name,
        categories: buildRange(table.firstRow + first, pageColumn, count, 1),
        values: buildRange(table.firstRow + first, column, count, 1),
        color: pickArmColor(position, arms.length),
      };
    });
  const hasMoney = campaign.list.revenue !== null;
  const charts = [
    { id: "rates", title: text.segmentRates, column: pageColumn + 4, format: "0%" },
    ...(hasMoney
      ? [
          {
            id: "profit",
            title: text.segmentMoney(campaign.marginShare < 1),
            column: pageColumn + 10,
            format: dropDecimals(campaign.moneyFormat),
          },
        ]
      : []),
  ];
  const width = 12 / charts.length;
  charts.forEach(({ id, title, column, format }, i) =>
    sheet.addChart({
      name: `cvm-campaign-segment-${id}`,
      kind: "column",
      title,
      place: buildRange(sheet.row, pageColumn + i * width, chartRows, width),
      series: listSeries(column),
      legend: arms.length > 1 ? "bottom" : "none",
      valueNumberFormat: format,
    }),
  );
  sheet.row += chartRows;
}

function buildColumns(rows: readonly SegmentRow[], { campaign, words }: CampaignContext): PageColumn[] {
  const text = words.campaign;
  const { lens } = campaign.segments!;
  const effects = rows.map(({ arm }) => arm.effect!);
  const profits = effects.map(({ incrementalProfit }) => incrementalProfit);
  const largest = Math.max(...profits.map((profit) => Math.abs(profit ?? 0)));
  const money: PageColumn[] = [
    {
      header: text.extraMoney(campaign.marginShare < 1),
      values: profits,
      format: pickMoneyFormat(campaign.moneyFormat, largest),
      style: { bold: true },
    },
    { header: text.returnOnCost, values: effects.map(({ returnOnCost }) => returnOnCost), format: liftFormat },
  ];
  return [
    {
      header: findLensWords(words, lens.id).name,
      span: 2,
      values: rows.map(({ group }) => findGroupName(words, lens.id, lens.groups[group].id)),
      colors: rows.map(({ group }) => getGroupColor(lens.id, lens.groups[group].id, group, lens.groups.length)),
      style: { indent: 1 },
    },
    { header: text.arm, values: rows.map(({ arm }) => arm.arm), align: "left", style: { indent: 1 } },
    { header: text.people, values: rows.map(({ arm }) => arm.people), format: countFormat },
    { header: text.rate, values: rows.map(({ arm }) => arm.rate), format: rateFormat },
    { header: text.controlRate, values: effects.map(({ response }) => response.controlRate), format: rateFormat },
    { header: text.lift, values: effects.map(({ response }) => response.lift), format: liftFormat },
    { header: text.from, values: effects.map(({ response }) => response.interval[0]), format: pointsFormat },
    { header: text.to, values: effects.map(({ response }) => response.interval[1]), format: pointsFormat },
    {
      header: text.adjusted,
      values: effects.map(({ adjustedPValue }) => adjustedPValue),
      format: pFormat,
      style: { fontColor: palette.ink },
    },
    ...(campaign.list.revenue === null ? [] : money),
  ];
}
