import { formatAddress, formatCell } from "../address";
import type { CellValue, GridRange } from "../port";
import { encodeFormula } from "./formulas";
import { encodeText } from "./xml";

const errors = new Set([
  "#NULL!",
  "#DIV/0!",
  "#VALUE!",
  "#REF!",
  "#NAME?",
  "#NUM!",
  "#N/A",
  "#GETTING_DATA",
  "#SPILL!",
  "#CALC!",
]);

/** Whether text would be read as a formula when somebody edits the cell. */
export function needsQuote(value: CellValue, formula: string | undefined): boolean {
  return formula === undefined && typeof value === "string" && /^[=+\-@]/.test(value);
}

function writeText(text: string, prefix: string): string {
  return `<${prefix}is><${prefix}t xml:space="preserve">${encodeText(text)}</${prefix}t></${prefix}is>`;
}

/** The cells of a dynamic array formula's result, and the number of the metadata that say so. */
export interface ArrayResult {
  readonly range: GridRange;
  readonly metadata: number;
}

/** One cell of a worksheet part. Text is written into the cell itself, so that it can never be read as a formula or number. */
export function writeCell(
  row: number,
  column: number,
  format: number,
  value: CellValue,
  formula: string | undefined,
  prefix: string,
  array?: ArrayResult,
): string {
  const open = `<${prefix}c r="${formatCell(row, column)}"${format === 0 ? "" : ` s="${format}"`}`;
  const close = `</${prefix}c>`;
  if (formula === undefined) {
    if (value === null) return `${open}/>`;
    if (typeof value === "string") return `${open} t="inlineStr">${writeText(value, prefix)}${close}`;
    if (typeof value === "boolean") return `${open} t="b"><${prefix}v>${value ? 1 : 0}</${prefix}v>${close}`;
    return `${open}><${prefix}v>${value}</${prefix}v>${close}`;
  }
  const type = typeof value === "string" ? (errors.has(value) ? "e" : "str") : typeof value === "boolean" ? "b" : "";
  const written = value === null ? "" : typeof value === "boolean" ? String(Number(value)) : encodeText(String(value));
  const result = value === null ? "" : `<${prefix}v>${written}</${prefix}v>`;
  const meta = array ? ` cm="${array.metadata}"` : "";
  const kind = array ? ` t="array" ref="${formatAddress(array.range)}"` : "";
  return `${open}${type === "" ? "" : ` t="${type}"`}${meta}><${prefix}f${kind}>${encodeText(encodeFormula(formula))}</${prefix}f>${result}${close}`;
}
