import { intersectRanges } from "../grid-range";
import { labelsKey } from "../output-mark";
import type { SheetPlan } from "../plan-output";
import { buildNoRoomError, findActivated, planOutput } from "../plan-output";
import type { CallOptions, WorkbookOutput } from "../port";
import type { SheetState } from "../workbook-state";
import type { BackUp, KeptText } from "./back-up";
import { buildBackUpStep, loadTexts, restoreBackUps } from "./back-up";
import { deleteHidden, getCells, rangeProperties, readRange } from "./cell-range";
import { isExcelError, isPassing, isUndoError, toWorkbookError } from "./errors";
import type { LookWork } from "./finish-look";
import { finishLook, queueLook } from "./finish-look";
import type { PlannedLabels } from "./office-labels";
import { planOfficeLabels } from "./office-labels";
import { boundLabelCells, dropOldLabels, formatPlannedRecords, listLabelSteps, placeLabels } from "./place-labels";
import type { ReadySheet } from "./place-output";
import { boundTouched, placeCells, placeFormulas, placeMark, placeVisibility } from "./place-output";
import type { OfficeState } from "./read-state";
import { readState } from "./read-state";
import type { ExcelWork } from "./run-excel";
import { isExcelApiSupported, pause, runExcel } from "./run-excel";
import type { StagedSheet } from "./stage-output";
import { buildStagingStep, chooseStagingNames, listStagingSteps } from "./stage-output";
import { storeSetting } from "./store-setting";
import type { WriteStep } from "./write-steps";
import { StepSender } from "./write-steps";

/** The size of one request; Excel on the web refuses 5 MB. */
const bytesPerRequest = 1_600_000;

/**
 * Writes an output: everything is built on hidden sheets, one request puts it in place, and the last one gives sheets that stood before their
 * look. Whatever fails before that leaves the workbook as it was; what fails in the last request is done again in small steps.
 *
 * @throws WorkbookError, or the signal's reason
 */
export async function writeOutput(output: WorkbookOutput, options: CallOptions = {}): Promise<void> {
  const { signal } = options;
  signal?.throwIfAborted();
  findActivated(output);
  let canMergeUndo = isExcelApiSupported("1.20");
  let bytes = bytesPerRequest;
  for (let attempt = 1; ; attempt++) {
    let writer: OutputWriter | null = null;
    let unfinished: LookWork | null;
    try {
      const planned = await runExcel((context) => planWrite(context, output));
      signal?.throwIfAborted();
      const current = new OutputWriter(planned, options, bytes);
      writer = current;
      await runExcel((context) => current.write(context), canMergeUndo && !current.deletesSheets);
      ({ unfinished } = current);
    } catch (error) {
      await writer?.cleanUp();
      if (canMergeUndo && isUndoError(error)) {
        canMergeUndo = false;
        attempt -= 1;
      } else if (attempt > 1 || !isPassing(error)) {
        throw toWorkbookError(error);
      } else {
        bytes /= 2;
        await pause();
      }
      continue;
    }
    if (unfinished !== null) await finishLook(unfinished);
    return;
  }
}

/** Everything that is decided before anything is changed. */
interface PlannedWrite {
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
async function planWrite(context: Excel.RequestContext, output: WorkbookOutput): Promise<PlannedWrite> {
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

/** One attempt to write an output. */
class OutputWriter {
  private readonly planned: PlannedWrite;
  private readonly options: CallOptions;
  private readonly mostBytes: number;
  private readonly hiddenNames: readonly string[];
  private hiddenIds: readonly string[] = [];
  private hasBegun = false;
  private isPlacing = false;
  private kept: readonly KeptText[] = [];
  /** What Excel did not take of the look, once all cells are in place. */
  unfinished: LookWork | null = null;

  constructor(planned: PlannedWrite, options: CallOptions, mostBytes: number) {
    this.planned = planned;
    this.options = options;
    this.mostBytes = mostBytes;
    this.hiddenNames = [
      ...planned.staged.map((sheet) => sheet.stagingName),
      ...(planned.labels ? [planned.labelsName] : []),
      ...planned.backUps.map((backUp) => backUp.backupName),
    ];
  }

  /** Whether it deletes sheets, which Excel cannot take into one step of undo. */
  get deletesSheets(): boolean {
    const { plans, state } = this.planned;
    return state.leftOver.length > 0 || this.hiddenNames.length > plans.filter((plan) => plan.key === null).length;
  }

  async write(context: Excel.RequestContext): Promise<void> {
    const { signal, onProgress } = this.options;
    const { plans, state } = this.planned;
    const total = plans.reduce((sum, plan) => sum + plan.range.rowCount * plan.range.columnCount, 0);
    this.hasBegun = true;
    context.runtime.enableEvents = false;
    for (const name of state.leftOver) deleteHidden(context.workbook.worksheets.getItemOrNullObject(name));
    await new StepSender(context, this.mostBytes, total, this.options).send(this.listSteps());
    const ready = await this.prepare(context);
    signal?.throwIfAborted();
    this.isPlacing = true;
    this.place(context, ready);
    await context.sync();
    this.isPlacing = false;
    await this.dress(context, ready);
    onProgress?.(total, total);
  }

  private *listSteps(): Generator<WriteStep> {
    const { staged, labels, labelsName, backUps, state } = this.planned;
    for (const sheet of staged) yield* listStagingSteps(sheet, state.date1904);
    if (labels) {
      yield buildStagingStep(labelsName);
      yield* listLabelSteps(labels, labelsName, state.date1904);
    }
    for (const backUp of backUps) {
      yield buildStagingStep(backUp.backupName);
      yield buildBackUpStep(backUp);
    }
  }

  /** Learns the identities of the hidden sheets, which stay when they are renamed, and how many series charts have. */
  private async prepare(context: Excel.RequestContext): Promise<ReadySheet[]> {
    const { staged, before, charts } = this.planned;
    const { worksheets } = context.workbook;
    worksheets.load("items/id,items/name");
    const counts = [...charts].map(([key, names]) => ({
      key,
      series: names.map((name) => ({
        name,
        count: worksheets.getItem(key).charts.getItem(name).series.getCount(),
      })),
    }));
    const kept = loadTexts(context, Object.keys(this.listSettings()), this.planned.plans);
    await context.sync();
    this.kept = kept();
    const ids = new Map(worksheets.items.map((sheet) => [sheet.name, sheet.id]));
    this.hiddenIds = this.hiddenNames.flatMap((name) => ids.get(name) ?? []);
    const standing = new Map(
      counts.map(({ key, series }) => [
        key,
        new Map(series.map(({ name, count }) => [name.toLowerCase(), count.value] as const)),
      ]),
    );
    return staged.map((sheet, index) => ({
      ...sheet,
      stagingId: ids.get(sheet.stagingName)!,
      before: before[index],
      standingCharts: standing.get(sheet.plan.key ?? "") ?? new Map<string, number>(),
    }));
  }

  private listSettings(): Readonly<Record<string, string>> {
    const { output, labels } = this.planned;
    return { ...output.settings, ...(labels ? { [labelsKey]: formatPlannedRecords(labels) } : {}) };
  }

  /** Queues the request that puts everything in place: all that it does can be taken back. */
  private place(context: Excel.RequestContext, ready: readonly ReadySheet[]): void {
    const { labels, labelsName } = this.planned;
    const { workbook } = context;
    context.application.suspendScreenUpdatingUntilNextSync();
    context.application.suspendApiCalculationUntilNextSync();
    if (labels) placeLabels(context, labels, labelsName);
    for (const sheet of ready) placeCells(context, sheet);
    for (const sheet of ready) placeFormulas(context, sheet);
    if (labels) dropOldLabels(context, labels);
    for (const sheet of ready) placeMark(context, sheet);
    for (const [key, text] of Object.entries(this.listSettings())) storeSetting(workbook, key, text);
    placeVisibility(
      context,
      ready.filter((sheet) => sheet.plan.key === null),
    );
  }

  /** The last request: what cannot be taken back, and need not be. */
  private async dress(context: Excel.RequestContext, ready: readonly ReadySheet[]): Promise<void> {
    const placed = new Set(ready.filter((sheet) => sheet.plan.key === null).map((sheet) => sheet.stagingName));
    const work: LookWork = {
      standing: ready.filter((sheet) => sheet.plan.key !== null),
      hidden: this.hiddenNames.filter((name) => !placed.has(name)),
      activated: ready[findActivated(this.planned.output)] ?? null,
    };
    context.application.suspendScreenUpdatingUntilNextSync();
    queueLook(context, work);
    try {
      await context.sync();
    } catch (error) {
      if (!isExcelError(error)) throw error;
      this.unfinished = work;
    }
  }

  /** Takes back what an attempt that failed has done. A hidden sheet that Excel does not give up now is removed by the next write. */
  async cleanUp(): Promise<void> {
    if (!this.hasBegun) return;
    if (this.isPlacing) await tryTwice((context) => restoreBackUps(context, this.planned.backUps, this.kept));
    await tryTwice((context) => this.dropHidden(context));
  }

  private async dropHidden(context: Excel.RequestContext): Promise<void> {
    const { worksheets } = context.workbook;
    const keys = this.hiddenIds.length > 0 ? this.hiddenIds : this.hiddenNames;
    for (const key of keys) deleteHidden(worksheets.getItemOrNullObject(key));
    context.runtime.enableEvents = true;
    await context.sync();
  }
}

/** What cannot be taken back is left: the failure that made it necessary is the one to tell. */
async function tryTwice(work: ExcelWork<void>): Promise<void> {
  try {
    await runExcel(work);
  } catch {
    await pause();
    await runExcel(work).catch(() => undefined);
  }
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
