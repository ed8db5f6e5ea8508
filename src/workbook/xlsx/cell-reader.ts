import { parseAddress } from "../address";
import type { CellValue, GridRange } from "../port";
import { formatSerial } from "../serial-date";
import { decodeFormula, moveFormula } from "./formulas";
import type { CellText } from "./sheet-text";
import { readStringItem } from "./shared-strings";
import { decodeText, readAttributes, unescapeXml } from "./xml";

interface SharedFormula {
  readonly formula: string;
  readonly row: number;
  readonly column: number;
}

/** What a cell of a worksheet part holds, read from its text. */
export class CellReader {
  value: CellValue = null;
  /** With its `=`; undefined for a plain value. */
  formula: string | undefined;
  /** The number of the shared formula that this cell is part of, or empty. */
  shared = "";
  /** Whether the cell is where the shared formula, array formula or data table is written. */
  master = false;
  /** The cells of the result of a dynamic array formula that is written here, when they are several. */
  spill: GridRange | undefined;
  private readonly formulas = new Map<string, SharedFormula>();
  private readonly known = new Map<string, string>();

  constructor(
    private readonly prefix: string,
    private readonly strings: readonly string[],
    private readonly date1904: boolean,
  ) {}

  read(text: string, row: number, cell: CellText): void {
    this.value = null;
    this.formula = undefined;
    this.shared = "";
    this.master = false;
    this.spill = undefined;
    if (cell.contentStart === cell.contentEnd) return;
    const content = text.slice(cell.contentStart, cell.contentEnd);
    const prefix = this.prefix;
    if (content.includes(`<${prefix}f`)) this.readFormula(content, row, cell.column);
    if (this.spill && !/\scm=/.test(text.slice(cell.start, cell.contentStart))) this.spill = undefined;
    if (cell.type === "inlineStr") {
      const open = content.indexOf(`<${prefix}is>`);
      if (open >= 0) {
        const item = content.slice(open + prefix.length + 4, content.lastIndexOf(`</${prefix}is>`));
        this.value = this.keep(readStringItem(item, prefix));
      }
      return;
    }
    const open = content.indexOf(`<${prefix}v`);
    if (open < 0) return;
    const start = content.indexOf(">", open) + 1;
    const end = content.indexOf("<", start);
    if (end > start) this.value = this.readValue(cell.type, content.slice(start, end));
  }

  private readValue(type: string, raw: string): CellValue {
    if (type === "n") {
      const number = Number(raw);
      return Number.isFinite(number) ? number : null;
    }
    if (type === "s") return this.strings[Number(raw)] ?? null;
    if (type === "b") return raw === "1" || raw === "true";
    if (type === "d") return this.readDate(raw);
    return this.keep(decodeText(unescapeXml(raw)));
  }

  private readDate(raw: string): CellValue {
    const milliseconds = Date.parse(/[zZ]|[+-]\d\d:?\d\d$/.test(raw) || !raw.includes("T") ? raw : `${raw}Z`);
    return Number.isNaN(milliseconds) ? raw : formatSerial(milliseconds / 86400000, this.date1904);
  }

  private readFormula(content: string, row: number, column: number): void {
    const open = content.indexOf(`<${this.prefix}f`);
    const tagEnd = content.indexOf(">", open);
    const empty = content[tagEnd - 1] === "/";
    const { t: kind, si, ref } = readAttributes(content.slice(open, tagEnd + 1));
    const written = empty ? "" : unescapeXml(content.slice(tagEnd + 1, content.indexOf("<", tagEnd)));
    if (kind === "shared" && si !== undefined) {
      this.shared = si;
      if (written !== "") {
        this.master = true;
        this.formulas.set(si, { formula: written, row, column });
      }
      const source = this.formulas.get(si);
      if (source) this.formula = decodeFormula(moveFormula(source.formula, row - source.row, column - source.column));
      return;
    }
    this.master = kind === "array" || kind === "dataTable";
    if (kind === "array" && ref?.includes(":")) this.spill = parseAddress(ref);
    if (written !== "") this.formula = decodeFormula(written);
  }

  /** One string for equal texts, and none that keeps alive the large text it was cut from. */
  private keep(text: string): string {
    const present = this.known.get(text);
    if (present !== undefined) return present;
    const flat = text.length > 12 ? text.split("").join("") : text;
    if (this.known.size < 1e6) this.known.set(flat, flat);
    return flat;
  }
}
