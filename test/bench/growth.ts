/** A stage that takes more than so many times as long for ten times the rows is a defect. */
export const mostGrowth = 15;

/** What is over sooner says nothing about growth, in milliseconds. */
const shortest = 5;

/** How a stage grows. */
export interface Growth {
  /** The largest growth between neighbouring sizes, brought to ten times the rows; null where every smaller size was over in a moment. */
  readonly factor: number | null;
  readonly isTooMuch: boolean;
}

/**
 * Judges how the time of a stage grows with the rows. A time that is over in a moment counts as that moment: the growth from it is then at
 * least what is found, so that a stage which begins small and grows without measure is still caught.
 *
 * @param times milliseconds by number of rows
 */
export function judgeGrowth(times: ReadonlyMap<number, number>): Growth {
  const known = [...times].sort(([a], [b]) => a - b);
  let factor: number | null = null;
  let least = 0;
  for (let i = 1; i < known.length; i++) {
    const [[fewRows, fewTime], [manyRows, manyTime]] = [known[i - 1], known[i]];
    const growth = (manyTime / Math.max(shortest, fewTime)) ** (1 / Math.log10(manyRows / fewRows));
    least = Math.max(least, growth);
    if (fewTime >= shortest) factor = Math.max(factor ?? 0, growth);
  }
  const isTooMuch = least > mostGrowth;
  return { factor: isTooMuch ? least : factor, isTooMuch };
}

/** The stages that grow too much, in their order. */
export function listFailures(medians: ReadonlyMap<string, ReadonlyMap<number, number>>): string[] {
  return [...medians].filter(([, times]) => judgeGrowth(times).isTooMuch).map(([stage]) => stage);
}
