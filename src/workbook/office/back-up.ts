import { boundRanges, isSameRange } from "../grid-range";
import { isSameName } from "../free-name";
import type { GridRange } from "../port";
import type { SheetState } from "../workbook-state";
import { getCells, rangeProperties, readRange } from "./cell-range";
import type { WriteStep } from "./write-steps";
import { buildStep } from "./write-steps";

/** Cells of a sheet that are kept on a hidden sheet while the sheet is changed. */
export interface BackUp {
  readonly backupName: string;
  readonly sheetId: string;
  readonly range: GridRange;
  readonly before: SheetState;
}

/** Keeps cells at the same place of a hidden sheet. Formulas and formats apart, because a table copied whole becomes another table. */
export function buildBackUpStep({ backupName, sheetId, range }: BackUp): WriteStep {
  return buildStep((context) => {
    const { worksheets } = context.workbook;
    const source = getCells(worksheets.getItem(sheetId), range);
    const target = getCells(worksheets.getItem(backupName), range);
    target.copyFrom(source, "Formulas");
    target.copyFrom(source, "Formats");
  }, 6);
}

/** Gives sheets back the cells and tables that they had. */
export async function restoreBackUps(context: Excel.RequestContext, backUps: readonly BackUp[]): Promise<void> {
  const { worksheets } = context.workbook;
  const kept = worksheets.load("items/name");
  const loaded = backUps.map((backUp) => {
    const { tables } = worksheets.getItem(backUp.sheetId);
    return { backUp, tables: tables.load("items/id,items/name") };
  });
  await context.sync();
  const ranged = loaded
    .filter(({ backUp }) => kept.items.some((sheet) => sheet.name === backUp.backupName))
    .map(({ backUp, tables }) => ({
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
  await context.sync();
}

function restoreSheet(
  sheet: Excel.Worksheet,
  kept: Excel.Worksheet,
  { range, before }: BackUp,
  now: SheetState["tables"],
): void {
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
  getCells(sheet, range).copyFrom(getCells(kept, range), "Formulas");
  getCells(sheet, range).copyFrom(getCells(kept, range), "Formats");
  for (const table of before.tables) {
    if (standing.has(table.key)) continue;
    const added = sheet.tables.add(getCells(sheet, table.range), true);
    if (!now.some((other) => isSameName(other.name, table.name))) added.name = table.name;
  }
}
