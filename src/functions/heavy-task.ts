import type { TaskInput, TaskResult, TaskRunner } from "../engine/worksheet/run-task";
import { runTask } from "../engine/worksheet/run-task";
import type { TaskName } from "../engine/worksheet/tasks";
import { createWorkerRunner } from "../engine/worksheet/worker-runner";

let runner: TaskRunner | null | undefined;

/** A worker of our own where the host has workers, so that Excel does not freeze. */
function findRunner(): TaskRunner | null {
  if (runner === undefined) {
    runner =
      typeof Worker === "undefined"
        ? null
        : createWorkerRunner(() => new Worker(new URL("../engine/worksheet/task-worker", import.meta.url)));
  }
  return runner;
}

/**
 * Runs a task once for the same columns and options, in a worker when it is large.
 *
 * @param columns what the task depends on
 * @param options everything else it depends on, as JSON
 */
export function runHeavyTask<Name extends TaskName>(
  name: Name,
  input: TaskInput<Name>,
  columns: readonly Float64Array[],
  options: unknown,
): Promise<TaskResult<Name>> {
  return runTask(findRunner(), name, input, columns, options);
}
