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
} from "./frozen-formulas";
import { buildRange } from "./grid-range";
import type { MemorySheet } from "./memory-sheet";
import type { MemoryWorkbook } from "./memory-workbook";
import type { FormulaChange } from "./port";
import { WorkbookError } from "./port";

function checkWritable(sheet: MemorySheet): void {
  if (sheet.protected) throw new WorkbookError("accessDenied", "the sheet is protected", { name: sheet.name });
}

/** As `freezeFormulas` of the port. @throws WorkbookError `accessDenied` */
export function freezeFormulas(workbook: MemoryWorkbook, namespace: string): FormulaChange {
  const isWanted = buildFormulaFinder(namespace);
  const found = workbook.sheets.flatMap((sheet) => {
    const cells = sheet.formulaCells.filter(({ formula }) => isWanted(formula));
    return cells.length > 0 ? [{ sheet, cells }] : [];
  });
  const left = found.flatMap(({ sheet, cells }) =>
    cells
      .filter(({ value }) => !isResult(value))
      .map(({ row, column }) => ({ sheetName: sheet.name, range: buildRange(row, column, 1, 1) })),
  );
  const runs = found.flatMap(({ sheet, cells }) =>
    buildRuns(
      cells.filter(({ value }) => isResult(value)),
      sheet.spills.list(),
    ).map((run) => ({ sheet, run })),
  );
  for (const { sheet } of runs) checkWritable(sheet);
  const frozen = runs.map(({ sheet, run }) => ({
    ...run,
    sheet: sheet.id,
    sheetName: sheet.name,
    hash: hashCells(sheet.readValues(run.range)),
  }));
  for (const { sheet, run } of runs) {
    for (const { row, column } of listFormulas(run)) {
      sheet.endSpill(row, column, true);
      sheet.setValue(row, column, sheet.getValue(row, column));
    }
  }
  storeRuns(workbook, formatFrozen(joinFrozen(parseFrozen(workbook.settings.get(frozenKey)), frozen)));
  return describeChange(
    runs.map(({ sheet, run }) => ({ sheetName: sheet.name, run })),
    left,
  );
}

/** As `restoreFormulas` of the port. @throws WorkbookError `accessDenied` */
export function restoreFormulas(workbook: MemoryWorkbook): FormulaChange {
  const sheets = workbook.sheets.map((sheet) => ({ key: sheet.id, name: sheet.name, sheet }));
  const judged = parseFrozen(workbook.settings.get(frozenKey)).map((run) => {
    const sheet = findFrozenSheet(run, sheets)?.sheet;
    return { run, sheet, isAsLeft: sheet !== undefined && hashCells(sheet.readValues(run.range)) === run.hash };
  });
  const ready = judged.flatMap(({ run, sheet, isAsLeft }) => (sheet && isAsLeft ? [{ run, sheet }] : []));
  const left = judged.filter(({ isAsLeft }) => !isAsLeft).map(({ run }) => run);
  for (const { sheet } of ready) checkWritable(sheet);
  for (const { run, sheet } of ready) {
    for (const { row, column, formula } of listFormulas(run))
      sheet.setFormula(row, column, formula, sheet.getValue(row, column));
    if (run.spills) sheet.spills.add(run.range);
  }
  storeRuns(workbook, formatFrozen(left));
  return describeChange(
    ready.map(({ run, sheet }) => ({ sheetName: sheet.name, run })),
    left,
  );
}

function storeRuns(workbook: MemoryWorkbook, text: string): void {
  if (text === "") workbook.settings.delete(frozenKey);
  else workbook.settings.set(frozenKey, text);
}
