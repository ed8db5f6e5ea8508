/** Nobody means more than this of something by a share; a number above it was meant in per cent. */
const mostShare = 1.5;

/** The share that a number stands for which somebody typed: 80 is 80%. */
export function readShare(value: number): number {
  return isPercent(value) ? value / 100 : value;
}

/** Whether a number that was typed for a share is in per cent. */
export function isPercent(value: number): boolean {
  return Math.abs(value) > mostShare;
}

/** The same as a formula on a cell. */
export function formatShareReading(cell: string): string {
  return `IF(ABS(${cell})>${mostShare},${cell}/100,${cell})`;
}
