import type { CustomerTable } from "./customer-table";
import type { LineRequest } from "./line-tables";
import type { RefundMode } from "./select-lines";

/** How lines become customers; days are counted from 1970-01-01. */
export interface SummarizeOptions {
  /** Customers are judged on the morning of this day; the day after the last purchase when not given. */
  readonly asOfDay?: number | null;
  /** Lines before this day are left out. */
  readonly fromDay?: number | null;
  /** How refund lines count; taken off the money of their customer when not given. */
  readonly refunds?: RefundMode;
  /** Length of the windows of `recentAmount` and `previousAmount`; 90 when not given. */
  readonly windowDays?: number;
  /** Whether profit bears what it cost to win the customer. */
  readonly includeAcquisitionCost?: boolean;
  /** Cost of serving all customers, spread by orders where no column tells it. */
  readonly serviceCostTotal?: number | null;
  /** Columns by customer from another table; they go before those of the lines. */
  readonly customerTable?: CustomerTable | null;
  /** Tables about the lines that are wanted; none when not given. */
  readonly lineTables?: LineRequest;
}

const WINDOW_DAYS = 90;

/**
 * Length of the windows of recent and previous money.
 *
 * @throws RangeError when it is not positive
 */
export function readWindowDays({ windowDays = WINDOW_DAYS }: SummarizeOptions): number {
  if (!(windowDays > 0)) throw new RangeError(`windowDays must be positive; got ${windowDays}`);
  return windowDays;
}
