import { isErrorText } from "../../simulator/entry";
import { calculateWorkbook } from "../../simulator/formula/calculate";
import type { CustomFunctions } from "../../simulator/formula/custom-functions";
import type { Host } from "../../simulator/host";
import { Simulator } from "../../simulator/simulator";
import { parseReference } from "../../workbook/address";
import { endColumn, endRow, intersectRanges } from "../../workbook/grid-range";
import type { MemorySheet, MemoryTable } from "../../workbook/memory-sheet";
import type { GridRange } from "../../workbook/port";
import { WorkbookError } from "../../workbook/port";
import type {
  BookCalls,
  BookView,
  CellDetails,
  CellPlace,
  FilePart,
  FilterChoices,
  SelectionSummary,
  SheetView,
  Tile,
} from "../protocol";
import { readChart } from "./chart-views";
import { ConditionalLooks } from "./conditional-looks";
import { emptyCells, typeIntoCell } from "./edit-cells";
import { findEdge } from "./find-edge";
import { ValueFormatter } from "./format-value";
import type { OpenBook } from "./open-file";
import { openFile } from "./open-file";
import { CellViews } from "./read-tile";
import { buildColumnRuns, buildRowRuns } from "./size-runs";
import { TableFilters } from "./table-filters";

const dateOrders = { en: "mdy", zh: "ymd" } as const;
const mostCopiedCells = 200_000;

/** What the page's calls can be answered with, at once or later. */
export type Answers<Calls> = {
  [Name in keyof Calls]: Calls[Name] extends (...args: infer Arguments) => infer Result
    ? (...args: Arguments) => Result | Promise<Result>
    : never;
};

/** The workbook that is open: what the grid shows of it, what the user does to it, and Excel's side of the add-in. */
export class WorkbookService implements Answers<BookCalls> {
  /** Called with the simulator of every workbook that is opened, before its view is handed out. */
  onOpen: (simulator: Simulator) => void = () => undefined;
  /** Called when the user changed something that the page must read anew. */
  onChange: () => void = () => undefined;
  /** Called with the language that the user chose, before anything is computed in it. */
  onLanguage: (language: "en" | "zh") => void = () => undefined;
  /** The worksheet functions of the add-in, once they are loaded. */
  functions: Promise<CustomFunctions | null> = Promise.resolve(null);
  private opened: {
    readonly book: OpenBook;
    readonly simulator: Simulator;
    readonly host: Host;
    readonly formatter: ValueFormatter;
    readonly filters: TableFilters;
  } | null = null;
  private language: "en" | "zh" = "en";
  private readonly views = new Map<string, CellViews>();

  async open({ name, bytes }: FilePart): Promise<BookView> {
    const book = await openFile(name, bytes);
    const { workbook } = book;
    workbook.culture = { language: this.language, dateOrder: dateOrders[this.language] };
    workbook.showVisibleSheet();
    const simulator = new Simulator(workbook);
    simulator.keepsActions = false;
    const formatter = new ValueFormatter(workbook.date1904);
    const { host } = simulator;
    simulator.functions = await this.functions;
    host.calculation.onArrival = () => this.onChange();
    this.opened = { book, simulator, host, formatter, filters: new TableFilters(formatter) };
    this.views.clear();
    this.onOpen(simulator);
    return this.readView();
  }

  async save(): Promise<FilePart> {
    const { book } = this.current;
    const bytes = new Uint8Array(await book.save());
    return { name: `${book.name.replace(/\.[^.]*$/, "")}.annotated.xlsx`, bytes };
  }

  setLanguage(language: "en" | "zh"): void {
    this.language = language;
    this.onLanguage(language);
    if (!this.opened) return;
    const { book, host } = this.opened;
    book.workbook.culture = { language, dateOrder: dateOrders[language] };
    if (!host.calculation.forgetCalls()) return;
    calculateWorkbook(host);
    this.onChange();
  }

  /** Something in the workbook changed: cells are to be judged anew. */
  forgetViews(): void {
    this.views.clear();
  }

  readView(): BookView {
    const { book } = this.current;
    const { workbook } = book;
    const sheet = workbook.activeSheet;
    const visible = workbook.sheets.filter(({ visibility }) => visibility === "visible");
    return {
      workbook: {
        fileName: book.name,
        tabs: visible.map(({ id, name, tabColor }) => ({ id, name, color: tabColor })),
        activeSheet: sheet.id,
        selection: workbook.selection.sheet === sheet ? workbook.selection.areas : [],
        language: this.language,
      },
      sheet: this.readSheet(sheet),
    };
  }

  readTile(sheetId: string, tileRow: number, tileColumn: number): Tile {
    return this.isGone(sheetId) ? { rows: [] } : this.getViews(this.findSheet(sheetId)).readTile(tileRow, tileColumn);
  }

  activate(sheetId: string): void {
    const { simulator } = this.current;
    const sheet = this.findSheet(sheetId);
    simulator.select(sheet, [{ row: 0, column: 0, rowCount: 1, columnCount: 1 }]);
    this.onChange();
  }

  select(sheetId: string, areas: readonly GridRange[]): void {
    this.current.simulator.select(this.findSheet(sheetId), areas);
  }

  summarize(sheetId: string, areas: readonly GridRange[]): SelectionSummary {
    if (this.isGone(sheetId)) return { values: 0, numbers: 0, sum: 0 };
    const sheet = this.findSheet(sheetId);
    const used = sheet.usedRange();
    let [values, numbers, sum] = [0, 0, 0];
    for (const area of areas) {
      const part = used && intersectRanges(area, used);
      if (!part) continue;
      for (let column = part.column; column < endColumn(part); column++) {
        for (const value of sheet.readColumn(part.row, column, part.rowCount)) {
          if (value === null) continue;
          values++;
          if (typeof value !== "number") continue;
          numbers++;
          sum += value;
        }
      }
    }
    return { values, numbers, sum };
  }

  readDetails(place: CellPlace): CellDetails {
    const { row, column } = place;
    if (this.isGone(place.sheet)) return { entry: "", spill: null, isSpilled: false, error: null };
    const sheet = this.findSheet(place.sheet);
    const spill = sheet.spills.find(row, column) ?? null;
    const isSpilled = spill !== null && (spill.row !== row || spill.column !== column);
    const formula = sheet.getFormula(spill?.row ?? row, spill?.column ?? column);
    const value = sheet.getValue(row, column);
    const isError = formula !== undefined && typeof value === "string" && isErrorText(value);
    const sentence = isError ? this.current.host.calculation.getSentence(sheet, row, column) : undefined;
    return {
      entry: isSpilled ? (formula ?? "") : this.readEntry(place),
      spill,
      isSpilled,
      error: isError ? { value, sentence: sentence ?? "" } : null,
    };
  }

  readEntry({ sheet: id, row, column }: CellPlace): string {
    const sheet = this.findSheet(id);
    if (sheet.spills.find(row, column) && !sheet.spills.isOwner(row, column)) return "";
    const formula = sheet.getFormula(row, column);
    if (formula !== undefined) return formula;
    return this.current.formatter.showEntry(sheet.getValue(row, column), sheet.getNumberFormat(row, column));
  }

  writeEntry({ sheet, row, column }: CellPlace, text: string): void {
    typeIntoCell(this.findSheet(sheet), row, column, text, this.current.host);
    this.onChange();
  }

  clearCells(sheet: string, areas: readonly GridRange[]): void {
    emptyCells(this.findSheet(sheet), areas, this.current.host);
    this.onChange();
  }

  findEdge({ sheet, row, column }: CellPlace, rowStep: number, columnStep: number): { row: number; column: number } {
    return findEdge(this.findSheet(sheet), row, column, rowStep, columnStep);
  }

  copyCells(sheetId: string, area: GridRange): string {
    const sheet = this.findSheet(sheetId);
    const used = sheet.usedRange();
    const part = area.rowCount * area.columnCount > mostCopiedCells ? used && intersectRanges(area, used) : area;
    if (!part) return "";
    if (part.rowCount * part.columnCount > mostCopiedCells * 10)
      throw new WorkbookError("tooLarge", "too many cells to copy", { limit: String(mostCopiedCells * 10) });
    const { formatter } = this.current;
    return sheet
      .readValues(part)
      .map((cells, row) =>
        cells
          .map((cell, column) => formatter.show(cell, sheet.getNumberFormat(part.row + row, part.column + column)).text)
          .join("\t"),
      )
      .join("\n");
  }

  findLink({ sheet: id, row, column }: CellPlace): { sheet: string; range: GridRange } | null {
    const sheet = this.findSheet(id);
    const target = sheet.getLink(row, column);
    if (target === undefined) return null;
    try {
      const reference = parseReference(target.replace(/^#/, ""));
      const found = reference.sheet === undefined ? sheet : this.current.book.workbook.getSheet(reference.sheet);
      return found?.visibility === "visible" ? { sheet: found.id, range: reference.areas[0] } : null;
    } catch (error) {
      if (error instanceof RangeError) return null;
      throw error;
    }
  }

  listFilterChoices(sheetId: string, tableId: string, column: number): FilterChoices {
    const sheet = this.findSheet(sheetId);
    return this.current.filters.listChoices(sheet, findTable(sheet, tableId), column);
  }

  filter(sheetId: string, tableId: string, column: number, hiddenTexts: readonly string[]): void {
    const sheet = this.findSheet(sheetId);
    this.current.filters.apply(sheet, findTable(sheet, tableId), column, hiddenTexts);
    this.onChange();
  }

  setEditing(isEditing: boolean): void {
    if (isEditing) this.current.simulator.beginCellEdit();
    else this.current.simulator.endCellEdit();
  }

  failRequest(request: number, code: string): void {
    this.current.simulator.failAt({ request }, code);
  }

  protectSheet(sheetId: string, isProtected: boolean): void {
    this.findSheet(sheetId).protected = isProtected;
  }

  renameSheet(sheetId: string, name: string): void {
    this.current.book.workbook.renameSheet(this.findSheet(sheetId), name);
    this.onChange();
  }

  limitRequests(bytes: number): void {
    this.current.simulator.limit = bytes;
  }

  delayRequests(milliseconds: number): void {
    this.current.simulator.delay = milliseconds;
  }

  private get current() {
    if (!this.opened) throw new WorkbookError("fileNotFound", "no workbook is open");
    return this.opened;
  }

  /** The page may still ask for a sheet that the add-in has just removed. */
  private isGone(id: string): boolean {
    return !this.current.book.workbook.sheets.some((one) => one.id === id);
  }

  private findSheet(id: string): MemorySheet {
    const sheet = this.current.book.workbook.sheets.find((one) => one.id === id);
    if (!sheet) throw new WorkbookError("itemNotFound", "the sheet is gone");
    return sheet;
  }

  private getViews(sheet: MemorySheet): CellViews {
    let views = this.views.get(sheet.id);
    if (!views) {
      const { formatter, host } = this.current;
      views = new CellViews(sheet, formatter, new ConditionalLooks(sheet, host));
      this.views.set(sheet.id, views);
    }
    return views;
  }

  private readSheet(sheet: MemorySheet): SheetView {
    const { formatter, filters } = this.current;
    return {
      id: sheet.id,
      name: sheet.name,
      rowRuns: buildRowRuns(sheet.rowHeights, sheet.hiddenRows),
      columnRuns: buildColumnRuns(sheet.columnWidths),
      freeze: sheet.freeze,
      showGridlines: sheet.showGridlines,
      used: readExtent(sheet),
      merges: this.getViews(sheet).readMerges(),
      tables: sheet.tables.map((table) => ({
        id: table.id,
        name: table.name,
        range: table.range,
        showFilter: table.showFilter,
        filtered: filters.listFiltered(sheet, table),
      })),
      charts: sheet.charts.map((chart) => readChart(sheet, chart, formatter)),
    };
  }
}

function findTable(sheet: MemorySheet, id: string): MemoryTable {
  const table = sheet.tables.find((one) => one.id === id);
  if (!table) throw new WorkbookError("itemNotFound", "the table is gone");
  return table;
}

/** The part of a sheet that holds something, charts included, from A1 on. */
function readExtent(sheet: MemorySheet): GridRange | null {
  const ranges = [sheet.usedRange(), ...sheet.charts.map(({ place }) => place)].filter((range) => range !== null);
  if (ranges.length === 0) return null;
  const rowCount = Math.max(...ranges.map(endRow));
  const columnCount = Math.max(...ranges.map(endColumn));
  return { row: 0, column: 0, rowCount, columnCount };
}
