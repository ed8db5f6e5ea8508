import type { Analysis } from "../../../core/report/analysis";
import type { GridRange } from "../../../workbook/port";
import type { Facts } from "../facts";
import { findGroupAction } from "../group-words";
import type { LayoutContext } from "../layout-context";
import { buildNameColumn } from "../lenses/lens-block";
import { pickMoneyFormat } from "../money-format";
import type { PageColumn, PageTable } from "../page";
import { countFormat, pageColumn, pageColumns, shareFormat, writePageTable } from "../page";
import type { SheetBuilder } from "../sheet-builder";
import { palette } from "../theme";
import { writeSummaryHeading } from "./summary-heading";

/** Segments of the RF map with what to do; null where there are none. */
export function writeSegments(
  sheet: SheetBuilder,
  analysis: Analysis,
  facts: Facts,
  context: LayoutContext,
): PageTable | null {
  const lens = analysis.lenses.find(({ id }) => id === "rf-map");
  if (lens === undefined) return null;
  const { words, moneyFormat } = context;
  const { summary } = words;
  const hasMoney = facts.basis !== "none";
  writeSummaryHeading(sheet, summary.segments);
  const columns: PageColumn[] = [
    buildNameColumn(lens, words, 2),
    {
      header: summary.customersHeader,
      values: lens.groups.map((group) => group.customers),
      format: countFormat,
    },
    {
      header: summary.customerShareHeader,
      values: lens.groups.map((group) => group.customerShare),
      format: shareFormat,
    },
  ];
  if (hasMoney) {
    const format = pickMoneyFormat(moneyFormat, facts.revenue);
    columns.push(
      {
        header: summary.revenueShareHeader,
        values: lens.groups.map((group) => group.revenueShare),
        format: shareFormat,
      },
      { header: summary.valueTitle.revenue, values: lens.groups.map((group) => group.revenue), format },
    );
  }
  columns.push({
    header: summary.medianRecencyHeader,
    values: lens.groups.map((group) => group.medianRecencyDays),
    format: countFormat,
  });
  const used = columns.reduce((sum, { span = 1 }) => sum + span, 0);
  columns.push({
    header: summary.actionHeader,
    values: lens.groups.map(({ id }) => findGroupAction(words, lens.id, id)),
    span: pageColumns - used,
    style: { fontSize: 9, indent: 1 },
  });
  const table = writePageTable(sheet, sheet.row, pageColumn, columns);
  sheet.row = table.firstRow + table.rowCount;
  return table;
}

/** Shares of the segments as a chart. */
export function addSegmentsChart(
  sheet: SheetBuilder,
  table: PageTable,
  place: GridRange,
  facts: Facts,
  { words: { summary, phrases } }: LayoutContext,
): void {
  const hasMoney = facts.basis !== "none";
  sheet.addChart({
    name: "cvm-segments",
    kind: "column",
    title: hasMoney ? summary.segmentsChart : `${summary.segmentsTitle}${phrases.colon}${summary.customerShareHeader}`,
    place,
    series: [
      {
        name: summary.customerShareHeader,
        categories: table.range(0),
        values: table.range(2),
        color: "#8CBFE3",
      },
      ...(hasMoney
        ? [
            {
              name: summary.revenueShareHeader,
              categories: table.range(0),
              values: table.range(3),
              color: palette.accent,
            },
          ]
        : []),
    ],
    legend: "bottom",
    valueNumberFormat: "0%",
  });
}
