import type { RowDesk } from "../../engine/row-desk";
import type { Role } from "../../core/transactions/roles";
import type { ColumnChoice } from "../../jobs/detect-columns";
import type { RememberedChoice } from "../../jobs/open-selection";
import type { WorkbookPort } from "../../workbook/port";
import { readToday } from "../../engine/today";
import { anyColumns } from "./pane-state";
import type { StateAccess } from "./pane-state";
import type { TaskRunner } from "./task-runner";

export interface PreviewActions {
  /** Looks at the selection, then counts its rows. */
  openPreview(): Promise<void>;
  /** Gives a role to a column, or to none (null). */
  setRole(role: Role, column: number | null): Promise<void>;
  resetColumns(): Promise<void>;
}

/** The choice with one role changed; a column that had another role loses it. */
export function changeRole(
  choice: ColumnChoice,
  known: Readonly<Partial<Record<Role, number>>>,
  role: Role,
  column: number | null,
): ColumnChoice {
  const roles = { ...choice.roles };
  if (column !== null) {
    const owner = Object.entries(known).find(([other, position]) => position === column && other !== role);
    if (owner !== undefined) roles[owner[0]] = "";
    for (const [other, text] of Object.entries(roles)) if (text === String(column + 1)) roles[other] = "";
  }
  roles[role] = column === null ? "" : String(column + 1);
  return { ...choice, roles };
}

/**
 * @param loadChoices makes sure that the settings by which rows are read are there
 * @param openDesk    where rows become customers
 */
export function buildPreviewActions(
  port: WorkbookPort,
  { set, get }: StateAccess,
  runner: TaskRunner,
  loadChoices: () => Promise<void>,
  openDesk?: () => RowDesk,
): PreviewActions {
  const preview = (remembered: RememberedChoice) =>
    runner.run("preview", async (options) => {
      const { countRows, previewSelection } = await import("../../jobs/preview-selection");
      await loadChoices();
      set({ report: null });
      const found = await previewSelection(port, remembered, options);
      options.signal?.throwIfAborted();
      const { choice, source } = found;
      set({ preview: found, columns: { choice, headers: source.headers } });
      const { settings, language } = get();
      if (settings === null) return;
      set({
        report: await countRows(port, source, { choice, settings, language, today: readToday(), openDesk }, options),
      });
    });
  return {
    async openPreview() {
      set({ view: "columns", preview: null, report: null });
      await preview(get().columns);
    },
    async setRole(role, column) {
      const { columns, preview: known } = get();
      await preview({ ...columns, choice: changeRole(columns.choice, known?.roles ?? {}, role, column) });
    },
    resetColumns: () => preview(anyColumns),
  };
}
