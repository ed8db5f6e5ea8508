import type { CostSource, MoneySource } from "./transactions";

/** Columns of the usable lines, NaN = blank; null where the input has none. */
export interface CostColumns {
  readonly amount: Float64Array;
  readonly quantity: Float64Array | null;
  readonly cost: Float64Array | null;
  readonly margin: Float64Array | null;
  readonly profit: Float64Array | null;
}

/** What the lines cost and earn. */
export interface LineCosts {
  readonly source: CostSource;
  /** Null where nothing tells costs. */
  readonly cost: Float64Array | null;
  /** Null unless a column holds profit. */
  readonly profit: Float64Array | null;
  /** Lines whose own cell is blank. */
  readonly missing: number;
}

/**
 * The cost of each line: from the cost column, else its margin, else one margin for all; a profit column goes before all of them.
 *
 * Costs take the sign of the amount. A blank cell falls through to the next source, at the end to no cost, and is counted.
 *
 * @param columns of the usable lines
 * @param basis   whether the cost column holds the cost of the line or of one unit
 * @param margin  margin of all lines as share of the amount, or null
 * @param isPercent whether the margin column holds percent; found from the column when not given
 */
export function computeLineCosts(
  columns: CostColumns,
  basis: "line" | "unit",
  margin: number | null,
  isPercent?: boolean,
): LineCosts {
  const { amount, quantity, profit } = columns;
  const source = findSource(columns, margin);
  if (source === null) return { source, cost: null, profit: null, missing: 0 };
  const margins = columns.margin === null ? null : scaleMargins(columns.margin, isPercent);
  const known = columns.cost !== null || margins !== null || margin !== null;
  const cost = new Float64Array(amount.length);
  const earned = profit === null ? null : Float64Array.from(profit);
  let missing = 0;
  for (let line = 0; line < amount.length; line++) {
    const sign = amount[line] < 0 ? -1 : 1;
    let value = NaN;
    if (columns.cost !== null) {
      value = Math.abs(columns.cost[line]) * sign;
      if (basis === "unit" && quantity !== null) value *= Math.abs(quantity[line]);
    }
    if (value !== value && margins !== null) value = amount[line] * (1 - margins[line]);
    if (value !== value && earned !== null) value = amount[line] - earned[line];
    if (value !== value && margin !== null) value = amount[line] * (1 - margin);
    const unknown = value !== value;
    cost[line] = unknown ? 0 : value + 0;
    if (earned === null) missing += unknown ? 1 : 0;
    else if (earned[line] !== earned[line]) {
      missing++;
      earned[line] = known && !unknown ? amount[line] - cost[line] : 0;
    }
  }
  return { source, cost, profit: earned, missing };
}

function findSource(columns: CostColumns, margin: number | null): CostSource {
  if (columns.profit !== null) return "profitColumn";
  if (columns.cost !== null) return "costColumn";
  if (columns.margin !== null) return "marginColumn";
  return margin === null ? null : "margin";
}

/** Margins as shares: a column with a value beyond 1.5 holds percent. */
export function scaleMargins(values: Float64Array, isPercent = areMarginsPercent(findLargest(values))): Float64Array {
  return isPercent ? values.map((value) => value / 100) : values;
}

/** Whether margins are percent, by the largest of them. */
export function areMarginsPercent(largest: number): boolean {
  return largest > 1.5;
}

/**
 * Discounts as share of what the line would have cost without them.
 *
 * The column holds shares when no value is beyond 1, percent when its header says rate or percent and no value is beyond 100, else money.
 *
 * @param values per line, NaN = blank; cells with a percent sign as shares
 * @param header of the column
 * @param amount money per line
 * @param source money of the column `amount` has the discount taken off; quantity times price has not
 * @param largest of the column; found from `values` when not given
 */
export function computeDiscountShares(
  values: Float64Array,
  header: string,
  amount: Float64Array,
  source: MoneySource,
  largest = findLargest(values),
): Float64Array {
  if (largest <= 1) return values.map(Math.abs);
  if (largest <= 100 && /%|％|率|rate|percent|pct/i.test(header)) return values.map((value) => Math.abs(value) / 100);
  return values.map((value, line) => {
    const discount = Math.abs(value);
    const list = Math.abs(amount[line]) + (source === "amount" ? discount : 0);
    return list > 0 ? Math.min(1, discount / list) : NaN;
  });
}

/** The largest number, signs aside; 0 without one. */
export function findLargest(values: Float64Array): number {
  let largest = 0;
  for (let i = 0; i < values.length; i++) if (Math.abs(values[i]) > largest) largest = Math.abs(values[i]);
  return largest;
}
