import { findFreeName } from "../free-name";
import { isInside } from "../grid-range";
import type { SheetPlan } from "../plan-output";
import type { TablePlan } from "../plan-tables";
import type { FormulaCell } from "../port";
import { getCells } from "./cell-range";
import { listChartSteps } from "./draw-chart";
import {
  listConditionalSteps,
  listFormulaSteps,
  listLinkSteps,
  listMergeSteps,
  listSizeSteps,
  listStyleSteps,
  listValidationSteps,
} from "./draw-sheet";
import { stagingKey } from "./read-state";
import type { WriteStep, WriteSteps } from "./write-steps";
import { buildStep } from "./write-steps";
import { listValueSteps } from "./write-values";

/** A sheet of the output and the hidden sheet on which its content is built. */
export interface StagedSheet {
  readonly plan: SheetPlan;
  readonly stagingName: string;
}

/** Names for hidden sheets that no sheet has. */
export function chooseStagingNames(taken: readonly string[], count: number): string[] {
  const names: string[] = [];
  for (let index = 0; index < count; index++) {
    names.push(findFreeName("~cvm", [...taken, ...names], (wished, number) => `${wished}${number}`));
  }
  return names;
}

/** A hidden sheet with the mark of one, so that a rest of it is known as such. */
export function buildStagingStep(name: string): WriteStep {
  return buildStep((context) => {
    const sheet = context.workbook.worksheets.add(name);
    sheet.visibility = "VeryHidden";
    sheet.customProperties.add(stagingKey, "1");
  }, 4);
}

/** Whether a formula names sheets or tables, which may have other names, or not be there, while content is being built. */
export function isDeferred(formula: string): boolean {
  return /[![]/.test(formula);
}

export function listDeferredFormulas(plan: SheetPlan): readonly FormulaCell[] {
  return plan.content.formulas.filter((cell) => isDeferred(cell.formula));
}

/**
 * Steps that build the content of a sheet on its hidden sheet. What a sheet that stands gets from there are its cells; the rest is applied
 * to it in place.
 */
export function* listStagingSteps({ plan, stagingName }: StagedSheet, date1904: boolean): WriteSteps {
  const { content } = plan;
  const open = (context: Excel.RequestContext) => context.workbook.worksheets.getItem(stagingName);
  const isNew = plan.key === null;
  const isCell = (style: (typeof content.styles)[number]) => isNew || isInside(style.range, plan.range);
  const styles = content.styles.filter(isCell);
  yield buildStagingStep(stagingName);
  for (const block of content.values) yield* listValueSteps(block, styles, open, date1904);
  yield* listFormulaSteps(
    content.formulas.filter((cell) => !isDeferred(cell.formula)),
    open,
  );
  yield* listLinkSteps(content, open);
  yield* listStyleSteps({ ...content, styles }, open);
  yield* listMergeSteps(content, open);
  yield* listValidationSteps(content, open);
  if (!isNew) return;
  for (const table of plan.tables) yield buildTableStep(table, open);
  yield* listConditionalSteps(
    content.conditionalFormats.filter((format) => format.kind !== "formula" || !isDeferred(format.formula)),
    open,
  );
  yield* listSizeSteps(content, open);
  yield* listChartSteps(content.charts, open);
}

export function buildTableStep(
  { name, range, content }: TablePlan,
  open: (context: Excel.RequestContext) => Excel.Worksheet,
): WriteStep {
  return buildStep((context) => {
    const sheet = open(context);
    const table = sheet.tables.add(getCells(sheet, range), true);
    table.name = name;
    table.style = content.style;
    table.showFilterButton = content.showFilter;
  }, 6);
}
