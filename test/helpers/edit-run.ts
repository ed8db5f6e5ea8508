import type { Simulator } from "../../src/simulator/simulator";
import type { MemorySheet } from "../../src/workbook/memory-sheet";
import type { MemoryWorkbook } from "../../src/workbook/memory-workbook";
import type { CellValue } from "../../src/workbook/port";
import { shopHeaders } from "./small-analysis";
import type { RunSize, WholeRun } from "./whole-runs";
import { catchError, openRun, readSentences } from "./whole-runs";

/** What the user, or somebody else in the same workbook, does while a run is under way. */
export interface RunEdit {
  readonly name: string;
  readonly edit: (workbook: MemoryWorkbook, simulator: Simulator) => void;
}

const rowsOf = (workbook: MemoryWorkbook) => workbook.getSheet("Sales")!;

function readRows(sheet: MemorySheet, columns: number): CellValue[][] {
  const used = sheet.usedRange()!;
  return Array.from({ length: used.row + used.rowCount }, (_, row) =>
    Array.from({ length: columns }, (_, column) => sheet.getValue(row, column)),
  );
}

const readOwnRows = (sheet: MemorySheet) => readRows(sheet, shopHeaders.length);

/** Whole rows, with labels that stand beside them. */
function changeRows(workbook: MemoryWorkbook, change: (rows: CellValue[][]) => CellValue[][]): void {
  const sheet = rowsOf(workbook);
  const width = sheet.usedRange()!.columnCount;
  const changed = change(readRows(sheet, width));
  changed.forEach((cells, row) => {
    for (let column = 0; column < width; column++) sheet.setValue(row, column, cells[column] ?? null);
  });
}

export const runEdits: readonly RunEdit[] = [
  { name: "types into a cell of the rows", edit: (workbook) => rowsOf(workbook).setValue(4, 3, 12.5) },
  { name: "types beside the rows", edit: (workbook) => rowsOf(workbook).setValue(5, 20, "note") },
  {
    name: "inserts a row among the rows",
    edit: (workbook) => changeRows(workbook, (rows) => [...rows.slice(0, 9), [], ...rows.slice(9)]),
  },
  {
    name: "deletes a row",
    edit: (workbook) => changeRows(workbook, (rows) => [...rows.slice(0, 9), ...rows.slice(10), []]),
  },
  {
    name: "sorts the rows",
    edit: (workbook) =>
      changeRows(workbook, ([header, ...rows]) => [
        header,
        ...rows.sort((a, b) => (String(a[2]) < String(b[2]) ? -1 : 1)),
      ]),
  },
  {
    name: "adds a row below",
    edit: (workbook) =>
      changeRows(workbook, (rows) => [
        ...rows,
        ["B1", "C003", "2025-03-03", 10, 5, "Ink", "Online", "North", "Office"],
      ]),
  },
  { name: "hides a row", edit: (workbook) => void rowsOf(workbook).hiddenRows.add(4) },
  {
    name: "selects cells elsewhere",
    edit: (workbook, simulator) =>
      simulator.select(workbook.getSheet("Clients")!, [{ row: 3, column: 1, rowCount: 2, columnCount: 1 }]),
  },
  { name: "shows another sheet", edit: (workbook) => workbook.activate(workbook.getSheet("Clients")!) },
  {
    name: "begins to edit a cell, and ends a moment later",
    edit: (_workbook, simulator) => {
      simulator.beginCellEdit();
      setTimeout(() => simulator.endCellEdit(), 5);
    },
  },
  {
    name: "renames the sheet of the rows",
    edit: (workbook) => workbook.getSheet("Sales") && workbook.renameSheet(rowsOf(workbook), "Lines"),
  },
  {
    name: "deletes the sheet of the rows",
    edit: (workbook) => workbook.getSheet("Sales") && workbook.removeSheet(rowsOf(workbook)),
  },
  { name: "protects the sheet of the rows", edit: (workbook) => (rowsOf(workbook).protected = true) },
  { name: "adds a sheet", edit: (workbook) => workbook.addSheet("Other").setValue(0, 0, "mine") },
  {
    name: "renames a sheet of results",
    edit: (workbook) => workbook.renameSheet(workbook.getSheet("CVM Customers")!, "Mine"),
  },
  {
    name: "deletes a sheet of results",
    edit: (workbook) => workbook.removeSheet(workbook.getSheet("CVM Customers")!),
  },
  { name: "types into a result", edit: (workbook) => workbook.getSheet("CVM Notes")!.setValue(3, 1, "typed") },
];

/** Whether every label beside the rows is that of the row's customer, as far as labels of one customer are the same. */
function areLabelsRight(sheet: MemorySheet): boolean {
  const known = new Map<string, string>();
  const rows = sheet.usedRange()!.rowCount;
  const lastColumn = sheet.usedRange()!.columnCount;
  for (let row = 1; row < rows; row++) {
    const customer = sheet.getValue(row, 1);
    const labels = Array.from({ length: lastColumn - shopHeaders.length }, (_, i) =>
      sheet.getValue(0, shopHeaders.length + i) === null ? null : sheet.getValue(row, shopHeaders.length + i),
    );
    if (customer === null || labels.every((label) => label === null)) continue;
    const text = JSON.stringify(labels);
    if ((known.get(String(customer)) ?? text) !== text) return false;
    known.set(String(customer), text);
  }
  return true;
}

/** What a run may leave nobody with: sheets on which it was building, and events switched off. */
function checkTidy(workbook: MemoryWorkbook, simulator: Simulator): void {
  expect(workbook.sheets.filter((sheet) => sheet.customProperties.has("cvm.staging"))).toEqual([]);
  expect(simulator.enableEvents).toBe(true);
}

/**
 * A run during which somebody does something before the n-th request: what was done stays as it is; labels stand beside their own rows; and
 * the next run succeeds, or says what is missing. The code of the error of the first comes back, or null.
 */
export async function editDuringRun(
  run: WholeRun,
  size: RunSize,
  { name, edit }: RunEdit,
  request: number,
): Promise<string | null> {
  const { workbook, simulator, port } = await openRun(run, size);
  const sheet = rowsOf(workbook);
  const execute = simulator.execute.bind(simulator);
  let own: CellValue[][] = [];
  simulator.execute = (body, flags) => {
    if (simulator.log.length === request - 1 && own.length === 0) {
      edit(workbook, simulator);
      own = readOwnRows(sheet);
    }
    return execute(body, flags);
  };
  const error = await catchError(run.run(port, size));
  simulator.execute = execute;
  const place = [run.name, name, request];
  if (error !== null) readSentences(error);
  checkTidy(workbook, simulator);
  expect([...place, readOwnRows(sheet).slice(0, own.length)]).toEqual([...place, own]);
  // Where rows are moved at the very moment, labels of an earlier run are put back where they stood; the next run renews them.
  const code = error === null ? null : (error as { readonly code: string }).code;
  expect([...place, areLabelsRight(sheet) || code === "rowsChanged"]).toEqual([...place, true]);
  sheet.hiddenRows.clear();
  sheet.protected = false;
  workbook.activate(workbook.getSheet(sheet.name) ?? workbook.sheets[0]);
  const again = await catchError(run.run(port, size));
  if (again !== null) readSentences(again);
  expect([...place, again]).toEqual([...place, workbook.sheets.includes(sheet) ? null : again]);
  checkTidy(workbook, simulator);
  expect([...place, areLabelsRight(sheet)]).toEqual([...place, true]);
  return code;
}
