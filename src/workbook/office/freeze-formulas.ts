import type { FormulaRun, FrozenRun } from "../frozen-formulas";
import {
  buildFormulaFinder,
  buildRuns,
  describeChange,
  findFrozenSheet,
  formatFrozen,
  frozenKey,
  hashCells,
  isResult,
  joinFrozen,
  listFormulas,
  parseFrozen,
} from "../frozen-formulas";
import { buildRange } from "../grid-range";
import type { CellValue, FormulaChange } from "../port";
import { WorkbookError } from "../port";
import type { SheetState } from "../workbook-state";
import { getCells } from "./cell-range";
import { isUndoError, toWorkbookError } from "./errors";
import { findFormulas } from "./find-formulas";
import { readRanges } from "./read-ranges";
import { readState } from "./read-state";
import { isExcelApiSupported, readExcel, runExcel } from "./run-excel";

interface PlacedRun {
  readonly sheet: SheetState;
  readonly run: FormulaRun;
  readonly values: readonly (readonly CellValue[])[];
}

/** As `freezeFormulas` of the port. @throws WorkbookError */
export async function freezeOfficeFormulas(namespace: string): Promise<FormulaChange> {
  const { sheets, before } = await readBefore();
  const found = await findFormulas(sheets, buildFormulaFinder(namespace));
  const placed = await readPlaced(found.flatMap(({ sheet, runs }) => runs.map((run) => ({ sheet, run }))));
  const left = placed.flatMap((one) =>
    listFormulas(one.run)
      .filter((_, index) => !isResult(one.values[index][0]))
      .map(({ row, column }) => ({ sheetName: one.sheet.name, range: buildRange(row, column, 1, 1) })),
  );
  const ready = placed.flatMap(dropWithoutResult);
  const change = describeChange(
    ready.map(({ sheet, run }) => ({ sheetName: sheet.name, run })),
    left,
  );
  if (ready.length === 0) return change;
  checkWritable(ready);
  const frozen = ready.map(({ sheet, run, values }) => ({
    ...run,
    sheet: sheet.key,
    sheetName: sheet.name,
    hash: hashCells(values),
  }));
  try {
    await writeInOneStep((context) => {
      storeRuns(context, joinFrozen(before, frozen));
      for (const { sheet, run } of ready) {
        const worksheet = context.workbook.worksheets.getItem(sheet.key);
        getCells(worksheet, run.range).copyFrom(getCells(worksheet, run.range), "Values");
      }
    });
  } catch (error) {
    await putBack(ready, before);
    throw toWorkbookError(error);
  }
  return change;
}

/** As `restoreFormulas` of the port. @throws WorkbookError */
export async function restoreOfficeFormulas(): Promise<FormulaChange> {
  const { sheets, before } = await readBefore();
  const found = before.flatMap((run) => {
    const sheet = findFrozenSheet(run, sheets);
    return sheet ? [{ sheet, run }] : [];
  });
  const placed = await readPlaced(found);
  const ready = placed.filter(({ run, values }) => hashCells(values) === (run as FrozenRun).hash);
  const left = before.filter((run) => !ready.some((one) => one.run === run));
  checkWritable(ready);
  if (ready.length > 0) {
    try {
      await writeInOneStep((context) => {
        writeFormulas(context, ready);
        storeRuns(context, left);
      });
    } catch (error) {
      throw toWorkbookError(error);
    }
  }
  return describeChange(
    ready.map(({ sheet, run }) => ({ sheetName: sheet.name, run })),
    left,
  );
}

function readBefore(): Promise<{ sheets: readonly SheetState[]; before: FrozenRun[] }> {
  return readExcel(async (context) => {
    const setting = context.workbook.settings.getItemOrNullObject(frozenKey);
    setting.load("value");
    await context.sync();
    const { sheets } = await readState(context);
    return { sheets, before: setting.isNullObject ? [] : parseFrozen(String(setting.value)) };
  });
}

async function readPlaced(runs: readonly { readonly sheet: SheetState; readonly run: FormulaRun }[]) {
  const values = await readRanges(
    runs.map(({ sheet, run }) => ({ sheet: sheet.key, range: run.range })),
    "values",
  );
  return runs.map((one, index): PlacedRun => ({ ...one, values: values[index] as CellValue[][] }));
}

/** A run without its cells that have no result. */
function dropWithoutResult({ sheet, run, values }: PlacedRun): PlacedRun[] {
  const cells = listFormulas(run);
  const kept = cells.filter((_, index) => isResult(values[index][0]));
  if (kept.length === cells.length) return [{ sheet, run, values }];
  return buildRuns(kept, run.spills && kept.length > 0 ? [run.range] : []).map((part) => {
    const first = part.range.row - run.range.row;
    return { sheet, run: part, values: values.slice(first, first + part.range.rowCount) };
  });
}

function checkWritable(runs: readonly PlacedRun[]): void {
  const closed = runs.find(({ sheet }) => sheet.isProtected);
  if (closed) throw new WorkbookError("accessDenied", "the sheet is protected", { name: closed.sheet.name });
}

/** The setting is there whenever its runs are to be forgotten. */
function storeRuns({ workbook }: Excel.RequestContext, runs: readonly FrozenRun[]): void {
  if (runs.length > 0) workbook.settings.add(frozenKey, formatFrozen(runs));
  else workbook.settings.getItem(frozenKey).delete();
}

/** Excel itself fills a formula down, so that one formula crosses for a whole column. */
function writeFormulas({ workbook }: Excel.RequestContext, runs: readonly PlacedRun[]): void {
  for (const { sheet, run } of runs) {
    const worksheet = workbook.worksheets.getItem(sheet.key);
    const { row, column, rowCount, columnCount } = run.range;
    if (run.spills) getCells(worksheet, run.range).clear("Contents");
    getCells(worksheet, buildRange(row, column, 1, 1)).formulas = [[run.formula]];
    if (run.spills || rowCount === 1) continue;
    getCells(worksheet, buildRange(row + 1, column, rowCount - 1, columnCount)).copyFrom(
      getCells(worksheet, buildRange(row, column, 1, 1)),
      "Formulas",
    );
  }
}

/** One request, one step of undo where Excel can. */
async function writeInOneStep(write: (context: Excel.RequestContext) => void): Promise<void> {
  const work = async (context: Excel.RequestContext) => {
    write(context);
    await context.sync();
  };
  const canMergeUndo = isExcelApiSupported("1.20");
  try {
    await runExcel(work, canMergeUndo);
  } catch (error) {
    if (!canMergeUndo || !isUndoError(error)) throw error;
    await runExcel(work);
  }
}

/** Excel keeps what it did before it failed: what has become a value becomes a formula again. */
async function putBack(runs: readonly PlacedRun[], before: readonly FrozenRun[]): Promise<void> {
  await runExcel(async (context) => {
    writeFormulas(context, runs);
    context.workbook.settings.add(frozenKey, formatFrozen(before));
    await context.sync();
  }).catch(() => undefined);
}
