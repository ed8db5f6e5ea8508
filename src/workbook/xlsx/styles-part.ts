import type { CellStyle } from "../port";
import { readThemeColors, writeArgb } from "./colors";
import { findBuiltinFormat } from "./number-formats";
import { findNextFormat, readCellStyle, readDifferentialStyle, readFormatCodes } from "./style-reader";
import { buildBorder, buildFill, buildFont, changeFormat } from "./style-writer";
import { appendChild, changeAttributes, findChild, parseXml, spliceText, writeElement } from "./xml";
import type { TextChange, XmlElement } from "./xml";

const listOrder = [
  "numFmts",
  "fonts",
  "fills",
  "borders",
  "cellStyleXfs",
  "cellXfs",
  "cellStyles",
  "dxfs",
  "tableStyles",
  "colors",
  "extLst",
];
type ListName = "numFmts" | "fonts" | "fills" | "borders" | "cellXfs" | "dxfs";

export const plainStyles =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles><dxfs count="0"/></styleSheet>';

/** The styles of a package: what each cell format means to our model, and new formats appended to those that are there. */
export class StylesPart {
  /** By the number that cells use. */
  readonly cellStyles: CellStyle[];
  private readonly prefix: string;
  /** Theme colours in the order in which cells count them. */
  readonly theme: readonly string[];
  private readonly formats: Map<number, string>;
  private readonly items: Record<ListName, string[]>;
  private readonly originalCounts: Record<ListName, number>;
  private readonly quoted: boolean[];
  private readonly found = new Map<string, number>();
  private readonly root: XmlElement;

  constructor(
    private readonly text: string,
    theme: string | undefined,
  ) {
    const root = parseXml(text);
    this.root = root;
    this.prefix = root.name.slice(0, root.name.length - root.local.length);
    this.theme = readThemeColors(theme);
    this.formats = readFormatCodes(root);
    const lists = (name: ListName) => findChild(root, name)?.children ?? [];
    const texts = (name: ListName) => lists(name).map(({ start, end }) => text.slice(start, end));
    this.items = {
      numFmts: texts("numFmts"),
      fonts: texts("fonts"),
      fills: texts("fills"),
      borders: texts("borders"),
      cellXfs: texts("cellXfs"),
      dxfs: texts("dxfs"),
    };
    this.originalCounts = Object.fromEntries(
      Object.entries(this.items).map(([name, list]) => [name, list.length]),
    ) as Record<ListName, number>;
    const sources = {
      fonts: lists("fonts"),
      fills: lists("fills"),
      borders: lists("borders"),
      formats: this.formats,
      theme: this.theme,
    };
    this.cellStyles = lists("cellXfs").map((format) => readCellStyle(format, sources));
    this.quoted = lists("cellXfs").map(
      (format) => format.attributes.quotePrefix === "1" || format.attributes.quotePrefix === "true",
    );
    if (this.items.cellXfs.length === 0)
      this.add("cellXfs", this.write("xf", { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0, xfId: 0 }));
  }

  get changed(): boolean {
    return Object.entries(this.items).some(([name, list]) => list.length > this.originalCounts[name as ListName]);
  }

  isQuoted(format: number): boolean {
    return this.quoted[format] ?? false;
  }

  /** The look of differential format `index`; empty when it does not exist. */
  readDifferential(index: number): { fill?: string; fontColor?: string; bold?: boolean } {
    const text = this.items.dxfs[index];
    return text === undefined ? {} : readDifferentialStyle(parseXml(text), this.theme);
  }

  /**
   * The number of a cell format that looks like `target`, on the ground of `base`: what the model does not know (font name, protection) stays.
   * Where `target` lacks something of `base`, the format was cleared, and the ground is the default. `quote` marks text that a cell being
   * edited would otherwise read as a formula.
   */
  findFormat(base: number, target: CellStyle, quote: boolean): number {
    const key = `${base} ${quote} ${JSON.stringify(target)}`;
    let format = this.found.get(key);
    if (format === undefined) {
      format = this.buildFormat(base, target, quote);
      this.found.set(key, format);
    }
    return format;
  }

  /** The number of a differential format for conditional formats. */
  findDifferential(look: { readonly fill?: string; readonly fontColor?: string; readonly bold?: boolean }): number {
    const font =
      (look.bold ? this.write("b", {}) : "") +
      (look.fontColor ? this.write("color", { rgb: writeArgb(look.fontColor) }) : "");
    const fill = look.fill ? this.write("patternFill", {}, this.write("bgColor", { rgb: writeArgb(look.fill) })) : "";
    const content = (font ? this.write("font", {}, font) : "") + (fill ? this.write("fill", {}, fill) : "");
    return this.add("dxfs", this.write("dxf", {}, content));
  }

  save(): string {
    const changes: TextChange[] = [];
    for (const name of Object.keys(this.items) as ListName[]) {
      const added = this.items[name].slice(this.originalCounts[name]);
      if (added.length > 0) changes.push(this.appendItems(name, added.join("")));
    }
    return spliceText(this.text, changes);
  }

  private buildFormat(base: number, target: CellStyle, quote: boolean): number {
    const ground = base < this.cellStyles.length ? base : 0;
    const cleared = Object.keys(this.cellStyles[ground] ?? {}).some((key) => !(key in target));
    const from = cleared ? 0 : ground;
    const known = this.cellStyles[from] ?? {};
    const entries = Object.entries(target).filter(
      ([key, value]) => JSON.stringify(known[key as keyof CellStyle]) !== JSON.stringify(value),
    );
    const wanted = Object.fromEntries(entries) as CellStyle;
    const element = this.items.cellXfs[from];
    const { fontId = "0", borderId = "0" } = parseXml(element).attributes;
    const changes: Record<string, string | undefined> = { quotePrefix: quote ? "1" : undefined };
    if (wanted.numberFormat !== undefined) {
      changes.numFmtId = String(this.findNumberFormat(wanted.numberFormat));
      changes.applyNumberFormat = "1";
    }
    const font = buildFont(this.items.fonts[Number(fontId)] ?? this.write("font", {}), wanted, this.prefix);
    if (font !== undefined) Object.assign(changes, { fontId: String(this.add("fonts", font)), applyFont: "1" });
    if (wanted.fill !== undefined)
      Object.assign(changes, {
        fillId: String(this.add("fills", buildFill(wanted.fill, this.prefix))),
        applyFill: "1",
      });
    if (wanted.border) {
      const border = buildBorder(
        this.items.borders[Number(borderId)] ?? this.write("border", {}),
        wanted.border,
        this.prefix,
      );
      Object.assign(changes, { borderId: String(this.add("borders", border)), applyBorder: "1" });
    }
    const added = this.add("cellXfs", changeFormat(element, changes, wanted, this.prefix));
    this.cellStyles[added] ??= target;
    this.quoted[added] ??= quote;
    return added;
  }

  private findNumberFormat(code: string): number {
    const builtin = findBuiltinFormat(code);
    if (builtin !== undefined) return builtin;
    for (const [id, known] of this.formats) if (known === code) return id;
    const id = findNextFormat(this.formats);
    this.formats.set(id, code);
    this.items.numFmts.push(this.write("numFmt", { numFmtId: id, formatCode: code }));
    return id;
  }

  /** The place of an item in its list; it is appended only if it is not there. */
  private add(list: ListName, item: string): number {
    const items = this.items[list];
    const present = items.indexOf(item);
    return present >= 0 ? present : items.push(item) - 1;
  }

  private appendItems(name: ListName, added: string): TextChange {
    const list = findChild(this.root, name);
    const count = String(this.items[name].length);
    if (list) {
      const old = this.text.slice(list.start, list.end);
      const opened = parseXml(old);
      const filled = spliceText(old, [appendChild(old, opened, added)]);
      return { start: list.start, end: list.end, text: changeAttributes(filled, { count }) };
    }
    const later = listOrder.slice(listOrder.indexOf(name) + 1);
    const next = this.root.children.find((child) => later.includes(child.local));
    const at = next?.start ?? this.root.contentEnd;
    return { start: at, end: at, text: this.write(name, { count }, added) };
  }

  private write(name: string, attributes: Record<string, string | number>, content = ""): string {
    return writeElement(this.prefix + name, attributes, content);
  }
}
