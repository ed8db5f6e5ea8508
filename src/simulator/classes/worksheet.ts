import {
  checkedRange,
  readAreas,
  readBoolean,
  readColor,
  readRange,
  readText,
  readWhole,
  refuseAsHost,
} from "../arguments";
import { sheetColumns, sheetRows } from "../../workbook/grid-range";
import type { MemorySheet, SheetVisibility } from "../../workbook/memory-sheet";
import type { MemoryWorkbook } from "../../workbook/memory-workbook";
import type { Host, ObjectClass } from "../host";
import type { HostObject } from "../host";
import { HostError } from "../host-error";
import { listPivots } from "./pivots";

const visibilities: Readonly<Record<SheetVisibility, string>> = {
  visible: "Visible",
  hidden: "Hidden",
  veryHidden: "VeryHidden",
};

function findSheet(workbook: MemoryWorkbook, key: unknown): MemorySheet | undefined {
  const text = readText(key);
  return workbook.sheets.find((sheet) => sheet.id === text) ?? workbook.getSheet(text);
}

function changeVisibility(sheet: MemorySheet, value: unknown, host: Host): void {
  host.checkStructure();
  const found = Object.entries(visibilities).find(([, name]) => name.toLowerCase() === readText(value).toLowerCase());
  if (!found) throw new HostError("InvalidArgument");
  const others = host.workbook.sheets.filter((other) => other !== sheet && other.visibility === "visible");
  if (found[0] !== "visible" && others.length === 0) throw new HostError("InvalidOperation");
  sheet.visibility = found[0] as SheetVisibility;
  if (sheet.visibility !== "visible" && host.workbook.activeSheet === sheet) host.workbook.activate(others[0]!);
}

function findFreeName(workbook: MemoryWorkbook): string {
  let number = workbook.sheets.length + 1;
  while (workbook.getSheet(`Sheet${number}`)) number += 1;
  return `Sheet${number}`;
}

function listSheets(workbook: MemoryWorkbook, visibleOnly: unknown): MemorySheet[] {
  return workbook.sheets.filter((sheet) => visibleOnly !== true || sheet.visibility === "visible");
}

/** Adds a sheet at the end; a name that Excel would not take is refused. */
function addSheet(workbook: MemoryWorkbook, name: unknown, host: Host): HostObject {
  host.checkStructure();
  const wanted = name === null || name === undefined ? findFreeName(workbook) : readText(name);
  return host.make(
    "Worksheet",
    refuseAsHost(() => workbook.addSheet(wanted)),
  );
}

/** All sheets of the workbook. */
export const worksheetsClass: ObjectClass<MemoryWorkbook> = {
  name: "WorksheetCollection",
  items: (workbook, host) => workbook.sheets.map((sheet) => host.make("Worksheet", sheet)),
  item: (workbook, key, host) => {
    const sheet = findSheet(workbook, key);
    if (!sheet) throw new HostError("ItemNotFound");
    return host.make("Worksheet", sheet);
  },
  call: {
    Add: (workbook, [name], host) => addSheet(workbook, name, host),
    GetActiveWorksheet: (workbook, _args, host) => host.make("Worksheet", workbook.activeSheet),
    GetFirst: (workbook, [visibleOnly], host) => host.make("Worksheet", listSheets(workbook, visibleOnly)[0]),
    GetLast: (workbook, [visibleOnly], host) => host.make("Worksheet", listSheets(workbook, visibleOnly).at(-1)),
    GetCount: (workbook, [visibleOnly]) => listSheets(workbook, visibleOnly).length,
    GetItemOrNullObject: (workbook, [key], host) => {
      const sheet = findSheet(workbook, key);
      return sheet ? host.make("Worksheet", sheet) : null;
    },
  },
};

/** One sheet. */
export const worksheetClass: ObjectClass<MemorySheet> = {
  name: "Worksheet",
  identify: (sheet) => ({ Id: sheet.id }),
  read: {
    Id: (sheet) => sheet.id,
    Name: (sheet) => sheet.name,
    Position: (sheet, host) => host.workbook.sheets.indexOf(sheet),
    Visibility: (sheet) => visibilities[sheet.visibility],
    TabColor: (sheet) => (sheet.visibility === "visible" ? sheet.tabColor : null),
    ShowGridlines: (sheet) => sheet.showGridlines,
    StandardHeight: () => 15,
  },
  write: {
    Name: (sheet, value, host) => {
      host.checkStructure();
      host.checkPresent(sheet);
      refuseAsHost(() => host.workbook.renameSheet(sheet, readText(value)));
    },
    Position: (sheet, value, host) => {
      host.checkStructure();
      const position = readWhole(value);
      const { sheets } = host.workbook;
      if (position < 0 || position >= sheets.length) throw new HostError("InvalidArgument");
      sheets.splice(sheets.indexOf(sheet), 1);
      sheets.splice(position, 0, sheet);
    },
    Visibility: changeVisibility,
    TabColor: (sheet, value, host) => {
      host.checkWritable(sheet);
      sheet.tabColor = readColor(value);
    },
    Gridlines: (sheet, value) => {
      sheet.showGridlines = readBoolean(value);
    },
  },
  open: {
    Charts: (sheet, host) => host.make("ChartCollection", sheet),
    CustomProperties: (sheet, host) => host.make("WorksheetCustomPropertyCollection", sheet),
    FreezePanes: (sheet, host) => host.make("WorksheetFreezePanes", sheet),
    Names: (sheet, host) => host.make("NamedItemCollection", { sheet }),
    HorizontalPageBreaks: (sheet, host) => host.make("PageBreakCollection", sheet),
    PageLayout: (sheet, host) => host.make("PageLayout", sheet),
    PivotTables: (sheet, host) => host.make("PivotTableCollection", listPivots(sheet)),
    Protection: (sheet, host) => host.make("WorksheetProtection", sheet),
    Tables: (sheet, host) => host.make("TableCollection", { sheet }),
    AutoFilter: (sheet, host) => host.make("AutoFilter", { sheet }),
  },
  call: {
    Activate: (sheet, _args, host) => {
      if (host.otherWorkbookActive) throw new HostError("InactiveWorkbook");
      if (sheet.visibility !== "visible") throw new HostError("InvalidOperation");
      host.workbook.activate(sheet);
    },
    Calculate: () => undefined,
    Delete: (sheet, _args, host) => {
      host.checkStructure();
      host.checkPresent(sheet);
      if (sheet.visibility === "veryHidden") throw new HostError("InvalidOperation");
      refuseAsHost(() => host.workbook.removeSheet(sheet));
      host.needsCalculation = true;
    },
    GetCell: (sheet, [row, column], host) =>
      host.makeRange(sheet, checkedRange(readWhole(row), readWhole(column), 1, 1)),
    GetRange: (sheet, [address], host) => {
      host.checkPresent(sheet);
      if (address === null || address === undefined)
        return host.makeRange(sheet, checkedRange(0, 0, sheetRows, sheetColumns));
      const target = readRange(address, sheet, host);
      if (target.sheet !== sheet) throw new HostError("InvalidArgument");
      return host.makeRange(sheet, target.range);
    },
    GetRangeByIndexes: (sheet, [row, column, rows, columns], host) => {
      host.checkPresent(sheet);
      const range = checkedRange(readWhole(row), readWhole(column), readWhole(rows), readWhole(columns));
      return host.makeRange(sheet, range);
    },
    GetRanges: (sheet, [address], host) => {
      const target = readAreas(address, sheet, host);
      return host.makeAreas(sheet, target.areas);
    },
    GetUsedRange: (sheet, _args, host) => host.makeRange(sheet, sheet.usedRange() ?? checkedRange(0, 0, 1, 1)),
    GetUsedRangeOrNullObject: (sheet, _args, host) => {
      const used = sheet.usedRange();
      return used && host.makeRange(sheet, used);
    },
  },
};

export const protectionClass: ObjectClass<MemorySheet> = {
  name: "WorksheetProtection",
  read: { Protected: (sheet) => sheet.protected },
  call: {
    Protect: (sheet) => {
      if (sheet.protected) throw new HostError("AccessDenied");
      sheet.protected = true;
    },
    Unprotect: (sheet) => {
      sheet.protected = false;
    },
  },
};

export const freezePanesClass: ObjectClass<MemorySheet> = {
  name: "WorksheetFreezePanes",
  call: {
    FreezeAt: (sheet, [range], host) => {
      const frozen = readRange(range, sheet, host).range;
      if (frozen.row !== 0 || frozen.column !== 0) throw new HostError("InvalidArgument");
      sheet.freeze = { rows: frozen.rowCount, columns: frozen.columnCount };
    },
    FreezeRows: (sheet, [count]) => {
      sheet.freeze = { rows: readWhole(count ?? 1), columns: 0 };
    },
    FreezeColumns: (sheet, [count]) => {
      sheet.freeze = { rows: 0, columns: readWhole(count ?? 1) };
    },
    Unfreeze: (sheet) => {
      sheet.freeze = { rows: 0, columns: 0 };
    },
    GetLocationOrNullObject: (sheet, _args, host) => {
      const { rows, columns } = sheet.freeze;
      return rows + columns === 0
        ? null
        : host.makeRange(sheet, checkedRange(0, 0, rows || sheetRows, columns || sheetColumns));
    },
  },
};
