import { isPassing, toWorkbookError } from "./errors";

/** How long to wait before something that failed in passing is tried again, in milliseconds. */
const pauseBeforeRetry = 200;

export type ExcelWork<T> = (context: Excel.RequestContext) => Promise<T>;

/** One `Excel.run` that waits while a cell is being edited. What Excel throws is thrown on unchanged. */
export function runExcel<T>(work: ExcelWork<T>, mergeUndoGroup = false): Promise<T> {
  const options = mergeUndoGroup ? { delayForCellEdit: true, mergeUndoGroup } : { delayForCellEdit: true };
  return Excel.run(options, work);
}

/** Reads something; tried a second time where the failure may pass. @throws WorkbookError */
export async function readExcel<T>(work: ExcelWork<T>): Promise<T> {
  try {
    return await runExcel(work);
  } catch (error) {
    if (!isPassing(error)) throw toWorkbookError(error);
  }
  await pause();
  try {
    return await runExcel(work);
  } catch (error) {
    throw toWorkbookError(error);
  }
}

export function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, pauseBeforeRetry));
}

/** Whether Excel has a version of its API; newer calls are made only behind this. */
export function isExcelApiSupported(version: string): boolean {
  return Office.context.requirements.isSetSupported("ExcelApi", version);
}
