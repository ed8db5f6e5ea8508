import { pause as giveTurn, runSlice } from "../../engine/slices";
import { labelsKey } from "../output-mark";
import { findActivated } from "../plan-output";
import type { CallOptions, WorkbookOutput } from "../port";
import type { KeptText } from "./back-up";
import { buildBackUpStep, loadTexts, restoreBackUps } from "./back-up";
import { deleteHidden } from "./cell-range";
import { loadRowCheck } from "./check-rows";
import { isExcelError, isPassing, isUndoError, toWorkbookError } from "./errors";
import type { LookWork } from "./finish-look";
import { finishLook, queueLook } from "./finish-look";
import { dropOldLabels, formatPlannedRecords, listLabelSteps, placeLabels } from "./place-labels";
import type { ReadySheet } from "./place-output";
import { placeCells, placeFormulas, placeMark, placeVisibility } from "./place-output";
import type { PlannedWrite } from "./plan-write";
import { planWrite } from "./plan-write";
import type { ExcelWork } from "./run-excel";
import { isExcelApiSupported, pause, runExcel } from "./run-excel";
import { buildStagingStep, listStagingSteps } from "./stage-output";
import { storeSetting } from "./store-setting";
import type { WriteSteps } from "./write-steps";
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
    await giveTurn();
    // In the same request, so that nobody can move rows between the look and the labels.
    const checkRows = this.planned.labels && loadRowCheck(context, this.planned.labels);
    runSlice("place sheets", () => this.place(context, ready));
    await context.sync();
    checkRows?.();
    this.isPlacing = false;
    await this.dress(context, ready);
    onProgress?.(total, total);
  }

  private *listSteps(): WriteSteps {
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
    const { staged, before, charts, labels } = this.planned;
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
    const checkRows = labels && loadRowCheck(context, labels);
    await context.sync();
    checkRows?.();
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
    await giveTurn();
    runSlice("finish look", () => queueLook(context, work));
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
