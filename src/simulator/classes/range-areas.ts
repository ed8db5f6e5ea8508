import { formatReference } from "../../workbook/address";
import { sheetColumns, sheetRows } from "../../workbook/grid-range";
import type { AreasTarget, ObjectClass } from "../host";
import { countCells } from "../range-values";
import { rangeClass } from "./range";

/** Several rectangles of one sheet. */
export const rangeAreasClass: ObjectClass<AreasTarget> = {
  name: "RangeAreas",
  read: {
    Address: ({ sheet, areas }) => areas.map((area) => formatReference(sheet.name, area)).join(","),
    AreaCount: ({ areas }) => areas.length,
    CellCount: ({ areas }) => {
      const count = areas.reduce((sum, area) => sum + countCells(area), 0);
      return count > 2 ** 31 - 1 ? -1 : count;
    },
    IsEntireColumn: ({ areas }) => areas.every((area) => area.rowCount === sheetRows),
    IsEntireRow: ({ areas }) => areas.every((area) => area.columnCount === sheetColumns),
  },
  open: {
    Areas: (target, host) => host.make("RangeCollection", target),
    Format: (target, host) => host.make("RangeFormat", target),
    Worksheet: ({ sheet }, host) => host.make("Worksheet", sheet),
    ConditionalFormats: (target, host) => host.make("ConditionalFormatCollection", target),
  },
  call: {
    Clear: ({ sheet, areas }, args, host) => {
      for (const range of areas) rangeClass.call!["Clear"]!({ sheet, range }, args, host);
    },
    Select: ({ sheet, areas }, _args, host) => host.select(sheet, areas),
    GetUsedRangeAreasOrNullObject: ({ sheet, areas }, _args, host) => {
      const used = areas.flatMap((area) => sheet.usedRange(area) ?? []);
      return used.length === 0 ? null : host.makeAreas(sheet, used);
    },
  },
};

/** The rectangles of a RangeAreas. */
export const rangeCollectionClass: ObjectClass<AreasTarget> = {
  name: "RangeCollection",
  items: ({ sheet, areas }, host) => areas.map((area) => host.makeRange(sheet, area)),
};
