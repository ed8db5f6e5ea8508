import type { CallOptions, RowSource } from "./rows";

export type { CallOptions, ProgressListener } from "./rows";

/**
 * What a cell can hold as a plain value; `null` is a blank cell. Error values read from a workbook arrive as their text (`#N/A`). On
 * writing, `NaN` is written as blank, and text is written as text even where Excel could read it as a formula.
 */
export type CellValue = string | number | boolean | null;

/** A rectangle of cells, all numbers 0-based and counted from cell A1. */
export interface GridRange {
  readonly row: number;
  readonly column: number;
  readonly rowCount: number;
  readonly columnCount: number;
}

/** A rectangle of plain values by columns, its upper left cell at (`row`, `column`); the columns have equal length. */
export interface ValueBlock {
  readonly row: number;
  readonly column: number;
  readonly columns: readonly ArrayLike<CellValue>[];
  /** Which of `columns` (index in the block) hold days since 1970-01-01: they are written as dates of the workbook's own date system. */
  readonly dates?: readonly number[];
}

/** A live formula in en-US notation with its leading `=`, and the value it has now, so that a reader that does not calculate shows it. */
export interface FormulaCell {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  readonly value: CellValue;
}

/** A hyperlink to a place in the same workbook, such as `'Sales 2026'!A17`. The cell's text stands in a value block. */
export interface LinkCell {
  readonly row: number;
  readonly column: number;
  readonly target: string;
}

/** A thin line along the sides named, in one colour (`#RRGGBB`). */
export interface CellBorder {
  readonly sides: readonly ("top" | "bottom" | "left" | "right")[];
  readonly color: string;
}

/** How cells look; what is left out stays as it is. Colours are `#RRGGBB`, sizes in points, number formats in en-US notation. */
export interface CellStyle {
  readonly numberFormat?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly fontSize?: number;
  readonly fontColor?: string;
  readonly fill?: string;
  readonly horizontalAlign?: "left" | "center" | "right";
  readonly verticalAlign?: "top" | "center" | "bottom";
  readonly wrap?: boolean;
  readonly indent?: number;
  readonly border?: CellBorder;
}

/** A style for every cell of a range; where ranges overlap, the later one wins property by property. */
export interface StyledRange {
  readonly range: GridRange;
  readonly style: CellStyle;
}

/** A native Excel table; the first row of the range holds the headers. Names are unique in the workbook. */
export interface TableContent {
  readonly name: string;
  readonly range: GridRange;
  /** A built-in table style such as `TableStyleLight1`. */
  readonly style: string;
  readonly showFilter: boolean;
}

/** One native conditional format. `formula` kinds take an en-US formula relative to the upper left cell of the range. */
export type ConditionalFormat = { readonly range: GridRange } & (
  | {
      readonly kind: "formula";
      readonly formula: string;
      readonly fill?: string;
      readonly fontColor?: string;
      readonly bold?: boolean;
    }
  | { readonly kind: "colorScale"; readonly colors: readonly [string, string] | readonly [string, string, string] }
  | { readonly kind: "dataBar"; readonly color: string }
);

/**
 * Cells for which Excel offers a list of texts to choose from; anything else can still be typed. A text has no comma, and all of them
 * joined by commas have at most 255 characters.
 */
export interface ListValidation {
  readonly range: GridRange;
  readonly choices: readonly string[];
}

/** One series of a chart; ranges are on the chart's own sheet. `pointColors` colours single columns, bars or slices. */
export interface ChartSeries {
  readonly name: string;
  readonly categories: GridRange;
  readonly values: GridRange;
  readonly color?: string;
  readonly pointColors?: readonly string[];
}

/** A native chart that covers `place`. `name` is unique on its sheet. */
export interface ChartContent {
  readonly name: string;
  readonly kind: "column" | "stackedColumn" | "bar" | "line" | "area" | "scatter" | "scatterLines" | "pie" | "doughnut";
  readonly title: string;
  readonly place: GridRange;
  readonly series: readonly ChartSeries[];
  readonly legend: "none" | "bottom" | "right";
  readonly categoryAxisTitle?: string;
  readonly valueAxisTitle?: string;
  readonly valueNumberFormat?: string;
  /** Where the axis of the values ends; the host chooses when left out. */
  readonly valueMaximum?: number;
  /** Where the horizontal axis of a scatter chart ends, which then begins at 0; other kinds have no numbers there. */
  readonly categoryMaximum?: number;
  readonly dataLabels?: boolean;
}

/** Print set-up of a sheet; pages are fitted to `pagesWide`, and to `pagesTall` where given. */
export interface PrintSetup {
  readonly orientation: "portrait" | "landscape";
  readonly pagesWide: number;
  readonly pagesTall?: number;
  /** How many rows at the top are repeated on every page. */
  readonly repeatRows?: number;
  readonly area?: GridRange;
  /** Rows before which a page begins, ascending. */
  readonly breaks?: readonly number[];
  /** The size of paper; the host's own when left out. */
  readonly paper?: "A4" | "letter";
}

/** Everything one of our sheets holds. Applied in the order: values, formulas, links, styles, tables, conditional formats, charts. */
export interface SheetContent {
  /** Which of our sheets this is (`summary`, `customers`, ...): kept as the sheet's mark, so a later run finds it whatever the user named it. */
  readonly id: string;
  /** The name for a new sheet; an existing sheet with our mark keeps its name. A name the user has taken gets a suffix. */
  readonly name: string;
  readonly visibility: "visible" | "hidden" | "veryHidden";
  readonly tabColor?: string;
  readonly showGridlines: boolean;
  readonly freeze?: { readonly rows: number; readonly columns: number };
  /** Widths in characters of the default font. */
  readonly columnWidths: readonly { readonly column: number; readonly count: number; readonly width: number }[];
  /** Heights in points. */
  readonly rowHeights: readonly { readonly row: number; readonly count: number; readonly height: number }[];
  readonly values: readonly ValueBlock[];
  readonly formulas: readonly FormulaCell[];
  readonly links: readonly LinkCell[];
  readonly styles: readonly StyledRange[];
  readonly merges: readonly GridRange[];
  readonly tables: readonly TableContent[];
  readonly conditionalFormats: readonly ConditionalFormat[];
  readonly validations?: readonly ListValidation[];
  readonly charts: readonly ChartContent[];
  readonly print?: PrintSetup;
}

/** Columns written beside the user's own rows, one value per row of the source in source order (`null` leaves the cell blank). */
export interface LabelColumns {
  readonly source: RowSource;
  readonly columns: readonly { readonly header: string; readonly values: ArrayLike<CellValue> }[];
  /** Fill and font colour per text, applied as conditional formats to the columns (0-based among `columns`). */
  readonly colors: readonly {
    readonly column: number;
    readonly text: string;
    readonly fill: string;
    readonly fontColor: string;
  }[];
}

/** All that one run writes: it appears in the workbook whole or not at all. */
export interface WorkbookOutput {
  readonly sheets: readonly SheetContent[];
  readonly labels?: LabelColumns;
  /** Document settings to store (JSON text by key); an empty text deletes the key. */
  readonly settings: Readonly<Record<string, string>>;
  /** The id of the sheet to show at the end. */
  readonly activate?: string;
}

/** One sheet of the workbook; `id` is our mark (see {@link SheetContent}) or undefined for a sheet of the user's. */
export interface SheetInfo {
  readonly name: string;
  readonly visibility: "visible" | "hidden" | "veryHidden";
  readonly id?: string;
}

/** A sheet: one of ours by its mark, or any by its name. */
export type SheetKey = { readonly id: string } | { readonly name: string };

/** Cells to show: a rectangle, or whole rows of a list, 1-based as the sheet numbers them, between two 0-based columns. */
export type CellPlace = { readonly sheet: SheetKey } & (
  | { readonly range: GridRange }
  | { readonly rows: readonly number[]; readonly firstColumn: number; readonly lastColumn: number }
);

/** The cell that is selected, 0-based; the first of several. `id` is the mark of a sheet of ours. */
export interface SelectedCell {
  readonly sheet: string;
  readonly id?: string;
  readonly row: number;
  readonly column: number;
}

/** Rows of a table of ours to show: those with this text in the column of this header, or all where `text` is null. */
export interface TableFilter {
  readonly sheetId: string;
  readonly header: string;
  readonly text: string | null;
}

/** Colours of the texts in a column. */
export interface ColumnColors {
  readonly header: string;
  readonly colors: readonly { readonly text: string; readonly fill: string; readonly fontColor: string }[];
}

/** Colours of what is written already. A column keeps no colours but those given here. */
export interface OutputColors {
  /** The sheet of ours whose table has the columns. */
  readonly sheetId: string;
  /** Columns that the table no longer has are passed over. */
  readonly columns: readonly ColumnColors[];
  /** As in {@link LabelColumns}, for the label columns in the workbook. */
  readonly labels: LabelColumns["colors"];
  /** Document settings to store with them. */
  readonly settings: Readonly<Record<string, string>>;
}

/** What became of formulas that were turned into values, or back. */
export interface FormulaChange {
  /** How many formulas changed. */
  readonly formulas: number;
  /** The names of the sheets on which they stand. */
  readonly sheets: readonly string[];
  /** Places that were left as they are: their formula has no result yet, or somebody changed the value since. */
  readonly left: readonly { readonly sheet: string; readonly address: string }[];
}

/** Where rows are to be read from. A selection may have several areas of the same rows, or be a single cell of a list. */
export type RowReference =
  | { readonly kind: "selection" }
  | { readonly kind: "range"; readonly sheet?: string; readonly address?: string }
  | { readonly kind: "table"; readonly table: string }
  | { readonly kind: "name"; readonly name: string };

/** How the host writes numbers and dates; used only where a column of text is ambiguous. */
export interface Culture {
  /** `en` or `zh`. */
  readonly language: "en" | "zh";
  readonly dateOrder: "dmy" | "mdy" | "ymd";
}

/**
 * A workbook as jobs see it, whether it lives in Excel, in memory or in a file. Every call either succeeds or throws a
 * {@link WorkbookError} (or the signal's reason) and then leaves the workbook as it was.
 */
export interface WorkbookPort {
  listSheets(): Promise<readonly SheetInfo[]>;
  listTables(): Promise<readonly { readonly name: string; readonly sheet: string }[]>;
  readCulture(): Promise<Culture>;
  /**
   * Opens rows for reading; the header row is found below merged title rows.
   *
   * @throws WorkbookError `itemNotFound`, `invalidSelection`, `unevenAreas`, `emptySource`, `tooLarge`
   */
  openRows(reference: RowReference, options?: CallOptions): Promise<RowSource>;
  /**
   * The values of one of our sheets from A1 on, by rows, or null when the workbook has no such sheet. Numbers in cells formatted as dates
   * come as days since 1970-01-01.
   */
  readSheet(id: string): Promise<readonly (readonly CellValue[])[] | null>;
  /** The values of a few cells, by rows; dates as the serials they are. @throws WorkbookError `itemNotFound` without the sheet */
  readCells(sheet: SheetKey, range: GridRange): Promise<readonly (readonly CellValue[])[]>;
  /** A document setting, or null. */
  readSetting(key: string): Promise<string | null>;
  /**
   * Writes everything that a run produces: new content is built on hidden sheets and put in place by the last request, so a failure or a
   * cancelled signal leaves the workbook as it was. Sheets and tables that exist keep their identity, and what lies outside our cells stays.
   *
   * @throws WorkbookError among others `accessDenied`, `editMode`, `noRoom`; `rowsChanged` when rows to be labelled have moved since they were
   *   read
   */
  write(output: WorkbookOutput, options?: CallOptions): Promise<void>;
  /**
   * Shows a sheet and selects cells of it: as many of the rows as the host can select at once, from the first on.
   *
   * @throws WorkbookError `itemNotFound`; `refused` when the sheet is hidden
   */
  select(place: CellPlace): Promise<void>;
  /** The cell that is selected, or null where the selection is no cell, such as a chart. */
  readSelectedCell(): Promise<SelectedCell | null>;
  /**
   * Calls the listener with every cell that is selected from now on, until the function that comes back is called. Cells that change are not
   * told of.
   */
  onSelectionChanged(listener: (cell: SelectedCell) => void): Promise<() => Promise<void>>;
  /**
   * Filters the table on a sheet of ours by one column, shows the sheet and selects the table's rows. Filters of other columns go.
   *
   * @throws WorkbookError `itemNotFound` when the sheet, its table or the column is gone; `accessDenied`
   */
  filterTable(filter: TableFilter): Promise<void>;
  /** Colours what is written already, without a run. @throws WorkbookError `itemNotFound` without the sheet; `accessDenied` */
  writeColors(colors: OutputColors): Promise<void>;
  /**
   * Turns all formulas that call functions of a namespace, such as `CVM`, into their values, on all sheets. The workbook remembers the
   * formulas, also when it is saved. One step of undo where the host can.
   *
   * @throws WorkbookError `accessDenied` when a sheet with such formulas is protected
   */
  freezeFormulas(namespace: string): Promise<FormulaChange>;
  /**
   * Puts formulas back that {@link WorkbookPort.freezeFormulas} turned into values, where the values are still those; others stay remembered.
   *
   * @throws WorkbookError `accessDenied` when a sheet with such values is protected
   */
  restoreFormulas(): Promise<FormulaChange>;
  /** Takes away all our sheets, label columns and settings; the names of the sheets removed come back. */
  removeOutput(): Promise<readonly string[]>;
}

/** What can go wrong with a workbook; the words for it are chosen by code. */
export type WorkbookErrorCode =
  | "editMode"
  | "accessDenied"
  | "payloadTooLarge"
  | "tooLarge"
  | "outOfMemory"
  | "invalidSelection"
  | "unevenAreas"
  | "inactiveWorkbook"
  | "filteredRange"
  | "mergedRange"
  | "noRoom"
  | "itemExists"
  | "itemNotFound"
  | "rowsChanged"
  | "unsupportedSheet"
  | "notSupported"
  | "restartNeeded"
  | "noAnswer"
  | "dialogOpen"
  | "refused"
  | "lookIncomplete"
  | "emptySource"
  | "fileNotFound"
  | "notAWorkbook"
  | "passwordProtected"
  | "internal";

/** A failure of the workbook's host or file. `detail` is technical, without cell values, and never shown as the message. */
export class WorkbookError extends Error {
  readonly code: WorkbookErrorCode;
  readonly detail: string;
  /** What the words need: a sheet's name, an address, a limit. */
  readonly parameters: Readonly<Record<string, string>>;

  constructor(
    code: WorkbookErrorCode,
    detail: string,
    parameters: Readonly<Record<string, string>> = {},
    cause?: unknown,
  ) {
    super(`${code}: ${detail}`, { cause });
    this.name = "WorkbookError";
    this.code = code;
    this.detail = detail;
    this.parameters = parameters;
  }
}
