import { WorkbookError } from "../../src/workbook/port";
import type { ExcelErrorCase } from "./fault-cases";
import { excelErrors, payloadCodes } from "./fault-cases";
import type { OfficeHarness } from "./office-harness";
import type { QuietRun, RunSize, WholeRun } from "./whole-runs";
import { catchError, findEnd, openRun, readSentences } from "./whole-runs";

/** Every error of Excel; one of size may be got over by halves. */
export const allErrors: readonly ExcelErrorCase[] = [
  ...excelErrors,
  ...payloadCodes.map((code): ExcelErrorCase => ({ code, told: "payloadTooLarge" })),
];

/** How often a run ended in each way. */
export interface Tally {
  cases: number;
  asBefore: number;
  complete: number;
}

const nameSheets = (text: string) =>
  (JSON.parse(text) as { sheets: { name: string }[] }).sheets.map(({ name }) => name);

/** A run that is tried again and again, in the same workbook for as long as that is as it was before. */
class Attempts {
  private harness: OfficeHarness | null = null;

  constructor(
    private readonly run: WholeRun,
    private readonly size: RunSize,
    private readonly quiet: QuietRun,
  ) {}

  async open(): Promise<OfficeHarness> {
    this.harness ??= await openRun(this.run, this.size);
    return this.harness;
  }

  /** What became of the workbook: nothing, or all. */
  end({ workbook, simulator }: OfficeHarness, tally: Tally): "before" | "complete" {
    simulator.clearFaults();
    expect(simulator.enableEvents).toBe(true);
    const end = findEnd(workbook, this.quiet);
    tally.cases += 1;
    tally[end === "complete" ? "complete" : "asBefore"] += 1;
    if (end === "complete") this.harness = null;
    return end;
  }

  /** A sheet that is no worksheet is not looked at for lists of customers; everything else is written. */
  passOver({ workbook, simulator }: OfficeHarness, tally: Tally): void {
    simulator.clearFaults();
    expect(workbook.sheets.map(({ name }) => name)).toEqual(nameSheets(this.quiet.complete));
    tally.cases += 1;
    tally.complete += 1;
    this.harness = null;
  }

  /** Where the last attempt came to nothing, the next one brings everything. */
  async succeed(): Promise<void> {
    if (this.harness === null) return;
    const { workbook, port } = this.harness;
    await this.run.run(port, this.size);
    expect(findEnd(workbook, this.quiet)).toBe("complete");
  }
}

/** An error, and the request that meets it: 1 is the first of the run. */
export interface Disturbance extends ExcelErrorCase {
  readonly request: number;
}

/**
 * Runs that are disturbed by one error each: a run ends as before, with the right code and its sentences, or complete. Where the last one came
 * to nothing, the next one, left alone, brings everything.
 */
export async function meetErrors(
  run: WholeRun,
  size: RunSize,
  quiet: QuietRun,
  disturbances: readonly Disturbance[],
  tally: Tally,
): Promise<void> {
  const attempts = new Attempts(run, size, quiet);
  for (const { request, code, told } of disturbances) {
    const harness = await attempts.open();
    harness.simulator.failAt({ request }, code);
    const error = await catchError(run.run(harness.port, size));
    const place = [run.name, request, code];
    if (code === "UnsupportedSheet" && error === null) {
      attempts.passOver(harness, tally);
      continue;
    }
    const end = attempts.end(harness, tally);
    expect([...place, end]).toEqual([...place, error === null ? "complete" : "before"]);
    if (error === null) continue;
    expect([...place, error instanceof WorkbookError ? error.code : error]).toEqual([...place, told]);
    readSentences(error);
  }
  await attempts.succeed();
}

const reason = new Error("the user gave up");

/** A run that is given up when `isTime` says so, while a request is under way, or when a stage begins. */
async function cancelRun(
  run: WholeRun,
  size: RunSize,
  attempts: Attempts,
  at: { readonly request: number } | { readonly stage: string },
): Promise<{ readonly error: unknown; readonly harness: OfficeHarness }> {
  const harness = await attempts.open();
  const { simulator, port } = harness;
  const stop = new AbortController();
  simulator.log.length = 0;
  const execute = simulator.execute.bind(simulator);
  simulator.execute = (body, flags) => {
    if ("request" in at && simulator.log.length === at.request - 1) stop.abort(reason);
    return execute(body, flags);
  };
  const onProgress = ({ stage }: { readonly stage: string }) => {
    if ("stage" in at && at.stage === stage) stop.abort(reason);
  };
  const error = await catchError(run.run(port, size, { signal: stop.signal, onProgress }));
  simulator.execute = execute;
  return { error, harness };
}

/** A run that is given up at its n-th request ends as before, or complete where everything is being put in place; then it succeeds. */
export async function cancelAtRequests(
  run: WholeRun,
  size: RunSize,
  quiet: QuietRun,
  requests: readonly number[],
  tally: Tally,
): Promise<void> {
  const attempts = new Attempts(run, size, quiet);
  for (const request of requests) {
    const { error, harness } = await cancelRun(run, size, attempts, { request });
    const end = attempts.end(harness, tally);
    const mustStop = request < quiet.requests - 1;
    expect([run.name, request, error, end]).toEqual([
      run.name,
      request,
      mustStop ? reason : error,
      error === null ? "complete" : "before",
    ]);
    expect(error === null || error === reason).toBe(true);
  }
  await attempts.succeed();
}

/** A run that is given up when one stage after the other begins ends as before; then it succeeds. The stages come back. */
export async function cancelAtStages(
  run: WholeRun,
  size: RunSize,
  quiet: QuietRun,
  tally: Tally,
): Promise<readonly string[]> {
  const stages = new Set<string>();
  const { port } = await openRun(run, size);
  await run.run(port, size, { onProgress: ({ stage }) => void stages.add(stage) });
  const attempts = new Attempts(run, size, quiet);
  for (const stage of stages) {
    const { error, harness } = await cancelRun(run, size, attempts, { stage });
    expect([run.name, stage, error, attempts.end(harness, tally)]).toEqual([run.name, stage, reason, "before"]);
  }
  await attempts.succeed();
  return [...stages];
}
