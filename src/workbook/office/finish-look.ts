import { isInside } from "../grid-range";
import { WorkbookError } from "../port";
import { deleteHidden, getCells } from "./cell-range";
import { listChartSteps } from "./draw-chart";
import { applyStyle, listSizeSteps } from "./draw-sheet";
import { isExcelError, toWorkbookError } from "./errors";
import type { ReadySheet } from "./place-output";
import { openTarget, placeVisibility } from "./place-output";
import { pause, runExcel } from "./run-excel";
import type { WriteStep } from "./write-steps";
import { buildStep } from "./write-steps";

/** What is left to do once all cells are in place: nothing of it can be taken back, and nothing of it needs to be. */
export interface LookWork {
  /** Sheets that stood before. */
  readonly standing: readonly ReadySheet[];
  /** Names of hidden sheets that are needed no more. */
  readonly hidden: readonly string[];
  readonly activated: ReadySheet | null;
}

/** Queues all of it for one request. */
export function queueLook(context: Excel.RequestContext, work: LookWork): void {
  for (const sheet of work.standing) {
    for (const step of listLookSteps(sheet)) step.queue(context);
    for (const step of listStandingCharts(sheet, sheet.standingCharts)) step.queue(context);
  }
  placeVisibility(context, work.standing);
  for (const step of listEndSteps(work)) step.queue(context);
}

function listEndSteps({ hidden, activated }: LookWork): WriteStep[] {
  return [
    ...hidden.map((name) =>
      buildStep((context) => deleteHidden(context.workbook.worksheets.getItemOrNullObject(name))),
    ),
    ...(activated ? [buildStep((context) => openTarget(context, activated).activate())] : []),
    buildStep((context) => {
      context.runtime.enableEvents = true;
    }),
  ];
}

/**
 * All of it again in small requests, after Excel refused the large one: what it refuses for good is left out.
 *
 * @throws WorkbookError `lookIncomplete` when something was left out
 */
export async function finishLook(work: LookWork): Promise<void> {
  const failures: unknown[] = [];
  for (const sheet of work.standing) {
    await sendWhatGoes(listLookSteps(sheet), failures);
    for (const chart of sheet.plan.content.charts) await redrawChart(sheet, chart.name, failures);
  }
  const visibility = work.standing.map((sheet) => buildStep((context) => placeVisibility(context, [sheet])));
  await sendWhatGoes([...visibility, ...listEndSteps(work)], failures);
  if (failures.length === 0) return;
  const first = toWorkbookError(failures[0]);
  throw new WorkbookError("lookIncomplete", first instanceof WorkbookError ? first.detail : "", {}, failures[0]);
}

async function sendWhatGoes(steps: readonly WriteStep[], failures: unknown[]): Promise<void> {
  if (steps.length === 0) return;
  const error = await trySend(steps);
  if (error === null) return;
  if (steps.length > 1) {
    const middle = Math.ceil(steps.length / 2);
    await sendWhatGoes(steps.slice(0, middle), failures);
    await sendWhatGoes(steps.slice(middle), failures);
    return;
  }
  await pause();
  const last = await trySend(steps);
  if (last !== null) failures.push(last);
}

async function trySend(steps: readonly WriteStep[]): Promise<unknown> {
  return catchExcelError(
    runExcel(async (context) => {
      context.application.suspendScreenUpdatingUntilNextSync();
      for (const step of steps) step.queue(context);
      await context.sync();
    }),
  );
}

/** How many series a chart has by now is not known after a failure: it is asked for. */
async function redrawChart(sheet: ReadySheet, name: string, failures: unknown[]): Promise<void> {
  const redraw = () =>
    runExcel(async (context) => {
      const chart = openTarget(context, sheet).charts.getItemOrNullObject(name);
      chart.load("name");
      await context.sync();
      const standing = new Map<string, number>();
      if (!chart.isNullObject) {
        const { series } = chart;
        series.load("count");
        await context.sync();
        standing.set(name.toLowerCase(), series.count);
      }
      for (const step of listStandingCharts(sheet, standing, name)) step.queue(context);
      await context.sync();
    });
  if ((await catchExcelError(redraw())) === null) return;
  await pause();
  const error = await catchExcelError(redraw());
  if (error !== null) failures.push(error);
}

async function catchExcelError(work: Promise<void>): Promise<unknown> {
  try {
    await work;
    return null;
  } catch (error) {
    if (!isExcelError(error)) throw error;
    return error;
  }
}

/** Tables, whole columns and rows, sizes, print set-up; charts that are no more. */
function listLookSteps(ready: ReadySheet): WriteStep[] {
  const { plan } = ready;
  const open = (context: Excel.RequestContext) => openTarget(context, ready);
  const tables = plan.tables.flatMap(({ key, content }) =>
    key === null
      ? []
      : buildStep((context) => {
          const standing = open(context).tables.getItem(key);
          standing.style = content.style;
          standing.showFilterButton = content.showFilter;
        }),
  );
  const styles = plan.content.styles
    .filter(({ range }) => !isInside(range, plan.range))
    .map(({ range, style }) => buildStep((context) => applyStyle(open(context), range, style)));
  const sizes = buildStep((context) => {
    if (plan.oldRange) {
      const { format } = getCells(open(context), plan.oldRange);
      format.useStandardHeight = true;
      format.useStandardWidth = true;
    }
    for (const step of listSizeSteps(plan.content, open)) step.queue(context);
  });
  const charts = plan.removeCharts.map((name) =>
    buildStep((context) => open(context).charts.getItemOrNullObject(name).delete()),
  );
  return [...tables, ...styles, sizes, ...charts];
}

/** Steps for the charts of a sheet, or for the one of a name. */
function listStandingCharts(ready: ReadySheet, standing: ReadonlyMap<string, number>, name?: string): WriteStep[] {
  const charts = ready.plan.content.charts.filter((chart) => name === undefined || chart.name === name);
  return listChartSteps(charts, (context) => openTarget(context, ready), standing);
}
