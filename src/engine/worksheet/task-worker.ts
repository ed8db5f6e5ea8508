import type { TaskAnswer, TaskRequest } from "./task-messages";
import { tasks } from "./tasks";

function runRequest({ id, name, input }: TaskRequest): TaskAnswer {
  try {
    return { id, result: (tasks[name] as (value: unknown) => unknown)(input) };
  } catch (error) {
    return { id, failure: String(error) };
  }
}

addEventListener("message", (event: MessageEvent<TaskRequest>) => {
  postMessage(runRequest(event.data));
});
