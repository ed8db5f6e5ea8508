import type { ColoredCells } from "../plan-colors";
import { findOwnTable, planLabelColors, planTableColors } from "../plan-colors";
import type { OutputColors } from "../port";
import { WorkbookError } from "../port";
import { getCells } from "./cell-range";
import { listConditionalSteps } from "./draw-sheet";
import { findStandingLabels } from "./office-labels";
import { readState } from "./read-state";
import { readExcel } from "./run-excel";
import { readCellRows } from "./sheet-cells";
import { storeSetting } from "./store-setting";

/** Colours what is written already, in one request. @throws WorkbookError */
export function writeOfficeColors(colors: OutputColors): Promise<void> {
  return readExcel(async (context) => {
    const { workbook } = context;
    const state = await readState(context);
    const { sheet, table } = findOwnTable(state, colors.sheetId);
    if (sheet.isProtected) throw new WorkbookError("accessDenied", "the sheet is protected", { sheet: sheet.name });
    const labels = await findStandingLabels(context, state);
    const headerRange = { ...table.range, rowCount: 1 };
    const header = getCells(workbook.worksheets.getItem(sheet.key), headerRange).load("values");
    await context.sync();
    const [headers] = readCellRows(header.values, headerRange);
    queueColors(context, sheet.key, planTableColors(table, headers, colors));
    for (const label of labels)
      queueColors(context, label.sheet.key, planLabelColors(label.record, label.found, colors));
    for (const [key, text] of Object.entries(colors.settings)) storeSetting(workbook, key, text);
    await context.sync();
  });
}

function queueColors(context: Excel.RequestContext, key: string, cells: readonly ColoredCells[]): void {
  const open = () => context.workbook.worksheets.getItem(key);
  for (const { range } of cells) getCells(open(), range).conditionalFormats.clearAll();
  for (const { formats } of cells) for (const step of listConditionalSteps(formats, open)) step.queue(context);
}
