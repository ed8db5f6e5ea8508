/** Cells of the growth matrix: who buys (existing or new customers) x what they buy (existing or new products). */
export const GROWTH_CELLS = ["penetration", "productDevelopment", "marketDevelopment", "diversification"] as const;

/** See {@link GROWTH_CELLS}. */
export type GrowthCell = (typeof GROWTH_CELLS)[number];

/** Lines of purchases by columns of equal length; refunds are lines of negative revenue. */
export interface GrowthLines {
  /** Index of the customer, -1 for one who is not known and left out. */
  readonly customer: Int32Array;
  /** Index of the product, -1 for a line without one. */
  readonly product: Int32Array;
  /** Days since 1970-01-01. */
  readonly day: Int32Array;
  /** Money of the line, NaN = blank and counted as 0. */
  readonly revenue: Float64Array;
  /** 1 for a refund, which makes neither a customer nor a product known. */
  readonly isRefund: Uint8Array;
}

/** Customers who bought in a cell during a year, and their revenue there. */
export interface GrowthFigures {
  readonly customers: number;
  readonly revenue: number;
}

/** One cell: this year, the year before, and the change of revenue. Plain JSON. */
export interface GrowthResult {
  readonly cell: GrowthCell;
  readonly current: GrowthFigures;
  /** Null where the lines do not reach back far enough before that year to tell what was new in it. */
  readonly previous: GrowthFigures | null;
  /** Revenue by that of the year before, less 1; null without revenue then. */
  readonly changeShare: number | null;
}

/** Revenue of a year by cells, and as a whole. Plain JSON. */
export interface GrowthMatrix {
  /** In the order of {@link GROWTH_CELLS}. */
  readonly cells: readonly GrowthResult[];
  readonly revenue: number;
  /** Null where the lines do not cover the year before. */
  readonly previousRevenue: number | null;
  readonly changeShare: number | null;
}

const YEAR_DAYS = 365;
/** Lines that begin so many days into a year cover it all the same: shops are closed at times. */
const SLACK_DAYS = 7;
/** So many days of lines before a year tell what is new in it. */
export const GROWTH_HISTORY_DAYS = 90;

/**
 * Revenue of a year by customers and products, existing or new, beside the year before.
 *
 * A customer is new in the year of the first purchase, a product in the year of its first sale; years are the 365 days before the as-of day
 * and the 365 days before those.
 *
 * @param lines    all lines, of earlier years too: they tell what is new
 * @param asOfDay  the day after the last day of the year; lines on it or later are left out
 * @returns the cells' previous year is null where the lines begin less than 90 days before it
 * @throws RangeError when the columns differ in length
 */
export function computeGrowthMatrix(lines: GrowthLines, asOfDay: number): GrowthMatrix {
  const { customer, product, day, revenue, isRefund } = lines;
  if ([product, day, revenue, isRefund].some((column) => column.length !== customer.length))
    throw new RangeError("columns must be of equal length");
  const counts = (line: number) => customer[line] >= 0 && product[line] >= 0 && day[line] < asOfDay;
  const firstDay = customer.reduce((least, _, line) => (counts(line) ? Math.min(least, day[line]) : least), Infinity);
  const sales = customer.map((_, line) => (counts(line) && isRefund[line] === 0 ? 1 : 0));
  const firstPurchase = findFirstDays(customer, day, sales);
  const firstSale = findFirstDays(product, day, sales);

  const sumYear = (end: number): GrowthFigures[] => {
    const start = end - YEAR_DAYS;
    const people = GROWTH_CELLS.map(() => new Set<number>());
    const sums = GROWTH_CELLS.map(() => 0);
    customer.forEach((who, line) => {
      if (!counts(line) || day[line] < start || day[line] >= end) return;
      const cell = (isNew(firstPurchase[who], start) ? 2 : 0) + (isNew(firstSale[product[line]], start) ? 1 : 0);
      sums[cell] += revenue[line] || 0;
      if (isRefund[line] === 0) people[cell].add(who);
    });
    return sums.map((sum, cell) => ({ customers: people[cell].size, revenue: sum }));
  };
  const current = sumYear(asOfDay);
  const yearBefore = asOfDay - 2 * YEAR_DAYS;
  const previous = firstDay <= yearBefore + SLACK_DAYS ? sumYear(asOfDay - YEAR_DAYS) : null;
  const isToldApart = firstDay <= yearBefore - GROWTH_HISTORY_DAYS;
  const total = sumRevenue(current);
  const previousRevenue = previous === null ? null : sumRevenue(previous);
  return {
    cells: GROWTH_CELLS.map((cell, i): GrowthResult => {
      const before = isToldApart ? (previous?.[i] ?? null) : null;
      return {
        cell,
        current: current[i],
        previous: before,
        changeShare: compareYears(current[i].revenue, before?.revenue ?? null),
      };
    }),
    revenue: total,
    previousRevenue,
    changeShare: compareYears(total, previousRevenue),
  };
}

function sumRevenue(figures: readonly GrowthFigures[]): number {
  return figures.reduce((sum, { revenue }) => sum + revenue, 0);
}

function compareYears(now: number, before: number | null): number | null {
  return before === null || !(before > 0) ? null : now / before - 1;
}

/** What was only given back was bought before the lines begin. */
function isNew(firstDay: number, start: number): boolean {
  return firstDay >= start && firstDay < Infinity;
}

/** Per code the first day of a line that counts; infinite where there is none. */
function findFirstDays(codes: Int32Array, day: Int32Array, counts: Int32Array): Float64Array {
  const size = codes.reduce((most, code) => Math.max(most, code), -1) + 1;
  const first = new Float64Array(size).fill(Infinity);
  codes.forEach((code, line) => {
    if (counts[line] === 1) first[code] = Math.min(first[code], day[line]);
  });
  return first;
}
