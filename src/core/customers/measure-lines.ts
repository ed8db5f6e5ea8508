import type { Transactions } from "../transactions/transactions";
import type { SelectedLines } from "./select-lines";
import { PURCHASE, REFUND } from "./select-lines";
import { ExactSum, roundSum } from "./sums";
import type { PurchaseDaysTable } from "./summary";

/**
 * Sum of a column over the lines of each customer, rounded to 6 decimals; NaN for a customer without a value.
 *
 * @param values   per line of the input, NaN = blank
 * @param selected lines by customer
 * @param only     PURCHASE or REFUND to sum only those, 0 for both
 */
export function sumLines(values: Float64Array, selected: SelectedLines, only: number): Float64Array {
  const { lines, starts, part } = selected;
  const sums = new Float64Array(starts.length - 1);
  const sum = new ExactSum();
  for (let customer = 0; customer < sums.length; customer++) {
    let count = 0;
    for (let i = starts[customer]; i < starts[customer + 1]; i++) {
      const line = lines[i];
      const value = values[line];
      if (value !== value || (only !== 0 && part[line] !== only)) continue;
      sum.add(value);
      count++;
    }
    const total = sum.take();
    sums[customer] = count > 0 ? total : NaN;
  }
  return sums;
}

/** Sum of the amounts of each customer, refunds among them, rounded to 6 decimals; NaN for a customer without an amount. */
export function sumAmounts({ amounts, starts }: SelectedLines): Float64Array {
  const sums = new Float64Array(starts.length - 1);
  const sum = new ExactSum();
  for (let customer = 0; customer < sums.length; customer++) {
    let count = 0;
    for (let i = starts[customer]; i < starts[customer + 1]; i++) {
      if (amounts[i] !== amounts[i]) continue;
      sum.add(amounts[i]);
      count++;
    }
    const total = sum.take();
    sums[customer] = count > 0 ? total : NaN;
  }
  return sums;
}

/** Sum of the amounts from one day up to the day before another, per customer; 0 where there is none. */
export function sumWindow({ days, amounts, starts }: SelectedLines, fromDay: number, endDay: number): Float64Array {
  const sums = new Float64Array(starts.length - 1);
  const sum = new ExactSum();
  for (let customer = 0; customer < sums.length; customer++) {
    const first = starts[customer];
    let i = starts[customer + 1] - 1;
    while (i >= first && days[i] >= endDay) i--;
    if (i < first || days[i] < fromDay) continue;
    for (; i >= first && days[i] >= fromDay; i--) sum.add(amounts[i]);
    sums[customer] = sum.take();
  }
  return sums;
}

/** Days with a purchase and what was bought on them. */
export function listPurchaseDays({ lines, starts, days, amounts, part, hasRefunds }: SelectedLines): PurchaseDaysTable {
  const offsets = new Int32Array(starts.length);
  let length = 0;
  for (let customer = 0; customer + 1 < starts.length; customer++) {
    let last = -Infinity;
    for (let i = starts[customer]; i < starts[customer + 1]; i++) {
      if (days[i] === last || (hasRefunds && part[lines[i]] !== PURCHASE)) continue;
      last = days[i];
      length++;
    }
    offsets[customer + 1] = length;
  }
  const day = new Int32Array(length);
  const amount = new Float64Array(length);
  const sum = new ExactSum();
  for (let customer = 0; customer + 1 < starts.length; customer++) {
    let at = offsets[customer] - 1;
    for (let i = starts[customer]; i < starts[customer + 1]; i++) {
      if (hasRefunds && part[lines[i]] !== PURCHASE) continue;
      if (at < offsets[customer] || day[at] !== days[i]) {
        if (at >= offsets[customer]) amount[at] = sum.take();
        day[++at] = days[i];
      }
      sum.add(amounts[i]);
    }
    amount[at] = sum.take();
  }
  return { offsets, day, amount };
}

/**
 * Number of orders of each customer: distinct order ids, and days with purchase lines that name no order.
 *
 * @param transactions lines of the input
 * @param selected     lines by customer
 * @param purchaseDays days with a purchase, which count where the input has no order ids
 */
export function countOrders(
  transactions: Transactions,
  selected: SelectedLines,
  purchaseDays: PurchaseDaysTable,
): Float64Array {
  const { order, orderIds } = transactions;
  const { lines, starts, days, part, hasRefunds } = selected;
  const orders = new Float64Array(starts.length - 1);
  if (order === null)
    return orders.map((_, customer) => purchaseDays.offsets[customer + 1] - purchaseDays.offsets[customer]);
  const seenBy = new Int32Array(orderIds.length).fill(-1);
  for (let customer = 0; customer < orders.length; customer++) {
    let count = 0;
    let dayWithoutOrder = -Infinity;
    let last = -1;
    for (let i = starts[customer]; i < starts[customer + 1]; i++) {
      const line = lines[i];
      if (hasRefunds && part[line] !== PURCHASE) continue;
      const code = order[line];
      if (code >= 0) {
        if (code === last || seenBy[code] === customer) continue;
        last = code;
        seenBy[code] = customer;
        count++;
      } else if (days[i] !== dayWithoutOrder) {
        dayWithoutOrder = days[i];
        count++;
      }
    }
    orders[customer] = count;
  }
  return orders;
}

/** Number of distinct texts on the purchase lines of each customer. */
export function countDistinct(
  codes: Int32Array,
  labelCount: number,
  { lines, starts, part }: SelectedLines,
): Float64Array {
  const counts = new Float64Array(starts.length - 1);
  const seenBy = new Int32Array(labelCount).fill(-1);
  for (let customer = 0; customer < counts.length; customer++) {
    for (let i = starts[customer]; i < starts[customer + 1]; i++) {
      const code = codes[lines[i]];
      if (code < 0 || part[lines[i]] !== PURCHASE || seenBy[code] === customer) continue;
      seenBy[code] = customer;
      counts[customer]++;
    }
  }
  return counts;
}

/** Mean discount of the purchase lines of each customer, weighted by amount; NaN where no line with money names one. */
export function averageDiscounts(
  discount: Float64Array,
  amount: Float64Array,
  { lines, starts, part }: SelectedLines,
): Float64Array {
  const means = new Float64Array(starts.length - 1);
  const weighted = new ExactSum();
  const weights = new ExactSum();
  for (let customer = 0; customer < means.length; customer++) {
    for (let i = starts[customer]; i < starts[customer + 1]; i++) {
      const line = lines[i];
      const weight = amount[line];
      if (part[line] !== PURCHASE || discount[line] !== discount[line] || !(weight > 0)) continue;
      weighted.add(discount[line] * weight);
      weights.add(weight);
    }
    const weight = weights.take();
    const sum = weighted.take();
    means[customer] = weight > 0 ? sum / weight : NaN;
  }
  return means;
}

/** Money given back per customer, positive. */
export function sumRefunds(amount: Float64Array, selected: SelectedLines): Float64Array {
  if (!selected.hasRefunds) return new Float64Array(selected.starts.length - 1);
  return sumLines(amount, selected, REFUND).map((value) => (value === value ? roundSum(-value) : 0));
}
