/** The least part of the customers that a tier takes. */
export const smallestTier = 0.005;

const steps = 1 / smallestTier;
const round = (share: number) => Math.round(share * steps) / steps;

/**
 * Cumulated shares with one of them moved; the others give way, so that all keep rising with at least {@link smallestTier} between them.
 *
 * @param shares   rising, the last 1, which stays
 * @param position of the share that moves
 */
export function moveCut(shares: readonly number[], position: number, share: number): number[] {
  const last = shares.length - 1;
  const lowest = smallestTier * (position + 1);
  const highest = 1 - smallestTier * (last - position);
  const moved = Math.min(highest, Math.max(lowest, share));
  return shares.map((other, i) => {
    if (i === last) return 1;
    const limit = moved + smallestTier * (i - position);
    return round(i < position ? Math.min(other, limit) : i > position ? Math.max(other, limit) : moved);
  });
}
