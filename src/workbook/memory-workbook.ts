import { buildNameChange, replaceNames } from "./formula-text";
import type { MemoryTable } from "./memory-sheet";
import { MemorySheet } from "./memory-sheet";
import type { Culture, GridRange } from "./port";
import { WorkbookError } from "./port";
import { StyleTable } from "./style-columns";

/** A defined name; `sheet` is the sheet whose name it is, absent for a name of the whole workbook. */
export interface DefinedName {
  readonly reference: string;
  readonly sheet?: string;
}

/** @throws RangeError when Excel would not take the text as the name of a sheet */
export function checkSheetName(name: string): void {
  const legal =
    name.length >= 1 &&
    name.length <= 31 &&
    !/[\\/?*[\]:]/.test(name) &&
    !/^'|'$/.test(name) &&
    name.toLowerCase() !== "history";
  if (!legal)
    throw new RangeError("a sheet's name has 1..31 characters, none of \\ / ? * [ ] : and no apostrophe at its ends");
}

/** A workbook without a host: what the demo, the command line and the tests work on. */
export class MemoryWorkbook {
  /** In tab order; use {@link addSheet} and {@link removeSheet} to change it. */
  readonly sheets: MemorySheet[] = [];
  readonly names = new Map<string, DefinedName>();
  readonly settings = new Map<string, string>();
  readonly styles = new StyleTable();
  date1904 = false;
  /** The structure is protected: no sheet can be added, removed, renamed or hidden. */
  protected = false;
  culture: Culture = { language: "en", dateOrder: "mdy" };
  activeSheet!: MemorySheet;
  selection!: { sheet: MemorySheet; areas: GridRange[] };
  /** Told whenever other cells are selected. */
  readonly selectionListeners = new Set<() => void>();
  private lastId = 0;

  /** A workbook with one empty sheet, as Excel makes it. */
  constructor(firstSheet = "Sheet1") {
    this.addSheet(firstSheet);
  }

  /** @throws WorkbookError `itemExists` when a sheet has the name; RangeError when the name is not legal */
  addSheet(name: string, position = this.sheets.length): MemorySheet {
    return this.attachSheet(this.createSheet(name), position);
  }

  /** A sheet that does not yet stand in the workbook. */
  createSheet(name: string): MemorySheet {
    return new MemorySheet(this, name);
  }

  /** Puts a sheet from {@link createSheet} among the tabs. @throws as {@link addSheet} */
  attachSheet(sheet: MemorySheet, position = this.sheets.length): MemorySheet {
    this.checkNewName(sheet.name, sheet);
    this.sheets.splice(position, 0, sheet);
    if (this.sheets.length === 1) this.activate(sheet);
    return sheet;
  }

  getSheet(name: string): MemorySheet | undefined {
    return this.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  }

  /** Formulas, links and defined names that name the sheet follow. @throws as {@link addSheet} */
  renameSheet(sheet: MemorySheet, name: string): void {
    this.checkNewName(name, sheet);
    const changes = buildNameChange(sheet.name, name);
    const follow = (text: string) => replaceNames(text, changes, new Map());
    for (const other of this.sheets) {
      for (const cell of other.formulaCells) other.setFormula(cell.row, cell.column, follow(cell.formula), cell.value);
      for (const [key, target] of other.links) other.links.set(key, follow(target));
    }
    for (const [key, defined] of this.names) {
      const scope = defined.sheet === sheet.name ? name : defined.sheet;
      this.names.set(key, {
        reference: follow(defined.reference),
        ...(scope === undefined ? {} : { sheet: scope }),
      });
    }
    sheet.name = name;
  }

  /** Formulas that name the table follow. @throws WorkbookError `itemExists`; RangeError when the name is not legal */
  renameTable(table: MemoryTable, name: string): void {
    if (table.name.toLowerCase() !== name.toLowerCase()) this.checkTableName(name);
    const changes = buildNameChange(table.name, name);
    for (const sheet of this.sheets) {
      for (const cell of sheet.formulaCells) {
        sheet.setFormula(cell.row, cell.column, replaceNames(cell.formula, new Map(), changes), cell.value);
      }
    }
    table.name = name;
  }

  /** @throws WorkbookError `refused` for the last visible sheet */
  removeSheet(sheet: MemorySheet): void {
    const rest = this.sheets.filter((other) => other !== sheet);
    const next = rest.find((other) => other.visibility === "visible");
    if (!next) throw new WorkbookError("refused", "a workbook keeps at least one visible sheet");
    const position = this.sheets.indexOf(sheet);
    if (position < 0) throw new WorkbookError("itemNotFound", "the sheet is not in the workbook");
    this.sheets.splice(position, 1);
    for (const [key, defined] of this.names) if (defined.sheet === sheet.name) this.names.delete(key);
    if (this.activeSheet === sheet || this.selection.sheet === sheet) this.activate(next);
  }

  /** Shows a sheet; a selection on another sheet becomes cell A1 of this one. */
  activate(sheet: MemorySheet): void {
    this.activeSheet = sheet;
    if (this.selection?.sheet !== sheet) this.select(sheet, [{ row: 0, column: 0, rowCount: 1, columnCount: 1 }]);
  }

  /** When the sheet shown has been hidden, shows the first that is visible. */
  showVisibleSheet(): void {
    if (this.activeSheet.visibility === "visible") return;
    const visible = this.sheets.find((sheet) => sheet.visibility === "visible");
    if (visible) this.activate(visible);
  }

  select(sheet: MemorySheet, areas: GridRange[]): void {
    if (areas.length === 0) throw new RangeError("a selection has at least one area");
    this.activeSheet = sheet;
    this.selection = { sheet, areas };
    for (const listener of this.selectionListeners) listener();
  }

  getTable(name: string): { sheet: MemorySheet; table: MemoryTable } | undefined {
    for (const sheet of this.sheets) {
      const table = sheet.tables.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
      if (table) return { sheet, table };
    }
    return undefined;
  }

  /** A new identity. */
  createId(): string {
    this.lastId++;
    return `{00000000-0000-4000-8000-${this.lastId.toString(16).padStart(12, "0")}}`;
  }

  checkTableName(name: string): void {
    if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]{0,254}$/u.test(name)) throw new RangeError(`not a name for a table: ${name}`);
    const taken = [...this.names.keys()].some((key) => key.toLowerCase() === name.toLowerCase());
    if (taken || this.getTable(name))
      throw new WorkbookError("itemExists", "a table or defined name has this name", { name });
  }

  private checkNewName(name: string, sheet: MemorySheet): void {
    checkSheetName(name);
    const other = this.getSheet(name);
    if (other && other !== sheet) throw new WorkbookError("itemExists", "a sheet has this name", { name });
  }
}
