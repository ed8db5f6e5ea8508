import type { Issue } from "../issues";
import { ISSUE_ROW_LIMIT, nameIssue } from "../issues";
import { OUTLIER_FACTOR } from "./flag-lines";

/** Numbers whose upper bits agree share a class: two of a class differ by 3 % or so. */
const SHIFT = 15;
const CLASSES = 1 << 16;

const bits = new DataView(new ArrayBuffer(8));

function findClass(size: number): number {
  bits.setFloat64(0, size);
  return bits.getUint32(0) >>> SHIFT;
}

/** The smallest number of a class. */
function findStart(sizeClass: number): number {
  bits.setUint32(0, sizeClass << SHIFT);
  bits.setUint32(4, 0);
  return bits.getFloat64(0);
}

/** How many amounts there are of each size, roughly. */
export class SizeCounts {
  private counts: Int32Array = new Int32Array(0);
  total = 0;
  zeros = 0;

  /** Counts an amount, signs aside. */
  add(amount: number): void {
    if (this.counts.length === 0) this.counts = new Int32Array(CLASSES);
    this.counts[findClass(Math.abs(amount))]++;
    this.total++;
    if (amount === 0) this.zeros++;
  }

  /** Counts all that another has counted. */
  addAll({ counts, total, zeros }: SizeCounts): void {
    if (total === 0) return;
    if (this.counts.length === 0) this.counts = counts.slice();
    else for (let i = 0; i < CLASSES; i++) this.counts[i] += counts[i];
    this.total += total;
    this.zeros += zeros;
  }

  /** The class of the amount at a position in ascending order, and the number of amounts in smaller classes. */
  find(position: number): { readonly sizeClass: number; readonly below: number } {
    let below = 0;
    for (let sizeClass = 0; sizeClass < CLASSES; sizeClass++) {
      if (below + this.counts[sizeClass] > position) return { sizeClass, below };
      below += this.counts[sizeClass];
    }
    return { sizeClass: CLASSES - 1, below };
  }
}

/**
 * Finds R17, amounts of more than a thousand times the median amount, in a second pass over the lines: the first has told roughly where the
 * median lies, so that only the amounts there are kept, and lines only where they lie close to the threshold.
 */
export class OutlierSearch {
  private readonly lower: ReturnType<SizeCounts["find"]>;
  private readonly upper: ReturnType<SizeCounts["find"]>;
  private readonly sizes = new Map<number, number>();
  private readonly surelyAbove: number;
  private readonly maybeAbove: number;
  private readonly found: { count: number; readonly rows: number[] } = { count: 0, rows: [] };
  private readonly close: { readonly size: number; readonly row: number }[] = [];

  /** @param counts of all lines that the second pass will bring */
  constructor(private readonly counts: SizeCounts) {
    const middle = counts.total >> 1;
    this.upper = counts.find(middle);
    this.lower = counts.total % 2 === 1 ? this.upper : counts.find(Math.max(0, middle - 1));
    const start = (findStart(this.lower.sizeClass) + findStart(this.upper.sizeClass)) / 2;
    const end = (findStart(this.lower.sizeClass + 1) + findStart(this.upper.sizeClass + 1)) / 2;
    const isZero = middle < counts.zeros;
    this.maybeAbove = isZero ? Infinity : OUTLIER_FACTOR * start;
    this.surelyAbove = isZero ? Infinity : OUTLIER_FACTOR * end;
  }

  /** Takes the amount of every line. */
  add(amount: number): void {
    const size = Math.abs(amount);
    const sizeClass = findClass(size);
    if (sizeClass === this.lower.sizeClass || sizeClass === this.upper.sizeClass)
      this.sizes.set(size, (this.sizes.get(size) ?? 0) + 1);
  }

  /** Takes a line in use, in the order of the rows. */
  judge(amount: number, row: number): void {
    const size = Math.abs(amount);
    if (!(size > this.maybeAbove)) return;
    if (size > this.surelyAbove) {
      this.found.count++;
      if (this.found.rows.length < ISSUE_ROW_LIMIT) this.found.rows.push(row);
    } else this.close.push({ size, row });
  }

  /** R17, where it occurs. */
  finish(): Issue[] {
    if (this.counts.total === 0 || this.maybeAbove === Infinity) return [];
    const median =
      (this.pick(this.lower, (this.counts.total - 1) >> 1) + this.pick(this.upper, this.counts.total >> 1)) / 2;
    const above = median === 0 ? [] : this.close.filter(({ size }) => size > OUTLIER_FACTOR * median);
    const count = this.found.count + above.length;
    if (count === 0) return [];
    const rows = [...this.found.rows, ...above.map(({ row }) => row)].sort((a, b) => a - b).slice(0, ISSUE_ROW_LIMIT);
    return [{ code: "R17", name: nameIssue("R17"), count, treatment: "flagged", rows }];
  }

  private pick({ sizeClass, below }: ReturnType<SizeCounts["find"]>, position: number): number {
    let before = below;
    const own = [...this.sizes.keys()].filter((size) => findClass(size) === sizeClass).sort((a, b) => a - b);
    for (const size of own) {
      before += this.sizes.get(size) ?? 0;
      if (before > position) return size;
    }
    return NaN;
  }
}
