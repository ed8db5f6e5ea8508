import { isDateFormat, parseSerial } from "./serial-date";
import { freezeFormulas, restoreFormulas } from "./memory-formulas";
import { placeLabels, removeLabels, stageLabels } from "./memory-labels";
import { openMemoryRows } from "./memory-rows";
import type { MemoryWorkbook } from "./memory-workbook";
import { checkRoom, describeState, findSheetByKey, placeSheet, stageSheet } from "./memory-write";
import { labelsKey, markKey, parseMark, settingPrefix } from "./output-mark";
import { findActivated, planOutput, planRemoval } from "./plan-output";
import { findMarkedSheet } from "./workbook-state";
import { filterTable, readCells, readSelectedCell, selectPlace, writeColors } from "./memory-view";
import type {
  CallOptions,
  CellPlace,
  CellValue,
  Culture,
  FormulaChange,
  GridRange,
  OutputColors,
  RowReference,
  SelectedCell,
  SheetInfo,
  SheetKey,
  TableFilter,
  WorkbookOutput,
  WorkbookPort,
} from "./port";
import type { RowSource } from "./rows";

/** A workbook in memory, as jobs see it. */
export class MemoryPort implements WorkbookPort {
  constructor(readonly workbook: MemoryWorkbook) {}

  async listSheets(): Promise<readonly SheetInfo[]> {
    return this.workbook.sheets.map((sheet) => {
      const mark = parseMark(sheet.customProperties.get(markKey));
      return { name: sheet.name, visibility: sheet.visibility, ...(mark ? { id: mark.id } : {}) };
    });
  }

  async listTables(): Promise<readonly { readonly name: string; readonly sheet: string }[]> {
    return this.workbook.sheets.flatMap((sheet) =>
      sheet.tables.map((table) => ({ name: table.name, sheet: sheet.name })),
    );
  }

  async readCulture(): Promise<Culture> {
    return this.workbook.culture;
  }

  async openRows(reference: RowReference, options: CallOptions = {}): Promise<RowSource> {
    options.signal?.throwIfAborted();
    return openMemoryRows(this.workbook, reference);
  }

  async readSheet(id: string): Promise<readonly (readonly CellValue[])[] | null> {
    const found = findMarkedSheet(describeState(this.workbook), id);
    if (!found) return null;
    const sheet = findSheetByKey(this.workbook, found.key);
    const isDate = new Map<string, boolean>();
    const isDateCell = (row: number, column: number) => {
      const format = sheet.getNumberFormat(row, column);
      if (!isDate.has(format)) isDate.set(format, isDateFormat(format));
      return isDate.get(format)!;
    };
    return sheet
      .readValues(found.mark!.range)
      .map((cells, row) =>
        cells.map((cell, column) =>
          typeof cell === "number" && isDateCell(row, column) ? parseSerial(cell, this.workbook.date1904) : cell,
        ),
      );
  }

  async readCells(sheet: SheetKey, range: GridRange): Promise<readonly (readonly CellValue[])[]> {
    return readCells(this.workbook, sheet, range);
  }

  async readSetting(key: string): Promise<string | null> {
    return this.workbook.settings.get(key) ?? null;
  }

  async write(output: WorkbookOutput, options: CallOptions = {}): Promise<void> {
    const { workbook } = this;
    options.signal?.throwIfAborted();
    const plans = planOutput(describeState(workbook), output);
    for (const plan of plans) checkRoom(workbook, plan);
    const labels = output.labels && stageLabels(workbook, output.labels);
    const activated = findActivated(output);

    const sizes = plans.map((plan) => plan.range.rowCount * plan.range.columnCount);
    const total = sizes.reduce((sum, size) => sum + size, 0);
    const staged = [];
    let done = 0;
    for (const [index, plan] of plans.entries()) {
      staged.push(stageSheet(workbook, plan));
      done += sizes[index];
      options.onProgress?.(done, total);
      // Lets a cancel that is under way arrive.
      await Promise.resolve();
      options.signal?.throwIfAborted();
    }

    const sheets = staged.map((sheet) => placeSheet(workbook, sheet));
    for (const [key, text] of Object.entries(output.settings)) this.storeSetting(key, text);
    if (labels) this.storeSetting(labelsKey, placeLabels(labels));
    if (activated >= 0) workbook.activate(sheets[activated]);
    workbook.showVisibleSheet();
  }

  async select(place: CellPlace): Promise<void> {
    selectPlace(this.workbook, place);
  }

  async readSelectedCell(): Promise<SelectedCell | null> {
    return readSelectedCell(this.workbook);
  }

  async onSelectionChanged(listener: (cell: SelectedCell) => void): Promise<() => Promise<void>> {
    const { selectionListeners } = this.workbook;
    const tell = () => listener(readSelectedCell(this.workbook));
    selectionListeners.add(tell);
    return async () => void selectionListeners.delete(tell);
  }

  async filterTable(filter: TableFilter): Promise<void> {
    filterTable(this.workbook, filter);
  }

  async writeColors(colors: OutputColors): Promise<void> {
    writeColors(this.workbook, colors);
    for (const [key, text] of Object.entries(colors.settings)) this.storeSetting(key, text);
  }

  async freezeFormulas(namespace: string): Promise<FormulaChange> {
    return freezeFormulas(this.workbook, namespace);
  }

  async restoreFormulas(): Promise<FormulaChange> {
    return restoreFormulas(this.workbook);
  }

  async removeOutput(): Promise<readonly string[]> {
    const { workbook } = this;
    const plan = planRemoval(describeState(workbook));
    removeLabels(workbook);
    if (plan.addFirst !== null) workbook.addSheet(plan.addFirst);
    for (const { key } of plan.sheets) workbook.removeSheet(findSheetByKey(workbook, key));
    for (const key of [...workbook.settings.keys()]) if (key.startsWith(settingPrefix)) workbook.settings.delete(key);
    return plan.sheets.map((sheet) => sheet.name);
  }

  private storeSetting(key: string, text: string): void {
    if (text === "") this.workbook.settings.delete(key);
    else this.workbook.settings.set(key, text);
  }
}
