import type { CommandName, CommandNews, CommandResult } from "../../jobs/command-news";
import { listenToCommands, restoreFailure } from "../../jobs/command-news";
import type { PaneState, StateAccess, TaskName } from "./pane-state";

export interface CommandActions {
  /** Shows what buttons of the ribbon do, until the function that comes back is called. */
  followCommands(): () => void;
}

const tasks: Readonly<Record<CommandName, TaskName>> = {
  refreshResults: "refresh",
  switchColors: "colors",
  removeOutput: "remove",
};

async function readResult(name: CommandName, { outcome, areColorsShown }: CommandResult): Promise<Partial<PaneState>> {
  switch (name) {
    case "refreshResults": {
      const { noWhatIf } = await import("../../jobs/what-if");
      const result = outcome === undefined ? null : { outcome, shown: outcome.analysis, whatIf: noWhatIf };
      return { notice: { kind: "refreshed" }, customer: null, result };
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
      set({ ...(await readResult(name, result)), task: null });
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
      case "failed":
        set({ task: null, notice: { kind: "failed", error: restoreFailure(news.failure) } });
    }
    return true;
  };
  return { followCommands: () => listenToCommands(follow) };
}
