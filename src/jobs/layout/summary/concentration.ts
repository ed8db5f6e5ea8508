import type { ConcentrationResult } from "../../../core/report/analysis";
import { buildRange } from "../address";
import type { Facts } from "../facts";
import type { LayoutContext } from "../layout-context";
import type { PageColumn } from "../page";
import { countFormat, mutedStyle, pageColumn, pageColumns, shareFormat, writePageTable } from "../page";
import type { SheetBuilder } from "../sheet-builder";
import { palette } from "../theme";

const chartColumns = 5;
/** Data of charts stand right of the printed page. */
export const chartDataColumn = pageColumn + pageColumns + 2;

/** How much the top customers bring, the Gini coefficient, and what the others give back. */
export function writeTopShares(
  sheet: SheetBuilder,
  concentration: ConcentrationResult,
  facts: Facts,
  { words }: LayoutContext,
): void {
  const { summary } = words;
  const { topShares, whalePeak } = concentration;
  const columns: PageColumn[] = [
    {
      header: summary.topTable,
      span: 2,
      values: topShares.map(({ customerShare }) => summary.top(customerShare)),
    },
    {
      header: summary.customersHeader,
      values: topShares.map(({ customers }) => customers),
      format: countFormat,
    },
    {
      header: summary.revenueShareHeader,
      values: topShares.map(({ revenueShare }) => revenueShare),
      format: shareFormat,
      bar: palette.bar,
    },
  ];
  if (facts.basis === "profit") {
    const values = topShares.map(({ profitShare }) => profitShare);
    columns.push({ header: summary.profitShareHeader, values, format: shareFormat, bar: palette.bar });
  }
  const table = writePageTable(sheet, sheet.row, pageColumn, columns);
  sheet.row = table.firstRow + table.rowCount;
  const sentences = [`${summary.kpis.gini} ${concentration.gini.toFixed(3)}.`];
  if (facts.basis === "profit" && whalePeak !== null && whalePeak.profitShare > 1.0005) {
    sentences.push(summary.erosion(whalePeak.profitShare, whalePeak.customerShare));
  }
  sheet.putText(sheet.row++, pageColumn, pageColumns - chartColumns, sentences.join(" "), mutedStyle);
}

/** Lorenz curve at the right of the page. */
export function writeLorenz(
  sheet: SheetBuilder,
  top: number,
  chartRows: number,
  { lorenz }: ConcentrationResult,
  facts: Facts,
  { words }: LayoutContext,
): void {
  const { summary } = words;
  const value = summary.valueName[facts.basis];
  sheet.put(top, chartDataColumn, summary.chartData, mutedStyle);
  const headers = [summary.customersAxis, summary.lorenzSeries(value), summary.equality];
  sheet.putRow(top + 1, chartDataColumn, headers, mutedStyle);
  lorenz.forEach(({ customerShare, valueShare }, i) => {
    sheet.putRow(top + 2 + i, chartDataColumn, [customerShare, valueShare, customerShare], {
      ...mutedStyle,
      numberFormat: "0%",
    });
  });
  const categories = buildRange(top + 2, chartDataColumn, lorenz.length, 1);
  sheet.addChart({
    name: "cvm-lorenz",
    kind: "scatterLines",
    title: summary.lorenzChart(value),
    place: buildRange(top, pageColumn + pageColumns - chartColumns, chartRows, chartColumns),
    series: [
      {
        name: headers[1],
        categories,
        values: buildRange(top + 2, chartDataColumn + 1, lorenz.length, 1),
        color: palette.accent,
      },
      {
        name: headers[2],
        categories,
        values: buildRange(top + 2, chartDataColumn + 2, lorenz.length, 1),
        color: "#A6AFBA",
      },
    ],
    legend: "bottom",
    categoryAxisTitle: summary.customersAxis,
    valueNumberFormat: "0%",
    valueMaximum: 1,
    categoryMaximum: 1,
  });
}
