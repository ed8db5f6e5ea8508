import type { Analysis } from "../../core/report/analysis";
import type { SheetContent } from "../../workbook/port";
import { buildClustersSheet } from "./clusters-sheet";
import { buildCustomersSheet } from "./customers-sheet";
import { buildHistorySheet } from "./history-sheet";
import type { LayoutContext, SheetId } from "./layout-context";
import { SHEET_IDS } from "./layout-context";
import { buildLifetimeSheet } from "./lifetime/lifetime-sheet";
import { buildNotesSheet } from "./notes/notes-sheet";
import { buildSummarySheet } from "./summary/summary-sheet";
import { buildTreeSheet } from "./tree/tree-sheet";

type BuildSheet = (analysis: Analysis, context: LayoutContext) => SheetContent;

const builders: Readonly<Record<SheetId, BuildSheet>> = {
  summary: buildSummarySheet,
  customers: buildCustomersSheet,
  clusters: buildClustersSheet,
  tree: buildTreeSheet,
  clv: buildLifetimeSheet,
  notes: buildNotesSheet,
  history: buildHistorySheet,
};

/** The sheets of an analysis in the order they stand in the workbook. */
export function buildSheets(analysis: Analysis, context: LayoutContext): SheetContent[] {
  const wanted = context.sheets ?? SHEET_IDS;
  return SHEET_IDS.filter((id) => wanted.includes(id)).map((id) => builders[id](analysis, context));
}
