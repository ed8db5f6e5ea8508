import type { CommandName, CommandResult } from "../jobs/command-news";
import { announceCommand, describeFailure, listenToCancel } from "../jobs/command-news";
import type { JobOptions, JobProgress } from "../jobs/analyze";
import { showFailure } from "./show-failure";

/** What a command does. */
export type CommandWork = (options: JobOptions) => Promise<CommandResult>;

let isRunning = false;

/**
 * Runs a command of the ribbon, one at a time and never beside work of the pane. A failure is shown in a window of Excel, and in the pane when
 * it is open.
 *
 * @param job the job that the command runs, if it runs one
 */
export async function runCommand(
  name: CommandName,
  work: CommandWork,
  event: Pick<Office.AddinCommands.Event, "completed">,
  job?: string,
): Promise<void> {
  try {
    if (isRunning || !announceCommand({ kind: "begin", name })) {
      await showFailure({ kind: "busy" });
      return;
    }
    isRunning = true;
    const controller = new AbortController();
    const stopListening = listenToCancel(() => controller.abort());
    try {
      const onProgress = (progress: JobProgress) => void announceCommand({ kind: "progress", progress });
      const result = await work({ signal: controller.signal, onProgress });
      announceCommand({ kind: "done", name, result });
    } catch (error) {
      if (controller.signal.aborted) {
        announceCommand({ kind: "cancelled" });
        return;
      }
      const failure = describeFailure(error, job);
      announceCommand({ kind: "failed", failure });
      await showFailure(failure);
    } finally {
      stopListening();
      isRunning = false;
    }
  } finally {
    event.completed();
  }
}
