import type { PlanIndicator } from "../../core/decisions/care-plan";
import { CONTACT_CHANNELS, CONTACT_FREQUENCIES, PLAN_INDICATORS } from "../../core/decisions/care-plan";
import type { LensResult } from "../../core/report/analysis";
import type { Words } from "../../i18n/en";
import type { CellStyle, SheetContent } from "../../workbook/port";
import type { KeptCells } from "../kept-cells";
import { inputStyle } from "../kept-cells";
import { buildRange } from "../layout/address";
import { findLensWords } from "../layout/group-words";
import { pickMoneyFormat } from "../layout/money-format";
import { countFormat, mutedStyle, shareFormat, textStyle } from "../layout/page";
import { SheetBuilder } from "../layout/sheet-builder";
import { getGroupColor, palette, tabColors } from "../layout/theme";
import type { PlanColumn, PlanRow } from "./plan-rows";
import { PLAN_COLUMNS, placePlanColumn, planColumn, planKeyColumn } from "./plan-rows";

/** What becomes of an action. */
export const PLAN_STATUSES = ["planned", "running", "done", "dropped"] as const;

/** What the sheet of the plan is made of besides its rows. */
export interface PlanContext {
  readonly lens: LensResult;
  readonly kept: KeptCells;
  readonly words: Words;
  readonly moneyFormat: string;
  readonly sentences: readonly string[];
}

const widths: Readonly<Record<PlanColumn, number>> = {
  segment: 22,
  customers: 10,
  action: 52,
  channel: 11,
  frequency: 13,
  owner: 15,
  start: 11,
  end: 11,
  indicator: 17,
  before: 11,
  target: 11,
  after: 11,
  status: 11,
};

const dateFormat = "yyyy-mm-dd";
const numeric = new Set<PlanColumn>(["customers", "start", "end", "before", "target", "after"]);

function pickFormat(indicator: PlanIndicator | null, row: PlanRow, moneyFormat: string): string {
  switch (indicator) {
    case "churnShare":
    case "repeatShare":
      return shareFormat;
    case "lifetimeValue":
      return pickMoneyFormat(moneyFormat, typeof row.cells.before === "number" ? row.cells.before : 0);
    default:
      return "#,##0.00";
  }
}

function writeRow(sheet: SheetBuilder, row: PlanRow, { lens, kept, moneyFormat }: PlanContext): void {
  const at = sheet.row++;
  const format = pickFormat(row.indicator, row, moneyFormat);
  const look = (column: PlanColumn): CellStyle => ({
    ...inputStyle,
    ...(numeric.has(column) ? { horizontalAlign: "right" } : { indent: 1 }),
    ...((column === "before" || column === "target") && { numberFormat: format }),
  });
  for (const column of PLAN_COLUMNS) {
    const place = placePlanColumn(column);
    switch (column) {
      case "customers":
        if (row.group >= 0)
          sheet.put(at, place, lens.groups[row.group].customers, { ...textStyle, numberFormat: countFormat });
        break;
      case "after":
        sheet.put(at, place, row.after, { ...textStyle, numberFormat: format, bold: true });
        break;
      case "start":
      case "end":
        sheet.addBlock({ row: at, column: place, columns: [[row.cells[column]]], dates: [0] });
        sheet.addStyle(buildRange(at, place, 1, 1), { ...look(column), numberFormat: dateFormat });
        break;
      default:
        sheet.put(at, place, row.cells[column], { ...look(column), wrap: column === "action" || column === "segment" });
    }
  }
  if (!row.isOwn) {
    const { id } = lens.groups[row.group];
    const { fill, fontColor } = getGroupColor(lens.id, id, row.group, lens.groups.length);
    sheet.addStyle(buildRange(at, planColumn, 1, 1), { fill, fontColor, bold: true });
  }
  kept.putKey(sheet, at, row.key);
}

/** The lists of a column serve all rows, those for actions of the user's own too. */
function offerChoices(sheet: SheetBuilder, firstRow: number, rowCount: number, { plan }: Words): void {
  const offered: readonly [PlanColumn, readonly string[]][] = [
    ["channel", CONTACT_CHANNELS.map((code) => plan.channels[code])],
    ["frequency", CONTACT_FREQUENCIES.map((code) => plan.frequencies[code])],
    ["indicator", PLAN_INDICATORS.map((code) => plan.indicators[code])],
    ["status", PLAN_STATUSES.map((code) => plan.statuses[code])],
  ];
  for (const [column, choices] of offered)
    sheet.addValidation({ range: buildRange(firstRow, placePlanColumn(column), rowCount, 1), choices });
}

/** The care plan: a row per action, with lists to choose from. */
export function buildPlanSheet(rows: readonly PlanRow[], context: PlanContext): SheetContent {
  const { lens, words, sentences } = context;
  const text = words.plan;
  const sheet = new SheetBuilder({ id: "plan", name: "CVM Plan", tabColor: tabColors.plan });
  sheet.setWidth(0, 2);
  sheet.setWidths(
    planColumn,
    PLAN_COLUMNS.map((column) => widths[column]),
  );
  sheet.setHeight(0, 34);
  sheet.put(0, planColumn, text.title, {
    fontSize: 22,
    bold: true,
    fontColor: palette.accent,
    verticalAlign: "center",
  });
  sheet.row = 1;
  for (const line of [text.subtitle(findLensWords(words, lens.id).name), ...sentences])
    sheet.putText(sheet.row++, planColumn, PLAN_COLUMNS.length, line, mutedStyle);
  const header = ++sheet.row;
  for (const column of PLAN_COLUMNS) {
    sheet.put(header, placePlanColumn(column), text.columns[column], {
      ...mutedStyle,
      bold: true,
      wrap: true,
      verticalAlign: "bottom",
      ...(numeric.has(column) ? { horizontalAlign: "right" } : { horizontalAlign: "left", indent: 1 }),
    });
  }
  sheet.addStyle(buildRange(header, planColumn, 1, PLAN_COLUMNS.length), {
    border: { sides: ["bottom"], color: palette.muted },
  });
  sheet.row = header + 1;
  for (const row of rows) writeRow(sheet, row, context);
  offerChoices(sheet, header + 1, rows.length, words);
  sheet.setFreeze(header + 1, planColumn + 1);
  sheet.setPrint({
    orientation: "landscape",
    pagesWide: 1,
    repeatRows: header + 1,
    area: buildRange(0, 0, sheet.row, planKeyColumn),
  });
  return sheet.build();
}
