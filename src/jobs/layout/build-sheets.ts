import type { Analysis } from "../../core/report/analysis";
import { runInSlices } from "../../engine/slices";
import type { SheetContent } from "../../workbook/port";
import { layOutClusters } from "./clusters-sheet";
import { layOutCross } from "./cross/cross-sheet";
import { layOutCustomers } from "./customers-sheet";
import { layOutHistory } from "./history-sheet";
import type { LayoutContext, SheetId } from "./layout-context";
import { SHEET_IDS } from "./layout-context";
import { layOutLenses } from "./lenses/lenses-sheet";
import { layOutLifetime } from "./lifetime/lifetime-sheet";
import { layOutNotes } from "./notes/notes-sheet";
import type { SheetSteps } from "./sheet-steps";
import { finishSteps } from "./sheet-steps";
import { layOutSummary } from "./summary/summary-sheet";
import { layOutTree } from "./tree/tree-sheet";

/** How each sheet is laid out, in steps of a moment each. */
export const sheetLayouts: Readonly<Record<SheetId, (analysis: Analysis, context: LayoutContext) => SheetSteps>> = {
  summary: layOutSummary,
  customers: layOutCustomers,
  lenses: layOutLenses,
  cross: layOutCross,
  clusters: layOutClusters,
  tree: layOutTree,
  clv: layOutLifetime,
  notes: layOutNotes,
  history: layOutHistory,
};

function listWanted({ sheets }: LayoutContext): SheetId[] {
  const wanted = sheets ?? SHEET_IDS;
  return SHEET_IDS.filter((id) => wanted.includes(id));
}

/** The sheets of an analysis in the order they stand in the workbook. */
export function buildSheets(analysis: Analysis, context: LayoutContext): SheetContent[] {
  return listWanted(context).map((id) => finishSteps(sheetLayouts[id](analysis, context)));
}

/** As {@link buildSheets}, with a turn for the host after each slice of the work. */
export async function buildSheetsInSlices(
  analysis: Analysis,
  context: LayoutContext,
  signal?: AbortSignal,
): Promise<SheetContent[]> {
  const sheets: SheetContent[] = [];
  for (const id of listWanted(context)) {
    sheets.push(await runInSlices(`lay out ${id}`, sheetLayouts[id](analysis, context), signal));
  }
  return sheets;
}
