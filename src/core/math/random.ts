/**
 * Seeded random source: each call of the returned function gives the next number, uniform in [0, 1).
 *
 * The same seed gives the same sequence on every machine. Only the lower 32 bits of the seed count.
 *
 * @param seed an integer
 * @throws RangeError when `seed` is not finite
 * @see mulberry32, a public-domain generator by Tommy Ettinger with 32 bits of state
 */
export function createRandom(seed: number): () => number {
  if (!Number.isFinite(seed)) throw new RangeError(`seed must be a finite number; got ${seed}`);
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
