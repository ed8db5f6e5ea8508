import { changeAttributes, parseXml, writeElement } from "./xml";
import type { XmlElement } from "./xml";

/** The order that a worksheet's parts must keep. */
const order = (
  "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState " +
  "dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup " +
  "headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture " +
  "oleObjects controls webPublishItems tableParts extLst"
).split(" ");

const strictMain = "http://purl.oclc.org/ooxml/spreadsheetml/main";
const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const strictRelationships = "http://purl.oclc.org/ooxml/officeDocument/relationships";

interface Part {
  readonly local: string;
  text: string;
}

/** An element of the shell with the text it is parsed from. */
export interface ShellElement {
  readonly text: string;
  readonly element: XmlElement;
}

/** Everything of a worksheet but its rows. Parts that nobody replaces keep their text to the letter. */
export class SheetShell {
  readonly prefix: string;
  readonly strict: boolean;
  private open: string;
  private readonly parts: Part[] = [];
  private readonly close: string;
  private linkPrefix: string | undefined;

  /** `head` ends with the opened list of cells, `tail` begins with its end. */
  constructor(
    private readonly head: string,
    private readonly tail: string,
  ) {
    const text = head + tail;
    const root = parseXml(text);
    this.prefix = root.name.slice(0, root.name.length - root.local.length);
    this.open = text.slice(0, root.contentStart);
    let at = root.contentStart;
    for (const child of root.children) {
      this.parts.push({ local: child.local, text: text.slice(at, child.end) });
      at = child.end;
    }
    this.close = text.slice(at);
    const spaces = Object.entries(root.attributes).filter(([name]) => name.startsWith("xmlns"));
    this.strict = spaces.some(([, uri]) => uri === strictMain);
    const linked = spaces.find(
      ([name, uri]) => name.startsWith("xmlns:") && (uri === relationships || uri === strictRelationships),
    );
    this.linkPrefix = linked?.[0].slice(6);
  }

  /** Head and tail as they are now. */
  save(): { head: string; tail: string } {
    const index = this.parts.findIndex(({ local }) => local === "sheetData");
    const cells = this.parts[index].text;
    const split = cells.lastIndexOf("</");
    const join = (parts: readonly Part[]) => parts.map(({ text }) => text).join("");
    return {
      head: this.open + join(this.parts.slice(0, index)) + cells.slice(0, split),
      tail: cells.slice(split) + join(this.parts.slice(index + 1)) + this.close,
    };
  }

  get changed(): boolean {
    const { head, tail } = this.save();
    return head !== this.head || tail !== this.tail;
  }

  get(local: string): ShellElement | undefined {
    const part = this.parts.find((candidate) => candidate.local === local);
    return part && { text: part.text, element: parseXml(part.text) };
  }

  list(local: string): ShellElement[] {
    return this.parts.filter((part) => part.local === local).map(({ text }) => ({ text, element: parseXml(text) }));
  }

  /** Puts elements in the place of all of that name; an empty list takes them away. */
  replace(local: string, texts: readonly string[]): void {
    const present = this.parts.filter((part) => part.local === local);
    if (present.length === texts.length && present.every((part, index) => part.text === texts[index])) return;
    const first = this.parts.findIndex((part) => part.local === local);
    for (const part of present) this.parts.splice(this.parts.indexOf(part), 1);
    const added = texts.map((text) => ({ local, text }));
    this.parts.splice(first >= 0 ? first : this.findPlace(local), 0, ...added);
  }

  /** Changes attributes of an element, which is made when it is not there. */
  change(local: string, attributes: Readonly<Record<string, string | undefined>>): void {
    const present = this.parts.find((part) => part.local === local);
    if (present) {
      const at = parseXml(present.text).start;
      present.text = present.text.slice(0, at) + changeAttributes(present.text.slice(at), attributes);
    } else if (Object.values(attributes).some((value) => value !== undefined)) {
      this.replace(local, [writeElement(this.prefix + local, attributes)]);
    }
  }

  /** The attribute that names a relationship, such as `r:id`. */
  get linkAttribute(): string {
    if (this.linkPrefix === undefined) {
      this.linkPrefix = "r";
      const start = parseXml(this.open + this.close).start;
      const tag = changeAttributes(this.open.slice(start), {
        "xmlns:r": this.strict ? strictRelationships : relationships,
      });
      this.open = this.open.slice(0, start) + tag;
    }
    return `${this.linkPrefix}:id`;
  }

  write(local: string, attributes: Readonly<Record<string, string | number | undefined>>, content = ""): string {
    return writeElement(this.prefix + local, attributes, content);
  }

  private findPlace(local: string): number {
    const rank = order.indexOf(local);
    const index = this.parts.findIndex((part) => order.indexOf(part.local) > rank);
    return index >= 0 ? index : this.parts.length;
  }
}

/** The head and tail of a new worksheet. */
export function buildShell(strict: boolean): SheetShell {
  const main = strict ? strictMain : "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const links = strict ? strictRelationships : relationships;
  const head = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${main}" xmlns:r="${links}"><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/><sheetData>`;
  return new SheetShell(head, "</sheetData></worksheet>");
}
