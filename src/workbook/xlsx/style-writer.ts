import type { CellBorder, CellStyle } from "../port";
import { writeArgb } from "./colors";
import { changeAttributes, findChild, parseXml, replaceContent, writeElement } from "./xml";

/** The order in which Excel wants the children of a font and a border. */
const fontOrder = [
  "b",
  "i",
  "strike",
  "condense",
  "extend",
  "outline",
  "shadow",
  "u",
  "vertAlign",
  "sz",
  "color",
  "name",
  "family",
  "charset",
  "scheme",
];
const borderOrder = ["start", "end", "left", "right", "top", "bottom", "diagonal", "vertical", "horizontal"];

/** An element with some children replaced, added or (undefined) taken away, the rest as it was. */
function replaceChildren(
  element: string,
  changes: Readonly<Record<string, string | undefined>>,
  order: readonly string[],
): string {
  const root = parseXml(element);
  const children = new Map(root.children.map((child) => [child.local, element.slice(child.start, child.end)]));
  for (const [local, text] of Object.entries(changes)) {
    if (text === undefined) children.delete(local);
    else children.set(local, text);
  }
  const rank = (local: string) => (order.includes(local) ? order.indexOf(local) : order.length);
  const content = [...children].sort(([a], [b]) => rank(a) - rank(b)).map(([, text]) => text);
  return replaceContent(element, root, content.join(""));
}

/** The font with the properties of `style` laid over, or undefined when the style says nothing of fonts. */
export function buildFont(font: string, style: CellStyle, prefix: string): string | undefined {
  const { bold, italic, fontSize, fontColor } = style;
  if (bold === undefined && italic === undefined && fontSize === undefined && fontColor === undefined) return undefined;
  const changes: Record<string, string | undefined> = {};
  if (bold !== undefined) changes.b = bold ? writeElement(`${prefix}b`, {}) : undefined;
  if (italic !== undefined) changes.i = italic ? writeElement(`${prefix}i`, {}) : undefined;
  if (fontSize !== undefined) changes.sz = writeElement(`${prefix}sz`, { val: fontSize });
  if (fontColor !== undefined) changes.color = writeElement(`${prefix}color`, { rgb: writeArgb(fontColor) });
  return replaceChildren(font, changes, fontOrder);
}

export function buildFill(color: string, prefix: string): string {
  const colors =
    writeElement(`${prefix}fgColor`, { rgb: writeArgb(color) }) + writeElement(`${prefix}bgColor`, { indexed: 64 });
  return writeElement(`${prefix}fill`, {}, writeElement(`${prefix}patternFill`, { patternType: "solid" }, colors));
}

export function buildBorder(border: string, wanted: CellBorder, prefix: string): string {
  const color = writeElement(`${prefix}color`, { rgb: writeArgb(wanted.color) });
  const lines = wanted.sides.map((side) => [side, writeElement(prefix + side, { style: "thin" }, color)]);
  return replaceChildren(border, Object.fromEntries(lines) as Record<string, string>, borderOrder);
}

/** A cell format with attributes changed and its alignment adapted. */
export function changeFormat(
  format: string,
  attributes: Readonly<Record<string, string | undefined>>,
  style: CellStyle,
  prefix: string,
): string {
  const { horizontalAlign, verticalAlign, wrap, indent } = style;
  const aligned =
    horizontalAlign !== undefined || verticalAlign !== undefined || wrap !== undefined || indent !== undefined;
  const changed = changeAttributes(format, aligned ? { ...attributes, applyAlignment: "1" } : attributes);
  if (!aligned) return changed;
  const root = parseXml(changed);
  const present = findChild(root, "alignment");
  const ground = present ? changed.slice(present.start, present.end) : writeElement(`${prefix}alignment`, {});
  const changes: Record<string, string | undefined> = {};
  if (horizontalAlign !== undefined) changes.horizontal = horizontalAlign;
  if (verticalAlign !== undefined) changes.vertical = verticalAlign;
  if (wrap !== undefined) changes.wrapText = wrap ? "1" : "0";
  if (indent !== undefined) changes.indent = String(indent);
  return replaceChildren(changed, { alignment: changeAttributes(ground, changes) }, [
    "alignment",
    "protection",
    "extLst",
  ]);
}
