import type { ChartView } from "../protocol";

/** The area between the axes of a chart, in pixels. */
export interface Plot {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Series without colour take these in turn. */
const palette = ["#4472C4", "#ED7D31", "#A5A5A5", "#FFC000", "#5B9BD5", "#70AD47", "#264478", "#9E480E"];

export function getSeriesColor(chart: ChartView, index: number): string {
  return chart.series[index]?.color ?? palette[index % palette.length];
}

export function getPointColor(chart: ChartView, series: number, point: number): string {
  const { pointColors, color } = chart.series[series];
  const isRound = chart.content.kind === "pie" || chart.content.kind === "doughnut";
  return pointColors?.[point] ?? (isRound ? palette[point % palette.length] : (color ?? getSeriesColor(chart, series)));
}

/** About how wide a text is at the size of chart labels. */
export function estimateLabel(text: string): number {
  let width = 0;
  for (const character of text) width += character.charCodeAt(0) > 0x2e7f ? 11 : 6;
  return width;
}

export function cutLabel(text: string, room: number): string {
  if (estimateLabel(text) <= room) return text;
  let cut = text;
  while (cut.length > 1 && estimateLabel(`${cut}…`) > room) cut = cut.slice(0, -1);
  return `${cut}…`;
}
