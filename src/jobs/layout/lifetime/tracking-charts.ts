import type { LifetimeValueResult } from "../../../core/clv/lifetime-value-result";
import { formatIsoDay } from "../../../core/days";
import { buildRange } from "../address";
import type { LayoutContext } from "../layout-context";
import { mutedStyle, pageColumn, pageColumns, writeHeading, writeParagraph } from "../page";
import type { SheetBuilder } from "../sheet-builder";
import type { LayoutSteps } from "../sheet-steps";
import { chartDataColumn } from "../summary/concentration";
import { palette } from "../theme";
import { actualColor, modelColor } from "./holdout-tables";
import { findModelName, findValidated } from "./lifetime-words";

const weeksAStep = 25;
const chartRows = 14;
const chartColumns = pageColumns / 2;
const forecastColor = "#C04A00";

/** Repeat purchases week by week, as they happened and as the model follows and forecasts them; a step per some weeks. */
export function* writeTracking(
  sheet: SheetBuilder,
  lifetime: LifetimeValueResult,
  context: LayoutContext,
): LayoutSteps {
  const { holdout } = lifetime;
  const own = findValidated(lifetime) ?? holdout?.models[0];
  if (holdout === null || own === undefined || holdout.weekEndDay.length < 2) return;
  const { words } = context;
  const text = words.lifetime;
  const model = findModelName(words, own.fit.model);
  const { weekEndDay, calibrationEndDay, tracking } = holdout;
  const firstForecast = weekEndDay.findIndex((end) => end > calibrationEndDay);
  const seenWeeks = firstForecast < 0 ? weekEndDay.length : firstForecast;
  writeHeading(sheet, text.tracking);
  writeParagraph(sheet, text.trackingNote(model, seenWeeks), mutedStyle);

  const top = sheet.row;
  const series = [
    { title: text.cumulatedChart, actual: tracking.cumulated, expected: own.tracking.cumulated },
    { title: text.incrementalChart, actual: tracking.incremental, expected: own.tracking.incremental },
  ];
  const headers = [text.actual, text.seen(model), text.forecastOf(model)];
  sheet.put(top, chartDataColumn, words.summary.chartData, mutedStyle);
  sheet.putRow(top + 1, chartDataColumn, [text.week, text.weekEnd], mutedStyle);
  series.forEach(({ title }, i) => {
    sheet.put(top, chartDataColumn + 2 + 3 * i, title, mutedStyle);
    sheet.putRow(top + 1, chartDataColumn + 2 + 3 * i, headers, mutedStyle);
  });
  for (const [week, end] of weekEndDay.entries()) {
    if (week % weeksAStep === 0) yield;
    sheet.putRow(top + 2 + week, chartDataColumn, [week + 1, formatIsoDay(end)], mutedStyle);
    series.forEach(({ actual, expected }, i) => {
      // The forecast begins where the days seen end, so that the lines meet.
      const cells = [
        actual[week],
        week < seenWeeks ? expected[week] : null,
        week >= seenWeeks - 1 ? expected[week] : null,
      ];
      sheet.putRow(top + 2 + week, chartDataColumn + 2 + 3 * i, cells, { ...mutedStyle, numberFormat: "#,##0.0" });
    });
  }

  const isLastShort = (holdout.holdoutEndDay - (calibrationEndDay - holdout.calibrationDays)) % 7 !== 0;
  series.forEach(({ title }, i) => {
    // A week that the data do not hold to its end would look like a slump.
    const rows = i === 1 && isLastShort ? weekEndDay.length - 1 : weekEndDay.length;
    const column = (offset: number) => buildRange(top + 2, chartDataColumn + offset, rows, 1);
    sheet.addChart({
      name: i === 0 ? "cvm-clv-cumulated" : "cvm-clv-incremental",
      kind: "scatterLines",
      title,
      place: buildRange(top, pageColumn + i * chartColumns, chartRows, chartColumns),
      series: headers.map((name, j) => ({
        name,
        categories: column(0),
        values: column(2 + 3 * i + j),
        color: [actualColor, modelColor, forecastColor][j],
      })),
      legend: "bottom",
      categoryAxisTitle: text.week,
      valueNumberFormat: "#,##0",
      categoryMaximum: weekEndDay.length,
    });
  });
  sheet.row = top + chartRows;
  sheet.addStyle(buildRange(top, chartDataColumn, 1, 2), { fontColor: palette.muted });
}
