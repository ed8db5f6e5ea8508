import { PairTable } from "../math/pair-table";
import { growFloat64, growInt32 } from "../transactions/grow";
import { HOURS } from "./line-tables";
import { roundSum } from "./sums";
import type { PurchaseDaysTable } from "./summary";

/** Bit of a day with a purchase line that names no order; the bits below are the hours. */
const UNNAMED_ORDER = 1 << HOURS;

/** Days with a purchase by customer, added up in whatever order the lines come. */
export class FoldedDays {
  private readonly days = new PairTable();
  private sums: Float64Array = new Float64Array(0);
  private rests: Float64Array = new Float64Array(0);
  private marks: Int32Array = new Int32Array(0);
  private lastCustomer = -1;
  private lastDay = 0;
  private lastEntry = -1;

  /**
   * Takes a purchase line.
   *
   * @param amount   NaN without money
   * @param hour     0..23, -1 where unknown
   * @param hasOrder whether the line names its order
   */
  add(customer: number, day: number, amount: number, hour: number, hasOrder: boolean): void {
    if (customer !== this.lastCustomer || day !== this.lastDay) {
      this.lastEntry = this.days.add(customer, day);
      this.lastCustomer = customer;
      this.lastDay = day;
      const { capacity } = this.days;
      if (capacity > this.sums.length) {
        this.sums = growFloat64(this.sums, capacity, capacity);
        this.rests = growFloat64(this.rests, capacity, capacity);
        this.marks = growInt32(this.marks, capacity, capacity);
      }
    }
    const entry = this.lastEntry;
    const sum = this.sums[entry];
    const next = sum + amount;
    this.rests[entry] += Math.abs(sum) >= Math.abs(amount) ? sum - next + amount : amount - next + sum;
    this.sums[entry] = next;
    if (hour >= 0) this.marks[entry] |= 1 << hour;
    if (!hasOrder) this.marks[entry] |= UNNAMED_ORDER;
  }

  /** Days of each customer on which a purchase line named no order. */
  countUnnamedOrders(customerCount: number): Float64Array {
    const counts = new Float64Array(customerCount);
    for (let entry = 0; entry < this.days.size; entry++)
      if ((this.marks[entry] & UNNAMED_ORDER) !== 0) counts[this.days.firsts[entry]]++;
    return counts;
  }

  /** Days with a purchase in the hour, by customer, then by hour. */
  countHours(customerCount: number): Int32Array {
    const counts = new Int32Array(customerCount * HOURS);
    for (let entry = 0; entry < this.days.size; entry++) {
      const first = this.days.firsts[entry] * HOURS;
      for (let hour = 0; hour < HOURS; hour++) counts[first + hour] += (this.marks[entry] >> hour) & 1;
    }
    return counts;
  }

  /** The days in order. No line can be added from here on. */
  build(customerCount: number): PurchaseDaysTable {
    const { firsts, seconds, size } = this.days;
    this.days.close();
    const offsets = new Int32Array(customerCount + 1);
    for (let entry = 0; entry < size; entry++) offsets[firsts[entry] + 1]++;
    for (let customer = 0; customer < customerCount; customer++) offsets[customer + 1] += offsets[customer];
    const entries = new Int32Array(size);
    const next = offsets.slice(0, customerCount);
    for (let entry = 0; entry < size; entry++) entries[next[firsts[entry]]++] = entry;
    const day = new Int32Array(size);
    const amount = new Float64Array(size);
    for (let customer = 0; customer < customerCount; customer++) {
      const own = entries.subarray(offsets[customer], offsets[customer + 1]);
      if (!isAscending(own, seconds)) own.sort((a, b) => seconds[a] - seconds[b]);
      for (let i = 0; i < own.length; i++) {
        day[offsets[customer] + i] = seconds[own[i]];
        amount[offsets[customer] + i] = roundSum(this.sums[own[i]] + this.rests[own[i]]);
      }
    }
    return { offsets, day, amount };
  }
}

function isAscending(entries: Int32Array, days: Int32Array): boolean {
  for (let i = 1; i < entries.length; i++) if (days[entries[i]] < days[entries[i - 1]]) return false;
  return true;
}
