import type { ChartContent, GridRange } from "../workbook/port";

/** Cells are read in tiles of this size, the first at cell A1. */
export const tileRows = 64;
export const tileColumns = 32;

/** Lines next to each other of a size in pixels that is not the sheet's usual one; hidden lines have size 0. */
export interface SizeRun {
  readonly start: number;
  readonly count: number;
  readonly size: number;
}

export interface SheetTab {
  readonly id: string;
  readonly name: string;
  /** `#RRGGBB` or empty. */
  readonly color: string;
}

/** What surrounds the sheet that is shown. */
export interface WorkbookView {
  readonly fileName: string;
  readonly tabs: readonly SheetTab[];
  readonly activeSheet: string;
  readonly selection: readonly GridRange[];
  readonly language: string;
}

/** How cells look; sizes in points. */
export interface CellLook {
  readonly fill?: string;
  readonly color?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly size?: number;
  readonly align?: "left" | "center" | "right";
  readonly vertical?: "top" | "center" | "bottom";
  readonly wrap?: boolean;
  readonly indent?: number;
  readonly lines?: CellLines;
}

/** Colours of the lines around a cell. */
export interface CellLines {
  readonly top?: string;
  readonly bottom?: string;
  readonly left?: string;
  readonly right?: string;
}

/** A bar inside a cell, 0..1 of its width. */
export interface CellBar {
  readonly color: string;
  readonly share: number;
}

/** A cell that shows something. */
export interface CellView {
  readonly column: number;
  readonly text: string;
  readonly kind: "text" | "number" | "other" | "blank";
  /** The value where a number without format of its own is shown, which is rounded to what fits. */
  readonly general?: number;
  readonly look: CellLook;
  readonly bar?: CellBar;
  readonly link?: string;
}

export interface RowView {
  readonly row: number;
  /** From left to right. */
  readonly cells: readonly CellView[];
}

/** Part of a sheet; rows without anything to show are left out. */
export interface Tile {
  readonly rows: readonly RowView[];
}

export interface MergeView {
  readonly range: GridRange;
  readonly cell: CellView | null;
}

export interface TableView {
  readonly id: string;
  readonly name: string;
  readonly range: GridRange;
  readonly showFilter: boolean;
  /** Positions of columns by which rows are hidden, counted from the table's first. */
  readonly filtered: readonly number[];
}

export interface SeriesView {
  readonly name: string;
  readonly color?: string;
  readonly pointColors?: readonly string[];
  readonly values: readonly (number | null)[];
  /** Categories as numbers, for scatter charts. */
  readonly positions: readonly (number | null)[];
}

export interface ChartView {
  readonly id: string;
  readonly content: Omit<ChartContent, "series">;
  readonly categories: readonly string[];
  /** Number format of the categories, for those that are numbers. */
  readonly categoryFormat: string;
  readonly series: readonly SeriesView[];
}

/** Everything of a sheet but its cells. */
export interface SheetView {
  readonly id: string;
  readonly name: string;
  readonly rowRuns: readonly SizeRun[];
  readonly columnRuns: readonly SizeRun[];
  readonly freeze: { readonly rows: number; readonly columns: number };
  readonly showGridlines: boolean;
  readonly used: GridRange | null;
  readonly merges: readonly MergeView[];
  readonly tables: readonly TableView[];
  readonly charts: readonly ChartView[];
}

export interface BookView {
  readonly workbook: WorkbookView;
  readonly sheet: SheetView;
}

/** Count of values, and of numbers with their sum. */
export interface SelectionSummary {
  readonly values: number;
  readonly numbers: number;
  readonly sum: number;
}

export interface FilterChoice {
  readonly text: string;
  readonly isShown: boolean;
}

export interface FilterChoices {
  readonly choices: readonly FilterChoice[];
  /** There are more different values than are listed. */
  readonly isCut: boolean;
}

export interface FilePart {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A cell on a sheet. */
export interface CellPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** What the formula bar shows of a cell, and what is to be said about it. */
export interface CellDetails {
  readonly entry: string;
  /** The cells of the result that has spilled here. */
  readonly spill: GridRange | null;
  /** The cell shows part of the result of another cell's formula, which is the entry. */
  readonly isSpilled: boolean;
  /** The error value that a formula gave, with the sentence of its function or an empty text. */
  readonly error: { readonly value: string; readonly sentence: string } | null;
}

/** What the page asks of the workbook in its worker. */
export interface BookCalls {
  open(file: FilePart): BookView;
  save(): FilePart;
  setLanguage(language: "en" | "zh"): void;
  readView(): BookView;
  readTile(sheet: string, tileRow: number, tileColumn: number): Tile;
  activate(sheet: string): void;
  select(sheet: string, areas: readonly GridRange[]): void;
  summarize(sheet: string, areas: readonly GridRange[]): SelectionSummary;
  readDetails(place: CellPlace): CellDetails;
  /** The text by which a cell is edited. */
  readEntry(place: CellPlace): string;
  writeEntry(place: CellPlace, text: string): void;
  clearCells(sheet: string, areas: readonly GridRange[]): void;
  /** Where Ctrl and an arrow lead. */
  findEdge(place: CellPlace, rowStep: number, columnStep: number): { readonly row: number; readonly column: number };
  /** The cells as text, columns separated by tabs. */
  copyCells(sheet: string, area: GridRange): string;
  /** The place of a link within the workbook, or null when it leads nowhere. */
  findLink(place: CellPlace): { readonly sheet: string; readonly range: GridRange } | null;
  listFilterChoices(sheet: string, table: string, column: number): FilterChoices;
  filter(sheet: string, table: string, column: number, hiddenTexts: readonly string[]): void;
  /** Somebody types into a cell: requests of add-ins wait. */
  setEditing(isEditing: boolean): void;
  /** Makes a coming request of the add-in fail, as Excel sometimes does. */
  failRequest(request: number, code: string): void;
  protectSheet(sheet: string, isProtected: boolean): void;
  renameSheet(sheet: string, name: string): void;
  /** The most bytes that a request or response of the add-in may have. */
  limitRequests(bytes: number): void;
  /** How long each request of the add-in takes, in milliseconds. */
  delayRequests(milliseconds: number): void;
}
