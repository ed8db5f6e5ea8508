import type { LifetimeValueResult } from "../../../core/clv/lifetime-value-result";
import type { HoldoutReport } from "../../../core/clv/validate-models";
import type { ForecastError, NaiveForecastId } from "../../../core/clv/holdout";
import { formatIsoDay } from "../../../core/days";
import type { ChartSeries } from "../../../workbook/port";
import { buildRange } from "../address";
import type { LayoutContext } from "../layout-context";
import type { PageColumn, PageTable } from "../page";
import {
  mutedStyle,
  pageColumn,
  pageColumns,
  textStyle,
  writeHeading,
  writePageTable,
  writeParagraph,
  writeSubheading,
} from "../page";
import type { SheetBuilder } from "../sheet-builder";
import { palette } from "../theme";
import { findModelName } from "./lifetime-words";

const chartRows = 13;
const chartColumns = pageColumns / 2;
const forecastSpan = 4;
export const actualColor = "#5B6675";
export const modelColor = palette.accent;

/** How every model, and forecasts without a model, did on days they had not seen. */
export function writeHoldout(sheet: SheetBuilder, lifetime: LifetimeValueResult, context: LayoutContext): void {
  const { holdout } = lifetime;
  if (holdout === null) return;
  const text = context.words.lifetime;
  const firstDay = holdout.calibrationEndDay - holdout.calibrationDays + 1;
  writeHeading(sheet, text.holdout);
  writeParagraph(
    sheet,
    text.join([
      text.split(
        formatIsoDay(firstDay),
        holdout.calibrationDays,
        formatIsoDay(holdout.calibrationEndDay),
        holdout.holdoutDays,
        formatIsoDay(holdout.holdoutEndDay),
      ),
      holdout.splitSource === "automatic" ? text.splitAutomatic : text.splitChosen,
      text.testSize(holdout.customers, holdout.repeaters, holdout.leftOut),
    ]),
    textStyle,
  );
  writeParagraph(sheet, text.judge, mutedStyle);
  writeForecasts(sheet, holdout, lifetime.model, context);
  writeCounts(sheet, holdout, lifetime.model, context);
}

interface ForecastRow {
  readonly name: string;
  readonly error: Partial<ForecastError> & { readonly sum: number };
  readonly logLikelihood: number;
  readonly isUsed: boolean;
}

function writeForecasts(
  sheet: SheetBuilder,
  holdout: HoldoutReport,
  used: string | null,
  { words }: LayoutContext,
): void {
  const text = words.lifetime;
  const unknown = { logLikelihood: NaN, isUsed: false };
  const rows: ForecastRow[] = [
    { name: text.happened, error: { sum: holdout.actual.sum }, ...unknown },
    ...holdout.models.map((model) => ({
      name: findModelName(words, model.fit.model),
      error: model,
      logLikelihood: model.fit.logLikelihood,
      isUsed: model.fit.model === used,
    })),
    ...(Object.entries(holdout.naive) as [NaiveForecastId, ForecastError][]).map(([id, error]) => ({
      name: text.naive[id],
      error,
      ...unknown,
    })),
  ];
  const errors = rows.map(({ error }) => error.rootMeanSquareError ?? NaN);
  const smallest = Math.min(...errors.filter(Number.isFinite));
  const marks = rows.map(({ isUsed }, i) => {
    const parts = [...(errors[i] === smallest ? [text.smallest] : []), ...(isUsed ? [text.used] : [])];
    return parts.length === 0 ? "" : `◄ ${parts.join(", ")}`;
  });
  const figure = (header: string, values: readonly number[], format: string): PageColumn => ({
    header,
    values,
    format,
    align: "right",
  });
  const table = writePageTable(sheet, sheet.row, pageColumn, [
    { header: text.forecastHeader, values: rows.map(({ name }) => name), span: forecastSpan },
    figure(
      text.sum,
      rows.map(({ error }) => error.sum),
      "#,##0.0",
    ),
    figure(
      text.bias,
      rows.map(({ error }) => error.biasShare ?? NaN),
      "+0.0%;-0.0%;0.0%",
    ),
    figure(
      text.meanAbsoluteError,
      rows.map(({ error }) => error.meanAbsoluteError ?? NaN),
      "0.000",
    ),
    figure(text.rootMeanSquareError, errors, "0.000"),
    figure(
      text.correlation,
      rows.map(({ error }) => error.correlation ?? NaN),
      "0.000",
    ),
    figure(
      text.logLikelihood,
      rows.map(({ logLikelihood }) => logLikelihood),
      "#,##0.0",
    ),
    { header: " ", values: marks, span: 2, style: { fontSize: 9, fontColor: palette.accent, bold: true } },
  ]);
  errors.forEach((error, i) => {
    if (error === smallest) {
      sheet.addStyle(buildRange(table.firstRow + i, pageColumn, 1, pageColumns), {
        bold: true,
        fill: palette.accentSoft,
      });
    }
  });
  sheet.row = table.firstRow + table.rowCount;
}

/** Customers by repeat purchases, as they were and as models expect them, and what they bought in the test period. */
function writeCounts(sheet: SheetBuilder, holdout: HoldoutReport, used: string | null, { words }: LayoutContext): void {
  const text = words.lifetime;
  const { actual, models } = holdout;
  const last = actual.histogram.length - 1;
  const labels = actual.histogram.map((_, count) => (count === last ? `${count}+` : String(count)));
  writeSubheading(sheet, ++sheet.row, pageColumn, text.counts);
  sheet.putText(++sheet.row, pageColumn, pageColumns, text.countsNote, mutedStyle);
  const column = (header: string, values: readonly (number | null)[], format: string): PageColumn => ({
    header,
    values,
    format,
    align: "right",
  });
  const table = writePageTable(sheet, sheet.row + 1, pageColumn, [
    { header: text.countsHeader, values: labels, align: "center" },
    column(text.customersOf(text.actual), actual.histogram, "#,##0"),
    ...models.map(({ fit, histogram }) =>
      column(text.customersOf(findModelName(words, fit.model)), histogram, "#,##0.0"),
    ),
    { header: " ", values: [] },
    column(text.meanOf(text.actual), actual.meanByFrequency, "0.00"),
    ...models.map(({ fit, meanByFrequency }) =>
      column(text.meanOf(findModelName(words, fit.model)), meanByFrequency, "0.00"),
    ),
  ]);
  sheet.row = table.firstRow + table.rowCount + 1;
  const position = Math.max(
    0,
    models.findIndex(({ fit }) => fit.model === used),
  );
  if (models.length === 0) return;
  const name = findModelName(words, models[position].fit.model);
  const charts = [
    { id: "counts", title: text.histogramChart, first: 1, format: "#,##0" },
    { id: "means", title: text.meansChart, first: models.length + 3, format: "0.0" },
  ];
  charts.forEach(({ id, title, first, format }, i) =>
    sheet.addChart({
      name: `cvm-clv-${id}`,
      kind: "column",
      title,
      place: buildRange(sheet.row, pageColumn + i * chartColumns, chartRows, chartColumns),
      series: buildPair(table, first, first + 1 + position, text.actual, name),
      legend: "bottom",
      categoryAxisTitle: text.countsHeader,
      valueNumberFormat: format,
    }),
  );
  sheet.row += chartRows;
}

function buildPair(table: PageTable, actual: number, model: number, actualName: string, name: string): ChartSeries[] {
  const categories = table.range(0);
  return [
    { name: actualName, categories, values: table.range(actual), color: actualColor },
    { name, categories, values: table.range(model), color: modelColor },
  ];
}
