const STEP = 1e6;

/** A sum without the noise of floating-point addition: rounded to 6 decimals; NaN stays NaN. */
export function roundSum(value: number): number {
  const scaled = value * STEP;
  return Math.abs(scaled) < Number.MAX_SAFE_INTEGER ? Math.round(scaled) / STEP + 0 : value;
}

/**
 * Adds numbers in such a way that their order does not matter for the rounded result.
 *
 * @see Neumaier (1974), Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen, ZAMM 54(1)
 */
export class ExactSum {
  private sum = 0;
  private rest = 0;

  /** Adds a number. */
  add(value: number): void {
    const next = this.sum + value;
    this.rest += Math.abs(this.sum) >= Math.abs(value) ? this.sum - next + value : value - next + this.sum;
    this.sum = next;
  }

  /** The sum so far, rounded to 6 decimals; the next one starts at 0. */
  take(): number {
    const total = roundSum(this.sum + this.rest);
    this.sum = 0;
    this.rest = 0;
    return total;
  }
}

/** The sum of the numbers that are not NaN, rounded to 6 decimals. */
export function sumRounded(values: Float64Array): number {
  const sum = new ExactSum();
  for (let i = 0; i < values.length; i++) if (values[i] === values[i]) sum.add(values[i]);
  return sum.take();
}
