import { endRow, sheetColumns } from "../../workbook/grid-range";
import type { MemorySheet } from "../../workbook/memory-sheet";
import type { PrintSetup } from "../../workbook/port";
import { checkedRange, readAreas, readRange, readText, readWhole } from "../arguments";
import type { Host, ObjectClass } from "../host";
import { HostError } from "../host-error";

const standard: PrintSetup = { orientation: "portrait", pagesWide: 1 };

const papers: readonly (readonly [string, NonNullable<PrintSetup["paper"]>])[] = [
  ["A4", "A4"],
  ["Letter", "letter"],
];

function changePrint(sheet: MemorySheet, change: Partial<PrintSetup>, host: Host): void {
  host.checkPresent(sheet);
  const next: Record<string, unknown> = { ...(sheet.print ?? standard), ...change };
  for (const [key, value] of Object.entries(next)) if (value === undefined) delete next[key];
  sheet.print = next as unknown as PrintSetup;
}

/** Print set-up of a sheet. */
export const pageLayoutClass: ObjectClass<MemorySheet> = {
  name: "PageLayout",
  read: {
    Orientation: (sheet) => (sheet.print?.orientation === "landscape" ? "Landscape" : "Portrait"),
    Zoom: (sheet) => ({
      horizontalFitToPages: sheet.print?.pagesWide ?? null,
      verticalFitToPages: sheet.print?.pagesTall ?? null,
    }),
  },
  write: {
    PaperSize: (sheet, value, host) => {
      const paper = papers.find(([name]) => name.toLowerCase() === readText(value).toLowerCase());
      if (!paper) throw new HostError("NotImplemented", `PageLayout.paperSize ${readText(value)}`);
      changePrint(sheet, { paper: paper[1] }, host);
    },
    Orientation: (sheet, value, host) => {
      const orientation = readText(value).toLowerCase();
      if (orientation !== "portrait" && orientation !== "landscape") throw new HostError("InvalidArgument");
      changePrint(sheet, { orientation }, host);
    },
    Zoom: (sheet, value, host) => {
      const zoom = value as { horizontalFitToPages?: unknown; verticalFitToPages?: unknown };
      changePrint(
        sheet,
        {
          pagesWide: readWhole(zoom.horizontalFitToPages),
          pagesTall: zoom.verticalFitToPages == null ? undefined : readWhole(zoom.verticalFitToPages),
        },
        host,
      );
    },
  },
  call: {
    SetPrintArea: (sheet, [area], host) => {
      const { areas } = readAreas(area, sheet, host);
      if (areas.length !== 1) throw new HostError("NotImplemented", "PageLayout.setPrintArea of several areas");
      changePrint(sheet, { area: areas[0] }, host);
    },
    SetPrintTitleRows: (sheet, [rows], host) => {
      const { range } = readRange(rows, sheet, host);
      if (range.columnCount !== sheetColumns || range.row !== 0) throw new HostError("InvalidArgument");
      changePrint(sheet, { repeatRows: endRow(range) }, host);
    },
    GetPrintAreaOrNullObject: (sheet, _args, host) => {
      const area = sheet.print?.area;
      return area ? host.makeAreas(sheet, [area]) : null;
    },
    GetPrintTitleRowsOrNullObject: (sheet, _args, host) => {
      const rows = sheet.print?.repeatRows;
      return rows ? host.makeRange(sheet, checkedRange(0, 0, rows, sheetColumns)) : null;
    },
  },
};

/** Where pages begin besides where they are full. */
export const pageBreakCollectionClass: ObjectClass<MemorySheet> = {
  name: "PageBreakCollection",
  call: {
    Add: (sheet, [before], host) => {
      const { row } = readRange(before, sheet, host).range;
      if (row === 0) throw new HostError("InvalidArgument");
      const breaks = [...new Set([...(sheet.print?.breaks ?? []), row])].sort((a, b) => a - b);
      changePrint(sheet, { breaks }, host);
      return host.make("PageBreak", sheet);
    },
    GetCount: (sheet) => sheet.print?.breaks?.length ?? 0,
    RemovePageBreaks: (sheet, _args, host) => {
      if (sheet.print?.breaks !== undefined) changePrint(sheet, { breaks: undefined }, host);
    },
  },
};

export const pageBreakClass: ObjectClass<MemorySheet> = { name: "PageBreak" };
