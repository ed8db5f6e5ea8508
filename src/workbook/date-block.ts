import type { CellValue, ValueBlock } from "./port";
import { formatSerial } from "./serial-date";

/** The block with its days since 1970-01-01 as serial dates of the workbook's date system. */
export function formatDateColumns(block: ValueBlock, date1904: boolean): ValueBlock {
  if (!block.dates || block.dates.length === 0) return block;
  const dates = new Set(block.dates);
  const toSerial = (value: CellValue) => (typeof value === "number" ? formatSerial(value, date1904) : value);
  return {
    row: block.row,
    column: block.column,
    columns: block.columns.map((cells, i) => (dates.has(i) ? Array.from(cells, toSerial) : cells)),
  };
}
