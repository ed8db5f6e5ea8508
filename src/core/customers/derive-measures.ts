import { computeMedian } from "../math/quantile";
import { ExactSum, roundSum, sumRounded } from "./sums";
import type { MeasureName, Measures, PurchaseDaysTable } from "./summary";
import { measureNames } from "./summary";

/** Measures that are there already; the others follow from them or stay blank. */
export type KnownMeasures = Partial<Record<MeasureName, Float64Array>>;

const SHORTEST_GAP = 7;
const DEFAULT_GAP = 90;
/** Gaps from which on a customer is judged by their own median gap. */
export const GAPS_FOR_OWN_MEDIAN = 3;
const YEAR_DAYS = 365.25;

/**
 * Gaps between purchase days: number, median, and the gap to judge silence by.
 *
 * The latter is the customer's own median from three gaps on, else the median of all customers' medians (90 days where nobody came
 * back), and at least 7 days.
 */
export function measureGaps({
  offsets,
  day,
}: PurchaseDaysTable): Pick<Measures, "gapCount" | "gapMedianDays" | "gapUsedDays"> {
  const count = offsets.length - 1;
  const gapCount = new Float64Array(count);
  const gapMedianDays = new Float64Array(count).fill(NaN);
  let longest = 0;
  for (let customer = 0; customer < count; customer++)
    if (offsets[customer + 1] - offsets[customer] - 1 > longest)
      longest = offsets[customer + 1] - offsets[customer] - 1;
  const own = new Int32Array(longest);
  for (let customer = 0; customer < count; customer++) {
    const first = offsets[customer];
    const gaps = offsets[customer + 1] - first - 1;
    gapCount[customer] = gaps;
    for (let i = 0; i < gaps; i++) own[i] = day[first + i + 1] - day[first + i];
    if (gaps > 0) gapMedianDays[customer] = takeMedian(own, gaps);
  }
  const usual = computeMedian(gapMedianDays);
  const fallback = Number.isNaN(usual) ? DEFAULT_GAP : usual;
  const gapUsedDays = new Float64Array(count);
  for (let customer = 0; customer < count; customer++) {
    const gap = gapCount[customer] >= GAPS_FOR_OWN_MEDIAN ? gapMedianDays[customer] : fallback;
    gapUsedDays[customer] = gap < SHORTEST_GAP ? SHORTEST_GAP : gap;
  }
  return { gapCount, gapMedianDays, gapUsedDays };
}

/** Up to this many numbers, a call of the engine's sort costs more than sorting by insertion. */
const FEW = 32;

/** Median of the first `count` whole numbers, which are sorted in place. */
function takeMedian(numbers: Int32Array, count: number): number {
  if (count === 1) return numbers[0];
  if (count === 2) return (numbers[0] + numbers[1]) / 2;
  if (count > FEW) numbers.subarray(0, count).sort();
  else {
    for (let i = 1; i < count; i++) {
      const value = numbers[i];
      let at = i;
      for (; at > 0 && numbers[at - 1] > value; at--) numbers[at] = numbers[at - 1];
      numbers[at] = value;
    }
  }
  const middle = count >> 1;
  return count % 2 === 1 ? numbers[middle] : (numbers[middle - 1] + numbers[middle]) / 2;
}

/** Mean sum of the purchase days after the first one, 0 where there is none; NaN without money. */
export function averageRepeatDays({ offsets, amount }: PurchaseDaysTable): Float64Array {
  const means = new Float64Array(offsets.length - 1);
  const sum = new ExactSum();
  for (let customer = 0; customer < means.length; customer++) {
    const start = offsets[customer] + 1;
    const end = offsets[customer + 1];
    if (start === end) {
      if (Number.isNaN(amount[start - 1])) means[customer] = NaN;
      continue;
    }
    for (let i = start; i < end; i++) if (amount[i] === amount[i]) sum.add(amount[i]);
    means[customer] = sum.take() / (end - start);
  }
  return means;
}

/** What profit is made of. Columns that are not known are undefined; NaN is blank. */
export interface ProfitParts {
  readonly revenue: Float64Array;
  readonly cost?: Float64Array;
  readonly serviceCost?: Float64Array;
  readonly acquisitionCost?: Float64Array;
  /** Profit that goes before everything else. */
  readonly profit?: Float64Array;
  readonly includeAcquisitionCost: boolean;
}

/**
 * Total cost and profit per customer.
 *
 * Profit is revenue less cost, service cost and, where asked for, acquisition cost. A blank service or acquisition cost counts as none
 * beside a known cost. Without any cost, profit is revenue and costs are blank.
 *
 * @returns the columns, and whether profit is more than another name for revenue
 */
export function computeProfit(parts: ProfitParts): { measures: KnownMeasures; known: boolean } {
  const { revenue, cost, serviceCost, acquisitionCost, profit: given } = parts;
  const included = [cost, serviceCost, parts.includeAcquisitionCost ? acquisitionCost : undefined].filter(
    (column) => column !== undefined,
  );
  const known = given !== undefined || included.length > 0;
  const kept: KnownMeasures = {
    ...(serviceCost && { serviceCost }),
    ...(acquisitionCost && { acquisitionCost }),
  };
  if (!known) return { measures: { ...kept, profit: revenue }, known };
  const totalCost = new Float64Array(revenue.length);
  const profit = new Float64Array(revenue.length);
  for (let customer = 0; customer < revenue.length; customer++) {
    let total = cost === undefined || cost[customer] === cost[customer] ? 0 : NaN;
    for (const column of included)
      if (column !== cost && column[customer] === column[customer]) total += column[customer];
    if (cost !== undefined) total += cost[customer];
    const own = given === undefined ? NaN : given[customer];
    profit[customer] = own === own ? own : included.length > 0 ? roundSum(revenue[customer] - total) : NaN;
    totalCost[customer] = own === own ? roundSum(revenue[customer] - own) : included.length > 0 ? roundSum(total) : NaN;
  }
  const ownCost = cost ?? (given === undefined ? undefined : totalCost);
  return { measures: { ...kept, ...(ownCost && { cost: ownCost }), totalCost, profit }, known };
}

/**
 * Adds what follows from the measures that are known, and fills the others with blanks.
 *
 * @param known     columns of equal length
 * @param count     number of customers
 * @param hasProfit whether profit is more than another name for revenue
 * @returns all measures, and the names of those that hold a number
 */
export function completeMeasures(
  known: KnownMeasures,
  count: number,
  hasProfit: boolean,
): { measures: Measures; names: ReadonlySet<MeasureName> } {
  const measures: KnownMeasures = { ...known };
  const { revenue, orders, purchaseDays, profit, totalCost, recencyDays, gapUsedDays, tenureDays } = known;
  const { recentAmount, previousAmount } = known;
  const add = (name: MeasureName, column: Float64Array | undefined): void => {
    if (column !== undefined) measures[name] ??= column;
  };
  add("frequency", purchaseDays && subtractOne(purchaseDays));
  add("averageOrderValue", divide(revenue, orders));
  add("revenueShare", revenue && divide(revenue, fillWith(sumRounded(revenue), count)));
  add("profitShare", profit && divide(profit, fillWith(sumRounded(profit), count)));
  if (hasProfit) {
    add("marginShare", divide(profit, revenue));
    add("profitRate", divide(profit, totalCost));
  }
  add("idleRatio", divide(recencyDays, gapUsedDays));
  const years = tenureDays && countYears(tenureDays);
  add("ordersPerYear", divide(orders, years));
  add("annualSpend", divide(revenue, years));
  add("trendShare", measureTrend(recentAmount, previousAmount));
  const blank = new Float64Array(count).fill(NaN);
  const names = new Set<MeasureName>();
  for (const name of measureNames) {
    const column = measures[name];
    if (column === undefined) measures[name] = blank;
    else if (column.some((value) => value === value)) names.add(name);
  }
  return { measures: measures as Measures, names };
}

/** Quotients; blank where they are not finite. Nothing where a column is missing. */
function divide(above: Float64Array | undefined, below: Float64Array | undefined): Float64Array | undefined {
  if (above === undefined || below === undefined) return undefined;
  const column = new Float64Array(above.length);
  for (let i = 0; i < column.length; i++) column[i] = keepFinite(above[i] / below[i]);
  return column;
}

function subtractOne(values: Float64Array): Float64Array {
  const column = new Float64Array(values.length);
  for (let i = 0; i < column.length; i++) column[i] = keepFinite(values[i] - 1);
  return column;
}

function fillWith(value: number, count: number): Float64Array {
  return new Float64Array(count).fill(value);
}

/** At least one. */
function countYears(tenureDays: Float64Array): Float64Array {
  const years = new Float64Array(tenureDays.length);
  for (let i = 0; i < years.length; i++) years[i] = (tenureDays[i] < 365 ? 365 : tenureDays[i]) / YEAR_DAYS;
  return years;
}

/** Change from one window to the next; blank where there was nothing before. */
function measureTrend(recent: Float64Array | undefined, previous: Float64Array | undefined): Float64Array | undefined {
  if (recent === undefined || previous === undefined) return undefined;
  const column = new Float64Array(recent.length);
  for (let i = 0; i < column.length; i++) column[i] = previous[i] > 0 ? keepFinite(recent[i] / previous[i] - 1) : NaN;
  return column;
}

function keepFinite(value: number): number {
  return value - value === 0 ? value + 0 : NaN;
}
