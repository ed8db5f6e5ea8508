import { readToday } from "../../engine/today";
import type { RunAnalysis } from "../../engine/run-analysis";
import type { SelectedCell, WorkbookPort } from "../../workbook/port";
import type { StateAccess } from "./pane-state";
import type { TaskRunner } from "./task-runner";

export interface CardActions {
  /** Shows the card of the customer in whose row the selection is; without a run in memory, the rows of the last one are read. */
  openCard(): Promise<void>;
  /** The pane has come into view: where the selection is on a customer's row, the card is what the user wants to see. */
  welcome(): Promise<void>;
  /** Lets the card follow the selection until the function that comes back is called. */
  followSelection(): Promise<() => Promise<void>>;
}

export function buildCardActions(
  port: WorkbookPort,
  { set, get }: StateAccess,
  runner: TaskRunner,
  runAnalysis?: RunAnalysis,
): CardActions {
  /** The customer at a cell, as an index into the customers of the result; null where there is none. */
  const find = async (cell: SelectedCell | null): Promise<number | null> => {
    const { result } = get();
    if (result === null || cell === null) return null;
    const { findSelectedCustomer } = await import("../../jobs/find-selected-customer");
    return findSelectedCustomer(port, result.outcome, cell);
  };
  const ensureResult = async () => {
    if (get().result !== null) return;
    await runner.run("card", async (options) => {
      const { judgeLastRun } = await import("../../jobs/refresh");
      const { noWhatIf } = await import("../../jobs/what-if");
      const outcome = await judgeLastRun(port, { language: get().language, today: readToday(), runAnalysis }, options);
      set({ result: { outcome, shown: outcome.analysis, whatIf: noWhatIf } });
    });
  };
  const fail = (error: unknown) => set({ notice: { kind: "failed", error } });

  return {
    async openCard() {
      try {
        const cell = await port.readSelectedCell();
        await ensureResult();
        if (get().result === null) return;
        const customer = await find(cell);
        set({ view: "customer", customer, notice: customer === null ? { kind: "noCustomer" } : null });
      } catch (error) {
        fail(error);
      }
    },
    async welcome() {
      try {
        if (get().task !== null) return;
        const cell = await port.readSelectedCell();
        const isCustomerRow = cell?.id === "customers" && cell.row > 0;
        if (isCustomerRow) await ensureResult();
        const customer = await find(cell);
        if (customer !== null && get().task === null) set({ view: "customer", customer, notice: null });
      } catch (error) {
        fail(error);
      }
    },
    async followSelection() {
      let latest = 0;
      const follow = async (cell: SelectedCell) => {
        const { view, task } = get();
        if (view !== "customer" || task !== null) return;
        latest += 1;
        const turn = latest;
        try {
          const customer = await find(cell);
          const isCurrent = turn === latest && get().view === "customer";
          if (isCurrent && customer !== null) set({ customer, notice: null });
        } catch (error) {
          fail(error);
        }
      };
      try {
        return await port.onSelectionChanged((cell) => void follow(cell));
      } catch (error) {
        fail(error);
        return async () => undefined;
      }
    },
  };
}
