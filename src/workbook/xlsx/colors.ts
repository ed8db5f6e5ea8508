import { findAll, findPath, parseXml } from "./xml";
import type { XmlElement } from "./xml";

const systemTheme = [
  "FFFFFF",
  "000000",
  "E7E6E6",
  "44546A",
  "4472C4",
  "ED7D31",
  "A5A5A5",
  "FFC000",
  "5B9BD5",
  "70AD47",
  "0563C1",
  "954F72",
];
const themeOrder = [
  "lt1",
  "dk1",
  "lt2",
  "dk2",
  "accent1",
  "accent2",
  "accent3",
  "accent4",
  "accent5",
  "accent6",
  "hlink",
  "folHlink",
];

const basicPalette = ["000000", "FFFFFF", "FF0000", "00FF00", "0000FF", "FFFF00", "FF00FF", "00FFFF"];
const palette = [
  ...basicPalette,
  ...basicPalette,
  ..."800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF".split(
    " ",
  ),
  ..."000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99".split(
    " ",
  ),
  ..."3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333".split(
    " ",
  ),
];

/** The colours of a theme part in the order in which cells count them. */
export function readThemeColors(text: string | undefined): readonly string[] {
  if (text === undefined) return systemTheme;
  const scheme = findPath(parseXml(text), "themeElements", "clrScheme");
  return themeOrder.map((name, index) => {
    const color = scheme?.children.find((child) => child.local === name)?.children[0];
    const hex = color?.attributes.lastClr ?? (color?.local === "srgbClr" ? color.attributes.val : undefined);
    return hex ?? systemTheme[index];
  });
}

function tintChannel(channel: number, tint: number): number {
  return Math.round(tint < 0 ? channel * (1 + tint) : channel + (255 - channel) * tint);
}

function writeHex(channels: readonly number[]): string {
  return `#${channels.map((channel) => channel.toString(16).padStart(2, "0").toUpperCase()).join("")}`;
}

/** `#RRGGBB` of a colour element, or undefined for an automatic one. Tints are laid over each channel, as far as a preview needs it. */
export function readColor(color: XmlElement | undefined, theme: readonly string[]): string | undefined {
  if (!color) return undefined;
  const { rgb, theme: index, indexed, tint } = color.attributes;
  const hex = rgb ? rgb.slice(-6) : index !== undefined ? theme[Number(index)] : palette[Number(indexed)];
  if (!hex || !/^[0-9a-f]{6}$/i.test(hex)) return undefined;
  const channels = [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16));
  return writeHex(channels.map((channel) => tintChannel(channel, Number(tint ?? 0))));
}

/** The first plain colour within a drawing's element. */
export function readDrawingColor(element: XmlElement | undefined): string | undefined {
  const value = element && findAll(element, "srgbClr")[0]?.attributes.val;
  return value && `#${value.toUpperCase()}`;
}

/** `FFRRGGBB` as cells and formats write it. */
export function writeArgb(color: string): string {
  return `FF${color.replace("#", "").toUpperCase()}`;
}
