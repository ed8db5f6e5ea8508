import type { SizeRun } from "../protocol";

/** The size of lines that nobody changed, in pixels. */
export const defaultRowHeight = 20;
export const defaultColumnWidth = 64;

/** Widths are in characters of the default font, which are seven pixels wide. */
function scaleWidth(characters: number): number {
  return characters <= 0 ? 0 : Math.round(characters * 7) + 5;
}

function scaleHeight(points: number): number {
  return Math.round((points * 4) / 3);
}

function joinRuns(sizes: readonly (readonly [number, number])[]): SizeRun[] {
  const runs: { start: number; count: number; size: number }[] = [];
  for (const [index, size] of sizes) {
    const last = runs[runs.length - 1];
    if (last && last.size === size && last.start + last.count === index) last.count++;
    else runs.push({ start: index, count: 1, size });
  }
  return runs;
}

export function buildColumnRuns(widths: ReadonlyMap<number, number>): SizeRun[] {
  const sizes = [...widths].map(([column, width]) => [column, scaleWidth(width)] as const);
  return joinRuns(sizes.sort((a, b) => a[0] - b[0]));
}

export function buildRowRuns(heights: ReadonlyMap<number, number>, hidden: ReadonlySet<number>): SizeRun[] {
  const sizes = new Map<number, number>();
  for (const [row, height] of heights) sizes.set(row, scaleHeight(height));
  for (const row of hidden) sizes.set(row, 0);
  return joinRuns([...sizes].sort((a, b) => a[0] - b[0]));
}
