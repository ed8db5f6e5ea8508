import type { GridRange, PrintSetup } from "../../workbook/port";

const pointsPerInch = 72;
/** Margins of what is written, in inches. */
const sideMargins = 2 * 0.5;
const topMargins = 2 * 0.6;
/** Hosts round heights, each in its own way. */
const safety = 0.98;

const papers: Readonly<Record<NonNullable<PrintSetup["paper"]>, readonly [number, number]>> = {
  A4: [8.27, 11.69],
  letter: [8.5, 11],
};

/** Width in points of columns that are so many characters wide: a digit has 7 pixels, a column 5 more. */
export function computeColumnPoints(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + ((width * 7 + 5) * 3) / 4, 0);
}

/** How many points of rows a page holds when columns of `width` points are fitted into it. */
export function computePageHeight(
  { orientation, pagesWide, paper = "A4" }: Pick<PrintSetup, "orientation" | "pagesWide" | "paper">,
  width: number,
): number {
  const [short, long] = papers[paper];
  const [across, down] = orientation === "portrait" ? [short, long] : [long, short];
  const scale = Math.min(1, ((across - sideMargins) * pointsPerInch * pagesWide) / width);
  return (((down - topMargins) * pointsPerInch) / scale) * safety;
}

/** What is to be divided into pages. */
export interface PagedRows {
  readonly rowCount: number;
  /** Height of a row in points. */
  readonly getHeight: (row: number) => number;
  /** Rows at which a page likes to begin. */
  readonly headings: readonly number[];
  /** Rows at which it may begin where a heading would leave the page before half empty. */
  readonly subheadings: readonly number[];
  /** What must not be cut: charts and merged cells. */
  readonly whole: readonly GridRange[];
}

/**
 * Rows before which pages begin: at the last heading that fits, else at the last row that cuts nothing.
 *
 * @param pageHeight points that a page holds
 */
export function computePageBreaks(
  { rowCount, getHeight, headings, subheadings, whole }: PagedRows,
  pageHeight: number,
): number[] {
  const cuts = (row: number) => whole.some((range) => range.row < row && row < range.row + range.rowCount);
  const sumHeights = (from: number, to: number) => {
    let sum = 0;
    for (let row = from; row < to; row++) sum += getHeight(row);
    return sum;
  };
  const breaks: number[] = [];
  for (let top = 0; ;) {
    let end = top;
    for (let used = 0; end < rowCount; end++) {
      used += getHeight(end);
      if (used > pageHeight && end > top) break;
    }
    if (end >= rowCount) return breaks;
    const findLast = (starts: readonly number[]) =>
      Math.max(top, ...starts.filter((row) => row > top && row <= end && !cuts(row)));
    let next = findLast(headings);
    if (sumHeights(top, next) < pageHeight / 2) next = Math.max(next, findLast(subheadings));
    for (let row = end; next === top && row > top; row--) if (!cuts(row)) next = row;
    if (next === top) next = end;
    breaks.push(next);
    top = next;
  }
}
