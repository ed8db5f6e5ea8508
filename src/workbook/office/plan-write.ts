import { intersectRanges } from "../grid-range";
import type { SheetPlan } from "../plan-output";
import { buildNoRoomError, planOutput } from "../plan-output";
import type { WorkbookOutput } from "../port";
import type { SheetState } from "../workbook-state";
import type { BackUp } from "./back-up";
import { getCells, rangeProperties, readRange } from "./cell-range";
import type { PlannedLabels } from "./office-labels";
import { planOfficeLabels } from "./office-labels";
import { boundLabelCells } from "./place-labels";
import { boundTouched } from "./place-output";
import type { OfficeState } from "./read-state";
import { readState } from "./read-state";
import type { StagedSheet } from "./stage-output";
import { chooseStagingNames } from "./stage-output";

/** Everything that is decided before anything is changed. */
export interface PlannedWrite {
  readonly output: WorkbookOutput;
  readonly state: OfficeState;
  readonly plans: readonly SheetPlan[];
  /** For each plan the sheet as it stands, null for a new one. */
  readonly before: readonly (SheetState | null)[];
  /** Names of the charts on sheets that stand, by the sheet's key. */
  readonly charts: ReadonlyMap<string, readonly string[]>;
  readonly labels: PlannedLabels | undefined;
  readonly staged: readonly StagedSheet[];
  readonly labelsName: string;
  readonly backUps: readonly BackUp[];
}

/** @throws WorkbookError where something is in the way */
export async function planWrite(context: Excel.RequestContext, output: WorkbookOutput): Promise<PlannedWrite> {
  const state = await readState(context);
  const plans = planOutput(state, output);
  const charts = await checkRoom(context, plans, state);
  const labels = output.labels && (await planOfficeLabels(context, state, output.labels));
  const targets = new Map(state.sheets.map((sheet) => [sheet.key, sheet]));
  const before = plans.map((plan) => (plan.key === null ? null : targets.get(plan.key)!));
  const touched = listTouched(plans, before, labels);
  const taken = [...state.sheets.map((sheet) => sheet.name), ...state.leftOver, ...plans.map((plan) => plan.name)];
  const names = chooseStagingNames(taken, plans.length + touched.length + 1);
  return {
    output,
    state,
    plans,
    before,
    charts,
    labels,
    staged: plans.map((plan, index) => ({ plan, stagingName: names[index] })),
    backUps: touched.map(({ sheet, range }, index) => ({
      backupName: names[plans.length + index],
      sheetId: sheet.key,
      range,
      before: sheet,
    })),
    labelsName: names[names.length - 1],
  };
}

function listTouched(
  plans: readonly SheetPlan[],
  before: readonly (SheetState | null)[],
  labels: PlannedLabels | undefined,
): { sheet: SheetState; range: ReturnType<typeof boundTouched> }[] {
  const standing = plans.flatMap((plan, index) => {
    const sheet = before[index];
    return sheet ? [{ sheet, range: boundTouched(plan, sheet) }] : [];
  });
  return labels ? [...standing, { sheet: labels.sheet, range: boundLabelCells(labels) }] : standing;
}

/** Refuses to cover cells of the user's; the names of the charts on sheets that stand come back, by key. One request, if any. */
async function checkRoom(
  context: Excel.RequestContext,
  plans: readonly SheetPlan[],
  state: OfficeState,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const standing = plans.filter((plan) => plan.key !== null);
  if (standing.length === 0) return new Map();
  const loaded = standing.map((plan) => {
    const sheet = context.workbook.worksheets.getItem(plan.key!);
    const parts = plan.mustBeBlank.map((range) => {
      const used = getCells(sheet, range).getUsedRangeOrNullObject(true).untrack();
      return { range, used: used.load(rangeProperties) };
    });
    return { plan, parts, charts: sheet.charts.load("items/name") };
  });
  await context.sync();
  for (const { plan, parts } of loaded) {
    const full = parts.find(({ used }) => !used.isNullObject);
    const name = state.sheets.find((sheet) => sheet.key === plan.key)?.name ?? plan.name;
    if (full) throw buildNoRoomError(name, intersectRanges(full.range, readRange(full.used)) ?? full.range);
  }
  return new Map(loaded.map(({ plan, charts }) => [plan.key!, charts.items.map((chart) => chart.name)]));
}
