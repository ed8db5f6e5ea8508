import type { ArmEffect, ArmResult } from "../../../core/decisions/campaign";
import { isReal } from "../../campaign/campaign";
import { buildRange } from "../address";
import { pickMoneyFormat } from "../money-format";
import type { PageColumn, PageTable } from "../page";
import { countFormat, mutedStyle, pageColumn, writeHeading, writePageTable, writeParagraph } from "../page";
import type { SheetBuilder } from "../sheet-builder";
import { palette } from "../theme";
import type { CampaignContext } from "./campaign-context";
import { liftFormat, pFormat, pickArmColor, pointsFormat, rateFormat } from "./campaign-context";

const chartRows = 15;

/** Responses, then money of each arm, with charts; leaves the builder below. */
export function writeArms(sheet: SheetBuilder, context: CampaignContext): void {
  const { campaign, words } = context;
  const text = words.campaign;
  const { arms } = campaign.total;
  writeHeading(sheet, text.responses);
  writeParagraph(sheet, text.responsesHint(campaign.choices.confidenceShare), mutedStyle);
  const responses = writePageTable(sheet, sheet.row, pageColumn, buildResponseColumns(context));
  sheet.row = responses.firstRow + responses.rowCount;
  if (campaign.list.revenue !== null) {
    writeHeading(sheet, text.money);
    writeParagraph(sheet, text.moneyHint(campaign.marginShare < 1), mutedStyle);
    const money = writePageTable(sheet, sheet.row, pageColumn, buildMoneyColumns(context));
    sheet.row = money.firstRow + money.rowCount;
  }
  if (arms.some(({ effect }) => effect !== null)) writeCharts(sheet, context, responses);
}

function buildNames({ campaign, words }: CampaignContext): PageColumn {
  return {
    header: words.campaign.arm,
    span: 2,
    values: campaign.total.arms.map(({ arm }) => arm),
    style: { bold: true, indent: 1 },
  };
}

/** A value of each arm's effect; blank for the control group. */
function listEffects(arms: readonly ArmResult[], pick: (effect: ArmEffect) => number | null) {
  return arms.map(({ effect }) => (effect === null ? null : pick(effect)));
}

function buildResponseColumns(context: CampaignContext): PageColumn[] {
  const { campaign, words } = context;
  const { arms } = campaign.total;
  const text = words.campaign;
  return [
    buildNames(context),
    { header: text.people, values: arms.map(({ people }) => people), format: countFormat },
    { header: text.answered, values: arms.map(({ responses }) => responses), format: countFormat },
    { header: text.rate, values: arms.map(({ rate }) => rate), format: rateFormat, bar: palette.bar },
    { header: text.lift, values: listEffects(arms, ({ response }) => response.lift), format: liftFormat },
    {
      header: text.difference,
      values: listEffects(arms, ({ response }) => response.difference),
      format: pointsFormat,
    },
    { header: text.from, values: listEffects(arms, ({ response }) => response.interval[0]), format: pointsFormat },
    { header: text.to, values: listEffects(arms, ({ response }) => response.interval[1]), format: pointsFormat },
    {
      header: text.test,
      values: arms.map(({ effect }) => (effect === null ? text.control : text.tests[effect.response.test])),
      align: "right",
    },
    { header: text.p, values: listEffects(arms, ({ response }) => response.pValue), format: pFormat },
    {
      header: text.adjusted,
      values: listEffects(arms, ({ adjustedPValue }) => adjustedPValue),
      format: pFormat,
      colors: arms.map(({ effect }) =>
        effect !== null && isReal(effect.adjustedPValue, campaign)
          ? { fill: palette.accentSoft, fontColor: palette.accent }
          : undefined,
      ),
    },
  ];
}

function buildMoneyColumns(context: CampaignContext): PageColumn[] {
  const { campaign, words } = context;
  const { arms } = campaign.total;
  const text = words.campaign;
  const total = Math.max(...arms.map(({ revenue, cost }) => Math.max(Math.abs(revenue ?? 0), cost)));
  const large = pickMoneyFormat(campaign.moneyFormat, total);
  const format = campaign.moneyFormat;
  return [
    buildNames(context),
    { header: text.perHead, values: arms.map(({ revenuePerHead }) => revenuePerHead), format },
    { header: text.difference, values: listEffects(arms, ({ revenue }) => revenue?.difference ?? null), format },
    { header: text.from, values: listEffects(arms, ({ revenue }) => revenue?.interval[0] ?? null), format },
    { header: text.to, values: listEffects(arms, ({ revenue }) => revenue?.interval[1] ?? null), format },
    { header: text.adjusted, values: listEffects(arms, (effect) => effect.adjustedRevenuePValue), format: pFormat },
    { header: text.cost, values: arms.map(({ cost }) => cost), format: large },
    {
      header: text.costPerResponse,
      values: arms.map(({ cost, costPerResponse }) => (cost > 0 ? costPerResponse : null)),
      format,
    },
    {
      header: text.extraResponses,
      values: listEffects(arms, ({ incrementalResponses }) => incrementalResponses),
      format: "#,##0.0",
    },
    {
      header: text.extraMoney(campaign.marginShare < 1),
      values: listEffects(arms, ({ incrementalProfit }) => incrementalProfit),
      format: large,
      style: { bold: true },
    },
    {
      header: text.returnOnCost,
      values: listEffects(arms, ({ returnOnCost }) => returnOnCost),
      format: liftFormat,
    },
  ];
}

/** Rates as columns; each difference as a line from the lower to the upper end of its interval. */
function writeCharts(sheet: SheetBuilder, context: CampaignContext, responses: PageTable): void {
  const { campaign, words } = context;
  const text = words.campaign;
  const top = ++sheet.row;
  sheet.addChart({
    name: "cvm-campaign-rates",
    kind: "column",
    title: text.ratesChart,
    place: buildRange(top, pageColumn, chartRows, 6),
    series: [{ name: text.rate, categories: responses.range(0), values: responses.range(3), color: palette.accent }],
    legend: "none",
    valueNumberFormat: rateFormat,
    dataLabels: true,
  });
  const others = campaign.total.arms.flatMap(({ arm, effect }) =>
    effect === null ? [] : [{ arm, ...effect.response }],
  );
  const points = pageColumn + 13;
  sheet.row += chartRows;
  others.forEach(({ interval: [low, high], difference }, i) => {
    const style = { fontSize: 8, fontColor: palette.hairline, numberFormat: rateFormat };
    for (const [j, value] of [low, difference, high].entries()) {
      sheet.put(top + 3 * i + j, points, i + 1, { ...style, numberFormat: "0" });
      sheet.put(top + 3 * i + j, points + 1, value, style);
    }
  });
  sheet.addChart({
    name: "cvm-campaign-intervals",
    kind: "scatterLines",
    title: text.intervalChart,
    place: buildRange(top, pageColumn + 6, chartRows, 6),
    series: others.map(({ arm }, i) => ({
      name: arm,
      categories: buildRange(top + 3 * i, points, 3, 1),
      values: buildRange(top + 3 * i, points + 1, 3, 1),
      color: pickArmColor(i, others.length),
    })),
    legend: "bottom",
    categoryAxisTitle: text.intervalAxis,
    categoryMaximum: others.length + 1,
    valueNumberFormat: "0.0%",
  });
  sheet.row = Math.max(sheet.row, top + 3 * others.length);
}
