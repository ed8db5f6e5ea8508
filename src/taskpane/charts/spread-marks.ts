/** Where a mark is drawn: its position along the line, and 0 on the line, 1 above it or -1 below where it would cover another. */
export interface MarkPlace {
  readonly position: number;
  readonly level: number;
}

const levels = [0, 1, -1] as const;

/**
 * Places marks of a width along a line so that as few as possible cover one another.
 *
 * @returns in the order of `positions`
 */
export function spreadMarks(positions: readonly number[], width: number): MarkPlace[] {
  const ends = levels.map(() => -Infinity);
  const places = new Array<MarkPlace>(positions.length);
  const order = positions.map((_, i) => i).sort((a, b) => positions[a] - positions[b]);
  for (const i of order) {
    const free = ends.findIndex((end) => positions[i] - end >= width);
    const lane = free >= 0 ? free : ends.indexOf(Math.min(...ends));
    ends[lane] = positions[i];
    places[i] = { position: positions[i], level: levels[lane] };
  }
  return places;
}
