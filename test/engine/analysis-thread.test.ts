import type { WorkerAnswer, WorkerRequest } from "../../src/engine/analysis-thread";
import { listBuffers, runAnalysisIn } from "../../src/engine/analysis-thread";
import { runAnalysisInline } from "../../src/engine/run-analysis";
import { buildSmallAnalysis } from "../helpers/small-analysis";

const analysis = buildSmallAnalysis();
const { summary } = analysis;
const settings = { ...analysis.settings, lenses: ["value-pyramid"] };

/** A worker that answers as told; messages cross as copies, as between real threads. */
class StubWorker {
  onmessage: ((event: { data: WorkerAnswer }) => void) | null = null;
  onerror: ((event: { preventDefault(): void }) => void) | null = null;
  isTerminated = false;

  constructor(private readonly respond: (worker: StubWorker, request: WorkerRequest) => void) {}

  answer(data: WorkerAnswer): void {
    this.onmessage?.({ data: structuredClone(data) });
  }

  postMessage(request: WorkerRequest): void {
    this.respond(this, structuredClone(request));
  }

  terminate(): void {
    this.isTerminated = true;
  }
}

function startThread(respond: (worker: StubWorker, request: WorkerRequest) => void) {
  const worker = new StubWorker(respond);
  return { worker, run: runAnalysisIn(() => worker as unknown as Worker) };
}

describe("an analysis on a thread of its own", () => {
  it("brings what it brings on this thread, with the page's own summary", async () => {
    const { worker, run } = startThread((own, request) => {
      void runAnalysisInline(request.summary, request.settings, {
        onStage: (stage) => own.answer({ kind: "stage", stage }),
      }).then(({ result, timings }) => own.answer({ kind: "done", analysis: { ...result }, timings }));
    });
    const stages: string[] = [];
    const { result } = await run(summary, settings, { onStage: (stage) => stages.push(stage) });
    expect(result.summary).toBe(summary);
    expect(result.lenses).toEqual((await runAnalysisInline(summary, settings)).result.lenses);
    expect(stages).toContain("lenses");
    expect(worker.isTerminated).toBe(true);
  }, 60000);

  it.each([
    ["cannot load", (worker: StubWorker) => worker.onerror?.({ preventDefault: () => undefined })],
    ["fails", (worker: StubWorker) => worker.answer({ kind: "failed" })],
  ])(
    "is done on this thread when the worker %s",
    async (_, respond) => {
      const { worker, run } = startThread(respond);
      const { result } = await run(summary, settings);
      expect(result.lenses.map(({ id }) => id)).toEqual(["value-pyramid"]);
      expect(worker.isTerminated).toBe(true);
    },
    60000,
  );

  it("stops at once when it is cancelled", async () => {
    const { worker, run } = startThread(() => undefined);
    const controller = new AbortController();
    const call = run(summary, settings, { signal: controller.signal });
    controller.abort(new Error("enough"));
    await expect(call).rejects.toThrow("enough");
    expect(worker.isTerminated).toBe(true);
  });
});

describe("the buffers of a value", () => {
  it("are found wherever they are, each once", () => {
    const shared = new Float64Array(4);
    const other = new Int32Array(2);
    const value = { a: shared, b: [{ c: shared.subarray(1) }, null, "text"], d: other };
    expect(listBuffers(value)).toEqual([shared.buffer, other.buffer]);
  });
});
