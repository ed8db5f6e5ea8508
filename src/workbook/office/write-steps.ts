import { pause, runInSlices, runSlice } from "../../engine/slices";
import type { CallOptions } from "../port";
import { isPayloadError } from "./errors";

/** A few actions that go to Excel in one request. */
export interface WriteStep {
  /** How many bytes the request grows by, roughly. */
  readonly bytes: number;
  /** How many cells it writes, for the progress. */
  readonly cells: number;
  /** Queues the actions; called again, on fresh objects, when a request turns out too large. */
  readonly queue: (context: Excel.RequestContext) => void;
  /** The step in two, where it can be halved. */
  readonly split?: () => readonly WriteStep[];
}

/** Steps as they are made; null where the making has gone on for a moment, so that the host may have its turn. */
export type WriteSteps = Generator<WriteStep | null, void, void>;

/** What a few actions on one object take in a request. */
const bytesPerAction = 700;

export function buildStep(queue: (context: Excel.RequestContext) => void, actions = 1, bytes = 0): WriteStep {
  return { bytes: actions * bytesPerAction + bytes, cells: 0, queue };
}

/** Sends steps in requests of bounded size, in order. */
export class StepSender {
  private readonly context: Excel.RequestContext;
  private readonly mostBytes: number;
  private readonly options: CallOptions;
  private readonly totalCells: number;
  private doneCells = 0;

  constructor(context: Excel.RequestContext, mostBytes: number, totalCells: number, options: CallOptions) {
    this.context = context;
    this.mostBytes = mostBytes;
    this.totalCells = totalCells;
    this.options = options;
  }

  async send(steps: WriteSteps): Promise<void> {
    const batches = listBatches(steps, this.mostBytes);
    for (;;) {
      const batch = await runInSlices("pack cells", findNext(batches));
      if (batch === null) return;
      await this.sendBatch(batch);
    }
  }

  /** One request. Excel takes nothing of a request that is too large, so its halves can follow. */
  private async sendBatch(steps: readonly WriteStep[]): Promise<void> {
    this.options.signal?.throwIfAborted();
    this.context.application.suspendScreenUpdatingUntilNextSync();
    this.context.application.suspendApiCalculationUntilNextSync();
    await runInSlices("build request", queueSteps(this.context, steps));
    await pause();
    try {
      await runSlice("send request", () => this.context.sync());
    } catch (error) {
      const halves = isPayloadError(error) ? halve(steps) : null;
      if (!halves) throw error;
      await this.sendBatch(halves[0]);
      await this.sendBatch(halves[1]);
      return;
    }
    this.doneCells += steps.reduce((sum, step) => sum + step.cells, 0);
    this.options.onProgress?.(Math.min(this.doneCells, this.totalCells), this.totalCells);
  }
}

/** Steps that go into one request each time; null in between, where the host may have its turn. */
function* listBatches(steps: WriteSteps, mostBytes: number): Generator<readonly WriteStep[] | null, void, void> {
  let batch: WriteStep[] = [];
  let bytes = 0;
  for (const step of steps) {
    if (step === null) {
      yield null;
      continue;
    }
    if (batch.length > 0 && bytes + step.bytes > mostBytes) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(step);
    bytes += step.bytes;
  }
  if (batch.length > 0) yield batch;
}

/** The next that is not null; null at the end. */
function* findNext<Item>(items: Iterator<Item | null, void, void>): Generator<undefined, Item | null, void> {
  for (;;) {
    const next = items.next();
    if (next.done === true) return null;
    if (next.value !== null) return next.value;
    yield;
  }
}

function* queueSteps(context: Excel.RequestContext, steps: readonly WriteStep[]): Generator<undefined, void, void> {
  for (const step of steps) {
    step.queue(context);
    yield;
  }
}

function halve(steps: readonly WriteStep[]): readonly [readonly WriteStep[], readonly WriteStep[]] | null {
  const parts = steps.length > 1 ? steps : (steps[0].split?.() ?? []);
  if (parts.length < 2) return null;
  const middle = Math.ceil(parts.length / 2);
  return [parts.slice(0, middle), parts.slice(middle)];
}
