import { createRandom } from "../../src/core/math/random";
import { drawGamma } from "../../src/core/math/random-variates";
import { drawBeta } from "../helpers/draw-beta";
import type { RowBlock } from "../../src/core/transactions/cells";
import { toDayNumber } from "../../src/core/days";

/** Order lines by columns, as a shop of some size has them in 18 months. */
export interface Ledger {
  readonly rows: number;
  readonly order: Int32Array;
  readonly customer: Int32Array;
  /** Days since 1970-01-01. */
  readonly day: Int32Array;
  readonly product: Int32Array;
  readonly quantity: Int32Array;
  readonly price: Float64Array;
  readonly cost: Float64Array;
  readonly region: Int32Array;
}

export const ledgerHeaders = ["Order", "Customer", "Date", "Product", "Quantity", "Unit Price", "Cost", "Region"];
const regions = ["North", "East", "South", "West", "Centre", "Coast"];
const firstDay = toDayNumber(2024, 1, 1);
const days = 546;
const linesPerOrder = 4;

/**
 * Made-up order lines: about 20 per customer, customers who come at a rate of their own and leave after any order (BG/NBD), spend that
 * differs between them. The lines stand in the order of their days.
 */
export function generateLedger(rows: number, seed = 1): Ledger {
  const random = createRandom(seed);
  const make = () => new Int32Array(rows);
  const ledger = {
    rows,
    order: make(),
    customer: make(),
    day: make(),
    product: make(),
    quantity: make(),
    price: new Float64Array(rows),
    cost: new Float64Array(rows),
    region: make(),
  };
  let line = 0;
  let order = 500_000;
  for (let customer = 10_000; line < rows; customer++) {
    const rate = (drawGamma(random, 0.9) / 9) * 1.2;
    const leaving = drawBeta(random, 0.8, 2.5);
    const region = Math.floor(random() ** 2 * regions.length);
    const level = 4 + 40 * random() ** 4;
    let day = Math.floor(random() * days);
    for (let isAlive = true; isAlive && day < days && line < rows; day += Math.ceil(-Math.log(1 - random()) / rate)) {
      order++;
      const lines = 1 + Math.floor(random() * (2 * linesPerOrder - 1));
      for (let i = 0; i < lines && line < rows; i++, line++) {
        const product = Math.floor(random() ** 2 * 800);
        ledger.order[line] = order;
        ledger.customer[line] = customer;
        ledger.day[line] = firstDay + day;
        ledger.product[line] = product;
        ledger.quantity[line] = 1 + Math.floor(random() * 6);
        ledger.price[line] = Math.round(100 * (level * (0.5 + ((product * 7) % 20) / 10))) / 100;
        ledger.cost[line] = Math.round(60 * ledger.quantity[line] * ledger.price[line]) / 100;
        ledger.region[line] = region;
      }
      isAlive = random() >= leaving;
    }
  }
  return sortByDay(ledger);
}

/** Lines in the order in which a till or a shop system writes them. */
function sortByDay(ledger: Ledger): Ledger {
  const places = Uint32Array.from({ length: ledger.rows }, (_, line) => line).sort(
    (a, b) => ledger.day[a] - ledger.day[b] || a - b,
  );
  const pickCodes = (column: Int32Array) => Int32Array.from(places, (line) => column[line]);
  const pickNumbers = (column: Float64Array) => Float64Array.from(places, (line) => column[line]);
  return {
    rows: ledger.rows,
    order: pickCodes(ledger.order),
    customer: pickCodes(ledger.customer),
    day: pickCodes(ledger.day),
    product: pickCodes(ledger.product),
    quantity: pickCodes(ledger.quantity),
    price: pickNumbers(ledger.price),
    cost: pickNumbers(ledger.cost),
    region: pickCodes(ledger.region),
  };
}

/** The lines as a reader meets them: numbers and texts by columns, dates as days. */
export function* listLedgerBlocks(ledger: Ledger, blockSize = 8192): Generator<RowBlock> {
  for (let firstRow = 0; firstRow < ledger.rows; firstRow += blockSize) {
    const end = Math.min(ledger.rows, firstRow + blockSize);
    const pick = (column: Int32Array | Float64Array) => Array.from(column.subarray(firstRow, end));
    yield {
      firstRow,
      rowCount: end - firstRow,
      columns: [
        pick(ledger.order),
        pick(ledger.customer),
        pick(ledger.day),
        pick(ledger.product).map(nameProduct),
        pick(ledger.quantity),
        pick(ledger.price),
        pick(ledger.cost),
        pick(ledger.region).map((code) => regions[code]),
      ],
    };
  }
}

/** Name of a product by its number. */
export function nameProduct(code: number): string {
  return `P${String(code).padStart(4, "0")}`;
}

/** Name of a region by its number. */
export function nameRegion(code: number): string {
  return regions[code];
}
