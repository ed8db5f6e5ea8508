import { InputError } from "../issues";
import type { Transactions } from "../transactions/transactions";
import { countOrders, listPurchaseDays } from "./measure-lines";
import { selectLines } from "./select-lines";
import { roundSum } from "./sums";

/** Recency, frequency and money of customers in standard order. */
export interface RfmMeasures {
  readonly ids: readonly string[];
  /** Customers are judged on the morning of this day. */
  readonly asOfDay: number;
  readonly recencyDays: Float64Array;
  readonly orders: Float64Array;
  /** Refunds taken off; NaN without money. */
  readonly revenue: Float64Array;
}

const NOBODY = -1;
/** Before every day that a line can have. */
const NEVER = -(2 ** 31);

/**
 * Recency, frequency and money straight from the lines: what `summarize` says of the three, without putting the lines in order and without the
 * other measures.
 *
 * @param transactions usable lines; refunds are taken off the money
 * @param asOfDay      lines from this day on are left out; null for the day after the last purchase of a known customer
 * @returns customers with at least one purchase line
 * @throws InputError `noCustomers` when there is none
 */
export function measureRfm(transactions: Transactions, asOfDay: number | null = null): RfmMeasures {
  const { lineCount, customer, day, amount, isRefund, customerIds } = transactions;
  const end = asOfDay ?? findLastPurchase(transactions) + 1;
  const lastDay = new Int32Array(customerIds.length).fill(NEVER);
  const sums = new Float64Array(customerIds.length);
  const rests = new Float64Array(customerIds.length);
  const hasMoney = new Uint8Array(customerIds.length);
  for (let line = 0; line < lineCount; line++) {
    const code = customer[line];
    if (code < 0 || day[line] >= end) continue;
    if (isRefund[line] === 0 && day[line] > lastDay[code]) lastDay[code] = day[line];
    const value = amount[line];
    if (value !== value) continue;
    const sum = sums[code];
    const next = sum + value;
    rests[code] += (sum < 0 ? -sum : sum) >= (value < 0 ? -value : value) ? sum - next + value : value - next + sum;
    sums[code] = next;
    hasMoney[code] = 1;
  }
  const ids = customerIds.filter((_, code) => lastDay[code] !== NEVER);
  if (ids.length === 0) throw new InputError("noCustomers");
  const counted = countOrdersByCode(transactions, end);
  const orders = counted === null ? countSortedOrders(transactions, end) : new Float64Array(ids.length);
  const recencyDays = new Float64Array(ids.length);
  const revenue = new Float64Array(ids.length);
  for (let code = 0, i = 0; code < customerIds.length; code++) {
    if (lastDay[code] === NEVER) continue;
    recencyDays[i] = end - lastDay[code];
    revenue[i] = hasMoney[code] === 1 ? roundSum(sums[code] + rests[code]) : NaN;
    if (counted !== null) orders[i] = counted[code];
    i++;
  }
  return { ids, asOfDay: end, recencyDays, orders, revenue };
}

function findLastPurchase({ lineCount, customer, day, isRefund }: Transactions): number {
  let last = NEVER;
  for (let line = 0; line < lineCount; line++)
    if (day[line] > last && isRefund[line] === 0 && customer[line] >= 0) last = day[line];
  return last;
}

/** Distinct orders, and days with purchases that name none, per customer of the input; null where these days do not come in order. */
function countOrdersByCode(transactions: Transactions, end: number): Int32Array | null {
  const { lineCount, customer, day, isRefund, order, orderIds, customerIds } = transactions;
  const counts = new Int32Array(customerIds.length);
  const owner = new Int32Array(orderIds.length).fill(NOBODY);
  const lastDay = new Int32Array(customerIds.length).fill(NEVER);
  // An order of several customers counts for each of them.
  const shared = new Set<number>();
  for (let line = 0; line < lineCount; line++) {
    const code = customer[line];
    if (code < 0 || isRefund[line] === 1 || day[line] >= end) continue;
    const id = order === null ? -1 : order[line];
    if (id < 0) {
      if (day[line] === lastDay[code]) continue;
      if (day[line] < lastDay[code]) return null;
      lastDay[code] = day[line];
      counts[code]++;
    } else if (owner[id] === NOBODY) {
      owner[id] = code;
      counts[code]++;
    } else if (owner[id] !== code) {
      const pair = id * customerIds.length + code;
      if (shared.has(pair)) continue;
      shared.add(pair);
      counts[code]++;
    }
  }
  return counts;
}

function countSortedOrders(transactions: Transactions, end: number): Float64Array {
  const selected = selectLines(transactions, "net", null, end);
  return countOrders(transactions, selected, listPurchaseDays(selected));
}
