const MAX_TERMS = 20000;

/** Value of a series with what is needed to judge it. */
export interface SeriesSum {
  value: number;
  /** Size of the largest partial sum or term: the rounding error is about this times 1e-16. */
  largest: number;
}

/**
 * What follows the 1 in Gauss' hypergeometric function, with the factor that can be singular taken out:
 * 2F1(a, b; c; z) = 1 + (a b z / c) R.
 *
 * R = sum over k >= 0 of (a + 1)_k (b + 1)_k z^k / ((c + 1)_k (k + 1)!) stays finite where c passes 0.
 *
 * @param a      any number
 * @param b      any number
 * @param c      > -1
 * @param z      0 <= z < 1
 * @param result receives the value; NaN when the series has not settled after 20,000 terms or leaves the range of numbers
 * @see Abramowitz & Stegun (1964), Handbook of mathematical functions, 15.1.1
 */
export function sumHypergeometricRest(a: number, b: number, c: number, z: number, result: SeriesSum): void {
  let sum = 1;
  let term = 1;
  let largest = 1;
  let upperA = a + 1;
  let upperB = b + 1;
  let lower = c + 1;
  for (let k = 0; k < MAX_TERMS; k++) {
    term *= (upperA * upperB * z) / (lower * (k + 2));
    upperA++;
    upperB++;
    lower++;
    sum += term;
    const size = Math.abs(term);
    if (size > largest) largest = size;
    if (size <= 1e-17 * Math.abs(sum) && upperA > 0 && upperB > 0) {
      result.value = sum;
      result.largest = Math.max(largest, Math.abs(sum));
      return;
    }
  }
  result.value = NaN;
  result.largest = NaN;
}

/**
 * ln(e^first + e^second) without overflow.
 *
 * @param first  may be -Infinity
 * @param second may be -Infinity
 */
export function addLogs(first: number, second: number): number {
  if (first === -Infinity) return second;
  return first > second ? first + Math.log1p(Math.exp(second - first)) : second + Math.log1p(Math.exp(first - second));
}

/**
 * (1 - e^(-rate x time)) / rate: the integral of e^(-rate s) over s from 0 to `time`; `time` itself at rate 0.
 *
 * @param rate any number
 * @param time >= 0
 */
export function integrateDecay(rate: number, time: number): number {
  const exponent = rate * time;
  return Math.abs(exponent) < 1e-12 ? time * (1 - exponent / 2) : -Math.expm1(-exponent) / rate;
}
