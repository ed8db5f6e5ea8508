import { createMemo } from "./memo";
import type { TaskName, Tasks } from "./tasks";

/** What a task takes. */
export type TaskInput<Name extends TaskName> = Parameters<Tasks[Name]>[0];

/** What a task gives. */
export type TaskResult<Name extends TaskName> = ReturnType<Tasks[Name]>;

/** Somewhere else to run tasks. */
export interface TaskRunner {
  /** @throws TaskRunnerLost when the place is gone and the task may be done elsewhere */
  run<Name extends TaskName>(name: Name, input: TaskInput<Name>): Promise<TaskResult<Name>>;
}

/** The place where tasks were run does not answer any more. */
export class TaskRunnerLost extends Error {}

/** Rows up to which a task is done at once instead of being sent away. */
const inlineRows = 500;

/** Results kept: a sheet has few different fits and predictions over whole columns. */
const keptResults = 24;

let loaded: Promise<Tasks> | null = null;
const results = createMemo<Promise<unknown>>(keptResults);

function loadTasks(): Promise<Tasks> {
  if (loaded === null) {
    loaded = import("./tasks").then((module) => module.tasks);
    loaded.catch(() => (loaded = null));
  }
  return loaded;
}

/**
 * Runs a task, or gives the result it had for the same columns and options before: where many cells ask the same, it is done once.
 *
 * @param runner  takes large tasks; null where there is no such place. When it is lost, the task is done here
 * @param columns what the task depends on; they are kept and must not change
 * @param options everything else it depends on, as JSON
 */
export function runTask<Name extends TaskName>(
  runner: TaskRunner | null,
  name: Name,
  input: TaskInput<Name>,
  columns: readonly Float64Array[],
  options: unknown,
): Promise<TaskResult<Name>> {
  const rows = columns[0].length;
  const run = async (): Promise<TaskResult<Name>> => {
    if (rows > inlineRows && runner !== null) {
      try {
        return await runner.run(name, input);
      } catch (error) {
        if (!(error instanceof TaskRunnerLost)) throw error;
      }
    }
    const task = (await loadTasks())[name] as (value: TaskInput<Name>) => TaskResult<Name>;
    return task(input);
  };
  if (rows === 1) return run();
  return results.recall(columns, `${name} ${JSON.stringify(options)}`, run) as Promise<TaskResult<Name>>;
}
