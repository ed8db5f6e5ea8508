import type { Analysis } from "../../../core/report/analysis";
import { buildRange } from "../address";
import type { Facts } from "../facts";
import type { LayoutContext } from "../layout-context";
import type { PageColumn } from "../page";
import { countFormat, mutedStyle, pageColumn, pageColumns, shareFormat, writeHeading, writePageTable } from "../page";
import type { SheetBuilder } from "../sheet-builder";
import { palette } from "../theme";

const chartRows = 15;
const chartColumns = 6;
/** Data of charts stand right of the printed page. */
export const chartDataColumn = pageColumn + pageColumns + 2;

/** Lorenz curve, and how much the top customers bring. */
export function writeConcentration(
  sheet: SheetBuilder,
  analysis: Analysis,
  facts: Facts,
  context: LayoutContext,
): void {
  const { concentration } = analysis;
  if (concentration === null) return;
  const { words } = context;
  const { summary } = words;
  const value = summary.valueName[facts.basis];
  writeHeading(sheet, summary.concentration);
  const top = sheet.row;

  const { lorenz, topShares } = concentration;
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
    place: buildRange(top, pageColumn, chartRows, chartColumns),
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
  const column = pageColumn + chartColumns + 1;
  const table = writePageTable(sheet, top, column, columns);
  const below = table.firstRow + table.rowCount + 1;
  const room = pageColumns - chartColumns - 1;
  sheet.putText(below, column, room, `${summary.kpis.gini} ${concentration.gini.toFixed(3)}`, mutedStyle);
  const peak = concentration.whalePeak;
  if (facts.basis === "profit" && peak !== null && peak.profitShare > 1.0005) {
    sheet.putText(below + 1, column, room, summary.erosion(peak.profitShare, peak.customerShare), mutedStyle);
  }
  sheet.row = top + chartRows;
}
