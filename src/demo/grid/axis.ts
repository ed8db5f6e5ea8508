import type { SizeRun } from "../protocol";

/** Where the lines of a sheet lie in one direction, in pixels from its upper left corner. */
export class Axis {
  /** Pixels before each run, and how far all lines behind the run are moved. */
  private readonly starts: Float64Array;
  private readonly shifts: Float64Array;

  constructor(
    readonly count: number,
    readonly defaultSize: number,
    private readonly runs: readonly SizeRun[],
  ) {
    this.starts = new Float64Array(runs.length);
    this.shifts = new Float64Array(runs.length + 1);
    runs.forEach((run, index) => {
      this.starts[index] = run.start * defaultSize + this.shifts[index];
      this.shifts[index + 1] = this.shifts[index] + run.count * (run.size - defaultSize);
    });
  }

  get total(): number {
    return this.getOffset(this.count);
  }

  /** Pixels before a line. */
  getOffset(index: number): number {
    const at = this.findRun((run) => run.start <= index);
    if (at < 0) return index * this.defaultSize;
    const run = this.runs[at];
    const inside = Math.min(index - run.start, run.count);
    return this.starts[at] + inside * run.size + (index - run.start - inside) * this.defaultSize;
  }

  getSize(index: number): number {
    const at = this.findRun((run) => run.start <= index);
    return at >= 0 && index < this.runs[at].start + this.runs[at].count ? this.runs[at].size : this.defaultSize;
  }

  /** The line at an offset; hidden lines are passed over. */
  findIndex(offset: number): number {
    const at = this.findRun((_, index) => this.starts[index] <= offset);
    if (at < 0) return this.clamp(Math.floor(offset / this.defaultSize));
    const run = this.runs[at];
    const inside = offset - this.starts[at];
    if (run.size > 0 && inside < run.count * run.size) return this.clamp(run.start + Math.floor(inside / run.size));
    const behind = inside - run.count * run.size;
    return this.clamp(run.start + run.count + Math.floor(behind / this.defaultSize));
  }

  /** The lines from `first` to before `end` that are not hidden. */
  listVisible(first: number, end: number): number[] {
    const visible: number[] = [];
    let line = first;
    for (
      let at = Math.max(
        0,
        this.findRun((run) => run.start <= first),
      );
      line < end;
      at++
    ) {
      const run = this.runs[at];
      if (run && run.size > 0) continue;
      const next = Math.min(end, run?.start ?? end);
      while (line < next) visible.push(line++);
      if (run) line = Math.max(line, run.start + run.count);
    }
    return visible;
  }

  /** The first line from `index` on in a direction that is not hidden, or `index` where there is none. */
  findVisible(index: number, step: 1 | -1): number {
    let line = index;
    while (line >= 0 && line < this.count) {
      const at = this.findRun((run) => run.start <= line);
      const run = this.runs[at];
      if (at < 0 || line >= run.start + run.count || run.size > 0) return line;
      line = step > 0 ? run.start + run.count : run.start - 1;
    }
    return step > 0 ? this.findVisibleBehind(index) : index;
  }

  private findVisibleBehind(index: number): number {
    return index === 0 ? 0 : this.findVisible(index - 1, -1);
  }

  private clamp(index: number): number {
    return Math.max(0, Math.min(this.count - 1, index));
  }

  /** The last run for which `isBefore` holds, or -1. */
  private findRun(isBefore: (run: SizeRun, index: number) => boolean): number {
    let low = 0;
    for (let high = this.runs.length; low < high;) {
      const middle = (low + high) >> 1;
      if (isBefore(this.runs[middle], middle)) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}
