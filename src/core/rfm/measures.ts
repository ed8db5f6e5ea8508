/**
 * The three measures of RFM, one entry per customer in standard order (ties are resolved by position); NaN = blank.
 *
 * `monetary` is null where the data have no money: the frequency methods still run and codes have two digits.
 */
export interface RfmMeasures {
  recencyDays: ArrayLike<number>;
  orders: ArrayLike<number>;
  monetary: ArrayLike<number> | null;
}

/** One column of scores per measure, 1..bins with `bins` the best and 0 = no score; `monetary` is null where the data have no money. */
export interface RfmScoreColumns {
  recency: Uint8Array;
  frequency: Uint8Array;
  monetary: Uint8Array | null;
}

/**
 * Number of customers of the measures.
 *
 * @throws RangeError when the columns differ in length
 */
export function parseMeasureLength(measures: RfmMeasures): number {
  const length = measures.recencyDays.length;
  if (measures.orders.length !== length || (measures.monetary !== null && measures.monetary.length !== length)) {
    throw new RangeError(
      `the measures must be columns of equal length; got ${length}, ${measures.orders.length}, ${measures.monetary?.length ?? "none"}`,
    );
  }
  return length;
}

/**
 * The number of scores, checked.
 *
 * @throws RangeError when it is not 2..10
 */
export function parseBins(bins: number): number {
  if (!Number.isInteger(bins) || bins < 2 || bins > 10) throw new RangeError(`bins must be 2..10; got ${bins}`);
  return bins;
}
