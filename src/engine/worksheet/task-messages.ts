import type { TaskName } from "./tasks";

/** A task sent to the worker. */
export interface TaskRequest {
  readonly id: number;
  readonly name: TaskName;
  readonly input: unknown;
}

/** What the worker answers. */
export type TaskAnswer =
  { readonly id: number; readonly result: unknown } | { readonly id: number; readonly failure: string };
