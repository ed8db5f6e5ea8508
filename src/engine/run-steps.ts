import { pause, runSlice } from "./slices";

/** The name of a stage of work and how long it took. */
export interface StageTiming {
  readonly stage: string;
  readonly milliseconds: number;
}

/** How a long run reports and is stopped. */
export interface RunOptions {
  readonly signal?: AbortSignal;
  /** Called when a stage begins. */
  readonly onStage?: (stage: string) => void;
}

/** What a run brought, and the time each stage took. */
export interface RunResult<Result> {
  readonly result: Result;
  readonly timings: readonly StageTiming[];
}

/**
 * Runs work that is cut into stages: a generator that yields the name of each stage before doing it. Between stages the host gets its turn,
 * so that a cancel is noticed and progress is drawn.
 *
 * @throws the signal's reason when it is aborted
 */
export async function runSteps<Result>(
  steps: Generator<string, Result, void>,
  options: RunOptions = {},
): Promise<RunResult<Result>> {
  const timings: StageTiming[] = [];
  let stage: string | null = null;
  for (;;) {
    options.signal?.throwIfAborted();
    const start = performance.now();
    const step: IteratorResult<string, Result> = runSlice(stage ?? "begin", () => steps.next());
    if (stage !== null) timings.push({ stage, milliseconds: performance.now() - start });
    if (step.done) return { result: step.value, timings };
    stage = step.value;
    options.onStage?.(stage);
    await pause();
  }
}
