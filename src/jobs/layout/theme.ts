import { groupPalette } from "./group-palette";

/** Colour of a group: behind its name, and in charts; `fontColor` can be read on it. */
export interface GroupColor {
  readonly fill: string;
  readonly fontColor: string;
}

/** Colours of everything that is no group. */
export const palette = {
  ink: "#1F2A37",
  muted: "#5B6675",
  hairline: "#D5DBE3",
  accent: "#0B4F8A",
  accentSoft: "#E8F1F9",
  panel: "#F5F7FA",
  inputFill: "#FFF7DB",
  inputFont: "#7A4B00",
  inputBorder: "#D9A93B",
  warning: "#9A3412",
  bar: "#B9D9F0",
  scaleLow: "#FFFFFF",
  scaleHigh: "#7FB9E3",
  white: "#FFFFFF",
  black: "#000000",
} as const;

export const tabColors = {
  summary: "#0B4F8A",
  customers: "#2270AA",
  lenses: "#56B4E9",
  cross: "#CC79A7",
  clusters: "#009E73",
  tree: "#E69F00",
  lifetime: "#7A5195",
  campaign: "#C04A00",
  cards: "#44AA99",
  plan: "#332288",
  notes: "#8A94A3",
} as const;

/** Behind the words of a traffic light; the words say the same. */
export const lightColors: Readonly<Record<"green" | "amber" | "red" | "info", GroupColor>> = {
  green: { fill: "#00815E", fontColor: palette.white },
  amber: { fill: "#F5C56B", fontColor: palette.black },
  red: { fill: "#9A3412", fontColor: palette.white },
  info: { fill: "#E8F1F9", fontColor: palette.ink },
};

export const tableStyle = "TableStyleLight1";

const categorical = [
  "#0072B2",
  "#E69F00",
  "#00815E",
  "#CC79A7",
  "#56B4E9",
  "#C04A00",
  "#F0E442",
  "#7A5195",
  "#8A8F98",
  "#44AA99",
  "#332288",
  "#B8C63C",
];

/** What later rounds through the colours are mixed with. */
const roundShades = ["#FFFFFF", "#1F2A37"] as const;

/** Lenses whose groups are steps of value. */
const ramped = new Set(["value-classes", "value-pyramid", "value-levels"]);

const rampEnds = ["#0B4F8A", "#5BA3D6", "#D3E6F5"] as const;

function readChannels(color: string): [number, number, number] {
  const value = parseInt(color.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

function mixColors(from: string, to: string, share: number): string {
  const start = readChannels(from);
  const parts = readChannels(to).map((channel, i) => Math.round(start[i] + (channel - start[i]) * share));
  return `#${parts
    .map((part) => part.toString(16).padStart(2, "0"))
    .join("")
    .toUpperCase()}`;
}

function computeLuminance(color: string): number {
  const [red, green, blue] = readChannels(color).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two colours, 1..21. */
export function computeContrast(first: string, second: string): number {
  const [dark, light] = [computeLuminance(first), computeLuminance(second)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function buildGroupColor(fill: string): GroupColor {
  const fontColor = computeContrast(fill, palette.white) >= 4.5 ? palette.white : palette.black;
  return { fill, fontColor };
}

/** A colour of a scale from dark (first) to light (last) of so many steps. */
export function pickRampColor(position: number, count: number): string {
  const share = count < 2 ? 0 : position / (count - 1);
  return share <= 0.5
    ? mixColors(rampEnds[0], rampEnds[1], share * 2)
    : mixColors(rampEnds[1], rampEnds[2], share * 2 - 1);
}

/**
 * The colour of a group, the same on every sheet and in every chart.
 *
 * @param lens  the lens it belongs to
 * @param id    its code
 * @param index its position among the groups of the lens
 * @param count how many groups the lens has
 */
export function getGroupColor(lens: string, id: string, index: number, count: number): GroupColor {
  const known = groupPalette[lens]?.[id];
  if (known !== undefined) return buildGroupColor(known);
  if (ramped.has(lens)) return buildGroupColor(pickRampColor(index, count));
  const color = categorical[index % categorical.length];
  const round = Math.floor(index / categorical.length);
  return buildGroupColor(round === 0 ? color : mixColors(color, roundShades[(round - 1) % roundShades.length], 0.45));
}
