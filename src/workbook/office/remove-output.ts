import { planRemoval } from "../plan-output";
import { deleteHidden } from "./cell-range";
import { isPassing, toWorkbookError } from "./errors";
import { findStandingLabels } from "./office-labels";
import { removeStandingLabels } from "./place-labels";
import { readState } from "./read-state";
import { pause, runExcel } from "./run-excel";

/** Takes away our sheets, label columns and settings in one request; the names of the sheets come back. @throws WorkbookError */
export async function removeOfficeOutput(): Promise<string[]> {
  try {
    return await runExcel(removeAll);
  } catch (error) {
    if (!isPassing(error)) throw toWorkbookError(error);
  }
  await pause();
  try {
    return await runExcel(removeAll);
  } catch (error) {
    throw toWorkbookError(error);
  }
}

async function removeAll(context: Excel.RequestContext): Promise<string[]> {
  const { workbook, runtime } = context;
  const state = await readState(context);
  const plan = planRemoval(state);
  const labels = await findStandingLabels(context, state);
  runtime.enableEvents = false;
  for (const label of labels) removeStandingLabels(context, label);
  if (plan.addFirst !== null) workbook.worksheets.add(plan.addFirst);
  for (const { key, isVisible } of plan.sheets) {
    const sheet = workbook.worksheets.getItem(key);
    if (isVisible) sheet.delete();
    else deleteHidden(sheet);
  }
  for (const name of state.leftOver) deleteHidden(workbook.worksheets.getItemOrNullObject(name));
  for (const key of state.settingKeys) workbook.settings.getItem(key).delete();
  runtime.enableEvents = true;
  try {
    await context.sync();
  } catch (error) {
    runtime.enableEvents = true;
    await context.sync().catch(() => undefined);
    throw error;
  }
  return plan.sheets.map((sheet) => sheet.name);
}
