const MEASURE = "cvm";

/** Gives the host its turn. */
export const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/**
 * Does a piece of work in one go, and leaves a mark of how long it kept this thread: the measures of `performance` whose name begins with
 * `cvm `, where the host keeps any.
 */
export function runSlice<Result>(name: string, work: () => Result): Result {
  const start = performance.now();
  try {
    return work();
  } finally {
    if ("measure" in performance) performance.measure(`${MEASURE} ${name}`, { start });
  }
}

/** The slices marked so far, the longest first. */
export function listSlices(): { readonly name: string; readonly milliseconds: number }[] {
  return performance
    .getEntriesByType("measure")
    .filter(({ name }) => name.startsWith(`${MEASURE} `))
    .map(({ name, duration }) => ({ name: name.slice(MEASURE.length + 1), milliseconds: duration }))
    .sort((a, b) => b.milliseconds - a.milliseconds);
}
