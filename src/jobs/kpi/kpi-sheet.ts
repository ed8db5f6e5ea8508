import type { CohortTable, Retention } from "../../core/decisions/retention";
import type { KeyFigure } from "../../core/report/key-figures";
import type { SheetContent } from "../../workbook/port";
import type { KeptCells } from "../kept-cells";
import { inputStyle } from "../kept-cells";
import { buildRange, formatCell, formatFormulaText } from "../layout/address";
import { writeCohorts } from "../layout/cohorts/cohort-table";
import type { LayoutContext } from "../layout/layout-context";
import { pickMoneyFormat } from "../layout/money-format";
import {
  countFormat,
  mutedStyle,
  pageColumn,
  pageColumns,
  pickPageWidth,
  shareFormat,
  writeBullets,
  writeHeading,
  writePageTable,
  writeParagraph,
  writeTitle,
} from "../layout/page";
import { SheetBuilder } from "../layout/sheet-builder";
import { formatShareReading } from "../read-share";
import { lightColors } from "../layout/theme";
import type { KpiRow } from "./kpi-rows";
import { closeShare, directions, kpiColumns, shareFigures } from "./kpi-rows";

const tabColor = "#00815E";
const nameSpan = 2;
const meaningSpan = 4;

/** Everything that the sheet of key figures shows. */
export interface KpiReport {
  readonly asOf: string | null;
  /** ISO day of the run compared with; null without one. */
  readonly previousAsOf: string | null;
  readonly rows: readonly KpiRow[];
  readonly windowDays: number;
  readonly retention: Retention | null;
  readonly cohorts: CohortTable | null;
}

/** What the sheet needs of a layout. */
export type KpiContext = Pick<LayoutContext, "words" | "moneyFormat">;

const moneyFigures: ReadonlySet<KeyFigure> = new Set(["revenue", "profit", "meanLifetimeValue"]);

/** Figures in per cent or points, whose change is in points. */
const pointFigures: ReadonlySet<KeyFigure> = new Set([...shareFigures, "promoterScore"]);

/** Change since the run before: in points, or as a share of what was. */
function computeChange({ id, value, previous }: KpiRow): number | null {
  if (value === null || previous === null) return null;
  if (pointFigures.has(id)) return (value - previous) * (id === "promoterScore" ? 1 : 100);
  return previous === 0 ? null : (value - previous) / Math.abs(previous);
}

const formatPoints = (unit: string) => `+0.0" ${unit}";-0.0" ${unit}";0.0" ${unit}"`;

/** Number format of a figure. */
export function pickKpiFormat({ id, value, previous }: KpiRow, moneyFormat: string): string {
  if (moneyFigures.has(id)) return pickMoneyFormat(moneyFormat, value ?? previous ?? 0);
  switch (id) {
    case "customers":
      return countFormat;
    case "gini":
      return "0.000";
    case "satisfaction":
      return "0.00";
    case "promoterScore":
      return "+0;-0;0";
    default:
      return shareFormat;
  }
}

/** The status as a live formula, so that it follows what is typed. */
function formatStatus(row: number, { id }: KpiRow, words: KpiContext["words"]): string {
  const [value, cell] = [formatCell(row, kpiColumns.now), formatCell(row, kpiColumns.target)];
  const target = shareFigures.has(id) ? formatShareReading(cell) : cell;
  const { reached, close, missed } = words.kpi.status;
  const lead = directions[id] === "higher" ? `${value}-${target}` : `${target}-${value}`;
  const texts = [reached, close, missed].map(formatFormulaText);
  const isKnown = `AND(ISNUMBER(${value}),ISNUMBER(${cell}))`;
  return `=IF(${isKnown},IF(${lead}>=0,${texts[0]},IF(${lead}>=-${closeShare}*ABS(${target}),${texts[1]},${texts[2]})),"")`;
}

function writeStatus(
  sheet: SheetBuilder,
  row: number,
  column: number,
  entry: KpiRow,
  words: KpiContext["words"],
): void {
  const { status } = words.kpi;
  const value = entry.status === null ? "" : status[entry.status];
  sheet.putFormula(row, column, formatStatus(row, entry, words), value, {
    fontSize: 10,
    bold: true,
    horizontalAlign: "center",
    verticalAlign: "center",
  });
}

function colorStatus(
  sheet: SheetBuilder,
  firstRow: number,
  rows: number,
  column: number,
  words: KpiContext["words"],
): void {
  const range = buildRange(firstRow, column, rows, 1);
  const colors = { reached: lightColors.green, close: lightColors.amber, missed: lightColors.red };
  for (const [status, { fill, fontColor }] of Object.entries(colors)) {
    const text = formatFormulaText(words.kpi.status[status as keyof typeof colors]);
    const formula = `=${formatCell(firstRow, column)}=${text}`;
    sheet.addConditionalFormat({ range, kind: "formula", formula, fill, fontColor });
  }
}

function writeFigures(
  sheet: SheetBuilder,
  report: KpiReport,
  kept: KeptCells,
  { words, moneyFormat }: KpiContext,
): void {
  const text = words.kpi;
  const { rows, windowDays, previousAsOf } = report;
  const described = rows.map(({ id }) => text.figures[id]);
  const formats = rows.map((row) => pickKpiFormat(row, moneyFormat));
  const numbers = (header: string, values: KpiRow["target"][]) => ({
    header,
    values,
    formats,
    align: "right" as const,
  });
  const statusColumn = kpiColumns.target + 1;
  const table = writePageTable(sheet, sheet.row, pageColumn, [
    { header: text.columns.figure, values: described.map(({ name }) => name), span: nameSpan, style: { bold: true } },
    numbers(
      text.columns.now,
      rows.map(({ value }) => value),
    ),
    numbers(
      previousAsOf === null ? text.noPrevious : text.previous(previousAsOf),
      rows.map(({ previous }) => previous),
    ),
    {
      header: text.columns.change,
      values: rows.map(computeChange),
      formats: rows.map(({ id }) => (pointFigures.has(id) ? formatPoints(text.points) : "+0.0%;-0.0%;0.0%")),
      align: "right",
    },
    numbers(
      text.columns.target,
      rows.map(({ target }) => target),
    ),
    { header: text.columns.status, values: rows.map(() => null), align: "center" },
    numbers(
      text.columns.benchmark,
      rows.map(({ benchmark }) => benchmark),
    ),
    {
      header: text.columns.meaning,
      values: rows.map(
        ({ id }, i) => `${described[i].meaning(windowDays)}${words.phrases.semicolon}${text.better[directions[id]]}`,
      ),
      span: meaningSpan,
      style: { ...mutedStyle, indent: 1 },
    },
  ]);
  rows.forEach((entry, i) => {
    const row = table.firstRow + i;
    for (const column of [kpiColumns.target, kpiColumns.benchmark]) {
      sheet.addStyle(buildRange(row, column, 1, 1), {
        ...inputStyle,
        horizontalAlign: "right",
        numberFormat: formats[i],
      });
    }
    writeStatus(sheet, row, statusColumn, entry, words);
    kept.putKey(sheet, row, entry.id);
  });
  colorStatus(sheet, table.firstRow, rows.length, statusColumn, words);
  sheet.row = table.firstRow + table.rowCount;
}

/** CVM KPIs: the figures to watch, with targets, benchmarks and the run before, and who is kept. */
export function buildKpiSheet(
  report: KpiReport,
  sentences: readonly string[],
  kept: KeptCells,
  context: KpiContext,
): SheetContent {
  const { words } = context;
  const text = words.kpi;
  const sheet = new SheetBuilder({ id: "kpi", name: "CVM KPIs", tabColor });
  const amounts = report.rows.flatMap(({ id, value, previous }) =>
    moneyFigures.has(id) ? [value ?? 0, previous ?? 0] : [],
  );
  sheet.setWidth(0, 2);
  sheet.setWidth(pageColumn, pickPageWidth(amounts, context), pageColumns);
  writeTitle(sheet, text.title, [...(report.asOf === null ? [] : [text.subtitle(report.asOf)]), text.note]);
  sheet.row++;
  writeBullets(sheet, sentences);
  sheet.row++;
  writeFigures(sheet, report, kept, context);
  sheet.row++;
  writeParagraph(sheet, text.statusNote, mutedStyle);
  writeParagraph(sheet, text.benchmarkNote, mutedStyle);
  if (report.previousAsOf === null)
    writeParagraph(sheet, report.asOf === null ? text.noDatesNote : text.noPreviousNote, mutedStyle);
  if (report.cohorts !== null && report.cohorts.shares.length > 1) {
    writeHeading(sheet, text.cohorts);
    writeCohorts(sheet, report.cohorts, words);
  }
  sheet.setPrint({
    orientation: "portrait",
    pagesWide: 1,
    area: buildRange(0, 0, sheet.row, pageColumn + pageColumns),
  });
  return sheet.build();
}
