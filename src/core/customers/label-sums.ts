import { PairTable } from "../math/pair-table";
import { growFloat64, growInt32, growUint8 } from "../transactions/grow";
import type { TextColumn } from "../transactions/columns";
import { orderLabels } from "../transactions/attribute-column";
import { roundSum } from "./sums";

const NEVER = -0x80000000;

/** Money by customer and text, for the text with most of it. See {@link pickMainLabels}. */
export class LabelSums {
  private readonly pairs = new PairTable();
  private sums: Float64Array = new Float64Array(0);
  private rests: Float64Array = new Float64Array(0);
  private lastDays: Int32Array = new Int32Array(0);
  private used: Uint8Array = new Uint8Array(0);
  private readonly last = { customer: -1, code: -1, entry: -1 };

  /** Notes that a line has a text, whoever it belongs to. */
  markUsed(code: number): void {
    if (code >= this.used.length) this.used = growUint8(this.used, code + 1);
    this.used[code] = 1;
  }

  /**
   * Takes a line of a customer.
   *
   * @param value      money of the line
   * @param day        of the line
   * @param isPurchase whether the customer bought
   */
  add(customer: number, code: number, value: number, day: number, isPurchase: boolean): void {
    const { pairs, last } = this;
    if (customer !== last.customer || code !== last.code) {
      const { size } = pairs;
      last.entry = pairs.add(customer, code);
      last.customer = customer;
      last.code = code;
      if (last.entry === size) {
        if (pairs.capacity > this.sums.length) this.lengthen(pairs.capacity);
        this.lastDays[last.entry] = NEVER;
      }
    }
    const { entry } = last;
    const sum = this.sums[entry];
    const next = sum + value;
    this.rests[entry] += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    this.sums[entry] = next;
    if (isPurchase && day > this.lastDays[entry]) this.lastDays[entry] = day;
  }

  private lengthen(capacity: number): void {
    this.sums = growFloat64(this.sums, capacity, capacity);
    this.rests = growFloat64(this.rests, capacity, capacity);
    this.lastDays = growInt32(this.lastDays, capacity, capacity);
  }

  /**
   * The main text of each customer; labels in code point order, those of all lines among them.
   *
   * @param count  number of customers
   * @param labels by code
   */
  take(count: number, labels: readonly string[]): TextColumn {
    const { position, sorted } = orderLabels(growUint8(this.used, labels.length), labels);
    const codes = new Int32Array(count).fill(-1);
    const bestSums = new Float64Array(count);
    const bestDays = new Int32Array(count);
    for (let entry = 0; entry < this.pairs.size; entry++) {
      const day = this.lastDays[entry];
      if (day === NEVER) continue;
      const customer = this.pairs.firsts[entry];
      const code = position[this.pairs.seconds[entry]];
      const sum = roundSum(this.sums[entry] + this.rests[entry]);
      const best = codes[customer];
      const isBetter =
        best < 0 ||
        sum > bestSums[customer] ||
        (sum === bestSums[customer] && (day > bestDays[customer] || (day === bestDays[customer] && code < best)));
      if (!isBetter) continue;
      codes[customer] = code;
      bestSums[customer] = sum;
      bestDays[customer] = day;
    }
    return { codes, labels: sorted };
  }
}
