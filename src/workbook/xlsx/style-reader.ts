import type { CellStyle } from "../port";
import { readColor } from "./colors";
import { firstCustomFormat, readBuiltinFormat } from "./number-formats";
import { findChild, findChildren, isTrue } from "./xml";
import type { XmlElement } from "./xml";

const sides = ["top", "bottom", "left", "right"] as const;
type Writable<T> = { -readonly [K in keyof T]: T[K] };

export interface StyleSources {
  readonly fonts: readonly XmlElement[];
  readonly fills: readonly XmlElement[];
  readonly borders: readonly XmlElement[];
  readonly formats: ReadonlyMap<number, string>;
  readonly theme: readonly string[];
}

interface FontLook {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly size: number | undefined;
  readonly color: string | undefined;
}

function readFont(font: XmlElement | undefined, theme: readonly string[]): FontLook {
  const flag = (local: string) => {
    const element = findChild(font, local);
    return element !== undefined && isTrue(element.attributes.val, true);
  };
  const size = Number(findChild(font, "sz")?.attributes.val ?? NaN);
  return {
    bold: flag("b"),
    italic: flag("i"),
    size: size > 0 ? size : undefined,
    color: readColor(findChild(font, "color"), theme),
  };
}

function readFill(fill: XmlElement | undefined, theme: readonly string[]): string | undefined {
  const pattern = findChild(fill, "patternFill");
  return pattern?.attributes.patternType === "solid" ? readColor(findChild(pattern, "fgColor"), theme) : undefined;
}

function readBorder(border: XmlElement | undefined, theme: readonly string[]): CellStyle["border"] {
  const drawn = sides.filter((side) => {
    const style = findChild(border, side)?.attributes.style;
    return style !== undefined && style !== "none";
  });
  if (drawn.length === 0) return undefined;
  return {
    sides: drawn,
    color: readColor(findChild(findChild(border, drawn[0]), "color"), theme) ?? "#000000",
  };
}

function readAlignment(alignment: XmlElement | undefined, style: Writable<CellStyle>): void {
  const { horizontal, vertical, wrapText, indent } = alignment?.attributes ?? {};
  if (horizontal === "left" || horizontal === "center" || horizontal === "right") style.horizontalAlign = horizontal;
  if (vertical === "top" || vertical === "center") style.verticalAlign = vertical;
  if (isTrue(wrapText)) style.wrap = true;
  if (Number(indent) > 0) style.indent = Number(indent);
}

/** What our model knows of a cell format, as far as it differs from a cell of the default format. */
export function readCellStyle(format: XmlElement, sources: StyleSources): CellStyle {
  const { fonts, fills, borders, formats, theme } = sources;
  const { numFmtId, fontId, fillId, borderId } = format.attributes;
  const font = readFont(fonts[Number(fontId ?? 0)], theme);
  const plain = readFont(fonts[0], theme);
  const style: Writable<CellStyle> = {};
  const number = formats.get(Number(numFmtId ?? 0)) ?? readBuiltinFormat(Number(numFmtId ?? 0));
  if (number !== undefined && number !== "General") style.numberFormat = number;
  if (font.bold) style.bold = true;
  if (font.italic) style.italic = true;
  if (font.size !== undefined && font.size !== plain.size) style.fontSize = font.size;
  if (font.color !== undefined && font.color !== plain.color) style.fontColor = font.color;
  const fill = readFill(fills[Number(fillId ?? 0)], theme);
  if (fill !== undefined) style.fill = fill;
  readAlignment(findChild(format, "alignment"), style);
  const border = readBorder(borders[Number(borderId ?? 0)], theme);
  if (border) style.border = border;
  return style;
}

export function readFormatCodes(root: XmlElement): Map<number, string> {
  const codes = findChildren(findChild(root, "numFmts"), "numFmt").map(
    ({ attributes }) => [Number(attributes.numFmtId), attributes.formatCode ?? "General"] as const,
  );
  return new Map(codes);
}

export function findNextFormat(formats: ReadonlyMap<number, string>): number {
  return Math.max(firstCustomFormat - 1, ...formats.keys()) + 1;
}

/** The look that a conditional format gives. */
export function readDifferentialStyle(
  format: XmlElement,
  theme: readonly string[],
): { fill?: string; fontColor?: string; bold?: boolean } {
  const pattern = findChild(findChild(format, "fill"), "patternFill");
  const look = readFont(findChild(format, "font"), theme);
  const fill = readColor(findChild(pattern, "bgColor") ?? findChild(pattern, "fgColor"), theme);
  return {
    ...(fill === undefined ? {} : { fill }),
    ...(look.color === undefined ? {} : { fontColor: look.color }),
    ...(look.bold ? { bold: true } : {}),
  };
}
