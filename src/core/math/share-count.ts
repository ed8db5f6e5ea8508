/**
 * How many of `total` are a percentage of them, rounded half up with whole-number arithmetic.
 *
 * @param basisPoints whole number 0..10000; 100 = 1%
 * @param total       whole number >= 0
 * @throws RangeError when one of them is out of range
 */
export function computeShareCount(basisPoints: number, total: number): number {
  if (!Number.isInteger(basisPoints) || basisPoints < 0 || basisPoints > 10000) {
    throw new RangeError(`basis points must be a whole number in 0..10000; got ${basisPoints}`);
  }
  if (!Number.isInteger(total) || total < 0) throw new RangeError(`total must be a whole number >= 0; got ${total}`);
  return Math.floor((basisPoints * total + 5000) / 10000);
}
