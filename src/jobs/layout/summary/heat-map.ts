import type { Analysis } from "../../../core/report/analysis";
import { buildRange } from "../address";
import type { Facts } from "../facts";
import type { LayoutContext } from "../layout-context";
import type { PageTable } from "../page";
import { countFormat, pageColumn, pageColumns } from "../page";
import { writeScoreGrid } from "../score-grid";
import type { SheetBuilder } from "../sheet-builder";
import { addSegmentsChart } from "./segments";
import { writeSummaryHeading } from "./summary-heading";

const chartColumns = 6;
const chartRows = 9;

/** Customers by R and F score, and beside them the segments that are made of the scores as a chart. */
export function writeHeatMap(
  sheet: SheetBuilder,
  analysis: Analysis,
  segments: PageTable | null,
  facts: Facts,
  context: LayoutContext,
): void {
  const { heatMap } = analysis;
  if (heatMap === null) return;
  const { summary } = context.words;
  const bins = heatMap.customers.length;
  writeSummaryHeading(sheet, summary.heatMap);
  const top = sheet.row;
  writeScoreGrid(sheet, top, pageColumn, summary.heatCustomers, summary.heatCorner, heatMap.customers, countFormat);
  sheet.row = top + bins + 2;
  if (segments === null) return;
  const isBeside = bins + 1 + chartColumns <= pageColumns;
  const place = isBeside
    ? buildRange(top, pageColumn + pageColumns - chartColumns, Math.max(chartRows, bins + 2), chartColumns)
    : buildRange(sheet.row, pageColumn, chartRows, pageColumns);
  addSegmentsChart(sheet, segments, place, facts, context);
  sheet.row = Math.max(sheet.row, place.row + place.rowCount);
}
