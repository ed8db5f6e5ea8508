import { formatDateColumns } from "./date-block";
import { endColumn, endRow, isInside } from "./grid-range";
import { formatChoices } from "./list-choices";
import type { MemorySheet } from "./memory-sheet";
import type { MemoryWorkbook } from "./memory-workbook";
import { markKey, parseMark } from "./output-mark";
import type { SheetPlan } from "./plan-output";
import type { WorkbookState } from "./workbook-state";
import { buildNoRoomError } from "./plan-output";
import type { GridRange, SheetContent } from "./port";

/** A sheet of the output, made apart from the workbook, and where it goes. */
export interface StagedSheet {
  readonly plan: SheetPlan;
  readonly staged: MemorySheet;
}

export function describeState(workbook: MemoryWorkbook): WorkbookState {
  return {
    sheets: workbook.sheets.map((sheet) => ({
      key: sheet.id,
      name: sheet.name,
      isVisible: sheet.visibility === "visible",
      isProtected: sheet.protected,
      mark: parseMark(sheet.customProperties.get(markKey)),
      tables: sheet.tables.map((table) => ({ key: table.id, name: table.name, range: table.range })),
      pivots: sheet.pivots.map((pivot) => pivot.range),
    })),
    names: [...workbook.names.keys()],
    isProtected: workbook.protected,
  };
}

export function findSheetByKey(workbook: MemoryWorkbook, key: string): MemorySheet {
  return workbook.sheets.find((sheet) => sheet.id === key)!;
}

/** @throws WorkbookError `noRoom` when a cell of the user's is where new content goes */
export function checkRoom(workbook: MemoryWorkbook, plan: SheetPlan): void {
  if (plan.key === null) return;
  const sheet = findSheetByKey(workbook, plan.key);
  for (const part of plan.mustBeBlank) {
    const filled = sheet.usedRange(part);
    if (filled) throw buildNoRoomError(sheet.name, filled);
  }
}

/** Builds the cells of a sheet apart from the workbook, so that content that cannot be written fails before anything is changed. */
export function stageSheet(workbook: MemoryWorkbook, plan: SheetPlan): StagedSheet {
  const { content } = plan;
  const staged = workbook.createSheet(plan.name);
  for (const block of content.values) staged.writeBlock(formatDateColumns(block, workbook.date1904));
  for (const cell of content.formulas) staged.setFormula(cell.row, cell.column, cell.formula, cell.value);
  for (const cell of content.links) staged.setLink(cell.row, cell.column, cell.target);
  for (const { range, style } of content.styles) staged.applyStyle(range, style);
  for (const merge of content.merges) staged.addMerge(merge);
  for (const { choices } of content.validations ?? []) formatChoices(choices);
  // Tables are tried here under their planned place only: their names may stand in the workbook already.
  plan.tables.forEach((table, index) =>
    staged.addTable({ ...table.content, name: `Staged_${staged.id.replace(/\W/g, "")}_${index}` }),
  );
  return { plan, staged };
}

/** Puts a staged sheet in place. Nothing in here refuses what {@link stageSheet} and the plan let pass. */
export function placeSheet(workbook: MemoryWorkbook, { plan, staged }: StagedSheet): MemorySheet {
  const isNew = plan.key === null;
  const sheet = isNew ? staged : findSheetByKey(workbook, plan.key);
  if (isNew) {
    sheet.tables.length = 0;
    workbook.attachSheet(sheet);
  } else {
    clearOld(sheet, plan);
    sheet.copyCells(staged, plan.range);
    applyWholeLines(sheet, plan);
    sheet.merges.push(...staged.merges);
  }
  placeTables(sheet, plan);
  sheet.conditionalFormats.push(...plan.content.conditionalFormats);
  sheet.validations.push(...(plan.content.validations ?? []));
  placeCharts(sheet, plan);
  applySettings(sheet, plan.content);
  sheet.customProperties.set(markKey, plan.mark);
  return sheet;
}

function clearOld(sheet: MemorySheet, plan: SheetPlan): void {
  const removed = new Set(plan.removeTables);
  const kept = sheet.tables.filter((table) => !removed.has(table.id));
  sheet.tables.splice(0, sheet.tables.length, ...kept);
  if (plan.oldRange) clearSizes(sheet, plan.oldRange);
  for (const range of [...(plan.oldRange ? [plan.oldRange] : []), ...plan.mustBeBlank]) {
    sheet.clear(range);
    for (const row of sheet.hiddenRows) if (row >= range.row && row < endRow(range)) sheet.hiddenRows.delete(row);
  }
}

function clearSizes(sheet: MemorySheet, range: GridRange): void {
  for (let row = range.row; row < endRow(range); row++) sheet.rowHeights.delete(row);
  for (let column = range.column; column < endColumn(range); column++) sheet.columnWidths.delete(column);
}

/** Styles of whole columns and rows reach beyond what is copied. */
function applyWholeLines(sheet: MemorySheet, plan: SheetPlan): void {
  for (const { range, style } of plan.content.styles) if (!isInside(range, plan.range)) sheet.applyStyle(range, style);
}

function placeTables(sheet: MemorySheet, plan: SheetPlan): void {
  for (const { key, name, range, content } of plan.tables) {
    const standing = sheet.tables.find((table) => table.id === key);
    if (!standing) {
      sheet.addTable({ ...content, name, range });
      continue;
    }
    standing.range = range;
    standing.hiddenTexts.clear();
    standing.style = content.style;
    standing.showFilter = content.showFilter;
  }
}

function placeCharts(sheet: MemorySheet, plan: SheetPlan): void {
  const gone = new Set(plan.removeCharts.map((name) => name.toLowerCase()));
  const kept = sheet.charts.filter((chart) => !gone.has(chart.name.toLowerCase()));
  sheet.charts.splice(0, sheet.charts.length, ...kept);
  for (const chart of plan.content.charts) sheet.putChart(chart);
}

function applySettings(sheet: MemorySheet, content: SheetContent): void {
  sheet.visibility = content.visibility;
  sheet.tabColor = content.tabColor ?? "";
  sheet.showGridlines = content.showGridlines;
  sheet.freeze = { rows: content.freeze?.rows ?? 0, columns: content.freeze?.columns ?? 0 };
  for (const { column, count, width } of content.columnWidths) {
    for (let i = 0; i < count; i++) sheet.columnWidths.set(column + i, width);
  }
  for (const { row, count, height } of content.rowHeights) {
    for (let i = 0; i < count; i++) sheet.rowHeights.set(row + i, height);
  }
  sheet.print = content.print;
}
