import type { RunAnalysis } from "../../engine/run-analysis";
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

export function buildWhatIfActions(
  port: WorkbookPort,
  { set, get }: StateAccess,
  runner: TaskRunner,
  runAnalysis?: RunAnalysis,
): WhatIfActions {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let queue = Promise.resolve();
  let explored: WhatIf | null = null;
  const exploreNow = async () => {
    const { exploreWhatIf, listLensChanges } = await import("../../jobs/what-if");
    const { result } = get();
    if (result === null || explored === result.whatIf) return;
    const { outcome, whatIf } = result;
    try {
      const rerun = runAnalysis?.rerunLenses;
      const shown =
        rerun === undefined
          ? exploreWhatIf(outcome.analysis, whatIf)
          : await rerun(outcome.analysis, listLensChanges(whatIf));
      const now = get().result;
      // What was tried meanwhile waits for its turn.
      if (now === null || now.outcome !== outcome || now.whatIf !== whatIf) return;
      explored = whatIf;
      set({ result: { ...now, shown } });
    } catch (error) {
      set({ notice: { kind: "failed", error } });
    }
  };
  const explore = () => (queue = queue.then(exploreNow));
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
        const { writeOutcome } = await import("../../jobs/write-outcome");
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
