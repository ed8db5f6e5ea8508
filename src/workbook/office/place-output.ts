import { boundRanges, isSameRange } from "../grid-range";
import { markKey } from "../output-mark";
import type { SheetPlan } from "../plan-output";
import type { GridRange } from "../port";
import type { SheetState } from "../workbook-state";
import { getCells } from "./cell-range";
import { applyLook, listConditionalSteps, listFormulaSteps } from "./draw-sheet";
import { stagingKey } from "./read-state";
import type { StagedSheet } from "./stage-output";
import { buildTableStep, isDeferred, listDeferredFormulas } from "./stage-output";

/** A staged sheet and all that putting it in place needs. */
export interface ReadySheet extends StagedSheet {
  /** The identity of the hidden sheet, which stays when it is renamed. */
  readonly stagingId: string;
  /** The sheet as it stands; null for a new one. */
  readonly before: SheetState | null;
  /** How many series each of its charts has, by name in lower case. */
  readonly standingCharts: ReadonlyMap<string, number>;
}

export function openTarget(context: Excel.RequestContext, sheet: ReadySheet): Excel.Worksheet {
  return context.workbook.worksheets.getItem(sheet.plan.key ?? sheet.stagingId);
}

/** Everything of a sheet that a run may change the cells of. */
export function boundTouched(plan: SheetPlan, before: SheetState | null): GridRange {
  const tables = before?.tables.filter(
    (table) => plan.removeTables.includes(table.key) || plan.tables.some((other) => other.key === table.key),
  );
  return [...(plan.oldRange ? [plan.oldRange] : []), ...(tables ?? []).map((table) => table.range)].reduce(
    boundRanges,
    plan.range,
  );
}

/** Queues what gives a sheet its cells and tables: all that Excel might refuse. */
export function placeCells(context: Excel.RequestContext, ready: ReadySheet): void {
  const { plan } = ready;
  const sheet = openTarget(context, ready);
  if (plan.key === null) {
    sheet.name = plan.name;
    return;
  }
  const touched = [...(plan.oldRange ? [plan.oldRange] : []), ...plan.mustBeBlank];
  for (const table of plan.tables) if (table.key !== null) sheet.tables.getItem(table.key).clearFilters();
  for (const key of plan.removeTables) sheet.tables.getItem(key).convertToRange().untrack();
  for (const range of touched) {
    const cells = getCells(sheet, range);
    cells.conditionalFormats.clearAll();
    cells.unmerge();
  }
  for (const range of touched) getCells(sheet, range).rowHidden = false;
  for (const table of plan.tables) {
    const old = ready.before?.tables.find((other) => other.key === table.key);
    if (old && !isSameRange(old.range, table.range)) sheet.tables.getItem(old.key).resize(getCells(sheet, table.range));
  }
  for (const range of plan.clear) getCells(sheet, range).clear("All");
  const staging = context.workbook.worksheets.getItem(ready.stagingName);
  getCells(sheet, plan.range).copyFrom(getCells(staging, plan.range), "All");
  for (const table of plan.tables) {
    if (table.key === null) buildTableStep(table, () => sheet).queue(context);
  }
}

/** Queues formulas and conditional formats that name other sheets, once all have their names; they may be refused too. */
export function placeFormulas(context: Excel.RequestContext, ready: ReadySheet): void {
  const { plan } = ready;
  const open = () => openTarget(context, ready);
  for (const step of listFormulaSteps(listDeferredFormulas(plan), open)) step.queue(context);
  const formats = plan.content.conditionalFormats.filter(
    (format) => plan.key !== null || (format.kind === "formula" && isDeferred(format.formula)),
  );
  for (const step of listConditionalSteps(formats, open)) step.queue(context);
}

/** Queues the mark that makes a sheet ours. */
export function placeMark(context: Excel.RequestContext, ready: ReadySheet): void {
  const { plan } = ready;
  const { customProperties } = openTarget(context, ready);
  if (plan.key === null) customProperties.getItem(stagingKey).delete();
  customProperties.add(markKey, plan.mark);
}

const visibilities = { visible: "Visible", hidden: "Hidden", veryHidden: "VeryHidden" } as const;

/** Queues which sheets are seen, and their view: first those that are shown, because one sheet must always be. */
export function placeVisibility(context: Excel.RequestContext, sheets: readonly ReadySheet[]): void {
  for (const wanted of ["visible", "hidden", "veryHidden"] as const) {
    for (const ready of sheets) {
      if (ready.plan.content.visibility !== wanted) continue;
      const sheet = openTarget(context, ready);
      if (wanted !== "visible") applyLook(sheet, ready.plan.content);
      sheet.visibility = visibilities[wanted];
      if (wanted === "visible") applyLook(sheet, ready.plan.content);
    }
  }
}
