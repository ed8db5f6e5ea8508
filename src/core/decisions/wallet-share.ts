/** How necessary we have become to a customer, by our share of what they spend. */
export const WALLET_STAGES = ["acquainted", "familiar", "necessary"] as const;

/** See {@link WALLET_STAGES}. */
export type WalletStage = (typeof WALLET_STAGES)[number];

/** Shares from which a customer is familiar with us, and from which we are their necessary choice. */
export const WALLET_CUTS: readonly [familiar: number, necessary: number] = [0.2, 0.5];

/** Points by which the perceived relationship (0..100) may exceed the actual share before it is flagged. */
export const PERCEPTION_GAP = 30;

/**
 * Our share of what each customer spends in all.
 *
 * @param ours  spend with us, NaN = blank
 * @param total spend with everyone, same length
 * @returns above 1 where the total is smaller than our part and must be wrong; NaN where one is blank or the total is not positive
 * @throws RangeError when the lengths differ
 */
export function computeWalletShares(ours: ArrayLike<number>, total: ArrayLike<number>): Float64Array {
  if (ours.length !== total.length) {
    throw new RangeError(`columns must be of equal length; got ${ours.length} and ${total.length}`);
  }
  return Float64Array.from({ length: ours.length }, (_, i) => (total[i] > 0 ? ours[i] / total[i] : NaN));
}

/**
 * Stage of each customer by our share of their spend.
 *
 * @param shares as {@link computeWalletShares} gives them
 * @param cuts   ascending; default 20 and 50 percent
 * @returns index into {@link WALLET_STAGES}; -1 where the share is blank
 */
export function assignWalletStages(shares: ArrayLike<number>, cuts = WALLET_CUTS): Int32Array {
  return Int32Array.from({ length: shares.length }, (_, i) => {
    const share = shares[i];
    return share !== share ? -1 : share >= cuts[1] ? 2 : share >= cuts[0] ? 1 : 0;
  });
}

/**
 * Money each customer spends elsewhere.
 *
 * @returns 0 where the total is smaller than our part; NaN where one is blank
 */
export function computeWalletGaps(ours: ArrayLike<number>, total: ArrayLike<number>): Float64Array {
  return Float64Array.from({ length: ours.length }, (_, i) => Math.max(0, total[i] - ours[i]));
}
