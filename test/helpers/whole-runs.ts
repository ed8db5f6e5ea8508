import { toDayNumber } from "../../src/core/days";
import type { RunAnalysis } from "../../src/engine/run-analysis";
import { runAnalysisInline } from "../../src/engine/run-analysis";
import type { JobOptions } from "../../src/jobs/analyze";
import { analyzeSelection } from "../../src/jobs/analyze-selection";
import { InputError } from "../../src/jobs/input-error";
import { kpiJob } from "../../src/jobs/kpi/kpi-job";
import { SHEET_IDS } from "../../src/jobs/layout/layout-context";
import { refresh } from "../../src/jobs/refresh";
import { runSavedJob } from "../../src/jobs/run-saved-job";
import { parseSettings } from "../../src/jobs/settings";
import { explainFailure } from "../../src/taskpane/explain-failure";
import { getWords } from "../../src/i18n/words";
import { MemoryPort } from "../../src/workbook/memory";
import type { MemoryWorkbook } from "../../src/workbook/memory-workbook";
import type { WorkbookPort } from "../../src/workbook/port";
import { WorkbookError } from "../../src/workbook/port";
import { describeWorkbook } from "../workbook/describe-workbook";
import { copyWorkbook } from "./copy-workbook";
import type { OfficeHarness } from "./office-harness";
import { createOfficeHarness } from "./office-harness";
import { buildShopWorkbook } from "./shop-workbook";

/** How much a run writes: three sheets and the history, or all. Labels are always among it. */
export type RunSize = "few sheets" | "every sheet";

/** Something that a person starts, from the first look at the workbook to the last request. */
export interface WholeRun {
  readonly name: string;
  /** The workbook it begins with. */
  prepare(size: RunSize): Promise<MemoryWorkbook>;
  run(port: WorkbookPort, size: RunSize, options?: JobOptions): Promise<unknown>;
}

const today = toDayNumber(2030, 12, 31);
const analyses = new Map<string, ReturnType<RunAnalysis>>();

/** The same rows are analysed once: what is tried here is what happens around it. */
export const runAnalysis: RunAnalysis = async (summary, settings, options) => {
  const key = JSON.stringify([settings, summary.report, summary.customers.ids.length, Boolean(options?.models)]);
  let analysis = analyses.get(key);
  if (analysis === undefined)
    analyses.set(key, (analysis = runAnalysisInline(summary, settings, { models: options?.models })));
  const result = await analysis;
  for (const { stage } of result.timings) {
    options?.onStage?.(stage);
    options?.signal?.throwIfAborted();
  }
  return result;
};

const few = { lenses: ["value-pyramid", "rf-map"], explain: [] };

function analyzeRows(port: WorkbookPort, size: RunSize, options?: JobOptions): Promise<unknown> {
  const isSmall = size === "few sheets";
  const sheets = isSmall ? (["summary", "customers", "notes", "history"] as const) : SHEET_IDS;
  const request = {
    language: "en",
    today,
    settings: parseSettings(isSmall ? few : {}),
    preferences: { labels: true, sheets, language: null },
    runAnalysis,
  } as const;
  return analyzeSelection(port, request, options);
}

const analyzed = new Map<RunSize, MemoryWorkbook>();

/** A workbook with results, whose rows have changed since. */
async function prepareResults(size: RunSize): Promise<MemoryWorkbook> {
  let workbook = analyzed.get(size);
  if (workbook === undefined) {
    workbook = buildShopWorkbook(8);
    await analyzeRows(new MemoryPort(workbook), size);
    const sales = workbook.getSheet("Sales")!;
    sales.setValue(2, 3, 999);
    workbook.select(sales, [{ row: 0, column: 0, rowCount: 1, columnCount: 1 }]);
    analyzed.set(size, workbook);
  }
  return copyWorkbook(workbook);
}

/** By their names; each is what a button starts. */
export const wholeRuns = {
  analyze: { name: "a first analysis", prepare: () => Promise.resolve(buildShopWorkbook(8)), run: analyzeRows },
  again: { name: "an analysis over an earlier one", prepare: prepareResults, run: analyzeRows },
  refresh: {
    name: "a refresh",
    prepare: prepareResults,
    run: (port, _size, options) => refresh(port, { language: "en", today, runAnalysis }, options),
  },
  job: {
    name: "a job",
    prepare: prepareResults,
    run: (port, _size, options) => runSavedJob(port, { job: kpiJob, language: "en", today, runAnalysis }, options),
  },
  remove: { name: "a removal", prepare: prepareResults, run: (port) => port.removeOutput() },
} as const satisfies Record<string, WholeRun>;

/** A run that nothing disturbs: what it ends with and how many requests it takes. */
export interface QuietRun {
  readonly before: string;
  readonly complete: string;
  readonly requests: number;
  /** The first request that changes the workbook, 1 for the first of all. */
  readonly firstWrite: number;
}

/** Everything of a workbook as one text, which is compared faster than its parts. */
export const describeText = (workbook: MemoryWorkbook): string => JSON.stringify(describeWorkbook(workbook));

export async function openRun(run: WholeRun, size: RunSize): Promise<OfficeHarness> {
  return createOfficeHarness(await run.prepare(size));
}

export async function runQuietly(run: WholeRun, size: RunSize): Promise<QuietRun> {
  const { workbook, simulator, port } = await openRun(run, size);
  const before = describeText(workbook);
  let firstWrite = 0;
  const execute = simulator.execute.bind(simulator);
  simulator.execute = async (body, flags) => {
    const answer = await execute(body, flags);
    if (firstWrite === 0 && describeText(workbook) !== before) firstWrite = simulator.log.length;
    return answer;
  };
  await run.run(port, size);
  const complete = describeText(workbook);
  expect(complete).not.toBe(before);
  return { before, complete, requests: simulator.log.length, firstWrite };
}

/** Which of the two a workbook is; a third shows how it differs from the one it was before. */
export function findEnd(workbook: MemoryWorkbook, { before, complete }: QuietRun): "before" | "complete" {
  const now = describeText(workbook);
  if (now === complete) return "complete";
  if (now !== before) expect(JSON.parse(now)).toEqual(JSON.parse(before));
  return "before";
}

/** What is told of a failure in both languages; only codes that have words may be told. */
export function readSentences(error: unknown): string[] {
  expect(error instanceof WorkbookError || error instanceof InputError).toBe(true);
  const sentences = (["en", "zh"] as const).map((language) => explainFailure(error, getWords(language)).message);
  for (const sentence of sentences) expect(sentence).toMatch(/^(?!.*(undefined|NaN)).{5,}$/);
  return sentences;
}

export async function catchError(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
    return null;
  } catch (error) {
    return error;
  }
}
