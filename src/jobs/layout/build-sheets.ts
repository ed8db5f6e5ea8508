import type { Analysis } from "../../core/report/analysis";
import { pause, runSlice } from "../../engine/slices";
import type { SheetContent } from "../../workbook/port";
import { buildClustersSheet } from "./clusters-sheet";
import { layOutCustomers } from "./customers-sheet";
import { buildHistorySheet } from "./history-sheet";
import type { LayoutContext, SheetId } from "./layout-context";
import { SHEET_IDS } from "./layout-context";
import { buildCrossSheet } from "./cross/cross-sheet";
import { layOutLenses } from "./lenses/lenses-sheet";
import { buildLifetimeSheet } from "./lifetime/lifetime-sheet";
import { buildNotesSheet } from "./notes/notes-sheet";
import type { SheetSteps } from "./sheet-steps";
import { finishSteps } from "./sheet-steps";
import { layOutSummary } from "./summary/summary-sheet";
import { buildTreeSheet } from "./tree/tree-sheet";

/** Sheets that take long are built in steps. */
type BuildSheet = (analysis: Analysis, context: LayoutContext) => SheetContent | SheetSteps;

const builders: Readonly<Record<SheetId, BuildSheet>> = {
  summary: layOutSummary,
  customers: layOutCustomers,
  lenses: layOutLenses,
  cross: buildCrossSheet,
  clusters: buildClustersSheet,
  tree: buildTreeSheet,
  clv: buildLifetimeSheet,
  notes: buildNotesSheet,
  history: buildHistorySheet,
};

function listWanted({ sheets }: LayoutContext): SheetId[] {
  const wanted = sheets ?? SHEET_IDS;
  return SHEET_IDS.filter((id) => wanted.includes(id));
}

const isContent = (built: SheetContent | SheetSteps): built is SheetContent => "id" in built;

/** The sheets of an analysis in the order they stand in the workbook. */
export function buildSheets(analysis: Analysis, context: LayoutContext): SheetContent[] {
  return listWanted(context).map((id) => {
    const built = builders[id](analysis, context);
    return isContent(built) ? built : finishSteps(built);
  });
}

async function buildSheetInSlices(id: SheetId, analysis: Analysis, context: LayoutContext): Promise<SheetContent> {
  const built = runSlice(`lay out ${id}`, () => builders[id](analysis, context));
  if (isContent(built)) return built;
  for (;;) {
    await pause();
    const step = runSlice(`lay out ${id}`, () => built.next());
    if (step.done === true) return step.value;
  }
}

/** As {@link buildSheets}, with a turn for the host after each sheet and step. */
export async function buildSheetsInSlices(analysis: Analysis, context: LayoutContext): Promise<SheetContent[]> {
  const sheets: SheetContent[] = [];
  for (const id of listWanted(context)) {
    sheets.push(await buildSheetInSlices(id, analysis, context));
    await pause();
  }
  return sheets;
}
