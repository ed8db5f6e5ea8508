import { WorkbookError } from "../port";

/** What a package may hold before it is refused; far above real workbooks, below what would exhaust the memory. */
export const limits = {
  packageBytes: 512 * 2 ** 20,
  parts: 20000,
  /** Unpacked size of one part that is read as a whole, and of one that is streamed (worksheets). */
  partBytes: 256 * 2 ** 20,
  sheetBytes: 2 * 2 ** 30,
  /** Of a worksheet: what stands before the cells, one row, and what stands behind them. */
  stretchBytes: 64 * 2 ** 20,
  cells: 40_000_000,
  strings: 16_000_000,
  /** Elements of a part whose tree is built. */
  elements: 2_000_000,
  depth: 200,
} as const;

export function refuseTooLarge(
  detail: string,
  limit: number,
  unit: "bytes" | "parts" | "cells" | "strings" | "elements" | "depth",
): never {
  throw new WorkbookError("tooLarge", detail, { limit: String(limit), unit });
}

export function refusePackage(detail: string, parameters: Record<string, string> = {}, cause?: unknown): never {
  throw new WorkbookError("notAWorkbook", detail, parameters, cause);
}
