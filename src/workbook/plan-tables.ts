import { findFreeName, isSameName } from "./free-name";
import { endColumn, isOverlapping } from "./grid-range";
import type { GridRange, TableContent, WorkbookOutput } from "./port";
import type { SheetState, TableState, WorkbookState } from "./workbook-state";

/** One table to write. With a `key` the table stands and is resized to `range`; without, a new one is made there. */
export interface TablePlan {
  readonly key: string | null;
  readonly name: string;
  /** The range of the content, and columns to its right that the user made part of the table. */
  readonly range: GridRange;
  readonly content: TableContent;
}

/** Our tables on a sheet by the name wished: found by the name they got, or by their order when the user renamed them. */
export function matchTables(target: SheetState): Map<string, TableState> {
  const matched = new Map<string, TableState>();
  const mark = target.mark!;
  for (const { wished, name } of mark.tables) {
    const table = target.tables.find((candidate) => isSameName(candidate.name, name));
    if (table) matched.set(wished, table);
  }
  const found = new Set(matched.values());
  const rest = target.tables
    .filter((table) => !found.has(table) && isOverlapping(table.range, mark.range))
    .sort((a, b) => a.range.row - b.range.row || a.range.column - b.range.column);
  const missing = mark.tables.filter(({ wished }) => !matched.has(wished));
  missing.slice(0, rest.length).forEach(({ wished }, index) => matched.set(wished, rest[index]));
  return matched;
}

/** The tables of one sheet, and tables of ours that go. */
export interface TableChoice {
  readonly tables: readonly TablePlan[];
  readonly removed: readonly TableState[];
}

/** Decides for every sheet of an output which tables stand and which are new, and under what name. */
export function chooseTables(
  state: WorkbookState,
  output: WorkbookOutput,
  targets: readonly (SheetState | undefined)[],
): readonly TableChoice[] {
  const taken = [...state.names, ...state.sheets.flatMap((sheet) => sheet.tables.map((table) => table.name))];
  return output.sheets.map((content, index) => {
    const target = targets[index];
    const existing = target ? matchTables(target) : new Map<string, TableState>();
    const kept = new Set<TableState>();
    const tables = content.tables.map((table): TablePlan => {
      const old = existing.get(table.name);
      // Excel resizes a table only when its header row stays where it is.
      const stays = old !== undefined && old.range.row === table.range.row && isOverlapping(old.range, table.range);
      if (stays) kept.add(old);
      const name = old?.name ?? findFreeName(table.name, taken, (wished, number) => `${wished}_${number}`);
      taken.push(name);
      const range = stays ? keepUserColumns(table.range, old.range, target!.mark!.range) : table.range;
      return { key: stays ? old.key : null, name, range, content: table };
    });
    return { tables, removed: [...existing.values()].filter((table) => !kept.has(table)) };
  });
}

/** Columns that the user added at the right of our table stay part of it, as long as ours end where they ended. */
function keepUserColumns(range: GridRange, old: GridRange, oldContent: GridRange): GridRange {
  const added = endColumn(old) - endColumn(oldContent);
  const keeps = added > 0 && old.column === range.column && endColumn(range) === endColumn(oldContent);
  return keeps ? { ...range, columnCount: range.columnCount + added } : range;
}
