import { writeHeading } from "../page";
import type { SheetBuilder } from "../sheet-builder";

const gapHeight = 9;

/** A heading with little room above it, so that everything fits on one page. */
export function writeSummaryHeading(sheet: SheetBuilder, text: string): void {
  sheet.setHeight(sheet.row, gapHeight);
  writeHeading(sheet, text);
}
