import type { TaskInput, TaskResult, TaskRunner } from "./run-task";
import { TaskRunnerLost } from "./run-task";
import type { TaskAnswer, TaskRequest } from "./task-messages";
import type { TaskName } from "./tasks";

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly timer: ReturnType<typeof setTimeout>;
}

/** Longest time a task may take in the worker. */
const timeLimitMilliseconds = 110_000;

/** Runs tasks one after the other in a worker that is started with the first of them; a task that takes too long ends the worker. */
export function createWorkerRunner(startWorker: () => Worker): TaskRunner {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let lastId = 0;
  const stop = (reason: Error) => {
    worker?.terminate();
    worker = null;
    for (const { reject, timer } of waiting.values()) {
      clearTimeout(timer);
      reject(reason);
    }
    waiting.clear();
  };
  const start = () => {
    worker = startWorker();
    worker.onmessage = ({ data }: MessageEvent<TaskAnswer>) => {
      const entry = waiting.get(data.id);
      if (entry === undefined) return;
      waiting.delete(data.id);
      clearTimeout(entry.timer);
      if ("failure" in data) entry.reject(new Error(data.failure));
      else entry.resolve(data.result);
    };
    worker.onerror = (event) => stop(new TaskRunnerLost(event.message));
    return worker;
  };
  return {
    run<Name extends TaskName>(name: Name, input: TaskInput<Name>) {
      return new Promise<TaskResult<Name>>((resolve, reject) => {
        const id = ++lastId;
        const timer = setTimeout(() => stop(new Error(`${name} took too long`)), timeLimitMilliseconds);
        waiting.set(id, { resolve: resolve as (result: unknown) => void, reject, timer });
        const request: TaskRequest = { id, name, input };
        (worker ?? start()).postMessage(request);
      });
    },
  };
}
