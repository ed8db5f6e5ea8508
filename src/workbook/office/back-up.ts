import { boundRanges, isSameRange } from "../grid-range";
import { isSameName } from "../free-name";
import { markKey } from "../output-mark";
import type { SheetPlan } from "../plan-output";
import type { GridRange } from "../port";
import type { SheetState } from "../workbook-state";
import { getCells, rangeProperties, readRange } from "./cell-range";
import { storeSetting } from "./store-setting";
import type { WriteStep } from "./write-steps";
import { buildStep } from "./write-steps";

/** Cells of a sheet that are kept on a hidden sheet while the sheet is changed. */
export interface BackUp {
  readonly backupName: string;
  readonly sheetId: string;
  readonly range: GridRange;
  readonly before: SheetState;
}

/**
 * Formulas and formats apart where there are tables, because a table copied whole becomes another table; only a copy of everything has the
 * lists that cells offer, which none but our sheets lose.
 */
function listCopyTypes({ before }: BackUp): readonly ("All" | "Formulas" | "Formats")[] {
  return before.mark !== null && before.tables.length === 0 ? ["All"] : ["Formulas", "Formats"];
}

/** Keeps cells at the same place of a hidden sheet. */
export function buildBackUpStep(backUp: BackUp): WriteStep {
  const { backupName, sheetId, range } = backUp;
  return buildStep((context) => {
    const { worksheets } = context.workbook;
    const source = getCells(worksheets.getItem(sheetId), range);
    const target = getCells(worksheets.getItem(backupName), range);
    for (const type of listCopyTypes(backUp)) target.copyFrom(source, type);
  }, 6);
}

/** A document setting, or the mark of a sheet, as it was. */
export interface KeptText {
  /** The sheet's identity; null for a document setting. */
  readonly sheetId: string | null;
  readonly key: string;
  /** Empty where there was none. */
  readonly text: string;
}

/** Queues the reading of settings and of the marks of sheets that stand; what comes back gives them after the next sync. */
export function loadTexts(
  { workbook }: Excel.RequestContext,
  settings: readonly string[],
  plans: readonly SheetPlan[],
): () => KeptText[] {
  const items = [
    ...settings.map((key) => ({ sheetId: null, key, item: workbook.settings.getItemOrNullObject(key) })),
    ...plans.flatMap(({ key: sheetId }) => {
      if (sheetId === null) return [];
      const { customProperties } = workbook.worksheets.getItem(sheetId);
      return { sheetId, key: markKey, item: customProperties.getItemOrNullObject(markKey) };
    }),
  ];
  for (const { item } of items) item.load("value");
  return () =>
    items.map(({ sheetId, key, item }) => ({ sheetId, key, text: item.isNullObject ? "" : String(item.value) }));
}

function restoreText({ workbook }: Excel.RequestContext, { sheetId, key, text }: KeptText): void {
  if (sheetId === null) storeSetting(workbook, key, text);
  else workbook.worksheets.getItem(sheetId).customProperties.add(key, text);
}

/** Gives sheets back the cells, tables and marks that they had, and the workbook its settings. A sheet that is gone by now stays gone. */
export async function restoreBackUps(
  context: Excel.RequestContext,
  backUps: readonly BackUp[],
  texts: readonly KeptText[],
): Promise<void> {
  const { worksheets } = context.workbook;
  const kept = worksheets.load("items/id,items/name");
  await context.sync();
  const ids = new Set(kept.items.map((sheet) => sheet.id));
  const loaded = backUps
    .filter(({ backupName, sheetId }) => ids.has(sheetId) && kept.items.some((sheet) => sheet.name === backupName))
    .map((backUp) => {
      const { tables } = worksheets.getItem(backUp.sheetId);
      return { backUp, tables: tables.load("items/id,items/name") };
    });
  await context.sync();
  const ranged = loaded.map(({ backUp, tables }) => ({
    backUp,
    tables: tables.items.map((table) => ({
      id: table.id,
      name: table.name,
      range: table.getRange().untrack().load(rangeProperties),
    })),
  }));
  await context.sync();
  for (const { backUp, tables } of ranged) {
    const now = tables.map(({ id, name, range }) => ({ key: id, name, range: readRange(range) }));
    restoreSheet(worksheets.getItem(backUp.sheetId), worksheets.getItem(backUp.backupName), backUp, now);
  }
  for (const text of texts) if (text.sheetId === null || ids.has(text.sheetId)) restoreText(context, text);
  await context.sync();
}

function restoreSheet(sheet: Excel.Worksheet, kept: Excel.Worksheet, backUp: BackUp, now: SheetState["tables"]): void {
  const { range, before } = backUp;
  const old = new Map(before.tables.map((table) => [table.key, table]));
  for (const table of now) if (!old.has(table.key)) sheet.tables.getItem(table.key).convertToRange().untrack();
  const standing = new Map(now.map((table) => [table.key, table]));
  for (const key of standing.keys()) if (old.has(key)) sheet.tables.getItem(key).clearFilters();
  for (const table of before.tables) {
    const current = standing.get(table.key);
    if (current && !isSameRange(current.range, table.range)) {
      sheet.tables.getItem(table.key).resize(getCells(sheet, table.range));
    }
  }
  const cells = getCells(sheet, now.map((table) => table.range).reduce(boundRanges, range));
  cells.conditionalFormats.clearAll();
  cells.unmerge();
  for (const type of listCopyTypes(backUp)) getCells(sheet, range).copyFrom(getCells(kept, range), type);
  for (const table of before.tables) {
    if (standing.has(table.key)) continue;
    const added = sheet.tables.add(getCells(sheet, table.range), true);
    if (!now.some((other) => isSameName(other.name, table.name))) added.name = table.name;
  }
}
