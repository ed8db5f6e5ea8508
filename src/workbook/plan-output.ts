import { formatAddress } from "./address";
import { replaceNames } from "./formula-text";
import { boundRanges, buildRange, intersectRanges, sheetColumns, sheetRows, subtractRange } from "./grid-range";
import type { SheetMark } from "./output-mark";
import { formatMark } from "./output-mark";
import type { GridRange, SheetContent, WorkbookOutput } from "./port";
import { WorkbookError } from "./port";
import { findFreeName, formatSheetSuffix, isSameName } from "./free-name";
import type { TableChoice, TablePlan } from "./plan-tables";
import { chooseTables, matchTables } from "./plan-tables";
import type { SheetState, WorkbookState } from "./workbook-state";
import { findMarkedSheet } from "./workbook-state";

/**
 * One sheet to write. The adapter refuses when a cell of `mustBeBlank` holds something ({@link buildNoRoomError}) before it changes anything;
 * then it clears `clear`, replaces every cell of `range` by the content (blanks too), and stores `mark` as the custom property.
 */
export interface SheetPlan {
  /** The sheet that is there; null when one called `name` is to be added. */
  readonly key: string | null;
  readonly name: string;
  /** Formulas and links in it use the names that sheets and tables really have. */
  readonly content: SheetContent;
  /** What the last run covered; null on a new sheet. */
  readonly oldRange: GridRange | null;
  /** What this run covers, from A1 on. */
  readonly range: GridRange;
  readonly mustBeBlank: readonly GridRange[];
  readonly clear: readonly GridRange[];
  readonly tables: readonly TablePlan[];
  /** Keys of our tables that become plain cells, before new ones are made. */
  readonly removeTables: readonly string[];
  /** Names of our charts that are no more; a chart that stays is changed in place. */
  readonly removeCharts: readonly string[];
  /** Text for the custom property. */
  readonly mark: string;
}

/** The refusal of a write that would cover cells of the user's. */
export function buildNoRoomError(sheet: string, range: GridRange): WorkbookError {
  return new WorkbookError("noRoom", "cells that are not ours are in the way", {
    sheet,
    address: formatAddress(range),
  });
}

/**
 * What content covers, from A1 on: its values, formulas, links, merged cells, tables, conditional formats, and styles but those of whole
 * columns or rows.
 */
export function boundContent(content: SheetContent): GridRange {
  const parts: GridRange[] = [
    ...content.values.map((block) =>
      buildRange(block.row, block.column, block.columns[0]?.length ?? 0, block.columns.length),
    ),
    ...[...content.formulas, ...content.links].map((cell) => buildRange(cell.row, cell.column, 1, 1)),
    ...content.merges,
    ...[...content.styles, ...content.tables, ...content.conditionalFormats].map((item) => item.range),
  ];
  return parts
    .filter((range) => range.rowCount > 0 && range.columnCount > 0)
    .filter((range) => range.rowCount < sheetRows && range.columnCount < sheetColumns)
    .reduce(boundRanges, buildRange(0, 0, 1, 1));
}

/**
 * Decides where every sheet and table of an output goes: sheets with our mark and their tables keep identity and name, new ones get a name
 * that is free.
 *
 * @throws WorkbookError `accessDenied` for a protected sheet or structure, `noRoom` where a table or pivot of the user's is in the way
 */
export function planOutput(state: WorkbookState, output: WorkbookOutput): SheetPlan[] {
  const targets = output.sheets.map((content) => findMarkedSheet(state, content.id));
  if (state.isProtected && targets.includes(undefined)) {
    throw new WorkbookError("accessDenied", "the structure of the workbook is protected");
  }
  const locked = targets.find((target) => target?.isProtected);
  if (locked) throw new WorkbookError("accessDenied", "the sheet is protected", { sheet: locked.name });

  const sheetNames = chooseSheetNames(state, output, targets);
  const tables = chooseTables(state, output, targets);
  const sheetChanges = collectSheetChanges(state, output, sheetNames);
  const tableChanges = collectTableChanges(state, tables);
  return output.sheets.map((content, index) => {
    const rename = (text: string) => replaceNames(text, sheetChanges, tableChanges);
    const renamed: SheetContent = {
      ...content,
      formulas: content.formulas.map((cell) => ({ ...cell, formula: rename(cell.formula) })),
      links: content.links.map((cell) => ({ ...cell, target: rename(cell.target) })),
    };
    return planSheet(renamed, sheetNames[index], targets[index], tables[index]);
  });
}

/** The position of the sheet to show at the end, -1 for none. @throws RangeError when it is not in the output or not visible */
export function findActivated(output: WorkbookOutput): number {
  if (output.activate === undefined) return -1;
  const position = output.sheets.findIndex((content) => content.id === output.activate);
  if (output.sheets[position]?.visibility !== "visible")
    throw new RangeError(`no visible sheet to activate: ${output.activate}`);
  return position;
}

/** The sheets to delete, and the name for an empty one to add first when no visible sheet would be left. */
export function planRemoval(state: WorkbookState): {
  readonly sheets: readonly SheetState[];
  readonly addFirst: string | null;
} {
  const ours = state.sheets.filter((sheet) => sheet.mark !== null);
  if (ours.length > 0 && state.isProtected)
    throw new WorkbookError("accessDenied", "the structure of the workbook is protected");
  const leavesOne = state.sheets.some((sheet) => sheet.mark === null && sheet.isVisible);
  const taken = state.sheets.map((sheet) => sheet.name);
  return { sheets: ours, addFirst: leavesOne ? null : findFreeName("Sheet1", taken, formatSheetSuffix) };
}

function chooseSheetNames(
  state: WorkbookState,
  output: WorkbookOutput,
  targets: readonly (SheetState | undefined)[],
): string[] {
  const taken = state.sheets.map((sheet) => sheet.name);
  return output.sheets.map((content, index) => {
    const name = targets[index]?.name ?? findFreeName(content.name, taken, formatSheetSuffix);
    taken.push(name);
    return name;
  });
}

function collectSheetChanges(
  state: WorkbookState,
  output: WorkbookOutput,
  names: readonly string[],
): Map<string, string> {
  const changes = new Map<string, string>();
  const note = (wished: string, name: string) =>
    void (wished !== name && wished !== "" && changes.set(wished.toLowerCase(), name));
  for (const sheet of state.sheets) if (sheet.mark) note(sheet.mark.name, sheet.name);
  output.sheets.forEach((content, index) => {
    changes.delete(content.name.toLowerCase());
    note(content.name, names[index]);
  });
  return changes;
}

function collectTableChanges(state: WorkbookState, choices: readonly TableChoice[]): Map<string, string> {
  const changes = new Map<string, string>();
  const note = (wished: string, name: string) => void (wished !== name && changes.set(wished.toLowerCase(), name));
  for (const sheet of state.sheets) {
    if (sheet.mark) for (const [wished, table] of matchTables(sheet)) note(wished, table.name);
  }
  for (const { tables } of choices) {
    for (const table of tables) {
      changes.delete(table.content.name.toLowerCase());
      note(table.content.name, table.name);
    }
  }
  return changes;
}

function planSheet(
  content: SheetContent,
  name: string,
  target: SheetState | undefined,
  choice: TableChoice,
): SheetPlan {
  const range = boundContent(content);
  const oldRange = target?.mark?.range ?? null;
  const mustBeBlank = target ? subtractRange(range, oldRange) : [];
  const ours = new Set([...choice.tables.map((table) => table.key), ...choice.removed.map((table) => table.key)]);
  const foreign = (target?.tables ?? []).filter((table) => !ours.has(table.key)).map((table) => table.range);
  const planned = choice.tables.map((table) => table.range);
  for (const part of mustBeBlank) refuseOverlap(name, part, [...foreign, ...(target?.pivots ?? [])]);
  for (const part of planned) refuseOverlap(name, part, foreign);
  refuseOverlap(name, range, target?.pivots ?? []);

  const chartNames = content.charts.map((chart) => chart.name);
  const mark: SheetMark = {
    id: content.id,
    name: content.name,
    range,
    tables: [...choice.tables]
      .sort((a, b) => a.range.row - b.range.row || a.range.column - b.range.column)
      .map((table) => ({ wished: table.content.name, name: table.name })),
    charts: chartNames,
  };
  return {
    key: target?.key ?? null,
    name,
    content,
    oldRange,
    range,
    mustBeBlank,
    clear: oldRange ? subtractRange(oldRange, range) : [],
    tables: choice.tables,
    removeTables: choice.removed.map((table) => table.key),
    removeCharts: (target?.mark?.charts ?? []).filter((chart) => !chartNames.some((other) => isSameName(other, chart))),
    mark: formatMark(mark),
  };
}

function refuseOverlap(sheet: string, range: GridRange, others: readonly GridRange[]): void {
  for (const other of others) {
    const common = intersectRanges(range, other);
    if (common) throw buildNoRoomError(sheet, common);
  }
}
