import type { MemorySheet } from "../memory-sheet";
import type { MemoryWorkbook } from "../memory-workbook";
import type { PrintSetup } from "../port";
import type { ChartPlace } from "./drawings";
import type { OfficePackage } from "./package";
import type { TablePlace } from "./tables";

/** A sheet of the model and the part it was read from. */
export interface SheetOrigin {
  readonly sheet: MemorySheet;
  /** The name in the package. */
  readonly name: string;
  readonly path: string;
  /** Position among all sheets of the package, chart sheets included. */
  readonly position: number;
  readonly tables: readonly TablePlace[];
  readonly charts: readonly ChartPlace[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly print: PrintSetup | undefined;
}

/** A package as it was opened, which a save compares the model with. */
export interface WorkbookOrigin {
  readonly parts: OfficePackage;
  readonly workbookPath: string;
  readonly sheets: readonly SheetOrigin[];
  readonly activeSheet: MemorySheet | undefined;
  readonly names: ReadonlyMap<string, { readonly reference: string; readonly position?: number }>;
}

/** A workbook in memory beside the package it came from. */
export interface XlsxWorkbook {
  readonly workbook: MemoryWorkbook;
  readonly origin: WorkbookOrigin;
}
