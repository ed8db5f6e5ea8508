import type { Issue } from "../../core/issues";
import type { WorkbookPort } from "../../workbook/port";
import type { RowSource } from "../../workbook/rows";
import type { StateAccess } from "./pane-state";

export interface ExcelActions {
  /** Selects the rows of an issue in the workbook, or the header of the column that it is about. */
  showIssue(source: RowSource, issue: Issue): Promise<void>;
  /** Shows a sheet of ours. */
  showSheet(id: string): Promise<void>;
  /** Filters the customers' table by a group of a lens and selects it; null shows all customers again. */
  showGroup(lens: string, group: string | null): Promise<void>;
}

export function buildExcelActions(port: WorkbookPort, { set, get }: StateAccess): ExcelActions {
  const attempt = async (work: () => Promise<void>) => {
    if (get().task !== null) return;
    try {
      await work();
    } catch (error) {
      set({ notice: { kind: "failed", error } });
    }
  };
  return {
    showIssue: (source, issue) =>
      attempt(async () => {
        const { place } = source;
        if (place === null || issue.rows.length === 0) return;
        const { headerRow, firstColumn, lastColumn } = place;
        const sheet = { name: place.sheet };
        const { isColumnIssue } = await import("../../jobs/layout/issue-words");
        if (isColumnIssue(issue)) {
          const column = Math.min(lastColumn, firstColumn + issue.rows[0]);
          await port.select({ sheet, range: { row: headerRow - 1, column, rowCount: 1, columnCount: 1 } });
          return;
        }
        const rows = issue.rows.map((position) => source.rowNumber(position));
        await port.select({ sheet, rows, firstColumn, lastColumn });
      }),
    showSheet: (id) =>
      attempt(() => port.select({ sheet: { id }, range: { row: 0, column: 0, rowCount: 1, columnCount: 1 } })),
    showGroup: (lens, group) =>
      attempt(async () => {
        const { findGroupName, findLensWords } = await import("../../jobs/layout/group-words");
        const { getWords } = await import("../../i18n/words");
        const { result } = get();
        if (result === null) return;
        // The sheet speaks the language of the run, which may not be that of the pane.
        const words = getWords(result.outcome.request.language);
        await port.filterTable({
          sheetId: "customers",
          header: findLensWords(words, lens).name,
          text: group === null ? null : findGroupName(words, lens, group),
        });
      }),
  };
}
