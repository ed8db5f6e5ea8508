import { format, formatColor } from "numfmt";
import { isErrorText } from "../../simulator/entry";
import type { CellValue } from "../../workbook/port";
import { isDateFormat } from "../../workbook/serial-date";
import type { CellView } from "../protocol";

const daysBetweenSystems = 1462;

/** A value as a cell shows it. */
export interface ShownValue {
  readonly text: string;
  readonly kind: CellView["kind"];
  readonly color?: string;
}

/** Shows values by the number formats of one workbook; what a format is made of is found out once. */
export class ValueFormatter {
  private readonly dates = new Map<string, boolean>();

  constructor(private readonly date1904: boolean) {}

  show(value: CellValue, pattern: string): ShownValue {
    if (value === null) return { text: "", kind: "blank" };
    if (typeof value === "boolean") return { text: value ? "TRUE" : "FALSE", kind: "other" };
    if (typeof value === "string") {
      if (isErrorText(value)) return { text: value, kind: "other" };
      return { text: pattern.includes("@") && pattern !== "@" ? this.apply(pattern, value) : value, kind: "text" };
    }
    const shown = this.date1904 && this.isDate(pattern) ? value + daysBetweenSystems : value;
    const text = this.apply(pattern, shown);
    const color = pattern.includes("[") ? readColor(pattern, shown) : undefined;
    return { text, kind: pattern === "@" ? "text" : "number", ...(color === undefined ? {} : { color }) };
  }

  /** The text by which a value is edited: dates as dates, everything else in full. */
  showEntry(value: CellValue, pattern: string): string {
    if (value === null) return "";
    if (typeof value === "number") {
      if (!this.isDate(pattern)) return /%/.test(pattern) ? `${Number((value * 100).toPrecision(15))}%` : String(value);
      const hasTime = value % 1 !== 0;
      return this.show(value, hasTime ? "yyyy-mm-dd hh:mm:ss" : "yyyy-mm-dd").text;
    }
    if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
    return value;
  }

  isDate(pattern: string): boolean {
    let known = this.dates.get(pattern);
    if (known === undefined) this.dates.set(pattern, (known = isDateFormat(pattern)));
    return known;
  }

  private apply(pattern: string, value: number | string): string {
    return format(pattern, value, { throws: false, invalid: String(value), locale: "en-US" });
  }
}

function readColor(pattern: string, value: number): string | undefined {
  const color = formatColor(pattern, value, { throws: false });
  return typeof color === "string" ? color : undefined;
}
