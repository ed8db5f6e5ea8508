import { MemoryWorkbook } from "../memory-workbook";
import type { MemorySheet } from "../memory-sheet";
import type { CallOptions, CellStyle, GridRange } from "../port";
import { markKey } from "../output-mark";
import { WorkbookError } from "../port";
import { applyNames, readNames } from "./names";
import type { DefinedNameEntry } from "./name-entry";
import { CellReader } from "./cell-reader";
import { readRowLook } from "./cell-patcher";
import { readConditionalFormats } from "./conditional-formats";
import { readCharts } from "./drawings";
import { limits, refusePackage, refuseTooLarge } from "./limits";
import { applyLook, readLook } from "./look";
import { readProperties, restoreMark } from "./marks";
import type { SheetOrigin, XlsxWorkbook } from "./origin";
import { OfficePackage } from "./package";
import { readPivots } from "./pivots";
import { printArea, printTitles, readPrint } from "./print";
import { readSettings } from "./settings";
import { readSharedStrings } from "./shared-strings";
import { SheetScanner, splitSheet } from "./sheet-text";
import { SheetShell } from "./shell";
import { plainStyles, StylesPart } from "./styles-part";
import { readTables } from "./tables";
import { readValidations } from "./validations";
import { WorkbookPart } from "./workbook-part";

/** The path of the part that the main part names by a kind of relationship, if there is one. */
export function findRelated(parts: OfficePackage, workbookPath: string, kind: string): string | undefined {
  const found = parts.readRelationships(workbookPath).find((relationship) => relationship.kind === kind);
  return found && parts.has(found.target) ? found.target : undefined;
}

function readRelated(parts: OfficePackage, workbookPath: string, kind: string): string | undefined {
  const path = findRelated(parts, workbookPath, kind);
  return path === undefined ? undefined : parts.readText(path);
}

export function readStyles(parts: OfficePackage, workbookPath: string): StylesPart {
  return new StylesPart(
    readRelated(parts, workbookPath, "styles") ?? plainStyles,
    readRelated(parts, workbookPath, "theme"),
  );
}

export function readStrings(parts: OfficePackage, workbookPath: string): string[] {
  const text = readRelated(parts, workbookPath, "sharedStrings");
  return text === undefined ? [] : readSharedStrings(text);
}

/** Cells of the same look below each other are formatted together. */
class StyleRuns {
  private readonly runs: { format: number; first: number; last: number }[] = [];

  constructor(
    private readonly sheet: MemorySheet,
    private readonly styles: readonly CellStyle[],
  ) {}

  add(row: number, column: number, format: number): void {
    const run = this.runs[column];
    if (run && run.format === format && run.last === row - 1) {
      run.last = row;
      return;
    }
    if (run) this.flush(column);
    this.runs[column] = { format, first: row, last: row };
  }

  finish(): void {
    this.runs.forEach((_, column) => this.flush(column));
  }

  private flush(column: number): void {
    const { format, first, last } = this.runs[column];
    const style = this.styles[format];
    if (!style || Object.keys(style).length === 0) return;
    this.sheet.applyStyle({ row: first, column, rowCount: last - first + 1, columnCount: 1 }, style);
  }
}

/** A signal that stops the reading. */
export type OpenOptions = Pick<CallOptions, "signal">;

interface ReadContext {
  readonly parts: OfficePackage;
  readonly workbook: MemoryWorkbook;
  readonly styles: StylesPart;
  readonly strings: readonly string[];
  readonly options: OpenOptions;
  cells: number;
}

const pauseEvery = 1 << 23;

/** Cells lie in memory by columns and stretches of so many rows; what lies before the first cell of a stretch may take room too. */
const stretchRows = 4096;
const mostGap = 1024;

/** How many cells a worksheet takes room for; far more than it has where they are scattered. */
class CellCount {
  private readonly stretches: number[] = [];

  constructor(private readonly context: ReadContext) {}

  add(row: number, column: number): void {
    const stretch = Math.floor(row / stretchRows);
    let cells = 1;
    if (this.stretches[column] !== stretch) {
      this.stretches[column] = stretch;
      cells += Math.min(mostGap, row % stretchRows);
    }
    if ((this.context.cells += cells) > limits.cells)
      refuseTooLarge("the workbook has too many cells", limits.cells, "cells");
  }
}

/** Reads the cells into the model; what surrounds them comes back. */
async function readCells(context: ReadContext, path: string, sheet: MemorySheet): Promise<SheetShell> {
  const { parts, workbook, styles, strings, options } = context;
  const runs = new StyleRuns(sheet, styles.cellStyles);
  let scanner: SheetScanner | undefined;
  let reader: CellReader | undefined;
  const count = new CellCount(context);
  let head = "";
  let tail = "";
  let work = 0;
  const spills: GridRange[] = [];
  for (const { kind, text, prefix } of splitSheet(parts.streamBytes(path))) {
    if (kind === "head") head = text;
    else if (kind === "tail") tail = text;
    else {
      scanner ??= new SheetScanner(prefix);
      reader ??= new CellReader(prefix, strings, workbook.date1904);
      readRows(count, text, scanner, reader, sheet, runs, spills);
      work += text.length;
    }
    if (work > pauseEvery) {
      work = 0;
      await new Promise((resolve) => setTimeout(resolve));
      options.signal?.throwIfAborted();
    }
  }
  runs.finish();
  for (const spill of spills) sheet.spills.add(spill);
  return new SheetShell(head, tail);
}

function readRows(
  count: CellCount,
  text: string,
  scanner: SheetScanner,
  reader: CellReader,
  sheet: MemorySheet,
  runs: StyleRuns,
  spills: GridRange[],
): void {
  scanner.scanRows(text, (row) => {
    const tag = text.slice(row.start, row.contentStart);
    if (tag.includes("hidden") || tag.includes("customHeight")) {
      const look = readRowLook(tag);
      if (look.hidden) sheet.hiddenRows.add(row.row);
      if (look.height !== undefined) sheet.rowHeights.set(row.row, look.height);
    }
    scanner.scanCells(text, row, (cell) => {
      count.add(row.row, cell.column);
      if (cell.style !== 0) runs.add(row.row, cell.column, cell.style);
      reader.read(text, row.row, cell);
      if (reader.formula !== undefined) sheet.setFormula(row.row, cell.column, reader.formula, reader.value);
      if (reader.spill) spills.push(reader.spill);
      if (reader.formula === undefined && reader.value !== null) sheet.setValue(row.row, cell.column, reader.value);
    });
  });
}

function findPrintNames(names: readonly DefinedNameEntry[], position: number): { titles?: string; area?: string } {
  const find = (name: string) => names.find((entry) => entry.name === name && entry.localSheet === position)?.reference;
  const [titles, area] = [find(printTitles), find(printArea)];
  return { ...(titles === undefined ? {} : { titles }), ...(area === undefined ? {} : { area }) };
}

async function readSheet(
  context: ReadContext,
  path: string,
  sheet: MemorySheet,
  position: number,
  names: readonly DefinedNameEntry[],
): Promise<SheetOrigin> {
  const { parts, workbook, styles } = context;
  const shell = await readCells(context, path, sheet);
  applyLook(readLook(shell, styles.theme), sheet);
  sheet.print = readPrint(shell, findPrintNames(names, position));
  sheet.conditionalFormats.push(...readConditionalFormats(shell, styles));
  for (const [name, value] of readProperties(parts, path, shell)) sheet.customProperties.set(name, value);
  sheet.pivots.push(...readPivots(parts, path));
  const createId = () => workbook.createId();
  const tables = readTables(parts, path, sheet, createId);
  const charts = readCharts(parts, path, shell, sheet, createId);
  restoreMark(sheet, names);
  if (sheet.customProperties.has(markKey)) sheet.validations.push(...readValidations(shell));
  const hiddenRows = new Set(sheet.hiddenRows);
  return { sheet, name: sheet.name, path, position, tables, charts, hiddenRows, print: sheet.print };
}

export function findWorkbookPath(parts: OfficePackage): string {
  if (!parts.has("[Content_Types].xml")) refusePackage("the zip archive is no Office package");
  const main = parts.readRelationships("").find(({ kind }) => kind === "officeDocument");
  if (!main || !parts.has(main.target)) return refusePackage("the package has no main part");
  if (main.target.toLowerCase().endsWith(".bin")) {
    return refusePackage("the package is a binary workbook", { format: ".xlsb", saveAs: ".xlsx" });
  }
  return main.target;
}

/** @throws WorkbookError as {@link openWorkbook} in the folder's door */
export async function readWorkbook(bytes: Uint8Array, options: OpenOptions): Promise<XlsxWorkbook> {
  const parts = OfficePackage.open(bytes);
  const workbookPath = findWorkbookPath(parts);
  const main = new WorkbookPart(parts.readText(workbookPath));
  const entries = main.readSheets();
  if (main.root.local !== "workbook" || entries.length === 0) refusePackage("the main part is no workbook");
  const targets = new Map(parts.readRelationships(workbookPath).map((relationship) => [relationship.id, relationship]));
  const worksheets = entries.flatMap((entry, position) => {
    const relationship = targets.get(entry.relationship);
    if (!relationship || !parts.has(relationship.target))
      refusePackage("a sheet of the workbook is missing", { sheet: entry.name });
    return relationship.kind === "worksheet" ? [{ entry, position, path: relationship.target }] : [];
  });
  if (worksheets.length === 0) throw new WorkbookError("unsupportedSheet", "the workbook has no worksheet");
  const workbook = new MemoryWorkbook();
  while (workbook.sheets.length < worksheets.length) workbook.addSheet(`Sheet ${workbook.sheets.length + 1}`);
  const sheets = [...workbook.sheets];
  worksheets.forEach(({ entry }, index) => (sheets[index].name = entry.name));
  workbook.date1904 = main.date1904;
  workbook.protected = main.protected;
  const names = readNames(main.text, main.root);
  const context: ReadContext = {
    parts,
    workbook,
    styles: readStyles(parts, workbookPath),
    strings: readStrings(parts, workbookPath),
    options,
    cells: 0,
  };
  const origins: SheetOrigin[] = [];
  for (const [index, { entry, position, path }] of worksheets.entries()) {
    sheets[index].visibility = entry.visibility;
    origins.push(await readSheet(context, path, sheets[index], position, names));
  }
  const sheetNames = entries.map(({ name }) => name);
  applyNames(names, sheetNames, workbook);
  for (const [key, value] of readSettings(parts, workbookPath)) workbook.settings.set(key, value);
  const active = origins.find(({ position }) => position === main.activeTab)?.sheet;
  const shown = active ?? sheets.find(({ visibility }) => visibility === "visible") ?? sheets[0];
  workbook.activate(shown);
  const known = [...workbook.names].map(([name, { reference, sheet }]) => {
    const position = sheet === undefined ? undefined : sheetNames.indexOf(sheet);
    return [name, { reference, ...(position === undefined ? {} : { position }) }] as const;
  });
  return {
    workbook,
    origin: { parts, workbookPath, sheets: origins, activeSheet: shown, names: new Map(known) },
  };
}
