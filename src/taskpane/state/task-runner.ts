import type { JobOptions, JobProgress } from "../../jobs/analyze";
import { cancelCommand } from "../../jobs/command-news";
import type { TaskName, StateAccess } from "./pane-state";

/** Runs one task at a time. */
export interface TaskRunner {
  /** Does nothing while another task runs, or a command of the ribbon. A failure becomes a notice, and so does a task that the user gave up. */
  run(name: TaskName, job: (options: JobOptions) => Promise<void>): Promise<void>;
  cancel(): void;
}

export function buildTaskRunner({ set, get }: StateAccess): TaskRunner {
  let controller: AbortController | null = null;
  return {
    async run(name, job) {
      if (get().task !== null) return;
      const own = new AbortController();
      controller = own;
      set({ task: { name, progress: null, startedAt: performance.now() }, notice: null });
      const onProgress = (progress: JobProgress) => {
        const { task } = get();
        if (task !== null) set({ task: { ...task, progress } });
      };
      try {
        await job({ signal: own.signal, onProgress });
      } catch (error) {
        set({ notice: own.signal.aborted ? { kind: "cancelled" } : { kind: "failed", error } });
      } finally {
        controller = null;
        set({ task: null });
      }
    },
    cancel: () => (controller === null ? cancelCommand() : controller.abort()),
  };
}
