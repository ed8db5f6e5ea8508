import type { LifetimeValueResult } from "../../../core/clv/lifetime-value-result";
import type { LayoutContext } from "../layout-context";
import { pageColumn, pageColumns, writeHeading, writePageTable } from "../page";
import type { SheetBuilder } from "../sheet-builder";
import { lightColors } from "../theme";
import type { Light } from "./lifetime-words";
import { formatLifetimeRemark } from "./lifetime-words";

const lightSpan = 2;

/** What to be careful about: a traffic light in words and colour, and what it means; the gravest first. */
export function writeRemarks(sheet: SheetBuilder, lifetime: LifetimeValueResult, context: LayoutContext): void {
  const text = context.words.lifetime;
  const rows: { light: Light; sentence: string }[] = lifetime.remarks.map((remark) => ({
    light: remark.level,
    sentence: formatLifetimeRemark(remark, lifetime, context),
  }));
  if (lifetime.remarks.every(({ level }) => level === "info")) {
    rows.unshift({ light: "green", sentence: text.nothingCareful });
  }
  writeHeading(sheet, text.careful);
  const table = writePageTable(sheet, sheet.row, pageColumn, [
    {
      header: text.light,
      values: rows.map(({ light }) => text.lights[light]),
      colors: rows.map(({ light }) => lightColors[light]),
      span: lightSpan,
      style: { indent: 1 },
    },
    {
      header: text.remark,
      values: rows.map(({ sentence }) => sentence),
      span: pageColumns - lightSpan,
      style: { indent: 1 },
    },
  ]);
  sheet.row = table.firstRow + table.rowCount;
}
