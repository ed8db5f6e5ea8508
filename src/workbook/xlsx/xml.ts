import { limits, refusePackage, refuseTooLarge } from "./limits";

/** An element with its place in the text it was read from, so that it can be cut out or replaced without touching its surroundings. */
export interface XmlElement {
  readonly name: string;
  /** The name without its namespace prefix. */
  readonly local: string;
  /** By the name as written and, for prefixed ones, also by the local name. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  readonly start: number;
  /** Between the tags; both equal `end` for an empty element. */
  readonly contentStart: number;
  contentEnd: number;
  end: number;
}

const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

export function unescapeXml(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x([0-9a-f]+)|#([0-9]+)|(\w+));/gi, (whole, hex: string, decimal: string, name: string) => {
    if (name) return named[name] ?? whole;
    const code = hex ? parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** Text for an element or an attribute in double quotes; line breaks survive in both. */
export function escapeXml(text: string): string {
  if (!/[&<>"\r\n\t]/.test(text)) return text;
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replace(/[\r\n\t]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

/** `_x000D_` and the like, which stand for letters that XML cannot hold. */
export function decodeText(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/** Text of a cell as it stands in a package: control letters, and what only looks like their code, are written as codes. */
export function encodeText(text: string): string {
  const safe = text
    .replace(/_(?=x[0-9a-fA-F]{4}_)/g, "_x005F_")
    .replace(/[\x00-\x08\x0b\x0c\r\x0e-\x1f\ufffe\uffff]/g, encodeLetter)
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");
  return safe.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function encodeLetter(letter: string): string {
  return `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
}

export function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

export function readAttributes(tag: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name, quoted] of tag.matchAll(/([^\s=<>/"']+)\s*=\s*("[^"]*"|'[^']*')/g)) {
    const value = unescapeXml(quoted.slice(1, -1));
    attributes[name] = value;
    const local = localName(name);
    if (local !== name && !name.startsWith("xmlns:")) attributes[local] ??= value;
  }
  return attributes;
}

/** The end of a tag that begins at `start`; `>` may stand within quotes. */
export function findTagEnd(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    const letter = text.charCodeAt(at);
    if (letter === 62) return at + 1;
    if (letter === 34 || letter === 39) {
      at = text.indexOf(text[at], at + 1);
      if (at < 0) break;
    }
  }
  return refusePackage("a part is no sound XML: a tag does not end");
}

/** Past a comment, declaration or CDATA section that begins at `at`, or `at` itself. */
function skipMarkup(text: string, at: number): number {
  const [opening, closing] = text.startsWith("<!--", at)
    ? ["<!--", "-->"]
    : text.startsWith("<![CDATA[", at)
      ? ["<![CDATA[", "]]>"]
      : text.startsWith("<?", at)
        ? ["<?", "?>"]
        : ["<!", ">"];
  if (!text.startsWith(opening, at)) return at;
  const end = text.indexOf(closing, at + opening.length);
  if (end < 0) refusePackage("a part is no sound XML: a comment does not end");
  return end + closing.length;
}

/**
 * The tree of an XML part, root element. Document types are refused, so no entity is ever expanded.
 *
 * @throws WorkbookError `notAWorkbook` when the text is no sound XML, `tooLarge`
 */
export function parseXml(text: string): XmlElement {
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  let elements = 0;
  for (let at = text.indexOf("<"); at >= 0; at = text.indexOf("<", at)) {
    if (text.startsWith("<!DOCTYPE", at)) refusePackage("a part has a document type");
    const next = skipMarkup(text, at);
    if (next > at) {
      at = next;
      continue;
    }
    const end = findTagEnd(text, at);
    const parent = open[open.length - 1];
    if (text[at + 1] === "/") {
      if (!parent || text.slice(at + 2, end - 1).trim() !== parent.name)
        refusePackage("a part is no sound XML: tags do not match");
      parent.contentEnd = at;
      parent.end = end;
      open.pop();
    } else {
      if (++elements > limits.elements) refuseTooLarge("a part has too many elements", limits.elements, "elements");
      const name = /^[^\s/>]+/.exec(text.slice(at + 1, Math.min(end, at + 200)))?.[0] ?? "";
      const closed = text[end - 2] === "/";
      const attributes = readAttributes(text.slice(at + 1 + name.length, end));
      const element = {
        name,
        local: localName(name),
        attributes,
        children: [],
        start: at,
        contentStart: end,
        contentEnd: end,
        end,
      };
      if (parent) parent.children.push(element);
      else if (root) refusePackage("a part is no sound XML: two roots");
      root ??= element;
      if (!closed) open.push(element);
      if (open.length > limits.depth) refuseTooLarge("a part is nested too deeply", limits.depth, "depth");
    }
    at = end;
  }
  if (!root || open.length > 0) return refusePackage("a part is no sound XML: it is cut off");
  return root;
}

export function findChild(element: XmlElement | undefined, local: string): XmlElement | undefined {
  return element?.children.find((child) => child.local === local);
}

export function findChildren(element: XmlElement | undefined, local: string): XmlElement[] {
  return element?.children.filter((child) => child.local === local) ?? [];
}

/** Follows local names downwards, the first child each. */
export function findPath(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>((at, local) => findChild(at, local), element);
}

/** All elements of that local name within, at any depth. */
export function findAll(element: XmlElement, local: string): XmlElement[] {
  return element.children.flatMap((child) => [...(child.local === local ? [child] : []), ...findAll(child, local)]);
}

export function readContent(text: string, element: XmlElement | undefined): string {
  if (!element) return "";
  const raw = text.slice(element.contentStart, element.contentEnd);
  const parts = raw.split(/<!\[CDATA\[([\s\S]*?)\]\]>/);
  return parts.map((part, index) => (index % 2 === 1 ? part : unescapeXml(part))).join("");
}

export function isTrue(value: string | undefined, missing = false): boolean {
  return value === undefined ? missing : value === "1" || value === "true" || value === "on";
}

/** An element's text with some attributes changed; undefined takes one away. */
export function changeAttributes(element: string, changes: Readonly<Record<string, string | undefined>>): string {
  const end = findTagEnd(element, 0);
  const closing = element[end - 2] === "/" ? "/>" : ">";
  let tag = element.slice(0, end - closing.length).trimEnd();
  for (const [name, value] of Object.entries(changes)) {
    const pattern = new RegExp(`\\s${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`);
    const written = value === undefined ? "" : ` ${name}="${escapeXml(value)}"`;
    tag = pattern.test(tag) ? tag.replace(pattern, () => written) : tag + written;
  }
  return tag + closing + element.slice(end);
}

/** `<name a="1">content</name>`; attributes that are undefined are left out, an empty content closes at once. */
export function writeElement(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  content = "",
): string {
  const written = Object.entries(attributes).map(([key, value]) =>
    value === undefined ? "" : ` ${key}="${escapeXml(String(value))}"`,
  );
  return content === "" ? `<${name}${written.join("")}/>` : `<${name}${written.join("")}>${content}</${name}>`;
}

/** A stretch of a text and what shall stand in its place. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Adds content at the end of an element of `text`, whether it is empty or not. */
export function appendChild(text: string, element: XmlElement, content: string): TextChange {
  if (element.contentEnd < element.end) return { start: element.contentEnd, end: element.contentEnd, text: content };
  const slash = text.lastIndexOf("/", element.end);
  return { start: slash, end: element.end, text: `>${content}</${element.name}>` };
}

/** The text of an element of `text` with other content between its tags. */
export function replaceContent(text: string, element: XmlElement, content: string): string {
  const tag = text.slice(element.start, element.contentStart).replace(/\s*\/?>$/, "");
  return content === "" ? `${tag}/>` : `${tag}>${content}</${element.name}>`;
}

/** Replaces stretches of a text, given in any order, none overlapping. */
export function spliceText(text: string, changes: readonly TextChange[]): string {
  let result = "";
  let at = 0;
  for (const change of [...changes].sort((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(at, change.start) + change.text;
    at = change.end;
  }
  return result + text.slice(at);
}
