import type { SelectedLines } from "../customers/select-lines";
import { PURCHASE } from "../customers/select-lines";
import type { Transactions } from "../transactions/transactions";

/** What is bought together: products of one order, or all that a customer ever bought. */
export type BasketUnit = "order" | "customer";

/**
 * The basket of each line: an order of a customer (without order ids a customer's day), or the customer.
 *
 * @param transactions lines of the input
 * @param selected     lines by customer, then by day
 * @returns per line of the input 0, 1, ...; -1 for a line that is no purchase of a known customer
 */
export function numberBaskets(
  { lineCount, order, orderIds, day }: Transactions,
  { lines, starts, part }: SelectedLines,
  unit: BasketUnit,
): Int32Array {
  const baskets = new Int32Array(lineCount).fill(-1);
  const basketOf = new Int32Array(orderIds.length).fill(-1);
  let count = 0;
  for (let customer = 0; customer + 1 < starts.length; customer++) {
    const first = count;
    let lastDay = -Infinity;
    let dayBasket = -1;
    for (let i = starts[customer]; i < starts[customer + 1]; i++) {
      const line = lines[i];
      if (part[line] !== PURCHASE) continue;
      if (unit === "customer") {
        baskets[line] = first;
        count = first + 1;
        continue;
      }
      const code = order === null ? -1 : order[line];
      if (code >= 0) {
        // An id that another customer has used too is another order here.
        if (basketOf[code] < first) basketOf[code] = count++;
        baskets[line] = basketOf[code];
        continue;
      }
      if (day[line] !== lastDay) {
        lastDay = day[line];
        dayBasket = count++;
      }
      baskets[line] = dayBasket;
    }
  }
  return baskets;
}

/**
 * Who bought a product within a period.
 *
 * @param transactions lines of the input
 * @param selected     lines by customer, then by day
 * @param products     product of each line of the input, -1 for none
 * @param code         the product
 * @param fromDay      first day, inclusive
 * @param endDay       day after the last one
 * @returns 1 per selected customer who did, else 0
 */
export function findBuyers(
  transactions: Transactions,
  selected: SelectedLines,
  products: Int32Array,
  code: number,
  fromDay: number,
  endDay: number,
): Uint8Array {
  const { day } = transactions;
  const { lines, starts, part } = selected;
  const buyers = new Uint8Array(starts.length - 1);
  for (let customer = 0; customer < buyers.length; customer++) {
    for (let i = starts[customer]; i < starts[customer + 1]; i++) {
      const line = lines[i];
      if (products[line] !== code || part[line] !== PURCHASE || day[line] < fromDay || day[line] >= endDay) continue;
      buyers[customer] = 1;
      break;
    }
  }
  return buyers;
}

/**
 * How many customers of before a day bought each product for the first time on that day or later.
 *
 * @param transactions lines of the input
 * @param selected     lines by customer, then by day
 * @param products     product of each line of the input, -1 for none
 * @param productCount number of products
 * @param cutDay       first day of the later window
 */
export function countNewBuyers(
  transactions: Transactions,
  selected: SelectedLines,
  products: Int32Array,
  productCount: number,
  cutDay: number,
): Int32Array {
  const { day } = transactions;
  const { lines, starts, part } = selected;
  const counts = new Int32Array(productCount);
  const seenBy = new Int32Array(productCount).fill(-1);
  for (let customer = 0; customer + 1 < starts.length; customer++) {
    let isKnown = false;
    for (let i = starts[customer]; i < starts[customer + 1]; i++) {
      const line = lines[i];
      if (part[line] !== PURCHASE) continue;
      const isLater = day[line] >= cutDay;
      if (!isLater) isKnown = true;
      const product = products[line];
      if (product < 0 || seenBy[product] === customer) continue;
      seenBy[product] = customer;
      if (isLater && isKnown) counts[product]++;
    }
  }
  return counts;
}
