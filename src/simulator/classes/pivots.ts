import type { MemoryPivot, MemorySheet } from "../../workbook/memory-sheet";
import type { HostObject, ObjectClass } from "../host";
import { HostError } from "../host-error";

interface PivotTarget {
  readonly sheet: MemorySheet;
  readonly pivot: MemoryPivot;
}

interface PivotsTarget {
  readonly pivots: readonly PivotTarget[];
}

/** The pivot tables of a sheet, for a collection. */
export function listPivots(sheet: MemorySheet, pivots: readonly MemoryPivot[] = sheet.pivots): PivotsTarget {
  return { pivots: pivots.map((pivot) => ({ sheet, pivot })) };
}

export const pivotTablesClass: ObjectClass<PivotsTarget> = {
  name: "PivotTableCollection",
  items: ({ pivots }, host): HostObject[] => pivots.map((pivot) => host.make("PivotTable", pivot)),
  item: ({ pivots }, key, host) => {
    const found = pivots.find(({ pivot }) => pivot.name === key || host.identify(pivot) === key);
    if (!found) throw new HostError("ItemNotFound");
    return host.make("PivotTable", found);
  },
};

export const pivotTableClass: ObjectClass<PivotTarget> = {
  name: "PivotTable",
  identify: ({ pivot }, host) => ({ Id: host.identify(pivot) }),
  read: { Name: ({ pivot }) => pivot.name },
  open: { Layout: (target, host) => host.make("PivotLayout", target) },
};

export const pivotLayoutClass: ObjectClass<PivotTarget> = {
  name: "PivotLayout",
  call: { GetRange: ({ sheet, pivot }, _args, host) => host.makeRange(sheet, pivot.range) },
};
