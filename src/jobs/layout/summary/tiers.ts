import type { Analysis } from "../../../core/report/analysis";
import { buildRange } from "../address";
import type { Facts } from "../facts";
import { findLensWords } from "../group-words";
import type { LayoutContext } from "../layout-context";
import { pageColumn, writeHeading, writePageTable, writeSubheading } from "../page";
import type { SheetBuilder } from "../sheet-builder";
import { buildFigureColumns, buildNameColumn, listColors } from "./lens-block";

const chartColumn = pageColumn + 7;
const chartColumns = 5;
const smallestChart = 11;

/** Value pyramid with its chart, and beside the chart the ABC classes. */
export function writeTiers(sheet: SheetBuilder, analysis: Analysis, facts: Facts, context: LayoutContext): void {
  const { words } = context;
  const pyramid = analysis.lenses.find(({ id }) => id === "value-pyramid");
  const abc = analysis.lenses.find(({ id }) => id === "abc");
  const first = pyramid ?? abc;
  if (first === undefined) return;
  writeHeading(sheet, findLensWords(words, first.id).title);
  const top = sheet.row;
  const table = writePageTable(sheet, top, pageColumn, [
    buildNameColumn(first, words, 2),
    ...buildFigureColumns(first, facts, context),
  ]);
  let bottom = table.firstRow + table.rowCount;
  if (first === pyramid && abc !== undefined) {
    writeSubheading(sheet, bottom + 1, pageColumn, words.summary.abc);
    const second = writePageTable(sheet, bottom + 2, pageColumn, [
      buildNameColumn(abc, words, 2),
      ...buildFigureColumns(abc, facts, context),
    ]);
    bottom = second.firstRow + second.rowCount;
  }
  const chartRows = Math.max(smallestChart, bottom - top);
  const value = words.summary.valueName[facts.basis];
  const shown = words.summary.valueShareHeader(value);
  sheet.addChart({
    name: `cvm-${first.id}`,
    kind: "column",
    title: `${findLensWords(words, first.id).title}${words.phrases.colon}${shown}`,
    place: buildRange(top, chartColumn, chartRows, chartColumns),
    series: [
      {
        name: shown,
        categories: table.range(0),
        values: table.range(4),
        pointColors: listColors(first).map(({ fill }) => fill),
      },
    ],
    legend: "none",
    valueNumberFormat: "0%",
    dataLabels: true,
  });
  sheet.row = top + chartRows;
}
