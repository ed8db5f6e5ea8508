import type { AnalyzeOutcome } from "../../jobs/analyze";
import type { CommandName, CommandNews, CommandResult } from "../../jobs/command-news";
import { listenToCommands, restoreFailure } from "../../jobs/command-news";
import type { PaneResult, PaneState, StateAccess, TaskName } from "./pane-state";

export interface CommandActions {
  /** Shows what buttons of the ribbon do, until the function that comes back is called. */
  followCommands(): () => void;
}

const tasks: Readonly<Record<CommandName, TaskName>> = {
  refreshResults: "refresh",
  switchColors: "colors",
  removeOutput: "remove",
  runJob: "job",
};

async function readOutcome(outcome: AnalyzeOutcome): Promise<PaneResult> {
  const { noWhatIf } = await import("../../jobs/what-if");
  return { outcome, shown: outcome.analysis, whatIf: noWhatIf };
}

async function readResult(
  name: CommandName,
  { outcome, areColorsShown, job }: CommandResult,
  known: PaneResult | null,
): Promise<Partial<PaneState>> {
  switch (name) {
    case "refreshResults": {
      const result = outcome === undefined ? null : await readOutcome(outcome);
      return { notice: { kind: "refreshed" }, customer: null, result };
    }
    case "runJob": {
      const result = known ?? (outcome === undefined ? null : await readOutcome(outcome));
      return { notice: { kind: "job", sentences: job?.sentences ?? [], sheet: job?.sheet ?? null }, result };
    }
    case "switchColors":
      return { notice: { kind: areColorsShown === true ? "colorsShown" : "colorsHidden" } };
    case "removeOutput":
      return { view: "start", result: null, customer: null, notice: { kind: "removed" } };
  }
}

export function buildCommandActions({ set, get }: StateAccess): CommandActions {
  const finish = async (name: CommandName, result: CommandResult) => {
    try {
      set({ ...(await readResult(name, result, get().result)), task: null });
    } catch (error) {
      set({ task: null, notice: { kind: "failed", error } });
    }
  };
  const follow = (news: CommandNews): boolean => {
    switch (news.kind) {
      case "begin":
        if (get().task !== null) return false;
        set({ task: { name: tasks[news.name], progress: null, startedAt: performance.now() }, notice: null });
        break;
      case "progress": {
        const { task } = get();
        if (task !== null) set({ task: { ...task, progress: news.progress } });
        break;
      }
      case "done":
        void finish(news.name, news.result);
        break;
      case "cancelled":
        set({ task: null, notice: { kind: "cancelled" } });
        break;
      case "failed": {
        const { failure } = news;
        const job = "job" in failure ? failure.job : undefined;
        const form = job === undefined ? {} : ({ view: "job", job } as const);
        set({ ...form, task: null, notice: { kind: "failed", error: restoreFailure(failure) } });
      }
    }
    return true;
  };
  return { followCommands: () => listenToCommands(follow) };
}
