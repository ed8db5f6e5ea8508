import type { MemoryWorkbook } from "../../workbook/memory-workbook";
import { formatSerial } from "../../workbook/serial-date";
import { readBoolean, readText, readWhole } from "../arguments";
import { calculateWorkbook } from "../formula/calculate";
import type { Host, ObjectClass } from "../host";

import { HostError } from "../host-error";
import { listPivots } from "./pivots";

/** The root of all objects. */
export const workbookClass: ObjectClass<MemoryWorkbook> = {
  name: "Workbook",
  read: { Name: () => "Book1.xlsx", ReadOnly: () => false, AutoSave: () => false, IsDirty: () => true },
  open: {
    Application: (workbook, host) => host.make("Application", workbook),
    Functions: (workbook, host) => host.make("Functions", workbook),
    Names: (_workbook, host) => host.make("NamedItemCollection", {}),
    PivotTables: (workbook, host) =>
      host.make("PivotTableCollection", {
        pivots: workbook.sheets.flatMap((sheet) => listPivots(sheet).pivots),
      }),
    Protection: (workbook, host) => host.make("WorkbookProtection", workbook),
    Settings: (workbook, host) => host.make("SettingCollection", workbook),
    Tables: (_workbook, host) => host.make("TableCollection", {}),
    Worksheets: (workbook, host) => host.make("WorksheetCollection", workbook),
    _Runtime: (workbook, host) => host.make("Runtime", workbook),
  },
  call: {
    GetActiveCell: (workbook, _args, host) => {
      const area = openSelection(workbook, host).areas[0]!;
      return host.makeRange(workbook.selection.sheet, { ...area, rowCount: 1, columnCount: 1 });
    },
    GetSelectedRange: (workbook, _args, host) => {
      const { sheet, areas } = openSelection(workbook, host);
      if (areas.length !== 1) throw new HostError("InvalidSelection");
      return host.makeRange(sheet, areas[0]!);
    },
    GetSelectedRanges: (workbook, _args, host) => {
      const { sheet, areas } = openSelection(workbook, host);
      return host.makeAreas(sheet, areas);
    },
    _RemoveReference: (_workbook, [id], host) => host.removeReference(readText(id)),
    _RemoveAllReferences: (_workbook, _args, host) => host.removeAllReferences(),
    _GetReferenceCount: (_workbook, _args, host) => host.referenceCount,
    _GetObjectByReferenceId: (_workbook, [id], host) => host.findReference(readText(id)).identify(host),
  },
};

function openSelection(workbook: MemoryWorkbook, host: Host): MemoryWorkbook["selection"] {
  if (host.otherWorkbookActive) throw new HostError("InvalidSelection");
  return workbook.selection;
}

export const workbookProtectionClass: ObjectClass<MemoryWorkbook> = {
  name: "WorkbookProtection",
  read: { Protected: (workbook) => workbook.protected },
  call: {
    Protect: (workbook) => {
      workbook.protected = true;
    },
    Unprotect: (workbook) => {
      workbook.protected = false;
    },
  },
};

/** The Excel application. */
export const applicationClass: ObjectClass<MemoryWorkbook> = {
  name: "Application",
  read: { CalculationMode: () => "Automatic", CalculationState: () => "Done" },
  open: {
    CultureInfo: (workbook, host) => host.make("CultureInfo", workbook),
    IterativeCalculation: () => {
      throw new HostError("NotImplemented", "Application.iterativeCalculation");
    },
  },
  call: {
    Calculate: (_workbook, _args, host) => calculateWorkbook(host),
    SuspendApiCalculationUntilNextSync: () => undefined,
    SuspendScreenUpdatingUntilNextSync: () => undefined,
  },
};

const shortDates = { mdy: "M/d/yyyy", dmy: "dd/MM/yyyy", ymd: "yyyy/M/d" } as const;

export const cultureClass: ObjectClass<MemoryWorkbook> = {
  name: "CultureInfo",
  read: {
    Name: ({ culture }) => (culture.language === "zh" ? "zh-CN" : culture.dateOrder === "mdy" ? "en-US" : "en-GB"),
  },
  open: {
    DatetimeFormat: (workbook, host) => host.make("DatetimeFormatInfo", workbook),
    NumberFormat: (workbook, host) => host.make("NumberFormatInfo", workbook),
  },
};

export const datetimeFormatClass: ObjectClass<MemoryWorkbook> = {
  name: "DatetimeFormatInfo",
  read: { ShortDatePattern: ({ culture }) => shortDates[culture.dateOrder], DateSeparator: () => "/" },
};

export const numberFormatInfoClass: ObjectClass<MemoryWorkbook> = {
  name: "NumberFormatInfo",
  read: { NumberDecimalSeparator: () => ".", NumberGroupSeparator: () => "," },
};

export const runtimeClass: ObjectClass<MemoryWorkbook> = {
  name: "Runtime",
  read: { EnableEvents: (_workbook, host) => host.enableEvents },
  write: {
    EnableEvents: (_workbook, value, host) => {
      host.enableEvents = readBoolean(value);
    },
  },
};

/** Worksheet functions that an add-in can call. */
export const functionsClass: ObjectClass<MemoryWorkbook> = {
  name: "Functions",
  call: {
    Date: (workbook, [year, month, day], host) => {
      const days = Date.UTC(readWhole(year), readWhole(month) - 1, readWhole(day)) / 86400000;
      return host.make("FunctionResult", { value: formatSerial(days, workbook.date1904) });
    },
  },
};

export const functionResultClass: ObjectClass<{ value: unknown }> = {
  name: "FunctionResult",
  read: { Value: ({ value }) => value, Error: () => null },
};
