const MEASURE = "cvm";

/** How long work goes on before the host gets its turn: well within a frame of the screen. */
export const SLICE_MILLISECONDS = 10;

const waiting: (() => void)[] = [];
let channel: MessageChannel | null = null;

/** Timers of a page wait longer the more of them follow one another, and a second each where it is not seen; messages do neither. */
function callSoon(resume: () => void): void {
  if (typeof setImmediate === "function") setImmediate(resume);
  else if (typeof MessageChannel === "undefined") setTimeout(resume, 0);
  else {
    if (channel === null) {
      channel = new MessageChannel();
      channel.port1.onmessage = () => waiting.shift()?.();
    }
    waiting.push(resume);
    channel.port2.postMessage(null);
  }
}

/** Gives the host its turn. */
export const pause = () => new Promise<void>((resolve) => callSoon(resolve));

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

/** As many steps as fit into the time from `start` on; at least one. */
function runFor<Result>(steps: Iterator<unknown, Result, void>, start: number): IteratorResult<unknown, Result> {
  for (;;) {
    const step = steps.next();
    if (step.done === true || performance.now() - start >= SLICE_MILLISECONDS) return step;
  }
}

/**
 * Does work that is cut into small steps, as many at a time as fit into a slice, with a turn for the host before each slice.
 *
 * @throws the signal's reason when it is aborted
 */
export async function runInSlices<Result>(
  name: string,
  steps: Iterator<unknown, Result, void>,
  signal?: AbortSignal,
): Promise<Result> {
  for (;;) {
    await pause();
    signal?.throwIfAborted();
    const step = runSlice(name, () => runFor(steps, performance.now()));
    if (step.done === true) return step.value;
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
