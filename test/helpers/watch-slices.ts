import type { Frame, Page } from "playwright-core";

/** A piece of our own work on the page's thread. */
export interface SliceTime {
  readonly name: string;
  /** From its begin to its end, whatever else the machine did meanwhile. */
  readonly milliseconds: number;
  /** At most so long the processor was at work on it: the time of processor of the browser's task that it was part of. */
  readonly processorMilliseconds: number;
  /** The processor's time of the whole task: with what the libraries, Office.js among them, did before and after; NaN where it is not known. */
  readonly taskMilliseconds: number;
}

interface TraceEvent {
  readonly name: string;
  readonly cat: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly startTime?: number };
}

interface Mark {
  readonly name: string;
  readonly start: number;
  readonly milliseconds: number;
}

const readMarks = (frame: Frame): Promise<Mark[]> =>
  frame.evaluate(() =>
    performance
      .getEntriesByType("measure")
      .filter(({ name }) => name.startsWith("cvm "))
      .map(({ name, startTime, duration }) => ({ name: name.slice(4), start: startTime, milliseconds: duration })),
  );

/** Finds the task of each slice: the marks of both clocks tell how far they are apart. */
function joinTasks(marks: readonly Mark[], events: readonly TraceEvent[]): SliceTime[] {
  const known = events.find(({ name, ph, args }) => name.startsWith("cvm ") && ph === "b" && args?.startTime);
  if (known === undefined) throw new Error("the trace has no mark of a slice");
  const offset = known.ts - known.args!.startTime! * 1000;
  const tasks = events
    .filter(
      ({ name, ph, pid, tid }) => ph === "X" && name.endsWith("RunTask") && pid === known.pid && tid === known.tid,
    )
    .sort((a, b) => a.ts - b.ts);
  return marks.map(({ name, start, milliseconds }) => {
    const middle = offset + (start + milliseconds / 2) * 1000;
    const task = tasks.find(({ ts, dur = 0 }) => ts <= middle && middle <= ts + dur);
    const taskMilliseconds = task?.tdur === undefined ? NaN : task.tdur / 1000;
    const processorMilliseconds = taskMilliseconds < milliseconds ? taskMilliseconds : milliseconds;
    return { name, milliseconds, processorMilliseconds, taskMilliseconds };
  });
}

/** Does something in the pane, and lists the slices of our own work that it took on the page's thread. */
export async function watchSlices(page: Page, frame: Frame, work: () => Promise<void>): Promise<SliceTime[]> {
  const browser = page.context().browser()!;
  await frame.evaluate(() => performance.clearMeasures());
  await browser.startTracing(page, { categories: ["toplevel", "blink.user_timing"] });
  let trace: Buffer;
  try {
    await work();
  } finally {
    trace = await browser.stopTracing();
  }
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  return joinTasks(await readMarks(frame), traceEvents);
}

const listTop = (values: readonly number[]) =>
  [...values]
    .sort((a, b) => b - a)
    .slice(0, 3)
    .map((value) => value.toFixed(1))
    .join(" ");

/** How the slices of each name are spread: how many, their sum, and the longest by both clocks. */
export function describeSlices(slices: readonly SliceTime[]): string {
  const names = [...new Set(slices.map(({ name }) => name))];
  const rows = names.map((name) => {
    const own = slices.filter((slice) => slice.name === name);
    const wall = own.map(({ milliseconds }) => milliseconds);
    const processor = own.map(({ processorMilliseconds }) => processorMilliseconds);
    return { name, count: own.length, sum: wall.reduce((a, b) => a + b, 0), wall, processor };
  });
  const tasks = rows.map(({ name }) => {
    const own = slices.filter((slice) => slice.name === name).map(({ taskMilliseconds }) => taskMilliseconds);
    return { name, most: Math.max(...own.filter(Number.isFinite)) };
  });
  const longest = tasks
    .sort((a, b) => b.most - a.most)
    .slice(0, 3)
    .map(({ name, most }) => `${most.toFixed(1)} with ${name}`);
  const lines = rows
    .sort((a, b) => Math.max(...b.processor) - Math.max(...a.processor))
    .map(
      ({ name, count, sum, wall, processor }) =>
        `${name.padEnd(20)} ${String(count).padStart(5)} slices, ${sum.toFixed(0).padStart(6)} ms in all, ` +
        `longest by the clock ${listTop(wall)}, of processor ${listTop(processor)}`,
    );
  return [...lines, `longest whole tasks, of processor: ${longest.join(", ")}`].join("\n");
}
