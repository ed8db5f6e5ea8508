import { roundSum } from "./sums";

/** One sum per customer, added up in whatever order the lines come. See {@link ExactSum}. */
export class SumColumn {
  private readonly sums: Float64Array;
  private readonly rests: Float64Array;
  private readonly isFilled: Uint8Array;

  /** @param count number of customers */
  constructor(count: number) {
    this.sums = new Float64Array(count);
    this.rests = new Float64Array(count);
    this.isFilled = new Uint8Array(count);
  }

  /** Adds a number to the sum of a customer; NaN is blank. */
  add(customer: number, value: number): void {
    if (value !== value) return;
    const sum = this.sums[customer];
    const next = sum + value;
    this.rests[customer] += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    this.sums[customer] = next;
    this.isFilled[customer] = 1;
  }

  /**
   * The sums, rounded to 6 decimals. To be called once.
   *
   * @param blank of a customer without a number
   */
  take(blank = NaN): Float64Array {
    const { sums, rests, isFilled } = this;
    for (let i = 0; i < sums.length; i++) sums[i] = isFilled[i] === 1 ? roundSum(sums[i] + rests[i]) : blank;
    return sums;
  }
}
