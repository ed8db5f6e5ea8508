import type { LifetimeValueResult } from "../../../core/clv/lifetime-value-result";
import { formatIsoDay } from "../../../core/days";
import type { Analysis } from "../../../core/report/analysis";
import { buildRange } from "../address";
import type { Facts } from "../facts";
import type { LayoutContext } from "../layout-context";
import { pickMoneyFormat } from "../money-format";
import type { PageColumn } from "../page";
import { countFormat, pageColumn, pageColumns, textStyle, writeHeading, writePageTable, writeParagraph } from "../page";
import type { SheetBuilder } from "../sheet-builder";
import { modelColor } from "./holdout-tables";

const smallestChart = 12;
const largestChart = 18;
const whatSpan = 10;

/** Expected purchases and value of each month, and what the total adds up from. */
export function writeMonths(
  sheet: SheetBuilder,
  { months, totals }: LifetimeValueResult,
  facts: Facts,
  { words, moneyFormat }: LayoutContext,
): void {
  const text = words.lifetime;
  if (months.length === 0) return;
  writeHeading(sheet, text.months);
  const columns: PageColumn[] = [
    { header: text.month, values: months.map(({ month }) => month), format: "0", align: "center" },
    {
      header: text.expectedPurchases,
      values: months.map(({ expectedPurchases }) => expectedPurchases),
      format: "#,##0.0",
    },
  ];
  if (totals.clv !== null) {
    const format = pickMoneyFormat(moneyFormat, totals.clv.value);
    let sum = 0;
    columns.push(
      {
        header: text.monthValue(words.summary.valueName[facts.basis]),
        values: months.map(({ value }) => value),
        format,
      },
      { header: text.discounted, values: months.map(({ discountedValue }) => discountedValue), format },
      { header: text.cumulated, values: months.map(({ discountedValue }) => (sum += discountedValue ?? 0)), format },
    );
  }
  const table = writePageTable(sheet, sheet.row, pageColumn, columns);
  const bottom = table.firstRow + table.rowCount;
  const used = columns.length + 1;
  const chartRows = Math.min(largestChart, Math.max(smallestChart, bottom - sheet.row));
  const shown = totals.clv === null ? 1 : 3;
  sheet.addChart({
    name: "cvm-clv-months",
    kind: "column",
    title: totals.clv === null ? text.expectedPurchases : text.monthsChart,
    place: buildRange(sheet.row, pageColumn + used, chartRows, pageColumns - used),
    series: [
      { name: columns[shown].header, categories: table.range(0), values: table.range(shown), color: modelColor },
    ],
    legend: "none",
    categoryAxisTitle: text.month,
    valueNumberFormat: totals.clv === null ? "#,##0" : columns[shown].format,
  });
  sheet.row = Math.max(bottom, sheet.row + chartRows);
}

/** What the figures rest on, in sentences. */
export function writeAssumptions(
  sheet: SheetBuilder,
  lifetime: LifetimeValueResult,
  facts: Facts,
  { words }: LayoutContext,
): void {
  const text = words.lifetime;
  const { phrases } = words;
  const { support, monthlyDiscountRate, marginShare, refundRate, totals } = lifetime;
  const share = (value: number) => `${phrases.number(100 * value, 3)}%`;
  const sentences = [
    text.basedOn(support.repeaters, support.days),
    text.fromDay(formatIsoDay(lifetime.predictedFromDay)),
  ];
  if (totals.clv !== null) {
    sentences.push(
      text.discount(share(monthlyDiscountRate), share((1 + monthlyDiscountRate) ** 12 - 1)),
      facts.basis === "profit" ? text.margin(share(marginShare)) : text.noMargin,
    );
    if (refundRate > 0) sentences.push(text.refunds(share(refundRate)));
  }
  sentences.push(text.intervals);
  writeHeading(sheet, text.assumptions);
  for (const sentence of sentences) writeParagraph(sheet, sentence, textStyle);
}

/** What was merged and who was left out, with counts; nothing is written where nothing was. */
export function writeLeftOut(
  sheet: SheetBuilder,
  { lifetime, summary: { report } }: Analysis,
  { words }: LayoutContext,
): void {
  if (lifetime === null) return;
  const text = words.lifetime;
  const { gammaGamma, holdout, fit, remarks } = lifetime;
  const later = remarks.find(({ code }) => code === "laterCustomers")?.parameters.customers;
  const counts: Readonly<Record<keyof typeof text.leftOutRows, number>> = {
    mergedLines: report.mergedLines,
    excludedRows: report.rows.excluded,
    refundOnlyRows: report.rows.refundOnly,
    later: Number(later ?? 0),
    testLater: holdout?.leftOut ?? 0,
    spendOnce: fit === null || gammaGamma === null ? 0 : fit.customers - fit.repeaters,
    spendLeftOut: gammaGamma?.leftOut ?? 0,
  };
  const keys = (Object.keys(counts) as (keyof typeof counts)[]).filter((key) => counts[key] > 0);
  if (keys.length === 0) return;
  writeHeading(sheet, text.leftOut);
  const table = writePageTable(sheet, sheet.row, pageColumn, [
    { header: text.leftOutCount, values: keys.map((key) => counts[key]), format: countFormat },
    {
      header: text.leftOutWhat,
      values: keys.map((key) => text.leftOutRows[key]),
      span: whatSpan,
      style: { indent: 1 },
    },
  ]);
  sheet.row = table.firstRow + table.rowCount;
}
