import type { RunAnalysis } from "../../engine/run-analysis";
import type { WorkbookPort } from "../../workbook/port";
import { readToday } from "../../engine/today";
import { anyColumns } from "./pane-state";
import type { StateAccess } from "./pane-state";
import type { TaskRunner } from "./task-runner";

export interface RunActions {
  analyze(): Promise<void>;
  insertSample(): Promise<void>;
  removeOutput(): Promise<void>;
  /** Turns CVM formulas into values, or puts them back. */
  changeFormulas(job: "freeze-formulas" | "restore-formulas"): Promise<void>;
  cancel(): void;
  /** Shows the card of a customer, by index in the analysis. */
  showCustomer(customer: number | null): void;
}

export function buildRunActions(
  port: WorkbookPort,
  { set, get }: StateAccess,
  runner: TaskRunner,
  runAnalysis?: RunAnalysis,
): RunActions {
  return {
    analyze: () =>
      runner.run("analyze", async (options) => {
        const { analyzeSelection } = await import("../../jobs/analyze-selection");
        const { noWhatIf } = await import("../../jobs/what-if");
        const { language, columns, settings, preferences } = get();
        const outcome = await analyzeSelection(
          port,
          {
            language,
            today: readToday(),
            columns,
            settings: settings ?? undefined,
            preferences: preferences ?? undefined,
            runAnalysis,
          },
          options,
        );
        set({
          view: "results",
          customer: null,
          result: { outcome, shown: outcome.analysis, whatIf: noWhatIf },
          notice: { kind: "analyzed", report: outcome.analysis.summary.report },
        });
      }),
    insertSample: () =>
      runner.run("sample", async (options) => {
        const { insertSample } = await import("../../jobs/insert-sample");
        await insertSample(port, get().language, options);
        set({ notice: { kind: "sample" }, columns: anyColumns });
      }),
    removeOutput: () =>
      runner.run("remove", async () => {
        await port.removeOutput();
        set({ view: "start", result: null, customer: null, notice: { kind: "removed" } });
      }),
    changeFormulas: (id) =>
      runner.run("job", async (options) => {
        const { freezeFormulasJob, restoreFormulasJob } = await import("../../jobs/formula-jobs");
        const { runJob } = await import("../../jobs/run-job");
        const job = id === "freeze-formulas" ? freezeFormulasJob : restoreFormulasJob;
        const request = { job, judge: null, tables: {}, values: {}, language: get().language, today: readToday() };
        const { sentences } = await runJob(port, request, options);
        set({ notice: { kind: "job", sentences, sheet: null } });
      }),
    cancel: () => runner.cancel(),
    showCustomer: (customer) => set({ view: "customer", customer }),
  };
}
