import type { Analysis } from "../../core/report/analysis";
import { pause, runSlice } from "../../engine/slices";
import type { SheetContent } from "../../workbook/port";
import { buildClustersSheet } from "./clusters-sheet";
import { buildCustomersSheet } from "./customers-sheet";
import { buildHistorySheet } from "./history-sheet";
import type { LayoutContext, SheetId } from "./layout-context";
import { SHEET_IDS } from "./layout-context";
import { buildCrossSheet } from "./cross/cross-sheet";
import { buildLensesSheet } from "./lenses/lenses-sheet";
import { buildLifetimeSheet } from "./lifetime/lifetime-sheet";
import { buildNotesSheet } from "./notes/notes-sheet";
import { buildSummarySheet } from "./summary/summary-sheet";
import { buildTreeSheet } from "./tree/tree-sheet";

type BuildSheet = (analysis: Analysis, context: LayoutContext) => SheetContent;

const builders: Readonly<Record<SheetId, BuildSheet>> = {
  summary: buildSummarySheet,
  customers: buildCustomersSheet,
  lenses: buildLensesSheet,
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

/** The sheets of an analysis in the order they stand in the workbook. */
export function buildSheets(analysis: Analysis, context: LayoutContext): SheetContent[] {
  return listWanted(context).map((id) => builders[id](analysis, context));
}

/** As {@link buildSheets}, with a turn for the host after each sheet. */
export async function buildSheetsInSlices(analysis: Analysis, context: LayoutContext): Promise<SheetContent[]> {
  const sheets: SheetContent[] = [];
  for (const id of listWanted(context)) {
    sheets.push(runSlice(`lay out ${id}`, () => builders[id](analysis, context)));
    await pause();
  }
  return sheets;
}
