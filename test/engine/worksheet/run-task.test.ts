import type { HistoryColumns } from "../../../src/engine/worksheet/lifetime-tasks";
import type { TaskRunner } from "../../../src/engine/worksheet/run-task";
import { TaskRunnerLost, runTask } from "../../../src/engine/worksheet/run-task";
import type { TaskAnswer, TaskRequest } from "../../../src/engine/worksheet/task-messages";
import { tasks } from "../../../src/engine/worksheet/tasks";
import { createWorkerRunner } from "../../../src/engine/worksheet/worker-runner";

/** So many customers whose ages start at a number of their own, so that no result is remembered from another test. */
function buildTask(rows: number, age: number) {
  const columns: HistoryColumns = {
    frequency: Float64Array.from({ length: rows }, (_, i) => i % 4),
    ageAtLast: Float64Array.from({ length: rows }, (_, i) => (i % 4 === 0 ? 0 : 5)),
    observed: Float64Array.from({ length: rows }, (_, i) => age + (i % 10)),
  };
  return { ...columns, model: "bg-nbd" as const, parameters: { r: 0.5, alpha: 6, a: 1.2, b: 3.3 }, horizon: null };
}
const run = (runner: TaskRunner | null, task: ReturnType<typeof buildTask>) =>
  runTask(runner, "predictRepeat", task, [task.frequency, task.ageAtLast, task.observed], null);

/** A worker that answers as the real one does, or not at all. */
class FakeWorker {
  onmessage: ((event: { data: TaskAnswer }) => void) | null = null;
  onerror: ((event: { message: string }) => void) | null = null;
  readonly requests: TaskRequest[] = [];
  isTerminated = false;
  constructor(private readonly behaviour: "answer" | "fail" | "break" | "sleep") {}
  postMessage(request: TaskRequest): void {
    this.requests.push(request);
    const { id, name, input } = request;
    queueMicrotask(() => {
      if (this.behaviour === "break") this.onerror!({ message: "no such file" });
      if (this.behaviour === "fail") this.onmessage!({ data: { id, failure: "broken" } });
      if (this.behaviour === "answer")
        this.onmessage!({ data: { id, result: (tasks[name] as (value: unknown) => unknown)(input) } });
    });
  }
  terminate(): void {
    this.isTerminated = true;
  }
}
const start = (worker: FakeWorker) => createWorkerRunner(() => worker as unknown as Worker);

afterEach(() => jest.useRealTimers());

it("sends large tasks to the worker and gives its result, the same as here", async () => {
  const worker = new FakeWorker("answer");
  const task = buildTask(600, 30);
  expect(await run(start(worker), task)).toEqual(tasks.predictRepeat(task));
  expect(worker.requests).toHaveLength(1);
});

it("does small tasks here", async () => {
  const worker = new FakeWorker("answer");
  const task = buildTask(400, 31);
  expect(await run(start(worker), task)).toEqual(tasks.predictRepeat(task));
  expect(worker.requests).toHaveLength(0);
});

it("does a task once for the same columns", async () => {
  const worker = new FakeWorker("answer");
  const runner = start(worker);
  const [first, second] = await Promise.all([run(runner, buildTask(700, 32)), run(runner, buildTask(700, 32))]);
  expect(second).toBe(first);
  expect(worker.requests).toHaveLength(1);
});

it("does the task here when the worker cannot be started", async () => {
  const worker = new FakeWorker("break");
  const task = buildTask(600, 33);
  expect(await run(start(worker), task)).toEqual(tasks.predictRepeat(task));
  expect(worker.isTerminated).toBe(true);
});

it("hands on what goes wrong in the task itself", async () => {
  await expect(run(start(new FakeWorker("fail")), buildTask(600, 34))).rejects.toThrow("broken");
});

it("ends a worker that does not answer, and does not do its work here", async () => {
  jest.useFakeTimers();
  const worker = new FakeWorker("sleep");
  const result = run(start(worker), buildTask(600, 35));
  const outcome = expect(result).rejects.toThrow("predictRepeat took too long");
  await jest.advanceTimersByTimeAsync(110_000);
  await outcome;
  expect(worker.isTerminated).toBe(true);
  expect(await result.catch((error: unknown) => error instanceof TaskRunnerLost)).toBe(false);
});
