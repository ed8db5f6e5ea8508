import { isSameName } from "./free-name";
import type { SheetMark } from "./output-mark";
import type { GridRange } from "./port";

/** A table as it is now. `key` is whatever the adapter finds it by. */
export interface TableState {
  readonly key: string;
  readonly name: string;
  readonly range: GridRange;
}

/** A sheet as it is now. `key` is whatever the adapter finds it by; `mark` is null for a sheet of the user's. */
export interface SheetState {
  readonly key: string;
  readonly name: string;
  readonly isVisible: boolean;
  readonly isProtected: boolean;
  readonly mark: SheetMark | null;
  readonly tables: readonly TableState[];
  readonly pivots: readonly GridRange[];
}

/** What must be known of a workbook before anything is written; sheets in tab order. */
export interface WorkbookState {
  readonly sheets: readonly SheetState[];
  /** Defined names, which tables cannot take. */
  readonly names: readonly string[];
  /** The structure is protected. */
  readonly isProtected: boolean;
}

/** The sheet with our mark for this id. A copy that the user made has the mark too: the one that has the tables is preferred. */
export function findMarkedSheet(state: WorkbookState, id: string): SheetState | undefined {
  const marked = state.sheets.filter((sheet) => sheet.mark?.id === id);
  const hasOwnTables = (sheet: SheetState) =>
    sheet.mark!.tables.every(({ name }) => sheet.tables.some((table) => isSameName(table.name, name)));
  return marked.find(hasOwnTables) ?? marked[0];
}
