import type { LabelRecord } from "../output-mark";
import { labelsKey, markKey, parseLabelRecords, parseMark, settingPrefix } from "../output-mark";
import type { GridRange } from "../port";
import type { SheetState, TableState, WorkbookState } from "../workbook-state";
import { rangeProperties, readRange } from "./cell-range";

/** The custom property of sheets on which content is built; one that is left over is a rest of a run that was broken off. */
export const stagingKey = "cvm.staging";

/** What is known of a workbook before it is changed. */
export interface OfficeState extends WorkbookState {
  readonly date1904: boolean;
  /** Keys of the document settings that are ours. */
  readonly settingKeys: readonly string[];
  /** The label columns that are remembered. */
  readonly labelRecords: readonly LabelRecord[];
  /**
   * Names of sheets left over from a run that was broken off, or on which another pane is just building: once that one is done, they have
   * other names.
   */
  readonly leftOver: readonly string[];
}

/** 2000-01-01 in a workbook whose dates count from 1904. */
const millennium1904 = 35064;

/** Loads what tells the date system; read it after the next sync with {@link isDate1904}. */
export function loadDateSystem(context: Excel.RequestContext): Excel.FunctionResult<number> {
  const millennium = context.workbook.functions.date(2000, 1, 1);
  millennium.load("value");
  return millennium;
}

export function isDate1904(millennium: Excel.FunctionResult<number>): boolean {
  return millennium.value === millennium1904;
}

/** Reads sheets with their marks, tables and pivots, names and settings, in three requests. */
export async function readState(context: Excel.RequestContext): Promise<OfficeState> {
  const { workbook } = context;
  const { worksheets, names, settings, protection } = workbook;
  worksheets.load("items/id");
  names.load("items/name");
  settings.load("items/key");
  const labels = settings.getItemOrNullObject(labelsKey);
  labels.load("value");
  protection.load("protected");
  const millennium = loadDateSystem(context);
  await context.sync();

  const loaded = worksheets.items.map((sheet) => {
    const mark = sheet.customProperties.getItemOrNullObject(markKey);
    const staging = sheet.customProperties.getItemOrNullObject(stagingKey);
    mark.load("value");
    staging.load("key");
    // With the marks: another pane may rename a sheet between two requests.
    sheet.load("name,visibility");
    sheet.protection.load("protected");
    sheet.tables.load("items/id,items/name");
    sheet.pivotTables.load("items/name");
    return { sheet, mark, staging };
  });
  await context.sync();

  const ranged = loaded.map(({ sheet, mark, staging }) => ({
    sheet,
    mark: mark.isNullObject ? null : parseMark(mark.value),
    isLeftOver: !staging.isNullObject,
    tables: sheet.tables.items.map((table) => ({
      table,
      range: table.getRange().untrack().load(rangeProperties),
    })),
    pivots: sheet.pivotTables.items.map((pivot) => pivot.layout.getRange().untrack().load(rangeProperties)),
  }));
  await context.sync();

  const sheets = ranged.filter((item) => !item.isLeftOver);
  return {
    sheets: sheets.map(({ sheet, mark, tables, pivots }): SheetState => ({
      key: sheet.id,
      name: sheet.name,
      isVisible: sheet.visibility === "Visible",
      isProtected: sheet.protection.protected,
      mark,
      tables: tables.map(({ table, range }): TableState => ({
        key: table.id,
        name: table.name,
        range: readRange(range),
      })),
      pivots: pivots.map((range): GridRange => readRange(range)),
    })),
    names: names.items.map((item) => item.name),
    isProtected: protection.protected,
    date1904: isDate1904(millennium),
    settingKeys: settings.items.map((item) => item.key).filter((key) => key.startsWith(settingPrefix)),
    labelRecords: labels.isNullObject ? [] : parseLabelRecords(String(labels.value)),
    leftOver: ranged.filter((item) => item.isLeftOver).map((item) => item.sheet.name),
  };
}
