import type { WhatIf } from "../../jobs/what-if";
import type { WorkbookPort } from "../../workbook/port";
import type { StateAccess } from "./pane-state";
import type { TaskRunner } from "./task-runner";

export interface WhatIfActions {
  /** Tries something out on the analysis in memory; the pictures follow as soon as the slider rests for a moment. */
  tryWhatIf(change: Partial<WhatIf>): void;
  /** Back to what the run found. */
  undoWhatIf(): void;
  /** Writes what is shown, with the settings that lead to it. */
  writeWhatIf(): Promise<void>;
}

const restMilliseconds = 60;

export function buildWhatIfActions(port: WorkbookPort, { set, get }: StateAccess, runner: TaskRunner): WhatIfActions {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const explore = async () => {
    const { exploreWhatIf } = await import("../../jobs/what-if");
    const { result } = get();
    if (result === null) return;
    try {
      const shown = exploreWhatIf(result.outcome.analysis, result.whatIf);
      set({ result: { ...result, shown } });
    } catch (error) {
      set({ notice: { kind: "failed", error } });
    }
  };
  return {
    tryWhatIf(change) {
      const { result } = get();
      if (result === null) return;
      set({ result: { ...result, whatIf: { ...result.whatIf, ...change } } });
      clearTimeout(timer);
      timer = setTimeout(() => void explore(), restMilliseconds);
    },
    undoWhatIf() {
      const { result } = get();
      clearTimeout(timer);
      if (result === null) return;
      const whatIf: WhatIf = { tierShares: null, valueClassCount: null, clusterCount: null };
      set({ result: { ...result, shown: result.outcome.analysis, whatIf } });
    },
    writeWhatIf: () =>
      runner.run("write", async (options) => {
        clearTimeout(timer);
        await explore();
        const { result } = get();
        if (result === null) return;
        const { writeOutcome } = await import("../../jobs/analyze");
        const { noWhatIf } = await import("../../jobs/what-if");
        const outcome = { ...result.outcome, analysis: result.shown };
        await writeOutcome(port, outcome, options);
        set({
          result: { outcome, shown: outcome.analysis, whatIf: noWhatIf },
          settings: outcome.analysis.settings,
          notice: { kind: "written" },
        });
      }),
  };
}
